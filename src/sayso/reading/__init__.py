"""Reading: bytes in, Document out; the conventions of wire copy."""

from sayso.reading.document import document_of

__all__ = ["document_of"]
