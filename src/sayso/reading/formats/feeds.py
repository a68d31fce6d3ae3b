"""Feeds: RSS and Atom, and OPML files that list them."""

import contextlib
import io
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urljoin

import feedparser
from lxml import etree

from sayso.errors import BadDate, SaysoError, UnreadableSource
from sayso.model import Problem
from sayso.reading.connecting import is_address
from sayso.reading.dates import day_of
from sayso.reading.formats.pages import story_of_page
from sayso.reading.guarding import refuse_traps
from sayso.reading.markup import plain
from sayso.reading.opened import Opened
from sayso.reading.stories import Outcome, Outcomes, Passed, Story, Taking, Visited, told
from sayso.reading.visiting import Visitor

# An entry's content is taken for the whole article from this many characters on, unless it breaks off.
WHOLE: Final = 1_000
BREAKS_OFF: Final = ("…", "...", "[…]", "[...]", "read more", "continue reading")
MOST_FEEDS: Final = 10_000


def read_feed(opened: Opened, taking: Taking, visitor: Visitor) -> Outcomes:
    """The stories of a feed's entries: their own words where they are the whole article, or the pages they link to.

    An entry that was taken in before and has not changed is passed over without fetching its page.
    """
    data = opened.whole()
    refuse_traps(data, opened.where)
    headers = {"content-type": opened.content_type or "application/xml"}
    headers |= {"content-location": opened.url} if opened.url else {}
    feed = feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False)
    if not feed.version and not feed.entries:
        raise UnreadableSource(opened.where, f"it is no feed ({feed.get('bozo_exception', 'nothing was found in it')})")
    publisher = _words(feed.feed.get("title"))
    licence = _words(feed.feed.get("rights"))
    for number, entry in enumerate(feed.entries, start=1):
        where = f"{opened.where}#{number}"
        try:
            yield from _entry(entry, where, taking, visitor, publisher, licence)
        except SaysoError as error:
            yield Problem(_words(entry.get("link")) or _words(entry.get("id")), str(error), where)


def _entry(
    entry: Any, where: str, taking: Taking, visitor: Visitor, publisher: str | None, licence: str | None
) -> Iterator[Outcome]:
    link = _words(entry.get("link"))
    changed = _changed(entry) or _words(entry.get("published"))
    name = link or _words(entry.get("id"))
    if name is not None and (before := visitor.state(name)) is not None and before[1] == changed:
        yield Passed(where, "it was taken in before")
        return
    story = _story(entry, where, link, taking, visitor, publisher, licence)
    yield story
    if isinstance(story, Story) and name is not None:
        yield Visited(name, None, changed, story.doc)


def _story(
    entry: Any,
    where: str,
    link: str | None,
    taking: Taking,
    visitor: Visitor,
    publisher: str | None,
    licence: str | None,
) -> Story | Problem:
    title, date = _words(entry.get("title")), _day(entry)
    doc = _words(entry.get("id")) or link or where
    words = _longest(entry, where)
    if taking.follow and link is not None and is_address(link) and not _whole(words):
        page = visitor.page(link)
        return story_of_page(
            page.data,
            where,
            taking,
            url=page.url,
            doc=doc,
            date=date,
            title=title,
            publisher=publisher,
            charset=page.charset,
        )
    return told(
        taking,
        words,
        doc=doc,
        where=where,
        title=title,
        date=date,
        publisher=_words(entry.get("source", {}).get("title")) or publisher,
        url=link,
        licence=_words(entry.get("license")) or _words(entry.get("rights")) or licence,
        credit=_words(entry.get("dc_source")) or _words(entry.get("media_credit_text")),
        version=_changed(entry),
        data=words.encode("utf-8", "surrogatepass"),
    )


def _longest(entry: Any, where: str) -> str:
    """The entry's content as plain text, or its summary where it has no other."""
    contents = [str(one.get("value") or "") for one in entry.get("content", [])]
    words = max(contents, key=len, default="") or str(entry.get("summary") or "")
    return plain(words, where)


def _whole(words: str) -> bool:
    return len(words) >= WHOLE and not words.rstrip().lower().endswith(BREAKS_OFF)


def _day(entry: Any) -> str | None:
    """The day of publication, by the clock that the feed goes by where its date can be read as written."""
    kind = "published" if "published" in entry else "updated"
    if kind not in entry:
        return None
    parsed, written = entry.get(f"{kind}_parsed"), _words(entry[kind])
    try:
        return day_of(written)
    except BadDate:
        # a form that only feedparser knows; it tells the day of universal time
        return None if parsed is None else f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}"


def _changed(entry: Any) -> str | None:
    """When an entry was last changed; feedparser would warn and answer with the day of publication instead."""
    return _words(entry["updated"]) if "updated" in entry else None


def _words(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def read_opml(opened: Opened, taking: Taking, visitor: Visitor) -> Outcomes:
    """The stories of all feeds that an OPML file lists; a feed that fails is a Problem, and the next is read."""
    data = opened.whole()
    refuse_traps(data, opened.where)
    addresses = list(dict.fromkeys(_listed(data, opened)))
    if not addresses:
        raise UnreadableSource(opened.where, "it lists no feeds")
    for address in addresses[:MOST_FEEDS]:
        try:
            yield from visitor.visit(address, lambda found: read_feed(found, taking, visitor))
        except UnreadableSource as error:
            yield Problem(address, str(error), opened.where)


def _listed(data: bytes, opened: Opened) -> Iterator[str]:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise UnreadableSource(opened.where, f"it is no well-formed XML ({error})") from error
    for outline in root.iter("outline"):
        address = (outline.get("xmlUrl") or outline.get("xmlurl") or "").strip()
        if not address:
            continue
        with contextlib.suppress(ValueError):
            address = urljoin(opened.url or "", address)
        if is_address(address):
            yield address
