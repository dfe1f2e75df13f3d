"""Turns what is known of a note into target rows for the three heads and the auxiliary one."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass

import torch
from torch import Tensor

from corpus import NOTE_TYPES, CodedNote, Families

FEWEST_FAMILY_NOTES = 4
FEWEST_KEYWORD_NOTES = 10
FEWEST_DIAGNOSIS_NOTES = 8


@dataclass(frozen=True)
class Heads:
    """Label order of the exported logits. The slices follow one another."""

    note_types: tuple[str, ...]
    specialties: tuple[str, ...]
    families: tuple[str, ...]

    @property
    def size(self) -> int:
        return len(self.note_types) + len(self.specialties) + len(self.families)

    @property
    def slices(self) -> dict[str, slice]:
        first, second = len(self.note_types), len(self.note_types) + len(self.specialties)
        return {"noteType": slice(0, first), "specialty": slice(first, second), "serviceFamilies": slice(second, self.size)}

    def labels(self, head: str) -> tuple[str, ...]:
        return {"noteType": self.note_types, "specialty": self.specialties, "serviceFamilies": self.families}[head]


def heads_of(notes: list[CodedNote], families: Families) -> Heads:
    counts = Counter(family for note in notes if note.labelled for family in families.of_codes(note.codes))
    return Heads(
        NOTE_TYPES,
        tuple(sorted({specialty for note in notes for specialty in note.specialties})),
        tuple(sorted(family for family, n in counts.items() if n >= FEWEST_FAMILY_NOTES)),
    )


def encode(notes: list[CodedNote], heads: Heads, families: Families) -> tuple[Tensor, Tensor]:
    """Targets [notes, labels] and, of the same size, which of them are known."""
    values = torch.zeros(len(notes), heads.size)
    known = torch.zeros(len(notes), heads.size, dtype=torch.bool)
    types, specialties, services = heads.slices.values()
    for row, note in enumerate(notes):
        for name in note.specialties:
            values[row, specialties.start + heads.specialties.index(name)] = 1
        known[row, specialties] = True
        if note.labelled:
            for name in note.note_types:
                values[row, heads.note_types.index(name)] = 1 / len(note.note_types)
            for name in families.of_codes(note.codes):
                if name in heads.families:
                    values[row, services.start + heads.families.index(name)] = 1
            known[row, types] = known[row, services] = True
    return values, known


def auxiliary(notes: list[CodedNote]) -> tuple[Tensor, Tensor]:
    """Extra targets of the training only: common keywords, and three-character diagnoses."""
    keywords = _common((note.keywords for note in notes), FEWEST_KEYWORD_NOTES)
    diagnoses = _common(({code[:3] for code in note.diagnoses} for note in notes), FEWEST_DIAGNOSIS_NOTES)
    values = torch.zeros(len(notes), len(keywords) + len(diagnoses))
    known = torch.zeros_like(values, dtype=torch.bool)
    for row, note in enumerate(notes):
        for word in note.keywords:
            if word in keywords:
                values[row, keywords[word]] = 1
        known[row, : len(keywords)] = bool(note.keywords)
        for code in note.diagnoses:
            if code[:3] in diagnoses:
                values[row, len(keywords) + diagnoses[code[:3]]] = 1
        known[row, len(keywords) :] = note.labelled
    return values, known


def _common(groups, fewest: int) -> dict[str, int]:
    counts = Counter(name for group in groups for name in set(group))
    return {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n >= fewest))}


def hold_out(notes: list[CodedNote], share: float, seed: int) -> tuple[list[int], list[int]]:
    """Rows to train on, and the labelled rows kept for validation (out of every supervised stage)."""
    labelled = sorted((i for i, note in enumerate(notes) if note.labelled), key=lambda i: notes[i].note_id)
    random.Random(seed).shuffle(labelled)
    held = sorted(labelled[: round(share * len(labelled))])
    return [i for i in range(len(notes)) if i not in set(held)], held
