"""Loading the cue lexicon, and looking up a cue by its lemma."""

import tomllib
from collections.abc import Iterable
from importlib.resources import files
from math import exp, log
from typing import Literal

import msgspec
from msgspec import Struct

from sayso.errors import BadResource
from sayso.model import ArticleCommitment, Commitment, Factuality, HolderCommitment

ComplementFactuality = Factuality | Literal[""]
PARTS_OF_SPEECH = ("VERB", "NOUN", "ADJ", "ADV")
SOURCELESS = "-"
# Shares are clipped to this, so that a construction seen a few times is never certain.
SUREST = 0.97


class CueClass(Struct, frozen=True):
    """What all cues of a class have in common.

    holder: how far the holder stands behind the content; article: how far the article does by choosing this cue.
    finite, infinitive, nominal: the factuality of events in a content of that form; "" leaves it to its own marks.
    frames: the share in which each construction reports, for cues too rare to have figures of their own; by part of speech.
    """

    name: str
    holder: HolderCommitment
    article: ArticleCommitment
    finite: ComplementFactuality = ""
    infinitive: ComplementFactuality = ""
    nominal: ComplementFactuality = ""
    frames: dict[str, dict[str, float]] = {}


class Cue(Struct, frozen=True):
    """A word that reports.

    lemma: with its particle ("point out"). pos: VERB, NOUN, ADJ or ADV. cue_class: the class it mostly has.
    otherwise: its class in particular constructions. frames: construction -> share in which it reports (0 to 1);
    a construction without a source is marked by a final "-".
    holder_commitment, article_commitment, finite, infinitive, nominal: those of its class, or its own.
    """

    lemma: str
    pos: str
    cue_class: str
    otherwise: dict[str, str]
    frames: dict[str, float]
    holder_commitment: HolderCommitment
    article_commitment: ArticleCommitment
    finite: ComplementFactuality
    infinitive: ComplementFactuality
    nominal: ComplementFactuality

    def class_in(self, frame: str) -> str:
        """The class in a construction."""
        return self.otherwise.get(frame, self.cue_class)

    @property
    def commitment(self) -> Commitment:
        """How far its holder and the article stand behind what it reports, in the construction it mostly has."""
        return Commitment(self.holder_commitment, self.article_commitment)


class CueLexicon:
    """All cues, by lemma and part of speech, with the classes and adverbs. Opened once; never changed."""

    def __init__(
        self, cues: dict[tuple[str, str], Cue], classes: dict[str, CueClass], circumstances: dict[str, float]
    ) -> None:
        self._cues = cues
        self._by_lemma: dict[str, list[Cue]] = {}
        for cue in cues.values():
            self._by_lemma.setdefault(cue.lemma, []).append(cue)
        self.classes = classes
        self._circumstances = circumstances
        self.words = frozenset(lemma.split(" ")[0] for lemma, _ in cues)

    @classmethod
    def open(cls) -> "CueLexicon":
        """Read the lexicon that ships with sayso; raises BadResource naming file and line."""
        classes = _classes()
        cues: dict[tuple[str, str], Cue] = {}
        for number, cells in _rows("cues.tsv", 5):
            cue = _cue(cells, classes, f"cues.tsv, line {number}")
            cues[cue.lemma, cue.pos] = cue
        return cls(cues, classes, _circumstances())

    def of(self, lemma: str, pos: str | None = None) -> Cue | None:
        """The cue with that lemma (and part of speech); None for a word that is no cue."""
        if pos is not None:
            return self._cues.get((lemma, pos))
        found = self._by_lemma.get(lemma)
        return found[0] if found else None

    def class_of(self, name: str) -> CueClass | None:
        """The class with that name."""
        return self.classes.get(name)

    def commitment(self, cue: Cue | None, name: str | None) -> Commitment | None:
        """The commitment of a cue that is of the named class in its construction; None where neither is known."""
        if cue is not None and cue.cue_class == name:
            return cue.commitment
        found = None if name is None else self.classes.get(name)
        return None if found is None else Commitment(found.holder, found.article)

    def weight(self, cue: Cue, frame: str, *, sourced: bool) -> float:
        """The share in which a cue reports in a construction; its class's where it is too rare; 0 where never seen."""
        key = frame if sourced else frame + SOURCELESS
        own = cue.frames.get(key)
        if own is not None:
            return own
        return self.classes[cue.cue_class].frames.get(cue.pos, {}).get(key, 0.0)

    def likelihood(self, cue: Cue, share: float, circumstances: Iterable[str]) -> float:
        """How likely a cue reports (0 to 1), from the share of its construction and what else holds of it."""
        clipped = min(SUREST, max(1 - SUREST, share))
        odds = self._circumstances["intercept"] + self._circumstances["construction"] * log(clipped / (1 - clipped))
        odds += self._circumstances.get(f"class {cue.cue_class}", 0.0)
        odds += sum(self._circumstances.get(name, 0.0) for name in circumstances)
        return 1 / (1 + exp(-odds))

    def __len__(self) -> int:
        return len(self._cues)


def _classes() -> dict[str, CueClass]:
    defaults: dict[str, dict[str, dict[str, float]]] = {}
    for number, (name, pos, frames) in _rows("defaults.tsv", 3):
        defaults.setdefault(name, {})[pos] = _frames(frames, f"defaults.tsv, line {number}")
    try:
        table = tomllib.loads(_text("classes.toml"))
        return {
            name: msgspec.convert({"name": name, **fields, "frames": defaults.get(name, {})}, CueClass)
            for name, fields in table.items()
        }
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadResource("classes.toml", str(error)) from error


def _circumstances() -> dict[str, float]:
    name = "circumstances.tsv"
    weights: dict[str, float] = {}
    for number, (feature, weight) in _rows(name, 2):
        try:
            weights[feature] = float(weight)
        except ValueError as error:
            raise BadResource(f"{name}, line {number}", f"not a number: {weight}") from error
    for needed in ("intercept", "construction"):
        if needed not in weights:
            raise BadResource(name, f"no weight of the {needed}")
    return weights


def _cue(cells: list[str], classes: dict[str, CueClass], where: str) -> Cue:
    lemma, pos, name, otherwise, frames = cells
    if pos not in PARTS_OF_SPEECH:
        raise BadResource(where, f"no part of speech: {pos}")
    others = dict(pair.split("=", 1) for pair in otherwise.split(";") if "=" in pair)
    for one in (name, *others.values()):
        if one not in classes:
            raise BadResource(where, f"no such class: {one}")
    own = classes[name]
    return Cue(
        lemma=lemma,
        pos=pos,
        cue_class=name,
        otherwise=others,
        frames=_frames(frames, where),
        holder_commitment=own.holder,
        article_commitment=own.article,
        finite=own.finite,
        infinitive=own.infinitive,
        nominal=own.nominal,
    )


def _frames(cell: str, where: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for pair in cell.split():
        name, equals, share = pair.rpartition("=")
        if pair == SOURCELESS:
            continue
        try:
            found[name] = float(share)
        except ValueError as error:
            raise BadResource(where, f"not a construction with its share: {pair}") from error
        if not equals or not 0 <= found[name] <= 1:
            raise BadResource(where, f"not a construction with its share: {pair}")
    return found


def _rows(name: str, width: int) -> list[tuple[int, list[str]]]:
    rows = []
    for number, line in enumerate(_text(name).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != width:
            raise BadResource(f"{name}, line {number}", f"{len(cells)} columns instead of {width}")
        rows.append((number, cells))
    return rows


def _text(name: str) -> str:
    try:
        return (files("sayso.resources.cues") / name).read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError) as error:
        raise BadResource(name, str(error)) from error


__all__ = ["Cue", "CueClass", "CueLexicon"]
