"""Intake: sources of every kind - files, folders, addresses, standard input - become a stream of stories."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from sayso.errors import SaysoError, UnreadableSource, in_words
from sayso.model import Problem
from sayso.reading.connecting import is_address
from sayso.reading.decoding import binary_kind
from sayso.reading.formats.archives import read_wacz, read_warc
from sayso.reading.formats.feeds import read_feed, read_opml
from sayso.reading.formats.mail import read_mail
from sayso.reading.formats.newsml import read_newsml
from sayso.reading.formats.ninjs import read_ninjs
from sayso.reading.formats.pages import read_page, read_text
from sayso.reading.formats.tables import read_csv, read_json, read_jsonl, read_parquet
from sayso.reading.kinds import Form, form_of
from sayso.reading.opened import Opened
from sayso.reading.stories import Outcome, Outcomes, Passed, Taking
from sayso.reading.visiting import Visitor

STANDARD_INPUT: Final = "-"
READERS: Final[dict[Form, Callable[[Opened, Taking], Outcomes]]] = {
    "text": read_text,
    "html": read_page,
    "jsonl": read_jsonl,
    "json": read_json,
    "csv": read_csv,
    "parquet": read_parquet,
    "warc": read_warc,
    "wacz": read_wacz,
    "ninjs": read_ninjs,
    "newsml": read_newsml,
    "eml": read_mail,
}
VISITING: Final[dict[Form, Callable[[Opened, Taking, Visitor], Outcomes]]] = {"feed": read_feed, "opml": read_opml}
Count = Callable[[int], None]


def checked(sources: Iterable[str]) -> tuple[str, ...]:
    """The sources, each once; raises UnreadableSource for a file or folder that is not there, before anything is read."""
    found = tuple(dict.fromkeys(sources))
    for source in found:
        if not is_there(source):
            raise UnreadableSource(source, "there is no such file or folder")
    return found


def is_there(source: str) -> bool:
    """Whether a file or folder is there; addresses and standard input are taken to be. Raises UnreadableSource."""
    if source == STANDARD_INPUT or is_address(source):
        return True
    try:
        return Path(source).exists()
    except (OSError, ValueError) as error:
        raise UnreadableSource(source, f"it cannot be opened ({in_words(error)})") from error


def size_of(sources: Iterable[str]) -> int | None:
    """The bytes of all sources together; None where one of them does not tell (a pipe, an address)."""
    total = 0
    for source in sources:
        if source == STANDARD_INPUT or is_address(source):
            return None
        total += sum(path.stat().st_size for path in files_of(Path(source)))
    return total


def files_of(path: Path) -> Iterator[Path]:
    """A file; or the files of a folder and the folders in it, in order of their names, without hidden ones.

    Links to folders are not followed, so that a folder that leads to itself ends.
    """
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            found = Path(folder) / name
            if not name.startswith(".") and found.is_file():
                yield found


def stories_of(
    source: str,
    taking: Taking,
    visitor: Visitor,
    *,
    count: Count = lambda _: None,
    standard_input: BinaryIO | None = None,
) -> Iterator[Outcome]:
    """The stories of one source, its problems as values, and what of it was passed over. Streams; never raises for a source.

    count: told the bytes of files as they are taken.
    """
    if source == STANDARD_INPUT:
        stream = standard_input if standard_input is not None else sys.stdin.buffer
        yield from _guarded(
            "standard input", lambda: _read(Opened("standard input", stream, count=count), taking, visitor)
        )
    elif is_address(source):
        yield from _guarded(source, lambda: visitor.visit(source, lambda opened: _read(opened, taking, visitor)))
    else:
        path = Path(source)
        alone = not path.is_dir()
        for file in files_of(path):
            yield from _guarded(str(file), lambda file=file: _file(file, taking, visitor, count, alone=alone))  # type: ignore[misc]  # bound to each file


def opened_stories(opened: Opened, taking: Taking) -> Iterator[Outcome]:
    """The stories of one open file, its problems as values; never raises for a source.

    What names other addresses (a feed, whose pages would have to be fetched) is a problem.
    """

    def read() -> Outcomes:
        form = form_of(opened, taking.form)
        if form in VISITING:
            raise UnreadableSource(opened.where, "it is a feed", "read it with `sayso add`, which fetches its pages")
        yield from READERS[form](opened, taking)

    yield from _guarded(opened.where, read)


def _file(path: Path, taking: Taking, visitor: Visitor, count: Count, *, alone: bool) -> Outcomes:
    """What a file holds; in a folder, a file that is no text of any kind is passed over."""
    where = str(path)
    with path.open("rb") as stream:
        opened = Opened(where, stream, path=path, count=count)
        form = form_of(opened, taking.form)
        kind = binary_kind(opened.head) if form in ("text", "html") else None
        if not alone and kind is not None:
            yield Passed(where, f"it is {kind}")
            return
        yield from _read(opened, taking, visitor)


def _read(opened: Opened, taking: Taking, visitor: Visitor) -> Outcomes:
    form = form_of(opened, taking.form)
    if form in VISITING:
        yield from VISITING[form](opened, taking, visitor)
    else:
        yield from READERS[form](opened, taking)


def _guarded(where: str, read: Callable[[], Outcomes]) -> Outcomes:
    """What a reader finds; whatever it raises is a Problem of this source, and the next one is read."""
    try:
        yield from read()
    except SaysoError as error:
        yield Problem(None, str(error).removeprefix(f"{where}: "), getattr(error, "where", where))
    except Exception as error:  # noqa: BLE001  # the border of one source: hostile bytes find the faults of any library
        yield Problem(None, f"it could not be read ({type(error).__name__}: {error})", where)
