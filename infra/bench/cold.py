"""Fresh processes: spawn, ready, first answer, tenth answer."""

from __future__ import annotations

import pathlib
import threading
import time
from dataclasses import dataclass, field

import http_door
from notes import event
from process import Child
from runtime_api import Reader, RuntimeApi
from subjects import Subject, base_environment

ANSWERS = 10
PATIENCE_S = 180.0


@dataclass
class Spawn:
    """One fresh process, in milliseconds since it was spawned."""

    ready: float
    answers: list[float]
    cpu_s: float
    peak_mb: float
    bodies: list[bytes] = field(repr=False)

    def figures(self) -> dict[str, object]:
        """What is kept of it."""
        return {
            "readyMs": round(self.ready, 3),
            "firstMs": round(self.answers[0], 3),
            "tenthMs": round(self.answers[-1], 3),
            "answersMs": [round(at, 3) for at in self.answers],
            "cpuS": round(self.cpu_s, 4),
            "peakMB": round(self.peak_mb, 2),
        }


class TenEvents:
    """A plan for a runtime interface: the same event ten times, one after the other."""

    def __init__(self, body: bytes, count: int = ANSWERS):
        self.body, self.count = body, count
        self.given = 0
        self.got: list[int] = []
        self.bodies: list[bytes] = []
        self.failed = False
        self.over = threading.Event()

    def next_event(self) -> bytes | None:
        if self.given == self.count:
            return None
        self.given += 1
        return self.body

    def ended(self, kind: str, body: bytes, sent: int, got: int) -> None:
        self.got.append(got)
        self.bodies.append(body)
        if kind != "response":
            self.failed = True
        if self.failed or len(self.got) == self.count:
            self.over.set()


def wait_for(over: threading.Event, child: Child, api: RuntimeApi | None = None, patience: float = PATIENCE_S) -> None:
    """Waits for an end, or finds out that the process will not come to it."""
    end = time.monotonic() + patience
    while not over.wait(0.05):
        if not child.alive():
            raise ChildProcessError("the process has ended:\n" + child.said())
        if api is not None and api.init_error is not None:
            raise ChildProcessError("the function failed to start:\n" + child.said())
        if time.monotonic() > end:
            raise ChildProcessError("the process does not answer:\n" + child.said())


def spawn(subject: Subject, text: str, core: int, log: pathlib.Path) -> Spawn:
    """Starts a subject once, lets it answer ten times, and ends it."""
    result = _over_http(subject, text, core, log) if subject.door == "http" else _over_lambda(subject, text, core, log)
    for body in result.bodies:
        subject.check(body)
    return result


def _over_lambda(subject: Subject, text: str, core: int, log: pathlib.Path) -> Spawn:
    plan = TenEvents(event(text))
    with RuntimeApi(plan) as api:
        environment = {**base_environment(), **subject.environment, "AWS_LAMBDA_RUNTIME_API": api.address}
        child = Child(subject.command, environment, subject.folder, core, log)
        try:
            wait_for(plan.over, child, api)
            if plan.failed or api.first_poll is None:
                raise ChildProcessError("the function answered with an error:\n" + child.said())
            return _measured(child, api.first_poll, plan.got, plan.bodies)
        finally:
            child.kill()


def _over_http(subject: Subject, text: str, core: int, log: pathlib.Path) -> Spawn:
    port = http_door.free_port()
    request = http_door.call(subject.path, event(text))
    environment = {**base_environment(), **subject.environment, "QUARKUS_HTTP_PORT": str(port)}
    child = Child(subject.command, environment, subject.folder, core, log)
    try:
        connection, ready = http_door.connect(port, child, PATIENCE_S)
        with connection:
            reader, got, bodies = Reader(connection), [], []
            for _ in range(ANSWERS):
                body, _, at = http_door.post(connection, reader, request)
                got.append(at)
                bodies.append(body)
            return _measured(child, ready, got, bodies)
    except OSError as failure:
        raise ChildProcessError(f"{failure}:\n{child.said()}") from failure
    finally:
        child.kill()


def _measured(child: Child, ready: int, got: list[int], bodies: list[bytes]) -> Spawn:
    peak = child.peak_bytes()
    cpu = child.kill()

    def since(at: int) -> float:
        return (at - child.spawned) / 1e6

    return Spawn(since(ready), [since(at) for at in got], cpu, peak / 1e6, bodies)
