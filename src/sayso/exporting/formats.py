"""THE list of formats: what each is, what it writes, and what can be asked of it."""

from collections.abc import Callable, Iterable
from typing import BinaryIO, Final, Literal

from msgspec import Struct

from sayso.exporting import acled, claims_table, eventreport, ucdp
from sayso.exporting.about import About
from sayso.exporting.annotations import write_annotations
from sayso.exporting.ftm import write_ftm
from sayso.exporting.geojson import write_geojson
from sayso.exporting.graphml import write_graphml
from sayso.exporting.plover import write_plover
from sayso.exporting.rdf import write_rdf
from sayso.exporting.report import write_report
from sayso.exporting.rows import Row
from sayso.exporting.table import Column

Writer = Callable[[Iterable[Row], About, BinaryIO], None]
Package = Literal["csv", "parquet"]


class Format(Struct, frozen=True):
    """One format.

    name: as the command has it; file, media: what its file is called in a folder, and its media type. aggregates: whether its rows may stand for incidents, under a policy.
    fits: which rows have a place in it; None: all. columns: of a table, for the data package beside it; package: its kind.
    texts: whether it can carry whole texts. one: it tells one incident or one document alone.
    """

    name: str
    what: str
    file: str
    media: str
    write: Writer
    aggregates: bool = False
    texts: bool = False
    one: bool = False
    fits: Callable[[Row], bool] | None = None
    columns: Callable[[About], tuple[Column, ...]] | None = None
    package: Package | None = None


FORMATS: Final[dict[str, Format]] = {
    one.name: one
    for one in (
        Format("csv", "every field of every claim, one row each", "claims.csv", "text/csv", claims_table.write_claims_csv,
               aggregates=True, texts=True, columns=claims_table.columns_of, package="csv"),
        Format("parquet", "the same, typed", "claims.parquet", "application/vnd.apache.parquet", claims_table.write_claims_parquet,
               aggregates=True, texts=True, columns=claims_table.columns_of, package="parquet"),
        Format("eventreport", "columns of the R package eventreport, one report a row", "eventreport.csv", "text/csv", eventreport.write_eventreport,
               fits=eventreport.fits, columns=lambda _: eventreport.COLUMNS, package="csv"),
        Format("acled", "ACLED-like: its 31 columns with codes of sayso's own", "acled.csv", "text/csv", acled.write_acled,
               aggregates=True, fits=acled.fits, columns=lambda _: acled.COLUMNS, package="csv"),
        Format("ucdp", "UCDP-GED-like: its 49 columns with codes of sayso's own", "ucdp.csv", "text/csv", ucdp.write_ucdp,
               aggregates=True, fits=ucdp.fits, columns=lambda _: ucdp.COLUMNS, package="csv"),
        Format("plover", "PLOVER JSON, draft 2.0, one record a line", "plover.jsonl", "application/jsonl", write_plover,
               aggregates=True, texts=True),
        Format("geojson", "GeoJSON, one feature a claim", "claims.geojson", "application/geo+json", write_geojson,
               aggregates=True, texts=True),
        Format("graphml", "the network of actors and claims", "network.graphml", "application/graphml+xml", write_graphml),
        Format("annotations", "W3C Web Annotations of the words", "annotations.jsonld", "application/ld+json", write_annotations, texts=True),
        Format("rdf", "the Simple Event Model and PROV-O, in Turtle", "claims.ttl", "text/turtle", write_rdf, texts=True),
        Format("ftm", "FollowTheMoney entities, one a line", "entities.ftm.json", "application/jsonl", write_ftm, texts=True),
        Format("html", "a report of one incident or document that stands alone", "report.html", "text/html", write_report, texts=True, one=True),
    )
}  # fmt: skip
