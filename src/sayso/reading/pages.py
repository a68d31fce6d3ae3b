"""From a web page to the plain text of its article, and what the page says of itself."""

import re
from typing import Final

from msgspec import Struct

from sayso.errors import BadDate, UnreadableSource
from sayso.reading.dates import day_of
from sayso.reading.guarding import refuse_maze
from sayso.reading.linked_data import told_by
from sayso.reading.markup import blocks_of, plain

HTML: Final = re.compile(
    # atomic, so that a run of comments is read in one way only
    rb"\s*(?:\xef\xbb\xbf)?\s*(?>(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
ENDINGS: Final = (".html", ".htm", ".xhtml", ".shtml")


class Article(Struct, frozen=True):
    """The text of a page's article, and what the page tells of it.

    date: the day of publication. version: when it was last changed, as written. credit: who supplied it.
    """

    text: str
    title: str | None
    date: str | None
    publisher: str | None
    url: str | None
    licence: str | None = None
    credit: str | None = None
    version: str | None = None


def is_page(data: bytes, name: str) -> bool:
    """Whether bytes are an HTML page, by how they start or what the file is called."""
    return HTML.match(data[:4_000]) is not None or name.lower().endswith(ENDINGS)


def article_of(page: str, where: str, url: str | None = None) -> Article:
    """The article of an HTML page; raises UnreadableSource for a page that has none.

    What the page's JSON-LD says of its article goes before what its other metadata let guess; its body is taken where
    the page shows none, as pages do that are put together in the browser.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415  # takes a second to load, and most sources are plain text

    refuse_maze(page, where)
    told = told_by(blocks_of(page))
    found = bare_extraction(
        page, url=url, with_metadata=True, include_comments=False, include_tables=False, favor_precision=True
    )
    if found is None or isinstance(found, dict) or not (text := found.text or "").strip():
        if told.body is None:
            raise UnreadableSource(where, "no article was found on the page", "save its text to a file and read that")
        text, found = plain(told.body, where), None
    title = told.title or (found.title if found is not None else None) or None
    guessed = found.date if found is not None and found.date and DAY.fullmatch(found.date) else None
    return Article(
        text=text,
        title=title,
        date=_day(told.date) or guessed,
        publisher=told.publisher or (found.sitename if found is not None else None) or None,
        url=(found.url if found is not None else None) or url or told.url,
        licence=told.licence or (found.license if found is not None else None) or None,
        credit=told.credit,
        version=told.changed,
    )


def _day(given: str | None) -> str | None:
    """The day of a date in JSON-LD; None for one that is none: a page's own slips do not cost the article."""
    try:
        return day_of(given)
    except BadDate:
        return None
