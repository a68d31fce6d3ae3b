"""From a web page to the plain text of its article, and what the page says of itself."""

import re
from typing import Final

from msgspec import Struct

from sayso.errors import UnreadableSource

HTML: Final = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
ENDINGS: Final = (".html", ".htm", ".xhtml", ".shtml")


class Article(Struct, frozen=True):
    """The text of a page's article, and its title, day of publication, site and address where the page names them."""

    text: str
    title: str | None
    date: str | None
    publisher: str | None
    url: str | None


def is_page(data: bytes, name: str) -> bool:
    """Whether bytes are an HTML page, by how they start or what the file is called."""
    return HTML.match(data[:4_000]) is not None or name.lower().endswith(ENDINGS)


def article_of(page: str, where: str, url: str | None = None) -> Article:
    """The article of an HTML page; raises UnreadableSource for a page that has none."""
    from trafilatura import bare_extraction  # noqa: PLC0415  # takes a second to load, and most sources are plain text

    found = bare_extraction(
        page, url=url, with_metadata=True, include_comments=False, include_tables=False, favor_precision=True
    )
    if found is None or isinstance(found, dict) or not (text := found.text or "").strip():
        raise UnreadableSource(where, "no article was found on the page", "save its text to a file and read that")
    date = found.date if found.date and DAY.fullmatch(found.date) else None
    return Article(text, found.title or None, date, found.sitename or None, found.url or url)
