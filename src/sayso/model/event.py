"""Event, Claim and Dispute: what is said to have happened, by whom, and where holders pull apart."""

from typing import Literal

from msgspec import Struct

from sayso.model.span import Span

# The name of an event type: one of EVENT_TYPES, or one that the user's own codebook declares.
EventType = str
EVENT_TYPES: tuple[EventType, ...] = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT",
)  # fmt: skip
Factuality = Literal["happened", "ongoing", "denied", "planned", "possible", "demanded", "hypothetical"]
DisputeField = Literal[
    "occurrence", "responsibility", "target", "victims", "toll", "place", "time", "intent", "means", "other"
]
DisputeHow = Literal["contradicts", "denies", "differs"]


class Count(Struct, frozen=True, array_like=True):
    """A number of people as the text gives it: exactly five (5, 5), at least five (5, None), up to twelve (None, 12)."""

    low: int | None
    high: int | None


class Toll(Struct, frozen=True):
    """How many were killed, injured, detained, displaced, and of whom ("civilians", "children", "fighters")."""

    killed: Count | None = None
    injured: Count | None = None
    detained: Count | None = None
    displaced: Count | None = None
    of: str | None = None
    evidence: tuple[Span, ...] = ()


class Codes(Struct, frozen=True):
    """The event in other projects' codes, where one fits."""

    cameo: str | None = None
    acled: str | None = None
    ucdp: str | None = None


class Event(Struct, frozen=True):
    """One mention of an event of the codebook's types, as read from its own sentence.

    trigger: the word(s) that name it. mode: the codebook's mode, None where none is told. context: PLOVER contexts.
    agent, patient, instrument: spans of the participants. toll: numbers tied to this mention.
    factuality: as its innermost holder presents it. because: which marks made it so ("negation: did not").
    confidence: 0 to 1.
    """

    trigger: Span
    type: EventType
    mode: str | None = None
    context: tuple[str, ...] = ()
    codes: Codes = Codes()
    agent: tuple[Span, ...] = ()
    patient: tuple[Span, ...] = ()
    instrument: tuple[Span, ...] = ()
    toll: Toll = Toll()
    factuality: Factuality = "happened"
    because: str = ""
    confidence: float = 1.0


class ClaimPlace(Struct, frozen=True):
    """Where the claim puts its event: the toponym's span (None where carried over) and local id."""

    span: Span | None
    place: str


class ClaimTime(Struct, frozen=True):
    """When the claim puts its event: the expression's span (None where carried over) and its EDTF date or interval."""

    span: Span | None
    edtf: str | None


class Claim(Struct, frozen=True):
    """An event, its factuality and its holder: the atom of the ledger.

    id: local to the document ("e1"), in the order of the text.
    holder: the id of the innermost attribution whose content contains the trigger; None is the article's own voice.
    agent_actor, patient_actor: local ids of the actors. incident: local id shared by mentions of one happening.
    inferred: names of the fields that were not read from the event's own words.
    """

    id: str
    event: Event
    holder: str | None = None
    agent_actor: tuple[str, ...] = ()
    patient_actor: tuple[str, ...] = ()
    place: ClaimPlace | None = None
    places: tuple[ClaimPlace, ...] = ()
    time: ClaimTime | None = None
    incident: str | None = None
    inferred: tuple[str, ...] = ()


class Dispute(Struct, frozen=True):
    """A field of one incident on which two claims pull apart, and how; note: in words."""

    incident: str
    field: DisputeField
    a: str
    b: str
    how: DisputeHow
    note: str = ""
