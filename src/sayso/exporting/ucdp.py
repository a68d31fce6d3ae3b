"""UCDP-GED-like: the 49 columns of UCDP's georeferenced event data with what sayso reads in them, and sayso's own after them.

Of claims, attacks that happened or go on and in which somebody is said to have been killed.
"""

from collections.abc import Iterable
from typing import BinaryIO, Final

from sayso.exporting.about import About
from sayso.exporting.acled import OURS
from sayso.exporting.codes import side, type_of_violence
from sayso.exporting.countries import country
from sayso.exporting.days import Stretch, stretch, ucdp_precision
from sayso.exporting.rows import REPORTED, Party, Row, Where, killed_figures
from sayso.exporting.table import Cell, Column, names, write_csv
from sayso.model import Precision

WHERE_PRECISION: Final[dict[Precision, int]] = {
    "exact": 1, "town": 1, "district": 3, "province": 4, "region": 5, "country": 6,
}  # fmt: skip
ON_WATER = 7
NEAR = 2
PRIO_CELL = 0.5
PRIO_COLUMNS = 720
CLEAR, SUMMARY = 1, 2


def fits(row: Row) -> bool:
    """Is the row an attack that is said to have killed somebody?"""
    if row.type != "ASSAULT" or row.factuality not in REPORTED:
        return False
    low, best, high = _figures(row)
    return any(number for number in (low, best, high))


def _figures(row: Row) -> tuple[int | None, int | None, int | None]:
    if row.merged is not None:
        return row.merged.low, row.merged.best, row.merged.high
    return killed_figures(row.toll.killed)


def _days(row: Row) -> Stretch | None:
    return stretch(row.when.edtf) if row.when else None


def _day(row: Row, end: str) -> str | None:
    found = _days(row)
    return None if found is None else (found.first if end == "first" else found.last)


def _year(row: Row) -> int | None:
    day = _day(row, "first") or _day(row, "last")
    return None if day is None else int(day[:4])


def _date_precision(row: Row) -> int | None:
    found = _days(row)
    return None if found is None else ucdp_precision(found)


def where_precision(where: Where | None) -> int | None:
    """UCDP's precision of a place, 1 to 7; None where no place is told or the gazetteer has none."""
    if where is None or where.precision is None:
        return None
    if where.kind == "water" and where.country is None:
        return ON_WATER
    found = WHERE_PRECISION[where.precision]
    return NEAR if where.cell is not None and found < NEAR else found


def _side_names(party: Party) -> str | None:
    return names(party) or party.label


def _dyad(row: Row) -> str | None:
    one, other = _side_names(row.agent), _side_names(row.patient)
    return f"{one} - {other}" if one and other else None


def _point(row: Row) -> str | None:
    where = row.where
    return None if where is None or where.lat is None or where.lon is None else f"POINT ({where.lon} {where.lat})"


def prio_grid(lat: float, lon: float) -> int:
    """The number of the PRIO-GRID cell of a point: half a degree wide, counted from the south-west corner, row by row."""
    row = min(int((lat + 90) / PRIO_CELL), 359)
    column = min(int((lon + 180) / PRIO_CELL), PRIO_COLUMNS - 1)
    return row * PRIO_COLUMNS + column + 1


def _grid(row: Row) -> int | None:
    where = row.where
    return None if where is None or where.lat is None or where.lon is None else prio_grid(where.lat, where.lon)


def _deaths(row: Row, of: str) -> int | None:
    """The dead of one kind: all of them where the toll or the party says what they were, else unknown."""
    best = _figures(row)[1]
    kind = "civilians" if (row.toll.of or "").casefold().startswith("civilian") else "unknown"
    if kind == "unknown" and side(row.patient) == "unarmed":
        kind = "civilians"
    return best if of == kind else None


def _country(row: Row) -> str | None:
    found = country(row.where.country if row.where else None)
    return None if found is None else found.name


def _region(row: Row) -> str | None:
    found = country(row.where.country if row.where else None)
    return None if found is None else found.region


def _nothing(_: Row) -> Cell:
    return None


def _article(row: Row) -> str | None:
    parts = (row.paper.publisher, row.paper.published.edtf, row.paper.title)
    return ", ".join(part for part in parts if part) or None


def _clarity(row: Row) -> int:
    precise = (_date_precision(row) or SUMMARY + 1) <= SUMMARY
    return CLEAR if precise and row.where is not None else SUMMARY


NO_NUMBER = "always empty: UCDP's own number, which the articles do not tell"

THEIRS: Final[tuple[Column, ...]] = (
    Column("id", "string", "id of the row in the ledger; UCDP has numbers", lambda row: row.id),
    Column("relid", "string", "id of the incident", lambda row: row.incident),
    Column("year", "integer", "year of the first day told", _year),
    Column("active_year", "boolean", NO_NUMBER, _nothing),
    Column("code_status", "string", "always `Read by machine`", lambda _: "Read by machine"),
    Column("type_of_violence", "integer", "1 state-based, 2 non-state, 3 one-sided, by what the two sides are; empty where that is not known", type_of_violence),
    Column("conflict_dset_id", "string", NO_NUMBER, _nothing),
    Column("conflict_new_id", "integer", NO_NUMBER, _nothing),
    Column("conflict_name", "string", "always empty: claims are not assigned to conflicts", _nothing),
    Column("dyad_dset_id", "string", NO_NUMBER, _nothing),
    Column("dyad_new_id", "integer", NO_NUMBER, _nothing),
    Column("dyad_name", "string", "the two sides, joined by a hyphen", _dyad),
    Column("side_a_dset_id", "string", NO_NUMBER, _nothing),
    Column("side_a_new_id", "integer", NO_NUMBER, _nothing),
    Column("side_a", "string", "who did it", lambda row: _side_names(row.agent)),
    Column("side_b_dset_id", "string", NO_NUMBER, _nothing),
    Column("side_b_new_id", "integer", NO_NUMBER, _nothing),
    Column("side_b", "string", "to whom", lambda row: _side_names(row.patient)),
    Column("number_of_sources", "integer", "under a policy, the number of independent origins; of one claim 1", lambda row: row.merged.origins if row.merged else 1),
    Column("source_article", "string", "outlet, day and headline", _article),
    Column("source_office", "string", "outlet", lambda row: row.paper.publisher),
    Column("source_date", "string", "day of publication, EDTF", lambda row: row.paper.published.edtf),
    Column("source_headline", "string", "headline", lambda row: row.paper.title),
    Column("source_original", "string", "the informant: our holder, or all of them under a policy", lambda row: "; ".join(row.merged.holders) if row.merged else row.holder),
    Column("where_prec", "integer", "1 exact or a town, 2 a cell of coarsened places, 3 district, 4 province, 5 region or landscape, 6 country, 7 waters of no country", lambda row: where_precision(row.where)),
    Column("where_coordinates", "string", "name of the place in the gazetteer", lambda row: row.where.name if row.where else None),
    Column("where_description", "string", "the words of the place in the text", lambda row: row.where.words.text if row.where and row.where.words else None),
    Column("adm_1", "string", "first-level division", lambda row: row.where.admin1 if row.where else None),
    Column("adm_2", "string", "the place itself where it is a district, else empty", lambda row: row.where.name if row.where and row.where.kind == "admin2" else None),
    Column("latitude", "number", "of the place's representative point", lambda row: row.where.lat if row.where else None),
    Column("longitude", "number", "the same", lambda row: row.where.lon if row.where else None),
    Column("geom_wkt", "string", "the point as well-known text", _point),
    Column("priogrid_gid", "integer", "number of the PRIO-GRID cell of the point", _grid),
    Column("country", "string", "name of the country", _country),
    Column("country_id", "integer", NO_NUMBER, _nothing),
    Column("region", "string", "region of the world in sayso's registry; UCDP has five", _region),
    Column("event_clarity", "integer", "1 where the time is a day or a few and the place is told, 2 where either is wider", _clarity),
    Column("date_prec", "integer", "1 a day, 2 two to six days, 3 a week, 4 a month or less, 5 longer or open", _date_precision),
    Column("date_start", "date", "first day told; empty where it is open", lambda row: _day(row, "first")),
    Column("date_end", "date", "last day told; empty where it is open", lambda row: _day(row, "last")),
    Column("deaths_a", "integer", "always empty: the toll is not told by side", _nothing),
    Column("deaths_b", "integer", "always empty: the same", _nothing),
    Column("deaths_civilians", "integer", "the best number where those killed are said to be civilians, or those hit are unarmed", lambda row: _deaths(row, "civilians")),
    Column("deaths_unknown", "integer", "the best number where it is not told who they were", lambda row: _deaths(row, "unknown")),
    Column("best", "integer", "under a policy its choice; of one claim the lower end of its number, or the upper where there is no lower", lambda row: _figures(row)[1]),
    Column("high", "integer", "the highest number that anyone gives; of `at least five` there is none", lambda row: _figures(row)[2]),
    Column("low", "integer", "the lowest number that anyone gives; of `up to five` there is none", lambda row: _figures(row)[0]),
    Column("gwnoa", "integer", NO_NUMBER, _nothing),
    Column("gwnob", "integer", NO_NUMBER, _nothing),
)  # fmt: skip
COLUMNS: Final = THEIRS + OURS


def write_ucdp(rows: Iterable[Row], about: About, out: BinaryIO) -> None:
    """One line for each row that fits."""
    del about
    write_csv((row for row in rows if fits(row)), COLUMNS, out)
