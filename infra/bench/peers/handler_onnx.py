"""A Lambda function in Python with ONNX Runtime: the same int8 models in ONNX, tokenizer, vocabulary and phrases."""

from __future__ import annotations

import numpy as np
import onnxruntime

import loop
from answers import MODEL, Reader


def session(name: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(MODEL / name), options, providers=["CPUExecutionProvider"])


READER = Reader()
ENCODER = session("note-encoder-int8.onnx")
RANKER = session("code-ranker-int8.onnx")


def handle(event: dict) -> dict:
    text = event["note"]["text"]
    (logits,) = ENCODER.run(None, {"ids": np.array(READER.windows(text), dtype=np.int64)})
    (ranked,) = RANKER.run(None, {"ids": np.array(READER.rows(text), dtype=np.int64)})
    best, _, votes = ranked.tolist()
    return READER.answer(text, logits.reshape(-1).tolist(), best, votes)


if __name__ == "__main__":
    loop.run(handle)
