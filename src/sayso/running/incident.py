"""One incident of a ledger laid out as one record: what the terminal shows, what the API gives, and what the pages draw."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from sayso.ledger import (
    ClaimFilter,
    ClaimRecord,
    DisputeRecord,
    DocumentFilter,
    DocumentRecord,
    IncidentRecord,
    JudgementRecord,
    PlaceRecord,
    Store,
)
from sayso.linking import accounts as columns
from sayso.linking.accounts import Reading
from sayso.linking.fields import FIELDS, Field
from sayso.linking.grading import FIGHTERS, Grading, grade
from sayso.linking.policies import Policy
from sayso.linking.report import Report
from sayso.linking.summary import Summary, summary
from sayso.model import Dispute, Factuality
from sayso.running.linking import report_of

TOGETHER: Final = 200


class Cell(Struct, frozen=True):
    """What one account says of one field.

    value: as shown; None where the account is silent. reading: how it stands to what most origins give (docs/linking.md).
    claim, document: ids of the claim that tells it, and of its text. start, end: the characters of the text that the value
    was read from, quote: those characters; None and "" where it was inferred and no words tell it.
    words: the stretch of text that tells the claim. claims: all claims of the account that tell the field, the one shown first.
    before: what the same account said earlier, where that was something else.
    """

    value: str | None
    reading: Reading
    claim: str | None = None
    document: str | None = None
    quote: str = ""
    start: int | None = None
    end: int | None = None
    words: str = ""
    claims: tuple[str, ...] = ()
    before: str | None = None


class Account(Struct, frozen=True):
    """What one holder claims. id: the same in every answer; holder: its name, None for an article's own voice; documents: ids."""

    id: str
    holder: str | None
    documents: tuple[str, ...]
    cells: dict[Field, Cell]


class MatrixOrigin(Struct, frozen=True):
    """One independent source and what it says.

    label: the chain in words ("Northern Wire, printed by 3 outlets"). documents: in how many it stands. publishers: the outlets.
    """

    id: str
    label: str
    documents: int
    accounts: tuple[Account, ...]
    publishers: tuple[str, ...] = ()


class Matrix(Struct, frozen=True):
    """Fields by accounts, the accounts by independent origin, the earliest first. fields: those that somebody tells."""

    fields: tuple[Field, ...]
    origins: tuple[MatrixOrigin, ...]


class Said(Struct, frozen=True):
    """A line of the chronology: what was said to have happened when, said when, by whom, in which words.

    happened, said: EDTF, None where it is not told; said is the day of speech, else of publication. published: the day.
    holder: its name, or the outlet's where the article speaks itself.
    """

    claim: str
    happened: str | None
    said: str | None
    holder: str
    words: str
    document: str
    factuality: Factuality
    published: str | None = None


class Spot(Struct, frozen=True):
    """A place of the incident, and how many of its claims are put there."""

    place: PlaceRecord
    claims: int


class Incident(Struct, frozen=True):
    """An incident laid out.

    incident: the ledger's record. matrix: what each account says of each field. origins: how many independent ones there are.
    contested: the fields on which claims pull apart. summary: what the accounts come to under the policy that was asked for;
    None where none was. grading: of civilian harm, computed from the claims. chronology: in the order in which it was said.
    places: those told most first. disputes, judgements, claims: the ledger's records, the claims in the order of publication.
    """

    incident: IncidentRecord
    matrix: Matrix
    origins: int
    contested: tuple[str, ...]
    summary: Summary | None
    grading: Grading
    chronology: tuple[Said, ...]
    places: tuple[Spot, ...]
    disputes: tuple[DisputeRecord, ...]
    judgements: tuple[JudgementRecord, ...]
    claims: tuple[ClaimRecord, ...]


def incident(store: Store, name: str, policy: Policy | None = None) -> Incident:
    """Lay out the incident with an id (its beginning is enough), or the one it was merged into, in one record.

    policy: what the accounts are boiled down by for `summary`; without one there is no summary, since sayso picks none.
    Raises NotInLedger.
    """
    record = store.incident(name)
    claims = tuple(sorted(store.claims(ClaimFilter(ids=record.claim_ids)), key=_told_order)) if record.claim_ids else ()
    whole = _documents(store, {one.document for one in claims})
    claims = tuple(one for one in claims if whole[one.document].forgotten is None)
    texts = store.texts(sorted({one.document for one in claims}))
    reports = [
        report_of(one, texts[one.document], whole[one.document].origin or whole[one.document].id) for one in claims
    ]
    disputes = store.disputes(record.claim_ids)
    as_rules = [Dispute(record.id, one.field, one.a, one.b, one.how, one.note) for one in disputes]
    matrix = _matrix(columns.accounts(reports, as_rules), texts)
    return Incident(
        incident=record,
        matrix=matrix,
        origins=len(matrix.origins),
        contested=tuple(sorted({one.field for one in disputes})),
        summary=None if policy is None else summary(reports, policy),
        grading=grade(reports, as_rules, _fighters(claims)),
        chronology=tuple(_said(one, report) for one, report in zip(claims, reports, strict=True)),
        places=_places(claims),
        disputes=disputes,
        judgements=store.judgements(record.id),
        claims=claims,
    )


def _documents(store: Store, ids: Iterable[str]) -> dict[str, DocumentRecord]:
    """Documents by id, many at a time: one by one they would take most of the time of a large incident."""
    wanted = sorted(ids)
    parts = (wanted[start : start + TOGETHER] for start in range(0, len(wanted), TOGETHER))
    return {one.id: one for part in parts for one in store.documents(DocumentFilter(ids=tuple(part)))}


def _told_order(record: ClaimRecord) -> tuple[str, str, int, str]:
    return record.published or "", record.document, record.claim.event.trigger.start, record.id


def _matrix(found: Iterable[columns.Account], texts: Mapping[str, str]) -> Matrix:
    origins = tuple(
        MatrixOrigin(
            id=one.origin.id,
            label=one.origin.words,
            documents=len(one.origin.documents),
            accounts=(
                Account(
                    id=one.origin.id,
                    holder=None if one.origin.voice else one.origin.name,
                    documents=one.origin.documents,
                    cells={cell.field: _cell(cell, texts) for cell in one.cells},
                ),
            ),
            publishers=one.origin.publishers,
        )
        for one in found
    )
    told = {
        field
        for origin in origins
        for account in origin.accounts
        for field, cell in account.cells.items()
        if cell.value is not None
    }
    return Matrix(tuple(field for field in FIELDS if field in told), origins)


def _cell(cell: columns.Cell, texts: Mapping[str, str]) -> Cell:
    if cell.document is None:
        return Cell(cell.value, cell.reading)
    return Cell(
        value=cell.value,
        reading=cell.reading,
        claim=cell.claims[0],
        document=cell.document,
        quote="" if cell.span is None else cell.span.words(texts[cell.document]),
        start=None if cell.span is None else cell.span.start,
        end=None if cell.span is None else cell.span.end,
        words=cell.words,
        claims=cell.claims,
        before=cell.before,
    )


def _fighters(claims: Iterable[ClaimRecord]) -> frozenset[str]:
    return frozenset(actor.id for record in claims for actor in record.patients if actor.kind in FIGHTERS)


def _said(record: ClaimRecord, report: Report) -> Said:
    spoken = None if record.holder is None else record.holder.attribution.said
    return Said(
        claim=record.id,
        happened=None if record.claim.time is None else record.claim.time.edtf,
        said=spoken.edtf if spoken is not None and spoken.edtf is not None else record.published,
        holder=report.holder_name or report.publisher or f"document {report.document[:12]}",
        words=record.words,
        document=record.document,
        factuality=record.claim.event.factuality,
        published=None if report.published is None else date.fromordinal(report.published).isoformat(),
    )


def _places(claims: Iterable[ClaimRecord]) -> tuple[Spot, ...]:
    put = [record.place for record in claims if record.place is not None]
    counts = Counter(one.id for one in put)
    by_id = {one.id: one for one in put}
    return tuple(Spot(by_id[id_], counts[id_]) for id_ in sorted(counts, key=lambda one: (-counts[one], one)))
