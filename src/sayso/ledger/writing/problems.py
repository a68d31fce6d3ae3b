"""Problems: documents that could not be read, kept until they can."""

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.sql.expression import ColumnElement

from sayso.ledger import custody
from sayso.ledger.canon import content_id, dumps
from sayso.ledger.filters import Page
from sayso.ledger.keys import next_key
from sayso.ledger.paging import paged
from sayso.ledger.records import ProblemRecord
from sayso.ledger.schema.texts import problems
from sayso.ledger.written import plain
from sayso.model import Problem


def keep_problem(connection: Connection, problem: Problem, source: str | None, at: str) -> str:
    """Keep a problem, or count that it was met again; returns its id."""
    id_ = content_id("problem", problem)
    noun = dumps(problem)
    custody.append(connection, at, "problem", id_, content_id(noun), source=plain(source))
    known = connection.execute(sa.select(problems.c.key, problems.c.tries).where(problems.c.id == id_)).first()
    if known is not None:
        connection.execute(
            sa.update(problems)
            .where(problems.c.key == known.key)
            .values(tries=known.tries + 1, at=at, solved=None, source=plain(source))
        )
        return id_
    connection.execute(
        sa.insert(problems),
        {
            "key": next_key(connection, problems),
            "id": id_,
            "doc": plain(problem.doc),
            "cause": plain(problem.cause),
            "place": plain(problem.where),
            "source": plain(source),
            "at": at,
            "tries": 1,
            "solved": None,
            "noun": noun,
        },
    )
    return id_


def solve(connection: Connection, at: str, *, doc: str | None, source: str | None) -> int:
    """Mark the problems of a document (the caller's name) or of a source as gone; returns how many there were."""
    p = problems.c
    wanted: list[ColumnElement[bool]] = [p.solved.is_(None)]
    wanted += [p.doc == plain(doc)] if doc is not None else []
    wanted += [p.source == plain(source)] if source is not None else []
    if len(wanted) == 1:
        return 0
    gone = connection.execute(sa.select(p.id).where(*wanted).order_by(p.key)).scalars().all()
    for id_ in gone:
        connection.execute(sa.update(problems).where(p.id == id_).values(solved=at))
        custody.append(connection, at, "solved", id_, "")
    return len(gone)


def find_problems(connection: Connection, page: Page, *, solved: bool | None) -> tuple[ProblemRecord, ...]:
    """The problems that stand (solved False), that are gone (True), or both (None), as they were first met."""
    statement = sa.select(problems).order_by(problems.c.key)
    if solved is not None:
        statement = statement.where(problems.c.solved.is_not(None) if solved else problems.c.solved.is_(None))
    return tuple(
        ProblemRecord(row.id, row.doc, row.cause, row.place, row.source, row.at, row.tries, row.solved)
        for row in connection.execute(paged(statement, page))
    )
