"""A user's own map: one PMTiles file, given out as it is."""

from pathlib import Path
from typing import Final

from sayso.errors import SaysoError, in_words

MAGIC: Final = b"PMTiles"
VERSION: Final = 3


class BadMaps(SaysoError):
    """The file that was given as a map is none."""


def check_maps(path: Path) -> None:
    """Raises BadMaps where a file is not there, cannot be read, or is no PMTiles file of version 3."""
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC) + 1)
    except OSError as error:
        raise BadMaps(f"{path}: {in_words(error)}; --maps names a PMTiles file") from error
    if head[: len(MAGIC)] != MAGIC:
        raise BadMaps(f"{path}: this is no PMTiles file; `pmtiles convert` makes one of an MBTiles file")
    if head[len(MAGIC) :] != bytes([VERSION]):
        raise BadMaps(f"{path}: PMTiles of another version than {VERSION}; `pmtiles convert` makes it anew")
