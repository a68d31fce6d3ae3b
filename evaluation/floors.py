"""floors.json: for each figure, where it is measured, the floor that it may not fall below and the target it is to reach."""

from pathlib import Path

import msgspec
from msgspec import Struct

FILE = Path(__file__).with_name("floors.json")


class Floor(Struct, frozen=True, kw_only=True):
    """One figure of the gate.

    gold: the gold file, from the gold folder; digest: its SHA-256, in hex.
    scorer, options: the script that scores it, and its options; path: where in the scorer's JSON the figure stands.
    floor: the gate fails below; target: what the figure is to reach.
    """

    gold: str
    digest: str
    scorer: str
    path: tuple[str, ...]
    floor: float
    target: float
    options: tuple[str, ...] = ()


def load_floors() -> dict[str, Floor]:
    """All figures by name."""
    return msgspec.json.decode(FILE.read_bytes(), type=dict[str, Floor])


def save_floors(floors: dict[str, Floor]) -> None:
    """Write the file, laid out for reading."""
    FILE.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=2) + b"\n")
