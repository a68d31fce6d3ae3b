"""The lake: a folder, here or in an object store, of Parquet files by month of publication, that any engine can query.

    LAKE/about.json                               which version of sayso read it, with which settings
    LAKE/documents/month=2015-10/part-9f….parquet one row a document
    LAKE/claims/month=2015-10/part-9f….parquet    one row a claim, the columns of `sayso export parquet`

A part of `documents` is written after the part of `claims` of the same name, under another name at first, so that it is there as
a whole or not at all: what it lists is done. That is all the bookkeeping there is: a run that was killed goes on from the parts
that are there. A part's name is the hash of what is in it: a task that is run twice writes one file.
"""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final

import msgspec

from sayso.errors import LedgerError, in_words
from sayso.exporting.claims_table import arrow_schema
from sayso.model import Run
from sayso.running.cluster.answering import Answer
from sayso.running.cluster.stores import is_stored, name_of, store_of

ABOUT: Final = "about.json"
DOCUMENTS, CLAIMS = "documents", "claims"
FORM: Final = 1
UNFINISHED: Final = ".unfinished"


class About(msgspec.Struct, frozen=True):
    """What a lake says of itself. form: of its layout."""

    form: int
    run: Run


def document_schema() -> Any:
    """The columns of `documents` (a pyarrow Schema); `month` stands in the folder's name."""
    import pyarrow as pa  # noqa: PLC0415  # takes half a second to load

    words = (
        "key",
        "source",
        "where",
        "doc",
        "document",
        "title",
        "publisher",
        "url",
        "published",
        "language",
        "problem",
        "line",
    )
    numbers = ("number", "words", "claims")
    return pa.schema(
        [
            *(pa.field(name, pa.string()) for name in words),
            *(pa.field(name, pa.int64()) for name in numbers),
            *(pa.field(name, pa.binary()) for name in ("ledger", "story")),
        ]
    )


class Lake:
    """A lake at a path or address."""

    def __init__(self, root: str) -> None:
        self.root = name_of(root) if is_stored(root) else root
        # an address says the same on every machine, a relative path does not
        self.address = root if is_stored(root) else str(Path(root).resolve())
        try:
            self._files, self._path = store_of(self.address)
        except (OSError, ValueError) as error:
            raise LedgerError(self.root, f"the lake cannot be opened ({in_words(error)})") from error

    def opened(self, run: Run) -> None:
        """Make the lake, or go on with one that the same run began; sweep away what a killed run left half done.

        Raises LedgerError where it was made by another version, with other settings, or is in another form, and where it
        cannot be written.
        """
        try:
            self._opened(About(FORM, run))
        except OSError as error:
            raise LedgerError(self.root, f"the lake cannot be written ({in_words(error)})") from error

    def _opened(self, about: About) -> None:
        there = self.about()
        if there is not None and there != about:
            raise LedgerError(
                self.root,
                "another version of sayso, or other settings, began this lake; name another folder for this run",
            )
        for table in (DOCUMENTS, CLAIMS):
            self._files.create_dir(f"{self._path}/{table}", recursive=True)
        if there is None:
            self._write_whole(f"{self._path}/{ABOUT}", msgspec.json.encode(about))
        self._sweep()

    def about(self) -> About | None:
        """What the lake says of itself; None where there is none yet."""
        from pyarrow import fs  # noqa: PLC0415  # takes half a second to load

        path = f"{self._path}/{ABOUT}"
        if self._files.get_file_info(path).type != fs.FileType.File:
            return None
        with self._files.open_input_stream(path) as stream:
            try:
                return msgspec.json.decode(stream.read(), type=About)
            except msgspec.MsgspecError as error:
                raise LedgerError(self.root, f"{ABOUT} is not that of a lake ({in_words(error)})") from error

    def _sweep(self) -> None:
        """Remove unfinished files, and parts of `claims` whose part of `documents` was never written."""
        finished = {self._tail(path) for path in self.parts(DOCUMENTS)}
        for table in (DOCUMENTS, CLAIMS):
            for path in self._all(table):
                orphan = table == CLAIMS and path.endswith(".parquet") and self._tail(path) not in finished
                if path.endswith(UNFINISHED) or orphan:
                    self._files.delete_file(path)

    def _tail(self, path: str) -> str:
        return "/".join(path.split("/")[-2:])

    def _all(self, table: str) -> list[str]:
        from pyarrow import fs  # noqa: PLC0415  # takes half a second to load

        chosen = fs.FileSelector(f"{self._path}/{table}", recursive=True, allow_not_found=True)
        return sorted(str(info.path) for info in self._files.get_file_info(chosen) if info.type == fs.FileType.File)

    def parts(self, table: str) -> list[str]:
        """The whole parts of a table, by name."""
        return [path for path in self._all(table) if path.endswith(".parquet")]

    def keys(self) -> frozenset[str]:
        """The keys of all pieces that are done."""
        found = (self._table(part, ["key"])["key"].to_pylist() for part in self.parts(DOCUMENTS))
        return frozenset(chain.from_iterable(found))

    def rows(self, part: str, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
        """The rows of a part."""
        for batch in self._table(part, columns).to_batches(max_chunksize=64):
            yield from batch.to_pylist()

    def _table(self, part: str, columns: Sequence[str] | None) -> Any:
        import pyarrow.parquet as pq  # noqa: PLC0415  # takes half a second to load

        # a dataset would take the month out of the path, and look at every other file
        return pq.read_table(part, columns=columns, filesystem=self._files, partitioning=None)

    def write(self, answers: Sequence[Answer]) -> None:
        """Write the answers of one batch: for each month a part of claims, then a part of documents. Raises LedgerError."""
        try:
            self._write(answers)
        except OSError as error:
            raise LedgerError(self.root, f"the lake cannot be written ({in_words(error)})") from error

    def _write(self, answers: Sequence[Answer]) -> None:
        months: dict[str, list[Answer]] = {}
        for answer in answers:
            months.setdefault(answer.month, []).append(answer)
        for month, found in sorted(months.items()):
            ordered = sorted(found, key=lambda one: (one.source, one.number, one.key))
            name = hashlib.sha256("\n".join(one.key for one in ordered).encode()).hexdigest()[:24]
            tail = f"month={month}/part-{name}.parquet"
            rows = [one.claims for one in ordered if one.claims]
            if rows:
                self._write_table(f"{self._path}/{CLAIMS}/{tail}", _claims(rows))
            self._write_table(f"{self._path}/{DOCUMENTS}/{tail}", _documents(ordered))

    def _write_table(self, path: str, table: Any) -> None:
        import pyarrow as pa  # noqa: PLC0415  # takes half a second to load
        import pyarrow.parquet as pq  # noqa: PLC0415  # the same

        sink = pa.BufferOutputStream()
        pq.write_table(table, sink, compression="zstd")
        self._write_whole(path, sink.getvalue())

    def _write_whole(self, path: str, data: Any) -> None:
        """Write a file that is there as a whole or not at all."""
        self._files.create_dir(path.rpartition("/")[0], recursive=True)
        unfinished = path + UNFINISHED
        with self._files.open_output_stream(unfinished) as stream:
            stream.write(data)
        self._files.move(unfinished, path)


def _documents(answers: Sequence[Answer]) -> Any:
    import pyarrow as pa  # noqa: PLC0415  # takes half a second to load

    rows = [
        {
            **{name: getattr(one, name) for name in ("key", "source", "where", "doc", "document", "title", "publisher", "url",
                                                     "published", "language", "problem", "number", "words", "ledger", "story")},
            "line": one.line.decode(),
            "claims": one.count,
        }
        for one in answers
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, schema=document_schema())


def _claims(rows: Sequence[bytes]) -> Any:
    import pyarrow as pa  # noqa: PLC0415  # takes half a second to load

    return pa.concat_tables([pa.ipc.open_stream(one).read_all() for one in rows]).cast(arrow_schema())
