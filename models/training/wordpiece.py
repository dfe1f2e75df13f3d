"""The tokenisation contract: basic splitting, greedy WordPiece, windows, and the vocabulary trainer.

Everything is defined over Unicode code points with fixed ranges, so that another language can
reproduce it exactly without sharing a Unicode version. README.md states the same rules in prose.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from typing import Iterable

PAD, UNK, CLS, SEP, MASK = "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"
SPECIALS = (PAD, UNK, CLS, SEP, MASK)
PAD_ID, UNK_ID, CLS_ID, SEP_ID, MASK_ID = range(5)
CONTINUATION = "##"
MAX_WORD = 100
WINDOW = 256
WINDOW_PIECES = WINDOW - 2

_REPLACED = {
    **dict.fromkeys((0x2018, 0x2019, 0x201B, 0x2032), "'"),
    **dict.fromkeys((0x201C, 0x201D, 0x201F, 0x2033), '"'),
    **dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-"),
}


def is_space(cp: int) -> bool:
    """White space separates words and leaves no token (TAB, LF, CR and friends included)."""
    return (
        0x09 <= cp <= 0x0D
        or cp in (0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
        or 0x2000 <= cp <= 0x200A
    )


def is_dropped(cp: int) -> bool:
    """Controls and invisible marks vanish: they are no token and split no word. Asked after is_space."""
    return (
        cp <= 0x1F
        or 0x7F <= cp <= 0x9F
        or cp == 0xAD
        or 0x0300 <= cp <= 0x036F
        or 0x200B <= cp <= 0x200F
        or 0x202A <= cp <= 0x202E
        or 0x2060 <= cp <= 0x2064
        or 0xFE00 <= cp <= 0xFE0F
        or cp == 0xFEFF
    )


def is_word(cp: int) -> bool:
    """Letters and digits of ASCII, Latin-1, Latin Extended-A/B, Greek and Cyrillic build words."""
    return (
        0x30 <= cp <= 0x39
        or 0x41 <= cp <= 0x5A
        or 0x61 <= cp <= 0x7A
        or (0xC0 <= cp <= 0x24F and cp not in (0xD7, 0xF7))
        or 0x0370 <= cp <= 0x04FF
    )


def lower(cp: int) -> str:
    """Simple one-to-one lower-casing of a word code point; U+0130 becomes `i`."""
    lowered = chr(cp).lower()
    return lowered if len(lowered) == 1 else lowered[0]


def words(text: str) -> list[str]:
    """Splits a text into lower-cased words and single other code points, in order."""
    found: list[str] = []
    word: list[str] = []
    for char in text:
        cp = ord(char)
        if is_word(cp):
            word.append(lower(cp))
        elif is_space(cp):
            if word:
                found.append("".join(word))
                word = []
        elif not is_dropped(cp):
            if word:
                found.append("".join(word))
                word = []
            found.append(_REPLACED.get(cp, char))
    if word:
        found.append("".join(word))
    return found


class WordPiece:
    """Greedy longest-match-first over a fixed vocabulary; the line number is the id."""

    def __init__(self, pieces: list[str]):
        if tuple(pieces[:5]) != SPECIALS:
            raise ValueError("the vocabulary must start with the five special pieces")
        self.pieces = list(pieces)
        self.ids = {piece: i for i, piece in enumerate(pieces)}
        if len(self.ids) != len(pieces):
            raise ValueError("the vocabulary names a piece twice")
        self._known: dict[str, list[int]] = {}

    @classmethod
    def load(cls, path) -> "WordPiece":
        with open(path, encoding="utf-8", newline="\n") as file:
            return cls(file.read().rstrip("\n").split("\n"))

    def save(self, path) -> None:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(self.pieces) + "\n")

    def __len__(self) -> int:
        return len(self.pieces)

    def word_ids(self, word: str) -> list[int]:
        """The pieces of one word, or a single [UNK] when any part of it has no piece."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._split(word)
        return known

    def _split(self, word: str) -> list[int]:
        if len(word) > MAX_WORD:
            return [UNK_ID]
        found: list[int] = []
        start = 0
        while start < len(word):
            prefix = CONTINUATION if start else ""
            for end in range(len(word), start, -1):
                piece = self.ids.get(prefix + word[start:end])
                if piece is not None:
                    found.append(piece)
                    start = end
                    break
            else:
                return [UNK_ID]
        return found

    def encode(self, text: str) -> list[int]:
        """All pieces of a text, without [CLS] and [SEP]."""
        return [piece for word in words(text) for piece in self.word_ids(word)]

    def windows(self, text: str) -> list[list[int]]:
        return windows(self.encode(text))


def windows(pieces: list[int]) -> list[list[int]]:
    """[CLS] + up to 254 pieces + [SEP] a row, all rows padded to the first row's length.

    Every piece is in exactly one row; a text without pieces is the single row [CLS] [SEP].
    """
    chunks = [pieces[i : i + WINDOW_PIECES] for i in range(0, len(pieces), WINDOW_PIECES)] or [[]]
    length = len(chunks[0]) + 2
    return [
        [CLS_ID, *chunk, SEP_ID] + [PAD_ID] * (length - len(chunk) - 2) for chunk in chunks
    ]


def train(texts: Iterable[str], size: int, alphabet: Iterable[str] = ()) -> WordPiece:
    """Learns a vocabulary: the commonest adjacent pair is merged until `size` pieces exist.

    Ties go to the pair that sorts first, so the result depends on the texts alone. Every character
    seen twice, and every one of `alphabet`, gets a piece of its own in both positions.
    """
    counts = Counter(word for text in texts for word in words(text) if len(word) <= MAX_WORD)
    seen = Counter()
    for word, count in counts.items():
        for char in word:
            seen[char] += count
    letters = sorted({c for c, n in seen.items() if n > 1} | set(alphabet))
    pieces = [*SPECIALS, *letters, *(CONTINUATION + c for c in letters if is_word(ord(c)))]
    known = set(pieces)

    splits, weights = [], []
    for word, count in sorted(counts.items()):
        symbols = [word[0], *(CONTINUATION + c for c in word[1:])]
        if len(symbols) > 1 and all(symbol in known for symbol in symbols):
            splits.append(symbols)
            weights.append(count)
    totals: Counter = Counter()
    places: dict[tuple[str, str], set[int]] = defaultdict(set)
    for i, symbols in enumerate(splits):
        for pair in zip(symbols, symbols[1:]):
            totals[pair] += weights[i]
            places[pair].add(i)
    heap = [(-n, pair) for pair, n in totals.items()]
    heapq.heapify(heap)

    while len(pieces) < size and heap:
        negative, pair = heapq.heappop(heap)
        if totals.get(pair, 0) != -negative:
            continue
        if -negative < 2:
            break
        merged = pair[0] + pair[1][len(CONTINUATION) :]
        if merged not in known:
            known.add(merged)
            pieces.append(merged)
        changed = set()
        for i in sorted(places.pop(pair)):
            symbols, weight = splits[i], weights[i]
            for old in zip(symbols, symbols[1:]):
                totals[old] -= weight
                changed.add(old)
            renewed, j = [], 0
            while j < len(symbols):
                if j + 1 < len(symbols) and (symbols[j], symbols[j + 1]) == pair:
                    renewed.append(merged)
                    j += 2
                else:
                    renewed.append(symbols[j])
                    j += 1
            splits[i] = renewed
            for new in zip(renewed, renewed[1:]):
                totals[new] += weight
                places[new].add(i)
                changed.add(new)
        totals.pop(pair, None)
        for new in changed:
            if new != pair and totals.get(new, 0) > 0:
                heapq.heappush(heap, (-totals[new], new))
    return WordPiece(pieces)
