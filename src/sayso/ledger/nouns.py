"""What is given to the ledger beside the nouns of an article, and what it answers to an addition."""

from typing import Literal

from msgspec import Struct

from sayso.model import Span

RelationKind = Literal["copy", "version"]
JudgementAction = Literal["link", "cut", "merge", "split", "note", "undo"]
Verdict = Literal["same", "different", "unsure"]
Author = Literal["rule", "model", "person"]
LabelField = Literal[
    "claim", "trigger", "type", "mode", "context", "factuality", "holder", "agent", "patient", "place", "time",
    "killed", "injured", "detained", "displaced", "dispute",
]  # fmt: skip
LabelVerdict = Literal["accept", "correct", "reject", "undo"]


class Appearance(Struct, frozen=True):
    """Where and when a text appeared.

    doc: the caller's name of it (a path, an address, a record of an archive). published: EDTF date of publication, as
    given or read off the page. bytes_hash: SHA-256 (hex) of the bytes. licence: as the source gives it.
    credit: whom the text is credited to ("AP", "with Reuters"), evidence: where it says so.
    source: what was asked to be read (the folder, feed or archive). media_type: of the bytes.
    """

    doc: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    bytes_hash: str | None = None
    licence: str | None = None
    credit: str | None = None
    evidence: tuple[Span, ...] = ()
    source: str | None = None
    media_type: str | None = None


class Relation(Struct, frozen=True):
    """A text is a copy of another, or another version of it.

    document, other: ids of the later text and of the one it comes from. score: likeness, 0 to 1. because: in words.
    credit, evidence: the credit line of `document` that speaks for it, and where it stands.
    """

    document: str
    other: str
    kind: RelationKind
    score: float = 1.0
    because: str = ""
    credit: str | None = None
    evidence: tuple[Span, ...] = ()


class Judgement(Struct, frozen=True):
    """Who judged what to be one happening, when, and why. Never overwritten, only followed by another.

    action: link (the claims belong to the incident), cut (the claims do not belong to the incident: each gets one of
    its own, or its former one), merge (other is the same happening as the incident and forwards to it), split (the
    claims are taken out of the incident and make a new one together), note (an opinion that moves nothing), undo (what
    the judgement `undoes` moved goes back, unless it was moved again since).
    verdict: same, different, unsure. by: who ("anna", "linker 1"); author: a rule, a model or a person.
    at: ISO 8601, UTC ("2026-05-01T12:00:00Z"). score: 0 to 1, where there is one.
    """

    action: JudgementAction
    by: str
    at: str
    incident: str | None = None
    other: str | None = None
    claims: tuple[str, ...] = ()
    verdict: Verdict = "same"
    author: Author = "person"
    score: float | None = None
    reason: str = ""
    undoes: str | None = None


class Decision(Struct, frozen=True):
    """What a person decides on a field of a claim (id); field "claim": on the claim as a whole.

    value: what is right, in words, where the verdict is correct. For the field "dispute", the id of a dispute in which the
    claim stands: accept, they do pull apart; reject, they do not.
    """

    claim: str
    field: LabelField
    verdict: Literal["accept", "correct", "reject"]
    value: str | None = None
    reason: str = ""


class Label(Struct, frozen=True):
    """A person's decision on a field of a claim. Never overwritten, only followed by another.

    It is kept by where the words stand, and not by the claim's id, so that it survives every re-run: document (id),
    trigger (of the claim), holder (the words that name who says so, or else the cue; None for the article's own voice),
    by which claims that share a trigger are told apart. type: the claim's, when it was judged.
    verdict: accept, correct (value is right), reject, or undo (the label `undoes`, an id, is taken back).
    was: the field's value as it was judged, in words; None where the claim has none. by: who; at: ISO 8601, UTC.
    """

    document: str
    trigger: Span
    field: LabelField
    verdict: LabelVerdict
    by: str
    at: str
    holder: Span | None = None
    type: str = ""
    was: str | None = None
    value: str | None = None
    reason: str = ""
    undoes: str | None = None


class Added(Struct, frozen=True):
    """What an addition did. document, reading: their ids; new_*: False where the ledger had it already.

    forgotten: the text was forgotten on demand, and is not taken in again.
    """

    document: str
    reading: str
    new_document: bool
    new_reading: bool
    new_appearance: bool
    forgotten: bool = False
