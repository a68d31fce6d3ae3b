"""Guarding: markup that is a trap is refused before it is read: entities, mazes of elements, depth without end."""

import contextlib
import re
from typing import Final
from xml.parsers import expat

from sayso.errors import UnreadableSource

DEEPEST: Final = 500
# A page's elements: depth and number beyond which parsers take minutes, and no article goes.
PAGE_DEEPEST: Final = 1_000
PAGE_ELEMENTS: Final = 30_000
# possessive, so that what never ends is walked over once
TAG: Final = re.compile(r"<(/?)([a-zA-Z][\w:-]*+)([^<>]*+)>")
# Elements that hold nothing, or that end where the next of their kind begins.
SHALLOW: Final = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li", "td",
    "tr", "th", "dd", "dt", "option",
})  # fmt: skip


class _Refused(Exception):
    """What the parser's callbacks raise."""


def refuse_traps(data: bytes, where: str) -> None:
    """Raise UnreadableSource for XML that declares entities (a bomb, or a way to other files) or is nested too deeply.

    XML that is not well-formed is left to the reader that comes after: what stands before the fault was looked at.
    """
    parser = expat.ParserCreate()
    depth = 0

    def declared(*_: object) -> None:
        raise _Refused("its document type declares entities, which can be made to do harm")

    def started(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise _Refused(f"its elements are nested more than {DEEPEST} deep")

    def ended(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser.EntityDeclHandler = declared
    parser.ExternalEntityRefHandler = None
    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    with contextlib.suppress(expat.ExpatError):
        try:
            parser.Parse(data, True)
        except _Refused as error:
            raise UnreadableSource(where, f"the XML is refused: {error}") from error


def refuse_maze(page: str, where: str) -> None:
    """Raise UnreadableSource for HTML of more elements, or deeper nested ones, than any article has."""
    depth = count = 0
    for match in TAG.finditer(page):
        count += 1
        if count > PAGE_ELEMENTS:
            raise UnreadableSource(where, f"it has more than {PAGE_ELEMENTS:,} elements", "no article has so many")
        if match[3].endswith("/") or match[2].lower() in SHALLOW:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > PAGE_DEEPEST:
            raise UnreadableSource(
                where, f"its elements are nested more than {PAGE_DEEPEST:,} deep", "no article's are"
            )
