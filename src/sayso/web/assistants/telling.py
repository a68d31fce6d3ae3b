"""What the tools answer: every claim with who says so, and with the words it was read from and where they stand."""

import re
from collections.abc import Iterable

from msgspec import Struct

from sayso.errors import NotInLedger
from sayso.ledger import (
    AttributionRecord,
    ClaimRecord,
    DisputeRecord,
    DocumentRecord,
    IncidentRecord,
    Store,
    stretch_of,
)
from sayso.linking.scoring import counted
from sayso.model import Span
from sayso.running.incident import Incident

ARTICLE = "the article itself"
UNNAMED = "an unnamed source"
LONGEST = 1_000
AROUND = 300
SURROGATE = re.compile("[\ud800-\udfff]")


class Quotation(Struct, frozen=True):
    """Words of a document, exactly, and where they stand: start and end count characters of its text.

    words: of a long stretch only the first ones; null where the text was forgotten.
    """

    document: str
    start: int
    end: int
    words: str | None


class Holder(Struct, frozen=True):
    """Who says so. name: as the ledger knows it, or that the article says it in its own voice. said: the words that tell it."""

    name: str
    kind: str
    source: tuple[Quotation, ...] = ()
    cue: tuple[Quotation, ...] = ()


class ToldClaim(Struct, frozen=True, kw_only=True):
    """One claim. holders: who says so, innermost first: each reports what stands before it. happened_as: how the holder presents it."""

    id: str
    holders: tuple[Holder, ...]
    quotation: Quotation
    type: str
    mode: str | None
    happened_as: str
    who: tuple[str, ...]
    to_whom: tuple[str, ...]
    where: str | None
    when: str | None
    toll: dict[str, str]
    confidence: float
    incident: str | None
    disputed: bool
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None


class ToldField(Struct, frozen=True):
    """What an account says of a field, and how that stands to what most say: agrees, differs, denies, less precise, ..."""

    value: str
    reading: str
    quotation: Quotation | None


class ToldAccount(Struct, frozen=True):
    """What one independent source says of an incident."""

    holder: str
    source: str
    documents: tuple[str, ...]
    fields: dict[str, ToldField]


class Reader:
    """Reads texts of a ledger, and what is told of them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._texts: dict[str, str | None] = {}

    def text(self, document: str) -> str | None:
        """The text of a document; None where it was forgotten."""
        if document not in self._texts:
            try:
                self._texts[document] = self._store.text(document)
            except NotInLedger:
                self._texts[document] = None
        return self._texts[document]

    def quoted(self, document: str, span: Span) -> Quotation:
        """Words of a document."""
        text = self.text(document)
        words = None if text is None else sound(text[span.start : min(span.end, span.start + LONGEST)])
        return Quotation(document, span.start, span.end, words)

    def claim(self, record: ClaimRecord) -> ToldClaim:
        """A claim."""
        event = record.claim.event
        return ToldClaim(
            id=record.id,
            holders=tuple(self.holders(record)),
            quotation=self.quoted(record.document, stretch_of(record.claim)),
            type=event.type,
            mode=event.mode,
            happened_as=event.factuality,
            who=tuple(one.name for one in record.agents),
            to_whom=tuple(one.name for one in record.patients),
            where=None if record.place is None else record.place.place.name,
            when=None if record.claim.time is None else record.claim.time.edtf,
            toll={
                name: counted(count)
                for name in ("killed", "injured", "detained", "displaced")
                if (count := getattr(event.toll, name)) is not None
            },
            confidence=event.confidence,
            incident=record.incident,
            disputed=record.disputed,
            title=record.title,
            publisher=record.publisher,
            published=record.published,
            url=record.url,
        )

    def holders(self, record: ClaimRecord) -> Iterable[Holder]:
        """Who says so, innermost first."""
        if record.holder is None:
            yield Holder(ARTICLE, "article")
            return
        for one in (record.holder, *record.chain):
            yield self._holder(one)

    def _holder(self, one: AttributionRecord) -> Holder:
        said = one.attribution
        source = tuple(self.quoted(one.document, span) for span in said.source)
        name = one.speaker.name if one.speaker is not None else source[0].words if source else None
        return Holder(name or UNNAMED, said.kind, source, tuple(self.quoted(one.document, span) for span in said.cue))

    def accounts(self, found: Incident) -> tuple[ToldAccount, ...]:
        """The accounts of an incident, each field with its words."""
        return tuple(
            ToldAccount(
                holder=account.holder or ARTICLE,
                source=origin.label,
                documents=account.documents,
                fields={
                    field: ToldField(
                        cell.value,
                        cell.reading,
                        None
                        if cell.document is None or cell.start is None or cell.end is None
                        else self.quoted(cell.document, Span(cell.start, cell.end)),
                    )
                    for field, cell in account.cells.items()
                    if cell.value is not None
                },
            )
            for origin in found.matrix.origins
            for account in origin.accounts
        )


class Found(Struct, frozen=True):
    """The claims that fit. next: the cursor with which to ask for those that follow; null where there are no others."""

    claims: tuple[ToldClaim, ...]
    next: str | None


class Incidents(Struct, frozen=True):
    """The incidents that fit, each with some of its claims. next: the cursor with which to ask for those that follow, or null."""

    incidents: tuple["ListedIncident", ...]
    next: str | None


class ListedIncident(Struct, frozen=True):
    """An incident, and one of its claims for each of some holders."""

    incident: IncidentRecord
    claims: tuple[ToldClaim, ...]


class ToldIncident(Struct, frozen=True, kw_only=True):
    """An incident: what each independent source says of each field, where they pull apart, and what all of it amounts to.

    summary: one value a field, under the policy that was asked for; without one there is none: who says what is not decided here.
    """

    incident: IncidentRecord
    independent_sources: int
    accounts: tuple[ToldAccount, ...]
    disputes: tuple[DisputeRecord, ...]
    grade: str
    reasons: tuple[str, ...]
    summary: dict[str, str | None] | None
    policy: str | None
    claims: tuple[ToldClaim, ...]


class Evidence(Struct, frozen=True, kw_only=True):
    """A claim with the words around it, the words that each of its fields was read from, and the disputes it stands in.

    inferred: the fields that were not read from the claim's own words.
    """

    claim: ToldClaim
    before: str | None
    after: str | None
    read_from: dict[str, tuple[Quotation, ...]]
    inferred: tuple[str, ...]
    disputes: tuple[DisputeRecord, ...]


class Passage(Struct, frozen=True, kw_only=True):
    """A part of a document, and the claims that were read in it. start, end: of the part; more: does the text go on?"""

    document: DocumentRecord
    start: int
    end: int
    text: str | None
    more: bool
    claims: tuple[ToldClaim, ...]


def evidence(store: Store, record: ClaimRecord) -> Evidence:
    """The evidence of a claim."""
    reader, event, claim = Reader(store), record.claim.event, record.claim
    spans: dict[str, Iterable[Span]] = {
        "trigger": (event.trigger,),
        "who": event.agent,
        "to_whom": event.patient,
        "with_what": event.instrument,
        "toll": event.toll.evidence,
        "where": [one.span for one in (claim.place, *claim.places) if one is not None and one.span is not None],
        "when": () if claim.time is None or claim.time.span is None else (claim.time.span,),
        "content": () if record.holder is None else record.holder.attribution.content,
    }
    text, whole = reader.text(record.document), stretch_of(claim)
    return Evidence(
        claim=reader.claim(record),
        before=None if text is None else sound(text[max(0, whole.start - AROUND) : whole.start]),
        after=None if text is None else sound(text[whole.end : whole.end + AROUND]),
        read_from={
            name: tuple(reader.quoted(record.document, span) for span in found)
            for name, found in spans.items()
            if found
        },
        inferred=claim.inferred,
        disputes=store.disputes([record.id]),
    )


def sound(words: str) -> str:
    """Words as JSON can hold them: halves of surrogate pairs become U+FFFD, one for one."""
    return words if words.isascii() else SURROGATE.sub("\ufffd", words)
