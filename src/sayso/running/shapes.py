"""The shapes of the line format, field by field in the order in which they are written.

Spans and counts are written as arrays of two ([start, end), [low, high]); null is what the text does not tell.
"""

from msgspec import Struct

from sayso.model import (
    Anchor,
    Codes,
    Count,
    DisputeField,
    DisputeHow,
    EventType,
    Factuality,
    PlaceKind,
    Precision,
    Published,
    Said,
    Span,
    TimexMod,
    TimexType,
)
from sayso.model.actor import ActorKind
from sayso.model.attribution import AttributionKind, Commitment
from sayso.model.document import DateCandidate, HowKnown, WhyLeftOut


class DocumentLine(Struct, frozen=True):
    """A line of input: one document, as `annotate` takes it. date: the day of publication, "YYYY-MM-DD"."""

    doc: str
    text: str
    date: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None


class PublishedShape(Struct, frozen=True):
    """The publication date as an EDTF date or set, how it is known, and the candidates when it was inferred."""

    edtf: str | None
    how: HowKnown
    candidates: tuple[DateCandidate, ...]

    @classmethod
    def of(cls, published: Published) -> "PublishedShape":
        """The shape of what is known of a publication."""
        return cls(published.edtf, published.how, published.candidates)


class DatelineShape(Struct, frozen=True):
    """Where the words of the dateline stand."""

    place: Span | None
    date: Span | None
    agency: Span | None


class LeftOutShape(Struct, frozen=True):
    """A stretch that is not part of the report."""

    start: int
    end: int
    why: WhyLeftOut


class AttributionShape(Struct, frozen=True):
    """Who is made responsible for a content."""

    id: str
    kind: AttributionKind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_actor: str | None
    cue_class: str | None
    said: Said | None
    parent: str | None
    confidence: float
    commitment: Commitment | None


class TimeShape(Struct, frozen=True):
    """Words that tell a time. mod, quant, freq: TIMEX3's attributes of those names, null where the words do not tell."""

    start: int
    end: int
    type: TimexType
    value: str
    edtf: str | None
    anchor: Anchor
    mod: TimexMod | None
    quant: str | None
    freq: str | None


class CandidateShape(Struct, frozen=True):
    """A place that the words may mean."""

    name: str
    geonameid: int | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    kind: PlaceKind
    precision: Precision
    score: float
    because: str


class PlaceShape(Struct, frozen=True):
    """Words that name a place, and the entry of the gazetteer they are read as; nulls where nothing fits."""

    id: str
    start: int
    end: int
    name: str
    geonameid: int | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    kind: PlaceKind | None
    precision: Precision | None
    candidates: tuple[CandidateShape, ...]


class ActorShape(Struct, frozen=True):
    """Someone who acts, speaks or is acted on."""

    id: str
    names: tuple[str, ...]
    kind: ActorKind
    country: str | None
    sector: str | None
    members: tuple[str, ...]
    part_of: str | None
    mentions: tuple[Span, ...]


class EventPlaceShape(Struct, frozen=True):
    """Where an event is put; start and end are null where the place is carried over."""

    start: int | None
    end: int | None
    place: str
    lat: float | None
    lon: float | None
    country: str | None


class EventTimeShape(Struct, frozen=True):
    """When an event is put; start and end are null where the time is carried over."""

    start: int | None
    end: int | None
    edtf: str | None


class EventShape(Struct, frozen=True):
    """One claim: an event, its factuality and its holder."""

    id: str
    trigger: Span
    type: EventType
    mode: str | None
    context: tuple[str, ...]
    codes: Codes
    agent: tuple[Span, ...]
    patient: tuple[Span, ...]
    instrument: tuple[Span, ...]
    agent_actor: tuple[str, ...]
    patient_actor: tuple[str, ...]
    place: EventPlaceShape | None
    places: tuple[EventPlaceShape, ...]
    time: EventTimeShape | None
    factuality: Factuality
    killed: Count | None
    injured: Count | None
    detained: Count | None
    displaced: Count | None
    toll_of: str | None
    holder: str | None
    incident: str | None
    confidence: float
    inferred: tuple[str, ...]


class DisputeShape(Struct, frozen=True):
    """A field of one incident on which two events' holders pull apart."""

    incident: str
    field: DisputeField
    a: str
    b: str
    how: DisputeHow


class LedgerLine(Struct, frozen=True):
    """A line of output: the ledger of one article."""

    doc: str
    sayso: str
    model: str
    language: str | None
    published: PublishedShape
    dateline: DatelineShape | None
    left_out: tuple[LeftOutShape, ...]
    attributions: tuple[AttributionShape, ...]
    times: tuple[TimeShape, ...]
    places: tuple[PlaceShape, ...]
    actors: tuple[ActorShape, ...]
    events: tuple[EventShape, ...]
    disputes: tuple[DisputeShape, ...]


class ProblemShape(Struct, frozen=True):
    """What went wrong, and where."""

    cause: str
    where: str


class ProblemLine(Struct, frozen=True):
    """A line of output for a document that failed; doc is null where the line did not even tell it."""

    doc: str | None
    problem: ProblemShape
