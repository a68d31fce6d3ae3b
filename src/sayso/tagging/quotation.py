"""Is a content quoted? Read off the quotation marks in it and at its edges."""

import re
from collections.abc import Sequence
from typing import Final

from sayso.model.attribution import AttributionKind
from sayso.model.span import Span

MARKS: Final = '"\u201c\u201d\u201e\u00ab\u00bb'
OPENING: Final = frozenset('"\u201c\u201e\u00ab')
CLOSING: Final = frozenset('"\u201d\u00bb')
ANY_MARK: Final = re.compile(f"[{MARKS}]")
QUOTED: Final = re.compile(f'["\u201c\u201e\u00ab][^{MARKS}]*(["\u201d\u00bb]|$)')


def kind_of(text: str, content: Sequence[Span]) -> AttributionKind:
    """Direct: the content is one quotation; mixed: it holds quotation marks; indirect: it holds none."""
    spans = sorted(span for span in content if span.words(text).strip())
    if not spans:
        return "indirect"
    start, end = spans[0].start, spans[-1].end
    body, before, after = text[start:end].strip(), text[max(0, start - 1) : start], text[end : end + 1]
    if not ANY_MARK.search(body + before + after):
        return "indirect"
    opens = body[0] in OPENING or before in OPENING
    closes = body.rstrip(".,;:!?")[-1:] in CLOSING or after in CLOSING
    pieces = [span.words(text) for span in spans]
    if before in OPENING:
        pieces[0] = before + pieces[0]
    if after in CLOSING:
        pieces[-1] += after
    unquoted = QUOTED.sub("", " ".join(pieces))
    return "direct" if opens and closes and len(unquoted.split()) <= 1 else "mixed"
