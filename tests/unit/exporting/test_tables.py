"""CSV, Parquet, and the tables of other projects, read by readers that are not ours."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from msgspec.structs import replace

from sayso.exporting import FORMATS, acled, claims_table, eventreport, ucdp
from sayso.exporting.about import About
from sayso.exporting.aggregating import aggregate
from sayso.exporting.package import write_package
from sayso.exporting.rows import Row
from sayso.linking.policies import Policy
from sayso.model import Count, Toll

Written = Callable[..., bytes]
ABOUT = About(sayso="0.1.0", ledger="desk.sayso", made="2026-11-28T12:00:00Z")
ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude "
    "longitude geo_precision source source_scale notes fatalities tags timestamp"
)
GED = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id "
    "dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources "
    "source_article source_office source_date source_headline source_original where_prec where_coordinates "
    "where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity "
    "date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
)
# What eventreport's functions ask for by name.
EVENTREPORT = (
    "id event_id date_start date_end geo_precision actor1 actor2 deaths_low deaths_best deaths_high source source_author "
    "source_type"
)


def read_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_every_claim_is_a_line_of_csv_with_its_holder_and_words(written: Written, rows: tuple[Row, ...]) -> None:
    lines = read_csv(written("csv"))
    assert [row.id for row in rows] == [line["claim"] for line in lines]
    denial = next(line for line in lines if (line["factuality"], line["holder_id"]) == ("denied", "RUS_MOD"))
    assert ("Russia's Defense Ministry", "ASSAULT") == (denial["holder"], denial["type"])
    assert "denied that its aircraft had bombed" in denial["quotation"]


def test_parquet_has_the_same_columns_with_types(written: Written, rows: tuple[Row, ...], tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    path.write_bytes(written("parquet"))
    found = pq.read_table(path)
    assert [column.name for column in claims_table.COLUMNS] == found.column_names
    assert len(rows) == found.num_rows
    assert "int64" == str(found.schema.field("killed_low").type)
    assert "date32[day]" == str(found.schema.field("time_start").type)
    assert b"Not aggregated" in found.schema.metadata[b"sayso"]
    lines = read_csv(written("csv"))
    assert [line["holder"] for line in lines] == found.column("holder").to_pylist()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the reader's own dependencies
@pytest.mark.parametrize("name", ["csv", "eventreport", "acled", "ucdp"])
def test_a_data_package_describes_its_table_and_frictionless_finds_nothing_wrong(
    name: str, written: Written, tmp_path: Path
) -> None:
    from frictionless import Package

    path = tmp_path / FORMATS[name].file
    path.write_bytes(written(name))
    package = write_package(path, FORMATS[name], ABOUT)
    report = Package(package.name, basepath=str(tmp_path)).validate()
    assert [] == report.flatten(["rowNumber", "fieldNumber", "type", "note"])
    assert report.valid


def test_a_folder_has_one_data_package_for_all_its_tables(written: Written, tmp_path: Path) -> None:
    from frictionless import Package

    for name in ("acled", "csv", "acled"):
        path = tmp_path / FORMATS[name].file
        path.write_bytes(written(name))
        write_package(path, FORMATS[name], ABOUT, in_folder=True)
    assert ["claims.csv", "acled.csv"] == [one.path for one in Package(str(tmp_path / "datapackage.json")).resources]


@pytest.mark.parametrize(
    ("name", "columns", "ours"),
    [("acled", ACLED, len(acled.OURS)), ("ucdp", GED, len(acled.OURS)), ("eventreport", EVENTREPORT, 17)],
)
def test_the_columns_of_other_projects_come_first_and_in_their_order(
    name: str, columns: str, ours: int, written: Written
) -> None:
    wanted = columns.split()
    found = written(name).split(b"\n", 1)[0].decode().split(",")
    assert wanted == found[: len(wanted)]
    assert len(wanted) + ours == len(found)


def test_acled_has_thirty_one_columns_and_ged_forty_nine() -> None:
    assert (31, 49) == (len(acled.THEIRS), len(ucdp.THEIRS))


def test_a_report_of_an_event_has_ordered_deaths_and_days_as_eventreport_wants_them(written: Written) -> None:
    for line in read_csv(written("eventreport")):
        numbers = [int(line[name]) for name in ("deaths_low", "deaths_best", "deaths_high") if line[name]]
        assert sorted(numbers) == numbers
        assert line["date_start"] <= line["date_end"] or not line["date_end"]
        assert line["id"]
        assert line["event_id"]
        assert line["source"]
        assert line["factuality"] in ("happened", "ongoing")


def test_denials_and_plans_have_no_place_where_rows_are_read_as_happenings(
    written: Written, rows: tuple[Row, ...]
) -> None:
    unreal = {row.id for row in rows if row.factuality not in ("happened", "ongoing")}
    assert unreal
    for name in ("acled", "ucdp", "eventreport"):
        ids = {line.get("sayso_claims") or line["id"] for line in read_csv(written(name))}
        assert not ids & unreal


def test_a_bombing_is_coded_as_acled_and_ucdp_code_it(written: Written) -> None:
    event = next(line for line in read_csv(written("acled")) if line["sub_event_type"] == "Suicide bomb")
    assert "Explosions/Remote violence" == event["event_type"]
    assert ("2017-05-09", "1", "1", "9") == tuple(
        event[name] for name in ("event_date", "time_precision", "geo_precision", "fatalities")
    )
    assert ("4", "Afghanistan", "South Asia") == (event["iso"], event["country"], event["region"])
    strike = next(line for line in read_csv(written("ucdp")) if line["where_description"] == "Achin")
    assert ("1", "3", "1", "15") == tuple(
        strike[name] for name in ("type_of_violence", "where_prec", "date_prec", "best")
    )
    assert "Afghan National Security Forces - 15 militants" == strike["dyad_name"]


@pytest.mark.parametrize("name", ["csv", "acled", "ucdp"])
def test_under_a_policy_there_is_one_row_an_incident_and_the_policy_is_in_it(
    name: str, written: Written, rows: tuple[Row, ...]
) -> None:
    merged = [row for row in aggregate(rows, Policy("majority")) if (FORMATS[name].fits or (lambda _: True))(row)]
    lines = read_csv(written(name, merged))
    incidents = [line["incident" if name == "csv" else "sayso_incident"] for line in lines]
    assert len(set(incidents)) == len(incidents) > 0
    assert {"majority"} == {line["policy" if name == "csv" else "sayso_policy"] for line in lines}


def test_what_no_claim_tells_is_empty_and_not_nought(written: Written) -> None:
    lines = read_csv(written("acled"))
    assert {""} == {line["fatalities"] for line in lines if line["event_type"] == "Protests"}
    assert {("", "", "")} == {
        (line["latitude"], line["longitude"], line["geo_precision"]) for line in lines if not line["location"]
    }


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(written: Written, rows: tuple[Row, ...]) -> None:
    row = replace(
        rows[0], paper=replace(rows[0].paper, title='=HYPERLINK("http://bad.example")', publisher="@news\nagency")
    )
    line = read_csv(written("csv", [row]))[0]
    assert ('\'=HYPERLINK("http://bad.example")', "'@news agency") == (line["title"], line["publisher"])


def test_up_to_five_has_no_low_and_at_least_five_no_high(written: Written, rows: tuple[Row, ...]) -> None:
    tolls = [Toll(killed=Count(None, 5)), Toll(killed=Count(5, None)), Toll(killed=Count(2, 9))]
    lines = read_csv(written("ucdp", [replace(rows[0], toll=toll) for toll in tolls]))
    assert [("", "5", "5"), ("5", "5", ""), ("2", "2", "9")] == [
        (one["low"], one["best"], one["high"]) for one in lines
    ]


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [(-90.0, -180.0, 1), (0.1, 0.1, 180 * 720 + 361), (90.0, 180.0, 360 * 720), (33.5, 36.3, 178273)],
)
def test_prio_grid_cells_are_counted_from_the_south_west(lat: float, lon: float, cell: int) -> None:
    assert cell == ucdp.prio_grid(lat, lon)


def test_every_column_says_what_it_holds() -> None:
    for columns in (claims_table.COLUMNS, acled.COLUMNS, ucdp.COLUMNS, eventreport.COLUMNS):
        assert all(column.what for column in columns)
        assert len({column.name for column in columns}) == len(columns)
