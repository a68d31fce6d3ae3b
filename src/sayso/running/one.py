"""One document: a line of input becomes a line of output, whatever happens on the way."""

from collections.abc import Callable
from typing import TypeAlias

from sayso.errors import cause_of
from sayso.model import Document, Ledger, Problem
from sayso.reading import document_of
from sayso.resources.opening import uncollected
from sayso.running.lines import decode_document, encode, encode_problem, named_in
from sayso.settings import Settings

Read: TypeAlias = Callable[[Document], Ledger]
Opener: TypeAlias = Callable[[Settings], Read]
# What makes an answer of a line, its number, what reads documents, and the settings; importable, for worker processes.
Answering: TypeAlias = Callable[[bytes, int, Read, Settings], bytes]


def open_pipeline(settings: Settings) -> Read:
    """The pipeline's `read`; opens every resource, which takes some seconds."""
    with uncollected():
        from sayso.pipeline import Pipeline  # noqa: PLC0415  # heavy: only the process that reads should load it

        return Pipeline.open(settings).read


def read_line(line: bytes, number: int, read: Read, settings: Settings) -> bytes:
    """The line of output for one line of input: its ledger, or the problem that kept it from having one."""
    where = f"line {number}"
    try:
        found = decode_document(line, where)
        document = document_of(
            found.text,
            doc=found.doc,
            date=found.date,
            title=found.title,
            publisher=found.publisher,
            url=found.url,
            limit=settings.max_characters,
        )
        return encode(read(document))
    except Exception as error:  # noqa: BLE001  # the border of one document: whatever it does must not end the run
        return encode_problem(Problem(named_in(line), cause_of(error, where), where))
