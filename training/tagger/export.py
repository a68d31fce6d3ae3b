"""The trained network written as one ONNX file with 8-bit weights.

The graph is put together by hand from the network's weights, so that the file depends on nothing but them. Matrices of
the layers are quantised per column, activations at run time over one window; embeddings per row; the heads stay exact.
"""

import json
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.tagger.model import LABELS, WIDTH, Network
from training.tagger.start import bert_config

CONTRIB: Final = "com.microsoft"
EPSILON: Final = 1e-12
HEADS_OF_ATTENTION: Final = 12
LONGEST: Final = 512
STATES: Final = "states"
MIDDLE: Final = 5
"""The layer (the first is 0) whose output the graph gives besides the scores, for the reader of participants."""
Array = NDArray[Any]


class Graph:
    """Nodes and weights of an ONNX graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, value: Array) -> str:
        """Keep a tensor; gives its name."""
        self.weights.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        """Add an operation with one output; gives the output's name."""
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def matrix(self, name: str, source: str, weight: Array, bias: Array, *, exact: bool) -> str:
        """The product of source and weight, plus bias; weight (in, out), in 8 bits unless exact."""
        bias_name = self.weight(f"{name}.bias", bias.astype(np.float32))
        if exact:
            product = self.node("MatMul", [source, self.weight(f"{name}.weight", weight)], f"{name}.product")
            return self.node("Add", [product, bias_name], f"{name}.out")
        scale = (np.abs(weight).max(axis=0) / 127).astype(np.float32)
        levels = np.clip(np.rint(weight / scale), -127, 127).astype(np.int8)
        inputs = [
            source,
            self.weight(f"{name}.weight", levels),
            self.weight(f"{name}.scale", scale),
            self.weight(f"{name}.zero", np.zeros(len(scale), dtype=np.int8)),
            bias_name,
        ]
        return self.node("DynamicQuantizeMatMul", inputs, f"{name}.out", CONTRIB)

    def norm(self, name: str, source: str, skip: str, gain: Array, shift: Array) -> str:
        """Layer norm of source + skip; as two operations it is faster than the one that onnxruntime has for it."""
        both = self.node("Add", [source, skip], f"{name}.sum")
        inputs = [both, self.weight(f"{name}.gain", gain), self.weight(f"{name}.shift", shift)]
        return self.node("LayerNormalization", inputs, f"{name}.out", epsilon=EPSILON)


def _embeddings(graph: Graph, state: dict[str, Array]) -> str:
    table = state["encoder.embeddings.word_embeddings.weight"]
    scale = (np.abs(table).max(axis=1, keepdims=True) / 127 + 1e-12).astype(np.float32)
    levels = np.clip(np.rint(table / scale), -127, 127).astype(np.int8)
    rows = graph.node("Gather", [graph.weight("words", levels), "ids"], "word.levels")
    scales = graph.node("Gather", [graph.weight("word.scales", scale), "ids"], "word.scale")
    words = graph.node("Mul", [graph.node("Cast", [rows], "word.float", to=TensorProto.FLOAT), scales], "word")
    total = words
    for feature in ("shape", "quote", "line"):
        row = graph.node(
            "Gather", [graph.weight(f"{feature}.table", state[f"{feature}.weight"]), feature], f"{feature}.row"
        )
        total = graph.node("Add", [total, row], f"{feature}.sum")
    places = (
        state["encoder.embeddings.position_embeddings.weight"]
        + state["encoder.embeddings.token_type_embeddings.weight"][0]
    )
    size = graph.node("Gather", [graph.node("Shape", ["ids"], "size.all"), graph.weight("one", np.array(1))], "size")
    edges = [graph.weight("zero", np.array(0)), size, graph.weight("step", np.array(1))]
    place = graph.node("Gather", [graph.weight("places", places), graph.node("Range", edges, "place.index")], "place")
    total = graph.node("Add", [total, place], "place.sum")
    gain, shift = (state[f"encoder.embeddings.LayerNorm.{part}"] for part in ("weight", "bias"))
    inputs = [total, graph.weight("embedded.gain", gain), graph.weight("embedded.shift", shift)]
    return graph.node("LayerNormalization", inputs, "embedded", epsilon=EPSILON)


def _layer(graph: Graph, state: dict[str, Array], index: int, source: str, *, exact: bool) -> str:
    base, name = f"encoder.encoder.layer.{index}", f"layer{index}"

    def linear(part: str) -> tuple[Array, Array]:
        return state[f"{base}.{part}.weight"].T, state[f"{base}.{part}.bias"]

    parts = [linear(f"attention.self.{part}") for part in ("query", "key", "value")]
    weight, bias = np.concatenate([w for w, _ in parts], axis=1), np.concatenate([b for _, b in parts])
    mixed = graph.matrix(f"{name}.qkv", source, weight, bias, exact=exact)
    thirds = [f"{name}.{part}" for part in "qkv"]
    graph.nodes.append(helper.make_node("Split", [mixed], thirds, axis=2, num_outputs=3))
    attended = graph.node("MultiHeadAttention", thirds, f"{name}.attended", CONTRIB, num_heads=HEADS_OF_ATTENTION)
    out = graph.matrix(f"{name}.attention", attended, *linear("attention.output.dense"), exact=exact)
    norm = f"{base}.attention.output.LayerNorm"
    middle = graph.norm(f"{name}.middle", out, source, state[f"{norm}.weight"], state[f"{norm}.bias"])
    wide = graph.matrix(f"{name}.wide", middle, *linear("intermediate.dense"), exact=exact)
    bent = graph.node("Gelu", [wide], f"{name}.bent", CONTRIB)
    narrow = graph.matrix(f"{name}.narrow", bent, *linear("output.dense"), exact=exact)
    norm = f"{base}.output.LayerNorm"
    return graph.norm(f"{name}.end", narrow, middle, state[f"{norm}.weight"], state[f"{norm}.bias"])


def build(state: dict[str, Array], layers: int, meta: dict[str, str], exact: frozenset[int]) -> onnx.ModelProto:
    """The ONNX model of a network's weights; layers numbered in exact keep 32-bit matrices."""
    graph = Graph()
    hidden = _embeddings(graph, state)
    for index in range(layers):
        hidden = _layer(graph, state, index, hidden, exact=index in exact)
        if index == MIDDLE:
            graph.node("Identity", [hidden], STATES)
    for head, output in (("heads", "scores"), ("pointers", "pointers")):
        product = graph.node(
            "MatMul", [hidden, graph.weight(f"{head}.weight", state[f"{head}.weight"].T)], f"{head}.product"
        )
        graph.node("Add", [product, graph.weight(f"{head}.bias", state[f"{head}.bias"])], output)
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"])
        for name in ("ids", "shape", "quote", "line")
    ]
    widths = {"scores": LABELS, "pointers": len(state["pointers.bias"]), STATES: WIDTH}
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "pieces", width]) for name, width in widths.items()
    ]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "tagger", inputs, outputs, graph.weights),
        opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(CONTRIB, 1)],
        ir_version=9,
    )
    helper.set_model_props(model, meta)
    return model


def read_network(weights: Path) -> tuple[Network, int]:
    """The network of a weights file that training wrote, and its number of layers."""
    from transformers import BertModel  # noqa: PLC0415 - slow to import, and the rest of the module does not need it

    saved = torch.load(weights, weights_only=True)
    layers = int(saved["plan"]["layers"])
    network = Network(BertModel(bert_config(layers), add_pooling_layer=False))
    network.load_state_dict(saved["weights"])
    return network.eval(), layers


def export(weights: Path, out: Path, name: str, exact: frozenset[int] = frozenset()) -> None:
    """Write the ONNX file, the chains of the network in it."""
    network, layers = read_network(weights)
    chains = {}
    for head, crf in (("roles", network.role_crf), ("inner", network.inner_crf), ("names", network.name_crf)):
        chains[head] = {
            "moves": np.round(crf.moves.detach().numpy().astype(float), 5).tolist(),
            "first": np.round(crf.first.detach().numpy().astype(float), 5).tolist(),
        }
    state = {key: value.detach().numpy() for key, value in network.state_dict().items()}
    assert state["heads.weight"].shape == (LABELS, WIDTH)
    meta = {"model": name, "chains": json.dumps(chains, sort_keys=True)}
    onnx.save(build(state, layers, meta, exact), str(out))
