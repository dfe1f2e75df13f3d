#!/usr/bin/env python3
"""Measure cold starts and warm answers of Superbill and of its peers. Standard library only, Linux, two cores or more.

    python3 infra/bench/coldstart.py [--spawns 30] [--only NAME...] [--json target/bench/coldstart.json]

Prints tables and keeps every single run as JSON. README.md, beside this file, says what is measured and how.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import platform
import random
import signal
import subprocess
import sys
import time
from typing import Any

import cold
import report
import sizes
import warm
from notes import LENGTH, ROOT, note
from prepare import prepare
from process import pin_harness
from subjects import BENCH, Settings, Subject, all_subjects, settings_from


Run = dict[str, object]
FAILURES = (AssertionError, KeyError, OSError, ValueError)


def options_from(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spawns", type=int, default=30, help="fresh processes of each subject, an uncounted first one apart")
    parser.add_argument("--warm", type=float, default=10.0, metavar="SECONDS", help="length of each warm stretch; 0 leaves them out")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these subjects alone; a name may end in *")
    parser.add_argument("--list", action="store_true", help="name the subjects, and what is missing")
    parser.add_argument("--show", type=pathlib.Path, metavar="JSON", help="print the tables of an earlier run")
    parser.add_argument("--core", type=int, default=0, help="the core that is measured; the harness keeps to the others")
    parser.add_argument("--seed", type=int, default=7, help="of the order within a round")
    parser.add_argument("--json", type=pathlib.Path, default=ROOT / "target/bench/coldstart.json")
    target_help = "where ./mvnw package left its work; models/ lies beside it"
    parser.add_argument("--target", type=pathlib.Path, default=ROOT / "target", help=target_help)
    parser.add_argument("--native", type=pathlib.Path, help="the native binary, where it is not in the target folder")
    parser.add_argument("--function", type=pathlib.Path, help="the function's native binary, where it is not in the target folder")
    parser.add_argument("--java", help="a JDK 25's java; JAVA_HOME's where this is not said")
    parser.add_argument("--python", default="/usr/bin/python3", help="a Python 3 with PyTorch")
    parser.add_argument("--onnx-python", default=str(ROOT / "target/bench/venv/bin/python"), help="a Python 3 with onnxruntime")
    parser.add_argument("--spacy-python", default=str(ROOT / "target/bench/venv/bin/python"), help="a Python 3 with spaCy")
    parser.add_argument("--jmh", type=pathlib.Path, help="JMH's JSON; jmh.json of the target folder where this is not said")
    options = parser.parse_args(arguments)
    if options.spawns < 1 or options.warm < 0:
        parser.error("there is nothing to measure")
    return options


def chosen(subjects: list[Subject], only: list[str] | None) -> list[Subject]:
    """The subjects of the names that were given, or all."""
    if only is None:
        return subjects
    picked = [s for s in subjects if any(s.name == name or (name.endswith("*") and s.name.startswith(name[:-1])) for name in only)]
    if not picked:
        raise SystemExit("no such subject: " + ", ".join(only) + "; there are " + ", ".join(s.name for s in subjects))
    return picked


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def in_short(failure: BaseException) -> str:
    """What failed, and the last that the process said; all of that is in its log."""
    lines = [line.strip() for line in str(failure).splitlines() if line.strip()]
    return " … ".join(dict.fromkeys([type(failure).__name__, *lines[:1], *lines[-1:]]))[:400]


def startable(subjects: list[Subject]) -> tuple[list[Subject], dict[str, str]]:
    """The subjects that can be started here; of the others, what is missing."""
    left_out = {}
    for subject in subjects:
        need = subject.missing()
        if need is not None:
            left_out[subject.name] = f"there is no {need.path}: {need.how}"
            say(f"left out: {subject.name} ({left_out[subject.name]})")
    return [subject for subject in subjects if subject.name not in left_out], left_out


def tried(subjects: list[Subject], settings: Settings, text: str, core: int, left_out: dict[str, str]) -> list[Subject]:
    """Prepares each subject and starts it once, which warms the page cache and is not counted; those that answer."""
    answering = []
    for subject in subjects:
        say(f"tries {subject.name}")
        try:
            prepare(subject, settings, text, core)
            cold.spawn(subject, text, core, settings.work / "logs" / f"{subject.name}.log")
            answering.append(subject)
        except FAILURES as failure:
            left_out[subject.name] = "it does not answer: " + in_short(failure)
            say(f"left out: {subject.name} ({left_out[subject.name]})")
    return answering


def cold_rounds(subjects: list[Subject], text: str, spawns: int, core: int, seed: int, logs: pathlib.Path) -> dict[str, list[Run]]:
    """Rounds in which every subject is started once, in an order of its own."""
    order, dice = list(subjects), random.Random(seed)
    runs: dict[str, list[Run]] = {subject.name: [] for subject in subjects}
    for number in range(1, spawns + 1):
        dice.shuffle(order)
        say(f"round {number} of {spawns}")
        for subject in order:
            load = os.getloadavg()[0]
            try:
                figures = cold.spawn(subject, text, core, logs / f"{subject.name}.log").figures()
            except FAILURES as failure:
                say(f"failed: {subject.name} ({in_short(failure)})")
                figures = {"failed": type(failure).__name__}
            runs[subject.name].append({"round": number, "loadAverage": round(load, 2), **figures})
    return runs


def machine() -> dict[str, object]:
    """Where this was measured."""
    told = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.partition(":")[2].strip() for line in told if line.startswith("model name")]
    return {
        "processor": models[0] if models else platform.machine(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
    }


def rules_in_process(python: pathlib.Path, settings: Settings, core: int, *more: str) -> dict[str, float]:
    """The Python rules without a function around them."""
    command = ["taskset", "-c", str(core), str(python), str(BENCH / "peers/rules.py"), str(settings.lexicon), "--seconds", "5", *more]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measured_sizes(subject: Subject, settings: Settings) -> dict[str, int | None]:
    parts = subject.parts()
    archive = settings.work / "zip" / f"{subject.name}.zip"
    return {"bytes": sizes.total(parts), "zipBytes": sizes.zipped(parts, archive) if subject.zipped else None}


def tables(kept: dict[str, Any]) -> str:
    """Everything that is printed."""
    results, extra = kept["subjects"], kept["extra"]
    spawns = max((len(result["spawns"]) for result in results.values()), default=0)
    said = f"{kept['at']}, {kept['machine']['processor']}, one core, {spawns} spawns each, a note of {kept['noteCharacters']} characters"
    parts = [said, report.cold_table(results), report.warm_table(results), report.open_table(results)]
    parts.append(report.in_process_table(extra, LENGTH))
    parts.append(report.figures_table(results, extra))
    return "\n\n".join(part for part in parts if part)


def keep(kept: dict[str, Any], file: pathlib.Path) -> None:
    """Writes down everything that was measured so far."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    options = options_from(sys.argv[1:])
    if options.show:
        print(tables(json.loads(options.show.read_text(encoding="utf-8"))))
        return
    target = options.target.resolve()
    native, function = (path and path.resolve() for path in (options.native, options.function))
    settings = settings_from(target, native, function, options.java, options.python, options.onnx_python, options.spacy_python)
    subjects, left_out = startable(chosen(all_subjects(settings), options.only))
    if options.list:
        for subject in subjects:
            print(f"{subject.name:22s} {subject.title}")
        return
    if not subjects:
        raise SystemExit("nothing can be started")
    # As an interrupt does: what was started is ended.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    text, logs = note(), settings.work / "logs"
    pin_harness(options.core)
    subjects = tried(subjects, settings, text, options.core, left_out)
    kept: dict[str, Any] = {
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "machine": machine(),
        "noteCharacters": len(text),
        "seed": options.seed,
        "leftOut": left_out,
        "subjects": {s.name: {"title": s.title, "command": list(s.command), **measured_sizes(s, settings)} for s in subjects},
        "extra": {},
    }
    for name, runs in cold_rounds(subjects, text, options.spawns, options.core, options.seed, logs).items():
        kept["subjects"][name]["spawns"] = runs
    keep(kept, options.json)
    if options.warm:
        for subject in subjects:
            say(f"warm: {subject.name}")
            log = logs / f"{subject.name}-warm.log"
            try:
                kept["subjects"][subject.name]["warm"] = warm.measure(subject, text, options.core, options.warm, log)
            except FAILURES as failure:
                say(f"failed: {subject.name} ({in_short(failure)})")
            keep(kept, options.json)
        names = {subject.name for subject in subjects}
        if "python-rules" in names:
            kept["extra"]["python-rules"] = rules_in_process(settings.python, settings, options.core)
        if "python-spacy" in names:
            kept["extra"]["python-spacy"] = rules_in_process(settings.spacy_python, settings, options.core, "--spacy")
        kept["extra"]["jmhNotesPerSecond"] = report.jmh_notes_per_second(options.jmh or target / "jmh.json")
    keep(kept, options.json)
    print(tables(kept))


if __name__ == "__main__":
    main()
