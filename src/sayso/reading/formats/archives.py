"""Web archives: WARC, and WACZ, which is WARC files in a ZIP. Streamed; nothing is ever written to disk."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from sayso.errors import SaysoError, UnreadableSource
from sayso.model import Problem
from sayso.reading.decoding import read_bytes
from sayso.reading.formats.pages import story_of_page
from sayso.reading.inflating import HARMLESS, RATIO
from sayso.reading.opened import Opened
from sayso.reading.stories import LARGEST_ITEM, Outcome, Outcomes, Passed, Taking, told

KEPT: Final = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
PAGES: Final = ("text/html", "application/xhtml+xml")
PLAIN: Final = "text/plain"
FOUND: Final = 200
# Files of an archive in an archive.
PIECE: Final = 65_536
INSIDE: Final = (".warc", ".warc.gz")
MOST_FILES: Final = 100_000


def read_warc(opened: Opened, taking: Taking) -> Outcomes:
    """The articles of a WARC file's pages; other records are passed over."""
    yield from _records(opened.stream, opened.where, taking)


def read_wacz(opened: Opened, taking: Taking) -> Outcomes:
    """The articles of the WARC files in a WACZ."""
    with opened.seekable() as stream:
        try:
            with zipfile.ZipFile(stream) as archive:
                files = archive.infolist()
                if len(files) > MOST_FILES:
                    raise UnreadableSource(opened.where, f"it holds more than {MOST_FILES:,} files")
                inner = [one for one in files if one.filename.lower().endswith(INSIDE)]
                if not inner:
                    raise UnreadableSource(opened.where, "it holds no WARC file")
                for one in inner:
                    yield from _file_of(archive, one, opened.where, taking)
        except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as error:
            raise UnreadableSource(opened.where, f"it is no sound WACZ file ({error})") from error


def _file_of(archive: zipfile.ZipFile, one: zipfile.ZipInfo, where: str, taking: Taking) -> Outcomes:
    name = f"{where}/{one.filename}"
    if one.file_size > HARMLESS and one.file_size > RATIO * max(one.compress_size, 1):
        yield Problem(None, f"it is a decompression bomb ({one.compress_size:,} bytes become {one.file_size:,})", name)
        return
    with archive.open(one) as stream:
        inside = Opened(name, stream)  # type: ignore[arg-type]  # it reads as a stream does
        try:
            yield from _records(inside.stream, name, taking)
        except UnreadableSource as error:
            yield Problem(None, error.cause, name)


class _Stream:
    """A stream as the archive reader wants it: it can tell where it is, and never raises, for that ends the process.

    What went wrong while reading is kept in `error`, and the stream ends there.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0
        self.error: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        if self.error is not None:
            return b""
        try:
            data = self._stream.read(size if size >= 0 else PIECE)
        except Exception as error:  # noqa: BLE001  # raised again by whoever reads the archive
            self.error = error
            return b""
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go forward; there is no way back in a stream."""
        left = offset - self._at if whence == 0 else offset
        while left > 0 and (data := self.read(min(left, PIECE))):
            left -= len(data)
        return self._at

    def close(self) -> None:
        """Whoever opened the stream closes it."""


def _records(stream: BinaryIO, where: str, taking: Taking) -> Outcomes:
    """The articles of a WARC stream that is inflated already."""
    source = _Stream(stream)
    seen = 0
    for record in _sound(source, where):
        seen += 1
        try:
            yield _story(record, where, taking)
        except UnreadableSource as error:
            yield Passed(error.where, error.cause)
        except SaysoError as error:
            yield Problem(record.headers.get("WARC-Target-URI"), str(error), where)
        except UnicodeDecodeError as error:
            yield Problem(None, f"a record's headers cannot be read ({error})", where)
    if source.error is not None:
        raise source.error
    if seen == 0:
        yield Passed(where, "it holds no pages")


def _sound(source: _Stream, where: str) -> Iterator[WarcRecord]:
    """The records that can be read; raises UnreadableSource where the archive is so damaged that no next one is found."""
    with _calm(where):
        yield from ArchiveIterator(
            source,
            record_types=KEPT,
            parse_http=True,
            auto_decode="all",
            strict_mode=False,
            max_content_length=LARGEST_ITEM,
        )


@contextmanager
def _calm(where: str) -> Iterator[None]:
    """Turn what the archive reader does on bytes that it does not expect into an error of ours.

    It panics, which is no Exception to Python.
    """
    try:
        yield
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise UnreadableSource(where, f"the archive is damaged ({str(error)[:200]})") from error
        raise


def _story(record: WarcRecord, where: str, taking: Taking) -> Outcome:
    url = record.headers.get("WARC-Target-URI")
    place = f"{where}#{url or record.record_id}"
    if record.http_headers is not None and record.is_http:
        status = record.http_headers.status_code
        if status is not None and status != FOUND:
            return Passed(place, f"the server had answered {status}")
        kind = (record.http_content_type or "").split(";")[0].strip().lower()
    else:
        kind = (record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    if kind not in PAGES and kind != PLAIN:
        return Passed(place, f"it is no page ({kind or 'no type'})")
    with _calm(place):
        data = record.reader.read(LARGEST_ITEM + 1)
    if len(data) > LARGEST_ITEM:
        return Problem(url, f"the page is larger than {LARGEST_ITEM:,} bytes", place)
    charset = record.http_charset if record.is_http else None
    if kind == PLAIN:
        text = read_bytes(data, place, taking.limit, charset)
        return told(taking, text, doc=url or place, where=place, url=url, data=data, media_type="text/plain")
    return story_of_page(data, place, taking, url=url, doc=url, charset=charset)
