"""Tests of the harness itself: `python3 -m unittest` in this folder."""

from __future__ import annotations

import http.client
import json
import os
import pathlib
import socket
import sys
import tempfile
import threading
import time
import unittest

import cold
import http_door
import notes
import report
import sizes
import warm
from figures import quantile, short, table
from runtime_api import RUNTIME, Reader, RuntimeApi
from schedule import Schedule, wait_until
from subjects import Need, Subject

PEERS = pathlib.Path(__file__).resolve().parent / "peers"
CORE = min(os.sched_getaffinity(0))
FUNCTION = """
import sys, time
sys.path.insert(0, {peers!r})
import loop
def handle(event):
    {body}
loop.run(handle)
"""


def function(body: str) -> Subject:
    """A real function in Python that does what `body` says."""
    code = FUNCTION.format(peers=str(PEERS), body=body)
    return Subject("function", "a function", (sys.executable, "-c", code), lambda answer: json.loads(answer)["length"])


class RuntimeApiTest(unittest.TestCase):
    def setUp(self) -> None:
        self.plan = cold.TenEvents(b'{"a":1}', 2)
        self.api = RuntimeApi(self.plan)
        self.addCleanup(self.api.close)
        host, _, port = self.api.address.partition(":")
        self.client = http.client.HTTPConnection(host, int(port), timeout=10)
        self.addCleanup(self.client.close)

    def call(self, method: str, path: str, body: bytes | None = None, **options) -> tuple[int, dict[str, str], bytes]:
        self.client.request(method, path, body, **options)
        reply = self.client.getresponse()
        return reply.status, dict(reply.headers), reply.read()

    def test_hands_out_events_and_takes_answers(self) -> None:
        self.assertIsNone(self.api.first_poll)
        before = time.monotonic_ns()
        status, headers, body = self.call("GET", RUNTIME + "invocation/next")
        self.assertEqual((status, body), (200, b'{"a":1}'))
        self.assertGreater(int(headers["Lambda-Runtime-Deadline-Ms"]), time.time() * 1000)
        self.assertTrue(headers["Lambda-Runtime-Invoked-Function-Arn"].startswith("arn:aws:lambda:"))
        self.assertIn("Lambda-Runtime-Trace-Id", headers)
        self.assertTrue(before <= self.api.first_poll <= time.monotonic_ns())
        first = headers["Lambda-Runtime-Aws-Request-Id"]
        self.assertEqual(self.call("POST", f"{RUNTIME}invocation/{first}/response", b"one")[0], 202)
        second = self.call("GET", RUNTIME + "invocation/next")[1]["Lambda-Runtime-Aws-Request-Id"]
        self.assertNotEqual(first, second)
        self.assertFalse(self.plan.over.is_set())
        chunks = iter([b"tw", b"o"])
        self.assertEqual(self.call("POST", f"{RUNTIME}invocation/{second}/response", chunks, encode_chunked=True)[0], 202)
        self.assertTrue(self.plan.over.is_set())
        self.assertEqual(self.plan.bodies, [b"one", b"two"])
        self.assertFalse(self.plan.failed)

    def test_refuses_what_it_did_not_send(self) -> None:
        self.assertEqual(self.call("POST", f"{RUNTIME}invocation/nobody/response", b"x")[0], 400)
        self.assertEqual(self.call("GET", "/elsewhere")[0], 404)
        self.assertEqual(self.call("PUT", RUNTIME + "invocation/next", b"")[0], 405)
        self.assertEqual(self.plan.bodies, [])

    def test_an_answer_counts_once(self) -> None:
        event_id = self.call("GET", RUNTIME + "invocation/next")[1]["Lambda-Runtime-Aws-Request-Id"]
        path = f"{RUNTIME}invocation/{event_id}/error"
        self.assertEqual([self.call("POST", path, b"{}")[0], self.call("POST", path, b"{}")[0]], [202, 400])
        self.assertTrue(self.plan.failed)

    def test_keeps_an_error_of_the_start(self) -> None:
        self.assertEqual(self.call("POST", RUNTIME + "init/error", b"{}")[0], 202)
        self.assertEqual(self.api.init_error, b"{}")


class ColdTest(unittest.TestCase):
    def spawn(self, subject: Subject) -> cold.Spawn:
        with tempfile.TemporaryDirectory() as folder:
            return cold.spawn(subject, "a note", CORE, pathlib.Path(folder) / "log")

    def test_times_a_fresh_process(self) -> None:
        spawn = self.spawn(function("time.sleep(0.02); return {'length': len(event['note']['text'])}"))
        self.assertEqual([json.loads(body) for body in spawn.bodies], [{"length": 6}] * 10)
        times = [spawn.ready, *spawn.answers]
        self.assertEqual(times, sorted(times))
        self.assertGreaterEqual(spawn.answers[-1] - spawn.ready, 10 * 20)
        self.assertGreater(spawn.ready, 1)
        self.assertTrue(0 < spawn.cpu_s < 5)
        self.assertTrue(3 < spawn.peak_mb < 100)

    def test_a_process_that_ends_is_told(self) -> None:
        with self.assertRaisesRegex(ChildProcessError, "has ended"):
            self.spawn(Subject("gone", "gone", ("/bin/false",), lambda _: None))

    def test_an_answer_that_is_an_error_is_told(self) -> None:
        with self.assertRaisesRegex(ChildProcessError, "error"):
            self.spawn(function("raise ValueError"))

    def test_a_wrong_answer_is_told(self) -> None:
        with self.assertRaises(KeyError):
            self.spawn(function("return {}"))

    def test_runs_on_one_core(self) -> None:
        subject = function("import os; return {'length': sorted(os.sched_getaffinity(0)), 'threads': os.environ['OMP_NUM_THREADS']}")
        self.assertEqual(json.loads(self.spawn(subject).bodies[0]), {"length": [CORE], "threads": "1"})


class WarmTest(unittest.TestCase):
    def test_a_wait_behind_a_slow_answer_counts(self) -> None:
        # 20 ms of work every 10 ms: the queue grows, and so do the latencies from when a note was due.
        subject = function("time.sleep(0.02); return {'length': 1}")
        with tempfile.TemporaryDirectory() as folder:
            load = warm.LambdaLoad(notes.event("a note"))
            with RuntimeApi(load) as api:
                environment = {**cold.base_environment(), "AWS_LAMBDA_RUNTIME_API": api.address}
                load.child = cold.Child(subject.command, environment, subject.folder, CORE, pathlib.Path(folder) / "log")
                try:
                    closed = load.closed(0.3)
                    queued = load.open(100, 0.5)
                    at_ease = load.open(10, 0.5)
                finally:
                    load.child.kill()
        self.assertGreaterEqual(len(closed), warm.FEWEST)
        self.assertEqual((len(queued), len(at_ease)), (50, 5))
        self.assertGreater(quantile(closed, 0.5), 20e6)
        self.assertGreater(queued[-1], 300e6)
        self.assertGreater(queued[-1], quantile(queued, 0.5) * 1.3)
        self.assertLess(quantile(at_ease, 0.5), 200e6)

    def test_http_at_a_constant_rate(self) -> None:
        server = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(server.close)

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                threading.Thread(target=answer, args=(connection,), daemon=True).start()

        def answer(connection: socket.socket) -> None:
            with connection:
                reader = Reader(connection)
                while (message := reader.message()) is not None:
                    time.sleep(0.02)
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(message[2]), message[2]))

        threading.Thread(target=serve, daemon=True).start()
        port = server.getsockname()[1]
        request = http_door.call("/x", b"hello")
        one = http_door.at_constant_rate(port, request, Schedule.of(100, 0.3), 1, lambda: False)
        many = http_door.at_constant_rate(port, request, Schedule.of(100, 0.3), 8, lambda: False)
        self.assertEqual((len(one), len(many)), (30, 30))
        self.assertGreater(one[-1], 200e6)
        self.assertLess(quantile(many, 0.5), one[-1])
        with socket.create_connection(("127.0.0.1", port)) as connection:
            self.assertEqual(http_door.post(connection, Reader(connection), request)[0], b"hello")


class ScheduleTest(unittest.TestCase):
    def test_no_error_adds_up(self) -> None:
        schedule = Schedule.of(3, 1000, start=5)
        self.assertEqual(schedule.count, 3000)
        self.assertEqual(schedule.due(0), 5)
        self.assertEqual(schedule.due(2999), 5 + round(2999 / 3 * 1e9))
        with self.assertRaises(IndexError):
            schedule.due(3000)
        with self.assertRaises(ValueError):
            Schedule.of(0, 1)

    def test_waits_until_the_moment(self) -> None:
        due = time.monotonic_ns() + 5_000_000
        wait_until(due)
        self.assertGreaterEqual(time.monotonic_ns(), due)


class FiguresTest(unittest.TestCase):
    def test_quantiles(self) -> None:
        self.assertEqual(quantile([3, 1, 2], 0.5), 2)
        self.assertEqual(quantile([1, 2, 3, 4], 0.5), 2.5)
        self.assertEqual(quantile(range(101), 0.99), 99)
        self.assertEqual((quantile([5], 0), quantile([1, 9], 1)), (5, 9))
        for values, q in (([], 0.5), ([1], 1.5)):
            with self.assertRaises(ValueError):
                quantile(values, q)

    def test_numbers_and_tables(self) -> None:
        self.assertEqual([short(v) for v in (0.01234, 1.5, 12.34, 1234.5, None)], ["0.0123", "1.50", "12.3", "1,234", "–"])
        self.assertEqual(table(["a", "b"], [["x", "10"]]).splitlines()[1], "|---|---:|")

    def test_figures_are_judged(self) -> None:
        def spawns(first: float) -> dict[str, object]:
            return {"spawns": [{"firstMs": first, "peakMB": 80.0}], "zipBytes": 50_000_000}

        results = {"native-onnx": spawns(40), "jvm-pytorch": spawns(800), "hello": spawns(25)}
        rows = {row[0]: row[3:] for row in (figure.row(results, {}) for figure in report.FIGURES)}
        self.assertEqual(rows["first answer, native + ONNX ÷ JVM + PyTorch"], ["1/20.0", "goal"])
        self.assertEqual(rows["first answer, native + ONNX ÷ native hello"], ["1.60", "beyond"])
        self.assertEqual(rows["zip, native + ONNX + model + tables, MB"], ["50.0", "missed"])
        self.assertEqual(rows["warm, lookup only p50, ms"], ["–", "not measured"])


class SizesTest(unittest.TestCase):
    def test_zips_what_is_deployed_and_notices_changes(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "in").mkdir()
            (folder / "in/a.txt").write_bytes(b"a" * 100_000)
            parts = sizes.folder(folder / "in", "in")
            self.assertEqual(sizes.total(parts), 100_000)
            small = sizes.zipped(parts, folder / "out.zip")
            self.assertLess(small, 1000)
            (folder / "in/b.bin").write_bytes(os.urandom(50_000))
            self.assertGreater(sizes.zipped(sizes.folder(folder / "in", "in"), folder / "out.zip"), 50_000)

    def test_an_empty_folder_is_not_there(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            self.assertFalse(Need(pathlib.Path(name), "fill it").there)


class NotesTest(unittest.TestCase):
    def test_the_note(self) -> None:
        self.assertEqual(len(notes.note()), 3000)
        request = json.loads(notes.event(notes.note(), "none"))
        self.assertEqual(request["encounter"]["serviceDate"], "2026-06-15")
        self.assertEqual(request["options"], {"classifier": "none"})


if __name__ == "__main__":
    unittest.main()
