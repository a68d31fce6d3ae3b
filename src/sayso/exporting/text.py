"""Text as files can bear it: other people's words may hold characters that no encoding or no XML document has."""

import re
from typing import Final
from xml.sax.saxutils import escape

# XML 1.0 forbids these however they are written.
FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
UNKNOWN: Final = "\ufffd"
IN_ATTRIBUTES: Final = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
HALF_PAIRS: Final = re.compile(r"[\ud800-\udfff]")


def encodable(words: str) -> str:
    """Words of the same length whose halves of surrogate pairs, which UTF-8 has not, are U+FFFD."""
    return HALF_PAIRS.sub(UNKNOWN, words)


def xml_text(words: str) -> str:
    """Words escaped for XML, the characters that it forbids replaced by U+FFFD."""
    return escape(FORBIDDEN.sub(UNKNOWN, words))


def xml_attribute(words: str) -> str:
    """The same between double quotation marks."""
    return f'"{escape(FORBIDDEN.sub(UNKNOWN, words), IN_ATTRIBUTES)}"'
