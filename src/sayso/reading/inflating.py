"""Inflating: what was compressed is read as a stream, and a bomb is refused while it goes off."""

import zlib
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, BinaryIO, Final

from sayso.errors import UnreadableSource

if TYPE_CHECKING:
    from collections.abc import Buffer  # type: ignore[attr-defined]  # from Python 3.12 on

GZIP: Final = b"\x1f\x8b"
PIECE: Final = 65_536
# Text deflates to a tenth, markup to a twentieth; a stream that goes on growing two hundredfold is made to do harm.
RATIO: Final = 200
# Below this many bytes nothing is a bomb: short runs of the same line deflate well.
HARMLESS: Final = 50_000_000
# gzip with its header, zlib, and deflate without any header.
GZIP_WINDOW: Final = 31
ZLIB_WINDOW: Final = 15
BARE_WINDOW: Final = -15


class Inflating(RawIOBase):
    """A stream of gzip members, one after the other, inflated as it is read; constant memory.

    Raises UnreadableSource for damaged data, and for a bomb: more than HARMLESS bytes out of a RATIO-th of them.
    """

    def __init__(self, stream: BinaryIO, where: str) -> None:
        self._stream = stream
        self._where = where
        self._inflater = zlib.decompressobj(GZIP_WINDOW)
        self._waiting = b""
        self._taken = 0
        self._given = 0
        self._begun = False

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: "Buffer") -> int:
        """Fill the buffer with inflated bytes; 0 at the end."""
        view = memoryview(buffer)
        if len(view) == 0:
            return 0
        while True:
            if self._inflater.eof and not self._next_member():
                return 0
            if not self._waiting and not self._inflater.unconsumed_tail:
                self._waiting = self._stream.read(PIECE)
                self._taken += len(self._waiting)
            source = self._inflater.unconsumed_tail or self._waiting
            if not source:
                if self._begun:
                    raise UnreadableSource(self._where, "it is cut off in the middle of what was compressed")
                return 0
            self._waiting = b""
            self._begun = True
            try:
                out = self._inflater.decompress(source, len(view))
            except zlib.error as error:
                raise UnreadableSource(self._where, f"what was compressed is damaged ({error})") from error
            if out:
                self._given += len(out)
                refuse_bomb(self._taken, self._given, self._where)
                view[: len(out)] = out
                return len(out)

    def _next_member(self) -> bool:
        """Begin the next gzip member, where one follows; padding after the last is passed over."""
        rest = self._inflater.unused_data or self._stream.read(PIECE)
        if rest and not self._inflater.unused_data:
            self._taken += len(rest)
        if not rest.startswith(GZIP[:1]):
            return False
        self._inflater = zlib.decompressobj(GZIP_WINDOW)
        self._waiting = rest
        self._begun = False
        return True


def refuse_bomb(taken: int, given: int, where: str) -> None:
    """Raise UnreadableSource when so few bytes became so many that it can only be a bomb."""
    if given > HARMLESS and given > RATIO * taken:
        raise UnreadableSource(where, f"it is a decompression bomb ({taken:,} bytes became {given:,})")


def inflating(stream: BinaryIO, where: str) -> BufferedReader:
    """A compressed stream as a stream of what was compressed."""
    return BufferedReader(Inflating(stream, where), PIECE)


def inflated(data: bytes, encoding: str, where: str, largest: int) -> bytes:
    """What a server sent under a content encoding ("gzip", "deflate", "identity"), at most `largest` bytes of it.

    Raises UnreadableSource for damaged data, an encoding that was not asked for, and what would be larger.
    """
    names = [name.strip().lower() for name in encoding.split(",") if name.strip().lower() not in ("", "identity")]
    if len(names) > 1 or any(name not in ("gzip", "x-gzip", "deflate") for name in names):
        raise UnreadableSource(where, f"it was sent in an encoding that was not asked for ({encoding})")
    if not names:
        return data
    windows = (ZLIB_WINDOW, BARE_WINDOW) if names[0] == "deflate" else (GZIP_WINDOW,)
    for window in windows:
        inflater = zlib.decompressobj(window)
        try:
            out = inflater.decompress(data, largest + 1)
        except zlib.error:
            continue
        if len(out) > largest:
            raise UnreadableSource(where, f"it is larger than {largest:,} bytes when inflated")
        return out
    raise UnreadableSource(where, "what was compressed is damaged")
