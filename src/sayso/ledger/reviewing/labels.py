"""Which labels there are, on which claims they lie now, and which of them stand."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection
from sqlalchemy.sql.expression import ColumnElement

from sayso.errors import BadQuery
from sayso.ledger.asking.asking import among
from sayso.ledger.asking.cursors import Order
from sayso.ledger.canon import loads
from sayso.ledger.filters import Page
from sayso.ledger.keys import CHUNK, named
from sayso.ledger.nouns import Label
from sayso.ledger.records import LabelRecord
from sayso.ledger.reviewing.labelling import FIELDS, holder_words
from sayso.ledger.schema.claims import attributions, claims
from sayso.ledger.schema.labels import labels
from sayso.ledger.schema.texts import documents, readings
from sayso.model import Attribution, Span


class LabelFilter(Struct, frozen=True, kw_only=True):
    """Which labels are asked for. documents, claims: ids, or their beginnings (claims: on which the labels lie now).

    by: authors. since: a day or time (ISO 8601, UTC). standing: only those that count: neither taken back nor followed
    by a later one of their author.
    """

    documents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    field: tuple[str, ...] = ()
    verdict: tuple[str, ...] = ()
    since: str | None = None
    standing: bool = False


class Spot(Struct, frozen=True):
    """A current claim as a label looks for it. order: its place in the document."""

    id: str
    order: int
    trigger: Span
    holder: Span | None
    type: str


class _Event(Struct, frozen=True):
    """Of an event, what a label looks at: the rest of a claim's noun is passed over, which is three times as quick."""

    trigger: Span
    type: str


class _Claim(Struct, frozen=True):
    """Of a claim, the same."""

    event: _Event


def find_labels(connection: Connection, asked: LabelFilter, page: Page) -> Iterator[LabelRecord]:
    """The labels that fit, by their times, the latest first; those that undo others show in these as `undone`.

    Raises BadQuery for a field that is none.
    """
    _check(asked)
    found = [one for one in laid(connection, asked) if _fits(one, asked)]
    found.sort(key=lambda one: (one.at, one.id), reverse=page.descending)
    yield from found[page.offset : None if page.limit is None else page.offset + page.limit]


def labels_after(
    connection: Connection, asked: LabelFilter, limit: int, cursor: str | None, *, descending: bool
) -> tuple[Sequence[LabelRecord], str | None]:
    """At most so many labels that fit, after a cursor; and the cursor of the next, None where nothing comes after.

    Whether a label fits is known only once it lies on its claim, so labels are gone through so many at a time, with all others of
    their documents, until there are enough. Raises BadQuery.
    """
    _check(asked)
    order = Order("labels", (labels.c.at, labels.c.id), descending)
    statement = sa.select(labels.c.id, labels.c.document).where(*_about(asked))
    found: list[tuple[LabelRecord, str]] = []
    following = cursor
    while len(found) <= limit:
        rows, following = order.page(connection, statement, max(limit, CHUNK), following)
        near = {one.id: one for one in laid(connection, asked, {row.document for row in rows})}
        fitting = ((near.get(row.id), order.cursor(row)) for row in rows)
        found += [(one, here) for one, here in fitting if one is not None and _fits(one, asked)]
        if following is None:
            break
    return [one for one, _ in found[:limit]], found[limit - 1][1] if len(found) > limit else None


def _check(asked: LabelFilter) -> None:
    for one in asked.field:
        if one not in FIELDS:
            raise BadQuery(f"{one!r} is no field; it must be one of {', '.join(FIELDS)}")


def _fits(one: LabelRecord, asked: LabelFilter) -> bool:
    return (
        not (asked.standing and not one.stands)
        and (not asked.claims or (one.claim is not None and one.claim.startswith(asked.claims)))
        and (not asked.field or one.field in asked.field)
        and (not asked.verdict or one.verdict in asked.verdict)
        and (asked.since is None or one.at >= asked.since)
    )


def _about(asked: LabelFilter) -> Iterator[ColumnElement[bool]]:
    """The conditions of a filter that the table of labels can tell by itself."""
    if asked.by:
        yield labels.c.by.in_(asked.by)
    if asked.documents:
        yield labels.c.document.in_(sa.select(documents.c.key).where(named(documents.c.id, asked.documents)))
    if asked.claims:
        its = sa.select(readings.c.document).join(claims, claims.c.reading == readings.c.key)
        yield labels.c.document.in_(its.where(named(claims.c.id, asked.claims)))


def standing(connection: Connection) -> dict[str, list[LabelRecord]]:
    """The labels that stand, by the id of the current claim on which they lie, in the order in which they were given."""
    found: dict[str, list[LabelRecord]] = defaultdict(list)
    for one in laid(connection, LabelFilter()):
        if one.stands and one.claim is not None:
            found[one.claim].append(one)
    return dict(found)


def laid(connection: Connection, asked: LabelFilter, only: Collection[int] | None = None) -> list[LabelRecord]:
    """The labels of documents, claims' documents and authors, each on the claim on which it lies now, by their times.

    only: of these documents (keys).
    """
    statement = sa.select(labels.c.document, labels.c.id, labels.c.noun).where(*_about(asked))
    if only is not None:
        statement = statement.where(among(connection, labels.c.document, sorted(only)))
    statement = statement.order_by(labels.c.at, labels.c.id)
    rows = connection.execute(statement).all()
    spots = spots_of(connection, {row.document for row in rows})
    read = [(row.id, loads(row.noun, Label), spots.get(row.document, ())) for row in rows]
    undone = {label.undoes for _, label, _ in read if label.undoes is not None}
    records = [
        _record(id_, label, _lies_on(label, near), undone=id_ in undone)
        for id_, label, near in read
        if label.verdict != "undo"
    ]
    last = {item_of(one): one.id for one in records if not one.undone}
    return [one if last.get(item_of(one)) == one.id else _followed(one) for one in records]


def item_of(one: LabelRecord) -> tuple[str, str, str, str]:
    """What a label decides on: the claim it lies on (or the words, where there is none), the field, and by whom."""
    where = one.claim or f"{one.document} {one.start} {one.end} {one.holder_start}"
    return where, one.field, one.value or "" if one.field == "dispute" else "", one.by


def spots_of(connection: Connection, wanted: Iterable[int]) -> dict[int, list[Spot]]:
    """The current claims of documents (keys), in the order of the text."""
    keys = sorted(set(wanted))
    found: dict[int, list[Spot]] = defaultdict(list)
    for start in range(0, len(keys), CHUNK):
        rows = connection.execute(
            sa.select(
                readings.c.document, claims.c.id, claims.c.number, claims.c.noun, attributions.c.noun.label("holder")
            )
            .join(readings, readings.c.key == claims.c.reading)
            .outerjoin(attributions, attributions.c.key == claims.c.holder)
            .where(among(connection, readings.c.document, keys[start : start + CHUNK]), readings.c.current == 1)
            .order_by(claims.c.key)
        )
        for row in rows:
            found[row.document].append(_spot(row))
    return found


def _spot(row: Any) -> Spot:
    event = loads(row.noun, _Claim).event
    holder = None if row.holder is None else holder_words(loads(row.holder, Attribution))
    return Spot(row.id, row.number, event.trigger, holder, event.type)


def _lies_on(label: Label, spots: Sequence[Spot]) -> Spot | None:
    """The claim with the label's trigger, or else with one that shares words with it; of several, that of its holder."""
    same = [one for one in spots if one.trigger == label.trigger]
    near = same or [one for one in spots if one.trigger.overlaps(label.trigger)]
    return min(
        near,
        key=lambda one: (
            one.holder != label.holder,
            one.holder is None or label.holder is None or not one.holder.overlaps(label.holder),
            one.type != label.type,
            one.order,
        ),
        default=None,
    )


def _record(id_: str, label: Label, spot: Spot | None, *, undone: bool) -> LabelRecord:
    holder = label.holder
    return LabelRecord(
        id=id_, document=label.document, start=label.trigger.start, end=label.trigger.end,
        holder_start=None if holder is None else holder.start, holder_end=None if holder is None else holder.end,
        type=label.type, field=label.field, verdict=label.verdict, was=label.was, value=label.value, by=label.by,
        at=label.at, reason=label.reason, undoes=label.undoes, claim=None if spot is None else spot.id, undone=undone,
        stands=not undone,
    )  # fmt: skip


def _followed(one: LabelRecord) -> LabelRecord:
    return LabelRecord(**{name: getattr(one, name) for name in one.__struct_fields__ if name != "stands"}, stands=False)
