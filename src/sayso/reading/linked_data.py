"""Linked data: what a page says of its article in JSON-LD (schema.org's NewsArticle and its kin)."""

import json
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

ARTICLES: Final = frozenset({
    "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
    "OpinionNewsArticle", "AskPublicNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "BlogPosting", "Report",
})  # fmt: skip
# A page has a handful of blocks of a few thousand characters; what goes beyond is not read.
MOST_BLOCKS: Final = 50
LONGEST: Final = 3_000_000
DEEPEST: Final = 20


class Told(Struct, frozen=True):
    """What an article's JSON-LD tells; None where it does not. changed: when it was last changed, as written."""

    title: str | None = None
    date: str | None = None
    changed: str | None = None
    publisher: str | None = None
    url: str | None = None
    licence: str | None = None
    credit: str | None = None
    body: str | None = None


def told_by(blocks: Iterator[str]) -> Told:
    """What the first article among a page's JSON-LD blocks tells; nothing where there is none. Broken blocks tell nothing."""
    for number, block in enumerate(blocks):
        if number >= MOST_BLOCKS:
            break
        if len(block) > LONGEST:
            continue
        try:
            found = json.loads(block, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(found, DEEPEST):
            if _types(node) & ARTICLES:
                return _told(node)
    return Told()


def _nodes(value: object, depth: int) -> Iterator[dict[str, object]]:
    """The objects of a block, outer ones first."""
    if depth == 0:
        return
    if isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _nodes(value.get(key), depth - 1)
    elif isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth - 1)


def _types(node: dict[str, object]) -> frozenset[str]:
    found = node.get("@type")
    names = found if isinstance(found, list) else [found]
    return frozenset(name.rsplit("/", 1)[-1] for name in names if isinstance(name, str))


def _told(node: dict[str, object]) -> Told:
    return Told(
        title=_words(node.get("headline")) or _words(node.get("name")),
        date=_words(node.get("datePublished")) or _words(node.get("dateCreated")),
        changed=_words(node.get("dateModified")),
        publisher=_name(node.get("publisher")) or _name(node.get("isPartOf")),
        url=_address(node.get("url")) or _address(node.get("mainEntityOfPage")),
        licence=_address(node.get("license")) or _words(node.get("license")),
        credit=_words(node.get("creditText")) or _name(node.get("sourceOrganization")) or _name(node.get("provider")),
        body=_words(node.get("articleBody")),
    )


def _words(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.strip() or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """The name of an organisation, which is written as an object, a list of them, or as words."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        return _words(value.get("name"))
    return _words(value)


def _address(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    found = _words(value)
    return found if found is not None and found.startswith(("http://", "https://")) else None
