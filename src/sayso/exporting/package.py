"""Frictionless data packages: a file beside tables that says what is in them and what each column means."""

import hashlib
from pathlib import Path

import msgspec

from sayso.errors import BadExport
from sayso.exporting.about import About
from sayso.exporting.formats import Format

Json = dict[str, object]
CHUNK = 1 << 20


def resource_of(table: Path, format_: Format, about: About) -> Json:
    """The descriptor of a table that was written; its path in it is relative, so that the two can be moved together."""
    columns = () if format_.columns is None else format_.columns(about)
    kind = format_.package or "csv"
    resource: Json = {
        "name": _name(table.name),
        "path": table.name,
        "title": format_.what,
        "description": about.notes,
        "policy": about.policy,
        "format": kind,
        "mediatype": format_.media,
        "bytes": table.stat().st_size,
        "hash": f"sha256:{digest(table)}",
        "schema": {
            "fields": [{"name": column.name, "type": column.type, "description": column.what} for column in columns],
            "missingValues": [""],
        },
    }
    if kind == "csv":
        resource["encoding"] = "utf-8"
        resource["dialect"] = {"delimiter": ",", "lineTerminator": "\n"}
    return resource


def write_package(table: Path, format_: Format, about: About, *, in_folder: bool = False) -> Path:
    """Write the package of a table; returns its path.

    Beside a file it is called after it ("acled.csv.datapackage.json"). In a folder it is "datapackage.json", and has all tables
    that were exported to that folder. Raises BadExport where such a file is there already and is no package.
    """
    path = table.with_name("datapackage.json") if in_folder else table.with_name(f"{table.name}.datapackage.json")
    resources = [*_others(path, table.name), resource_of(table, format_, about)] if in_folder else None
    package = {
        "name": "sayso" if in_folder else _name(table.name),
        "title": "Claims of a ledger of sayso",
        "description": "Who is reported to have done what, and on whose say-so. Not a list of facts.",
        "created": about.made,
        "version": about.sayso,
        "resources": resources or [resource_of(table, format_, about)],
    }
    path.write_bytes(msgspec.json.format(msgspec.json.encode(package), indent=2) + b"\n")
    return path


def _others(path: Path, table: str) -> list[Json]:
    """The resources of a package that is there already, but for those of the table."""
    if not path.exists():
        return []
    try:
        found = msgspec.json.decode(path.read_bytes(), type=_Package)
    except msgspec.DecodeError as error:
        raise BadExport(f"{path}: there is a file of that name, and it is no data package: {error}") from error
    return [one for one in found.resources if one.get("path") != table]


class _Package(msgspec.Struct):
    """The one field of a package that is kept."""

    resources: list[Json]


def digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _name(file: str) -> str:
    """A name as the standard wants it: lower-case letters, digits and -_. alone."""
    return "".join(one if one.isascii() and (one.isalnum() or one in "-_.") else "-" for one in file.lower())
