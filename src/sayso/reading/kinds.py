"""Kinds: which format a source is in, told by its first bytes, and by its name only where they do not tell."""

import re
from typing import Final, Literal, TypeAlias, get_args

from sayso.errors import UnreadableSource
from sayso.reading.decoding import MARKS
from sayso.reading.opened import Opened
from sayso.reading.pages import HTML

Form: TypeAlias = Literal[
    "text", "html", "jsonl", "json", "csv", "parquet", "feed", "opml", "warc", "wacz", "ninjs", "newsml", "eml"
]
FORMS: Final[tuple[Form, ...]] = get_args(Form)
ENDINGS: Final[dict[str, Form]] = {
    "txt": "text", "text": "text", "md": "text",
    "html": "html", "htm": "html", "xhtml": "html", "shtml": "html",
    "jsonl": "jsonl", "ndjson": "jsonl",
    "csv": "csv", "tsv": "csv",
    "parquet": "parquet", "pq": "parquet",
    "rss": "feed", "atom": "feed",
    "opml": "opml",
    "warc": "warc", "wacz": "wacz",
    "eml": "eml",
}  # fmt: skip
TYPES: Final[dict[str, Form]] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "text/csv": "csv",
    "application/warc": "warc",
    "application/x-ndjson": "jsonl",
    "message/rfc822": "eml",
}
# The first element of an XML file, after its declaration, comments, instructions and document type.
ROOT: Final = re.compile(
    # atomic, so that a run of comments is read in one way only
    r"(?>\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>\s*)*)<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL | re.IGNORECASE,
)
ROOTS: Final[dict[str, Form]] = {
    "rss": "feed", "feed": "feed", "rdf": "feed", "channel": "feed", "opml": "opml", "html": "html",
    "newsitem": "newsml", "newsmessage": "newsml", "packageitem": "newsml", "conceptitem": "newsml",
    "planningitem": "newsml", "knowledgeitem": "newsml", "catalogitem": "newsml",
}  # fmt: skip
MAIL: Final = re.compile(rb"(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
MAIL_FIELDS: Final = re.compile(
    rb"^(?:from|received|mime-version|return-path|delivered-to|message-id):", re.IGNORECASE | re.MULTILINE
)
# JSON that is written over several lines: one object, or a list of them.
LISTED: Final = re.compile(r"\{\s*\"|\[\s*\{")
NINJS: Final = re.compile(
    rb'"(?:headlines?|bodies|body_text|body_html|body_xhtml|versionCreated|versioncreated|bylines?)"\s*:'
)


def form_of(opened: Opened, asked: str | None = None) -> Form:
    """The format of an open source. asked: the caller's word for it, which wins.

    Raises UnreadableSource for a word that names no format.
    """
    if asked is not None:
        if asked not in FORMS:
            raise UnreadableSource(opened.where, f"{asked!r} is no format", f"it must be one of {', '.join(FORMS)}")
        return asked
    head = opened.head
    ending = ENDINGS.get(opened.name.rsplit(".", 1)[-1].lower() if "." in opened.name else "")
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"PK\x03\x04") and (ending == "wacz" or b"archive/" in head or b"datapackage.json" in head):
        return "wacz"
    if ending in ("csv", "jsonl", "eml", "text", "opml"):
        return ending
    start = _start(head)
    if (form := _marked_up(start) or _braced(head, start)) is not None:
        return form
    if ending is not None:
        return ending
    if MAIL.match(head) and MAIL_FIELDS.search(head):
        return "eml"
    return TYPES.get(opened.content_type, "text")


def _start(head: bytes) -> str:
    """The first bytes as text, whatever their encoding; what is broken in them does not matter here."""
    encoding = next((encoding for mark, encoding in MARKS if head.startswith(mark)), "utf-8")
    return head.decode(encoding, errors="replace").lstrip("\ufeff").lstrip()


def _marked_up(start: str) -> Form | None:
    if not start.startswith("<"):
        return None
    if HTML.match(start[:4_000].encode()):
        return "html"
    root = ROOT.match(start)
    return None if root is None else ROOTS.get(root[1].lower())


def _braced(head: bytes, start: str) -> Form | None:
    """JSON: an item of an agency, JSON Lines, or a list of objects in one piece."""
    if not start.startswith(("{", "[")):
        return None
    first, line_break, _ = start.partition("\n")
    one_a_line = first.startswith("{") and (first.rstrip().endswith("}") or not line_break)
    if NINJS.search(head) and not (one_a_line and (b"\n{" in head or '"text":' in first)):
        return "ninjs"
    if one_a_line:
        return "jsonl"
    return "json" if LISTED.match(start) else None
