"""The disputes of a ledger, each told once."""

import hashlib
from pathlib import Path

import msgspec
import pytest

from made.arbin import arbin_ledger
from sayso.ledger import IncidentFilter, Relation, Store
from sayso.model import Dispute
from sayso.running.pulling import pullings


def kept(path: Path, *publishers: str, other_words: bool = False) -> Path:
    """A ledger of one report, as each of the outlets prints it, with a dispute between claims of two incidents."""
    ledger = arbin_ledger()
    one, other = next((a, b) for a in ledger.claims for b in ledger.claims if a.incident != b.incident)
    ledger = msgspec.structs.replace(
        ledger, disputes=(Dispute(one.incident or "", "responsibility", one.id, other.id, "denies", "denied"),)
    )
    with Store.open(path, write=True) as store:
        for number, publisher in enumerate(publishers):
            text = ledger.document.text + (" " * number if not other_words else f" ({publisher} has more.)")
            id_ = hashlib.sha256(text.encode()).hexdigest()
            document = msgspec.structs.replace(ledger.document, text=text, id=id_, publisher=publisher, doc=publisher)
            store.add(msgspec.structs.replace(ledger, document=document))
    return path


def test_a_dispute_between_two_incidents_is_told_once(tmp_path: Path) -> None:
    with Store.open(kept(tmp_path / "desk.sayso", "Post")) as store:
        found = list(pullings(store, IncidentFilter(disputed=True)))
        assert [("responsibility", "denies")] == [(one.field, one.how) for one in found]
        assert {found[0].a, found[0].b} <= {claim.id for claim in store.claims()}


@pytest.mark.parametrize("related", [True, False])
def test_copies_of_one_text_tell_one_dispute(tmp_path: Path, *, related: bool) -> None:
    path = kept(tmp_path / "desk.sayso", "Post", "Gazette")
    with Store.open(path, write=True) as store:
        if related:
            one, other = sorted(document.id for document in store.documents())
            store.relate(Relation(one, other, "copy", 1.0, "the same words"))
        assert (1 if related else 2) == len(list(pullings(store, IncidentFilter(disputed=True))))
