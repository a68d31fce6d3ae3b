"""Small PMTiles files (version 3, nothing packed) of pictures or of shapes, as a user's own map may be."""

import json
import struct
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

Point = tuple[int, int]
PNG: Final = 2
SHAPES: Final = 1
EXTENT: Final = 4_096
FIRST_OF_DEPTH_1: Final = 1
HILBERT: Final = ((0, 0), (0, 1), (1, 1), (1, 0))
"""Columns and rows of the four tiles of depth 1, in the order of their ids."""


def pictures(path: Path, colours: Mapping[Point, tuple[int, int, int]], credit: str = "") -> Path:
    """Write a file of four pictures of one colour each: depth 1, by column and row."""
    tiles = [(FIRST_OF_DEPTH_1 + number, _png(colours[at])) for number, at in enumerate(HILBERT)]
    return _written(path, tiles, PNG, (1, 1), {"attribution": credit})


def shapes(path: Path, layers: Mapping[str, Iterable[list[Point]]]) -> Path:
    """Write a file of one tile, the whole world: areas by layer, each a ring of points clockwise, in 4,096ths of the world."""
    tile = b"".join(_field(3, _layer(name, rings)) for name, rings in layers.items())
    return _written(path, [(0, tile)], SHAPES, (0, 0), {"vector_layers": [{"id": name} for name in layers]})


def _written(
    path: Path, tiles: list[tuple[int, bytes]], kind: int, depths: tuple[int, int], told: Mapping[str, object]
) -> Path:
    directory = _directory(tiles)
    metadata = json.dumps(told).encode()
    data = b"".join(tile for _, tile in tiles)
    at = 127
    sections = []
    for part in (directory, metadata, b"", data):
        sections += [at, len(part)]
        at += len(part)
    head = struct.pack("<7sB8Q3Q", b"PMTiles", 3, *sections, len(tiles), len(tiles), len(tiles))
    # clustered; directories and tiles are not packed; then kind, depths, corners and middle in ten-millionths of a degree
    rest = struct.pack(
        "<6B4iB2i", 1, 1, 1, kind, *depths, -1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000, 0, 0, 0
    )
    path.write_bytes(head + rest + directory + metadata + data)
    return path


def _directory(tiles: list[tuple[int, bytes]]) -> bytes:
    ids = [id_ for id_, _ in tiles]
    steps = [after - before for before, after in zip([0, *ids], ids, strict=False)]
    sizes = [len(tile) for _, tile in tiles]
    # offsets: the first at 0 (written plus one), each other right after the one before
    numbers = [len(tiles), *steps, *([1] * len(tiles)), *sizes, 1, *([0] * (len(tiles) - 1))]
    return b"".join(_varint(one) for one in numbers)


def _png(colour: tuple[int, int, int], side: int = 16) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes(colour) * side) * side
    head = struct.pack(">2I5B", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _layer(name: str, rings: Iterable[list[Point]]) -> bytes:
    features = b"".join(
        _field(2, _number(3, 3) + _field(4, b"".join(_varint(one) for one in _ring(ring)))) for ring in rings
    )
    return _number(15, 2) + _field(1, name.encode()) + features + _number(5, EXTENT)


def _ring(ring: list[Point]) -> Iterable[int]:
    """Commands of a ring: move to its first point, lines to the others, close."""
    moves = []
    at = (0, 0)
    for x, y in ring:
        moves.append([_zigzag(x - at[0]), _zigzag(y - at[1])])
        at = (x, y)
    lines = len(ring) - 1
    return [1 | 1 << 3, *moves[0], 2 | lines << 3, *(one for move in moves[1:] for one in move), 7 | 1 << 3]


def _zigzag(number: int) -> int:
    return number << 1 if number >= 0 else (-number << 1) - 1


def _varint(number: int) -> bytes:
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])


def _field(number: int, data: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)
