"""`sayso link`, `incident`, `disputes` and `judge` over a ledger of two articles that tell one raid."""

import hashlib
import json
from pathlib import Path

import msgspec
import pytest

from made.arbin import arbin_ledger
from made.calling import Sayso
from sayso.ledger import IncidentFilter, Store
from sayso.model import Ledger

pytestmark = pytest.mark.usefixtures("path")


def told_again(ledger: Ledger) -> Ledger:
    """The same report by another outlet, in a word of its own."""
    text = ledger.document.text.replace("traders", "vendors")
    id_ = hashlib.sha256(text.encode()).hexdigest()
    document = msgspec.structs.replace(ledger.document, doc="again", text=text, id=id_, publisher="Evening Post")
    return msgspec.structs.replace(ledger, document=document)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The ledger, which the commands take by default."""
    path = tmp_path / "desk.sayso"
    monkeypatch.setenv("SAYSO_LEDGER", str(path))
    with Store.open(path, write=True) as store:
        ledger = arbin_ledger()
        own = hashlib.sha256(ledger.document.text.encode()).hexdigest()
        store.add(msgspec.structs.replace(ledger, document=msgspec.structs.replace(ledger.document, id=own)))
        store.add(told_again(ledger))
    return path


def raid(path: Path) -> str:
    """The id of the incident that both articles tell."""
    with Store.open(path) as store:
        (found,) = [one.id for one in store.incidents(IncidentFilter(documents=2)) if one.type == "ASSAULT" and one.day]
    return found


def test_two_articles_are_linked_once(sayso: Sayso) -> None:
    code, out, _ = sayso("link", "--json")
    first = json.loads(out)
    again = json.loads(sayso("link", "--json")[1])
    assert (0, True, 0) == (code, first["links"] > 0, again["links"])
    assert first["disputes"] == again["disputes"]


def test_an_incident_is_laid_out(sayso: Sayso, path: Path) -> None:
    assert 0 == sayso("link")[0]
    found = json.loads(sayso("incident", raid(path), "--json")[1])
    assert found["incident"]["documents"] == 2
    toll = [
        account["cells"]["toll"]
        for origin in found["matrix"]["origins"]
        for account in origin["accounts"]
        if account["cells"]["toll"]["value"]
    ]
    assert ["at least 12 killed, at least 24 injured"] == sorted({cell["value"] for cell in toll})
    shown = sayso("incident", raid(path))[1]
    assert "in the order in which it was said" in shown
    assert "responsibility" in shown


def test_incidents_are_listed_with_their_origins_and_what_is_contested(sayso: Sayso, path: Path) -> None:
    assert 0 == sayso("link")[0]
    lines = [json.loads(line) for line in sayso("incidents", "--sort", "origins", "--json")[1].splitlines()]
    assert raid(path) == lines[0]["id"]
    assert [line["origins"] for line in lines] == sorted((line["origins"] for line in lines), reverse=True)
    some = [json.loads(line) for line in sayso("incidents", "--dispute", "toll", "--json")[1].splitlines()]
    assert {line["id"] for line in lines if "toll" in line["contested"]} == {line["id"] for line in some}
    several = [json.loads(line) for line in sayso("incidents", "--origins", "2", "--json")[1].splitlines()]
    assert {line["id"] for line in lines if line["origins"] >= 2} == {line["id"] for line in several}


def test_a_list_tells_what_accounts_come_to_under_a_policy(sayso: Sayso, path: Path) -> None:
    assert 0 == sayso("link")[0]
    (line,) = sayso("incidents", raid(path), "--policy", "conservative", "--json")[1].splitlines()
    assert ("conservative", 12) == (
        json.loads(line)["summary"]["policy"],
        json.loads(line)["summary"]["tolls"]["killed"]["best"],
    )
    assert "Arbin" in sayso("incidents", "--policy", "informative")[1]


def test_a_ranking_is_a_file_of_the_users(sayso: Sayso, path: Path, tmp_path: Path) -> None:
    assert 0 == sayso("link")[0]
    ranking = tmp_path / "believed.txt"
    ranking.write_text("Evening Post\n", encoding="utf-8")
    shown = sayso("incident", raid(path), "--policy", "ranking", "--ranking", str(ranking))[1]
    assert "under the policy ranking: Evening Post" in shown
    code, out, err = sayso("incident", raid(path), "--policy", "ranking")
    assert (1, "", 1) == (code, out, err.count("\n"))


def test_the_old_id_of_a_merged_incident_leads_to_the_new_one(sayso: Sayso, path: Path) -> None:
    with Store.open(path) as store:
        before = {one.id for one in store.incidents(IncidentFilter(documents=1))}
    assert 0 == sayso("link")[0]
    for one in before:
        code, out, _ = sayso("incident", one, "--json")
        assert 0 == code
        assert json.loads(out)["incident"]["forward"] is None


def test_disputes_have_the_words_of_both(sayso: Sayso) -> None:
    assert 0 == sayso("link")[0]
    lines = [json.loads(line) for line in sayso("disputes", "--json")[1].splitlines()]
    assert lines
    assert all(line["words_a"] and line["words_b"] and line["holder_a"] != line["holder_b"] for line in lines)


def test_what_a_person_cuts_stays_apart(sayso: Sayso, path: Path) -> None:
    assert 0 == sayso("link")[0]
    incident = raid(path)
    with Store.open(path) as store:
        claims = store.incident(incident).claim_ids
    code, out, _ = sayso("judge", "cut", incident, *claims, "--reason", "another raid", "--by", "anna")
    assert (0, True) == (code, out.startswith("judgement "))
    assert 0 == sayso("link")[0]
    with Store.open(path) as store:
        assert not [
            one
            for one in store.incidents(IncidentFilter(documents=2))
            if set(claims) <= set(store.incident(one.id).claim_ids)
        ]
        kept = [one.judgement for one in store.judgements() if one.judgement.author == "person"]
    assert [("cut", "anna", "another raid")] == [(one.action, one.by, one.reason) for one in kept]


def test_a_judgement_is_told_as_json(sayso: Sayso, path: Path) -> None:
    incident = raid_of_one(path)
    code, out, _ = sayso("judge", "note", incident, "--verdict", "unsure", "--by", "anna", "--json")
    told = json.loads(out)
    assert (0, "note", "unsure", "anna") == (code, *(told["judgement"][name] for name in ("action", "verdict", "by")))
    with Store.open(path) as store:
        assert told["id"] in {one.id for one in store.judgements()}


def raid_of_one(path: Path) -> str:
    """The id of any incident."""
    with Store.open(path) as store:
        return next(one.id for one in store.incidents())


def test_a_link_is_explained(sayso: Sayso, path: Path) -> None:
    assert 0 == sayso("link")[0]
    with Store.open(path) as store:
        one, other = store.incident(raid(path)).claim_ids[:2]
    code, out, _ = sayso("link", "--explain", one, other)
    assert (0, True) == (code, out.startswith("in one incident; log odds"))


def test_an_incident_that_is_not_there_is_one_clear_line(sayso: Sayso) -> None:
    code, out, err = sayso("incident", "feedbeef")
    assert (1, "", 1) == (code, out, err.count("\n"))
