"""Object stores: what an address such as s3://press/2024 holds, and what messages call it.

pyarrow reads and writes them. An address may tell the store's own server and region
(`s3://press/2024?endpoint_override=http%3A%2F%2Fminio%3A9000`); which keys open it is told by the environment.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import quote, unquote, urlsplit

from sayso.errors import UnreadableSource, in_words


def is_stored(source: str) -> bool:
    """Whether a source is an address, of an object store or of a file ("file:///news")."""
    return "://" in source


def store_of(address: str) -> tuple[Any, str]:
    """The store of an address (a pyarrow FileSystem), and the path in it; raises OSError, ValueError."""
    from pyarrow import fs  # noqa: PLC0415  # takes half a second to load

    store, path = fs.FileSystem.from_uri(address)
    return store, str(path)


def name_of(address: str) -> str:
    """What messages, rows and keys call what stands at an address: neither its server nor who opens it is part of it.

    Of Azure ("abfs://container@account...") what stands before the @ is part of the place.
    """
    parts = urlsplit(address)
    user, _, host = parts.netloc.rpartition("@")
    container = f"{user.partition(':')[0]}@" if user and parts.scheme.startswith("abfs") else ""
    return f"{parts.scheme}://{container}{host}{unquote(parts.path)}"


def files_under(address: str) -> Iterator[str]:
    """The addresses of all files at or below an address; raises UnreadableSource where there is none."""
    from pyarrow import fs  # noqa: PLC0415  # takes half a second to load

    named = name_of(address)
    try:
        store, path = store_of(address)
        one = store.get_file_info(path)
        if one.type == fs.FileType.NotFound:
            raise UnreadableSource(named, "there is no such file or folder")
        found = [one] if one.type == fs.FileType.File else store.get_file_info(fs.FileSelector(path, recursive=True))
    except (OSError, ValueError) as error:
        raise UnreadableSource(named, f"it cannot be opened ({in_words(error)})") from error
    parts = urlsplit(address)
    for info in sorted(found, key=lambda info: str(info.path)):
        if info.type == fs.FileType.File and not info.base_name.startswith("."):
            below = str(info.path).removeprefix(path).lstrip("/")
            whole = f"{parts.path.rstrip('/')}/{quote(below)}" if below else parts.path
            yield parts._replace(path=whole).geturl()


def open_stored(address: str) -> BinaryIO:
    """The bytes at an address, as they stand there; raises OSError, ValueError."""
    store, path = store_of(address)
    stream: BinaryIO = store.open_input_stream(path, compression=None)
    return stream
