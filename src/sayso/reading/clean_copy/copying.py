"""From a text to its clean copy."""

from functools import lru_cache

import msgspec

from sayso.model import Document
from sayso.reading.clean_copy.marks import mended, undoubled
from sayso.reading.clean_copy.one_case import stretches
from sayso.reading.clean_copy.recasing import recased
from sayso.reading.clean_copy.remarks import without_remarks
from sayso.reading.clean_copy.wrapping import rejoined
from sayso.resources.casing import load_casing


@lru_cache(maxsize=2)  # a document is looked at when it is made, and again when it is read
def clean_text(text: str) -> str:
    """The clean copy of a text, as long as it; an ordinary text itself. Raises MissingResource, BadResource."""
    copy = without_remarks(rejoined(mended(text)))
    for span in stretches(copy):
        copy = copy[: span.start] + recased(undoubled(span.words(copy)), load_casing()) + copy[span.end :]
    return copy


def clean(document: Document) -> Document:
    """The document with the clean copy of its text; the very same where that is its text. Raises as `clean_text`."""
    copy = clean_text(document.text)
    return document if copy == document.text else msgspec.structs.replace(document, text=copy)
