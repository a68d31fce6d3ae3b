"""What the API tells of a ledger."""

import hashlib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from made.arbin import TEXT, arbin_ledger
from sayso.ledger import ClaimFilter, ClaimRecord, DocumentRecord, Store

API = "/api/v1"


def given(client: TestClient, path: str, **asked: Any) -> Any:
    answer = client.get(API + path, params=asked)
    assert 200 == answer.status_code, answer.text
    return answer.json()


def test_the_ledger_as_a_whole_is_told(client: TestClient, path: Path) -> None:
    about = given(client, "/about")
    with Store.open(path) as store:
        assert msgspec.to_builtins(store.counts()) == about["counts"]
        assert store.count() == about["counts"]["claims"]
    assert "desk.sayso" == about["ledger"]
    assert "admin" == about["user"]["role"]
    assert "ASSAULT" in about["codebook"]["types"]
    assert "aerial" in about["codebook"]["modes"]["ASSAULT"]


def test_claims_are_the_records_of_the_ledger(client: TestClient, path: Path) -> None:
    listed = given(client, "/claims", limit=1000)
    with Store.open(path) as store:
        assert list(store.claims()) == msgspec.convert(listed["items"], list[ClaimRecord])
    assert listed["next"] is None


def test_a_list_is_gone_through_by_its_cursors(client: TestClient) -> None:
    whole = given(client, "/claims", limit=1000)["items"]
    found, cursor = [], None
    while True:
        part = given(client, "/claims", limit=7, **({"cursor": cursor} if cursor else {}))
        found += part["items"]
        cursor = part["next"]
        if cursor is None:
            break
    assert whole == found
    part = given(client, "/claims", limit=4, offset=10)
    assert whole[10:14] == part["items"]
    assert whole[14:18] == given(client, "/claims", limit=4, cursor=part["next"])["items"]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ({"type": "assault"}, ClaimFilter(type=("ASSAULT",))),
        ({"factuality": ["denied", "planned"]}, ClaimFilter(factuality=("denied", "planned"))),
        ({"voice": "true"}, ClaimFilter(voice=True)),
        ({"who": "SYR_MIL"}, ClaimFilter(who=("SYR_MIL",))),
        ({"disputed": "true"}, ClaimFilter(disputed=True)),
        ({"killed": 5}, ClaimFilter(killed=5)),
        ({"words": "market"}, ClaimFilter(words="market")),
        ({"since": "2015-01-01", "until": "2015-12-31"}, ClaimFilter(since="2015-01-01", until="2015-12-31")),
    ],
    ids=lambda one: "" if isinstance(one, ClaimFilter) else str(one),
)
def test_filters_are_those_of_the_ledger(
    client: TestClient, path: Path, asked: dict[str, Any], wanted: ClaimFilter
) -> None:
    with Store.open(path) as store:
        expected = [one.id for one in store.claims(wanted)]
    assert expected
    assert expected == [one["id"] for one in given(client, "/claims", limit=1000, **asked)["items"]]


def test_a_circle_finds_what_lies_in_it(client: TestClient) -> None:
    names = {one["place"]["place"]["name"] for one in given(client, "/claims", near="33.5,36.3,50")["items"]}
    assert "Arbin" in names


def arbin(client: TestClient) -> str:
    return str(given(client, "/documents", publisher="Northern News Wire")["items"][0]["id"])


def test_an_article_is_laid_open(client: TestClient) -> None:
    laid = given(client, f"/documents/{arbin(client)}/reading")
    assert TEXT == laid["text"]
    (left,) = laid["left_out"]
    assert "Share this article" == TEXT[left["start"] : left["end"]]
    triggers = [TEXT[slice(*one["claim"]["event"]["trigger"])] for one in laid["claims"]]
    assert "bombed" in triggers
    assert {"REBELS", "FRONT"} <= {one["id"] for one in laid["actors"]}
    assert ["a1", "a2", "a3", "a4"] == [one["attribution"]["id"] for one in laid["attributions"]]
    assert laid["disputes"]


def test_a_document_is_told_in_full(client: TestClient, path: Path) -> None:
    document = given(client, f"/documents/{arbin(client)[:12]}")
    with Store.open(path) as store:
        assert store.document(arbin(client)) == msgspec.convert(document, DocumentRecord)


def test_a_claim_stands_in_its_context(client: TestClient) -> None:
    (claim,) = given(client, "/claims", words="bombed covered", publisher="Northern News Wire")["items"]
    one = given(client, f"/claims/{claim['id']}")
    context = one["context"]
    assert context["before"] + context["words"] + context["after"] in TEXT
    assert "bombed" in context["words"]
    assert one["disputes"]


def test_a_forgotten_article_is_a_tombstone(client: TestClient, path: Path) -> None:
    document = arbin(client)
    with Store.open(path, write=True) as store:
        store.forget(document, "on demand")
    laid = given(client, f"/documents/{document}/reading")
    assert laid["text"] is None
    assert [] == laid["claims"]
    assert "on demand" == laid["document"]["because"]


def test_incidents_tell_their_origins_and_what_is_contested(client: TestClient) -> None:
    found = given(client, "/incidents", disputed="true", limit=1000)["items"]
    assert found
    assert all(one["origins"] >= 1 for one in found)
    assert any(one["contested"] for one in found)


def test_an_incident_in_a_list_has_the_words_of_the_claim_that_tells_most(client: TestClient) -> None:
    claims = given(client, "/claims", limit=1000)["items"]
    for item in given(client, "/incidents", limit=1000)["items"]:
        told = [one["words"] for one in claims if one["incident"] == item["id"]]
        assert item["words"] in told
        assert len(item["words"]) == max(map(len, told))


@pytest.mark.parametrize("order", ["day", "documents", "killed", "disputed"])
def test_incidents_come_in_order(client: TestClient, order: str) -> None:
    key = {"killed": "killed_high"}.get(order, order)
    listed = given(client, "/incidents", order=order, limit=1000)["items"]
    found = [one[key] if one[key] is not None else "" for one in listed]
    assert found
    assert sorted(found, reverse=True) == found


def test_an_incident_is_laid_out_with_its_accounts(client: TestClient) -> None:
    disputed = given(client, "/disputes")["items"][0]
    whole = given(client, f"/incidents/{disputed['incident']}", policy="representative")
    matrix = whole["matrix"]
    assert "occurrence" in matrix["fields"]
    cells = [
        cell for origin in matrix["origins"] for account in origin["accounts"] for cell in account["cells"].values()
    ]
    told = [cell for cell in cells if cell["value"] is not None]
    assert told
    texts = {one["document"]: given(client, f"/documents/{one['document']}/reading")["text"] for one in whole["claims"]}
    for cell in told:
        if cell["start"] is not None:
            assert cell["quote"] == texts[cell["document"]][cell["start"] : cell["end"]]
    assert {one["id"] for one in whole["claims"]} == set(whole["incident"]["claim_ids"])
    assert whole["grading"]["reasons"]
    assert "representative" == whole["summary"]["policy"]
    assert given(client, f"/incidents/{disputed['incident']}")["summary"] is None


def test_a_brief_incident_has_every_value_that_is_told_and_no_words(client: TestClient) -> None:
    path = f"/incidents/{given(client, '/disputes')['items'][0]['incident']}"
    whole, brief = given(client, path), given(client, path, brief="true")
    assert brief["claims"] == []
    assert {**brief, "matrix": None, "claims": None} == {**whole, "matrix": None, "claims": None}
    for long, short in zip(whole["matrix"]["origins"], brief["matrix"]["origins"], strict=True):
        (told,), (kept,) = long["accounts"], short["accounts"]
        assert kept["cells"] == {
            field: {**cell, "claim": None, "document": None, "quote": "", "words": ""}
            for field, cell in told["cells"].items()
            if cell["value"] is not None
        }


def test_disputes_come_with_both_claims(client: TestClient) -> None:
    found = given(client, "/disputes", limit=1000)["items"]
    assert found
    assert all((one["a"], one["b"]) == (one["claim_a"]["id"], one["claim_b"]["id"]) for one in found)
    field = found[0]["field"]
    assert {field} == {one["field"] for one in given(client, "/disputes", field=field)["items"]}


def test_an_actor_is_told_with_what_it_does_and_suffers(client: TestClient) -> None:
    (found,) = given(client, "/actors", words="SYR_MIL")["items"]
    one = given(client, f"/actors/{found['id']}")
    assert "government jets" in one["aliases"]
    assert one["acts"] == len(given(client, "/claims", who=found["id"])["items"])


def test_an_actor_is_told_with_its_kin(client: TestClient) -> None:
    (front,) = given(client, "/actors", words="north", kind="armed_group")["items"]
    assert ["REBELS"] == [one["code"] for one in given(client, f"/actors/{front['id']}")["members"]]
    (rahal,) = given(client, "/actors", name="RAHAL")["items"]
    one = given(client, f"/actors/{rahal['id']}")
    assert ("MINISTRY", [], []) == (one["part_of"]["code"], one["members"], one["near"])
    (ministry,) = given(client, "/actors", words="MINISTRY")["items"]
    assert {"RAHAL", "SYR_MIL"} == {x["code"] for x in given(client, f"/actors/{ministry['id']}")["members"]}


def test_who_bears_the_same_name_may_be_the_same(client: TestClient, path: Path) -> None:
    ledger = arbin_ledger()
    text = f"{ledger.document.text}Again.\n"
    document = replace(ledger.document, text=text, id=hashlib.sha256(text.encode()).hexdigest())
    cast = replace(
        ledger.cast,
        actors=tuple(replace(one, sector="GOV") if one.id == "RAHAL" else one for one in ledger.cast.actors),
    )
    with Store.open(path, write=True) as store:
        store.add(replace(ledger, document=document, cast=cast))
    found = given(client, "/actors", name="Adam Rahal")["items"]
    assert 2 == len(found)
    assert [found[1]["id"]] == [one["id"] for one in given(client, f"/actors/{found[0]['id']}")["near"]]


def test_a_search_finds_claims_texts_and_actors(client: TestClient) -> None:
    found = given(client, "/search", q="northern front")["items"]
    assert {"actor", "document"} <= {one["kind"] for one in found}
    (text,) = [one for one in found if one["kind"] == "document"]
    assert "Northern" == text["words"]
    assert text["before"].endswith("depot of the")
    assert text["after"].startswith("Front in the hills")


def test_a_claim_that_a_search_finds_tells_who_says_so_and_how(client: TestClient) -> None:
    claims = {one["id"]: one for one in given(client, "/claims", limit=1000)["items"]}
    found = [one for one in given(client, "/search", q="market OR depot")["items"] if one["kind"] == "claim"]
    assert found
    for one in found:
        claim = claims[one["id"]]
        told = f"{one['before']} {one['words']} {one['after']}"
        assert "".join(claim["words"].split()) in "".join(told.split())
        assert len(told) > len(claim["words"])
        assert one["factuality"] == claim["claim"]["event"]["factuality"]
        assert one["voice"] == (claim["holder"] is None)
        if claim["holder"] and claim["holder"]["speaker"]:
            assert one["holder"] == claim["holder"]["speaker"]["name"]


def test_the_table_holds_every_claim_and_no_formula(client: TestClient) -> None:
    lines = client.get(f"{API}/claims.csv").text.splitlines()
    assert len(lines) == 1 + given(client, "/about")["counts"]["claims"]
    assert lines[0].startswith("id,incident,document")
