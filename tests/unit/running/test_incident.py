"""One incident as one record: what the terminal, the API and the pages are made from."""

import hashlib
from pathlib import Path

import msgspec
import pytest

from made.arbin import arbin_ledger
from sayso.errors import NotInLedger
from sayso.ledger import IncidentFilter, Store
from sayso.linking.policies import Policy
from sayso.running.incident import Incident, incident
from sayso.running.linking import link


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of one report and of the same report in another outlet's words."""
    path = tmp_path / "desk.sayso"
    ledger = arbin_ledger()
    with Store.open(path, write=True) as store:
        for publisher, text in (
            ("Morning Post", ledger.document.text),
            ("Evening Post", ledger.document.text.replace("traders", "vendors")),
        ):
            id_ = hashlib.sha256(text.encode()).hexdigest()
            document = msgspec.structs.replace(ledger.document, text=text, id=id_, publisher=publisher, doc=publisher)
            store.add(msgspec.structs.replace(ledger, document=document))
        link(store)
    return path


def raid(store: Store, policy: Policy | None = None) -> Incident:
    (record,) = [one for one in store.incidents(IncidentFilter(documents=2)) if one.type == "ASSAULT" and one.day]
    return incident(store, record.id, policy)


def test_every_cell_leads_to_the_words_it_was_read_from(path: Path) -> None:
    with Store.open(path) as store:
        found = raid(store)
        cells = [
            cell
            for origin in found.matrix.origins
            for account in origin.accounts
            for cell in account.cells.values()
            if cell.start is not None
        ]
        assert cells
        for cell in cells:
            assert cell.document is not None
            assert store.text(cell.document)[cell.start : cell.end] == cell.quote
            assert cell.claim in found.incident.claim_ids


def test_the_record_is_json_and_back(path: Path) -> None:
    with Store.open(path) as store:
        found = raid(store, Policy("informative"))
    assert found == msgspec.json.decode(msgspec.json.encode(found), type=Incident)


def test_there_is_a_summary_only_under_a_named_policy(path: Path) -> None:
    with Store.open(path) as store:
        without, under = raid(store), raid(store, Policy("conservative"))
    assert without.summary is None
    assert under.summary is not None
    assert "conservative" == under.summary.policy
    assert 12 == under.summary.tolls["killed"].low


def test_everything_of_an_incident_is_in_its_record(path: Path) -> None:
    with Store.open(path) as store:
        found = raid(store)
    assert set(found.incident.claim_ids) == {one.id for one in found.claims} == {one.claim for one in found.chronology}
    assert found.origins == len(found.matrix.origins) > 1
    assert found.judgements
    assert found.places
    assert set(found.contested) == {one.field for one in found.disputes}


def test_an_incident_that_is_not_there_is_told(path: Path) -> None:
    with Store.open(path) as store, pytest.raises(NotInLedger):
        incident(store, "feedbeef")
