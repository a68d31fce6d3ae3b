"""Joining two analysts' ledgers: what the other has and this one lacks is added, and all judgements are carried out."""

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.ledger import custody
from sayso.ledger.asking.texts import ledger_of, original
from sayso.ledger.canon import loads
from sayso.ledger.keys import key_of, keys_of
from sayso.ledger.nouns import Appearance, Judgement, Relation
from sayso.ledger.reviewing import labelling
from sayso.ledger.schema.claims import claims, disputes
from sayso.ledger.schema.incidents import incidents, judgements
from sayso.ledger.schema.texts import appearances, bands, documents, readings, relations, runs, signatures
from sayso.ledger.schema.texts import problems as problems_table
from sayso.ledger.writing import actor_judging, judging, origins, problems
from sayso.ledger.writing.documents import appear, is_forgotten
from sayso.ledger.writing.pulling import pull_apart
from sayso.ledger.writing.readings import keep_ledger, keep_run
from sayso.model import Dispute, Problem, Run


class Joined(Struct, frozen=True):
    """What was added. refused: ids of documents that were forgotten here, and are not taken in again."""

    documents: int = 0
    readings: int = 0
    judgements: int = 0
    problems: int = 0
    refused: tuple[str, ...] = ()
    labels: int = 0


def join_ledger(here: Connection, there: Connection, name: str, at: str, where: str) -> Joined:
    """Add to the ledger `here` all that the one `there` has; name: what the log calls the other.

    The two may be joined either way round: the same claims, incidents and judgements come out.
    """
    for noun in there.execute(sa.select(runs.c.noun).order_by(runs.c.key)).scalars():
        keep_run(here, loads(noun, Run), at)
    new_documents, new_readings, refused = 0, 0, []
    for reading in there.execute(sa.select(readings.c.key).order_by(readings.c.key)).scalars().all():
        ledger = ledger_of(there, reading)
        added = keep_ledger(here, ledger, at)
        new_documents += added.new_document
        new_readings += added.new_reading
        refused += [added.document] if added.forgotten else []
    _appearances(here, there, at)
    _beside(here, there, at, where)
    opinions = _judgements(here, there, at)
    if opinions:
        judging.replay(here, at, where)
    _disputes(here, there, at, where)
    met = _problems(here, there, at)
    decided = _labels(here, there, at)
    for record in actor_judging.actor_judgements_of(there):
        opinions += actor_judging.keep_actor_judgement(here, record.judgement, at)
    actor_judging.carry_out_all(here)
    found = Joined(new_documents, new_readings, opinions, met, tuple(dict.fromkeys(refused)), decided)
    custody.append(here, at, "joined", name, custody.last_hash(there), documents=new_documents, readings=new_readings,
                   judgements=opinions, labels=decided)  # fmt: skip
    return found


def _appearances(here: Connection, there: Connection, at: str) -> None:
    rows = there.execute(
        sa.select(appearances.c.noun, documents.c.id)
        .join(documents, documents.c.key == appearances.c.document)
        .order_by(appearances.c.id)
    )
    for row in rows:
        key, appearance = key_of(here, documents, row.id), loads(row.noun, Appearance)
        if key is not None and not is_forgotten(here, key):
            kept = None if appearance.bytes_hash is None else original(there, appearance.bytes_hash)
            appear(here, key, row.id, appearance, at, kept)


def _beside(here: Connection, there: Connection, at: str, where: str) -> None:
    for noun in there.execute(sa.select(relations.c.noun).order_by(relations.c.id)).scalars():
        relation = loads(noun, Relation)
        keys = [key_of(here, documents, one) for one in (relation.document, relation.other)]
        if all(key is not None and not is_forgotten(here, key) for key in keys):
            origins.relate(here, relation, at, where)
    rows = there.execute(
        sa.select(documents.c.key, documents.c.id, signatures.c.signature)
        .join(signatures, signatures.c.document == documents.c.key)
        .order_by(documents.c.id)
    ).all()
    for row in rows:
        key = key_of(here, documents, row.id)
        if key is not None and not is_forgotten(here, key):
            banded = there.execute(sa.select(bands.c.band).where(bands.c.document == row.key)).scalars().all()
            origins.sign(here, row.id, bytes(row.signature), banded, at, where)


def _judgements(here: Connection, there: Connection, at: str) -> int:
    """Keep the other's judgements, without carrying them out yet; returns how many are new."""
    rows = there.execute(sa.select(judgements.c.id, judgements.c.noun).order_by(judgements.c.at, judgements.c.id)).all()
    known = keys_of(here, judgements, (row.id for row in rows))
    new = {row.id: loads(row.noun, Judgement) for row in rows if row.id not in known}
    return len(judging.keep(here, new, at))


def _labels(here: Connection, there: Connection, at: str) -> int:
    """Keep the other's labels, but for those on documents that were forgotten here; returns how many are new."""
    new = 0
    for label in labelling.all_labels(there):
        key = key_of(here, documents, label.document)
        if key is not None and not is_forgotten(here, key):
            new += labelling.keep_label(here, label, at)
    return new


def _disputes(here: Connection, there: Connection, at: str, where: str) -> None:
    """Disputes across documents: both ledgers' together, by the incident in which they now stand."""
    found: dict[str, list[Dispute]] = {}
    home = dict(
        here.execute(sa.select(claims.c.id, incidents.c.id).join(incidents, incidents.c.key == claims.c.incident))
        .all()
    )  # fmt: skip
    for connection in (there, here):
        rows = connection.execute(sa.select(disputes).where(disputes.c.reading.is_(None)).order_by(disputes.c.id))
        for row in rows:
            if row.a in home and home[row.a] == home.get(row.b):
                found.setdefault(home[row.a], []).append(loads(row.noun, Dispute))
    for incident, listed in sorted(found.items()):
        pull_apart(here, incident, listed, at, where)


def _problems(here: Connection, there: Connection, at: str) -> int:
    new = 0
    rows = there.execute(
        sa.select(problems_table).where(problems_table.c.solved.is_(None)).order_by(problems_table.c.id)
    )
    for row in rows:
        if key_of(here, problems_table, row.id) is None:
            problems.keep_problem(here, loads(row.noun, Problem), row.source, at)
            new += 1
    return new
