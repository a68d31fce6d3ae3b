"""Saving what can be read of a damaged SQLite file into a new ledger."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError, NoResultFound

from sayso.errors import LedgerDamaged, LedgerError, NoLedger, SaysoError
from sayso.ledger import custody
from sayso.ledger.actor_nouns import ActorJudgement
from sayso.ledger.asking.texts import ledger_of
from sayso.ledger.canon import loads
from sayso.ledger.keys import key_of
from sayso.ledger.nouns import Appearance, Judgement, Label, Relation
from sayso.ledger.opening.making import MAGIC
from sayso.ledger.reviewing import labelling
from sayso.ledger.schema.actors import actor_judgements
from sayso.ledger.schema.incidents import judgements
from sayso.ledger.schema.labels import labels
from sayso.ledger.schema.texts import appearances, documents, log, readings, relations
from sayso.ledger.schema.texts import problems as problems_table
from sayso.ledger.writing import actor_judging, judging, origins, problems
from sayso.ledger.writing.documents import appear, keep_document, keep_tombstone, text_of
from sayso.ledger.writing.readings import keep_ledger
from sayso.ledger.written import Written, digest_of
from sayso.model import Document, Problem, Published

Found = TypeVar("Found")
LOST = (DatabaseError, sqlite3.DatabaseError, NoResultFound, msgspec.DecodeError, ValueError, SaysoError)
"""What reading a broken page, or half a row, can end in."""


class Recovered(Struct, frozen=True):
    """What was saved and what was not.

    readings: whole ones, whose nouns fit their digest. texts: documents whose text was saved and whose reading was not:
    they are to be read again. lost: rows of which something is known and that could not be saved. entries: of the old
    custody log, which stands beside the new ledger (log: the file).
    """

    documents: int
    readings: int
    texts: int
    judgements: int
    labels: int
    problems: int
    lost: int
    entries: int
    log: str


def damaged_engine(path: Path) -> Engine:
    """An engine that reads a broken file as far as it can be read. Raises NoLedger, LedgerDamaged."""
    if not path.is_file():
        raise NoLedger(str(path), "there is no such file")
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise LedgerDamaged(
                str(path), "this is no SQLite file, or its first bytes are gone", "nothing can be saved"
            )

    def connect() -> sqlite3.Connection:
        made = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
        made.execute("PRAGMA writable_schema = ON")  # lets SQLite open a file that is shorter than its header says
        made.execute("PRAGMA cell_size_check = ON")
        return made

    return sa.create_engine("sqlite://", creator=connect, poolclass=sa.pool.StaticPool)


def recover(old: Path, target: Connection, beside: Path, at: str, where: str) -> Recovered:
    """Save what can be read of `old` into a new ledger (target); the old log goes to `beside`, as JSON Lines.

    Every reading that is saved is whole: its nouns fit the digest that was written with it.
    """
    engine = damaged_engine(old)
    with engine.connect() as source:
        kept = _save_log(source, beside)
        custody.append(target, at, "recovered", old.name, _digest(old), entries=kept)
        saved, texts, lost = _save_documents(source, target, at)
        lost += _save_appearances(source, target, at)
        _, lost_relations = _each(source, target, relations, lambda row: _relate(target, row, at, where))
        judged, lost_judgements = _save_judgements(source, target, at, where)
        met, lost_problems = _each(
            source,
            target,
            problems_table,
            lambda row: problems.keep_problem(target, loads(row.noun, Problem), row.source, at),
        )
        decided, lost_labels = _each(source, target, labels, lambda row: _save_label(target, row, at))
        _, lost_actors = _each(
            source,
            target,
            actor_judgements,
            lambda row: actor_judging.keep_actor_judgement(target, loads(row.noun, ActorJudgement), at),
        )
        actor_judging.carry_out_all(target)
        lost += lost_relations + lost_judgements + lost_problems + lost_labels + lost_actors
    engine.dispose()
    count = target.execute(sa.select(sa.func.count()).select_from(documents)).scalar_one()
    return Recovered(count, saved, texts, judged, decided, met, lost, kept, str(beside))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _rows(source: Connection, table: sa.Table, column: Any) -> Iterator[Any]:
    """The rows of a table. Where a page is broken, the rest is read from the other end, then row by row between."""
    ends = []
    for order in (column.asc(), column.desc()):
        last = 0
        try:
            for row in source.execute(sa.select(table).order_by(order)):
                last = row[0]
                yield row
        except LOST:
            ends.append(last)
            continue
        return
    for number in range(ends[0] + 1, ends[1]):
        try:
            one = source.execute(sa.select(table).where(column == number)).first()
        except LOST:
            continue
        if one is not None:
            yield one


def _each(source: Connection, target: Connection, table: sa.Table, save: Callable[[Any], Any]) -> tuple[int, int]:
    """Save every row of a table; how many were saved, and how many were not."""
    seen: set[int] = set()
    saved = lost = 0
    for row in _rows(source, table, table.c.key):
        if row.key in seen:
            continue
        seen.add(row.key)
        try:
            with target.begin_nested():
                save(row)
            saved += 1
        except LOST:
            lost += 1
    return saved, lost


def _save_log(source: Connection, beside: Path) -> int:
    found: dict[int, custody.Entry] = {}
    for row in _rows(source, log, log.c.number):
        found[row.number] = custody.entry_of(row)
    with beside.open("wb") as file:
        for number in sorted(found):
            file.write(msgspec.json.encode(found[number]) + b"\n")
    return len(found)


def _save_documents(source: Connection, target: Connection, at: str) -> tuple[int, int, int]:
    lost = 0
    saved_readings = 0

    def reading(row: Any) -> None:
        nonlocal saved_readings
        ledger = ledger_of(source, row.key)
        if (
            digest_of(Written(ledger)) != row.digest
            or hashlib.sha256(ledger.document.text.encode("utf-8", "surrogatepass")).hexdigest() != ledger.document.id
        ):
            raise LedgerError(str(row.key), "the reading is not whole")
        keep_ledger(target, ledger, at)
        saved_readings += 1

    _, lost_readings = _each(source, target, readings, reading)
    lost += lost_readings
    texts = 0

    def text(row: Any) -> None:
        nonlocal texts
        if row.text is None:
            keep_tombstone(target, row.id, row.forgotten, row.because or "", at)
            return
        whole = text_of(row.text, row.escaped)
        if hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest() != row.id:
            raise LedgerError(row.id, "the text is not whole")
        _, new = keep_document(
            target, Document(doc=row.id, text=whole, id=row.id, published=Published(), language=row.language), at
        )
        texts += new

    _, lost_texts = _each(source, target, documents, text)
    return saved_readings, texts, lost + lost_texts


def _save_appearances(source: Connection, target: Connection, at: str) -> int:
    ids: dict[int, str] = {row.key: row.id for row in _rows(source, documents, documents.c.key)}

    def again(row: Any) -> None:
        key = key_of(target, documents, ids[row.document]) if row.document in ids else None
        if key is None:
            raise LedgerError(row.id, "its text is lost")
        appear(target, key, ids[row.document], loads(row.noun, Appearance), at, None)

    return _each(source, target, appearances, again)[1]


def _relate(target: Connection, row: Any, at: str, where: str) -> None:
    origins.relate(target, loads(row.noun, Relation), at, where)


def _save_label(target: Connection, row: Any, at: str) -> None:
    if not labelling.keep_label(target, loads(row.noun, Label), at):
        raise LedgerError(row.id, "its text is lost")


def _save_judgements(source: Connection, target: Connection, at: str, where: str) -> tuple[int, int]:
    found: dict[str, Judgement] = {}
    _, lost = _each(source, target, judgements, lambda row: found.setdefault(row.id, loads(row.noun, Judgement)))
    saved = 0
    for judgement in sorted(found.values(), key=lambda one: (one.at, judging.judgement_id(one))):
        try:
            with target.begin_nested():
                judging.judge(target, [judgement], at, where)
            saved += 1
        except SaysoError:
            lost += 1
    return saved, lost
