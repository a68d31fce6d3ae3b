"""ninjs: IPTC's news in JSON, versions 1 to 3, alone or in a list."""

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from sayso.errors import UnreadableSource
from sayso.model import Problem
from sayso.reading.markup import plain
from sayso.reading.opened import Opened
from sayso.reading.stories import Outcomes, Passed, Story, Taking, told

TEXTS: Final = (None, "text", "composite", "article")
MARKED_UP: Final = ("html", "xhtml", "xml")
MAIN: Final = ("main", "")
# Associated items (sidebars, earlier versions) hang on an item, and may have some of their own.
DEEPEST: Final = 5


def read_ninjs(opened: Opened, taking: Taking) -> Outcomes:
    """The stories of a ninjs item, of a list of them, or of a search's answer; pictures and the like are passed over."""
    data = opened.whole()
    try:
        found = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableSource(opened.where, f"not valid JSON: {error}") from error
    items = list(_items(found))
    if not items:
        raise UnreadableSource(opened.where, "it holds no ninjs item")
    for number, item in enumerate(items, start=1):
        yield _story(item, opened.where if len(items) == 1 else f"{opened.where}#{number}", taking, data)


def _items(found: object, depth: int = DEEPEST) -> Iterator[Mapping[str, object]]:
    if depth == 0:
        return
    if isinstance(found, list):
        for one in found:
            yield from _items(one, depth - 1)
    elif isinstance(found, Mapping):
        if "uri" in found or "bodies" in found or "headlines" in found or "body_text" in found or "body_html" in found:
            yield found
        else:
            for key in ("items", "results", "data", "_items"):
                yield from _items(found.get(key), depth - 1)


def _story(item: Mapping[str, object], where: str, taking: Taking, data: bytes) -> Story | Problem | Passed:
    doc = _words(item.get("uri")) or where
    kind = _words(item.get("type"))
    if kind not in TEXTS:
        return Passed(where, f"it is a {kind}, not a text")
    text = _body(item, where)
    if not text:
        return Passed(where, "it has no body") if kind == "composite" else Problem(doc, "it has no body", where)
    version = _words(item.get("version")) or _words(item.get("versionCreated")) or _words(item.get("versioncreated"))
    date = next(
        (
            found
            for key in (
                "firstCreated",
                "firstcreated",
                "versionCreated",
                "versioncreated",
                "contentCreated",
                "published",
            )
            if (found := _words(item.get(key))) is not None
        ),
        None,
    )
    return told(
        taking,
        text,
        doc=doc,
        where=where,
        title=_main(item.get("headlines")) or _words(item.get("headline")) or _words(item.get("title")),
        date=date,
        publisher=_publisher(item),
        url=_url(item),
        licence=_rights(item),
        credit=_words(item.get("creditLine")) or _credit(item.get("infoSources") or item.get("infosources")),
        version=version,
        data=data,
        media_type="application/json",
    )


def _body(item: Mapping[str, object], where: str) -> str | None:
    """The main body as plain text; plain text goes before HTML where an item has both."""
    bodies = [one for one in _list(item.get("bodies")) if isinstance(one, Mapping)]
    bodies.sort(key=lambda one: (str(one.get("role") or "") not in MAIN, _marked_up(one)))
    for one in bodies:
        if (words := _words(one.get("value"))) is not None:
            return plain(words, where) if _marked_up(one) else words
    text = _words(item.get("body_text"))
    if text is not None:
        return text
    for key in ("body_html", "body_xhtml", "body"):
        if (words := _words(item.get(key))) is not None:
            return plain(words, where)
    return None


def _marked_up(body: Mapping[str, object]) -> bool:
    kind = str(body.get("contentType") or body.get("contenttype") or "").lower()
    return any(name in kind for name in MARKED_UP)


def _main(values: object) -> str | None:
    """The value whose role is "main", or the first one."""
    found = [one for one in _list(values) if isinstance(one, Mapping)]
    found.sort(key=lambda one: str(one.get("role") or "") not in MAIN)
    return next((words for one in found if (words := _words(one.get("value"))) is not None), None)


def _publisher(item: Mapping[str, object]) -> str | None:
    """Who gives the item out: the organisation that is named as its publisher, or the holder of its copyright."""
    for one in _list(item.get("organisations")):
        if isinstance(one, Mapping) and "publisher" in str(one.get("rel") or "").lower():
            return _words(one.get("name"))
    return _words(item.get("copyrightHolder")) or _words(item.get("copyrightholder")) or _held(item)


def _held(item: Mapping[str, object]) -> str | None:
    rights = item.get("rightsInfo")
    if isinstance(rights, Mapping):
        return _words(rights.get("copyrightHolder")) or _words(rights.get("copyrightholder"))
    return None


def _rights(item: Mapping[str, object]) -> str | None:
    rights = item.get("rightsInfo") or item.get("rightsinfo")
    found: tuple[object, ...] = (item.get("usageTerms"), item.get("usageterms"))
    if isinstance(rights, Mapping):
        found += (
            rights.get("usageTerms"),
            rights.get("langUsageTerms"),
            rights.get("copyrightNotice"),
            rights.get("linkedRights"),
        )
    return next((words for one in found if (words := _words(one)) is not None), None)


def _credit(sources: object) -> str | None:
    names = [_words(one.get("name")) for one in _list(sources) if isinstance(one, Mapping)]
    return ", ".join(name for name in names if name is not None) or None


def _url(item: Mapping[str, object]) -> str | None:
    for key in ("url", "uri"):
        found = _words(item.get(key))
        if found is not None and found.startswith(("http://", "https://")):
            return found
    return None


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _words(value: object) -> str | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None
