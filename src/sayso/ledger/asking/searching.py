"""Full-text search: a query in the ledger's own words, asked of FTS5 or of PostgreSQL alike.

`words beside one another` must all be there; `"a phrase"` in this order; `prefix*` begins a word; `-word` must not be there;
`one OR other`. Case and accents do not matter.
"""

import re
from collections.abc import Iterator
from typing import Final

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection
from sqlalchemy.sql.expression import ColumnElement

from sayso.errors import BadQuery
from sayso.ledger.folding import fold
from sayso.ledger.paging import streamed
from sayso.ledger.schema.index import Indexed

RANKED: Final = 10_000
"""So many rows that fit, those added last, are ranked: a word that half of a large ledger has is not worth seconds."""

PIECE: Final = re.compile(r'(-?)"([^"]*)"(\*?)|(\S+)')


class Term(Struct, frozen=True):
    """Words that must follow one another; prefix: the last may go on; without: they must not be there."""

    words: tuple[str, ...]
    prefix: bool = False
    without: bool = False


def terms_of(query: str) -> list[list[Term]]:
    """A query as a list of conditions, each a list of alternatives. Raises BadQuery for one that asks for nothing."""
    if query.count('"') % 2:
        raise BadQuery(f"{query!r} opens a phrase and does not close it; quotation marks come in pairs")
    found: list[list[Term]] = []
    alternative = False
    for match in PIECE.finditer(query):
        if match[4] == "OR":
            alternative = bool(found)
            continue
        term = _term(match)
        if term is None:
            continue
        if alternative and not term.without:
            found[-1].append(term)
        else:
            found.append([term])
        alternative = False
    if not any(not term.without for terms in found for term in terms):
        raise BadQuery(f"{query!r} asks for no word; write at least one that must be there")
    return found


def _term(match: re.Match[str]) -> Term | None:
    if match[4] is not None:
        raw, without, prefix = match[4], match[4].startswith("-"), match[4].endswith("*")
    else:
        raw, without, prefix = match[2], bool(match[1]), bool(match[3])
    words = tuple(fold(raw).split())
    return Term(words, prefix, without) if words else None


def sqlite_match(terms: list[list[Term]]) -> str:
    """The query as FTS5 understands it."""
    wanted = [" OR ".join(_sqlite(term) for term in one) for one in terms if not one[0].without]
    unwanted = [_sqlite(term) for one in terms for term in one if term.without]
    query = " AND ".join(f"({one})" for one in wanted)
    return f"({query}) NOT ({' OR '.join(unwanted)})" if unwanted else query


def _sqlite(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")


def postgresql_query(terms: list[list[Term]]) -> str:
    """The query as to_tsquery understands it."""
    return " & ".join(f"({' | '.join(_postgresql(term) for term in one)})" for one in terms)


def _postgresql(term: Term) -> str:
    words = " <-> ".join(f"'{word}'" for word in term.words) + (":*" if term.prefix else "")
    return f"!({words})" if term.without else f"({words})"


def matching(connection: Connection, name: Indexed, query: str) -> sa.Select[int]:
    """A select of the keys (column `key`) of the rows of the index that fit a query."""
    return sa.select(_key(connection, name)).select_from(sa.table(name)).where(fits(connection, name, query))


def _key(connection: Connection, name: Indexed) -> sa.Label[int]:
    column = "rowid" if connection.dialect.name == "sqlite" else "key"
    return sa.literal_column(f"{name}.{column}", sa.BigInteger).label("key")


def fits(connection: Connection, name: Indexed, query: str) -> ColumnElement[bool]:
    """The condition that a row of the index fits a query."""
    terms = terms_of(query)
    if connection.dialect.name == "sqlite":
        return sa.literal_column(name, sa.Text).bool_op("MATCH")(sqlite_match(terms))
    return _vector(name).bool_op("@@")(_asked(terms))


def _vector(name: Indexed) -> ColumnElement[str]:
    """The words of a row of PostgreSQL's index."""
    return sa.literal_column(f"{name}.words")


def _asked(terms: list[list[Term]]) -> ColumnElement[str]:
    """The query as PostgreSQL reads it."""
    return sa.func.to_tsquery("simple", postgresql_query(terms))


def best_first(connection: Connection, name: Indexed, query: str, many: int) -> Iterator[list[int]]:
    """The keys of the rows of the index that fit a query, so many at a time, each once: the best first.

    Of the last RANKED rows that fit, by rank (bm25 in SQLite, ts_rank by the logarithm of the length in PostgreSQL),
    equal ones with that first which was added last; then the others, as they were added, the last first.
    """
    every = matching(connection, name, query)
    latest: ColumnElement[int] = sa.desc("key")
    oldest = connection.execute(every.order_by(latest).limit(1).offset(RANKED - 1)).scalar()
    key = _key(connection, name).element
    ranked = every if oldest is None else every.where(key >= oldest)
    yield from streamed(connection, ranked.order_by(_rank(connection, name, query), latest), many)
    if oldest is not None:
        yield from streamed(connection, every.where(key < oldest).order_by(latest), many)


def _rank(connection: Connection, name: Indexed, query: str) -> ColumnElement[float]:
    """What the rows are sorted by: the lower, the better."""
    if connection.dialect.name == "sqlite":
        return sa.literal_column(f"bm25({name})", sa.Float)
    length = 1  # ts_rank's own number for: divided by 1 + the logarithm of the length
    return -sa.func.ts_rank(_vector(name), _asked(terms_of(query)), length)
