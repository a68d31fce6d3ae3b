"""What the ledger answers: nouns as it keeps them, with its own ids."""

from msgspec import Struct

from sayso.ledger.nouns import Appearance, Judgement, LabelField, LabelVerdict, Relation
from sayso.model import Attribution, Claim, DisputeField, DisputeHow, Place, Run


class ActorRecord(Struct, frozen=True):
    """Someone, across documents.

    code: the registry's id, or the slug that the texts' own name gives. name: the name used most, names: all, most used
    first (only where an actor is asked for by itself). documents, claims: how many name it, and are by, about or of it.
    merged: ids of the actors that were judged to be the same; what is told is of all of them together.
    """

    id: str
    code: str
    kind: str
    name: str
    country: str | None = None
    sector: str | None = None
    registry: str | None = None
    documents: int = 0
    claims: int = 0
    names: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()


class PlaceRecord(Struct, frozen=True):
    """A place that texts name. documents, claims: how many name it, and are put there."""

    id: str
    place: Place
    documents: int = 0
    claims: int = 0


class AttributionRecord(Struct, frozen=True):
    """Who is made responsible for a content.

    attribution: as read, with local ids. speaker: the actor. parent: the ledger's id of the attribution it stands in.
    """

    id: str
    document: str
    reading: str
    attribution: Attribution
    speaker: ActorRecord | None = None
    parent: str | None = None


class ClaimRecord(Struct, frozen=True, kw_only=True):
    """A claim with everything it refers to.

    claim: as read, with the ids that are local to its reading. document, reading, run, incident: the ledger's ids.
    doc, title, publisher, url, published, language: of the document. words: the stretch of text that tells the claim.
    holder: None is the article's own voice. chain: the attributions that the holder stands in, innermost first.
    place: the first place, places: the others; None in them where the words were read as no place.
    current: does its reading count? disputed: does another claim pull against it?
    """

    id: str
    document: str
    reading: str
    run: str
    current: bool
    doc: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    language: str | None
    claim: Claim
    words: str
    holder: AttributionRecord | None = None
    chain: tuple[AttributionRecord, ...] = ()
    agents: tuple[ActorRecord, ...] = ()
    patients: tuple[ActorRecord, ...] = ()
    place: PlaceRecord | None = None
    places: tuple[PlaceRecord | None, ...] = ()
    incident: str | None = None
    disputed: bool = False


class ReadingRecord(Struct, frozen=True):
    """One document as read by one run. claims: how many were read."""

    id: str
    document: str
    run: Run
    run_id: str
    current: bool
    digest: str
    claims: int


class DocumentRecord(Struct, frozen=True, kw_only=True):
    """A text, where it appeared, and what read it.

    doc, title, publisher, url, published, published_day: of the reading that counts. characters: length of the text.
    claims: of the reading that counts. forgotten: when its text was forgotten (UTC), else None. origin: the id of the
    document at the root of its copies and versions; its own id where it is nobody's copy.
    appearances, relations, readings: only where a document is asked for by itself.
    """

    id: str
    doc: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    characters: int = 0
    claims: int = 0
    forgotten: str | None = None
    because: str | None = None
    origin: str = ""
    appearances: tuple[Appearance, ...] = ()
    relations: tuple[Relation, ...] = ()
    readings: tuple[ReadingRecord, ...] = ()


class IncidentRecord(Struct, frozen=True, kw_only=True):
    """A happening to which claims are judged to belong.

    claims, documents: how many. day, day_to: the earliest first and the latest last day of its claims, YYYY-MM-DD.
    type, country: the most frequent of its claims. killed_low, killed_high: the lowest and highest number that any claim
    gives. forward: the id of the incident it was merged into. claim_ids, history: only where it is asked for by itself.
    """

    id: str
    opened: str
    claims: int = 0
    documents: int = 0
    day: str | None = None
    day_to: str | None = None
    type: str = ""
    country: str | None = None
    killed_low: int | None = None
    killed_high: int | None = None
    disputed: bool = False
    forward: str | None = None
    claim_ids: tuple[str, ...] = ()
    history: tuple[Judgement, ...] = ()


class DisputeRecord(Struct, frozen=True):
    """A field on which two claims (ledger ids) pull apart. reading: the reading that found it; None: across documents."""

    id: str
    field: DisputeField
    how: DisputeHow
    a: str
    b: str
    note: str = ""
    reading: str | None = None


class RunRecord(Struct, frozen=True):
    """What produced readings, and how many. at: when it was first used here (UTC)."""

    id: str
    run: Run
    at: str
    readings: int = 0
    current: int = 0


class ProblemRecord(Struct, frozen=True):
    """A document that could not be read. at: when that was last met; tries: how often; solved: when it went away."""

    id: str
    doc: str | None
    cause: str
    where: str
    source: str | None
    at: str
    tries: int
    solved: str | None = None


class JudgementRecord(Struct, frozen=True):
    """A judgement with the ledger's id of it."""

    id: str
    judgement: Judgement


class LabelRecord(Struct, frozen=True, kw_only=True):
    """A person's decision on a field of a claim, as the ledger keeps it (see `Label` for its fields).

    start, end: the trigger's words; holder_start, holder_end: those of the holder, null for the article's own voice.
    claim: id of the current claim on which it lies, null where the current reading has none there.
    undone: was it taken back? stands: it was not, and its author said nothing later on this field of this claim.
    """

    id: str
    document: str
    start: int
    end: int
    holder_start: int | None = None
    holder_end: int | None = None
    type: str = ""
    field: LabelField
    verdict: LabelVerdict
    was: str | None = None
    value: str | None = None
    by: str
    at: str
    reason: str = ""
    undoes: str | None = None
    claim: str | None = None
    undone: bool = False
    stands: bool = True
