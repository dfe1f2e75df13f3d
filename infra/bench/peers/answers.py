"""What both handlers with a model share: the note's windows and passages, and an answer made of the model's numbers."""

from __future__ import annotations

import json
import math
import os
import pathlib
import sys
from typing import Sequence

import lexicon
from matcher import Matcher, sentences

ROOT = pathlib.Path(__file__).resolve().parents[3]
MODEL = pathlib.Path(os.environ["SUPERBILL_BENCH_MODEL"])
sys.path.append(str(ROOT / "models/training"))
from wordpiece import CLS_ID, PAD_ID, SEP_ID, WordPiece  # noqa: E402

SHORT, LONGEST = 80, 300
MOST = 60


def passages(text: str) -> list[str]:
    """Whole sentences, short ones taken together, long ones cut."""
    found, start = [], 0
    for _, end in sentences(text):
        while end - start > LONGEST:
            cut = text.rfind(" ", start + 1, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            found.append(text[start:cut].strip())
            start = cut
        if end - start >= SHORT:
            found.append(text[start:end].strip())
            start = end
    if text[start:].strip():
        found.append(text[start:].strip())
    return [passage for passage in found if any(map(str.isalnum, passage))]


class Reader:
    """Tokenizer, labels and lexicon."""

    def __init__(self) -> None:
        manifest = json.loads((MODEL / "manifest.json").read_text(encoding="utf-8"))
        self.heads = manifest["heads"]
        self.longest = manifest["ranker"]["longest"]
        self.pieces = WordPiece.load(MODEL / "vocab.txt")
        self.codes = (MODEL / "codes.txt").read_text(encoding="utf-8").split("\n")[:-1]
        self.matcher = Matcher(lexicon.load())

    def windows(self, text: str) -> list[list[int]]:
        return self.pieces.windows(text)

    def rows(self, text: str) -> list[list[int]]:
        """The passages as the ranker reads them, all of the longest one's length."""
        pieces = [self.pieces.encode(passage)[: self.longest] for passage in passages(text)] or [[]]
        length = max(map(len, pieces))
        return [[CLS_ID, *some, SEP_ID] + [PAD_ID] * (length - len(some)) for some in pieces]

    def answer(self, text: str, logits: Sequence[float], best: Sequence[float], votes: Sequence[float]) -> dict:
        """The note's type and families, the codes that its words name, and those that the ranker names."""
        answer: dict = {"codes": sorted(self.matcher.find(text))}
        for head in self.heads:
            some = logits[head["offset"] : head["offset"] + head["size"]]
            if head["activation"] == "softmax":
                answer[head["name"]] = head["labels"][max(range(len(some)), key=some.__getitem__)]
            else:
                answer[head["name"]] = [
                    label for label, logit in zip(head["labels"], some) if 1 / (1 + math.exp(-logit)) >= head["threshold"]
                ]
        scores = [(p + vote, code) for p, vote, code in zip(best, votes, self.codes) if p + vote > 1e-5]
        answer["ranked"] = [{"code": code, "score": round(score, 4)} for score, code in sorted(scores, reverse=True)[:MOST]]
        return answer
