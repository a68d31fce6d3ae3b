"""Reading: bytes in, Document out; the conventions of wire copy and of the pages that print it."""

from sayso.reading.decoding import read_bytes
from sayso.reading.document import document_of
from sayso.reading.sources import read_source

__all__ = ["document_of", "read_bytes", "read_source"]
