"""From a text and what the caller knows of it to a Document."""

import hashlib

from sayso.model import Document, Published


def document_of(
    text: str,
    *,
    doc: str = "-",
    date: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Document:
    """The Document of a text."""
    published = Published(edtf=date, how="given") if date else Published()
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(doc=doc, text=text, id=digest, published=published, title=title, publisher=publisher, url=url)
