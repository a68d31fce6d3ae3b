"""Sources: a file, a page or standard input becomes a Document."""

import hashlib
import sys
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from sayso.errors import TextTooLong, UnreadableSource, in_words
from sayso.model import Document, Published
from sayso.reading.decoding import read_bytes, repaired
from sayso.reading.document import document_of
from sayso.reading.fetching import Page, fetch, is_address
from sayso.reading.markup import charset_of
from sayso.reading.pages import Article, article_of, is_page

STANDARD_INPUT: Final = "-"
# No encoding needs more bytes for a character; markup may take several times the room of the text it is around.
BYTES_PER_CHARACTER: Final = 4
MARKUP: Final = 10


def read_source(
    source: str,
    *,
    date: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    limit: int | None = None,
    allow_private: bool = False,
    standard_input: BinaryIO | None = None,
) -> Document:
    """The Document of a file (plain text or HTML), of an http(s) address, or of standard input ("-").

    date, title, publisher: what the caller knows; it wins over what a page says of itself. A date that the page names
    is taken as read off it.
    limit: the most characters that the text may have. allow_private: also fetch from private networks.

    Raises UnreadableSource for what cannot be read, TextTooLong, and BadDate.
    """
    where, page = _page(source, limit, allow_private=allow_private, standard_input=standard_input)
    article = _article(page, where, limit)
    document = document_of(
        article.text,
        doc=where,
        date=date,
        title=title or article.title,
        publisher=publisher or article.publisher,
        url=article.url,
        limit=limit,
    )
    published = document.published
    if published.how == "unknown" and article.date is not None:
        published = Published(edtf=article.date, how="read")
    return msgspec.structs.replace(document, published=published, bytes_hash=hashlib.sha256(page.data).hexdigest())


def _page(source: str, limit: int | None, *, allow_private: bool, standard_input: BinaryIO | None) -> tuple[str, Page]:
    """The name of a source, and its bytes."""
    largest = None if limit is None else BYTES_PER_CHARACTER * MARKUP * limit
    if is_address(source):
        page = fetch(source, allow_private=allow_private) if largest is None else fetch(
            source, allow_private=allow_private, largest=largest
        )  # fmt: skip
        return page.url, page
    if source == STANDARD_INPUT:
        stream = standard_input if standard_input is not None else sys.stdin.buffer
        return "standard input", Page(_limited(stream, largest, limit), "", "")
    path = Path(source)
    try:
        with path.open("rb") as file:
            return source, Page(_limited(file, largest, limit), "", "")
    except FileNotFoundError as error:
        raise UnreadableSource(source, "there is no such file") from error
    except IsADirectoryError as error:
        raise UnreadableSource(source, "it is a folder", "name one file in it") from error
    except (OSError, ValueError) as error:
        raise UnreadableSource(source, f"it cannot be opened ({in_words(error)})") from error


def _limited(stream: BinaryIO, largest: int | None, limit: int | None) -> bytes:
    """All bytes of a stream; raises TextTooLong rather than read what must be more than the limit."""
    if largest is None or limit is None:
        return stream.read()
    data = stream.read(largest + 1)
    if len(data) > largest:
        raise TextTooLong(len(data) // BYTES_PER_CHARACTER, limit)
    return data


def _article(page: Page, where: str, limit: int | None) -> Article:
    if not (is_page(page.data, where) or "html" in page.content_type):
        return Article(read_bytes(page.data, where, limit), None, None, None, page.url or None)
    largest = None if limit is None else MARKUP * limit
    markup = read_bytes(page.data, where, largest, page.charset or charset_of(page.data))
    found = article_of(markup, where, page.url or None)
    return msgspec.structs.replace(found, text=repaired(found.text))
