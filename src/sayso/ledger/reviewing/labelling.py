"""Labels: what people decide on fields of claims, kept for good."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, get_args

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.errors import BadQuery, NotInLedger
from sayso.ledger import custody
from sayso.ledger.asking.claims import disputes_among
from sayso.ledger.asking.telling import claims_by_key
from sayso.ledger.asking.texts import text
from sayso.ledger.canon import content_id, dumps, loads
from sayso.ledger.keys import key_of, next_key, whole_id
from sayso.ledger.nouns import Decision, Label, LabelField
from sayso.ledger.records import ClaimRecord
from sayso.ledger.schema.claims import claims
from sayso.ledger.schema.labels import labels
from sayso.ledger.schema.texts import documents
from sayso.ledger.written import plain
from sayso.model import Attribution, Count, Factuality, Span

FIELDS: Final[tuple[str, ...]] = get_args(LabelField)
COUNTS: Final = frozenset({"killed", "injured", "detained", "displaced"})
COUNT: Final = re.compile(r"\d+|\d+\+|-\d+|\d+-\d+")


def label_id(label: Label) -> str:
    """The ledger's id of a label."""
    return content_id("label", label)


def decide(connection: Connection, given: Iterable[Decision], by: str, at: str, where: str) -> tuple[str, ...]:
    """Keep decisions as labels, in their order; returns their ids. One that is there already is not kept again.

    Raises NotInLedger for a claim or dispute that is not there, BadQuery for a decision that decides nothing.
    """
    wanted = list(given)
    if not by.strip():
        raise BadQuery("a label needs an author; say who decides")
    for one in wanted:
        check(one)
    records = _records(connection, [one.claim for one in wanted], where)
    ids = []
    for one in wanted:
        label = _label(connection, one, records[one.claim], by, at, where)
        ids.append(label_id(label))
        keep_label(connection, label, at)
    return tuple(ids)


def check(one: Decision) -> None:
    """Raises BadQuery for a decision that lacks a value, or has one that cannot be."""
    if one.field not in FIELDS:
        raise BadQuery(f"{one.field!r} is no field; it must be one of {', '.join(FIELDS)}")
    if one.verdict not in ("accept", "correct", "reject"):
        raise BadQuery(f"{one.verdict!r} is no verdict; it must be accept, correct or reject")
    if one.field in ("claim", "dispute") and one.verdict == "correct":
        raise BadQuery(f"a {one.field} as a whole is accepted or rejected; correct one of a claim's fields")
    valued = one.verdict == "correct" or one.field == "dispute"
    if valued and not (one.value or "").strip():
        raise BadQuery(
            "say which dispute" if one.field == "dispute" else "say what is right: a correction needs a value"
        )
    if one.value is not None and not valued:
        raise BadQuery(f"to {one.verdict} needs no value; to give one is to correct")
    if one.verdict == "correct":
        _check_value(one.field, one.value or "")


def _check_value(field: str, value: str) -> None:
    if field == "factuality" and value not in get_args(Factuality):
        raise BadQuery(f"{value!r} is no factuality; it must be one of {', '.join(get_args(Factuality))}")
    if field in COUNTS and COUNT.fullmatch(value) is None:
        raise BadQuery(f"{value!r} is no number of people; write 12, 12+ (at least), -12 (at most) or 10-12")


def _records(connection: Connection, names: Iterable[str], where: str) -> dict[str, ClaimRecord]:
    """The claims by the ids (or beginnings of ids) that were given; of a claim in several readings, the one that counts."""
    keys: dict[str, int] = {}
    for name in dict.fromkeys(names):
        whole = whole_id(connection, claims, name, "claim", where)
        latest = (
            sa.select(claims.c.key).where(claims.c.id == whole).order_by(claims.c.current.desc(), claims.c.key.desc())
        )
        keys[name] = connection.execute(latest.limit(1)).scalar_one()
    records = dict(zip(keys.values(), claims_by_key(connection, list(keys.values())), strict=True))
    return {name: records[key] for name, key in keys.items()}


def _label(connection: Connection, one: Decision, record: ClaimRecord, by: str, at: str, where: str) -> Label:
    value, was = one.value, None
    if one.field == "dispute":
        value, was = _dispute(connection, record, one.value or "", where)
    elif one.field != "claim":
        was = told(record, one.field, text(connection, record.document, where))
    return Label(
        document=record.document,
        trigger=record.claim.event.trigger,
        field=one.field,
        verdict=one.verdict,
        by=by,
        at=at,
        holder=None if record.holder is None else holder_words(record.holder.attribution),
        type=record.claim.event.type,
        was=was,
        value=value,
        reason=one.reason,
    )


def _dispute(connection: Connection, record: ClaimRecord, name: str, where: str) -> tuple[str, str]:
    """The whole id of a dispute in which a claim stands, and what it is about."""
    found = [one for one in disputes_among(connection, [record.id]) if one.id.startswith(name)]
    if len(found) != 1:
        raise NotInLedger(where, f"the claim {record.id[:12]} stands in no dispute {name}")
    return found[0].id, f"{found[0].field}: {found[0].how}"


def holder_words(attribution: Attribution) -> Span:
    """The words that name who says so; where there are none, the cue or else the content."""
    return (*attribution.source, *attribution.cue, *attribution.content)[0]


def told(record: ClaimRecord, field: str, whole: str) -> str | None:
    """A field of a claim in words, as a person judges it; None where the claim has none. whole: the document's text.

    Actors are told by their codes, a place by its name, a time as EDTF, a count as 12, 12+, -12 or 10-12; the holder by
    the speaker's code, or the words that name it, and "(article)" for the article's own voice.
    """
    claim, event = record.claim, record.claim.event
    if field in COUNTS:
        return _count(getattr(event.toll, field))
    if field in ("agent", "patient"):
        actors = record.agents if field == "agent" else record.patients
        words = [actor.code for actor in actors] or [span.words(whole) for span in getattr(event, field)]
        return "; ".join(words) or None
    if field == "holder":
        if record.holder is None:
            return "(article)"
        speaker = record.holder.speaker
        return speaker.code if speaker is not None else holder_words(record.holder.attribution).words(whole)
    if field == "place":
        if claim.place is None:
            return None
        return claim.place.place if record.place is None else record.place.place.name
    if field == "time":
        return None if claim.time is None else claim.time.edtf
    if field == "context":
        return "; ".join(event.context) or None
    return event.trigger.words(whole) if field == "trigger" else getattr(event, field)


def _count(count: Count | None) -> str | None:
    if count is None or (count.low is None and count.high is None):
        return None
    if count.low == count.high:
        return str(count.low)
    if count.high is None:
        return f"{count.low}+"
    return f"{'' if count.low is None else count.low}-{count.high}"


def keep_label(connection: Connection, label: Label, at: str) -> bool:
    """Keep a label and write it to the log; returns whether it is new. Its document must be there, and not forgotten."""
    id_, noun = label_id(label), dumps(label)
    document = key_of(connection, documents, label.document)
    if document is None or key_of(connection, labels, id_) is not None:
        return False
    connection.execute(sa.insert(labels), {"key": next_key(connection, labels), "id": id_, "document": document, "noun": noun,
                                           **columns(label)})  # fmt: skip
    custody.append(connection, at, "label", id_, content_id(noun), document=label.document, field=label.field,
                   verdict=label.verdict, by=label.by)  # fmt: skip
    return True


def columns(label: Label) -> dict[str, object]:
    """The columns of a label's row that are made from it."""
    return {
        "trigger_start": label.trigger.start, "trigger_end": label.trigger.end, "field": label.field,
        "verdict": label.verdict, "by": plain(label.by), "at": label.at, "undoes": label.undoes,
    }  # fmt: skip


def take_back(connection: Connection, id_: str, by: str, at: str, reason: str) -> str:
    """Take back a label (whole id) by a new one; returns that one's id. Raises BadQuery for another's or a label undone."""
    label = loads(connection.execute(sa.select(labels.c.noun).where(labels.c.id == id_)).scalar_one(), Label)
    if label.verdict == "undo":
        raise BadQuery("an undoing is not undone; decide anew")
    if label.by != by:
        raise BadQuery(f"this is a label of {label.by}; give one of your own")
    if connection.execute(sa.select(labels.c.id).where(labels.c.undoes == id_)).first() is not None:
        raise BadQuery("this label is taken back already")
    undoing = Label(
        document=label.document, trigger=label.trigger, field=label.field, verdict="undo", by=by, at=max(at, label.at),
        holder=label.holder, type=label.type, reason=reason, undoes=id_,
    )  # fmt: skip
    keep_label(connection, undoing, at)
    return label_id(undoing)


def all_labels(connection: Connection, ids: Sequence[str] = ()) -> Iterator[Label]:
    """All labels, or those with some ids, in the order of their times; also those that undo."""
    statement = sa.select(labels.c.noun).order_by(labels.c.at, labels.c.id)
    if ids:
        statement = statement.where(labels.c.id.in_(ids))
    for noun in connection.execute(statement).scalars():
        yield loads(noun, Label)
