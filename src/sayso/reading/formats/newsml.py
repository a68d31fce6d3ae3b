"""NewsML-G2: IPTC's news in XML; news items alone, or many in a message."""

import contextlib
import io
import threading
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from sayso.errors import SaysoError, UnreadableSource
from sayso.model import Problem
from sayso.reading.guarding import refuse_traps
from sayso.reading.markup import plain, plain_of
from sayso.reading.opened import Opened
from sayso.reading.stories import Outcome, Outcomes, Passed, Taking, told

NAMESPACE: Final = "{http://iptc.org/std/nar/2006-10-01/}"
# The standard's package keeps the catalogues of one document in a global place.
_one_at_a_time: Final = threading.Lock()


def read_newsml(opened: Opened, taking: Taking) -> Outcomes:
    """The stories of a NewsML-G2 document's news items; pictures, packages and lists of terms are passed over."""
    data = opened.whole()
    refuse_traps(data, opened.where)
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise UnreadableSource(opened.where, f"it is no well-formed XML ({error})") from error
    items = list(root.iter(f"{NAMESPACE}newsItem"))
    if not items:
        yield Passed(opened.where, "it holds no news item")
    for number, element in enumerate(items, start=1):
        where = opened.where if len(items) == 1 else f"{opened.where}#{number}"
        try:
            yield _story(element, where, taking)
        except SaysoError:
            raise
        except Exception as error:  # noqa: BLE001  # the package raises bare exceptions for what it does not expect
            yield Problem(
                element.get("guid"), f"it is no sound NewsML-G2 item ({type(error).__name__}: {error})", where
            )


def _story(element: etree._Element, where: str, taking: Taking) -> Outcome:
    from NewsMLG2 import NewsMLG2Document  # noqa: PLC0415  # only for those who have such files

    data = etree.tostring(element)
    # it complains on standard output about catalogues that it will not fetch
    with _one_at_a_time, contextlib.redirect_stdout(io.StringIO()):
        item = NewsMLG2Document(data).get_item()
    item_meta, content = item.itemmeta, getattr(item, "contentmeta", None)
    kind = str(getattr(getattr(item_meta, "itemclass", None), "qcode", "") or "")
    if kind and not kind.endswith(("text", "composite")):
        return Passed(where, f"it is {kind}, not a text")
    doc = str(element.get("guid") or where)
    text = _body(element, where)
    if not text:
        return Problem(doc, "it has no text in its content set", where)
    return told(
        taking,
        text,
        doc=doc,
        where=where,
        title=_first(getattr(content, "headline", None)) or _first(getattr(item_meta, "title", None)),
        date=_date(item_meta, content),
        publisher=_party(getattr(item_meta, "provider", None)),
        licence=_licence(item),
        credit=_first(getattr(content, "creditline", None)) or _parties(getattr(content, "infosource", None)),
        version=element.get("version"),
        data=data,
        media_type="application/vnd.iptc.g2.newsitem+xml",
    )


def _body(element: etree._Element, where: str) -> str | None:
    """The text of the content set: XML of any vocabulary (XHTML, NITF) goes before plain data."""
    for rendition in element.iter(f"{NAMESPACE}inlineXML"):
        bodies = [one for one in rendition.iter() if isinstance(one.tag, str) and etree.QName(one).localname == "body"]
        inner = next(
            (
                one
                for one in rendition.iter()
                if isinstance(one.tag, str) and etree.QName(one).localname == "body.content"
            ),
            None,
        )
        words = plain_of(inner if inner is not None else bodies[0] if bodies else rendition)
        if words:
            return words
    for rendition in element.iter(f"{NAMESPACE}inlineData"):
        if rendition.get("encoding") or rendition.get("encodinguri"):
            continue
        words = "".join(str(one) for one in rendition.itertext()).strip()
        if words:
            return plain(words, where) if "html" in (rendition.get("contenttype") or "") else words
    return None


def _date(item_meta: Any, content: Any) -> str | None:
    """The day it was first made, or else made in this version."""
    for found in (
        getattr(item_meta, "firstcreated", None),
        getattr(content, "contentcreated", None),
        getattr(item_meta, "versioncreated", None),
    ):
        if found is not None and (words := str(found).strip()):
            return words
    return None


def _party(party: Any) -> str | None:
    """The name of a party, or the code or words that stand for it."""
    if party is None:
        return None
    name = _first(getattr(party, "name", None))
    code = next((str(found) for key in ("literal", "qcode", "uri") if (found := getattr(party, key, None))), None)
    return name or (code.rsplit(":", 1)[-1] if code is not None else None)


def _parties(parties: Any) -> str | None:
    return ", ".join(name for one in _each(parties) if (name := _party(one)) is not None) or None


def _licence(item: Any) -> str | None:
    for rights in _each(getattr(item, "rightsinfo", None)):
        found = _first(getattr(rights, "usageterms", None)) or _first(getattr(rights, "copyrightnotice", None))
        if found is not None:
            return found
    return None


def _first(values: Any) -> str | None:
    return next((words for one in _each(values) if (words := str(one).strip())), None)


def _each(values: Any) -> Iterator[Any]:
    if values is None or isinstance(values, str):
        return
    try:
        yield from values
    except TypeError:
        yield values
