"""eventreport: the columns that the R package `eventreport` aggregates and diagnoses, at the level of the report.

One row is one report of an event: here, one claim. What is not reported as happened has no place in it.
"""

from collections.abc import Iterable
from typing import BinaryIO, Final

from sayso.exporting.about import About
from sayso.exporting.countries import country
from sayso.exporting.days import Stretch, stretch
from sayso.exporting.rows import REPORTED, Row, killed_figures
from sayso.exporting.table import Column, joined, write_csv
from sayso.exporting.ucdp import where_precision


def fits(row: Row) -> bool:
    """Does somebody report that it happened or goes on?"""
    return row.factuality in REPORTED and row.merged is None


def _days(row: Row) -> Stretch:
    found = None if row.when is None else stretch(row.when.edtf)
    return found or Stretch(None, None, None)


def _source_type(row: Row) -> str:
    return "news agency" if row.paper.agency else "news outlet"


COLUMNS: Final[tuple[Column, ...]] = (
    Column("id", "string", "id of the report: the claim's", lambda row: row.id),
    Column("event_id", "string", "id of the event: the incident's, or the claim's own where it stands alone", lambda row: row.incident or row.id),
    Column("date_start", "date", "first day told; empty where it is open", lambda row: _days(row).first),
    Column("date_end", "date", "last day told; empty where it is open", lambda row: _days(row).last),
    Column("geo_precision", "integer", "1 exact or a town, 2 a cell of coarsened places, 3 district, 4 province, 5 region, 6 country, 7 waters of no country; lower is more precise", lambda row: where_precision(row.where)),
    Column("actor1", "string", "who did it", lambda row: row.agent.label),
    Column("actor2", "string", "to whom", lambda row: row.patient.label),
    Column("deaths_low", "integer", "lower end of the number killed", lambda row: killed_figures(row.toll.killed)[0]),
    Column("deaths_best", "integer", "the lower end, or the upper where there is no lower", lambda row: killed_figures(row.toll.killed)[1]),
    Column("deaths_high", "integer", "upper end; of `at least five` there is none", lambda row: killed_figures(row.toll.killed)[2]),
    Column("source", "string", "the outlet, or the document's name", lambda row: row.paper.publisher or row.paper.name),
    Column("source_author", "string", "agency of the dateline", lambda row: row.paper.agency),
    Column("source_type", "string", "news agency where the dateline names one, else news outlet", _source_type),
    Column("source_date", "string", "day of publication, EDTF", lambda row: row.paper.published.edtf),
    Column("claimant", "string", "who says it; `the article` for its own voice", lambda row: row.holder),
    Column("claimant_id", "string", "id of who says it", lambda row: row.holder_id),
    Column("claimant_kind", "string", "what who says it is", lambda row: row.voices[-1].who.kind if row.voices and row.voices[-1].who else None),
    Column("claimant_speech", "string", "direct, indirect or mixed", lambda row: row.voices[-1].kind if row.voices else None),
    Column("origin", "string", "reports of one origin are not independent", lambda row: row.origin),
    Column("event_type", "string", "type of the codebook", lambda row: row.type),
    Column("event_mode", "string", "mode of the type", lambda row: row.mode),
    Column("factuality", "string", "happened or ongoing", lambda row: row.factuality),
    Column("country", "string", "name of the country", lambda row: found.name if (found := country(row.where.country if row.where else None)) else None),
    Column("admin1", "string", "first-level division", lambda row: row.where.admin1 if row.where else None),
    Column("location", "string", "name of the place in the gazetteer", lambda row: row.where.name if row.where else None),
    Column("latitude", "number", "of the place's representative point", lambda row: row.where.lat if row.where else None),
    Column("longitude", "number", "the same", lambda row: row.where.lon if row.where else None),
    Column("disputed", "string", "fields on which the claim stands in a dispute", lambda row: joined(one.field for one in row.contests)),
    Column("confidence", "number", "0 to 1", lambda row: row.confidence),
    Column("document", "string", "SHA-256 of the document's text", lambda row: row.paper.id),
)  # fmt: skip


def write_eventreport(rows: Iterable[Row], about: About, out: BinaryIO) -> None:
    """One line for each claim that reports an event."""
    del about
    write_csv((row for row in rows if fits(row)), COLUMNS, out)
