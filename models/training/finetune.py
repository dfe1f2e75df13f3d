"""Supervised stage: three heads at once, with the lexical teacher's view of notes nobody labelled."""

from __future__ import annotations

import copy
import random
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from encoder import NeuralHead
from pretrain import schedule
from targets import Heads
from wordpiece import MASK_ID, PAD_ID, SPECIALS, WINDOW, windows


@dataclass(frozen=True)
class Plan:
    epochs: int = 8
    batch: int = 8
    most_windows: int = 2
    rate: float = 1.5e-3
    decay: float = 0.05
    averaging: float = 0.98
    families_weight: float = 3.0
    auxiliary_weight: float = 0.5


@dataclass
class Sectioned:
    """A note as (header pieces, body pieces), so that augmentation can take parts away."""

    parts: list[tuple[list[int], list[int]]]

    def disturbed(self, chance: random.Random, most_windows: int) -> list[list[int]]:
        without_headers = chance.random() < 0.15
        pieces: list[int] = []
        for header, body in self.parts:
            if len(self.parts) > 2 and chance.random() < 0.1:
                continue
            if not without_headers and chance.random() > 0.1:
                pieces += header
            pieces += body
        pieces = [MASK_ID if chance.random() < 0.08 else piece for piece in pieces]
        rows = windows(pieces)
        if len(rows) > most_windows:
            first = [0] if chance.random() < 0.75 else []
            rest = chance.sample(range(len(first), len(rows)), most_windows - len(first))
            rows = [rows[i] for i in sorted(first + rest)]
        return [row + [PAD_ID] * (WINDOW - len(row)) for row in rows]


def losses(logits: Tensor, values: Tensor, known: Tensor, heads: Heads, plan: Plan) -> Tensor:
    """Mean loss a note: cross-entropy of the note type, binary cross-entropy of the other heads."""
    types, specialties, services = heads.slices.values()
    known = known.float()
    total = (F.cross_entropy(logits[:, types], values[:, types], reduction="none") * known[:, 0]).mean()
    for part, weight in ((specialties, 1.0), (services, plan.families_weight)):
        each = F.binary_cross_entropy_with_logits(logits[:, part], values[:, part], reduction="none")
        total = total + weight * 0.2 * (each * known[:, part]).sum(1).mean()
    return total


def finetune(
    model: NeuralHead,
    notes: list[Sectioned],
    values: Tensor,
    known: Tensor,
    extra_values: Tensor,
    extra_known: Tensor,
    beside: Tensor | None,
    heads: Heads,
    plan: Plan,
    seed: int,
    judge,
    log,
) -> NeuralHead:
    """Returns the averaged model of the epoch that `judge(model)` scores lowest.

    With `beside`, logits of another voice for the same notes, the model learns what to add to them.
    """
    chance = random.Random(seed)
    extra = nn.Linear(model.between.out_features, extra_values.shape[1])
    answers = model.out
    both = [*model.parameters(), *extra.parameters()]
    if beside is None:
        set_priors(model, values, heads)
        beside = torch.zeros_like(values)
    else:
        nn.init.zeros_(model.out.weight)
        nn.init.zeros_(model.out.bias)
    decayed = [p for p in both if p.dim() > 1]
    plain = [p for p in both if p.dim() <= 1]
    optimiser = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": plan.decay}, {"params": plain, "weight_decay": 0.0}], lr=plan.rate
    )
    averaged = copy.deepcopy(model).eval()
    best, best_score = copy.deepcopy(averaged), float("inf")
    steps_an_epoch = (len(notes) + plan.batch - 1) // plan.batch
    steps = plan.epochs * steps_an_epoch
    step = 0
    for epoch in range(plan.epochs):
        model.train()
        order = list(range(len(notes)))
        chance.shuffle(order)
        running = 0.0
        for start in range(0, len(order), plan.batch):
            chosen = order[start : start + plan.batch]
            groups = [notes[i].disturbed(chance, plan.most_windows) for i in chosen]
            ids = torch.tensor([row for group in groups for row in group])
            ids = ids[:, : int((ids != PAD_ID).sum(1).max())]
            hidden = model.several(ids, [len(group) for group in groups])
            loss = losses(answers(hidden) + beside[chosen], values[chosen], known[chosen], heads, plan)
            each = F.binary_cross_entropy_with_logits(extra(hidden), extra_values[chosen], reduction="none")
            loss = loss + plan.auxiliary_weight * 0.1 * (each * extra_known[chosen].float()).sum(1).mean()
            schedule(optimiser, plan.rate, step, steps)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(both, 1.0)
            optimiser.step()
            step += 1
            running += loss.item()
            keep = min(plan.averaging, (1 + step) / (10 + step))
            with torch.no_grad():
                for mean, now in zip(averaged.parameters(), model.parameters()):
                    mean.lerp_(now, 1 - keep)
        score, shown = judge(averaged)
        log(f"epoch {epoch + 1}/{plan.epochs}: training loss {running / steps_an_epoch:.3f}, {shown}")
        if score < best_score:
            best, best_score = copy.deepcopy(averaged), score
    return best


@torch.no_grad()
def set_priors(model: NeuralHead, values: Tensor, heads: Heads) -> None:
    """The last layer starts from how common each label is, so that no step is spent on learning it."""
    share = values.mean(0).clamp(1e-3, 1 - 1e-3)
    model.out.bias.copy_(torch.logit(share))
    model.out.bias[heads.slices["noteType"]] = share[heads.slices["noteType"]].log()
    model.out.weight.mul_(0.1)


def teach(values: Tensor, known: Tensor, teacher: Tensor, heads: Heads) -> tuple[Tensor, Tensor]:
    """Fills what is not known with the teacher's probabilities."""
    types, _, services = heads.slices.values()
    soft = torch.sigmoid(teacher)
    soft[:, types] = torch.softmax(teacher[:, types], dim=1)
    return torch.where(known, values, soft), torch.ones_like(known)
