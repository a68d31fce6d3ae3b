"""CSV and Parquet: one row a claim (or, under a policy, an incident), every field of it in a column of its own."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from typing import Any, BinaryIO, Final

from sayso.exporting.about import About
from sayso.exporting.codes import plover_type
from sayso.exporting.days import Stretch, stretch
from sayso.exporting.rows import Row
from sayso.exporting.table import Cell, Column, high, ids, joined, low, members, names, words, write_csv

BATCH = 10_000


def _days(row: Row) -> Stretch:
    found = None if row.when is None else stretch(row.when.edtf)
    return found or Stretch(None, None, None)


def _policy(row: Row) -> str | None:
    return None if row.merged is None else row.merged.policy


COLUMNS: Final[tuple[Column, ...]] = (
    Column("claim", "string", "id of the claim; of an aggregated row, the incident's id and the policy", lambda row: row.id),
    Column("incident", "string", "id of the incident that the claim is about; it lasts", lambda row: row.incident),
    Column("policy", "string", "the aggregation policy; empty where the row is one claim", _policy),
    Column("holder", "string", "who says it: the chain of speakers in their words, outermost first; `the article` for its own voice", lambda row: row.holder if row.merged is None else joined(row.merged.holders)),
    Column("holder_id", "string", "id of the innermost speaker, where it is known who that is", lambda row: row.holder_id),
    Column("holder_name", "string", "name of the innermost speaker", lambda row: row.voices[-1].who.name if row.voices and row.voices[-1].who else None),
    Column("holder_kind", "string", "what the innermost speaker is: state, person, armed_group, ...", lambda row: row.voices[-1].who.kind if row.voices and row.voices[-1].who else None),
    Column("speech", "string", "direct, indirect or mixed; empty for the article's own voice", lambda row: row.voices[-1].kind if row.voices else None),
    Column("cue", "string", "the words that attribute: said, denied, according to", lambda row: joined(cue.text for cue in row.voices[-1].cue) if row.voices else None),
    Column("cue_class", "string", "the class of the cue: says, claims, denies, orders, ...", lambda row: row.voices[-1].cue_class if row.voices else None),
    Column("said_on", "string", "day of speech, EDTF", lambda row: row.voices[-1].said if row.voices else None),
    Column("factuality", "string", "how its holder presents it: happened, ongoing, denied, planned, possible, demanded, hypothetical", lambda row: row.factuality),
    Column("type", "string", "event type of the codebook", lambda row: row.type),
    Column("mode", "string", "mode of the type", lambda row: row.mode),
    Column("context", "string", "PLOVER contexts", lambda row: joined(row.context)),
    Column("plover", "string", "event type by PLOVER's manual", lambda row: plover_type(row.type, row.mode)),
    Column("cameo", "string", "CAMEO code, as far as type and mode decide it", lambda row: row.codes.cameo),
    Column("acled", "string", "ACLED event and sub-event type that type and mode fit", lambda row: row.codes.acled),
    Column("ucdp", "string", "UCDP type of violence that type and mode fit", lambda row: row.codes.ucdp),
    Column("agent", "string", "names of who did it", lambda row: names(row.agent)),
    Column("agent_id", "string", "ids of who did it: ISO 3166 alpha-3 of a state, the registry's id, or one of the document", lambda row: ids(row.agent)),
    Column("agent_kind", "string", "what who did it is", lambda row: joined(one.kind for one in row.agent.who)),
    Column("agent_members", "string", "ids of the members of a coalition that did it, as far as the article tells them", lambda row: members(row.agent)),
    Column("agent_words", "string", "the words that name who did it", lambda row: words(row.agent)),
    Column("patient", "string", "names of to whom", lambda row: names(row.patient)),
    Column("patient_id", "string", "ids of to whom", lambda row: ids(row.patient)),
    Column("patient_kind", "string", "what to whom is", lambda row: joined(one.kind for one in row.patient.who)),
    Column("patient_members", "string", "ids of the members of a coalition to whom it is done", lambda row: members(row.patient)),
    Column("patient_words", "string", "the words that name to whom or to what", lambda row: words(row.patient)),
    Column("instrument_words", "string", "the words that name the means", lambda row: words(row.instrument)),
    Column("time", "string", "when, as an EDTF date, interval or set", lambda row: row.when.edtf if row.when else None),
    Column("time_start", "date", "first day of that time; empty where it is open", lambda row: _days(row).first),
    Column("time_end", "date", "last day of that time; empty where it is open", lambda row: _days(row).last),
    Column("time_words", "string", "the words of the time; empty where it is carried over", lambda row: row.when.words.text if row.when and row.when.words else None),
    Column("place", "string", "where: its name in the gazetteer", lambda row: row.where.name if row.where else None),
    Column("place_words", "string", "the words of the place; empty where it is carried over", lambda row: row.where.words.text if row.where and row.where.words else None),
    Column("place_precision", "string", "exact, town, district, province, country or region", lambda row: row.where.precision if row.where else None),
    Column("geonameid", "integer", "GeoNames id", lambda row: row.where.geonameid if row.where else None),
    Column("latitude", "number", "WGS 84 degrees of the place's representative point, or of the middle of its cell", lambda row: row.where.lat if row.where else None),
    Column("longitude", "number", "WGS 84 degrees", lambda row: row.where.lon if row.where else None),
    Column("cell_degrees", "number", "side of the cell that the point is the middle of, where places were made coarser", lambda row: row.where.cell if row.where else None),
    Column("country", "string", "ISO 3166 alpha-2", lambda row: row.where.country if row.where else None),
    Column("admin1", "string", "first-level division", lambda row: row.where.admin1 if row.where else None),
    Column("other_places", "string", "further places that the claim names", lambda row: joined(one.name for one in row.others)),
    Column("killed_low", "integer", "at least so many killed; under a policy, the lowest number that anyone gives", lambda row: row.merged.low if row.merged else low(row.toll.killed)),
    Column("killed_best", "integer", "the policy's choice; empty where the row is one claim", lambda row: row.merged.best if row.merged else None),
    Column("killed_high", "integer", "at most so many killed; under a policy, the highest number that anyone gives", lambda row: row.merged.high if row.merged else high(row.toll.killed)),
    Column("injured_low", "integer", "at least so many injured", lambda row: low(row.toll.injured)),
    Column("injured_high", "integer", "at most so many injured", lambda row: high(row.toll.injured)),
    Column("detained_low", "integer", "at least so many detained", lambda row: low(row.toll.detained)),
    Column("detained_high", "integer", "at most so many detained", lambda row: high(row.toll.detained)),
    Column("displaced_low", "integer", "at least so many displaced", lambda row: low(row.toll.displaced)),
    Column("displaced_high", "integer", "at most so many displaced", lambda row: high(row.toll.displaced)),
    Column("toll_of", "string", "of whom: civilians, children, fighters", lambda row: row.toll.of),
    Column("disputes", "string", "disputes that the claim stands in: field, how, and the other claim", lambda row: joined(f"{one.field} {one.how} {one.other}" for one in row.contests)),
    Column("inferred", "string", "fields that were not read from the claim's own words", lambda row: joined(row.inferred)),
    Column("confidence", "number", "0 to 1; of an aggregated row, the least of its claims", lambda row: row.confidence),
    Column("origin", "string", "what makes claims one source: those of one origin are not independent", lambda row: row.origin if row.merged is None else None),
    Column("origins", "integer", "under a policy, how many independent origins", lambda row: row.merged.origins if row.merged else None),
    Column("claims", "string", "under a policy, the claims that went into it", lambda row: joined(row.merged.claims) if row.merged else None),
    Column("trigger", "string", "the words that name the event", lambda row: row.trigger.text if row.trigger else None),
    Column("trigger_start", "integer", "index of the first character of the trigger in the document's text", lambda row: row.trigger.span.start if row.trigger else None),
    Column("trigger_end", "integer", "index after its last", lambda row: row.trigger.span.end if row.trigger else None),
    Column("quotation", "string", "the sentence of the trigger, shortened", lambda row: row.sentence.text if row.sentence else None),
    Column("document", "string", "SHA-256 of the document's text; under a policy, of all documents", lambda row: row.paper.id if row.merged is None else joined(row.merged.papers)),
    Column("document_name", "string", "name of the document in the ledger", lambda row: row.paper.name),
    Column("title", "string", "headline", lambda row: row.paper.title),
    Column("publisher", "string", "outlet", lambda row: row.paper.publisher),
    Column("agency", "string", "agency in the dateline", lambda row: row.paper.agency),
    Column("url", "string", "web address", lambda row: row.paper.url),
    Column("published", "string", "day of publication, EDTF", lambda row: row.paper.published.edtf),
    Column("published_how", "string", "given, read, inferred or unknown", lambda row: row.paper.published.how),
    Column("run", "string", "version, model and settings that read it", lambda row: row.run),
)  # fmt: skip
TEXT: Final = Column(
    "text", "string", "the whole text of the document; only where texts were asked for", lambda row: row.paper.text
)


def columns_of(about: About) -> tuple[Column, ...]:
    """The columns; the text's only where texts were asked for."""
    return (*COLUMNS, TEXT) if about.texts else COLUMNS


def write_claims_csv(rows: Iterable[Row], about: About, out: BinaryIO) -> None:
    """One line a row."""
    write_csv(rows, columns_of(about), out)


def write_claims_parquet(rows: Iterable[Row], about: About, out: BinaryIO) -> None:
    """The same columns as CSV, typed; the notes of the export stand in the file's metadata under `sayso`."""
    import pyarrow.parquet as pq  # noqa: PLC0415  # takes half a second to load

    columns = columns_of(about)
    schema = arrow_schema(columns).with_metadata({"sayso": about.notes})
    remaining = iter(rows)
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        while batch := list(islice(remaining, BATCH)):
            writer.write_table(claims_table(batch, columns).replace_schema_metadata(schema.metadata))


def arrow_schema(columns: Sequence[Column] = COLUMNS) -> Any:
    """The columns as a pyarrow Schema, each with its description."""
    import pyarrow as pa  # noqa: PLC0415  # takes half a second to load

    arrow = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    return pa.schema([pa.field(one.name, arrow[one.type], metadata={"description": one.what}) for one in columns])


def claims_table(rows: Iterable[Row], columns: Sequence[Column] = COLUMNS) -> Any:
    """The rows as a pyarrow Table."""
    import pyarrow as pa  # noqa: PLC0415  # takes half a second to load

    schema, batch = arrow_schema(columns), list(rows)
    arrays = [pa.array(_values(batch, column), type=field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _values(rows: Sequence[Row], column: Column) -> list[Cell] | list[date | None]:
    values = [column.value(row) for row in rows]
    if column.type == "date":
        return [date.fromisoformat(value) if isinstance(value, str) else None for value in values]
    return values
