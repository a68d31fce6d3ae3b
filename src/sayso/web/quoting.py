"""Words in their context."""

from typing import Final

from msgspec import Struct

from sayso.errors import NotInLedger
from sayso.ledger import ClaimRecord, Store, stretch_of

AROUND: Final = 300
"""Characters before and after the words."""

LONGEST: Final = 2_000


class Context(Struct, frozen=True):
    """Words of a text, with the characters before and after them."""

    before: str
    words: str
    after: str


def context_of(store: Store, record: ClaimRecord) -> Context | None:
    """The words that tell a claim in their context; None where the text was forgotten."""
    try:
        text = store.text(record.document)
    except NotInLedger:
        return None
    span = stretch_of(record.claim)
    end = min(span.end, span.start + LONGEST)
    return Context(text[max(0, span.start - AROUND) : span.start], text[span.start : end], text[end : end + AROUND])
