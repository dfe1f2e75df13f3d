"""Self-supervised stages: piece vectors from co-occurrence, then masked-piece prediction."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

from encoder import Trunk
from wordpiece import CLS_ID, MASK_ID, PAD_ID, SEP_ID, SPECIALS, WINDOW_PIECES

REACH = 5
MASKED = 0.2


def piece_vectors(texts: list[list[int]], vocabulary: int, width: int) -> Tensor:
    """Singular vectors of the positive pointwise mutual information of pieces near each other."""
    joint = torch.zeros(vocabulary * vocabulary)
    stream = torch.tensor([piece for text in texts for piece in [*text, *[PAD_ID] * REACH]])
    for step in range(1, REACH + 1):
        joint += torch.bincount(stream[:-step] * vocabulary + stream[step:], minlength=vocabulary**2).float() / step
    joint = joint.view(vocabulary, vocabulary)
    joint = joint + joint.t()
    joint[: len(SPECIALS)] = 0
    joint[:, : len(SPECIALS)] = 0
    total, single = joint.sum(), joint.sum(0)
    context = single.pow(0.75)
    context = context / context.sum()
    information = torch.log((joint / (single[:, None] * context[None, :]).clamp(min=1e-9)).clamp(min=1e-9)).clamp(min=0)
    left, strength, _ = torch.svd_lowrank(information, q=width, niter=4)
    vectors = left * strength.sqrt()
    return 0.05 * vectors / vectors[single > 0].std()


def masked_pieces(trunk: Trunk, texts: list[list[int]], steps: int, batch: int, rate: float, log) -> None:
    """Trains the trunk in place to name hidden pieces; output weights are the piece vectors."""
    vocabulary = trunk.pieces.num_embeddings
    width = trunk.pieces.embedding_dim
    apart = torch.nn.Linear(width, 2 * width)
    bias = torch.nn.Parameter(torch.zeros(vocabulary))
    parameters = [*trunk.parameters(), *apart.parameters(), bias]
    optimiser = torch.optim.AdamW(parameters, lr=rate, weight_decay=0.01, betas=(0.9, 0.98))
    rows = _rows(texts)
    order, running = torch.empty(0, dtype=torch.long), 0.0
    trunk.train()
    for step in range(steps):
        if len(order) < batch:
            order = torch.cat([order, torch.randperm(len(rows))])
        ids, order = rows[order[:batch]], order[batch:]
        hidden = (torch.rand(ids.shape) < MASKED) & (ids >= len(SPECIALS))
        chance = torch.rand(ids.shape)
        shown = torch.where(hidden & (chance < 0.8), torch.full_like(ids, MASK_ID), ids)
        shown = torch.where(hidden & (chance > 0.9), torch.randint(len(SPECIALS), vocabulary, ids.shape), shown)
        x = F.gelu(apart(trunk(shown)[0])).view(*ids.shape, width)[hidden]
        loss = F.cross_entropy(x @ trunk.pieces.weight.t() + bias, ids[hidden])
        schedule(optimiser, rate, step, steps)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        running = loss.item() if step == 0 else 0.98 * running + 0.02 * loss.item()
        if (step + 1) % 50 == 0:
            log(f"masked pieces {step + 1}/{steps}: loss {running:.3f}")


def schedule(optimiser, rate: float, step: int, steps: int) -> None:
    """Linear warm-up over the first twentieth, then a cosine to a fiftieth of the rate."""
    warm = max(1, steps // 20)
    share = (step + 1) / warm if step < warm else 0.02 + 0.49 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))
    for group in optimiser.param_groups:
        group["lr"] = rate * share


def _rows(texts: list[list[int]]) -> Tensor:
    """Texts one after another, cut to full windows; a [SEP] stands between texts."""
    stream: list[int] = []
    for text in texts:
        stream += [*text, SEP_ID]
    count = len(stream) // WINDOW_PIECES
    body = torch.tensor(stream[: count * WINDOW_PIECES]).view(count, WINDOW_PIECES)
    edge = torch.ones(count, 1, dtype=torch.long)
    return torch.cat([edge * CLS_ID, body, edge * SEP_ID], dim=1)
