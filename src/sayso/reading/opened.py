"""Opened: a source's bytes as a stream, with what is known of them before they are read."""

import io
from collections.abc import Callable
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from sayso.errors import UnreadableSource
from sayso.reading.inflating import GZIP, inflating

if TYPE_CHECKING:
    from collections.abc import Buffer  # type: ignore[attr-defined]  # from Python 3.12 on

# What is looked at to tell the format.
HEAD: Final = 16_384
# What must be had in one piece (a page, an item of an agency) may be this large.
WHOLE: Final = 40_000_000
# What needs the whole file in memory, because it comes through a pipe and is read from its end.
PIPED: Final = 500_000_000
COMPRESSED: Final = (".gz", ".gzip")


class _Counted(RawIOBase):
    """A stream that starts with what was looked at already, and tells how many bytes are taken."""

    def __init__(self, head: bytes, stream: BinaryIO, count: Callable[[int], None]) -> None:
        self._head = memoryview(head)
        self._stream = stream
        self._count = count

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: "Buffer") -> int:
        """Fill the buffer; 0 at the end."""
        view = memoryview(buffer)
        if self._head:
            size = min(len(view), len(self._head))
            view[:size], self._head = self._head[:size], self._head[size:]
        else:
            data = self._stream.read(len(view))
            size = len(data)
            view[:size] = data
        self._count(size)
        return size


class Opened:
    """A source that is open.

    where: file or address, as messages name it. name: what its format may be told by, without a compression's ending.
    url, content_type, charset: of what was fetched. path: the file itself, where it is one and is not compressed.
    head: its first bytes, inflated. stream: all of it, from the start.
    """

    def __init__(
        self,
        where: str,
        stream: BinaryIO,
        *,
        path: Path | None = None,
        url: str | None = None,
        content_type: str = "",
        charset: str | None = None,
        count: Callable[[int], None] = lambda _: None,
    ) -> None:
        self.where = where
        self.url = url
        self.content_type = content_type
        self.charset = charset
        self.path = path
        self.name = where
        head = stream.read(HEAD)
        self.stream: BufferedReader = BufferedReader(_Counted(head, stream, count), HEAD)
        if head.startswith(GZIP):
            self.path = None
            self.name = next((where[: -len(end)] for end in COMPRESSED if where.lower().endswith(end)), where)
            inside = inflating(self.stream, where)
            head = inside.read(HEAD)
            self.stream = BufferedReader(_Counted(head, inside, lambda _: None), HEAD)
        self.head = head

    def whole(self, largest: int = WHOLE) -> bytes:
        """All bytes of it; raises UnreadableSource rather than hold more than `largest`."""
        data = self.stream.read(largest + 1)
        if len(data) > largest:
            raise UnreadableSource(self.where, f"it is larger than {largest:,} bytes", "split it into articles")
        return data

    def seekable(self) -> BinaryIO:
        """A stream that can be read from its end; the file itself, or a copy in memory of what came through a pipe."""
        if self.path is not None:
            return self.path.open("rb")
        return io.BytesIO(self.whole(PIPED))
