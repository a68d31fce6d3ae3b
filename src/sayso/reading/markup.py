"""Markup: pieces of HTML as plain text, paragraph by paragraph; for texts that are an article and no page."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from lxml import etree, html

from sayso.reading.guarding import refuse_maze

BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th",
    "tr", "ul", "hedline", "hl1", "hl2", "byline", "dateline", "body.content", "block",
})  # fmt: skip
UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "head", "iframe", "object", "svg", "figure"})
TAG: Final = re.compile(r"<[^<>]*>")
CHARSET: Final = re.compile(rb"<(?:meta|\?xml)\b[^<>]*?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
SCRIPT: Final = re.compile(r"<script\b([^<>]*+)>", re.IGNORECASE)
LOOKS_MARKED_UP: Final = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+);")


def charset_of(page: bytes) -> str | None:
    """The encoding that a page declares of itself; None where it does not."""
    found = CHARSET.search(page[:4_096])
    return None if found is None else found[1].decode("ascii", "replace")


def plain(words: str, where: str) -> str:
    """A piece of HTML as plain text: a blank line between paragraphs, nothing of scripts and pictures.

    Words without any markup come back as they are. Raises UnreadableSource for markup that is a trap.
    """
    if not LOOKS_MARKED_UP.search(words):
        return words
    refuse_maze(words, where)
    try:
        root = html.fragment_fromstring(words, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return unescape(TAG.sub(" ", words))
    return plain_of(root)


def plain_of(root: etree._Element) -> str:
    """The plain text of an element and all inside it; works without recursion, however deep it is nested."""
    pieces: list[str] = []
    unseen: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
        if event == "start":
            if unseen is None and name in UNSEEN:
                unseen = element
            if name in BLOCKS:
                pieces.append("\n\n")
            elif name == "br":
                pieces.append("\n")
            if unseen is None and element.text:
                pieces.append(_even(element.text))
            continue
        if unseen is element:
            unseen = None
        if name in BLOCKS:
            pieces.append("\n\n")
        if unseen is None and element.tail and element is not root:
            pieces.append(_even(element.tail))
    lines = [" ".join(line.split(" ")).strip() for line in "".join(pieces).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(re.sub(r" {2,}", " ", line) for line in lines)).strip()


def blocks_of(page: str) -> Iterator[str]:
    """The JSON-LD blocks of a page."""
    for match in SCRIPT.finditer(page):
        if "application/ld+json" not in match[1].lower():
            continue
        end = page.find("</", match.end())
        while end >= 0 and page[end : end + 8].lower() != "</script":
            end = page.find("</", end + 2)
        if end < 0:
            return
        words = page[match.end() : end].strip()
        yield words.removeprefix("<!--").removesuffix("-->").removeprefix("<![CDATA[").removesuffix("]]>")


def _even(words: str) -> str:
    return re.sub(r"\s+", " ", words)
