"""Frictionless data packages: a file beside a table that says what is in it and what each column means."""

import hashlib
from pathlib import Path

import msgspec

from sayso.exporting.about import About
from sayso.exporting.formats import Format

Json = dict[str, object]
CHUNK = 1 << 20


def package_path(table: Path) -> Path:
    """Where the package of a table stands: in its folder, under the table's name ("claims.datapackage.json")."""
    return table.with_name(f"{table.name.partition('.')[0] or table.name}.datapackage.json")


def package_of(table: Path, format_: Format, about: About) -> Json:
    """The descriptor of a table that was written; its path in it is relative, so that the two can be moved together."""
    columns = () if format_.columns is None else format_.columns(about)
    kind = format_.package or "csv"
    resource: Json = {
        "name": _name(table),
        "path": table.name,
        "title": format_.what,
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
    return {
        "name": _name(table),
        "title": f"sayso: {format_.what}",
        "description": about.notes,
        "created": about.made,
        "version": about.sayso,
        "policy": about.policy,
        "resources": [resource],
    }


def write_package(table: Path, format_: Format, about: About) -> Path:
    """Write the package beside its table; returns its path."""
    path = package_path(table)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(package_of(table, format_, about)), indent=2) + b"\n")
    return path


def digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _name(table: Path) -> str:
    """A name as the standard wants it: lower-case letters, digits and -_. alone."""
    stem = table.name.partition(".")[0].lower()
    return "".join(one if one.isascii() and (one.isalnum() or one in "-_") else "-" for one in stem) or "table"
