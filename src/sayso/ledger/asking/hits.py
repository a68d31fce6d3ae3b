"""What a search over texts and claims finds, the best first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.ledger.asking.searching import Term, best_first, terms_of
from sayso.ledger.asking.telling import claims_by_key
from sayso.ledger.asking.texts import documents_by_key
from sayso.ledger.filters import Page
from sayso.ledger.folding import fold
from sayso.ledger.records import ClaimRecord, DocumentRecord
from sayso.ledger.schema.claims import claims
from sayso.ledger.schema.texts import documents
from sayso.ledger.writing.documents import text_of

Where = Literal["both", "claims", "documents"]
AROUND: Final = 12
"""Words of a snippet before and after the first word that was found."""

FEW: Final = 100
"""Keys that are fetched at once."""


class Hit(Struct, frozen=True):
    """A claim or a document that fits a search; snippet: the words around the first one found in the document."""

    claim: ClaimRecord | None = None
    document: DocumentRecord | None = None
    snippet: str = ""


def search(connection: Connection, query: str, where: Where, page: Page) -> Iterator[Hit]:
    """The claims, then the texts, that fit a query, the best first (see `best_first`). Raises BadQuery."""
    terms = terms_of(query)
    skip, left = page.offset, page.limit
    if where != "documents":
        found = 0
        for keys in _cut(_claim_keys(connection, query), skip, left):
            found += len(keys)
            for record in claims_by_key(connection, keys):
                yield Hit(claim=record)
        left = None if left is None else left - found
        if skip and where == "both":
            skip = 0 if found else skip - sum(len(keys) for keys in _claim_keys(connection, query))
    if where != "claims" and left != 0:
        for keys in _cut(best_first(connection, "search_documents", query, FEW), skip, left):
            yield from _documents(connection, keys, terms)


def _claim_keys(connection: Connection, query: str) -> Iterator[list[int]]:
    """The keys of the current claims that fit, the best first."""
    for keys in best_first(connection, "search_claims", query, FEW):
        wanted = sa.select(claims.c.key).where(claims.c.key.in_(keys), claims.c.current == 1)
        current = set(connection.execute(wanted).scalars())
        yield [key for key in keys if key in current]


def _cut(found: Iterable[list[int]], skip: int, limit: int | None) -> Iterator[list[int]]:
    """Chunks of keys without the first `skip`, and `limit` at most."""
    for keys in found:
        left = keys[skip:]
        skip = max(0, skip - len(keys))
        if limit is not None:
            left = left[:limit]
            limit -= len(left)
        if left:
            yield left
        if limit == 0:
            return


def _documents(connection: Connection, keys: Sequence[int], terms: Sequence[Sequence[Term]]) -> Iterator[Hit]:
    columns = documents.c
    rows = connection.execute(sa.select(columns.key, columns.text, columns.escaped).where(columns.key.in_(keys))).all()
    texts = {row.key: text_of(row.text, row.escaped) for row in rows}
    known = documents_by_key(connection, keys)
    for key in keys:
        yield Hit(document=known[key], snippet=snippet(texts[key], terms))


def snippet(text: str, terms: Sequence[Sequence[Term]]) -> str:
    """The words of a text around the first that a query asks for."""
    return " ".join(part for part in _around(text, terms) if part)


def highlighted(words: str, query: str) -> tuple[str, str, str]:
    """Words, cut in three: before the first that a query asks for, that one, and after it. Where it asks for none, all is before it."""
    before, found, after = _around(words, terms_of(query))
    return (before, found, after) if found else (words, "", "")


def _around(text: str, terms: Sequence[Sequence[Term]]) -> tuple[str, str, str]:
    """The words before the first that a query asks for, that one, and the words after it."""
    wanted = [
        (term.words[0], term.prefix and len(term.words) == 1) for one in terms for term in one if not term.without
    ]
    words = list(re.finditer(r"\S+", text))
    for number, match in enumerate(words):
        folded = fold(match[0]).split()
        if any(one == word or (prefix and one.startswith(word)) for one in folded for word, prefix in wanted):
            return (
                " ".join(one[0] for one in words[max(0, number - AROUND) : number]),
                match[0],
                " ".join(one[0] for one in words[number + 1 : number + AROUND]),
            )
    return "", "", ""
