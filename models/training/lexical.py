"""The lexical half of the classifier: sublinear TF-IDF over pieces and adjacent pairs, then a linear layer.

It is the teacher of the encoder, the baseline the encoder has to beat, and one of the two voices
of the exported model. The features are computed inside the module, from the same ids.
"""

from typing import Tuple

import torch
from torch import Tensor, nn

from wordpiece import UNK_ID


class LexicalFeatures(nn.Module):
    """Which known pieces and pairs of pieces a note holds, and how much each weighs."""

    def __init__(self, vocabulary: int, pairs: Tensor, idf: Tensor):
        super().__init__()
        self.vocabulary = vocabulary
        self.register_buffer("pairs", pairs)
        self.register_buffer("idf", idf)

    def forward(self, ids: Tensor) -> Tuple[Tensor, Tensor]:
        """Feature numbers and weights (unit length) of one note's windows [windows, length]."""
        real = (ids > 4) | (ids == 1)
        singles = ids[real]
        left, right = ids[:, :-1], ids[:, 1:]
        keys = (left * self.vocabulary + right)[real[:, :-1] & real[:, 1:]]
        places = torch.searchsorted(self.pairs, keys).clamp(max=self.pairs.shape[0] - 1)
        known = self.pairs[places] == keys
        numbers = torch.cat([singles, places[known] + self.vocabulary])
        counts = torch.bincount(numbers, minlength=self.idf.shape[0])
        features = torch.nonzero(counts).view(-1)
        weights = (1.0 + torch.log(counts[features].float())) * self.idf[features]
        return features, weights / (weights.norm() + 1e-6)


class LexicalHead(nn.Module):
    """Linear layer over the sparse features; its weights are stored as half floats."""

    def __init__(self, features: LexicalFeatures, weight: Tensor, bias: Tensor):
        super().__init__()
        self.features = features
        self.register_buffer("weight", weight)
        self.register_buffer("bias", bias)

    def forward(self, ids: Tensor) -> Tensor:
        numbers, weights = self.features(ids)
        return weights.unsqueeze(0).matmul(self.weight[numbers].float()).squeeze(0) + self.bias


def fit_features(windows: list[Tensor], targets: Tensor, known: Tensor, vocabulary: int, pair_count: int) -> LexicalFeatures:
    """Chooses the pairs that tell labels apart best and weighs every feature by its rarity.

    `targets` is [notes, labels] in 0..1 and `known` says which of them may be looked at.
    """
    keys, rows = [], []
    for row, ids in enumerate(windows):
        real = (ids > 4) | (ids == UNK_ID)
        pair = (ids[:, :-1] * vocabulary + ids[:, 1:])[real[:, :-1] & real[:, 1:]]
        pair = torch.unique(pair)
        keys.append(pair)
        rows.append(torch.full_like(pair, row))
    distinct, inverse, frequency = torch.unique(torch.cat(keys), return_inverse=True, return_counts=True)
    rows = torch.cat(rows)
    common = frequency >= 4
    place = torch.cumsum(common, 0) - 1
    held = common[inverse]
    distinct, frequency = distinct[common], frequency[common]
    columns, rows = place[inverse[held]], rows[held]

    score = torch.zeros(len(distinct))
    for label in range(targets.shape[1]):
        seen = known[:, label]
        share = (targets[:, label] * seen).sum() / seen.sum().clamp(min=1)
        inside = torch.bincount(columns, weights=(targets[:, label] * seen)[rows], minlength=len(distinct)).float()
        expected = torch.bincount(columns, weights=seen.float()[rows], minlength=len(distinct)).float() * share
        score = torch.maximum(score, (inside - expected) / (expected + 1.0).sqrt())
    best = torch.argsort(score, descending=True, stable=True)[:pair_count]
    pairs = distinct[best].sort().values

    features = LexicalFeatures(vocabulary, pairs, torch.ones(vocabulary + len(pairs)))
    document_frequency = torch.zeros(vocabulary + len(pairs))
    for ids in windows:
        document_frequency[features(ids)[0]] += 1
    features.idf = torch.log((1 + len(windows)) / (1 + document_frequency)) + 1
    return features


def dense(features: LexicalFeatures, windows: list[Tensor]) -> Tensor:
    matrix = torch.zeros(len(windows), features.idf.shape[0])
    for row, ids in enumerate(windows):
        numbers, weights = features(ids)
        matrix[row, numbers] = weights
    return matrix


def fit_linear(matrix: Tensor, loss_of, labels: int, decay: float, steps: int = 80) -> Tuple[Tensor, Tensor]:
    """L-BFGS with an L2 penalty; deterministic. `loss_of(logits)` is a sum over notes.

    There are far fewer notes than features, so the problem is first turned, without changing its
    solution, into the space the notes span.
    """
    strength, turn = torch.linalg.eigh(matrix @ matrix.t())
    kept = strength > 1e-4
    strength, turn = strength[kept], turn[:, kept]
    turned = turn * strength.sqrt()
    weight = torch.zeros(turned.shape[1], labels, requires_grad=True)
    bias = torch.zeros(labels, requires_grad=True)
    optimiser = torch.optim.LBFGS([weight, bias], lr=1.0, max_iter=steps, history_size=8, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        loss = loss_of(turned @ weight + bias) + 0.5 * decay * weight.square().sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return matrix.t() @ (turn @ (weight.detach() / strength.sqrt()[:, None])), bias.detach()
