"""The tables that are printed, made of what was measured."""

from __future__ import annotations

import json
import pathlib
from dataclasses import dataclass
from typing import Any, Callable

from figures import quantile, short, spread, table

Results = dict[str, dict[str, Any]]
Reading = Callable[[Results, dict[str, Any]], "float | None"]


def cold_table(results: Results) -> str:
    """Fresh processes: medians, and p10–p90 in brackets."""
    rows = []
    for result in results.values():
        runs = [run for run in result["spawns"] if "failed" not in run]
        if not runs:
            continue
        failed = len(result["spawns"]) - len(runs)
        size, zipped = result["bytes"], result["zipBytes"]
        rows.append([
            result["title"] + (f" ({failed} failed)" if failed else ""),
            spread([run["readyMs"] for run in runs]),
            spread([run["firstMs"] for run in runs]),
            spread([run["tenthMs"] for run in runs]),
            short(quantile([run["cpuS"] for run in runs], 0.5)),
            short(quantile([run["peakMB"] for run in runs], 0.5)),
            short(size / 1e6),
            short(zipped / 1e6 if zipped else None),
        ])  # fmt: skip
    header = ["fresh process, one core", "ready ms", "first answer ms", "tenth answer ms", "CPU s", "peak MB", "size MB", "zip MB"]
    return table(header, rows)


def warm_table(results: Results) -> str:
    """A running process, closed loop: latencies and throughput."""
    rows = []
    for result in results.values():
        warm = result.get("warm")
        if warm:
            closed = warm["closed"]
            rows.append([
                result["title"], *(f"{closed[name]:.2f}" for name in ("p50", "p90", "p99", "p99.9")),
                short(warm["notesPerSecond"]), short(warm["notesPerCpuSecond"]),
            ])  # fmt: skip
    return table(["warm, closed loop", "p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "notes/s", "notes/CPU s"], rows) if rows else ""


def open_table(results: Results) -> str:
    """A running process at constant rates: latencies from when a note was due."""
    rows = []
    for result in results.values():
        for load in (result.get("warm") or {}).get("open", []):
            rows.append([
                result["title"], f"{load['load']:.0%}", short(load["rate"]),
                *(f"{load[name]:.2f}" for name in ("p50", "p90", "p99", "p99.9")),
                f"{load['p99'] / load['p50']:.2f}",
            ])  # fmt: skip
    return table(["warm, open loop", "load", "notes/s", "p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "p99÷p50"], rows) if rows else ""


@dataclass(frozen=True)
class Figure:
    """A figure of the design: a goal, a goal beyond it, and how it is read off the results."""

    name: str
    goal: str
    beyond: str
    good: float
    better: float
    least: bool
    read: Reading
    said: Callable[[float], str] = short

    def row(self, results: Results, extra: dict[str, Any]) -> list[str]:
        value = self.read(results, extra)
        if value is None:
            return [self.name, self.goal, self.beyond, "–", "not measured"]
        met = (lambda bound: value >= bound) if self.least else (lambda bound: value <= bound)
        judged = "beyond" if met(self.better) else "goal" if met(self.good) else "missed"
        return [self.name, self.goal, self.beyond, self.said(value), judged]


def _runs(results: Results, name: str, what: str) -> list[float]:
    return [run[what] for run in results.get(name, {}).get("spawns", []) if "failed" not in run]


def _first(name: str, other: str) -> Reading:
    def read(results: Results, _: dict[str, Any]) -> float | None:
        mine, theirs = _runs(results, name, "firstMs"), _runs(results, other, "firstMs")
        return quantile(mine, 0.5) / quantile(theirs, 0.5) if mine and theirs else None

    return read


def _peak(name: str) -> Reading:
    return lambda results, _: quantile(_runs(results, name, "peakMB"), 0.5) if _runs(results, name, "peakMB") else None


def _zip(name: str) -> Reading:
    def read(results: Results, _: dict[str, Any]) -> float | None:
        size = results.get(name, {}).get("zipBytes")
        return size / 1e6 if size else None

    return read


def _warm_p50(name: str) -> Reading:
    def read(results: Results, _: dict[str, Any]) -> float | None:
        warm = results.get(name, {}).get("warm")
        return warm["closed"]["p50"] if warm else None

    return read


def _tail(name: str) -> Reading:
    def read(results: Results, _: dict[str, Any]) -> float | None:
        loads = (results.get(name, {}).get("warm") or {}).get("open", [])
        return next((load["p99"] / load["p50"] for load in loads if load["load"] == 0.7), None)

    return read


def _per_core(rival: str) -> Reading:
    """Notes a CPU second, each as a function that is asked over the runtime interface."""

    def read(results: Results, _: dict[str, Any]) -> float | None:
        both = [(results.get(name, {}).get("warm") or {}).get("notesPerCpuSecond") for name in ("native-none", rival)]
        return both[0] / both[1] if all(both) else None

    return read


def _in_process(rival: str) -> Reading:
    def read(_: Results, extra: dict[str, Any]) -> float | None:
        mine, theirs = extra.get("jmhNotesPerSecond"), extra.get(rival, {}).get("notesPerSecond3000")
        return mine / theirs if mine and theirs else None

    return read


def _one_over(value: float) -> str:
    return f"1/{1 / value:.1f}"


FIGURES = (
    Figure(
        "first answer, native + ONNX ÷ JVM + PyTorch", "≤ 1/15", "≤ 1/30",
        1 / 15, 1 / 30, False, _first("native-onnx", "jvm-pytorch"), _one_over,
    ),
    Figure("first answer, native + ONNX ÷ native hello", "≤ 3.5", "≤ 2.0", 3.5, 2.0, False, _first("native-onnx", "hello")),
    Figure(
        "first answer, native + PyTorch ÷ JVM + PyTorch", "≤ 1/3.5", "≤ 1/5",
        1 / 3.5, 1 / 5, False, _first("native-pytorch", "jvm-pytorch"), _one_over,
    ),
    Figure(
        "first answer, native + ONNX ÷ Python + PyTorch", "≤ 1/10", "≤ 1/25",
        1 / 10, 1 / 25, False, _first("native-onnx", "python-pytorch"), _one_over,
    ),
    Figure("peak memory, native + ONNX, MB", "≤ 110", "≤ 70", 110, 70, False, _peak("native-onnx")),
    Figure("zip, native + ONNX + model + tables, MB", "≤ 45", "≤ 30", 45, 30, False, _zip("native-onnx")),
    Figure("warm whole answer p50, native + ONNX, ms", "≤ 40", "≤ 15", 40, 15, False, _warm_p50("native-onnx")),
    Figure("warm, lookup only p50, ms", "≤ 1", "≤ 0.3", 1, 0.3, False, _warm_p50("native-none")),
    Figure("p99 ÷ p50 at 70 % load, native + ONNX", "≤ 3", "≤ 2", 3, 2, False, _tail("native-onnx")),
    Figure("p99 ÷ p50 at 70 % load, lookup only", "≤ 3", "≤ 2", 3, 2, False, _tail("native-none")),
    Figure(
        "notes per CPU second, lookup ÷ plain Python rules, both as functions", "≥ 50", "≥ 200",
        50, 200, True, _per_core("python-rules"),
    ),
    Figure("notes per CPU second, lookup ÷ rules on spaCy, both as functions", "≥ 50", "≥ 200", 50, 200, True, _per_core("python-spacy")),
    Figure(
        "notes per second, lookup (JMH) ÷ plain Python rules, both in process", "≥ 50", "≥ 200",
        50, 200, True, _in_process("python-rules"),
    ),
    Figure("notes per second, lookup (JMH) ÷ rules on spaCy, both in process", "≥ 50", "≥ 200", 50, 200, True, _in_process("python-spacy")),
)  # fmt: skip


def in_process_table(extra: dict[str, Any], length: int) -> str:
    """Throughput without a function around it."""
    rows = []
    for name, title in (("python-rules", "plain Python rules"), ("python-spacy", "Python rules on spaCy")):
        if name in extra:
            of = extra[name]
            rows.append([title, short(of["notesPerSecond3000"]), short(of["notesPerSecondGolden"]), str(of["codes"])])
    if extra.get("jmhNotesPerSecond"):
        rows.append(["Superbill, lookup only (JMH)", short(extra["jmhNotesPerSecond"]), "–", "–"])
    return table(["in process, one core", f"notes/s, {length:,} characters", "golden notes/s", "codes found"], rows) if rows else ""


def figures_table(results: Results, extra: dict[str, Any]) -> str:
    """The figures of the design: goal, beyond, measured."""
    return table(["figure", "goal", "beyond", "measured", ""], [figure.row(results, extra) for figure in FIGURES])


def jmh_notes_per_second(file: pathlib.Path) -> float | None:
    """What JMH says of the lookup of a note of 3,000 characters in process, where its JSON lies."""
    if not file.exists():
        return None
    for run in json.loads(file.read_text(encoding="utf-8")):
        if run["benchmark"].endswith("CodingPipelineBenchmark.code") and (run.get("params") or {}).get("classifier") == "NONE":
            metric = run["primaryMetric"]
            units = {"ops/s": None, "s/op": 1.0, "ms/op": 1e3, "us/op": 1e6, "ns/op": 1e9}
            per_second = units[metric["scoreUnit"]]
            return metric["score"] if per_second is None else per_second / metric["score"]
    return None
