"""Writes the models of a folder once more, for ONNX Runtime: `to_onnx.py [--models models/note-encoder]`.

The graphs compute what `encoder.py`, `lexical.py` and `ranking.py` compute, from the weights of the TorchScript modules in the same
folder, and answer the same golden cases. They are written node by node, in the fused operators of ONNX Runtime, so that a session has
nothing to optimise when it opens. Rows of padding are left out of all linear layers. In int8 the weights have seven bits: sums of products
then fit the 16 bits of older processors, and every processor gives the same answer; tables that are looked up in have eight, a scale a row.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from onnx import TensorProto, helper

import ranking
from onnx_graph import Graph, Weights, save

FUSED = "com.microsoft"
WINDOWS_AT_ONCE, PASSAGES_AT_ONCE = 1, 8  # few: what a block needs stays in the cache, and little memory is touched
MOST_INT8, MOST_TABLE = 63, 127


class Rows:
    """A table of which a note reads some rows. In int8 each row has its own scale."""

    def __init__(self, graph: Graph, name: str, table: np.ndarray, int8: bool):
        self.name = name
        self.scaled = int8
        if int8:
            table = table.astype(np.float32)
            scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-12) / MOST_TABLE
            graph.weight(name + ".scale", scale.astype(np.float32))
            table = np.round(table / scale).astype(np.int8)
        graph.weight(name, table)

    def read(self, graph: Graph, numbers: str) -> str:
        rows = graph.real(graph.op("Gather", self.name, numbers))
        return graph.op("Mul", rows, graph.op("Gather", self.name + ".scale", numbers)) if self.scaled else rows


class Trunk:
    """`encoder.Trunk` as nodes."""

    def __init__(self, state: dict[str, torch.Tensor], prefix: str, heads: int, int8: bool, small_table: bool):
        self.state = {name[len(prefix):]: value.detach().numpy() for name, value in state.items() if name.startswith(prefix)}
        self.prefix = prefix
        self.heads = heads
        self.int8 = int8
        self.small_table = small_table
        self.width = self.state["pieces.weight"].shape[1]
        self.layers = 1 + max(int(name.split(".")[1]) for name in self.state if name.startswith("layers."))

    def declare(self, graph: Graph) -> None:
        """The weights belong to the whole model: a block that is repeated reads them from outside."""
        self.pieces = Rows(graph, self.prefix + "pieces.weight", self.state["pieces.weight"], self.small_table)
        for name, value in self.state.items():
            if name == "pieces.weight":
                continue
            if name.startswith("layers.") and value.ndim == 2 and self.int8:
                scale = np.abs(value).max(axis=1) / MOST_INT8
                graph.weight(self.prefix + name, np.round(value / scale[:, None]).astype(np.int8).T)
                graph.weight(self.prefix + name + ".scale", scale.astype(np.float32))
            elif value.ndim == 2 and name != "positions.weight":
                graph.weight(self.prefix + name, value.T)
            else:
                graph.weight(self.prefix + name, value)

    def name(self, weight: str) -> str:
        return self.prefix + weight

    def normal(self, graph: Graph, x: str, layer: str) -> str:
        return graph.op("LayerNormalization", x, self.name(layer + ".weight"), self.name(layer + ".bias"), axis=-1, epsilon=1e-5)

    def linear(self, graph: Graph, x: str, layer: str) -> str:
        weight, bias = self.name(layer + ".weight"), self.name(layer + ".bias")
        if self.int8 and layer.startswith("layers."):
            return graph.op("DynamicQuantizeMatMul", x, weight, weight + ".scale", "", bias, domain=FUSED)
        return graph.op("Add", graph.op("MatMul", x, weight), bias)

    def read(self, graph: Graph, ids: str) -> tuple[str, str, str]:
        """Ids [rows, length] of even length to vectors [places, width], which of [rows, length / 2] are among them, and their numbers."""
        real = graph.op("Not", graph.op("Equal", graph.slice(ids, 1, 0, 2**31, 2), graph.constant(0)))
        rows, places = graph.shape(real, 0), graph.shape(real, 1)
        flat = graph.reshape(real, -1)
        kept = graph.op("Compress", graph.reshape(ids, -1, 2), flat, axis=0)
        twos = self.normal(graph, self.pieces.read(graph, kept), "first")
        x = graph.op("Add", graph.reduce("ReduceMean", twos, 1), self.linear(graph, graph.reshape(twos, 0, 2 * self.width), "merge"))
        place = graph.op("Range", graph.constant(0), graph.op("Squeeze", places), graph.constant(1))
        place = graph.op("Expand", place, graph.op("Concat", rows, graph.constant([1]), axis=0))
        place = graph.op("Compress", graph.reshape(place, -1), flat, axis=0)
        x = graph.op("Add", x, graph.real(graph.op("Gather", self.name("positions.weight"), place)))

        # Attention wants whole rows. Each place's number among the kept ones; those left out are given row 0 and never looked at.
        number = graph.op("CumSum", graph.whole(flat), graph.constant(0))
        number = graph.op("Max", graph.op("Sub", number, graph.constant(1)), graph.constant(0))
        seen = graph.op("Cast", real, to=TensorProto.INT32)
        for layer in range(self.layers):
            x = graph.op("Add", x, self.attended(graph, x, f"layers.{layer}", number, seen, flat, rows, places))
            up = self.linear(graph, self.normal(graph, x, f"layers.{layer}.before_feed"), f"layers.{layer}.feed_up")
            x = graph.op("Add", x, self.linear(graph, graph.op("Gelu", up, domain=FUSED), f"layers.{layer}.feed_down"))
        return self.normal(graph, x, "last"), real, number

    def attended(self, graph: Graph, x: str, layer: str, number: str, seen: str, flat: str, rows: str, places: str) -> str:
        parts = self.linear(graph, self.normal(graph, x, layer + ".before_attention"), layer + ".query_key_value")
        parts = graph.reshape(graph.op("Gather", parts, number, axis=0), rows, places, 3 * self.width)
        query, key, value = graph.op("Split", parts, graph.constant([self.width] * 3), outputs=3, axis=2)
        mixed = graph.op("MultiHeadAttention", query, key, value, "", seen, domain=FUSED, num_heads=self.heads)
        mixed = graph.op("Compress", graph.reshape(mixed, -1, self.width), flat, axis=0)
        return self.linear(graph, mixed, layer + ".attended")


def told(graph: Graph, ids: str) -> str:
    """Which ids are pieces or unknown words, of any shape."""
    return graph.op("Or", graph.op("Greater", ids, graph.constant(4)), graph.op("Equal", ids, graph.constant(1)))


def even(graph: Graph, ids: str) -> str:
    """Rows of an even length."""
    odd = graph.op("Mod", graph.shape(ids, 1), graph.constant([2]))
    return graph.op("Pad", ids, graph.op("Concat", graph.constant([0, 0, 0]), odd, axis=0))


def blocks(graph: Graph, ids: str, size: int) -> str:
    """Rows in blocks [blocks, size, length], the last one filled up with rows of padding."""
    missing = graph.op("Mod", graph.op("Neg", graph.shape(ids, 0)), graph.constant([size]))
    filled = graph.op("Pad", ids, graph.op("Concat", graph.constant([0, 0]), missing, graph.constant([0]), axis=0))
    return graph.reshape(filled, -1, size, graph.shape(ids, 1))


def weighed(graph: Graph, numbers: str, rarity: str) -> tuple[str, str]:
    """Numbers of features, with repeats, to each feature once and its weight: (1 + log count) × rarity, of unit length."""
    features, _, _, counts = graph.op("Unique", numbers, outputs=4, sorted=1)
    one = graph.constant(1, np.float32)
    weights = graph.op("Mul", graph.op("Add", graph.op("Log", graph.real(counts)), one), graph.op("Gather", rarity, features))
    length = graph.op("Add", graph.op("ReduceL2", weights, keepdims=0), graph.constant(1e-6, np.float32))
    return features, graph.op("Div", weights, length)


def lexical(graph: Graph, ids: str, state: dict[str, np.ndarray], int8: bool) -> str:
    """`lexical.LexicalHead`. A feature of no weight stands behind the last, so that no note is without any."""
    idf = state["lexical.features.idf"]
    vocabulary = len(idf) - len(state["lexical.features.pairs"])
    kept = told(graph, ids)
    singles = graph.op("Compress", graph.reshape(ids, -1), graph.reshape(kept, -1), axis=0)
    left, right = graph.slice(ids, 1, 0, -1), graph.slice(ids, 1, 1, 2**31)
    keys = graph.op("Add", graph.op("Mul", left, graph.constant(vocabulary)), right)
    both = graph.op("And", graph.slice(kept, 1, 0, -1), graph.slice(kept, 1, 1, 2**31))
    keys = graph.op("Compress", graph.reshape(keys, -1), graph.reshape(both, -1), axis=0)
    pairs = state["lexical.features.pairs"]
    places = graph.op("LabelEncoder", keys, domain="ai.onnx.ml", keys_int64s=[int(x) for x in pairs],
                      values_int64s=list(range(vocabulary, vocabulary + len(pairs))), default_int64=-1)
    known = graph.op("Compress", places, graph.op("Greater", places, graph.constant(-1)), axis=0)
    numbers = graph.op("Concat", singles, known, graph.constant([len(idf)]), axis=0)
    none = np.zeros(1, dtype=np.float32)
    features, weights = weighed(graph, numbers, graph.weight("lexical.idf", np.concatenate([idf, none])))
    table = state["lexical.weight"]
    table = Rows(graph, "lexical.weight", np.concatenate([table, np.zeros((1, table.shape[1]), table.dtype)]), int8)
    answer = graph.op("MatMul", graph.op("Unsqueeze", weights, graph.constant([0])), table.read(graph, features))
    return graph.op("Add", graph.op("Squeeze", answer, graph.constant([0])), graph.weight("lexical.bias", state["lexical.bias"]))


def repeated(graph: Graph, body: Graph, states: list[tuple[str, str]], block: tuple[str, str], scanned: list[str], shapes: list) -> list[str]:
    """Runs `body` over the first axis of a value. States are (name inside, value at first); answers states and what was scanned."""
    inputs = [helper.make_tensor_value_info(name, *shapes[i]) for i, (name, _) in enumerate(states)]
    inputs.append(helper.make_tensor_value_info(block[0], TensorProto.INT64, None))
    outputs = [helper.make_tensor_value_info(name, *shapes[i]) for i, name in enumerate(scanned)]
    made = helper.make_graph(body.nodes, body.name, inputs, outputs)
    answer = graph.op("Scan", *[value for _, value in states], block[1], outputs=len(scanned), body=made, num_scan_inputs=1)
    return [answer] if len(scanned) == 1 else answer


def note_encoder(folder: Path, int8: bool) -> tuple[str, str]:
    """`encoder.NoteEncoder`."""
    stem = "note-encoder-int8" if int8 else "note-encoder"
    state = {name: value.detach() for name, value in torch.jit.load(str(folder / "note-encoder.pt")).state_dict().items()}
    arrays = {name: value.numpy() for name, value in state.items()}
    graph = Graph("note", Weights(stem + ".onnx.weights"))
    trunk = Trunk(state, "neural.trunk.", heads=4, int8=int8, small_table=False)
    trunk.declare(graph)
    ids = even(graph, "ids")

    body = Graph("block", graph.weights)
    x, _, number = trunk.read(body, "block.ids")
    whole = body.reshape(body.op("Gather", x, number, axis=0), WINDOWS_AT_ONCE, -1, trunk.width)
    [read] = repeated(graph, body, [], ("block.ids", blocks(graph, ids, WINDOWS_AT_ONCE)), [whole], [(TensorProto.FLOAT, None)])
    real = graph.op("Not", graph.op("Equal", graph.slice(blocks(graph, ids, WINDOWS_AT_ONCE), 2, 0, 2**31, 2), graph.constant(0)))
    x = graph.op("Compress", graph.reshape(read, -1, trunk.width), graph.reshape(real, -1), axis=0)

    def linear(value: str, layer: str, bias: bool = True) -> str:
        mixed = graph.op("MatMul", value, graph.weight(layer + ".weight", arrays[layer + ".weight"].T))
        return graph.op("Add", mixed, graph.weight(layer + ".bias", arrays[layer + ".bias"])) if bias else mixed

    looked_at = graph.op("Softmax", linear(x, "neural.pool.queries", bias=False), axis=0)
    looked_at = graph.reshape(graph.op("MatMul", graph.op("Transpose", looked_at, perm=[1, 0]), x), 1, -1)
    pooled = graph.op("Concat", graph.reduce("ReduceMean", x, 0, keep=1), graph.reduce("ReduceMax", x, 0, keep=1), looked_at, axis=1)
    neural = linear(graph.op("Gelu", linear(pooled, "neural.between"), domain=FUSED), "neural.out")
    neural = graph.op("Mul", graph.reshape(neural, -1), graph.weight("neural_share", arrays["neural_share"]))
    words = graph.op("Mul", lexical(graph, "ids", arrays, int8), graph.weight("lexical_share", arrays["lexical_share"]))
    logits = graph.op("Add", graph.op("Add", neural, words), graph.weight("offset", arrays["offset"]))
    return written(graph, folder, stem, logits, [len(arrays["offset"])])


def code_ranker(folder: Path, int8: bool) -> tuple[str, str]:
    """`ranking.NoteRanker`."""
    stem = "code-ranker-int8" if int8 else "code-ranker"
    state = {name: value.detach() for name, value in torch.jit.load(str(folder / "code-ranker.pt")).state_dict().items()}
    arrays = {name: value.numpy() for name, value in state.items()}
    codes = arrays["codes"].shape[1] - 1
    graph = Graph("note", Weights(stem + ".onnx.weights"))
    trunk = Trunk(state, "encoder.trunk.", heads=4, int8=int8, small_table=int8)
    trunk.declare(graph)
    table = graph.weight("codes", arrays["codes"].astype(np.float32))
    bias = graph.weight("bias", arrays["bias"])
    out = graph.weight("encoder.out.weight", arrays["encoder.out.weight"].T), graph.weight("encoder.out.bias", arrays["encoder.out.bias"])

    body = Graph("block", graph.weights)
    p = body.op("Softmax", body.op("Add", body.op("MatMul", passages(body, trunk, out, "block.ids"), table), bias), axis=1)
    p = body.slice(p, 1, 0, codes)
    # Rows of padding say the same whatever the note: they must not be the best.
    held = body.op("Greater", body.reduce("ReduceMax", "block.ids", 1, keep=1), body.constant(0))
    p = body.op("Mul", p, body.real(held))
    high, which = body.reduce("ReduceMax", p, 0), body.op("ArgMax", p, axis=0, keepdims=0)
    better = body.op("Greater", high, "best.before")
    best = body.op("Where", better, high, "best.before")
    place = body.op("Where", better, body.op("Add", body.real(which), "start.before"), "place.before")
    start = body.op("Add", "start.before", body.constant(PASSAGES_AT_ONCE, np.float32))
    nothing = graph.op("ConstantOfShape", graph.constant([codes]))
    states = [("best.before", nothing), ("place.before", nothing), ("start.before", graph.constant(0, np.float32))]
    shapes = [(TensorProto.FLOAT, [codes]), (TensorProto.FLOAT, [codes]), (TensorProto.FLOAT, [])]
    best, place, _ = repeated(graph, body, states, ("block.ids", blocks(graph, even(graph, "ids"), PASSAGES_AT_ONCE)), [best, place, start], shapes)
    votes = neighbours(graph, arrays, codes)
    answer = graph.op("Concat", *[graph.reshape(row, 1, -1) for row in (best, place, votes)], axis=0)
    return written(graph, folder, stem, answer, [3, codes])


def passages(graph: Graph, trunk: Trunk, out: tuple[str, str], ids: str) -> str:
    """`ranking.PassageEncoder`: ids [passages, length] to unit vectors."""
    x, real, number = trunk.read(graph, ids)
    x = graph.reshape(graph.op("Gather", x, number, axis=0), graph.shape(real, 0), graph.shape(real, 1), trunk.width)
    one = graph.constant(1, np.float32)
    kept = graph.op("Unsqueeze", graph.real(real), graph.constant([2]))
    count = graph.op("Max", graph.reduce("ReduceSum", kept, 1), one)
    mean = graph.op("Div", graph.reduce("ReduceSum", graph.op("Mul", x, kept), 1), count)
    left_out = graph.op("Mul", graph.op("Sub", one, kept), graph.constant(10000, np.float32))
    top = graph.reduce("ReduceMax", graph.op("Sub", x, left_out), 1)
    words = graph.op("Unsqueeze", graph.real(told(graph, ids)), graph.constant([2]))
    pieces = trunk.pieces.read(graph, ids)
    length = graph.op("Sqrt", graph.op("Max", graph.reduce("ReduceSum", words, 1), one))
    bag = graph.op("Div", graph.reduce("ReduceSum", graph.op("Mul", pieces, words), 1), length)
    x = graph.op("Add", graph.op("MatMul", graph.op("Concat", mean, top, bag, axis=1), out[0]), out[1])
    return graph.op("Div", x, graph.op("Max", graph.op("ReduceL2", x, axes=[1], keepdims=1), graph.constant(1e-12, np.float32)))


def neighbours(graph: Graph, arrays: dict[str, np.ndarray], codes: int) -> str:
    """`ranking.Neighbours`. The weights of the notes stand in a table of features by notes, of which a note reads its features' rows."""
    part = lambda name: arrays["neighbours." + name]
    rarity, notes = part("rarity"), int(part("owners").max()) + 1
    table = np.zeros((len(rarity) + 1, notes), dtype=np.float16)
    table[part("features").astype(np.int64), part("owners").astype(np.int64)] = part("weights")
    pieces = graph.op("Compress", graph.reshape("ids", -1), graph.reshape(told(graph, "ids"), -1), axis=0)
    numbers = graph.op("Concat", pieces, graph.constant([len(rarity)]), axis=0)
    none = np.zeros(1, dtype=np.float32)
    features, weights = weighed(graph, numbers, graph.weight("neighbours.rarity", np.concatenate([rarity, none])))
    # What many notes have comes first, so that a note finds most of its rows side by side.
    order = np.argsort(-(table > 0).sum(axis=1), kind="stable")
    places = graph.op("Gather", graph.weight("neighbours.places", np.argsort(order).astype(np.int64)), features)
    # In whole precision: the twentieth neighbour is soon another one.
    rows = Rows(graph, "neighbours.table", table[order], int8=False).read(graph, places)
    likeness = graph.op("Squeeze", graph.op("MatMul", graph.op("Unsqueeze", weights, graph.constant([0])), rows), graph.constant([0]))
    nearest, _ = graph.op("TopK", likeness, graph.constant([ranking.NEAREST]), outputs=2, axis=0)
    near = graph.op("Not", graph.op("Less", likeness, graph.slice(nearest, 0, -1, 2**31)))
    squared = graph.op("Mul", likeness, likeness)
    strength = graph.op("Mul", graph.op("Mul", squared, squared), graph.real(near))
    given = graph.weight("neighbours.given", part("given").astype(np.int64))
    shares = graph.op("Gather", strength, graph.weight("neighbours.giver", part("giver").astype(np.int64)))
    votes = graph.op("ScatterElements", graph.op("ConstantOfShape", graph.constant([codes])), given, shares, axis=0, reduction="add")
    return graph.op("Div", votes, graph.op("Add", graph.op("ReduceSum", votes, keepdims=0), graph.constant(1e-9, np.float32)))


def written(graph: Graph, folder: Path, stem: str, answer: str, shape: list[int]) -> tuple[str, str]:
    graph.nodes.append(helper.make_node("Identity", [answer], ["answer"], name="answer"))
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["rows", "length"])
    save(graph, folder, stem + ".onnx", [ids], [helper.make_tensor_value_info("answer", TensorProto.FLOAT, shape)])
    return stem + ".onnx", graph.weights.file


def write(folder: Path) -> None:
    """Adds the models' second form to the folder and to its manifest."""
    manifest = json.loads((folder / "manifest.json").read_text())
    for make in (note_encoder, code_ranker):
        for int8 in (False, True):
            for name in make(folder, int8):
                content = (folder / name).read_bytes()
                manifest["files"][name] = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--models", type=Path, default=Path(__file__).resolve().parents[2] / "models/note-encoder")
    write(options.parse_args().models)
