"""Papers: what an export tells of a document, and what makes two claims one source."""

import re

from sayso.exporting.rows import Paper, Voice
from sayso.exporting.text import encodable
from sayso.model import Ledger


def paper_of(ledger: Ledger, *, texts: bool = False) -> Paper:
    """What an export tells of a ledger's document."""
    document = ledger.document
    text = encodable(document.text)
    agency = document.dateline.agency if document.dateline is not None else None
    return Paper(
        id=document.id,
        name=_file_name(encodable(document.doc)),
        length=len(text),
        published=document.published,
        title=_clean(document.title),
        publisher=_clean(document.publisher),
        url=_clean(document.url),
        language=document.language,
        agency=None if agency is None else agency.words(text),
        text=text if texts else None,
    )


def _file_name(doc: str) -> str:
    """A document's name without the folders of the machine that it was read on."""
    return doc if "://" in doc else re.split(r"[/\\\\]", doc.rstrip("/\\"))[-1]


def _clean(words: str | None) -> str | None:
    return None if words is None else encodable(words)


def origin_of(voices: tuple[Voice, ...], paper: Paper) -> str:
    """What makes claims one source where no ledger tells it: who says so, whoever quotes it, or the document's own voice."""
    if not voices:
        return f"voice:{paper.id}"
    innermost = voices[-1]
    return innermost.who.id if innermost.who is not None else f"unresolved:{innermost.id}"
