"""The code tables of Superbill as the Python peers read them: compiled once, loaded in one go.

    python3 lexicon.py OUT

A `says` line holds expressions between semicolons. An expression's clauses are joined by `&` and may stand anywhere in the note;
a clause's phrases are joined by `+` and stand in one sentence. `*` ends the beginning of a word. The lines `needs` and `unless`,
sides, and all that decides between siblings are left out, which leaves the peers less to do.
"""

from __future__ import annotations

import marshal
import os
import pathlib
import sys
from collections import Counter

ROOT = pathlib.Path(__file__).resolve().parents[3]
TABLES = ROOT / "src/main/resources/codesets"
SYSTEMS = ("CPT", "HCPCS", "ICD-10-CM")
FUNCTION_WORDS = "a an the of his her this that was were is are be been in on at for to with and then using by via from"
FILLERS = frozenset(f"{FUNCTION_WORDS} left right bilateral both".split())
FORMAT = 4  # of marshal: every Python from 3.4 on reads it
PHRASES = ""  # the key of a trie node's own phrases; no word is empty


def singular(word: str) -> str:
    """Drops a plural ending of a lower-case word."""
    if len(word) > 4:
        if word.endswith("ies"):
            return word[:-3] + "y"
        if word.endswith(("ches", "shes", "sses", "xes", "zes")):
            return word[:-2]
    if len(word) > 3 and word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word


def phrase_words(phrase: str) -> tuple[str, ...]:
    """The content words of a phrase, normalised as the words of a note are."""
    found = []
    for word in phrase.lower().replace("'s", "").replace("-", " ").replace("/", " ").replace(":", " ").replace(",", " ").split():
        if word.endswith("*"):
            found.append(word)
        elif word not in FILLERS:
            found.append(singular(word))
    return tuple(found)


class Builder:
    """Collects phrases into a trie of dictionaries, and expressions by their rarest phrase."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[str, ...], int] = {}
        self.written: dict[str, int] = {}
        self.codes: list[str] = []
        self.expressions: list[tuple[int, list[list[int]]]] = []
        self.cues: dict[int, str] = {}

    def number(self, phrase: str) -> int:
        words = phrase_words(phrase)
        if not words:
            raise ValueError(f"no content word in {phrase!r}")
        return self.written.setdefault(phrase.strip().lower(), self.numbers.setdefault(words, len(self.numbers)))

    def code(self, name: str) -> None:
        self.codes.append(name)

    def says(self, line: str) -> None:
        for text in filter(None, map(str.strip, line.split(";"))):
            clauses = [[self.number(phrase) for phrase in clause.split("+")] for clause in text.split("&")]
            self.expressions.append((len(self.codes) - 1, clauses))

    def cue(self, name: str, line: str) -> None:
        for text in filter(None, map(str.strip, line.split(";"))):
            self.cues[self.number(text)] = name

    def compiled(self) -> dict[str, object]:
        """Plain values alone, which marshal writes and reads quickly."""
        trie: dict = {}
        for words, number in self.numbers.items():
            node = trie
            for word in words:
                node = node.setdefault(word, {})
            node[PHRASES] = number
        used = Counter(phrase for _, clauses in self.expressions for clause in clauses for phrase in clause)
        anchored: dict[int, list[tuple[int, tuple[tuple[int, ...], ...]]]] = {}
        for code, clauses in self.expressions:
            anchor = min((phrase for clause in clauses for phrase in clause), key=lambda phrase: (used[phrase], phrase))
            ordered = sorted(clauses, key=lambda clause: anchor not in clause)
            anchored.setdefault(anchor, []).append((code, tuple(map(tuple, ordered))))
        prefixes = sorted({word[:-1] for words in self.numbers for word in words if word.endswith("*")})
        return {
            "trie": trie,
            "prefixes": dict.fromkeys(prefixes, True),
            "prefixLengths": sorted({len(prefix) for prefix in prefixes}),
            "codes": self.codes,
            "anchored": anchored,
            "cues": self.cues,
        }


def read_tables() -> Builder:
    """Reads every code table and the cues."""
    builder = Builder()
    for file in sorted(TABLES.glob("*/*.codes")):
        for line in file.read_text(encoding="utf-8").splitlines():
            key, _, rest = line.strip().partition(" ")
            if key in SYSTEMS and not line.startswith(" "):
                builder.code(f"{key} {rest.split('|')[0].strip()}")
            elif key == "says" and line.startswith(" "):
                builder.says(rest)
    name = ""
    for line in (TABLES / "assertion.codes").read_text(encoding="utf-8").splitlines():
        key, _, rest = line.strip().partition(" ")
        if key == "CUE":
            name = rest.split("|")[0].strip()
        elif key == "says":
            builder.cue(name, rest)
    return builder


def load(path: str | os.PathLike[str] | None = None) -> dict:
    """The compiled tables."""
    with open(path or os.environ["SUPERBILL_BENCH_LEXICON"], "rb") as file:
        return marshal.load(file)


def load_written(path: str | os.PathLike[str]) -> dict[str, int]:
    """The phrases as the tables have them, which lie beside the compiled tables: only spaCy wants them."""
    with open(f"{os.fspath(path)}.written", "rb") as file:
        return marshal.load(file)


def main() -> None:
    out = pathlib.Path(sys.argv[1])
    out.parent.mkdir(parents=True, exist_ok=True)
    builder = read_tables()
    out.write_bytes(marshal.dumps(builder.compiled(), FORMAT))
    pathlib.Path(f"{out}.written").write_bytes(marshal.dumps(builder.written, FORMAT))
    print(f"{len(builder.codes)} codes, {len(builder.numbers)} phrases, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
