"""The encoder and its heads on onnxruntime: words in, scores out."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from sayso.errors import MissingResource
from sayso.tagging.chains import Chain, Floats
from sayso.tagging.labels import EVENTS, FACTS, LINK_WIDTH, LINKS, NAME_TAGS, ROLE_TAGS
from sayso.tagging.words import Words

CLS: Final = 101
SEP: Final = 102
OUTPUTS: Final = ("scores", "pointers", "states")
SIZES: Final = (len(ROLE_TAGS), len(ROLE_TAGS), len(NAME_TAGS), len(EVENTS), len(FACTS))


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of the words of one window, (words, labels) each.

    pointing, pointed: (links, words + 1, LINK_WIDTH); place 0 stands for nothing, word i is at place i + 1.
    states: (words, width), what the encoder's middle layer has of each word, which knows more of the syntax than the last;
    no columns where the weights were exported without them.
    """

    roles: Floats
    inner: Floats
    names: Floats
    events: Floats
    facts: Floats
    pointing: Floats
    pointed: Floats
    states: Floats


class Encoder:
    """The weights, opened once; the same window gives the same scores whatever else is read."""

    def __init__(self, session: ort.InferenceSession, tokenizer: Tokenizer, settings: dict[str, Any]) -> None:
        self.session = session
        self.tokenizer = tokenizer
        meta = session.get_modelmeta().custom_metadata_map
        self.model: str = meta["model"]
        self.settings = settings
        self._stored_chains: dict[str, Any] = json.loads(meta["chains"])
        self.roles = self._chain("roles", ROLE_TAGS)
        self.names = self._chain("names", NAME_TAGS)

    @classmethod
    def open(cls, folder: Path, threads: int) -> "Encoder":
        """Read the weights and the tokenizer that stand in folder."""
        weights, pieces, linker = folder / "tagger.onnx", folder / "tokenizer.json", folder / "linker.json"
        for path in (weights, pieces, linker):
            if not path.exists():
                raise MissingResource(str(path), "the tagger's weights are not installed")
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.graph_optimization_level = (
            ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
        )  # the graph is written as it is to run
        session = ort.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_file(str(pieces))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(session, tokenizer, json.loads(linker.read_text(encoding="utf-8")))

    def _chain(self, head: str, tags: tuple[str, ...]) -> Chain:
        """The head's chain; a stretch that begins gets the bonus of its label, since training is shy of beginning any."""
        stored = self._stored_chains[head]
        moves, first = np.array(stored["moves"], np.float32), np.array(stored["first"], np.float32)
        for label, bonus in self.settings.get("bonus", {}).get(head, {}).items():
            moves[:, tags.index(f"B-{label}")] += np.float32(bonus)
            first[tags.index(f"B-{label}")] += np.float32(bonus)
        return Chain.of(tags, moves, first)

    def read(self, words: Words, start: int, end: int) -> Scores:
        """Scores of the words from start to end, read as one window."""
        first = words.first[start : end + 1]
        sizes = np.diff(first)

        def spread(values: Any) -> Any:
            return np.concatenate(([0], np.repeat(values[start:end], sizes), [0]))[None]

        ids = np.concatenate(([CLS], words.ids[first[0] : first[-1]], [SEP]))[None]
        scores, pointers, *states = self.session.run(
            OUTPUTS[: len(self.session.get_outputs())],
            {"ids": ids, "shape": spread(words.shape), "quote": spread(words.quote), "line": spread(words.line)},
        )
        at = first[:-1] - first[0] + 1
        roles, inner, names, events, facts = np.split(scores[0][at], np.cumsum(SIZES)[:-1], axis=1)
        vectors = pointers[0][np.concatenate(([0], at))].reshape(-1, len(LINKS), 2, LINK_WIDTH)
        return Scores(
            roles, inner, names, events, facts,
            pointing=vectors[:, :, 0].transpose(1, 0, 2), pointed=vectors[:, :, 1].transpose(1, 0, 2),
            states=states[0][0][at] if states else np.empty((len(at), 0), np.float32),
        )  # fmt: skip
