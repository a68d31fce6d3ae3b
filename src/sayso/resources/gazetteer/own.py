"""Our own tables of what the packages lack: regions, waters, mountains, towns, points, demonyms and other names.

Tab-separated, `#` starts a comment line, the first other line names the columns.
"""

from collections.abc import Iterator
from importlib.resources import files

from sayso.errors import BadResource, MissingResource
from sayso.resources.gazetteer.packages import with_derived
from sayso.resources.gazetteer.rows import KINDS, PRECISIONS, Match, Row

# From this weight on all names that a row gives count as its main ones.
WELL_KNOWN = 60
TABLES = ("regions.tsv", "towns.tsv", "points.tsv", "demonyms.tsv", "aliases.tsv")


def table(name: str, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """(where, {column: cell}) of each line; raises BadResource naming file and line of a malformed one."""
    file = files("sayso.resources.gazetteer").joinpath(name)
    if not file.is_file():
        raise MissingResource(f"gazetteer/{name}", "is not installed with sayso; install it again")
    header: list[str] | None = None
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        where = f"gazetteer/{name}, line {number}"
        if header is None:
            header = cells
            if tuple(header) != columns:
                raise BadResource(where, f"the columns are {header}, not {list(columns)}")
            continue
        if len(cells) > len(header):
            raise BadResource(where, f"{len(cells)} cells for {len(header)} columns")
        yield where, dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def coordinate(where: str, cell: str, limit: float) -> float | None:
    """Degrees, or None for an empty cell; raises BadResource."""
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError as error:
        raise BadResource(where, f"{cell!r} is no number of degrees") from error
    if not -limit <= value <= limit:
        raise BadResource(where, f"{cell} degrees is out of range")
    return value


def places(name: str) -> Iterator[Row]:
    """The rows of regions.tsv or towns.tsv."""
    columns = ("name", "aliases", "kind", "precision", "lat", "lon", "country", "weight")
    for where, cells in table(name, columns):
        kind = next((kind for kind in KINDS if kind == cells["kind"]), None)
        precision = next((one for one in PRECISIONS if one == cells["precision"]), None)
        if kind is None or (cells["precision"] and precision is None):
            raise BadResource(where, f"no kind {cells['kind']!r} or no precision {cells['precision']!r}")
        lat, lon = coordinate(where, cells["lat"], 90), coordinate(where, cells["lon"], 180)
        if (lat is None) != (lon is None):
            raise BadResource(where, "lat and lon must both be given or both be empty")
        weight = cells["weight"] or "20"
        if not weight.isdigit():
            raise BadResource(where, f"weight {weight!r} is no whole number")
        names = [(cells["name"], Match.MAIN)]
        # "Atlantic" alone is the ocean's name as much as "Atlantic Ocean" is.
        other = Match.MAIN if int(weight) >= WELL_KNOWN else Match.ALIAS
        names += [(alias, other) for alias in cells["aliases"].split("|") if alias]
        yield Row(
            name=cells["name"], kind=kind, precision=precision, names=with_derived(names), lat=lat, lon=lon,
            country=cells["country"], fame=int(weight),
        )  # fmt: skip


def points() -> dict[str, tuple[float, float]]:
    """{ISO 3166 code of a country ("CN") or first-level division ("US-TX"): our point}."""
    found = {}
    for where, cells in table("points.tsv", ("code", "lat", "lon")):
        lat, lon = coordinate(where, cells["lat"], 90), coordinate(where, cells["lon"], 180)
        if lat is None or lon is None:
            raise BadResource(where, "a point needs lat and lon")
        found[cells["code"]] = (lat, lon)
    return found


def more_names() -> dict[str, list[tuple[str, Match]]]:
    """{code of a country or division, or "G:" and a geonameid: names that the packages lack}."""
    found: dict[str, list[tuple[str, Match]]] = {}
    for file, match in (("demonyms.tsv", Match.DEMONYM), ("aliases.tsv", Match.MAIN)):
        for where, cells in table(file, ("code", "names")):
            if not cells["names"]:
                raise BadResource(where, "no names")
            found.setdefault(cells["code"], []).extend((name, match) for name in cells["names"].split("|"))
    return found
