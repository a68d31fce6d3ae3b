"""Plain text and web pages: one article each."""

from sayso.model import Problem
from sayso.reading.decoding import read_bytes
from sayso.reading.markup import charset_of
from sayso.reading.opened import Opened
from sayso.reading.pages import article_of
from sayso.reading.stories import Outcomes, Story, Taking, told

BYTES_PER_CHARACTER = 4
# Markup may take several times the room of the text it is around.
MARKUP = 10


def read_text(opened: Opened, taking: Taking) -> Outcomes:
    """The one article of a file of plain text."""
    data = opened.whole(BYTES_PER_CHARACTER * taking.limit)
    text = read_bytes(data, opened.where, taking.limit)
    yield told(taking, text, doc=opened.where, where=opened.where, url=opened.url, data=data, media_type="text/plain")


def read_page(opened: Opened, taking: Taking) -> Outcomes:
    """The article of a web page."""
    yield story_of_page(opened.whole(), opened.where, taking, url=opened.url, charset=opened.charset)


def story_of_page(
    data: bytes, where: str, taking: Taking, *, url: str | None = None, doc: str | None = None, date: str | None = None,
    title: str | None = None, publisher: str | None = None, charset: str | None = None,
) -> Story | Problem:  # fmt: skip
    """The Story of a page's bytes.

    date, title, publisher: what is told of it elsewhere, as in the feed that links to it; the page goes before, save
    for the date, which a feed states and a page lets guess. charset: the encoding that its server named.
    Raises UnreadableSource for a page without an article.
    """
    article = article_of(read_bytes(data, where, MARKUP * taking.limit, charset or charset_of(data)), where, url)
    return told(
        taking,
        article.text,
        doc=doc or where,
        where=where,
        title=article.title or title,
        date=date or article.date,
        stated=date is not None,
        publisher=article.publisher or publisher,
        url=article.url or url,
        licence=article.licence,
        credit=article.credit,
        version=article.version,
        data=data,
        media_type="text/html",
    )


__all__ = ["read_page", "read_text", "story_of_page"]
