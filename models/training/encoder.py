"""The neural half: a small pre-norm transformer read window by window, and the module that is exported."""

import math
from dataclasses import dataclass
from typing import List, Tuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from lexical import LexicalHead
from wordpiece import WINDOW



@dataclass(frozen=True)
class Shape:
    layers: int = 3
    width: int = 192
    heads: int = 4
    queries: int = 4


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, dropout: float):
        super().__init__()
        self.heads = heads
        self.before_attention = nn.LayerNorm(width)
        self.query_key_value = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.before_feed = nn.LayerNorm(width)
        self.feed_up = nn.Linear(width, 4 * width)
        self.feed_down = nn.Linear(4 * width, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        windows, length, width = x.shape
        parts = self.query_key_value(self.before_attention(x))
        parts = parts.view(windows, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = parts[0].matmul(parts[1].transpose(-2, -1)) * (1.0 / math.sqrt(width // self.heads)) + bias
        mixed = torch.softmax(scores, dim=-1).matmul(parts[2])
        x = x + self.dropout(self.attended(mixed.transpose(1, 2).reshape(windows, length, width)))
        return x + self.dropout(self.feed_down(F.gelu(self.feed_up(self.before_feed(x)))))


class Trunk(nn.Module):
    """Ids to one vector for every two pieces. Ids of 0 are padding and are neither read nor attended to.

    Neighbouring pieces are merged in twos before the first layer: a note's kind does not hang on
    single places, and half the places cost less than half the time.
    """

    def __init__(self, vocabulary: int, shape: Shape, dropout: float):
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, shape.width)
        self.positions = nn.Embedding(WINDOW // 2, shape.width)
        self.first = nn.LayerNorm(shape.width)
        self.merge = nn.Linear(2 * shape.width, shape.width)
        self.layers = nn.ModuleList([Layer(shape.width, shape.heads, dropout) for _ in range(shape.layers)])
        self.last = nn.LayerNorm(shape.width)
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.pieces.weight, std=0.05)
        nn.init.normal_(self.positions.weight, std=0.02)

    def forward(self, ids: Tensor) -> Tuple[Tensor, Tensor]:
        """Vectors [windows, places, width], and which of the places hold a piece."""
        if ids.shape[1] % 2 == 1:
            ids = F.pad(ids, [0, 1])
        real = ids[:, ::2] != 0
        bias = (~real).to(torch.float32).mul(-10000.0)[:, None, None, :]
        x = self.first(F.embedding(ids, self.pieces.weight).to(torch.float32))
        twos = x.reshape(ids.shape[0], ids.shape[1] // 2, 2, -1)
        x = twos.mean(dim=2) + self.merge(twos.flatten(2))
        x = x + F.embedding(torch.arange(x.shape[1], device=ids.device), self.positions.weight).to(torch.float32)
        x = self.dropout(x)
        for layer in self.layers:
            x = layer(x, bias)
        return self.last(x), real


class Pool(nn.Module):
    """All pieces of all windows of one note to one vector: mean, maximum and learned attention."""

    def __init__(self, shape: Shape):
        super().__init__()
        self.queries = nn.Linear(shape.width, shape.queries, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        looked_at = torch.softmax(self.queries(x), dim=0).transpose(0, 1).matmul(x).reshape(-1)
        return torch.cat([x.mean(dim=0), x.max(dim=0).values, looked_at])


class NeuralHead(nn.Module):
    def __init__(self, vocabulary: int, shape: Shape, labels: int, dropout: float = 0.05):
        super().__init__()
        self.trunk = Trunk(vocabulary, shape, dropout)
        self.pool = Pool(shape)
        self.between = nn.Linear((2 + shape.queries) * shape.width, shape.width)
        self.out = nn.Linear(shape.width, labels)
        self.block = 4  # windows encoded at a time: bounds the memory of a long note and stays in cache
        self.dropout = nn.Dropout(4 * dropout)

    def forward(self, ids: Tensor) -> Tensor:
        """Logits of one note's windows, a block of windows at a time."""
        read: List[Tensor] = []
        for block in torch.split(ids, self.block):
            x, real = self.trunk(block)
            read.append(x[real])
        return self.out(self.digest(self.pool(torch.cat(read)).unsqueeze(0))).squeeze(0)

    def digest(self, pooled: Tensor) -> Tensor:
        return self.dropout(F.gelu(self.between(self.dropout(pooled))))

    def several(self, ids: Tensor, owner: List[int]) -> Tensor:
        """Training: one digest a note, before the last layer; `owner` counts each note's windows."""
        x, real = self.trunk(ids)
        pooled = [self.pool(part[mask]) for part, mask in zip(x.split(owner), real.split(owner))]
        return self.digest(torch.stack(pooled))


class NoteEncoder(nn.Module):
    """What is exported: ids [windows, length] to logits [labels], the two halves mixed head by head."""

    def __init__(self, neural: NeuralHead, lexical: LexicalHead, neural_share: Tensor, lexical_share: Tensor, offset: Tensor):
        super().__init__()
        self.neural = neural
        self.lexical = lexical
        self.register_buffer("neural_share", neural_share)
        self.register_buffer("lexical_share", lexical_share)
        self.register_buffer("offset", offset)

    def forward(self, ids: Tensor) -> Tensor:
        return self.neural(ids) * self.neural_share + self.lexical(ids) * self.lexical_share + self.offset
