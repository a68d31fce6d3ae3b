"""Columns: which column or key of a table holds which field of a Story."""

from collections.abc import Iterable, Mapping
from typing import Final

from sayso.errors import UnreadableSource
from sayso.model import Problem
from sayso.reading.stories import Story, Taking, told

FIELDS: Final = ("doc", "text", "title", "date", "publisher", "url", "licence", "credit", "version")
# The names under which tables of news have their fields, the likeliest first; compared without case and punctuation.
USUAL: Final[dict[str, tuple[str, ...]]] = {
    "doc": ("doc", "id", "document_id", "article_id", "doc_id", "uid", "guid", "uri"),
    "text": ("text", "body", "content", "article", "full_text", "article_text", "maintext", "main_text", "plain_text", "story"),
    "title": ("title", "headline", "article_title"),
    "date": (
        "date", "published", "date_published", "published_at", "publication_date", "published_date", "publish_date",
        "pub_date", "date_publish", "datetime", "timestamp",
    ),
    "publisher": ("publisher", "source", "outlet", "publication", "newspaper", "site_name", "sitename", "source_name"),
    "url": ("url", "link", "article_url", "web_url", "source_url"),
    "licence": ("licence", "license", "rights"),
    "credit": ("credit", "credit_line", "agency", "supplier"),
    "version": ("version", "date_modified", "modified", "updated", "updated_at"),
}  # fmt: skip


class Columns:
    """Where a table's rows keep the fields. Asked-for names go before the usual ones."""

    def __init__(self, names: Iterable[str], taking: Taking, where: str) -> None:
        known = {_letters(name): name for name in reversed(list(names))}
        exact = set(known.values())
        self.of: dict[str, str] = {}
        for field, name in taking.columns:
            if field not in FIELDS:
                raise UnreadableSource(where, f"{field!r} is no field", f"a column is one of {', '.join(FIELDS)}")
            top = name if name in exact else name.split(".", 1)[0]
            if top not in exact:
                raise UnreadableSource(where, f"it has no column {name!r}", f"its columns are {_list(exact)}")
            self.of[field] = name
        for field, usual in USUAL.items():
            found = next((known[_letters(name)] for name in usual if _letters(name) in known), None)
            if field not in self.of and found is not None:
                self.of[field] = found
        if "text" not in self.of:
            raise UnreadableSource(
                where, f"no column of it holds a text (its columns are {_list(exact)})", "name it: --column text=NAME"
            )

    def story(
        self, row: Mapping[str, object], where: str, name: str, taking: Taking, data: bytes | None
    ) -> Story | Problem:
        """The Story of one row. name: what it is called when the table has no name for it."""
        found = {field: words_in(row, column) for field, column in self.of.items()}
        text = found.get("text")
        doc = found.get("doc") or name
        if text is None:
            return Problem(doc, f"it has no text in {self.of['text']!r}", where)
        return told(
            taking,
            text,
            doc=doc,
            where=where,
            title=found.get("title"),
            date=found.get("date"),
            publisher=found.get("publisher"),
            url=found.get("url"),
            licence=found.get("licence"),
            credit=found.get("credit"),
            version=found.get("version"),
            data=data,
            media_type="application/json",
        )


def words_in(row: Mapping[str, object], column: str) -> str | None:
    """What a row has in a column, as words; "a.b" looks into what is nested. None for nothing, and for what is no word."""
    value: object = row
    if column in row:
        value = row[column]
    else:
        for part in column.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return "\n\n".join(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, (int, float)):
        return str(value)
    isoformat = getattr(value, "isoformat", None)
    return str(isoformat()) if callable(isoformat) else None


def _letters(name: str) -> str:
    return "".join(one for one in name.casefold() if one.isalnum())


def _list(names: Iterable[str]) -> str:
    found = sorted(names)
    return ", ".join(repr(name) for name in found[:20]) + (" and more" if len(found) > 20 else "")
