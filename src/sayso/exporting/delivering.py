"""Delivering: an export written to a file or a stream, with what belongs beside it, and noted in the ledger's custody log."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from sayso.errors import BadExport, LedgerBusy, LedgerFull, LedgerReadOnly, in_words
from sayso.exporting.export import Export
from sayso.exporting.formats import Format
from sayso.exporting.package import write_package
from sayso.ledger import Store


class Delivered(Struct, frozen=True):
    """What was delivered: rows written, claims without a place in the format, claims withheld; the files; the SHA-256 of the export."""

    rows: int
    left_out: int
    withheld: int
    sha256: str
    files: tuple[Path, ...] = ()


def file_of(out: str | os.PathLike[str], format_: Format) -> Path:
    """The file that an export is written to: `out` itself, or in a folder ("out/", or one that exists) one called after the format."""
    path = Path(out)
    if path.is_dir() or os.fspath(out).endswith(("/", os.sep)):
        return path / format_.file
    return path


def deliver(export: Export, out: str | os.PathLike[str], manifest: Path | None = None) -> Delivered:
    """Write an export to a file, all of it or nothing; with a table its data package; a manifest where something was guarded.

    Raises BadExport naming the file that cannot be written.
    """
    format_ = export.asked.format
    file = file_of(out, format_)
    in_folder = file != Path(out)
    with _whole(file) as stream:
        sha256 = export.write(stream)
    files = [file]
    if format_.package is not None:
        with _told(file):
            files.append(write_package(file, format_, export.about, in_folder=in_folder))
    if manifest is None and export.about.guarded:
        manifest = file.with_name(f"{file.name}.manifest.json")
    if manifest is not None:
        files.append(_write_manifest(export, manifest, file.name, sha256))
    return _delivered(export, sha256, tuple(files))


def pour(export: Export, out: BinaryIO, manifest: Path | None = None) -> Delivered:
    """Write an export to a stream. Raises BadExport where something is guarded and no file for the manifest is named."""
    if export.about.guarded and manifest is None:
        raise BadExport(
            "what was changed must be told: name a file for it with --manifest FILE, or write to a file with --out"
        )
    sha256 = export.write(out)
    files = () if manifest is None else (_write_manifest(export, manifest, "standard output", sha256),)
    return _delivered(export, sha256, files)


def note_in_log(export: Export, delivered: Delivered) -> str | None:
    """Write to the custody log that the export was made; returns why that was not possible, None where it was."""
    address = export.store.address
    try:
        with Store.open(address.path or address.url, write=True) as store:
            log_export(store, export, delivered)
    except (LedgerReadOnly, LedgerBusy, LedgerFull) as error:
        return str(error)
    return None


def log_export(store: Store, export: Export, delivered: Delivered, **more: object) -> None:
    """Write to the custody log of a ledger that is open for writing that the export was made; and more, such as by whom."""
    store.note(
        "export", export.asked.format.name, delivered.sha256,
        rows=delivered.rows, withheld=delivered.withheld, policy=export.about.policy, chosen=list(export.about.chosen),
        guarded=list(export.about.guarded), texts=export.about.texts, files=[file.name for file in delivered.files], **more,
    )  # fmt: skip


def _delivered(export: Export, sha256: str, files: tuple[Path, ...]) -> Delivered:
    return Delivered(export.written, export.left_out, len(export.chosen.withheld), sha256, files)


def _write_manifest(export: Export, path: Path, file: str, sha256: str) -> Path:
    with _told(path):
        path.write_bytes(msgspec.json.format(msgspec.json.encode(export.manifest(file, sha256)), indent=2) + b"\n")
    return path


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """A failure to write, told with the file's name."""
    try:
        yield
    except OSError as error:
        raise BadExport(f"{path}: the export cannot be written: {in_words(error)}") from error


@contextmanager
def _whole(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its place only when it is complete."""
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    draft = Path(name)
    try:
        with _told(path):
            with os.fdopen(handle, "wb") as stream:
                yield stream
            draft.chmod(0o644)
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
