"""A few lines over `onnx.helper` in which an ONNX graph is written as one writes a function."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET, IR = 17, 8  # what ONNX Runtime 1.21 and every later one reads
ALIGNED = 4096  # weights begin at a page, so that they are mapped, not copied


class Weights:
    """The constants of a model. Large ones go into a file beside it, which ONNX Runtime maps into memory."""

    INSIDE = 1024  # bytes up to which a constant stays in the model's own file

    def __init__(self, file: str):
        self.file = file
        self.content = bytearray()
        self.tensors: dict[str, onnx.TensorProto] = {}

    def add(self, name: str, value: np.ndarray) -> str:
        value = np.asarray(value, order="C")
        tensor = numpy_helper.from_array(value, name)
        if value.nbytes > self.INSIDE:
            self.content.extend(b"\0" * (-len(self.content) % ALIGNED))
            tensor.ClearField("raw_data")
            tensor.data_location = TensorProto.EXTERNAL
            for key, entry in (("location", self.file), ("offset", len(self.content)), ("length", value.nbytes)):
                tensor.external_data.add(key=key, value=str(entry))
            self.content.extend(value.tobytes())
        self.tensors[name] = tensor
        return name


class Graph:
    """Nodes in the order of their making. A method call makes a node and answers the name of its output."""

    def __init__(self, name: str, weights: Weights):
        self.name = name
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.made = 0

    def op(self, kind: str, *inputs: str, outputs: int = 1, domain: str = "", **attributes):
        self.made += 1
        names = [f"{self.name}/{kind}{self.made}" + (f".{i}" if i else "") for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, name=names[0], **attributes))
        return names[0] if outputs == 1 else names

    def constant(self, value, dtype=np.int64) -> str:
        """A small constant; equal ones are kept once."""
        array = np.asarray(value, dtype=dtype)
        name = f"{array.dtype}{list(array.shape)}:" + ",".join(str(x) for x in array.reshape(-1))
        if name not in self.weights.tensors:
            self.weights.add(name, array)
        return name

    def weight(self, name: str, value) -> str:
        return self.weights.add(name, np.asarray(value))

    def shape(self, x: str, *axes: int) -> str:
        """The sizes of some axes, one number each."""
        return self.op("Gather", self.op("Shape", x), self.constant(list(axes)), axis=0)

    def reshape(self, x: str, *sizes: int | str) -> str:
        """Sizes are numbers (0: as it is, -1: what is left) or names of computed ones."""
        if all(isinstance(size, int) for size in sizes):
            return self.op("Reshape", x, self.constant(list(sizes)))
        parts = [self.constant([size]) if isinstance(size, int) else size for size in sizes]
        return self.op("Reshape", x, self.op("Concat", *parts, axis=0))

    def slice(self, x: str, axis: int, start, end, step: int = 1) -> str:
        bound = lambda value: value if isinstance(value, str) else self.constant([value])
        return self.op("Slice", x, bound(start), bound(end), self.constant([axis]), self.constant([step]))

    def real(self, x: str) -> str:
        return self.op("Cast", x, to=TensorProto.FLOAT)

    def whole(self, x: str) -> str:
        return self.op("Cast", x, to=TensorProto.INT64)

    def reduce(self, kind: str, x: str, axis: int, keep: int = 0) -> str:
        if kind == "ReduceSum":
            return self.op(kind, x, self.constant([axis]), keepdims=keep)
        return self.op(kind, x, axes=[axis], keepdims=keep)


def save(graph: Graph, folder: Path, file: str, inputs: list, outputs: list) -> None:
    """Writes `file` and, beside it, the file of its weights."""
    made = helper.make_graph(graph.nodes, graph.name, inputs, outputs, initializer=list(graph.weights.tensors.values()))
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1), helper.make_opsetid("ai.onnx.ml", 2)]
    model = helper.make_model(made, opset_imports=opsets, producer_name="superbill", ir_version=IR)
    (folder / file).write_bytes(model.SerializeToString(deterministic=True))
    (folder / graph.weights.file).write_bytes(bytes(graph.weights.content))
