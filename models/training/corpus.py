"""Reads the training texts and labels in place. No development note is ever returned for training."""

from __future__ import annotations

import csv
import glob
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

csv.field_size_limit(1 << 30)

NOTE_TYPES = (
    "operative", "procedure", "radiology", "diagnostic_test", "office_visit", "consult",
    "hospital_admission", "progress", "discharge", "emergency", "other",
)
_WITHOUT_FAMILY = "No RBCS Family"

# The leg revascularisation codes of 2026 replace 37220-37235, whose number is not the closest one.
_SUCCESSORS = {str(code): "37220" for code in range(37254, 37300)}


@dataclass
class CodedNote:
    """One MTSamples note; what its coder said is there only for the labelled ones."""

    note_id: str
    text: str
    specialties: list[str]
    keywords: list[str]
    note_types: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    optional_codes: list[str] = field(default_factory=list)
    diagnoses: list[str] = field(default_factory=list)

    @property
    def labelled(self) -> bool:
        return bool(self.note_types)


@dataclass
class Corpus:
    training: list[CodedNote]
    development: list[CodedNote]
    other_texts: list[str]


def read(data: Path) -> Corpus:
    labels = {name: _labels(data / "labels" / f"{name}.jsonl") for name in ("train", "dev")}
    training, development = [], []
    with open(data / "notes" / "mtsamples.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            note = CodedNote(
                row["note_id"],
                row["transcription"],
                _split(row["specialties"], "|"),
                _split(row["keywords"].lower(), ","),
            )
            label = labels["train"].get(note.note_id) or labels["dev"].get(note.note_id)
            if label:
                note.note_types = label["note_type"]
                note.codes = label["cpt_must"]
                note.optional_codes = label["cpt_may"]
                note.diagnoses = label["icd_must"]
            (development if note.note_id in labels["dev"] else training).append(note)
    kept_apart = {note.text.strip() for note in development}
    training = [note for note in training if note.text.strip() not in kept_apart]
    return Corpus(training, development, _other_texts(data / "notes"))


def _labels(path: Path) -> dict[str, dict]:
    with open(path, encoding="utf-8") as file:
        return {row["note_id"]: row for row in map(json.loads, file)}


def _split(value: str, separator: str) -> list[str]:
    return [part.strip() for part in value.split(separator) if part.strip()]


def _other_texts(notes: Path) -> list[str]:
    """MTS-Dialog sections and conversations, PriMock57 notes (chest X-ray reports are never read)."""
    texts = []
    for path in sorted(glob.glob(str(notes / "mts_dialog" / "*.csv"))):
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                texts += [row["section_text"], row["dialogue"]]
    for path in sorted(glob.glob(str(notes / "primock57" / "*.json"))):
        with open(path, encoding="utf-8") as file:
            texts.append(json.load(file)["note"])
    return [text for text in texts if text]


class Families:
    """CMS RBCS family of a procedure code; its subcategory where RBCS gives no family."""

    def __init__(self, path: Path):
        rows: dict[str, dict] = {}
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                held = rows.get(row["hcpcs_code"])
                if held is None or self._age(row) >= self._age(held):
                    rows[row["hcpcs_code"]] = row
        self._family = {
            code: row["rbcs_subcategory"] if row["rbcs_family"] == _WITHOUT_FAMILY else row["rbcs_family"]
            for code, row in rows.items()
        }
        self._near = defaultdict(list)
        for code in sorted(self._family):
            if code[1:].isdigit():
                self._near[code[:3]].append(code)

    @staticmethod
    def _age(row: dict) -> tuple[bool, str]:
        return row["hcpcs_date_ended"] == "*", row["rbcs_date_effective"]

    def of_code(self, code: str) -> str | None:
        """A code newer than the table takes the family of the closest number with its first three characters."""
        if code in self._family:
            return self._family[code]
        if code in _SUCCESSORS:
            return self._family.get(_SUCCESSORS[code])
        near = self._near.get(code[:3], []) if code[1:].isdigit() else []
        if not near:
            return None
        return self._family[min(near, key=lambda c: (abs(int(c[1:]) - int(code[1:])), c))]

    def of_codes(self, codes: list[str]) -> list[str]:
        return sorted({family for family in map(self.of_code, codes) if family})


_HEADER = re.compile(r"(?m)(?:^|(?<=[.\s]))([A-Z][A-Z0-9 /&,'()\-]{2,60}:)")


def sections(text: str) -> list[tuple[str, str]]:
    """A rough split into (header, body) at capitals followed by a colon; only augmentation uses it."""
    found, header, start = [], "", 0
    for match in _HEADER.finditer(text):
        if match.start(1) > start or header:
            found.append((header, text[start : match.start(1)]))
        header, start = match.group(1), match.end(1)
    found.append((header, text[start:]))
    return found
