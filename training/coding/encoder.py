"""Cut the encoder of marked pairs out of the starting weights: the lower layers of bge-small-en-v1.5 as they are published.

usage: python -m training.coding.encoder --start FOLDER

FOLDER is what `python -m training.tagger unpack` wrote; writes src/sayso/resources/encoder/encoder.onnx. Needs the
`training` extra.
"""

import argparse
from pathlib import Path
from typing import Final

import onnx
from onnx.utils import Extractor

from sayso.tagging.sentences import HERE, HIDDEN

INPUTS: Final = ["input_ids", "attention_mask", "token_type_ids"]
LAYER: Final = "/encoder/layer.9/output/LayerNorm/Add_1_output_0"
"""The tenth layer of twelve: the upper two made the figures no better."""


def cut(model: onnx.ModelProto) -> onnx.ModelProto:
    """The part of the model that leads to LAYER, whose name in it is HIDDEN."""
    part = Extractor(model).extract_model(INPUTS, [LAYER])
    for node in part.graph.node:
        for index, name in enumerate(node.output):
            if name == LAYER:
                node.output[index] = HIDDEN
    del part.graph.output[:]
    shape = [1, "pieces", 384]
    part.graph.output.append(onnx.helper.make_tensor_value_info(HIDDEN, onnx.TensorProto.FLOAT, shape))
    del part.graph.value_info[:]
    return part


def main() -> None:
    """Read the starting weights, write the part of them that sayso ships."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path, required=True)
    options = parser.parse_args()
    HERE.mkdir(exist_ok=True)
    onnx.save(cut(onnx.load(str(options.start / "model.onnx"))), str(HERE / "encoder.onnx"))


if __name__ == "__main__":
    main()
