"""Overviews: what the claims that fit are about, where, when, and between whom."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from sayso.ledger import ClaimFilter, Store

API = "/api/v1"


def given(client: TestClient, path: str, **asked: Any) -> Any:
    answer = client.get(API + path, params=asked)
    assert 200 == answer.status_code, answer.text
    return answer.json()


def test_facets_count_what_their_filters_find(client: TestClient) -> None:
    told = given(client, "/claims/facets", disputed="false")
    assert told["exact"]
    assert told["total"] == len(given(client, "/claims", disputed="false", limit=1000)["items"])
    for name in ("who", "whom", "holder", "type", "factuality", "country", "publisher"):
        assert told["facets"][name]
        for one in told["facets"][name]:
            fitting = given(client, "/claims", disputed="false", limit=1000, **{name: one["value"]})["items"]
            assert one["count"] == len(fitting), (name, one)


def test_a_facet_is_not_taken_for_a_claim(client: TestClient) -> None:
    assert 422 == client.get(f"{API}/claims/facet").status_code


def test_the_map_tells_places_days_and_what_is_nowhere(client: TestClient, path: Path) -> None:
    told = given(client, "/map")
    with Store.open(path) as store:
        placed = [one for one in store.claims() if one.place is not None]
        assert store.count() == told["total"]
    assert len(placed) == sum(one["claims"] for one in told["places"])
    assert told["total"] == len(placed) + told["unplaced"]
    few = given(client, "/map", limit=1)
    assert (1, len(told["places"]) - 1) == (len(few["places"]), few["places_left"])


@pytest.mark.parametrize("scale", ["decade", "year", "month", "day"])
def test_the_timeline_is_in_order_and_complete(client: TestClient, scale: str) -> None:
    told = given(client, "/timeline", scale=scale, by="factuality", until="2015-12-31", since="2015-01-01")
    starts = [one["from"] for one in told["buckets"]]
    assert starts
    assert sorted(starts) == starts
    assert all(one["claims"] == sum(one["by"].values()) for one in told["buckets"])


def test_the_network_tells_how_to_find_the_claims_of_an_edge(client: TestClient) -> None:
    told = given(client, "/network")
    known = {one["id"] for one in told["nodes"]}
    assert all({one["from"], one["to"]} <= known for one in told["edges"])
    found = [one for one in told["edges"] if one["query"]]
    assert found
    for one in found[:5]:
        ids = [claim["id"] for claim in given(client, "/claims", limit=1000, **one["query"])["items"]]
        assert one["sample"] in ids


def test_overviews_are_the_ledgers_own(client: TestClient, path: Path) -> None:
    with Store.open(path) as store:
        asked = ClaimFilter(type=("ASSAULT",))
        for name, noun in (
            ("/map", store.map(asked)),
            ("/timeline", store.timeline(asked)),
            ("/network", store.network(asked)),
        ):
            assert msgspec.json.decode(msgspec.json.encode(noun)) == given(client, name, type="assault")
