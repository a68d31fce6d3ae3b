"""Quotation: which words of a sentence stand between quotation marks."""

from sayso.model import Parse

OPENING = frozenset({'"', "“", "``"})
CLOSING = frozenset({'"', "”", "''"})


def quoted(parse: Parse, sentence: int) -> frozenset[int]:
    """The tokens of a sentence between quotation marks; of marks that do not close, what stands before or after them."""
    own = parse.sentences[sentence]
    found: set[int] = set()
    opened: int | None = None
    for i in range(own.first, own.last):
        mark = parse.tokens[i].text
        if mark in OPENING and opened is None and not _closes(parse, i):
            opened = i
        elif mark in CLOSING:
            found.update(range(own.first if opened is None else opened, i))
            opened = None
    if opened is not None:
        found.update(range(opened, own.last))
    return frozenset(found)


def _closes(parse: Parse, at: int) -> bool:
    """Does a mark that may open or close a quotation close it, since it stands right after a word or a stop?"""
    start = parse.tokens[at].start
    return start > 0 and not parse.text[start - 1].isspace() and parse.text[start - 1] not in "([—–-"
