"""Whereabouts: on which line of a TOML text a key stands, so that an error can name it."""

import re

TABLE = re.compile(r"\s*(\[\[?)\s*([^\]#]+?)\s*\]")
KEY = re.compile(r"""\s*([A-Za-z0-9_-]+|"[^"]*"|'[^']*')\s*=""")

Path = tuple[str | int, ...]


def lines_of(text: str) -> dict[Path, int]:
    """The line (from 1) of every table and key; the n-th table of a list has n in its path: ("types", "X", "words", 0)."""
    found: dict[Path, int] = {}
    at: Path = ()
    counts: dict[Path, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        table = TABLE.match(line)
        if table is not None:
            at = _placed(tuple(part.strip().strip("\"'") for part in table[2].split(".")), counts)
            if table[1] == "[[":
                counts[at] = counts.get(at, -1) + 1
                at = (*at, counts[at])
            found.setdefault(at, number)
            continue
        key = KEY.match(line)
        if key is not None:
            found.setdefault((*at, key[1].strip("\"'")), number)
    return found


def _placed(names: tuple[str, ...], counts: dict[Path, int]) -> Path:
    """The path of a table's name: what stands under a list of tables belongs to its last one."""
    path: Path = ()
    for n, name in enumerate(names):
        path = (*path, name)
        if path in counts and n < len(names) - 1:
            path = (*path, counts[path])
    return path


def line_of(path: Path, lines: dict[Path, int]) -> int:
    """The line of a path, or of the first key below it, or of the nearest table or key around it; 1 for none."""
    while path:
        below = [line for key, line in lines.items() if key[: len(path)] == path]
        if below:
            return min(below)
        path = path[:-1]
    return 1
