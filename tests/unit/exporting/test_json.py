"""PLOVER, GeoJSON, Web Annotations and FollowTheMoney, read by readers that are not ours."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from sayso.exporting import plover
from sayso.exporting.aggregating import aggregate
from sayso.exporting.rows import Row, Where
from sayso.linking.policies import Policy
from sayso.model import Ledger

Written = Callable[..., bytes]


def lines(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.splitlines()]


def test_plover_records_have_what_plover_requires(written: Written, rows: tuple[Row, ...]) -> None:
    records = lines(written("plover"))
    assert [row.id for row in rows] == [record["id"] for record in records]
    for record in records:
        assert {"id", "date", "actor", "event"} <= set(record) <= set(plover.FIELDS)
        assert record["actor"]
        assert all(set(entity) <= set(plover.ENTITY_FIELDS) for entity in record["actor"] + record.get("recipient", []))
        assert record["quad_code"] in (1, 2, 3, 4)


def test_plover_has_release_under_retreat_and_convictions_under_sanction(
    written: Written, rows: tuple[Row, ...]
) -> None:
    row = rows[0]
    some = [
        replace(row, type="CONCEDE", mode="release"), replace(row, type="CONCEDE", mode="access"),
        replace(row, type="CONCEDE", mode="resign"), replace(row, type="COERCE", mode="convict"),
        replace(row, type="CONCEDE", mode="ease"), replace(row, type="COERCE", mode="arrest"),
    ]  # fmt: skip
    found = [(one["event"], one["quad_code"]) for one in lines(written("plover", some))]
    assert [
        (["RETREAT"], 2), (["RETREAT"], 2), (["RETREAT"], 2), (["SANCTION"], 4), (["CONCEDE"], 1), (["COERCE"], 4)
    ] == found  # fmt: skip


def test_what_is_not_reported_as_happened_is_no_event_in_plover(written: Written, rows: tuple[Row, ...]) -> None:
    for row, record in zip(rows, lines(written("plover")), strict=True):
        assert (row.factuality in ("happened", "ongoing")) == record["has_event"]
        assert row.factuality in record["comment"]


def test_a_record_without_a_day_has_that_of_publication_and_says_so(written: Written, rows: tuple[Row, ...]) -> None:
    record = lines(written("plover", [replace(rows[0], when=None)]))[0]
    assert "2017-05-09" == record["date"]
    assert "date: of publication" in record["comment"]


def test_every_feature_has_a_valid_geometry_or_none(written: Written, rows: tuple[Row, ...]) -> None:
    from shapely.geometry import shape

    collection = json.loads(written("geojson"))
    assert "FeatureCollection" == collection["type"]
    assert [row.id for row in rows] == [feature["id"] for feature in collection["features"]]
    for row, feature in zip(rows, collection["features"], strict=True):
        if feature["geometry"] is None:
            assert row.where is None or row.where.lat is None
            continue
        geometry = shape(feature["geometry"])
        assert geometry.is_valid
        assert row.where is not None
        assert row.where.precision == feature["properties"]["place_precision"]


def test_a_country_is_an_area_and_a_cell_too(written: Written, rows: tuple[Row, ...]) -> None:
    from shapely.geometry import Point, shape

    syria = Where("Syria", kind="country", precision="country", lat=35.0, lon=38.0, country="SY")
    cell = Where("Idlib", kind="admin1", precision="district", lat=35.65, lon=36.65, country="SY", cell=0.1)
    edge = Where("Fiji", kind="admin1", precision="district", lat=-16.5, lon=179.5, country="FJ", cell=1.0)
    features = json.loads(written("geojson", [replace(rows[0], where=one) for one in (syria, cell, edge)]))["features"]
    borders, square, at_the_edge = (shape(one["geometry"]) for one in features)
    assert borders.contains(Point(38.0, 35.0))
    assert not borders.contains(Point(44.4, 33.3))
    assert (36.6, 35.6, 36.7, 35.7) == square.bounds
    assert square.exterior.is_ccw
    assert (179.0, -17.0, 180.0, -16.0) == at_the_edge.bounds


def test_a_place_without_a_point_has_no_geometry_and_is_not_put_at_nought(
    written: Written, rows: tuple[Row, ...]
) -> None:
    feature = json.loads(written("geojson", [replace(rows[0], where=Where("Nowhere Bridge"))]))["features"][0]
    assert feature["geometry"] is None
    assert "Nowhere Bridge" == feature["properties"]["place"]


def test_annotations_find_their_words_in_the_text(written: Written, ledgers: tuple[Ledger, ...]) -> None:
    texts = {f"urn:sha256:{ledger.document.id}": ledger.document.text for ledger in ledgers}
    items = json.loads(written("annotations"))["items"]
    assert len(items) > 100
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        text = texts[item["target"]["source"]["id"]]
        position, *others = item["target"]["selector"]
        assert "TextPositionSelector" == position["type"]
        words = text[position["start"] : position["end"]]
        for other in others:
            if other["type"] == "TextQuoteSelector":
                whole = other.get("prefix", "") + other["exact"] + other.get("suffix", "")
                assert whole in text
                assert words == other["exact"]
            else:
                assert "RangeSelector" == other["type"]
                start, end = other["startSelector"], other["endSelector"]
                assert words.startswith(start["exact"])
                assert text[position["end"] :].startswith(end["exact"])
                assert words.endswith(end["prefix"])


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # of the reader itself
def test_annotations_are_json_ld_of_the_vocabulary(written: Written) -> None:
    from rdflib import RDF, Graph, Namespace

    oa = Namespace("http://www.w3.org/ns/oa#")
    page = json.loads(written("annotations"))
    assert "http://www.w3.org/ns/anno.jsonld" == page["@context"][0]
    page["@context"] = {  # of the recommendation's own context, the terms in use; it must not be fetched here
        "@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type",
        "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@type": "@id"},
        "target": {"@id": "oa:hasTarget", "@type": "@id"}, "source": {"@id": "oa:hasSource", "@type": "@id"},
        "selector": {"@id": "oa:hasSelector", "@type": "@id"}, "oa": "http://www.w3.org/ns/oa#", **page["@context"][1],
    }  # fmt: skip
    graph = Graph().parse(data=json.dumps(page), format="json-ld")
    found = set(graph.subjects(RDF.type, oa.Annotation))
    assert len(page["items"]) == len(found)
    assert all(graph.value(one, oa.hasTarget) is not None for one in found)


def test_entities_are_valid_by_follow_the_moneys_own_model(written: Written, rows: tuple[Row, ...]) -> None:
    from followthemoney import model

    entities = lines(written("ftm"))
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        model.get_proxy(entity)
        schema = model.get(entity["schema"])
        assert schema is not None
        schema.validate(entity)
        for name, values in entity["properties"].items():
            kind = schema.properties[name].type
            assert all(kind.validate(value) for value in values), (name, values)
            if kind.name == "entity":
                assert set(values) <= ids
    events = [entity for entity in entities if entity["schema"] == "Event"]
    assert len(rows) == len(events)
    denied = [event for event in events if "denied" in event["properties"]["keywords"]]
    assert denied
    assert all(event["properties"]["name"][0].startswith("Denied: ") for event in denied)


def test_the_one_who_says_so_is_tied_to_the_event(written: Written, rows: tuple[Row, ...]) -> None:
    entities = lines(written("ftm"))
    said = [one for one in entities if one["schema"] == "UnknownLink" and one["properties"]["role"] == ["says"]]
    assert len([row for row in rows if row.voices and row.voices[-1].who is not None]) == len(said)
    assert all(one["properties"]["subject"] and one["properties"]["object"] for one in said)


@pytest.mark.parametrize("name", ["plover", "geojson"])
def test_records_of_incidents_name_their_policy(name: str, written: Written, rows: tuple[Row, ...]) -> None:
    data = written(name, aggregate(rows, Policy("ranking", ("RUS_MOD",)))).decode()
    assert "ranking: RUS_MOD" in data
