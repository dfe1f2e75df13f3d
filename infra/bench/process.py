"""A process under measurement: started at a known moment on one core, looked at, and ended."""

from __future__ import annotations

import os
import pathlib
import signal
import time
from typing import Mapping, Sequence


class Child:
    """A process of its own group, pinned to a core from its first instruction on.

    `spawned` is the monotonic clock just before it was started.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], folder: pathlib.Path, core: int, log: pathlib.Path):
        log.parent.mkdir(parents=True, exist_ok=True)
        output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        nothing = os.open(os.devnull, os.O_RDONLY)
        here, cores = os.getcwd(), os.sched_getaffinity(0)
        actions = [(os.POSIX_SPAWN_DUP2, nothing, 0), (os.POSIX_SPAWN_DUP2, output, 1), (os.POSIX_SPAWN_DUP2, output, 2)]
        try:
            # The child inherits the folder and the core of the thread that starts it.
            os.chdir(folder)
            os.sched_setaffinity(0, {core})
            self.spawned = time.monotonic_ns()
            self.pid = os.posix_spawn(command[0], list(command), dict(environment), file_actions=actions, setpgroup=0)
        finally:
            os.sched_setaffinity(0, cores)
            os.chdir(here)
            os.close(output)
            os.close(nothing)
        self.log = log
        self._status: int | None = None
        self._usage: os.struct_rusage | None = None

    def alive(self) -> bool:
        """Whether it still runs."""
        if self._usage is None:
            pid, status, usage = os.wait4(self.pid, os.WNOHANG)
            if pid:
                self._status, self._usage = status, usage
        return self._usage is None

    def peak_bytes(self) -> int:
        """The most memory it had resident so far. The rusage of the end would also count what its parent had before exec."""
        return _status_kib(self.pid, "VmHWM") * 1024

    def resident_bytes(self) -> int:
        """The memory it has resident now."""
        return _status_kib(self.pid, "VmRSS") * 1024

    def cpu_seconds(self) -> float:
        """The processor time of all its threads so far, in steps of a clock tick."""
        fields = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self, patience: float = 60.0) -> None:
        """Asks it to end and waits until it has (for a process that writes something in the end)."""
        if self.alive():
            os.kill(self.pid, signal.SIGTERM)
        end = time.monotonic() + patience
        while self.alive() and time.monotonic() < end:
            time.sleep(0.01)
        self.kill()

    def kill(self) -> float:
        """Ends it at once; its processor seconds, to the microsecond, from the spawn to now."""
        if self.alive():
            os.killpg(self.pid, signal.SIGKILL)
            _, self._status, self._usage = os.wait4(self.pid, 0)
        assert self._usage is not None
        return self._usage.ru_utime + self._usage.ru_stime

    def said(self) -> str:
        """The end of what it printed."""
        return self.log.read_text(errors="replace")[-2000:]


def _status_kib(pid: int, name: str) -> int:
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1])
    raise ProcessLookupError(f"process {pid} has ended")


def pin_harness(core: int) -> list[int]:
    """Keeps this process off the measured core; the cores that it keeps to."""
    others = sorted(os.sched_getaffinity(0) - {core})
    if not others:
        raise SystemExit("the harness wants a core of its own: there is only one")
    os.sched_setaffinity(0, others)
    return others
