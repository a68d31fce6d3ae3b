"""Events that somebody has marked in many documents, linked: JSON Lines in, JSON Lines out, in order."""

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from sayso.errors import BadLine, cause_of
from sayso.linking.given import Marked, Seen, link, see
from sayso.model import Problem, Span
from sayso.parsing import Parser
from sayso.resources.linking import load_mention_weights
from sayso.running.lines import decoded, encode_problem, named_in
from sayso.settings import Settings


class MarkedShape(Struct, frozen=True):
    """A marked event of a line of input: characters [start, end) of its text."""

    start: int
    end: int


class MarkedLine(Struct, frozen=True):
    """A line of input: a document and the events marked in it; other fields are passed over."""

    doc: str
    text: str
    events: tuple[MarkedShape, ...]
    date: str | None = None


class LinkedShape(Struct, frozen=True):
    """A marked event of a line of output, and the name of what it is a mention of; equal names are one event."""

    start: int
    end: int
    cluster: str


class LinkedLine(Struct, frozen=True):
    """A line of output: the events of a document, in the order of the input."""

    doc: str
    events: tuple[LinkedShape, ...]


_decoder = msgspec.json.Decoder(MarkedLine)
_encoder = msgspec.json.Encoder()


def link_given(lines: Iterable[bytes], source: str, settings: Settings | None = None) -> Iterator[bytes]:
    """The line of output of every line of input, in order, once all have been read; empty lines are passed over.

    source: the name of the file, for problems. A line that cannot be used becomes `{"doc", "problem": {"cause", "where"}}`,
    and the others are linked without it.
    """
    settings = settings if settings is not None else Settings()
    parser = Parser.open(settings.parser)
    weights = load_mention_weights()
    outcomes = [
        _seen(line, f"{source}, line {number}", parser, settings.max_characters)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]
    linked = iter(link([one for one in outcomes if isinstance(one, Seen)], weights))
    for one in outcomes:
        yield encode_problem(one) if isinstance(one, Problem) else _encoder.encode(_linked(one.marked, next(linked)))


def decode_marked(line: bytes, where: str) -> Marked:
    """The document and the marked events of one line; raises BadLine naming `where` and what is wrong."""
    found = decoded(_decoder, line, where, "a document with events")
    for event in found.events:
        if not 0 <= event.start < event.end <= len(found.text):
            raise BadLine(
                where,
                f"the event [{event.start}, {event.end}) is no part of the text, which has {len(found.text)} characters",
            )
    return Marked(found.doc, found.text, tuple(Span(event.start, event.end) for event in found.events))


def _seen(line: bytes, where: str, parser: Parser, limit: int) -> Seen | Problem:
    try:
        return see(decode_marked(line, where), parser, limit)
    except Exception as error:  # noqa: BLE001  # the border of one document: whatever it does must not end the run
        return Problem(named_in(line), cause_of(error, where), where)


def _linked(marked: Marked, names: dict[Span, str]) -> LinkedLine:
    return LinkedLine(marked.doc, tuple(LinkedShape(span.start, span.end, names[span]) for span in marked.events))
