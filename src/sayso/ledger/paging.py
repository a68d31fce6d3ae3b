"""Pages of a query."""

from collections.abc import Iterator
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger.filters import Page

Selected = TypeVar("Selected", bound=sa.Select[Any])


def paged(statement: Selected, page: Page) -> Selected:
    """The statement cut to a page."""
    if page.limit is not None:
        statement = statement.limit(page.limit)
    return statement.offset(page.offset) if page.offset else statement


def streamed(connection: Connection, statement: sa.Select[Any], many: int = 500) -> Iterator[list[int]]:
    """The keys (the first column) that a select gives, so many at a time, read from the database as they are taken."""
    with connection.execute(statement, execution_options={"stream_results": True}) as found:
        for rows in found.partitions(many):
            yield [row[0] for row in rows]


def rows_of(connection: Connection, statement: sa.Select[Any]) -> Iterator[Any]:
    """The rows that a select gives, read from the database as they are taken."""
    with connection.execute(statement, execution_options={"stream_results": True}) as found:
        yield from found
