"""The nouns of an export: a Row is one claim with all that a reader of it alone must know, cut loose from its ledger.

Exporters take rows and nothing else, so that what was withheld, coarsened or pseudonymised before cannot leak through them.
"""

from msgspec import Struct

from sayso.model import (
    ActorKind,
    Codes,
    Count,
    DisputeField,
    DisputeHow,
    EventType,
    Factuality,
    PlaceKind,
    Precision,
    Published,
    Span,
    Toll,
)
from sayso.model.attribution import AttributionKind


class Words(Struct, frozen=True):
    """Words of a text and where they stand.

    text: the words; of a long stretch only the first ones, and `tail` has the last ones. None where they are withheld.
    before, after: the characters next to them, to find them again in a text that has shifted.
    altered: names in them were replaced, so that they are no longer the text's own.
    """

    span: Span
    text: str | None
    tail: str | None = None
    before: str | None = None
    after: str | None = None
    altered: bool = False


class Who(Struct, frozen=True):
    """An actor: id of the registry, or of the article where the text alone knows it; its best name and all its names.

    registry: the id of the registry entry, None where there is none. pseudonym: the name stands for a private person's.
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    registry: str | None = None
    members: tuple[str, ...] = ()
    part_of: str | None = None
    pseudonym: bool = False


class Party(Struct, frozen=True):
    """Who takes part: the words, and the actors that they are read as."""

    words: tuple[Words, ...] = ()
    who: tuple[Who, ...] = ()

    @property
    def label(self) -> str | None:
        """The names of the actors, or else the words; None where nobody is named."""
        if self.who:
            return "; ".join(dict.fromkeys(one.name for one in self.who))
        return "; ".join(one.text for one in self.words if one.text) or None


class Where(Struct, frozen=True):
    """A place: its name in the gazetteer, or as the text writes it where the gazetteer has none.

    words: None where the place is carried over. lat, lon: WGS 84 degrees.
    cell: side in degrees of the cell that lat and lon are the middle of, where the place was made coarser.
    """

    name: str
    words: Words | None = None
    kind: PlaceKind | None = None
    precision: Precision | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    cell: float | None = None


class When(Struct, frozen=True):
    """A time: its EDTF date or interval; words: None where the time is carried over."""

    edtf: str | None
    words: Words | None = None


class Voice(Struct, frozen=True):
    """One link of the chain of holders: who says it, with which words, and what is said."""

    id: str
    kind: AttributionKind
    source: tuple[Words, ...]
    cue: tuple[Words, ...]
    content: tuple[Words, ...]
    who: Who | None = None
    cue_class: str | None = None
    said: str | None = None
    confidence: float = 1.0

    @property
    def label(self) -> str:
        """The speaker's words in the text, or its name, or that no source is named."""
        words = "; ".join(one.text for one in self.source if one.text)
        return words or (self.who.name if self.who is not None else "source not named")


class Paper(Struct, frozen=True):
    """What is known about a document. id: SHA-256 of its text; text: None unless texts were asked for."""

    id: str
    name: str | None
    length: int
    published: Published = Published()
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    agency: str | None = None
    text: str | None = None


class Contest(Struct, frozen=True):
    """A dispute that the claim stands in: on which field, how, with which other claim (its id), and why in words."""

    field: DisputeField
    how: DisputeHow
    other: str
    note: str = ""


class Merged(Struct, frozen=True):
    """How a row that stands for a whole incident was boiled down.

    policy: its name, with the ranking where one was used. claims, holders, papers: what went into it (ids, labels, ids).
    origins: how many of the holders are independent. best: the number of killed under the policy;
    low, high: the lowest and the highest number that any of them gives.
    """

    policy: str
    claims: tuple[str, ...]
    holders: tuple[str, ...]
    papers: tuple[str, ...]
    origins: int
    best: int | None = None
    low: int | None = None
    high: int | None = None


class Row(Struct, frozen=True):
    """One claim. With `merged`, one incident, boiled down under a policy.

    id: of the claim in the ledger; incident: of its incident, which lasts.
    voices: the chain of holders, outermost first; empty for the article's own voice.
    origin: what makes two rows one source: rows with the same origin are not independent.
    run: version, model and settings that read it. sentence: a short quotation around the trigger.
    """

    id: str
    incident: str | None
    paper: Paper
    run: str
    type: EventType
    mode: str | None
    factuality: Factuality
    origin: str
    trigger: Words | None = None
    sentence: Words | None = None
    context: tuple[str, ...] = ()
    codes: Codes = Codes()
    agent: Party = Party()
    patient: Party = Party()
    instrument: Party = Party()
    where: Where | None = None
    others: tuple[Where, ...] = ()
    when: When | None = None
    toll: Toll = Toll()
    voices: tuple[Voice, ...] = ()
    contests: tuple[Contest, ...] = ()
    confidence: float = 1.0
    inferred: tuple[str, ...] = ()
    merged: Merged | None = None

    @property
    def holder(self) -> str:
        """Who says it: "the article", or the chain of speakers, outermost first: "Rahal › the mayor"."""
        return " › ".join(voice.label for voice in self.voices) or "the article"

    @property
    def holder_id(self) -> str | None:
        """The id of the innermost speaker, where it is known who that is."""
        return self.voices[-1].who.id if self.voices and self.voices[-1].who is not None else None


REPORTED = frozenset({"happened", "ongoing"})


def killed_figures(count: Count | None) -> tuple[int | None, int | None, int | None]:
    """Low, best and high of a number as one claim gives it: "at least 5" is 5, 5 and no high; "up to 12" has a high only."""
    if count is None:
        return None, None, None
    return count.low, count.low if count.low is not None else count.high, count.high
