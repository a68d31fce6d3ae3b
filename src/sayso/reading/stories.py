"""Story: one article as a source gives it, before it is a Document; and how sources are to be taken in."""

import hashlib
from collections.abc import Iterator
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct

from sayso.errors import BadDate, TextTooLong
from sayso.model import Document, Problem, Published
from sayso.reading.dates import day_of
from sayso.reading.decoding import repaired
from sayso.reading.document import document_of

# One line of JSON, one cell of a table, one record of an archive: beyond this many bytes it is refused, not read.
LARGEST_ITEM: Final = 20_000_000
SECONDS: Final = 20.0
PAUSE: Final = 1.0


class Story(Struct, frozen=True):
    """One article and what its source says of it.

    doc: the source's own name of it (an identifier, an address or a file's name).
    where: file, and line, row or record in it.
    text: the plain text, encodings mended.
    date: the day of publication as "YYYY-MM-DD"; stated: whether whoever gives the article states the day (a column,
        a feed, an agency's own format), or it was read off a page.
    licence: licence or usage terms, in the source's words. credit: who supplied the text, in the source's words.
    version: what tells versions of one story apart: a number, or the time of the last change.
    bytes_hash: SHA-256 (hex) of the bytes that it was read from; original: those bytes; media_type: what they are.
    """

    doc: str
    where: str
    text: str
    title: str | None = None
    date: str | None = None
    stated: bool = True
    publisher: str | None = None
    url: str | None = None
    licence: str | None = None
    credit: str | None = None
    version: str | None = None
    bytes_hash: str | None = None
    original: bytes | None = None
    media_type: str | None = None

    @property
    def id(self) -> str:
        """The id that its Document will have."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def document(self, limit: int | None = None) -> Document:
        """The Document of this story; raises TextTooLong beyond `limit` characters."""
        document = document_of(
            self.text,
            doc=self.doc,
            date=self.date if self.stated else None,
            title=self.title,
            publisher=self.publisher,
            url=self.url,
            limit=limit,
        )
        published = document.published
        if not self.stated and self.date is not None:
            published = Published(edtf=self.date, how="read")
        return msgspec.structs.replace(document, published=published, bytes_hash=self.bytes_hash)


class Passed(Struct, frozen=True):
    """What a source holds beside articles (pictures, pages of links), passed over and counted."""

    where: str
    why: str


class Visited(Struct, frozen=True):
    """Everything of an address was given before this, so that it need not be fetched again in the same state.

    etag, modified: the state, as its server names it; or modified: the last change of an entry, as its feed names it.
    doc: the name of the one story that was there; None where there may be many.
    """

    url: str
    etag: str | None
    modified: str | None
    doc: str | None = None


Outcome: TypeAlias = Story | Problem | Passed | Visited
Outcomes: TypeAlias = Iterator[Outcome]


class Taking(Struct, frozen=True):
    """How sources are taken in.

    columns: (field of a Story, column or key that holds it) where a table names its columns in its own way.
    date_format: how its dates are written, as strptime has it; None for the forms that cannot be misread.
    date, publisher, licence: for every article whose source does not tell.
    form: the format of the sources, when it is not to be told from themselves.
    follow: fetch the pages that a feed links to; otherwise the feed's own words are the text.
    limit: the most characters of one text.
    allow_private: also fetch from private networks and from this machine.
    obey_robots: ask each host's robots.txt first. pause: seconds between two requests to one host.
    seconds: the longest that one page may take. contact: put into the user agent, so that a site can complain.
    """

    columns: tuple[tuple[str, str], ...] = ()
    date_format: str | None = None
    date: str | None = None
    publisher: str | None = None
    licence: str | None = None
    form: str | None = None
    follow: bool = True
    limit: int = 2_000_000
    allow_private: bool = False
    obey_robots: bool = True
    pause: float = PAUSE
    seconds: float = SECONDS
    contact: str | None = None


def told(
    taking: Taking,
    text: str,
    *,
    doc: str,
    where: str,
    title: str | None = None,
    date: str | None = None,
    stated: bool = True,
    publisher: str | None = None,
    url: str | None = None,
    licence: str | None = None,
    credit: str | None = None,
    version: str | None = None,
    data: bytes | None = None,
    media_type: str | None = None,
) -> Story | Problem:
    """The Story of what a reader found, its text mended, blanks for what is not there, the caller's words put in.

    date: in any form that cannot be misread, or in the form that `taking` names. data: the bytes it was read from, and what they are.
    A story without a text, with one that is too long, or with a date that is none, is a Problem.
    """
    if len(text) > taking.limit:
        return Problem(doc, str(TextTooLong(len(text), taking.limit)), where)
    text = repaired(text)
    if not text.strip():
        return Problem(doc, "it has no text", where)
    try:
        day = day_of(_blank(date), taking.date_format) if stated else _blank(date)
    except BadDate as error:
        advice = (
            "" if taking.date_format else '; if dates are written in another way, name it: --date-format "%d/%m/%Y"'
        )
        return Problem(doc, f"{error}{advice}", where)
    if day is None and taking.date is not None:
        day, stated = taking.date, True
    return Story(
        doc=doc,
        where=where,
        text=text,
        title=_blank(title),
        date=day,
        stated=stated,
        publisher=_blank(publisher) or taking.publisher,
        url=_blank(url),
        licence=_blank(licence) or taking.licence,
        credit=_blank(credit),
        version=_blank(version),
        bytes_hash=None if data is None else hashlib.sha256(data).hexdigest(),
        original=data,
        media_type=None if data is None else media_type,
    )


def _blank(words: str | None) -> str | None:
    """One line of words, its white space evened; None for a blank one."""
    return " ".join(repaired(words).split()) or None if words is not None else None
