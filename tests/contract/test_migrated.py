"""A ledger of an older version of sayso, upgraded: in a SQLite file and in a PostgreSQL database alike."""

from importlib import import_module

import msgspec
import pytest

from bench.made_up import made_up
from made.arbin import arbin_ledger
from made.postgres import Address
from sayso.ledger import PlaceFilter, Store, custody, migrate
from sayso.ledger.opening import engines, making
from sayso.ledger.whole import migrating
from sayso.model import Ledger, Place, Toponym


def test_the_migrations_one_after_the_other_make_a_ledger_that_works(address: Address) -> None:
    where = address()
    engine = engines.engine_of(engines.address_of(where), write=True, wait=1)
    with engine.begin() as connection:
        migrating.upgrade(connection, engines.HEAD)
        custody.append(connection, "2026-05-01T12:00:00Z", "made", "", "", schema=engines.HEAD)
    engine.dispose()
    with Store.open(where, write=True) as store:
        store.add(arbin_ledger())
        assert list(store.verify()) == []


def narrowed() -> Ledger:
    """An article that tells of the east of a town, beyond the border of the town's country."""
    ledger = arbin_ledger()
    part = Place("east of Arbin", "region", "region", lat=33.55, lon=36.5, country="IQ")
    return msgspec.structs.replace(
        ledger, places=(msgspec.structs.replace(ledger.places[0], part=part), *ledger.places[1:])
    )


def test_claims_are_put_anew_where_their_words_narrow_the_place_to(
    address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    where, ledger = address(), narrowed()
    with monkeypatch.context() as older:
        older.setattr(Toponym, "where", property(lambda self: self.place))
        for module in (engines, making, import_module("sayso.ledger.verifying.verify")):
            older.setattr(module, "HEAD", "0004")
        with Store.open(where, write=True) as store:
            store.add(made_up(1, 3))
            store.add(ledger)
            assert list(store.verify()) == []
            assert [one.place.name for one in store.places(PlaceFilter(name=("arbin",)))] == ["Arbin"]
            ids = {claim.id for claim in store.claims()}
    done = migrate(where, backed_up=True)
    assert (done.before, done.after) == ("0004", engines.HEAD)
    with Store.open(where) as store:
        assert list(store.verify()) == []
        assert {"Arbin"}.isdisjoint(one.place.name for one in store.places())
        (place,) = store.places(PlaceFilter(name=("east of Arbin",)))
        assert (place.documents, place.claims) == (1, 2)
        assert ids == {claim.id for claim in store.claims()}
        assert ledger == store.ledger(ledger.document.id)
