"""A client of an HTTP server on a local port, over plain sockets: the first connection, one call, and many at a constant rate."""

from __future__ import annotations

import selectors
import socket
import time
from collections import deque
from typing import Callable

from process import Child
from runtime_api import Reader
from schedule import Schedule

EVERY_S = 0.001


def free_port() -> int:
    """A port that nothing listens at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def call(path: str, body: bytes) -> bytes:
    """A POST of JSON, as it goes over the wire."""
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode("latin-1") + body


def connect(port: int, child: Child, patience: float) -> tuple[socket.socket, int]:
    """Tries every millisecond until the server takes a connection; the connection, and when it was taken."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            connection = socket.create_connection(("127.0.0.1", port))
        except ConnectionRefusedError:
            if not child.alive():
                break
            time.sleep(EVERY_S)
            continue
        taken = time.monotonic_ns()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection, taken
    raise ChildProcessError("the server does not listen")


def post(connection: socket.socket, reader: Reader, request: bytes) -> tuple[bytes, int, int]:
    """One call: the body of its answer, when the request was sent and when the answer was here."""
    sent = time.monotonic_ns()
    connection.sendall(request)
    message = reader.message()
    got = time.monotonic_ns()
    if message is None:
        raise ConnectionError("the server hung up")
    status = message[0].split(" ", 2)[1]
    if status != "200":
        raise ConnectionError(f"the server answered {status}")
    return message[2], sent, got


class _Line:
    """A connection that is either idle or waits for one answer."""

    def __init__(self, port: int):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.data = b""
        self.due = 0

    def send(self, request: bytes, due: int) -> None:
        self.data, self.due = b"", due
        self.socket.sendall(request)

    def complete(self) -> bool:
        """Reads what is there; whether the answer is whole."""
        data = self.socket.recv(262_144)
        if not data:
            raise ConnectionError("the server hung up")
        self.data += data
        end = self.data.find(b"\r\n\r\n")
        if end < 0:
            return False
        if not self.data.startswith(b"HTTP/1.1 200"):
            raise ConnectionError("the server answered " + self.data[:12].decode("latin-1"))
        head = self.data[:end].lower()
        if b"transfer-encoding: chunked" in head:
            return self.data.endswith(b"\r\n0\r\n\r\n")
        length = int(head.partition(b"content-length:")[2].split(b"\r\n", 1)[0])
        return len(self.data) >= end + 4 + length


def at_constant_rate(port: int, request: bytes, schedule: Schedule, connections: int, over: Callable[[], bool]) -> list[int]:
    """Sends by the schedule, whatever the answers do; each latency in nanoseconds counts from the scheduled moment.

    A request that finds every connection busy waits here, and its wait counts.
    """
    lines = [_Line(port) for _ in range(connections)]
    idle = deque(lines)
    latencies: list[int] = []
    waiting: deque[int] = deque()
    number = 0
    try:
        with selectors.DefaultSelector() as selector:
            for line in lines:
                selector.register(line.socket, selectors.EVENT_READ, line)
            while len(latencies) < schedule.count and not over():
                now = time.monotonic_ns()
                while number < schedule.count and schedule.due(number) <= now:
                    waiting.append(schedule.due(number))
                    number += 1
                while waiting and idle:
                    idle.popleft().send(request, waiting.popleft())
                ahead = schedule.due(number) - time.monotonic_ns() if number < schedule.count else 100_000_000
                # The last stretch is spun: a sleep ends too late by tens of microseconds.
                for key, _ in selector.select(max(0.0, (ahead - 200_000) / 1e9)):
                    line = key.data
                    if line.complete():
                        latencies.append(time.monotonic_ns() - line.due)
                        idle.append(line)
    finally:
        for line in lines:
            line.socket.close()
    return latencies
