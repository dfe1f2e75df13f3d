"""A Lambda function in Python of rules on spaCy."""

from __future__ import annotations

import os

import lexicon
import loop
from rules_spacy import SpacyPipeline

PIPELINE = SpacyPipeline(lexicon.load(), lexicon.load_written(os.environ["SUPERBILL_BENCH_LEXICON"]))


def handle(event: dict) -> dict:
    return {"codes": PIPELINE.code(event["note"]["text"])}


if __name__ == "__main__":
    loop.run(handle)
