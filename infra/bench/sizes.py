"""How large what must be deployed is, plain and zipped."""

from __future__ import annotations

import pathlib
import subprocess
import zipfile
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """A file of an artefact, and its name there."""

    path: pathlib.Path
    name: str


def folder(path: pathlib.Path, name: str, ending: str = "") -> list[Part]:
    """Every file under a folder, caches of Python left out."""
    files = sorted(f for f in path.rglob("*") if f.is_file() and f.name.endswith(ending) and "__pycache__" not in f.parts)
    return [Part(f, f"{name}/{f.relative_to(path)}") for f in files]


def debian_package(name: str) -> list[Part]:
    """The files of a Debian package without its documentation and headers; none where it is not installed."""
    listed = subprocess.run(["dpkg-query", "-L", name], capture_output=True, text=True, check=False)
    files = [pathlib.Path(line) for line in listed.stdout.splitlines()] if listed.returncode == 0 else []
    needed = [f for f in files if f.is_file() and not f.is_symlink() and not {"doc", "include", "man"} & set(f.parts)]
    return [Part(f, str(f).lstrip("/")) for f in needed]


def package(python: pathlib.Path, name: str) -> pathlib.Path:
    """Where a package lies in the environment of a Python, or would lie."""
    lib = python.parent.parent / "lib"
    return next(iter(sorted(lib.glob(f"python3*/site-packages/{name}"))), lib / "python3/site-packages" / name)


def wheels(python: pathlib.Path, *names: str) -> list[Part]:
    """The folders of packages, and the libraries beside them, in the environment of a Python."""
    found = [package(python, name) for name in names]
    found += [path.with_name(path.name + ".libs") for path in found]
    return [part for path in found if path.is_dir() for part in folder(path, path.name)]


def total(parts: list[Part]) -> int:
    """The bytes of all parts."""
    return sum(part.path.stat().st_size for part in parts)


def zipped(parts: list[Part], archive: pathlib.Path) -> int:
    """Zips the parts, as they would be uploaded, and tells the bytes; an archive newer than its parts stays."""
    newest = max(part.path.stat().st_mtime for part in parts)
    if not archive.exists() or archive.stat().st_mtime < newest or not _holds(archive, parts):
        archive.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
            for part in parts:
                entry = zipfile.ZipInfo(part.name, (1980, 1, 1, 0, 0, 0))
                entry.external_attr = (0o100755 if part.path.stat().st_mode & 0o111 else 0o100644) << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                file.writestr(entry, part.path.read_bytes())
    return archive.stat().st_size


def _holds(archive: pathlib.Path, parts: list[Part]) -> bool:
    with zipfile.ZipFile(archive) as file:
        held = {entry.filename: entry.file_size for entry in file.infolist()}
    return held == {part.name: part.path.stat().st_size for part in parts}
