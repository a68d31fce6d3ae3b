"""Pieces: what a source holds, one article each, small enough to be sent to whoever reads it."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

import msgspec
from msgspec import Struct

from sayso.errors import UnreadableSource, in_words
from sayso.model import Problem
from sayso.reading.connecting import is_address
from sayso.reading.intake import Count, files_of, is_there, opened_stories
from sayso.reading.opened import Opened
from sayso.reading.stories import Story, Taking
from sayso.running.cluster.stores import files_under, is_stored, name_of, open_stored
from sayso.running.lines import named_in

LINES: Final = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
LIST: Final = "@"
LONGEST_LINE: Final = 20_000_000


class LinePiece(Struct, frozen=True, tag="line"):
    """A line of JSON Lines, just as it stands."""

    line: bytes


class StoryPiece(Struct, frozen=True, tag="story"):
    """An article of any other source."""

    story: Story


class FailedPiece(Struct, frozen=True, tag="failed"):
    """What could not be got out of a source."""

    problem: Problem


Piece: TypeAlias = LinePiece | StoryPiece | FailedPiece


class Placed(Struct, frozen=True):
    """A piece, which source it is of, and its number in it, from 1.

    For a line the number is that of the line. key: stands for all of that, so that what was read once is known again.
    """

    source: str
    number: int
    piece: Piece

    @property
    def key(self) -> str:
        """SHA-256 (hex, its first half)."""
        return hashlib.sha256(_encoder.encode(self)).hexdigest()[:32]

    @property
    def where(self) -> str:
        """How messages name its place in the source: "line 7", or what the reader of the source calls it."""
        if isinstance(self.piece, LinePiece):
            return f"line {self.number}"
        return self.piece.problem.where if isinstance(self.piece, FailedPiece) else self.piece.story.where

    @property
    def doc(self) -> str | None:
        """The caller's name of the document, as far as it can be told without reading it."""
        if isinstance(self.piece, LinePiece):
            return named_in(self.piece.line)
        return self.piece.problem.doc if isinstance(self.piece, FailedPiece) else self.piece.story.doc


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Placed)


def encode_piece(placed: Placed) -> bytes:
    """A piece as bytes."""
    return _encoder.encode(placed)


def decode_piece(data: bytes) -> Placed:
    """The piece of bytes."""
    return _decoder.decode(data)


def files_in(sources: Iterable[str]) -> tuple[str, ...]:
    """The files of sources, each once: of a folder all in it, of "@LIST" what the lines of the file LIST name.

    Addresses of an object store ("s3://bucket/folder") are files or folders there. Raises UnreadableSource for what is
    not there, and for http(s) addresses, which a cluster would fetch from everywhere at once.
    """
    found: dict[str, None] = {}
    for source in sources:
        for one in _listed(source) if source.startswith(LIST) else (source,):
            found.update(dict.fromkeys(_files(one)))
    return tuple(found)


def _listed(source: str) -> Iterator[str]:
    listed = source.removeprefix(LIST)
    try:
        with _open(listed) as stream:
            lines = stream.read().decode("utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise UnreadableSource(source, f"the list cannot be read ({in_words(error)})") from error
    yield from (line.strip() for line in lines if line.strip())


def _files(source: str) -> Iterator[str]:
    if is_address(source) or source == "-":
        raise UnreadableSource(source, "a cluster reads files and object stores", "fetch it with `sayso add` first")
    if is_stored(source):
        yield from files_under(source)
        return
    if not is_there(source):
        raise UnreadableSource(source, "there is no such file or folder")
    yield from (str(path.resolve()) for path in files_of(Path(source)))


def pieces_of(source: str, taking: Taking, *, lines: bool, count: Count = lambda _: None) -> Iterator[Placed]:
    """The pieces of one file. lines: JSON Lines are taken line by line as `sayso annotate` takes them, not as stories.

    What cannot be read is a piece that says so.
    """
    name = name_of(source) if is_stored(source) else source
    try:
        with _open(source) as stream:
            opened = Opened(name, stream, path=None if is_stored(source) else Path(source), count=count)
            found = _lines(opened) if lines and name.lower().endswith(LINES) else _stories(opened, taking)
            yield from (Placed(name, number, piece) for number, piece in found)
    except (OSError, ValueError) as error:
        yield Placed(name, 0, FailedPiece(Problem(None, f"it cannot be opened ({in_words(error)})", name)))


def _open(source: str) -> BinaryIO:
    return open_stored(source) if is_stored(source) else Path(source).open("rb")


def _lines(opened: Opened) -> Iterator[tuple[int, Piece]]:
    number = 0
    while line := opened.stream.readline(LONGEST_LINE):
        number += 1
        if line.strip():
            yield number, LinePiece(line.rstrip(b"\r\n"))


def _stories(opened: Opened, taking: Taking) -> Iterator[tuple[int, Piece]]:
    for number, outcome in enumerate(opened_stories(opened, taking), start=1):
        if isinstance(outcome, Story):
            yield number, StoryPiece(msgspec.structs.replace(outcome, original=None))
        elif isinstance(outcome, Problem):
            yield number, FailedPiece(outcome)
        # what else a source holds, pictures and pages of links, is no article


__all__ = [
    "FailedPiece", "LinePiece", "Piece", "Placed", "StoryPiece", "decode_piece", "encode_piece", "files_in",
    "pieces_of",
]  # fmt: skip
