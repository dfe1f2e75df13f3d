"""A process that runs: closed loop, and open loop at constant rates.

Closed loop: the next note is sent when the answer to the last is here. Open loop: notes are due at fixed moments whatever the
answers do, and a latency counts from the moment a note was due, so that a slow answer is also paid by those that wait behind it
(no coordinated omission). A Lambda function takes one event at a time, so its queue is here, in the runtime interface.
"""

from __future__ import annotations

import pathlib
import socket
import threading
import time
from typing import Protocol

import http_door
from cold import wait_for
from figures import quantile
from notes import event
from process import Child
from runtime_api import Reader, RuntimeApi
from schedule import Schedule, wait_until
from subjects import Subject, base_environment

WARM_UP_SHARE = 0.5
FEWEST = 20
LOADS = (0.3, 0.7, 0.9)
PATIENCE = 20.0
CONNECTIONS = 8
QUANTILES = {"p50": 0.5, "p90": 0.9, "p99": 0.99, "p99.9": 0.999}


class Load(Protocol):
    """A way to put load on a running process."""

    def closed(self, seconds: float) -> list[int]:
        """One call after the other; the latencies in nanoseconds."""

    def open(self, rate: float, seconds: float) -> list[int]:
        """Calls at a constant rate; the latencies in nanoseconds, from when each was due."""


class LambdaLoad:
    """A plan for a runtime interface, driven stretch by stretch."""

    def __init__(self, body: bytes):
        self.body = body
        self.child: Child | None = None
        self._wanted = threading.Condition()
        self._schedule: Schedule | None = None
        self._until = 0
        self._busy = False
        self._number = 0
        self._due: int | None = None
        self._latencies: list[int] = []
        self._over = threading.Event()
        self._failed = False

    def closed(self, seconds: float) -> list[int]:
        return self._run(None, seconds)

    def open(self, rate: float, seconds: float) -> list[int]:
        return self._run(Schedule.of(rate, seconds, time.monotonic_ns() + 1_000_000), seconds)

    def _run(self, schedule: Schedule | None, seconds: float) -> list[int]:
        assert self.child is not None
        with self._wanted:
            self._schedule, self._number, self._latencies = schedule, 0, []
            self._until = time.monotonic_ns() + int(seconds * 1e9)
            self._over.clear()
            self._busy = True
            self._wanted.notify_all()
        wait_for(self._over, self.child, patience=PATIENCE * seconds + 60)
        if self._failed:
            raise ChildProcessError("the function answered with an error:\n" + self.child.said())
        return self._latencies

    def next_event(self) -> bytes | None:
        while True:
            with self._wanted:
                while not self._busy:
                    self._wanted.wait()
            if self._schedule is None:
                if time.monotonic_ns() < self._until or len(self._latencies) < FEWEST:
                    self._due = None
                    return self.body
            elif self._number < self._schedule.count:
                self._due = self._schedule.due(self._number)
                self._number += 1
                wait_until(self._due)
                return self.body
            self._busy = False
            self._over.set()

    def ended(self, kind: str, body: bytes, sent: int, got: int) -> None:
        if kind != "response":
            self._failed = True
            self._busy = False
            self._over.set()
        self._latencies.append(got - (sent if self._due is None else self._due))


class HttpLoad:
    """Load on an HTTP server; closed over one connection, open over several."""

    def __init__(self, port: int, request: bytes, child: Child):
        self.port, self.request, self.child = port, request, child

    def closed(self, seconds: float) -> list[int]:
        latencies: list[int] = []
        until = time.monotonic_ns() + int(seconds * 1e9)
        with socket.create_connection(("127.0.0.1", self.port)) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            reader = Reader(connection)
            while time.monotonic_ns() < until or len(latencies) < FEWEST:
                _, sent, got = http_door.post(connection, reader, self.request)
                latencies.append(got - sent)
        return latencies

    def open(self, rate: float, seconds: float) -> list[int]:
        end = time.monotonic() + PATIENCE * seconds + 60
        schedule = Schedule.of(rate, seconds, time.monotonic_ns() + 1_000_000)
        latencies = http_door.at_constant_rate(self.port, self.request, schedule, CONNECTIONS, lambda: time.monotonic() > end)
        if len(latencies) < schedule.count:
            raise ChildProcessError("the server does not keep up:\n" + self.child.said())
        return latencies


def measure(subject: Subject, text: str, core: int, seconds: float, log: pathlib.Path) -> dict[str, object]:
    """Starts a subject, warms it up, and measures it under every load."""
    if subject.door == "http":
        port = http_door.free_port()
        environment = {**base_environment(), **subject.environment, "QUARKUS_HTTP_PORT": str(port)}
        child = Child(subject.command, environment, subject.folder, core, log)
        try:
            http_door.connect(port, child, 120)[0].close()
            return _under_loads(HttpLoad(port, http_door.call(subject.path, event(text)), child), child, seconds)
        finally:
            child.kill()
    load = LambdaLoad(event(text))
    with RuntimeApi(load) as api:
        environment = {**base_environment(), **subject.environment, "AWS_LAMBDA_RUNTIME_API": api.address}
        child = load.child = Child(subject.command, environment, subject.folder, core, log)
        try:
            wait_for(api.polled, child, api)
            return _under_loads(load, child, seconds)
        finally:
            child.kill()


def _under_loads(load: Load, child: Child, seconds: float) -> dict[str, object]:
    load.closed(seconds * WARM_UP_SHARE)
    begun, cpu = time.monotonic(), child.cpu_seconds()
    latencies = load.closed(seconds)
    wall, cpu = time.monotonic() - begun, child.cpu_seconds() - cpu
    rate = len(latencies) / wall
    result: dict[str, object] = {
        "closed": _figures(latencies),
        "notesPerSecond": round(rate, 2),
        "notesPerCpuSecond": round(len(latencies) / cpu, 2) if cpu > 0 else None,
        "open": [],
    }
    for share in LOADS:
        latencies = load.open(rate * share, max(seconds, FEWEST / (rate * share)))
        result["open"].append({"load": share, "rate": round(rate * share, 2), **_figures(latencies)})  # type: ignore[attr-defined]
    result["residentMB"] = round(child.resident_bytes() / 1e6, 2)
    return result


def _figures(latencies: list[int]) -> dict[str, float]:
    return {"n": len(latencies), **{name: round(quantile(latencies, q) / 1e6, 4) for name, q in QUANTILES.items()}}
