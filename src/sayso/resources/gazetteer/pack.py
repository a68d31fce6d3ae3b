"""The compiled gazetteer's file: flat arrays behind a short header, read through a memory map.

Layout: 8 bytes of magic, 4 bytes length of the header, the header (JSON: each section's type, offset, length in bytes),
then the sections, each aligned to 8 bytes. All numbers are little-endian; on big-endian machines they are swapped when
the file is opened.
"""

import mmap
import sys
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from sayso.errors import BadResource

Format = Literal["B", "H", "i", "I", "Q"]
FORMATS: tuple[Format, ...] = ("B", "H", "i", "I", "Q")
MAGIC = b"SAYSOGAZ"
ALIGN = 8


def write(path: Path, numbers: Mapping[str, "array[int]"], texts: Mapping[str, bytes]) -> None:
    """Write the sections to a file that must not be in use."""
    sections: dict[str, tuple[str, bytes]] = {name: ("b", words) for name, words in texts.items()}
    for name, values in numbers.items():
        ordered = values
        if sys.byteorder == "big":
            ordered = array(values.typecode, values)
            ordered.byteswap()
        sections[name] = (values.typecode, ordered.tobytes())
    header: dict[str, tuple[str, int, int]] = {}
    offset = 0
    for name, (code, data) in sections.items():
        header[name] = (code, offset, len(data))
        offset += -(-len(data) // ALIGN) * ALIGN
    encoded = msgspec.json.encode(header)
    encoded += b" " * (-(len(MAGIC) + 4 + len(encoded)) % ALIGN)
    with path.open("wb") as file:
        file.write(MAGIC + len(encoded).to_bytes(4, "little") + encoded)
        for _, data in sections.values():
            file.write(data + b"\0" * (-len(data) % ALIGN))


class Pack:
    """The sections of an opened file. Numbers are indexable without being read as a whole."""

    def __init__(self, numbers: dict[str, memoryview], texts: dict[str, memoryview]) -> None:
        self.numbers = numbers
        self.texts = texts

    @classmethod
    def open(cls, path: Path) -> "Pack":
        """Map the file into memory. Raises BadResource where it is cut short or no such file."""
        try:
            with path.open("rb") as file:
                mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            if bytes(mapped[: len(MAGIC)]) != MAGIC:
                raise BadResource(str(path), "is no compiled gazetteer; delete it, and it is made again")
            start = len(MAGIC) + 4
            length = int.from_bytes(mapped[len(MAGIC) : start], "little")
            header = msgspec.json.decode(mapped[start : start + length], type=dict[str, tuple[str, int, int]])
            return cls(*_sections(mapped[start + length :], header))
        except (OSError, ValueError, msgspec.DecodeError, TypeError) as error:
            raise BadResource(str(path), f"cannot be read ({error}); delete it, and it is made again") from error


def _sections(
    body: memoryview, header: dict[str, tuple[str, int, int]]
) -> tuple[dict[str, memoryview], dict[str, memoryview]]:
    numbers: dict[str, memoryview] = {}
    texts: dict[str, memoryview] = {}
    for name, (code, offset, length) in header.items():
        part = body[offset : offset + length]
        if len(part) != length:
            raise ValueError(f"section {name} is cut short")
        if code == "b":
            texts[name] = part
        elif sys.byteorder == "big":
            swapped = array(code, part.tobytes())
            swapped.byteswap()
            numbers[name] = memoryview(swapped)
        else:
            numbers[name] = part.cast(_format(code))
    return numbers, texts


def _format(code: str) -> Format:
    for known in FORMATS:
        if code == known:
            return known
    raise ValueError(f"unknown type {code!r}")
