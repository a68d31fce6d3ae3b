"""What is new, revised or judged since a day: the custody log, told in words."""

from collections.abc import Iterator
from typing import Any, Final, Literal

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.errors import BadQuery
from sayso.ledger.asking.asking import DAY
from sayso.ledger.canon import loads
from sayso.ledger.custody import Entry, entry_of
from sayso.ledger.nouns import Judgement, Label
from sayso.ledger.schema.incidents import judgements
from sayso.ledger.schema.labels import labels
from sayso.ledger.schema.texts import documents, log, readings

What = Literal[
    "new",
    "revised",
    "judged",
    "labelled",
    "disputed",
    "related",
    "forgotten",
    "joined",
    "problem",
    "solved",
    "given out",
    "kept up",
]

WHAT: Final[dict[str, What]] = {
    "judgement": "judged", "actor judgement": "judged", "label": "labelled", "disputes": "disputed", "relation": "related", "forgotten": "forgotten", "joined": "joined",
    "problem": "problem", "solved": "solved", "export": "given out", "bundle": "given out", "made": "kept up",
    "migrated": "kept up", "recovered": "kept up",
}  # fmt: skip


class Change(Struct, frozen=True):
    """Something that happened to the ledger.

    what: new (a document was read for the first time), revised (it was read again), judged, labelled (a person
    decided on a field of a claim), disputed, related,
    forgotten, joined (another ledger was), problem, solved, given out (an export), kept up (made, migrated, recovered).
    subject: the id of the document, incident or other thing. words: more, for people.
    """

    at: str
    what: What
    subject: str
    words: str


def changes(connection: Connection, since: str, until: str | None = None) -> Iterator[Change]:
    """The changes since a day or time (ISO 8601, UTC), and before another, in their order. Raises BadQuery."""
    for day in (since, until):
        if day is not None and DAY.match(day) is None:
            raise BadQuery(f"{day!r} is no day; write it as YYYY-MM-DD")
    statement = sa.select(log).where(log.c.at >= since).order_by(log.c.number)
    if until is not None:
        statement = statement.where(log.c.at < until)
    for row in connection.execute(statement):
        entry = entry_of(row)
        detail = loads(entry.detail, dict[str, Any])
        if entry.kind == "reading":
            yield _read(connection, entry, detail)
        elif entry.kind in WHAT:
            subject, words = _told(connection, entry, detail)
            yield Change(entry.at, WHAT[entry.kind], subject, words)


def _read(connection: Connection, entry: Entry, detail: dict[str, Any]) -> Change:
    row = connection.execute(
        sa.select(readings.c.doc, readings.c.key, readings.c.document).where(readings.c.id == entry.subject)
    ).first()
    document = str(detail.get("document", ""))
    words = f"{detail.get('claims', 0)} claims"
    if row is None:
        return Change(entry.at, "new", document, f"{words} (forgotten since)")
    earlier = sa.select(readings.c.key).where(readings.c.document == row.document, readings.c.key < row.key)
    revised = connection.execute(earlier).first() is not None
    return Change(entry.at, "revised" if revised else "new", document, f"{row.doc}: {words}")


def _told(connection: Connection, entry: Entry, detail: dict[str, Any]) -> tuple[str, str]:
    if entry.kind == "judgement":
        noun = connection.execute(sa.select(judgements.c.noun).where(judgements.c.id == entry.subject)).scalar()
        if noun is not None:
            judgement = loads(noun, Judgement)
            reason = f": {judgement.reason}" if judgement.reason else ""
            return judgement.incident or entry.subject, f"{judgement.action} by {judgement.by}{reason}"
    if entry.kind == "actor judgement":
        return str(detail.get("actor")), f"{detail.get('action')} with {detail.get('other')} by {detail.get('by')}"
    if entry.kind == "label":
        noun = connection.execute(sa.select(labels.c.noun).where(labels.c.id == entry.subject)).scalar()
        words = f"{detail.get('field')}: {detail.get('verdict')} by {detail.get('by')}"
        if noun is not None:
            label = loads(noun, Label)
            value = f" ({label.value})" if label.verdict == "correct" else ""
            words = f"{label.field}: {label.verdict}{value} by {label.by}{f': {label.reason}' if label.reason else ''}"
        return str(detail.get("document")), words
    if entry.kind == "forgotten":
        known = connection.execute(sa.select(documents.c.id).where(documents.c.id == entry.subject)).scalar()
        return known or entry.subject, str(detail.get("because") or "")
    return entry.subject, " ".join(f"{name} {value}" for name, value in detail.items() if isinstance(value, int | str))[
        :200
    ]
