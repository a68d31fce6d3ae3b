"""What two runs read differently in the same documents."""

from collections.abc import Iterator
from typing import Any, Literal

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.errors import NotInLedger
from sayso.ledger.canon import lean, loads
from sayso.ledger.schema.claims import claims
from sayso.ledger.schema.texts import documents, readings, runs
from sayso.model import Claim, Span

Kind = Literal["gone", "new", "changed"]


class Difference(Struct, frozen=True):
    """A claim that one run read and the other did not, or read otherwise.

    kind: gone (only the first run has it), new (only the second), changed (both read that trigger, with other fields).
    a, b: the claims' ids in the first and the second run. words: that tell it. fields: which differ.
    """

    document: str
    doc: str
    kind: Kind
    a: str | None
    b: str | None
    words: str
    fields: tuple[str, ...] = ()


def run_key(connection: Connection, name: str, where: str) -> int:
    """The key of a run by its id, the beginning of it, or its version. Raises NotInLedger where it is none or several."""
    r = runs.c
    rows = connection.execute(
        sa.select(r.key, r.id).where(sa.or_(r.id.startswith(name, autoescape=True), r.sayso == name))
    ).all()
    if len(rows) != 1:
        raise NotInLedger(where, f"there is no run {name!r}" if not rows else f"{name!r} may be any of {len(rows)} runs",
                          "`sayso runs` lists them")  # fmt: skip
    return int(rows[0].key)


def differences(connection: Connection, first: str, second: str, where: str) -> Iterator[Difference]:
    """The differences between two runs over the documents that both have read, document by document."""
    keys = [run_key(connection, one, where) for one in (first, second)]
    one, other = readings.alias("one"), readings.alias("other")
    pairs = connection.execute(
        sa.select(documents.c.id, one.c.doc, one.c.key.label("one"), other.c.key.label("other"))
        .join(one, one.c.document == documents.c.key)
        .join(other, other.c.document == documents.c.key)
        .where(one.c.run == keys[0], other.c.run == keys[1])
        .order_by(documents.c.key, one.c.key, other.c.key)
    ).all()
    for pair in pairs:
        yield from _between(connection, pair)


def _between(connection: Connection, pair: Any) -> Iterator[Difference]:
    before, after = (_claims(connection, key) for key in (pair.one, pair.other))
    gone = {id_: row for id_, row in before.items() if id_ not in after}
    new = {id_: row for id_, row in after.items() if id_ not in before}
    by_trigger: dict[tuple[Span, str], tuple[str, Claim, str]] = {}
    for id_, (claim, words) in new.items():
        by_trigger.setdefault((claim.event.trigger, claim.event.type), (id_, claim, words))
    for id_, (claim, words) in gone.items():
        found = by_trigger.pop((claim.event.trigger, claim.event.type), None)
        if found is None:
            yield Difference(pair.id, pair.doc, "gone", id_, None, words)
        else:
            new.pop(found[0])
            yield Difference(pair.id, pair.doc, "changed", id_, found[0], found[2], _fields(claim, found[1]))
    for id_, (_, words) in new.items():
        yield Difference(pair.id, pair.doc, "new", None, id_, words)


def _claims(connection: Connection, reading: int) -> dict[str, tuple[Claim, str]]:
    c = claims.c
    rows = connection.execute(sa.select(c.id, c.noun, c.words).where(c.reading == reading).order_by(c.key))
    return {row.id: (loads(row.noun, Claim), row.words) for row in rows}


def _fields(one: Claim, other: Claim) -> tuple[str, ...]:
    """The names of the fields in which two claims differ; local ids are compared only where nothing else differs."""
    a, b = lean(one), lean(other)
    flat = [{**claim.pop("event"), **claim} for claim in (a, b)]
    for claim in flat:
        for name in ("id", "incident", "confidence"):
            claim.pop(name, None)
    return tuple(sorted(name for name in {*flat[0], *flat[1]} if flat[0].get(name) != flat[1].get(name)))
