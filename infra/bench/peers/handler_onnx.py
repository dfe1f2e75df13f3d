"""A Lambda function in Python with ONNX Runtime: the same models in ONNX, tokenizer, vocabulary and phrases."""

from __future__ import annotations

import os

import numpy as np
import onnxruntime

import loop
from answers import Reader


def session(variable: str) -> onnxruntime.InferenceSession | None:
    """A model that the environment names; none where it is not there."""
    path = os.environ.get(variable, "")
    if not os.path.exists(path):
        return None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


READER = Reader()
ENCODER = session("SUPERBILL_BENCH_ENCODER")
RANKER = session("SUPERBILL_BENCH_RANKER")


def handle(event: dict) -> dict:
    text = event["note"]["text"]
    (logits,) = ENCODER.run(None, {"ids": np.array(READER.windows(text), dtype=np.int64)})
    best, votes = (), ()
    if RANKER is not None:
        (rows,) = RANKER.run(None, {"ids": np.array(READER.rows(text), dtype=np.int64)})
        best, votes = rows[0].tolist(), rows[2].tolist()
    return READER.answer(text, logits.reshape(-1).tolist(), best, votes)


if __name__ == "__main__":
    loop.run(handle)
