"""The ranker of codes: a passage of a note to the probability of every procedure code, and the module that is exported."""

from typing import List

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from encoder import Shape, Trunk

WIDTH = 128
LONGEST = 64  # pieces of a passage that are read
NEAREST = 20  # training notes that vote


class PassageEncoder(nn.Module):
    """A passage's pieces to a unit vector: what the trunk makes of them, and the pieces themselves.

    The sum of piece vectors carries rare names of procedures past the trunk, which has seen too few of them.
    """

    def __init__(self, vocabulary: int, shape: Shape, dropout: float):
        super().__init__()
        self.trunk = Trunk(vocabulary, shape, dropout)
        self.out = nn.Linear(3 * shape.width, WIDTH)

    def forward(self, ids: Tensor) -> Tensor:
        x, real = self.trunk(ids)
        kept = real.to(torch.float32).unsqueeze(2)
        mean = (x * kept).sum(dim=1) / kept.sum(dim=1)
        top = (x - 10000.0 * (1.0 - kept)).max(dim=1).values
        told = ((ids > 4) | (ids == 1)).to(torch.float32).unsqueeze(2)
        pieces = F.embedding(ids, self.trunk.pieces.weight).to(torch.float32)
        bag = (pieces * told).sum(dim=1) / told.sum(dim=1).clamp(min=1.0).sqrt()
        return F.normalize(self.out(torch.cat([mean, top, bag], dim=1)), dim=1)


class PassageRanker(nn.Module):
    """Logits over every code and, last, over saying none."""

    def __init__(self, vocabulary: int, shape: Shape, codes: int, dropout: float = 0.2):
        super().__init__()
        self.encoder = PassageEncoder(vocabulary, shape, dropout)
        self.codes = nn.Embedding(codes + 1, WIDTH)
        self.bias = nn.Parameter(torch.zeros(codes + 1))
        self.scale = nn.Parameter(torch.tensor(12.0))
        nn.init.normal_(self.codes.weight, std=0.1)

    def forward(self, ids: Tensor) -> Tensor:
        return self.scale * self.encoder(ids).matmul(F.normalize(self.codes.weight, dim=1).t()) + self.bias


class Neighbours(nn.Module):
    """What the coders of similar training notes gave: TF-IDF over pieces, the nearest notes vote with their likeness.

    Kept sparse: of each note the numbers of its features, their weights, and the numbers of its codes.
    """

    def __init__(self, notes: List[Tensor], codes_of: List[List[int]], vocabulary: int, codes: int):
        super().__init__()
        self.codes = codes
        self.nearest = NEAREST
        bags = [self.counts(ids, vocabulary) for ids in notes]
        seen = torch.stack([(bag > 0).float() for bag in bags]).sum(dim=0)
        self.register_buffer("rarity", torch.log((1 + len(bags)) / (1 + seen)) + 1)
        features, weights, owners = [], [], []
        for number, bag in enumerate(bags):
            vector = self.weighed(bag)
            kept = torch.nonzero(vector).view(-1)
            features.append(kept)
            weights.append(vector[kept])
            owners.append(torch.full_like(kept, number))
        self.register_buffer("features", torch.cat(features).to(torch.int16))
        self.register_buffer("weights", torch.cat(weights).half())
        self.register_buffer("owners", torch.cat(owners).to(torch.int16))
        self.register_buffer("given", torch.tensor([code for some in codes_of for code in some]).to(torch.int16))
        self.register_buffer("giver", torch.tensor([i for i, some in enumerate(codes_of) for _ in some]).to(torch.int16))
        self.notes = len(bags)

    def counts(self, ids: Tensor, vocabulary: int) -> Tensor:
        return torch.bincount(ids[(ids > 4) | (ids == 1)].view(-1), minlength=vocabulary).to(torch.float32)

    def weighed(self, bag: Tensor) -> Tensor:
        vector = torch.where(bag > 0, (1.0 + torch.log(bag.clamp(min=1.0))) * self.rarity, torch.zeros_like(bag))
        return vector / (vector.norm() + 1e-6)

    def forward(self, ids: Tensor) -> Tensor:
        """The share of the votes that each code has."""
        vector = self.weighed(self.counts(ids, self.rarity.shape[0]))
        products = vector[self.features.to(torch.int64)] * self.weights.to(torch.float32)
        likeness = torch.zeros(self.notes).index_add(0, self.owners.to(torch.int64), products)
        least = likeness.topk(min(self.nearest, self.notes)).values[-1]
        strength = torch.where(likeness >= least, likeness, torch.zeros_like(likeness)).pow(4)
        votes = torch.zeros(self.codes).index_add(0, self.given.to(torch.int64), strength[self.giver.to(torch.int64)])
        return votes / (votes.sum() + 1e-9)


class NoteRanker(nn.Module):
    """What is exported: ids [passages, length] to [3, codes].

    Of each code the best passage's probability, which passage it is, and the share of the votes of similar notes.
    """

    def __init__(self, ranker: PassageRanker, neighbours: Neighbours):
        super().__init__()
        self.neighbours = neighbours
        self.encoder = ranker.encoder
        self.register_buffer("codes", (ranker.scale * F.normalize(ranker.codes.weight, dim=1)).detach().t().contiguous().half())
        self.register_buffer("bias", ranker.bias.detach())
        self.block = 32  # passages read at a time: bounds the memory of a long note

    def forward(self, ids: Tensor) -> Tensor:
        table = self.codes.to(torch.float32)
        best = torch.zeros(table.shape[1] - 1)
        place = torch.zeros(table.shape[1] - 1)
        start = 0
        parts: List[Tensor] = list(torch.split(ids, self.block))
        for part in parts:
            p = torch.softmax(self.encoder(part).matmul(table) + self.bias, dim=1)[:, :-1]
            high, which = p.max(dim=0)
            better = high > best
            best = torch.where(better, high, best)
            place = torch.where(better, which.to(torch.float32) + float(start), place)
            start += part.shape[0]
        return torch.stack([best, place, self.neighbours(ids)])
