"""Running: the pipeline over many documents, by local processes; failures as values."""

from sayso.running.annotate import annotate
from sayso.running.lines import DocumentLine, decode_document, encode, encode_problem, is_problem

__all__ = ["DocumentLine", "annotate", "decode_document", "encode", "encode_problem", "is_problem"]
