"""What is measured, and how each of it is started.

A subject whose artefact is missing is left out, with a word saying how it is made.
"""

from __future__ import annotations

import dataclasses
import json
import os
import pathlib
import shutil
from dataclasses import dataclass, field
from typing import Callable, Mapping, Sequence

import sizes
from notes import ROOT

BENCH = ROOT / "infra/bench"
TABLES = ROOT / "src/main/resources/codesets"
NAME = "superbill-1.0.0-SNAPSHOT-runner"
RUNTIME_CLIENT = {
    "aws-lambda-java-runtime-interface-client": "2.7.0",
    "aws-lambda-java-core": "1.4.0",
    "aws-lambda-java-serialization": "1.1.2",
}
# What AWS's managed Java runtime sets: the first compiler alone; and the serial collector, which the JVM takes on one core anyway.
MANAGED_FLAGS = ("-XX:+UseSerialGC", "-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1")

SPACY = ("spacy", "thinc", "numpy", "blis", "pydantic", "pydantic_core", "srsly", "preshed", "cymem", "murmurhash")
_VENV = "python3 -m venv target/bench/venv && target/bench/venv/bin/pip install {}, or say --{}-python"


@dataclass(frozen=True)
class Settings:
    """Where things lie."""

    target: pathlib.Path
    native: pathlib.Path
    function: pathlib.Path
    java: pathlib.Path
    python: pathlib.Path
    onnx_python: pathlib.Path
    spacy_python: pathlib.Path
    work: pathlib.Path

    @property
    def model(self) -> pathlib.Path:
        """The model's folder, which lies beside the target folder."""
        return self.target.parent / "models/note-encoder"

    def onnx(self, name: str) -> pathlib.Path:
        """A model in ONNX."""
        return self.model / f"{name}-int8.onnx"

    @property
    def jar(self) -> pathlib.Path:
        return self.target / f"{NAME}.jar"

    @property
    def lexicon(self) -> pathlib.Path:
        """The code tables as the Python peers read them."""
        return self.work / "lexicon.marshal"

    def libraries(self, engine: str) -> pathlib.Path:
        return self.target / {"PyTorch": "pytorch", "OnnxRuntime": "onnxruntime"}[engine]


@dataclass(frozen=True)
class Need:
    """A file that a subject wants, and how it is made."""

    path: pathlib.Path
    how: str

    @property
    def there(self) -> bool:
        return self.path.exists() and (not self.path.is_dir() or any(self.path.iterdir()))


@dataclass(frozen=True)
class Subject:
    """Something that is started and asked."""

    name: str
    title: str
    command: tuple[str, ...]
    check: Callable[[bytes], None]
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: pathlib.Path = ROOT
    door: str = "lambda"
    path: str = "/"
    needs: tuple[Need, ...] = ()
    parts: Callable[[], list[sizes.Part]] = list
    zipped: bool = False
    prepare: str | None = None

    def missing(self) -> Need | None:
        """The first thing it wants that is not there."""
        return next((need for need in self.needs if not need.there), None)


def base_environment() -> dict[str, str]:
    """What every process is given: little of ours, and one thread for whatever counts cores."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    function = {"AWS_LAMBDA_FUNCTION_NAME": "superbill", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1769", "_HANDLER": "superbill"}
    return {**kept, **function, "OMP_NUM_THREADS": "1"}


def _ours(engine: str) -> Callable[[bytes], None]:
    def check(body: bytes) -> None:
        answer = json.loads(body)
        said = (answer.get("classification") or {}).get("engine", "none")
        if said.lower() != engine.lower():
            raise AssertionError(f"the engine is {said}, not {engine}")
        if not answer["lines"]:
            raise AssertionError("no line was suggested")

    return check


def _hello(body: bytes) -> None:
    if json.loads(body) != {"hello": "superbill"}:
        raise AssertionError("this is no hello")


def _peer(*fields: str) -> Callable[[bytes], None]:
    def check(body: bytes) -> None:
        answer = json.loads(body)
        for name in fields:
            if not answer[name]:
                raise AssertionError(f"{name} is empty")

    return check


def all_subjects(settings: Settings) -> list[Subject]:
    """Every subject, whether it can be started here or not."""
    return [*_native(settings), *_jvm(settings), *_peers(settings)]


def _model_parts(settings: Settings, engine: str) -> list[sizes.Part]:
    """The files that the program reads for an engine: int8 weights, vocabulary, codes, manifest."""
    mark = {"PyTorch": "-int8.pt", "OnnxRuntime": "-int8.onnx"}[engine]
    names = ["manifest.json", "vocab.txt", "codes.txt", *sorted(f.name for f in settings.model.iterdir() if mark in f.name)]
    return [sizes.Part(settings.model / name, f"models/note-encoder/{name}") for name in names]


def _engine_environment(settings: Settings, engine: str) -> dict[str, str]:
    environment = {"SUPERBILL_CLASSIFIER_ENGINE": engine}
    if engine != "none":
        environment["SUPERBILL_CLASSIFIER_LIBRARIES"] = str(settings.libraries(engine))
        environment["SUPERBILL_CLASSIFIER_MODEL"] = str(settings.model)
    return environment


def _engine_needs(settings: Settings, engine: str) -> tuple[Need, ...]:
    if engine == "none":
        return ()
    needs = (Need(settings.libraries(engine), "./mvnw package puts the engine's libraries there"),)
    if engine == "OnnxRuntime":
        needs += (Need(settings.onnx("note-encoder"), "the model in ONNX is made by models/training"),)
    return needs


def _engine_parts(settings: Settings, engine: str, program: Sequence[sizes.Part]) -> list[sizes.Part]:
    parts = list(program)
    if engine != "none":
        parts += sizes.folder(settings.libraries(engine), settings.libraries(engine).name)
        parts += _model_parts(settings, engine)
    return parts


def _native(settings: Settings) -> list[Subject]:
    hello = BENCH / "hello/target/hello-1.0.0-SNAPSHOT-runner"
    subjects = [
        Subject(
            "hello", "native hello: Quarkus + Lambda, a constant", (str(hello),), _hello,
            needs=(Need(hello, "./mvnw -f infra/bench/hello/pom.xml package -Dnative"),),
            parts=lambda: [sizes.Part(hello, "bootstrap")], zipped=True,
        )
    ]  # fmt: skip
    for engine, short in (("none", "none"), ("OnnxRuntime", "onnx"), ("PyTorch", "pytorch")):
        with_engine = "lookup only" if engine == "none" else f"{engine} int8"
        subjects.append(
            Subject(
                f"native-{short}", f"Superbill native, {with_engine}", (str(settings.function),), _ours(engine),
                environment=_engine_environment(settings, engine),
                needs=(Need(settings.function, "./mvnw package -Dnative"), *_engine_needs(settings, engine)),
                parts=lambda engine=engine: _engine_parts(settings, engine, [sizes.Part(settings.function, "bootstrap")]),
                zipped=True,
            )
        )  # fmt: skip
    return [*subjects, *(_server(subject, settings) for subject in subjects[1:])]


def _server(function: Subject, settings: Settings) -> Subject:
    """The whole program as a server, where the function is a binary of its own."""
    native = function.command == (str(settings.function),)
    return dataclasses.replace(
        function,
        name=function.name.replace("-", "-http-", 1),
        title=function.title + ", over HTTP",
        command=(str(settings.native),) if native else function.command,
        parts=(lambda: [sizes.Part(settings.native, "superbill"), *function.parts()[1:]]) if native else function.parts,
        environment={**function.environment, "QUARKUS_HTTP_HOST": "127.0.0.1"},
        door="http",
        path="/v1/suggestions",
        zipped=False,
    )


def _jvm(settings: Settings) -> list[Subject]:
    java, subjects = settings.java, []
    needs_java = Need(java, "install a JDK 25 and set JAVA_HOME, or say --java")
    native_access = "--enable-native-access=ALL-UNNAMED"

    def program() -> list[sizes.Part]:
        return [sizes.Part(settings.jar, settings.jar.name), *sizes.folder(settings.target / "lib", "lib")]

    for engine, short in (("PyTorch", "pytorch"), ("OnnxRuntime", "onnx")):
        jar_needs = (needs_java, Need(settings.jar, "./mvnw package"), *_engine_needs(settings, engine))
        plain = (str(java), *MANAGED_FLAGS, native_access)
        start = ("-jar", str(settings.jar))
        environment = _engine_environment(settings, engine)
        cache = settings.work / f"superbill-{short}.aot"
        subjects.append(
            Subject(
                f"jvm-{short}", f"Superbill on the JVM, {engine} int8", (*plain, *start), _ours(engine), environment=environment,
                needs=jar_needs, parts=lambda engine=engine: _engine_parts(settings, engine, program()),
            )
        )  # fmt: skip
        subjects.append(
            Subject(
                f"jvm-aot-{short}", f"Superbill on the JVM, {engine} int8, JDK 25 AOT cache",
                (*plain, f"-XX:AOTCache={cache}", *start), _ours(engine), environment=environment, needs=jar_needs,
                parts=lambda engine=engine, cache=cache: [*_engine_parts(settings, engine, program()), sizes.Part(cache, cache.name)],
                prepare="aot",
            )
        )  # fmt: skip
    subjects.insert(1, _managed(settings, java, needs_java, native_access))
    return [*subjects, _server(subjects[0], settings)]


def _managed(settings: Settings, java: pathlib.Path, needs_java: Need, native_access: str) -> Subject:
    """`function.zip` under AWS's runtime interface client, as the managed runtime runs it."""
    repository = pathlib.Path(os.environ.get("MAVEN_REPOSITORY", pathlib.Path.home() / ".m2/repository")) / "com/amazonaws"
    client = [repository / name / version / f"{name}-{version}.jar" for name, version in RUNTIME_CLIENT.items()]
    archive = settings.target / "function.zip"
    return Subject(
        "jvm-managed-pytorch", "the same as function.zip, AWS's runtime client",
        (
            str(java), *MANAGED_FLAGS, native_access, "-cp", os.pathsep.join(map(str, client)),
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest",
        ),
        _ours("PyTorch"),
        environment={**_engine_environment(settings, "PyTorch"), "QUARKUS_HTTP_HOST_ENABLED": "false"},
        folder=settings.work / "function",
        needs=(
            needs_java, Need(archive, "./mvnw package"), *(Need(jar, "./mvnw test-compile fetches it") for jar in client),
            *_engine_needs(settings, "PyTorch"),
        ),
        parts=lambda: _engine_parts(settings, "PyTorch", [sizes.Part(archive, "function.zip")]),
        prepare="function",
    )  # fmt: skip


def _peers(settings: Settings) -> list[Subject]:
    lexicon = {"SUPERBILL_BENCH_LEXICON": str(settings.lexicon), "SUPERBILL_BENCH_MODEL": str(settings.model), "PYTHONHASHSEED": "0"}
    demo = BENCH / "demo/target/quarkus-app"
    return [
        Subject(
            "python-pytorch", "Python 3 + PyTorch handler, same model and lexicon",
            (str(settings.python), str(BENCH / "peers/handler_torch.py")), _peer("noteType", "codes", "ranked"), environment=lexicon,
            needs=(Need(settings.python, "say --python"), Need(_torch(settings.python), "apt install python3-torch, or say --python")),
            parts=lambda: [
                *_peer_parts(settings), *sizes.debian_package("python3-torch"), *sizes.debian_package("libtorch1.13"),
                *_model_parts(settings, "PyTorch"),
            ],
            prepare="lexicon",
        ),
        Subject(
            "python-onnx", "Python 3 + ONNX Runtime handler, same model and lexicon",
            (str(settings.onnx_python), str(BENCH / "peers/handler_onnx.py")), _peer("noteType", "codes", "ranked"),
            environment=lexicon,
            needs=(
                Need(sizes.package(settings.onnx_python, "onnxruntime"), _VENV.format("onnxruntime", "onnx")),
                Need(settings.onnx("note-encoder"), "the model in ONNX is made by models/training"),
            ),
            parts=lambda: [
                *_peer_parts(settings), *sizes.wheels(settings.onnx_python, "onnxruntime", "numpy"),
                *_model_parts(settings, "OnnxRuntime"),
            ],
            prepare="lexicon",
        ),
        Subject(
            "python-rules", "Python 3, rules alone: matcher and context, same lexicon",
            (str(settings.python), str(BENCH / "peers/handler_rules.py")), _peer("codes"), environment=lexicon,
            needs=(Need(settings.python, "install Python 3.11 or later, or say --python"),),
            parts=lambda: _peer_parts(settings), prepare="lexicon",
        ),
        Subject(
            "python-spacy", "Python 3 + spaCy, rules alone, put together as medspaCy is",
            (str(settings.spacy_python), str(BENCH / "peers/handler_spacy.py")), _peer("codes"), environment=lexicon,
            needs=(
                Need(settings.python, "install Python 3.11 or later, or say --python"),
                Need(sizes.package(settings.spacy_python, "spacy"), _VENV.format("spacy", "spacy")),
            ),
            parts=lambda: [*_peer_parts(settings), *sizes.wheels(settings.spacy_python, *SPACY)], prepare="lexicon",
        ),
        Subject(
            "quarkus-djl-demo", "Quarkus + DJL on the JVM as DJL's demos do it, over HTTP (classifies, no codes)",
            (str(settings.java), *MANAGED_FLAGS, "-jar", str(demo / "quarkus-run.jar")), _peer("noteType"),
            environment={
                "QUARKUS_HTTP_HOST": "127.0.0.1", "DEMO_MODEL": str(settings.model),
                "DJL_CACHE_DIR": str(settings.work / "djl-cache"), "OPT_OUT_TRACKING": "true",
            },
            door="http", path="/classify", needs=(Need(demo / "quarkus-run.jar", "./mvnw -f infra/bench/demo/pom.xml package"),),
            parts=lambda: [*sizes.folder(demo, "quarkus-app"), *_model_parts(settings, "PyTorch")],
        ),
    ]  # fmt: skip


def _torch(python: pathlib.Path) -> pathlib.Path:
    """Where a Python's torch would be; only Debian's is looked for."""
    return pathlib.Path("/usr/lib/python3/dist-packages/torch") if python == pathlib.Path("/usr/bin/python3") else python


def _peer_parts(settings: Settings) -> list[sizes.Part]:
    return [
        *sizes.folder(BENCH / "peers", "peers", ".py"),
        sizes.Part(ROOT / "models/training/wordpiece.py", "wordpiece.py"),
        sizes.Part(settings.lexicon, settings.lexicon.name),
    ]


def settings_from(
    target: pathlib.Path, native: pathlib.Path | None, function: pathlib.Path | None,
    java: str | None, python: str, onnx_python: str, spacy_python: str,
) -> Settings:  # fmt: skip
    """The settings that the command line's options make."""
    if java is None:
        java = os.path.join(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else shutil.which("java") or "/usr/bin/java"
    return Settings(
        target=target, native=native or target / NAME, function=function or target / "function" / NAME,
        java=pathlib.Path(java), python=pathlib.Path(python),
        onnx_python=pathlib.Path(onnx_python), spacy_python=pathlib.Path(spacy_python), work=ROOT / "target/bench",
    )  # fmt: skip
