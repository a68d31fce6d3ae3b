"""ACLED-like: the 31 columns of ACLED with what sayso reads in them, and sayso's own columns after them.

Of claims, those that happened or go on and fit one of ACLED's types; denials, plans and demands have no place in it.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from sayso.exporting.about import About
from sayso.exporting.codes import CIVILIANS, PROTESTERS, acled_type, disorder_type, inter_code
from sayso.exporting.countries import country
from sayso.exporting.days import acled_precision, stretch
from sayso.exporting.rows import REPORTED, Party, Row, Who, killed_figures
from sayso.exporting.table import Cell, Column, joined, write_csv
from sayso.model import Precision

GEO_PRECISION: Final[dict[Precision, int]] = {
    "exact": 1, "town": 1, "district": 2, "province": 3, "country": 3, "region": 3,
}  # fmt: skip
ATTACKING = frozenset({"Violence against civilians", "Explosions/Remote violence"})


def fits(row: Row) -> bool:
    """Does the row have a place in ACLED's columns?"""
    return row.factuality in REPORTED and acled_type(row) is not None


def _date(row: Row) -> str | None:
    found = stretch(row.when.edtf) if row.when else None
    return None if found is None or acled_precision(found) is None else found.first or found.last


def _year(row: Row) -> int | None:
    day = _date(row)
    return None if day is None else int(day[:4])


def _time_precision(row: Row) -> int | None:
    found = stretch(row.when.edtf) if row.when else None
    return None if found is None else acled_precision(found)


def _event(row: Row) -> str:
    return (acled_type(row) or ("", ""))[0]


def _sub_event(row: Row) -> str:
    return (acled_type(row) or ("", ""))[1]


def _first(party: Party) -> Who | None:
    return party.who[0] if party.who else None


def _name(party: Party) -> str | None:
    who = _first(party)
    return party.label if who is None else who.name


def _associated(party: Party) -> str | None:
    return joined(who.name for who in party.who[1:])


def _inter(party: Party, row: Row) -> int | None:
    who = _first(party)
    return None if who is None else inter_code(who, row)


def _interaction(row: Row) -> int | None:
    """The two inter codes, the smaller first; a sole one is followed by 0."""
    codes = sorted(code for code in (_inter(row.agent, row), _inter(row.patient, row)) if code is not None)
    if not codes:
        return None
    return codes[0] * 10 if len(codes) == 1 else codes[0] * 10 + codes[1]


def _targeting(row: Row) -> str | None:
    hit = _inter(row.patient, row)
    at_civilians = _event(row) in ATTACKING and hit == CIVILIANS
    at_protesters = _sub_event(row) == "Excessive force against protesters" and hit in (PROTESTERS, CIVILIANS)
    return "Civilian targeting" if at_civilians or at_protesters else None


def _event_id(row: Row) -> str:
    where = country(row.where.country if row.where else None)
    return f"{where.alpha3 if where else 'XXX'}-{row.id}"


def _country(row: Row, field: str) -> Cell:
    found = country(row.where.country if row.where else None)
    value: Cell = None if found is None else getattr(found, field)
    return value


def _source(row: Row) -> str | None:
    return row.paper.publisher or row.paper.agency


def _notes(row: Row) -> str | None:
    """A short quotation, or what an aggregated row was boiled down from."""
    if row.merged is None:
        return f"{row.holder}: {row.sentence.text}" if row.sentence and row.sentence.text else row.holder
    merged = row.merged
    return (
        f"{len(merged.claims)} claims of {len(merged.holders)} holders, {merged.origins} independent origins, "
        f"in {len(merged.papers)} documents; policy {merged.policy}"
    )


def _fatalities(row: Row) -> int | None:
    return row.merged.best if row.merged else killed_figures(row.toll.killed)[1]


def _tags(row: Row) -> str | None:
    return joined([f"factuality={row.factuality}", *(f"disputed={one.field}" for one in row.contests)])


def _geo_precision(row: Row) -> int | None:
    if row.where is None or row.where.precision is None:
        return None
    found = GEO_PRECISION[row.where.precision]
    return max(found, 2) if row.where.cell is not None else found


THEIRS: Final[tuple[Column, ...]] = (
    Column("event_id_cnty", "string", "ISO 3166 alpha-3 of the country (XXX where none is told), a hyphen, and the row's id in the ledger", _event_id),
    Column("event_date", "date", "first day of the time told, or the known end of an open one; empty where no time is told or it is longer than a month", _date),
    Column("year", "integer", "year of event_date", _year),
    Column("time_precision", "integer", "1 a day, 2 within a week, 3 within a month or open", _time_precision),
    Column("disorder_type", "string", "Political violence, Demonstrations, Strategic developments, as event_type decides", lambda row: disorder_type(_event(row), _sub_event(row))),
    Column("event_type", "string", "ACLED's type of the codebook's type and mode; where these leave it open, by who acts on whom", _event),
    Column("sub_event_type", "string", "the same", _sub_event),
    Column("actor1", "string", "the first doer: its name in the registry, or in the article", lambda row: _name(row.agent)),
    Column("assoc_actor_1", "string", "the other doers", lambda row: _associated(row.agent)),
    Column("inter1", "integer", "1 state, 2 rebels, 3 political militia, 5 rioters, 6 protesters, 7 civilians, 8 external; 4 is not told apart from 3", lambda row: _inter(row.agent, row)),
    Column("actor2", "string", "the first to whom it is done", lambda row: _name(row.patient)),
    Column("assoc_actor_2", "string", "the others to whom it is done", lambda row: _associated(row.patient)),
    Column("inter2", "integer", "as inter1", lambda row: _inter(row.patient, row)),
    Column("interaction", "integer", "the two inter codes, the smaller first; a sole one is followed by 0", _interaction),
    Column("civilian_targeting", "string", "`Civilian targeting` where civilians or protesters are the ones hit", _targeting),
    Column("iso", "integer", "ISO 3166 numeric code of the country", lambda row: _country(row, "numeric")),
    Column("region", "string", "region of the world in sayso's registry; ACLED's list differs", lambda row: _country(row, "region")),
    Column("country", "string", "name of the country", lambda row: _country(row, "name")),
    Column("admin1", "string", "first-level division", lambda row: row.where.admin1 if row.where else None),
    Column("admin2", "string", "the place itself where it is a district, else empty", lambda row: row.where.name if row.where and row.where.kind == "admin2" else None),
    Column("admin3", "string", "always empty: the gazetteer has no third level", lambda _: None),
    Column("location", "string", "name of the place in the gazetteer", lambda row: row.where.name if row.where else None),
    Column("latitude", "number", "of the place's representative point; ACLED takes the capital of a province, sayso its middle", lambda row: row.where.lat if row.where else None),
    Column("longitude", "number", "the same", lambda row: row.where.lon if row.where else None),
    Column("geo_precision", "integer", "1 a town or exact place, 2 a district or a cell, 3 a province, country or region", _geo_precision),
    Column("source", "string", "the outlet, or the agency of the dateline", _source),
    Column("source_scale", "string", "always empty: how far an outlet reaches is not known", lambda _: None),
    Column("notes", "string", "the holder and the sentence of the trigger, shortened; of an aggregated row, from how many claims it is", _notes),
    Column("fatalities", "integer", "under a policy its choice; of one claim the lower end of its number; empty, and not 0, where no number is told", _fatalities),
    Column("tags", "string", "factuality, and the fields in dispute", _tags),
    Column("timestamp", "integer", "always empty: rows have the ledger's ids instead", lambda _: None),
)  # fmt: skip
OURS: Final[tuple[Column, ...]] = (
    Column("sayso_claims", "string", "ids of the claims", lambda row: joined(row.merged.claims) if row.merged else row.id),
    Column("sayso_incident", "string", "id of the incident", lambda row: row.incident),
    Column("sayso_holder", "string", "who says it", lambda row: joined(row.merged.holders) if row.merged else row.holder),
    Column("sayso_origins", "integer", "number of independent origins", lambda row: row.merged.origins if row.merged else 1),
    Column("sayso_policy", "string", "the aggregation policy; empty where the row is one claim", lambda row: row.merged.policy if row.merged else None),
    Column("sayso_documents", "string", "SHA-256 of the documents' texts", lambda row: joined(row.merged.papers) if row.merged else row.paper.id),
)  # fmt: skip
COLUMNS: Final = THEIRS + OURS


def write_acled(rows: Iterable[Row], about: About, out: BinaryIO) -> None:
    """One line for each row that fits."""
    del about
    write_csv(_fitting(rows), COLUMNS, out)


def _fitting(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in rows if fits(row))
