"""The note that everyone is sent: 3,000 characters of the golden notes."""

from __future__ import annotations

import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
LENGTH = 3000
SERVICE_DATE = "2026-06-15"


def golden_notes() -> list[str]:
    """The golden notes, in the order of their names."""
    return [f.read_text(encoding="utf-8") for f in sorted((ROOT / "src/test/resources/golden").glob("*/note.txt"))]


def note(length: int = LENGTH) -> str:
    """A note of the given length, made of the golden notes one after the other."""
    text = "\n".join(golden_notes())
    if not text:
        raise SystemExit("there are no golden notes")
    while len(text) < length:
        text += "\n" + text
    return text[:length]


def event(text: str, classifier: str | None = None) -> bytes:
    """A direct invocation; it is also the body of a call over HTTP."""
    request: dict[str, object] = {"encounter": {"serviceDate": SERVICE_DATE}, "note": {"text": text}}
    if classifier is not None:
        request["options"] = {"classifier": classifier}
    return json.dumps(request).encode("utf-8")
