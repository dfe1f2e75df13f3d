"""Finds the phrases of the lexicon in a text: a trie of dictionaries over normalised words, sentence by sentence."""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple

from lexicon import FILLERS, PHRASES, singular

WORD = re.compile(r"\d+\.\d+|[^\W_]+")
# A full stop, semicolon, question or exclamation mark, or a line's end before a capital, a digit or an item of a list.
SENTENCE_END = re.compile(r"(?<!\d)[.;!?]+(?=\s|$)|[.;!?]+(?=\s|$)|\n(?=\s*(?:[A-Z\d*•-]|\n|$))")


class Hit(NamedTuple):
    """A phrase found: its number, its place among the content words of the sentence, and its place in the text."""

    phrase: int
    first: int
    last: int
    start: int
    end: int


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch of text, as half-open ranges."""
    limit = len(text) if end is None else end
    at = start
    for mark in SENTENCE_END.finditer(text, start, limit):
        if mark.end() > at:
            yield at, mark.end()
            at = mark.end()
    if at < limit:
        yield at, limit


class Matcher:
    """The phrases of a lexicon."""

    def __init__(self, lexicon: dict):
        self.trie = lexicon["trie"]
        self.prefixes = lexicon["prefixes"]
        self.prefix_lengths = lexicon["prefixLengths"]
        self.codes = lexicon["codes"]
        self.anchored = lexicon["anchored"]
        self._symbols: dict[str, tuple[str, ...]] = {}

    def symbols(self, word: str) -> tuple[str, ...]:
        """What a word is to the trie: itself, and each beginning that some phrase names. Nothing for a function word."""
        known = self._symbols.get(word)
        if known is None:
            if word in FILLERS:
                known = ()
            else:
                normal = singular(word)
                lengths = self.prefix_lengths
                known = (normal, *(word[:n] + "*" for n in lengths if n <= len(word) and word[:n] in self.prefixes))
            if len(self._symbols) < 100_000:
                self._symbols[word] = known
        return known

    def hits(self, text: str, start: int, end: int) -> list[Hit]:
        """Every phrase of one sentence, longest or not."""
        words = []
        for found in WORD.finditer(text, start, end):
            symbols = self.symbols(found.group().lower())
            if symbols:
                words.append((symbols, found.start(), found.end()))
        hits = []
        open_nodes: list[tuple[dict, int]] = []
        for place, (symbols, _, word_end) in enumerate(words):
            open_nodes.append((self.trie, place))
            still_open = []
            for node, first in open_nodes:
                for symbol in symbols:
                    below = node.get(symbol)
                    if below is not None:
                        still_open.append((below, first))
                        phrase = below.get(PHRASES)
                        if phrase is not None:
                            hits.append(Hit(phrase, first, place + 1, words[first][1], word_end))
            open_nodes = still_open
        return hits

    def codes_of(self, found: list[list[Hit]]) -> dict[str, Hit]:
        """The codes whose expressions are met by the hits of a note's sentences, each with the hit that was decisive."""
        phrases = [{hit.phrase for hit in hits} for hits in found]
        codes: dict[str, Hit] = {}
        for place, hits in enumerate(found):
            here = phrases[place]
            for hit in hits:
                for code, clauses in self.anchored.get(hit.phrase, ()):
                    name = self.codes[code]
                    if name in codes or not here.issuperset(clauses[0]):
                        continue
                    if all(any(some.issuperset(clause) for some in phrases) for clause in clauses[1:]):
                        codes[name] = hit
        return codes

    def find(self, text: str) -> dict[str, Hit]:
        """The codes of a text, whatever is asserted of them."""
        return self.codes_of([self.hits(text, start, end) for start, end in sentences(text)])
