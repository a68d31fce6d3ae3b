"""Reviews over the web: what a person decides, is told again, and can be taken back."""

import hashlib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from made.arbin import arbin_ledger
from sayso.ledger import Store

API = "/api/v1"


def named(client: TestClient, name: str) -> None:
    assert 200 == client.post(f"{API}/me", json={"name": name}).status_code


def sent(client: TestClient, path: str, given: Any) -> Any:
    answer = client.post(API + path, json=given)
    assert 200 == answer.status_code, answer.text
    return answer.json()


def claims(client: TestClient, many: int) -> list[str]:
    return [one["id"] for one in client.get(f"{API}/claims", params={"limit": many}).json()["items"]]


def test_a_label_bears_its_author_and_is_told_with_the_claim(client: TestClient, path: Path) -> None:
    named(client, "anna")
    one, other = claims(client, 2)
    given = [
        {"claim": one, "field": "factuality", "verdict": "correct", "value": "denied", "reason": "they deny it"},
        {"claim": other, "field": "claim", "verdict": "reject"},
    ]
    kept = sent(client, "/labels", given)
    assert [("anna", "factuality", "denied"), ("anna", "claim", None)] == [
        (x["by"], x["field"], x["value"]) for x in kept
    ]
    told = client.get(f"{API}/claims/{one}").json()
    assert [kept[0]] == told["labels"]
    laid = client.get(f"{API}/documents/{told['claim']['document']}/reading").json()
    assert kept[0] in laid["labels"]
    lines = [msgspec.json.decode(line) for line in client.get(f"{API}/labels.jsonl").text.splitlines()]
    assert {x["id"] for x in kept} == {x["id"] for x in lines}
    with Store.open(path) as store:
        logged = [entry for entry in store.log() if entry.kind == "label"]
        assert not list(store.verify())
    assert {x["id"] for x in kept} == {entry.subject for entry in logged}
    assert all('"by":"anna"' in entry.detail for entry in logged)


def test_what_is_labelled_leaves_the_queue_and_comes_back_when_undone(client: TestClient) -> None:
    named(client, "anna")
    queue = client.get(f"{API}/review", params={"kind": "disputes"}).json()["items"]
    first = queue[0]
    decision = {"claim": first["claim"]["id"], "field": "dispute", "verdict": "accept", "value": first["id"]}
    (kept,) = sent(client, "/labels", [decision])
    left = client.get(f"{API}/review", params={"kind": "disputes"}).json()["items"]
    assert [one["id"] for one in queue[1:]] == [one["id"] for one in left]
    assert queue == client.get(f"{API}/review", params={"kind": "disputes", "by": "ben"}).json()["items"]
    named(client, "ben")
    assert 400 == client.post(f"{API}/undo", json={"id": kept["id"]}).status_code
    named(client, "anna")
    sent(client, "/undo", {"id": kept["id"], "reason": "a slip"})
    assert queue == client.get(f"{API}/review", params={"kind": "disputes"}).json()["items"]
    (undone,) = client.get(f"{API}/labels", params={"by": "anna"}).json()["items"]
    assert undone["undone"]


def test_incidents_are_merged_and_their_merging_undone(client: TestClient) -> None:
    named(client, "anna")
    one, other = (x["id"] for x in client.get(f"{API}/incidents", params={"limit": 2}).json()["items"])
    before = [client.get(f"{API}/incidents/{x}").json()["incident"]["claim_ids"] for x in (one, other)]
    kept = sent(client, "/judgements", {"action": "merge", "incident": one, "other": other, "reason": "the same"})
    assert ("anna", "person", "same") == tuple(kept["judgement"][name] for name in ("by", "author", "verdict"))
    merged = client.get(f"{API}/incidents/{other}").json()
    assert one == merged["incident"]["id"]
    assert sorted(before[0] + before[1]) == sorted(merged["incident"]["claim_ids"])
    assert [kept["id"]] == [x["id"] for x in merged["judgements"]]
    sent(client, "/undo", {"id": kept["id"]})
    assert before == [client.get(f"{API}/incidents/{x}").json()["incident"]["claim_ids"] for x in (one, other)]
    told = client.get(f"{API}/incidents/{one}/judgements").json()["items"]
    assert ["merge", "undo"] == [x["judgement"]["action"] for x in told]


def test_who_is_who_is_proposed_judged_and_undone(client: TestClient, path: Path) -> None:
    ledger = arbin_ledger()
    text = f"{ledger.document.text}Again.\n"
    document = replace(ledger.document, text=text, id=hashlib.sha256(text.encode()).hexdigest())
    people = tuple(replace(one, sector="GOV") if one.id == "RAHAL" else one for one in ledger.cast.actors)
    with Store.open(path, write=True) as store:
        store.add(replace(ledger, document=document, cast=replace(ledger.cast, actors=people)))
        assert store.propose_actors()
    named(client, "anna")
    proposed = client.get(f"{API}/actors/proposals").json()["items"]
    (one,) = [x for x in proposed if x["a"]["name"] == "Adam Rahal"]
    pair = {"actor": one["a"]["id"], "other": one["b"]["id"]}
    kept = sent(client, "/actors/judgements", {"action": "merge", **pair})
    assert ("anna", "merge", "same") == tuple(kept["judgement"][name] for name in ("by", "action", "verdict"))
    assert one["judgement"] not in [x["judgement"] for x in client.get(f"{API}/actors/proposals").json()["items"]]
    assert one["a"]["id"] == client.get(f"{API}/actors/{one['b']['id']}").json()["actor"]["id"]
    sent(client, "/undo", {"id": kept["id"]})
    assert one["b"]["id"] == client.get(f"{API}/actors/{one['b']['id']}").json()["actor"]["id"]
    told = client.get(f"{API}/actors/{one['a']['id']}/judgements").json()["items"]
    assert ["note", "merge", "undo"] == [x["judgement"]["action"] for x in told]
    assert (
        404
        == client.post(
            f"{API}/actors/judgements", json={"action": "merge", "actor": "0" * 64, "other": "1" * 64}
        ).status_code
    )


def test_two_authors_agreement_is_told(client: TestClient) -> None:
    ids = claims(client, 4)
    for name, verdicts in (("anna", "arar"), ("ben", "arrr")):
        named(client, name)
        words = {"a": "accept", "r": "reject"}
        pairs = zip(ids, verdicts, strict=True)
        sent(client, "/labels", [{"claim": id_, "field": "claim", "verdict": words[one]} for id_, one in pairs])
    found = client.get(f"{API}/agreement", params={"a": "anna", "b": "ben"}).json()
    assert (4, 3) == (found["items"], found["same"])
    # values a a a r r r r r, of which the pair of one unit differs: 1 - 7 * 2 / (2 * 3 * 5)
    assert pytest.approx(1 - 7 * 2 / 30) == found["alpha"]
    assert {"anna": 4, "ben": 4} == {x["name"]: x["labels"] for x in client.get(f"{API}/authors").json()["items"]}


@pytest.mark.parametrize(
    ("path_", "given", "status", "words"),
    [
        ("/labels", [], 422, "length >= 1"),
        ("/labels", [{"claim": "0" * 64, "field": "claim", "verdict": "accept"}], 404, "no claim"),
        ("/labels", [{"claim": "0" * 64, "field": "colour", "verdict": "accept"}], 422, "colour"),
        ("/labels", [{"claim": "x", "field": "claim", "verdict": "accept"}], 422, "regex"),
        ("/labels", {"claim": "0" * 64}, 422, "array"),
        ("/judgements", {"action": "merge", "incident": "0" * 64}, 400, "other"),
        ("/judgements", {"action": "link", "incident": "0" * 64, "claims": ["0" * 64]}, 404, "no incident"),
        ("/judgements", {"action": "burn", "incident": "0" * 64}, 422, "burn"),
        ("/undo", {"id": "0" * 64}, 404, "no label or judgement"),
    ],
)
def test_what_cannot_be_decided_is_refused(
    client: TestClient, path: Path, path_: str, given: Any, status: int, words: str
) -> None:
    answer = client.post(API + path_, json=given)
    assert status == answer.status_code
    assert words in answer.json()["error"]["message"]
    with Store.open(path) as store:
        assert not [entry for entry in store.log() if entry.kind in ("label", "judgement")]


def test_of_labels_given_together_all_are_kept_or_none(client: TestClient, path: Path) -> None:
    (one,) = claims(client, 1)
    given = [
        {"claim": one, "field": "claim", "verdict": "accept"},
        {"claim": "0" * 64, "field": "claim", "verdict": "accept"},
    ]
    assert 404 == client.post(f"{API}/labels", json=given).status_code
    with Store.open(path) as store:
        assert not list(store.labels())
