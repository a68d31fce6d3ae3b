"""Sentences with two marked phrases as vectors, and what these say of the type of event between the two.

The encoder is a general one, of published weights that have learned nothing of events; on its vectors stands a small
trained head. `resources/encoder` tells where they come from.
"""

from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.errors import BadResource, MissingResource
from sayso.model.span import Span
from sayso.tagging.encoder import CLS, SEP

Floats = NDArray[np.float32]

RESOURCES: Final = Path(__file__).parent.parent / "resources"
HERE: Final = RESOURCES / "encoder"
HIDDEN: Final = "hidden"
"""The output of the encoder: (1, pieces, WIDTH)."""
WIDTH: Final = 384
PARTS: Final = 5
"""Whole sentence, source, target, what stands between, what stands outside of the two."""
LONGEST: Final = 400
"""Pieces of a sentence that are read; the encoder can place no more than 512."""
OUTSIDE, SOURCE, TARGET = 0, 1, 2


class SentenceEncoder:
    """The encoder, opened once; a sentence is always read by itself."""

    def __init__(self, session: ort.InferenceSession, tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer

    @classmethod
    def open(cls, folder: Path = HERE) -> "SentenceEncoder":
        """Read the weights; raises MissingResource."""
        weights, pieces = folder / "encoder.onnx", RESOURCES / "tagger" / "tokenizer.json"
        for path in (weights, pieces):
            if not path.exists():
                raise MissingResource(str(path), "the weights of the encoder are not installed")
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        tokenizer = Tokenizer.from_file(str(pieces))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(ort.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"]), tokenizer)

    def vector(self, text: str, source: Span | None, target: Span | None) -> Floats:
        """The vectors of the PARTS of a sentence, one after the other: (PARTS * WIDTH,); zeros for a part without words."""
        encoding = self._tokenizer.encode(text.encode("utf-8", "replace").decode("utf-8"), add_special_tokens=False)
        pieces = encoding.offsets[:LONGEST]
        sides = np.full(len(pieces) + 2, OUTSIDE)
        for span, side in ((source, SOURCE), (target, TARGET)):
            for index, (start, end) in enumerate(pieces, 1):
                if span is not None and start < span.end and span.start < end:
                    sides[index] = side
        ids = np.array([[CLS, *encoding.ids[:LONGEST], SEP]], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        hidden: Floats = self._session.run((HIDDEN,), inputs)[0][0]
        return np.concatenate([hidden[0], *(_mean(hidden, part) for part in _parts(sides))])


def _parts(sides: NDArray[Any]) -> list[NDArray[Any]]:
    """Indices of the pieces of the source, the target, what stands between, what stands outside."""
    source, target = np.flatnonzero(sides == SOURCE), np.flatnonzero(sides == TARGET)
    outside = np.flatnonzero(sides == OUTSIDE)[1:-1]
    between = outside
    if len(source) and len(target):
        low, high = (source[-1], target[0]) if source[0] < target[0] else (target[-1], source[0])
        between = np.arange(low + 1, high)
    return [source, target, between, outside]


def _mean(hidden: Floats, pieces: NDArray[Any]) -> Floats:
    found: Floats = hidden[pieces].mean(axis=0) if len(pieces) else np.zeros(WIDTH, dtype=np.float32)
    return found


class PairScorer:
    """What the vectors of a sentence say of the type of event between two marked phrases."""

    def __init__(self, encoder: SentenceEncoder, labels: tuple[str, ...], rows: Floats, bias: Floats) -> None:
        self._encoder = encoder
        self.labels = labels
        self._rows = rows
        self._bias = bias

    @classmethod
    def open(cls, folder: Path = HERE) -> "PairScorer":
        """Read the encoder and its head; raises MissingResource or BadResource."""
        head = folder / "pairs.npz"
        if not head.exists():
            raise MissingResource(str(head), "the weights of the encoder's head are not installed")
        with np.load(head, allow_pickle=False) as stored:
            labels, rows, bias = tuple(stored["labels"].tolist()), stored["rows"], stored["bias"]
        if rows.shape != (PARTS * WIDTH, len(labels)) or bias.shape != (len(labels),):
            raise BadResource(str(head), f"{rows.shape} and {bias.shape} are no weights of {len(labels)} labels")
        return cls(SentenceEncoder.open(folder), labels, rows, bias)

    def scores(self, text: str, source: Span | None, target: Span | None) -> dict[str, float]:
        """The logarithm of the probability of each label."""
        sums = self._encoder.vector(text, source, target).astype(np.float64) @ self._rows + self._bias
        sums -= sums.max()
        return dict(zip(self.labels, (sums - np.log(np.exp(sums).sum())).tolist(), strict=True))
