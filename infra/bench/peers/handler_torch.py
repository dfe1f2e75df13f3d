"""A Lambda function in Python with PyTorch: the same int8 TorchScript models, tokenizer, vocabulary and phrases."""

from __future__ import annotations

import torch

import loop
from answers import MODEL, Reader

torch.set_num_threads(1)
# As Superbill runs it: without the pass that compiles anew in the first calls.
torch._C._set_graph_executor_optimize(False)
READER = Reader()
ENCODER = torch.jit.load(str(MODEL / "note-encoder-int8.pt"))
RANKER = torch.jit.load(str(MODEL / "code-ranker-int8.pt"))


def handle(event: dict) -> dict:
    text = event["note"]["text"]
    with torch.inference_mode():
        logits = ENCODER(torch.tensor(READER.windows(text))).tolist()
        best, _, votes = RANKER(torch.tensor(READER.rows(text))).tolist()
    return READER.answer(text, logits, best, votes)


if __name__ == "__main__":
    loop.run(handle)
