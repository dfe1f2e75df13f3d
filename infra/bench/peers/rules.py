"""A rule-based pipeline as medspaCy is put together, in plain Python: sections, sentences, target phrases, context, codes.

    python3 rules.py LEXICON [--seconds 10] [--spacy]

measures it on one core: notes of 3,000 characters a second, and the golden notes. The phrases and cues are Superbill's own. A cue
reaches twelve content words on or back, not past a terminator; of two cues that overlap the longer counts; sections of the past,
of relatives, of allergies and of medication support no code. No tokens with attributes, no part of speech, no vocabulary of
strings are made, which medspaCy on spaCy does make: this is the plainer and quicker way.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import re
import sys
import time

import lexicon
from matcher import Hit, Matcher, sentences

REACH = 12
STRENGTH = ("present", "possible", "historical", "planned", "hypothetical", "absent", "family")
HEADING = re.compile(r"^[ \t]*(?:\d+[.)][ \t]*)?([A-Z][A-Za-z /&'-]{2,60}):", re.MULTILINE)
SECTIONS = (
    ("family", re.compile(r"FAMILY|^FHX?$")),
    ("past", re.compile(r"PAST|PREVIOUS|PRIOR|^PMH|^PSH|MEDICAL HISTORY|SURGICAL HISTORY")),
    ("social", re.compile(r"SOCIAL|TOBACCO|ALCOHOL|HABITS|OCCUPATION")),
    ("medication", re.compile(r"MEDICATION|^MEDS")),
    ("allergies", re.compile(r"ALLERG")),
    ("systems", re.compile(r"REVIEW OF SYSTEMS|^ROS$")),
    ("procedure", re.compile(r"PROCEDURE|OPERATION|TITLE")),
    ("diagnosis", re.compile(r"DIAGNOS|IMPRESSION|ASSESSMENT")),
)
NO_SUPPORT = frozenset(("family", "past", "social", "medication", "allergies", "systems"))
SUPPORTS = frozenset(("present", "possible"))


def kind_of(heading: str) -> str:
    """What a section is for, by its heading."""
    name = heading.upper()
    return next((kind for kind, pattern in SECTIONS if pattern.search(name)), "other")


def sections(text: str) -> list[tuple[str, int, int]]:
    """Kind, start and end of each section's body."""
    found, kind, start = [], "other", 0
    for heading in HEADING.finditer(text):
        if heading.start() > start:
            found.append((kind, start, heading.start()))
        kind, start = kind_of(heading.group(1)), heading.end()
    found.append((kind, start, len(text)))
    return found


class Pipeline:
    """Text in, codes with their places out."""

    def __init__(self, tables: dict):
        self.matcher = Matcher(tables)
        self.cues: dict[int, str] = tables["cues"]

    def assertions(self, hits: list[Hit]) -> list[tuple[Hit, str]]:
        """What the sentence asserts of each phrase that is no cue."""
        cues = sorted((hit for hit in hits if hit.phrase in self.cues), key=lambda hit: hit.first - hit.last)
        kept: list[Hit] = []
        for cue in cues:
            if not any(other.first < cue.last and cue.first < other.last for other in kept):
                kept.append(cue)
        ends = [cue for cue in kept if self.cues[cue.phrase] == "terminator"]
        said = []
        for hit in hits:
            if hit.phrase in self.cues:
                continue
            assertion = "present"
            for cue in kept:
                kind, _, direction = self.cues[cue.phrase].rpartition("-")
                if not kind:
                    continue
                if direction == "forward" and cue.last <= hit.first:
                    low, high = cue.last, hit.first
                elif direction == "backward" and hit.last <= cue.first:
                    low, high = hit.last, cue.first
                else:
                    continue
                if high - low > REACH or any(low <= end.first and end.last <= high for end in ends):
                    continue
                if STRENGTH.index(kind) > STRENGTH.index(assertion):
                    assertion = kind
            said.append((hit, assertion))
        return said

    def code(self, text: str) -> list[dict[str, object]]:
        """The codes of a note."""
        supporting: list[list[Hit]] = []
        for kind, start, end in sections(text):
            if kind in NO_SUPPORT:
                continue
            for low, high in sentences(text, start, end):
                hits = self.matcher.hits(text, low, high)
                if hits:
                    supporting.append([hit for hit, assertion in self.assertions(hits) if assertion in SUPPORTS])
        found = self.matcher.codes_of(supporting)
        return [{"code": code, "start": hit.start, "end": hit.end, "quote": text[hit.start : hit.end]} for code, hit in found.items()]


def throughput(pipeline: Pipeline, notes: list[str], seconds: float) -> float:
    """Notes a second of processor time, after a second of warming up; each is answered as JSON."""
    end = time.monotonic() + 1
    while time.monotonic() < end:
        for note in notes:
            json.dumps(pipeline.code(note))
    done, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        for note in notes:
            json.dumps(pipeline.code(note))
        done += len(notes)
    return done / (time.process_time() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lexicon", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--spacy", action="store_true", help="the pipeline on spaCy")
    options = parser.parse_args()
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
    from notes import golden_notes, note

    pipeline = Pipeline(lexicon.load(options.lexicon))
    if options.spacy:
        from rules_spacy import SpacyPipeline

        pipeline = SpacyPipeline(lexicon.load(options.lexicon), lexicon.load_written(options.lexicon))
    golden = golden_notes()
    print(json.dumps({
        "notesPerSecond3000": throughput(pipeline, [note()], options.seconds),
        "notesPerSecondGolden": throughput(pipeline, golden, options.seconds),
        "goldenCharacters": sum(map(len, golden)) / len(golden),
        "codes": len(pipeline.code(note())),
    }))  # fmt: skip


if __name__ == "__main__":
    main()
