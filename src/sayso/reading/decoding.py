"""From bytes to a text: encodings, binary files, and the damage that encodings do."""

import codecs
from typing import Final

from ftfy import TextFixerConfig, fix_text

from sayso.errors import TextTooLong, UnreadableSource

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The first bytes of files that are no text, and what they are.
SIGNATURES: Final = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
LOOKED_AT: Final = 65_536
# More control characters than this, and it is no text in any encoding.
CONTROLS_SHARE: Final = 0.02
CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1b\x1a") | {127}
# Only what encodings have broken is mended. Quotation marks and ligatures are the author's and stay.
REPAIRS: Final = TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=True,
    fix_encoding=True,
    restore_byte_a0=True,
    replace_lossy_sequences=True,
    decode_inconsistent_utf8=True,
    fix_c1_controls=True,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=True,
    fix_surrogates=True,
    remove_control_chars=True,
    normalization=None,
)


def read_bytes(data: bytes, where: str, limit: int | None = None, declared: str | None = None) -> str:
    """The text of a file's bytes, its line breaks as line feeds and what encodings broke in it mended.

    UTF-8, or UTF-16 and UTF-32 with a byte order mark; else the encoding that is declared, where there is such a one; else
    Windows-1252, which is what old pages are in.
    limit: the most characters that it may have. declared: by a server or a page itself.
    Raises UnreadableSource for bytes that are empty or no text, and TextTooLong before anything is mended.
    """
    if not data.strip():
        raise UnreadableSource(where, "it is empty", "there is nothing to read")
    if (kind := binary_kind(data)) is not None:
        raise UnreadableSource(where, f"it is {kind}, not a text", "give plain text or HTML")
    text = _decoded(data, declared)
    if limit is not None and len(text) > limit:
        raise TextTooLong(len(text), limit)
    text = repaired(text)
    if not text.strip():
        raise UnreadableSource(where, "it holds no visible characters", "there is nothing to read")
    return text


def repaired(text: str) -> str:
    """A text with mojibake mended, control characters gone, and a line feed for every line break."""
    return fix_text(text, REPAIRS).replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_known(declared) or "cp1252", errors="replace")


def _known(declared: str | None) -> str | None:
    """A declared encoding, where it is one of texts that Python knows and that bytes which are no UTF-8 can be in."""
    try:
        found = codecs.lookup(declared.strip()) if declared else None
    except (LookupError, ValueError):
        return None
    # what declares itself Latin-1 is Windows-1252, as browsers have it; UTF-8 it is not
    latin = found is not None and found.name in ("iso8859-1", "ascii", "utf-8")
    return found.name if found is not None and found._is_text_encoding and not latin else None  # noqa: SLF001  # there is no public way


def binary_kind(data: bytes) -> str | None:
    """What kind of file it is, when it is no text; None for a text."""
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            return kind
    if any(data.startswith(mark) for mark, _ in MARKS):
        return None
    start = data[:LOOKED_AT]
    if b"\x00" in start or sum(byte in CONTROLS for byte in start) > CONTROLS_SHARE * len(start):
        return "a binary file"
    return None
