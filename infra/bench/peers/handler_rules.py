"""A Lambda function in Python of rules alone."""

from __future__ import annotations

import lexicon
import loop
from rules import Pipeline

PIPELINE = Pipeline(lexicon.load())


def handle(event: dict) -> dict:
    return {"codes": PIPELINE.code(event["note"]["text"])}


if __name__ == "__main__":
    loop.run(handle)
