"""A Lambda runtime interface on a local port: it hands out the events of a plan and takes what becomes of them.

Written over plain sockets, so that what it adds to a time is small and the same for every subject. An event's time begins
before its first byte is sent and ends when the last byte of its answer is here.
"""

from __future__ import annotations

import socket
import threading
import time
from typing import Protocol

RUNTIME = "/2018-06-01/runtime/"
ARN = "arn:aws:lambda:us-east-1:000000000000:function:superbill"
PATIENCE_MS = 60_000


class Plan(Protocol):
    """What a runtime interface does with a function."""

    def next_event(self) -> bytes | None:
        """The next event, as soon as it is due; None when there is none left."""

    def ended(self, kind: str, body: bytes, sent: int, got: int) -> None:
        """Takes what became of an event: `response` or `error`, and its times in nanoseconds."""


class Request:
    """One HTTP request as it was read."""

    __slots__ = ("method", "path", "headers", "body")

    def __init__(self, method: str, path: str, headers: dict[str, str], body: bytes):
        self.method, self.path, self.headers, self.body = method, path, headers, body


class Reader:
    """Reads HTTP/1.1 messages off a socket; a body comes by length or in chunks."""

    def __init__(self, connection: socket.socket):
        self.connection = connection
        self.rest = b""

    def message(self) -> tuple[str, dict[str, str], bytes] | None:
        """The first line, the headers by lower-case name, and the body; None at the end of the connection."""
        while (end := self.rest.find(b"\r\n\r\n")) < 0:
            if not self._more():
                return None
        lines = self.rest[:end].decode("latin-1").split("\r\n")
        self.rest = self.rest[end + 4 :]
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        if headers.get("expect", "").lower() == "100-continue":
            self.connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        if headers.get("transfer-encoding", "").lower() == "chunked":
            return lines[0], headers, self._chunks()
        return lines[0], headers, self._exactly(int(headers.get("content-length", "0")))

    def _more(self) -> bool:
        data = self.connection.recv(262_144)
        self.rest += data
        return bool(data)

    def _exactly(self, size: int) -> bytes:
        while len(self.rest) < size:
            if not self._more():
                raise ConnectionError("a body ended early")
        body, self.rest = self.rest[:size], self.rest[size:]
        return body

    def _line(self) -> bytes:
        while (end := self.rest.find(b"\r\n")) < 0:
            if not self._more():
                raise ConnectionError("a chunk ended early")
        line, self.rest = self.rest[:end], self.rest[end + 2 :]
        return line

    def _chunks(self) -> bytes:
        parts = []
        while size := int(self._line().split(b";")[0], 16):
            parts.append(self._exactly(size))
            self._line()
        while self._line():
            pass
        return b"".join(parts)


class RuntimeApi:
    """The server. It serves one function at a time; `first_poll` is when that function first asked for an event."""

    def __init__(self, plan: Plan, port: int = 0):
        self.plan = plan
        self.first_poll: int | None = None
        self.polled = threading.Event()
        self.init_error: bytes | None = None
        self._lock = threading.Lock()
        self._sent: dict[str, int] = {}
        self._ids = 0
        self._connections: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", port), backlog=16)
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> str:
        """The value of `AWS_LAMBDA_RUNTIME_API`."""
        return f"127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        """Stops listening and ends every connection."""
        self._listener.close()
        with self._lock:
            for connection in self._connections:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

    def __enter__(self) -> "RuntimeApi":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self._connections.add(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        reader = Reader(connection)
        try:
            while (message := reader.message()) is not None:
                got = time.monotonic_ns()
                method, path, _ = message[0].split(" ", 2)
                if not self._answer(connection, Request(method, path, message[1], message[2]), got):
                    return
        except (OSError, ValueError):
            return
        finally:
            with self._lock:
                self._connections.discard(connection)
            connection.close()

    def _answer(self, connection: socket.socket, request: Request, got: int) -> bool:
        """Answers a request; False where the connection ends with it."""
        if not request.path.startswith(RUNTIME):
            connection.sendall(_reply(404, b""))
            return True
        what = request.path[len(RUNTIME) :]
        if request.method == "GET" and what == "invocation/next":
            return self._next(connection, got)
        if request.method != "POST":
            connection.sendall(_reply(405, b""))
            return True
        if what == "init/error":
            self.init_error = request.body
            connection.sendall(_reply(202, b'{"status":"OK"}'))
            self.polled.set()
            return True
        _, _, rest = what.partition("invocation/")
        event_id, _, kind = rest.partition("/")
        with self._lock:
            sent = self._sent.pop(event_id, None)
        if sent is None or kind not in ("response", "error"):
            connection.sendall(_reply(400, b'{"errorType":"InvalidRequestID"}'))
            return True
        # Before the reply: a function may poll on another connection as soon as it has that.
        self.plan.ended(kind, request.body, sent, got)
        connection.sendall(_reply(202, b'{"status":"OK"}'))
        return True

    def _next(self, connection: socket.socket, got: int) -> bool:
        if self.first_poll is None:
            self.first_poll = got
            self.polled.set()
        event = self.plan.next_event()
        if event is None:
            # As Lambda freezes an idle function, this one waits until it is ended.
            while connection.recv(4096):
                pass
            return False
        with self._lock:
            self._ids += 1
            event_id = f"00000000-0000-4000-8000-{self._ids:012d}"
            headers = (
                "Content-Type: application/json\r\n"
                f"Lambda-Runtime-Aws-Request-Id: {event_id}\r\n"
                f"Lambda-Runtime-Deadline-Ms: {int(time.time() * 1000) + PATIENCE_MS}\r\n"
                f"Lambda-Runtime-Invoked-Function-Arn: {ARN}\r\n"
                "Lambda-Runtime-Trace-Id: Root=1-00000000-000000000000000000000000;Sampled=0\r\n"
            )
            message = _reply(200, event, headers)
            self._sent[event_id] = time.monotonic_ns()
        connection.sendall(message)
        return True


def _reply(status: int, body: bytes, headers: str = "Content-Type: application/json\r\n") -> bytes:
    reason = {200: "OK", 202: "Accepted", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed"}[status]
    return f"HTTP/1.1 {status} {reason}\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode("latin-1") + body
