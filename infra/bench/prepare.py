"""What the harness makes itself before it measures: the lexicon of the Python peers, `function.zip` unpacked, AOT caches."""

from __future__ import annotations

import pathlib
import shutil
import subprocess
import zipfile

from cold import TenEvents, wait_for
from notes import event
from process import Child
from runtime_api import RuntimeApi
from subjects import BENCH, TABLES, Settings, Subject, base_environment


def prepare(subject: Subject, settings: Settings, text: str, core: int) -> None:
    """Makes what a subject wants made; what is newer than its source stays."""
    settings.work.mkdir(parents=True, exist_ok=True)
    if subject.prepare == "lexicon":
        _lexicon(settings)
    elif subject.prepare == "function":
        _function(settings, subject.folder)
    elif subject.prepare == "aot":
        _aot_cache(subject, settings, text, core)


def _newer(made: pathlib.Path, *sources: pathlib.Path) -> bool:
    return made.exists() and made.stat().st_mtime >= max(source.stat().st_mtime for source in sources)


def _lexicon(settings: Settings) -> None:
    compiler = BENCH / "peers/lexicon.py"
    written = pathlib.Path(f"{settings.lexicon}.written")
    sources = [compiler, *TABLES.glob("*/*.codes"), *TABLES.glob("*.codes")]
    if not (_newer(settings.lexicon, *sources) and _newer(written, *sources)):
        subprocess.run([settings.python, compiler, settings.lexicon], check=True, stdout=subprocess.DEVNULL)


def _function(settings: Settings, folder: pathlib.Path) -> None:
    archive = settings.target / "function.zip"
    stamp = settings.work / "function.stamp"
    if folder.is_dir() and _newer(stamp, archive) and stamp.read_text() == str(archive):
        return
    shutil.rmtree(folder, ignore_errors=True)
    with zipfile.ZipFile(archive) as file:
        file.extractall(folder)
    stamp.write_text(str(archive))


def _aot_cache(subject: Subject, settings: Settings, text: str, core: int) -> None:
    """A training run: the same command answers ten events and ends of itself, and the JVM writes down what it loaded."""
    option = next(word for word in subject.command if word.startswith("-XX:AOTCache="))
    cache = pathlib.Path(option.partition("=")[2])
    stamp = cache.with_suffix(".command")
    said = "\n".join(subject.command)
    if _newer(cache, settings.jar, settings.java) and stamp.exists() and stamp.read_text() == said:
        return
    command = [f"-XX:AOTCacheOutput={cache}" if word == option else word for word in subject.command]
    plan = TenEvents(event(text))
    with RuntimeApi(plan) as api:
        environment = {**base_environment(), **subject.environment, "AWS_LAMBDA_RUNTIME_API": api.address}
        child = Child(command, environment, subject.folder, core, settings.work / "logs" / f"{subject.name}-training.log")
        try:
            wait_for(plan.over, child, api)
            child.stop(300)
        finally:
            child.kill()
    if not cache.exists():
        raise ChildProcessError("the JVM wrote no AOT cache:\n" + child.said())
    stamp.write_text(said)
