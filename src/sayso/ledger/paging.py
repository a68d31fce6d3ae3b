"""Pages of a query."""

from typing import Any, TypeVar

import sqlalchemy as sa

from sayso.ledger.filters import Page

Selected = TypeVar("Selected", bound=sa.Select[Any])


def paged(statement: Selected, page: Page) -> Selected:
    """The statement cut to a page."""
    if page.limit is not None:
        statement = statement.limit(page.limit)
    return statement.offset(page.offset) if page.offset else statement
