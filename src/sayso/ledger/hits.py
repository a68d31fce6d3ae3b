"""What a search over texts and claims finds, those added last first."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.ledger.filters import Page
from sayso.ledger.folding import fold
from sayso.ledger.paging import paged
from sayso.ledger.records import ClaimRecord, DocumentRecord
from sayso.ledger.schema_claims import claims
from sayso.ledger.schema_texts import documents
from sayso.ledger.searching import Term, matching, terms_of
from sayso.ledger.telling import MANY, claim_columns, claim_records
from sayso.ledger.texts import documents_by_key
from sayso.ledger.writing import text_of

Where = Literal["both", "claims", "documents"]
AROUND: Final = 12
"""Words of a snippet before and after the first word that was found."""


class Hit(Struct, frozen=True):
    """A claim or a document that fits a search; snippet: the words around the first one found in the document."""

    claim: ClaimRecord | None = None
    document: DocumentRecord | None = None
    snippet: str = ""


def search(connection: Connection, query: str, where: Where, page: Page) -> Iterator[Hit]:
    """The claims, then the texts, that fit a query, those added last first. Raises BadQuery."""
    terms = terms_of(query)
    found = 0
    left = page
    if where in ("both", "claims"):
        for hit in _claims(connection, query, left):
            found += 1
            yield hit
        if where == "both" and page.limit is not None and found >= page.limit:
            return
        if where == "both" and (page.offset or page.limit is not None):
            skipped = max(0, page.offset - (_count(connection, query) if page.offset and not found else page.offset))
            left = Page(None if page.limit is None else page.limit - found, skipped)
    if where in ("both", "documents"):
        yield from _documents(connection, query, terms, left)


def _count(connection: Connection, query: str) -> int:
    keys = matching(connection, "search_claims", query).subquery()
    statement = sa.select(sa.func.count()).select_from(keys).join(claims, claims.c.key == keys.c.key)
    return int(connection.execute(statement.where(claims.c.current == 1)).scalar_one())


def _claims(connection: Connection, query: str, page: Page) -> Iterator[Hit]:
    keys = matching(connection, "search_claims", query).subquery()
    statement = (
        claim_columns()
        .join(keys, keys.c.key == claims.c.key)
        .where(sa.literal_column("claims.current") == sa.literal_column("1"))
        .order_by(keys.c.key.desc())
    )
    for rows in connection.execution_options(stream_results=True).execute(paged(statement, page)).partitions(MANY):
        for record in claim_records(connection, rows):
            yield Hit(claim=record)


def _documents(connection: Connection, query: str, terms: Sequence[Sequence[Term]], page: Page) -> Iterator[Hit]:
    keys = matching(connection, "search_documents", query).subquery()
    statement = (
        sa.select(documents.c.key, documents.c.text, documents.c.escaped)
        .join(keys, keys.c.key == documents.c.key)
        .where(documents.c.forgotten.is_(None))
        .order_by(keys.c.key.desc())
    )
    for rows in connection.execution_options(stream_results=True).execute(paged(statement, page)).partitions(MANY):
        known = documents_by_key(connection, [row.key for row in rows])
        for row in rows:
            yield Hit(document=known[row.key], snippet=snippet(text_of(row.text, row.escaped), terms))


def snippet(text: str, terms: Sequence[Sequence[Term]]) -> str:
    """The words of a text around the first that a query asks for."""
    wanted = [
        (term.words[0], term.prefix and len(term.words) == 1) for one in terms for term in one if not term.without
    ]
    words = list(re.finditer(r"\S+", text))
    for number, match in enumerate(words):
        folded = fold(match[0]).split()
        if any(one == word or (prefix and one.startswith(word)) for one in folded for word, prefix in wanted):
            near = words[max(0, number - AROUND) : number + AROUND]
            return " ".join(one[0] for one in near)
    return ""
