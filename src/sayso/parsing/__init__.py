"""Parsing: Document -> Parse. The only importer of spaCy."""

from sayso.parsing.parser import Parser

__all__ = ["Parser"]
