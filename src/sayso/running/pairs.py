"""The lines of `sayso code`: a sentence with its source and target marked in, the type of the event between them out."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import msgspec
from msgspec import Struct

from sayso.errors import BadLine, SaysoError
from sayso.model import Span
from sayso.running.lines import BYTE_ORDER_MARK, decoded
from sayso.running.shapes import ProblemShape

# The text, the source and the target of a line -> the type of the event between the two.
Coder: TypeAlias = Callable[[str, Span | None, Span | None], str]


class GivenLine(Struct, frozen=True):
    """A line of input. source, target: half-open ranges of characters of text; null where one is not known."""

    id: str
    text: str
    source: tuple[int, int] | None = None
    target: tuple[int, int] | None = None


class CodedLine(Struct, frozen=True):
    """A line of output: the codebook's type."""

    id: str
    type: str


class FailedLine(Struct, frozen=True):
    """A line of output for a line that could not be coded; id is null where it cannot be told."""

    id: str | None
    problem: ProblemShape


class _Named(Struct):
    id: str | None = None


_lines = msgspec.json.Decoder(GivenLine)
_names = msgspec.json.Decoder(_Named)
_encoder = msgspec.json.Encoder()


def decode_given(line: bytes, where: str) -> GivenLine:
    """The sentence of one line of input; raises BadLine naming `where` ("line 7") and what is wrong."""
    return decoded(_lines, line, where, "a marked sentence")


def code_lines(lines: Iterable[bytes], coder: Coder) -> Iterator[tuple[bytes, bool]]:
    """For each line that is not blank, its line of output without a line break, and whether it is a failure."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _coded(line, f"line {number}", coder)


def _coded(line: bytes, where: str, coder: Coder) -> tuple[bytes, bool]:
    try:
        given = decode_given(line, where)
        source, target = (_span(pair, given.text, where) for pair in (given.source, given.target))
        return _encoder.encode(CodedLine(given.id, coder(given.text, source, target))), False
    except SaysoError as error:
        cause = str(error).removeprefix(f"{where}: ")
        return _encoder.encode(FailedLine(_named_in(line), ProblemShape(cause, where))), True


def _span(pair: tuple[int, int] | None, text: str, where: str) -> Span | None:
    if pair is None:
        return None
    if pair[1] > len(text):
        raise BadLine(where, f"the range [{pair[0]}, {pair[1]}) ends after the text, which has {len(text)} characters")
    return Span(*pair)


def _named_in(line: bytes) -> str | None:
    try:
        return _names.decode(line.removeprefix(BYTE_ORDER_MARK)).id
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
