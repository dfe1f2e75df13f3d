"""Accuracy of the note type, F1 of the multi-label heads, thresholds, and the mix of the two halves."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from targets import Heads


def note_type_accuracy(logits: Tensor, values: Tensor) -> float:
    """Right where the first choice is among the types a coder gave."""
    return values.gather(1, logits.argmax(1, keepdim=True)).gt(0).float().mean().item()


def f1(logits: Tensor, values: Tensor, threshold: float, optional: Tensor | None = None) -> tuple[float, float]:
    """Micro F1, and macro F1 over the labels that occur. A prediction in `optional` counts for neither side."""
    chosen, wanted = torch.sigmoid(logits) >= threshold, values > 0
    if optional is not None:
        chosen = chosen & (wanted | (optional == 0))
    hit, miss, extra = (chosen & wanted).sum(0).float(), (~chosen & wanted).sum(0).float(), (chosen & ~wanted).sum(0).float()
    each = 2 * hit / (2 * hit + miss + extra).clamp(min=1)
    occurring = wanted.any(0)
    micro = 2 * hit.sum() / (2 * hit.sum() + miss.sum() + extra.sum()).clamp(min=1)
    return micro.item(), each[occurring].mean().item()


def best_threshold(logits: Tensor, values: Tensor) -> float:
    candidates = [i / 100 for i in range(10, 61, 2)]
    smooth = [sum(f1(logits, values, t + d)[0] for d in (-0.04, -0.02, 0, 0.02, 0.04)) for t in candidates]
    return candidates[max(range(len(candidates)), key=smooth.__getitem__)]


def report(logits: Tensor, values: Tensor, heads: Heads, thresholds: dict[str, float], optional: Tensor | None = None) -> dict:
    parts = heads.slices
    found = {"notes": len(values), "noteType": {"accuracy": round(note_type_accuracy(logits[:, parts["noteType"]], values[:, parts["noteType"]]), 4)}}
    for head in ("specialty", "serviceFamilies"):
        part = parts[head]
        micro, macro = f1(logits[:, part], values[:, part], thresholds[head])
        found[head] = {"microF1": round(micro, 4), "macroF1": round(macro, 4)}
        if optional is not None and head == "serviceFamilies":
            micro, macro = f1(logits[:, part], values[:, part], thresholds[head], optional[:, part])
            found[head] |= {"microF1OptionalIgnored": round(micro, 4), "macroF1OptionalIgnored": round(macro, 4)}
    return found


def loss_of_head(logits: Tensor, values: Tensor, head: str) -> float:
    if head == "noteType":
        return F.cross_entropy(logits, values).item()
    return F.binary_cross_entropy_with_logits(logits, values).item()


def mix(neural: Tensor, lexical: Tensor, values: Tensor, heads: Heads) -> tuple[Tensor, Tensor]:
    """How much of each half every head takes: the pair of shares with the least validation loss."""
    neural_share, lexical_share = torch.zeros(heads.size), torch.zeros(heads.size)
    steps = [i / 20 for i in range(0, 29)]
    for head, part in heads.slices.items():
        pairs = [(a, b) for a in steps for b in steps if b >= 0.5]
        best = min(pairs, key=lambda p: loss_of_head(p[0] * neural[:, part] + p[1] * lexical[:, part], values[:, part], head))
        neural_share[part], lexical_share[part] = best
    return neural_share, lexical_share
