"""Tables: JSON Lines, CSV and Parquet; one article a row, streamed."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec

from sayso.errors import UnreadableSource
from sayso.model import Problem
from sayso.reading.columns import Columns
from sayso.reading.decoding import MARKS
from sayso.reading.opened import Opened
from sayso.reading.stories import LARGEST_ITEM, Outcomes, Story, Taking

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

DELIMITERS: Final = ",;\t|"
BATCH: Final = 64
# A group of rows that says of itself that it is larger is not read.
LARGEST_GROUP: Final = 4_000_000_000

_any = msgspec.json.Decoder(list[dict[str, object]] | dict[str, object])
_rows = msgspec.json.Decoder(dict[str, object])


def read_jsonl(opened: Opened, taking: Taking) -> Outcomes:
    """The articles of JSON Lines; a line that is none is a Problem, and the next is read."""
    columns: dict[frozenset[str], Columns] = {}
    for number, line in _lines(opened.stream):
        where = f"{opened.where}:{number}"
        if line is None:
            yield Problem(None, f"the line is longer than {LARGEST_ITEM:,} bytes", where)
            continue
        if not line.strip():
            continue
        try:
            row = _rows.decode(line.strip().removeprefix(b"\xef\xbb\xbf"))
            yield _columns(columns, row, taking, where).story(row, where, where, taking, line.strip())
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield Problem(None, f"not a line of JSON with a document in it: {error}", where)
        except UnreadableSource as error:
            yield Problem(None, f"{error.cause}; {error.advice}", where)


def read_json(opened: Opened, taking: Taking) -> Outcomes:
    """The articles of a JSON file that is one object or a list of them, over as many lines as it likes."""
    try:
        found = _any.decode(opened.whole().removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableSource(opened.where, f"not valid JSON: {error}", "is it JSON Lines? --format jsonl") from error
    columns: dict[frozenset[str], Columns] = {}
    for number, row in enumerate(found if isinstance(found, list) else [found], start=1):
        where = f"{opened.where}#{number}"
        try:
            yield _columns(columns, row, taking, where).story(row, where, where, taking, msgspec.json.encode(row))
        except UnreadableSource as error:
            yield Problem(None, f"{error.cause}; {error.advice}", where)


def _columns(known: dict[frozenset[str], Columns], row: Mapping[str, object], taking: Taking, where: str) -> Columns:
    """Where rows with these keys keep their fields; looked up once for rows of the same keys."""
    keys = frozenset(row)
    if keys not in known:
        if len(known) > 1_000:
            known.clear()
        known[keys] = Columns(row, taking, where)
    return known[keys]


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers from 1; None for one that is too long to be held."""
    number = 0
    while line := stream.readline(LARGEST_ITEM):
        number += 1
        if len(line) < LARGEST_ITEM or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := stream.readline(LARGEST_ITEM)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def read_csv(opened: Opened, taking: Taking) -> Outcomes:
    """The articles of a CSV file whose first row names its columns; the delimiter is told from that row."""
    csv.field_size_limit(taking.limit * 2)
    encoding = _encoding(opened.head)
    lines = io.TextIOWrapper(opened.stream, encoding=encoding, errors="replace", newline="")
    first = opened.head.decode(encoding, errors="replace").split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    rows = csv.reader(_bounded(lines, opened.where), delimiter=delimiter)
    try:
        header = [name.strip().removeprefix("\ufeff") for name in next(rows, [])]
    except csv.Error as error:
        raise UnreadableSource(opened.where, f"its first row is no header ({error})") from error
    columns = Columns(header, taking, opened.where)
    number = 0
    while True:
        number += 1
        where = f"{opened.where}:row {number}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Problem(None, f"not a row of CSV ({error})", where)
            continue
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(header):
            yield Problem(
                None, f"the row has {len(row)} cells and the header {len(header)}; is a cell not quoted?", where
            )
            continue
        yield columns.story(dict(zip(header, row, strict=False)), where, where, taking, None)


def _bounded(lines: io.TextIOWrapper, where: str) -> Iterator[str]:
    """Lines, refused when one is longer than any row is."""
    while line := lines.readline(LARGEST_ITEM):
        if len(line) >= LARGEST_ITEM:
            raise UnreadableSource(where, f"it has a line of more than {LARGEST_ITEM:,} characters", "is it CSV?")
        yield line


def _encoding(head: bytes) -> str:
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return "utf-8-sig" if encoding == "utf-8" else encoding
    try:
        head[: max(len(head) - 4, 0)].decode("utf-8") if len(head) > 4 else head.decode("utf-8")
    except UnicodeDecodeError as error:
        # A character that the end of the head cut in two does not speak against UTF-8.
        return "utf-8" if error.start >= len(head) - 8 and error.reason == "unexpected end of data" else "cp1252"
    return "utf-8"


def read_parquet(opened: Opened, taking: Taking) -> Outcomes:
    """The articles of a Parquet file, some rows at a time, and of its columns only those that are used."""
    import pyarrow as pa  # noqa: PLC0415  # takes long to load, and most sources are no Parquet
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415  # the same

    with opened.seekable() as stream:
        try:
            table = ParquetFile(stream, memory_map=False, buffer_size=1_000_000)
            columns = Columns(table.schema_arrow.names, taking, opened.where)
            _refuse_giants(table, opened.where)
            yield from _rows_of(table, columns, opened.where, taking)
        except (pa.ArrowException, OSError, ValueError) as error:
            raise UnreadableSource(opened.where, f"it is no sound Parquet file ({_first_line(error)})") from error


def _rows_of(table: "ParquetFile", columns: Columns, where: str, taking: Taking) -> Iterator[Story | Problem]:
    number = 0
    wanted = sorted(
        {name if name in table.schema_arrow.names else name.split(".", 1)[0] for name in columns.of.values()}
    )
    for batch in table.iter_batches(batch_size=BATCH, columns=wanted):
        for row in batch.to_pylist():
            number += 1
            place = f"{where}:row {number}"
            yield columns.story(row, place, place, taking, None)


def _refuse_giants(table: "ParquetFile", where: str) -> None:
    sizes = [table.metadata.row_group(index).total_byte_size for index in range(table.metadata.num_row_groups)]
    if any(size > LARGEST_GROUP for size in sizes):
        raise UnreadableSource(
            where, f"a group of its rows is larger than {LARGEST_GROUP:,} bytes", "write smaller groups"
        )


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0][:200]
