"""What every store keeps to, be it a SQLite file or a PostgreSQL database."""

import threading
from itertools import permutations

import msgspec
import pytest

from bench.made_up import made_up
from made.arbin import TEXT, arbin_ledger
from made.postgres import Address
from sayso.errors import BadQuery, LedgerBusy, LedgerReadOnly, NoLedger, NotInLedger
from sayso.ledger import (
    ActorFilter,
    Appearance,
    ClaimFilter,
    ClaimRecord,
    IncidentFilter,
    Judgement,
    PlaceFilter,
    Relation,
    Store,
    opened_by,
    run_id,
)
from sayso.model import Dispute, Ledger, Place, Problem, Run

WHEN = "2026-05-01T12:00:00Z"


class Undone(Exception):
    """Ends a transaction without keeping it."""


def content(store: Store) -> dict[str, object]:
    """All that a ledger says, whatever the order in which it was told."""
    claims = sorted((claim.id, claim.current, claim.incident, claim.disputed) for claim in store.claims())
    return {
        "claims": claims,
        "actors": sorted(msgspec.json.encode(one) for one in store.actors()),
        "places": sorted(msgspec.json.encode(one) for one in store.places()),
        "documents": sorted(msgspec.json.encode(one) for one in store.documents()),
        "incidents": sorted(msgspec.json.encode(msgspec.structs.replace(one, opened="")) for one in store.incidents()),
        "readings": sorted(one.id for document in store.documents() for one in store.document(document.id).readings),
        "judgements": sorted(one.id for one in store.judgements()),
        "labels": sorted(msgspec.json.encode(one) for one in store.labels()),
    }


def newer(ledger: Ledger) -> Ledger:
    """The article as a newer version reads it: one claim fewer, one of another type."""
    first, second, *rest = ledger.claims
    changed = msgspec.structs.replace(second, event=msgspec.structs.replace(second.event, type="COERCE", mode=None))
    return msgspec.structs.replace(
        ledger, run=Run("0.2.0", "other", "0" * 64), claims=(changed, *rest), disputes=()
    ) if first else ledger  # fmt: skip


def test_an_article_comes_back_as_it_was_added(store: Store) -> None:
    for ledger in (arbin_ledger(), made_up(1, 5)):
        store.add(ledger)
        assert ledger == store.ledger(ledger.document.id)


def test_characters_that_no_database_takes_are_kept_to_the_letter(store: Store) -> None:
    ledger = arbin_ledger()
    odd = msgspec.structs.replace(ledger.document, text=TEXT + "\0 and half \ud83d a pair", doc="a\0b")
    ledger = msgspec.structs.replace(ledger, document=odd)
    store.add(ledger)
    assert ledger == store.ledger(ledger.document.id)


def test_adding_again_adds_nothing(store: Store) -> None:
    store.add(made_up(1, 5))
    before, seal = content(store), store.seal()
    added = store.add(made_up(1, 5))
    assert (added.new_document, added.new_reading, added.new_appearance) == (False, False, False)
    assert (before, seal) == (content(store), store.seal())


def test_any_order_of_documents_gives_the_same_ledger(address: Address) -> None:
    found = []
    for order in permutations(range(3)):
        with Store.open(address(), write=True) as store:
            for number in order:
                store.add(made_up(number, 4))
            found.append(content(store))
    assert all(one == found[0] for one in found)


def test_a_text_given_with_two_dates_counts_once_in_any_order(address: Address) -> None:
    one = made_up(1, 4)
    published = msgspec.structs.replace(one.document.published, edtf="2031-01-01")
    other = msgspec.structs.replace(one, document=msgspec.structs.replace(one.document, published=published))
    found = []
    for order in ((one, other), (other, one)):
        with Store.open(address(), write=True) as store:
            for ledger in order:
                store.add(ledger)
            assert store.count() == 4
            found.append(content(store))
    assert found[0] == found[1]


def test_a_newer_version_reads_beside_the_old_and_counts(store: Store) -> None:
    old = made_up(1, 4)
    store.add(old)
    before = {claim.id for claim in store.claims()}
    store.add(newer(old))
    assert store.count() == 3
    assert before == {claim.id for claim in store.claims(ClaimFilter(runs=(run_id(old.run),)))}
    kinds = sorted(one.kind for one in store.differences("0.1.0", "0.2.0"))
    assert kinds == ["gone", "gone", "new"]
    # an older version that comes later does not count
    store.add(msgspec.structs.replace(old, run=Run("0.0.9", "older", "0" * 64)))
    assert store.count() == 3
    assert list(store.verify()) == []


def test_an_unchanged_claim_keeps_its_id_and_incident_through_versions(store: Store) -> None:
    old = made_up(1, 4)
    store.add(old)
    before = {claim.id: claim.incident for claim in store.claims()}
    store.add(msgspec.structs.replace(old, run=Run("0.2.0", "other", "0" * 64)))
    assert before == {claim.id: claim.incident for claim in store.claims()}
    assert list(store.differences("0.1.0", "0.2.0")) == []


def test_a_claim_is_put_where_its_words_narrow_the_place_to(store: Store) -> None:
    ledger = arbin_ledger()
    whole = ledger.places[0]
    assert whole.place is not None
    before = {claim.claim.id: claim.id for claim in _claims_of(store, ledger)}
    part = Place("east of Arbin", "region", "region", lat=33.55, lon=36.5, country="SY")
    narrowed = msgspec.structs.replace(whole, part=part)
    ledger = msgspec.structs.replace(ledger, run=Run("0.2.0", "m", "s"), places=(narrowed, *ledger.places[1:]))
    found = _claims_of(store, ledger)
    assert {claim.place.place.name for claim in found if claim.place is not None} == {"east of Arbin"}
    assert before == {claim.claim.id: claim.id for claim in found}
    assert [one.place.name for one in store.places()] == ["east of Arbin"]
    assert store.ledger(ledger.document.id) == ledger
    assert list(store.verify()) == []


def _claims_of(store: Store, ledger: Ledger) -> list[ClaimRecord]:
    store.add(ledger)
    return list(store.claims())


def test_actors_places_and_incidents_are_counted(store: Store) -> None:
    store.add(arbin_ledger())
    actor = next(store.actors(ActorFilter(name=("its aircraft",))))
    assert (actor.code, actor.claims, actor.documents, actor.names) == (
        "SYR_MIL",
        3,
        1,
        ("government jets", "its aircraft"),
    )
    place = next(store.places(PlaceFilter(country=("SY",))))
    assert (place.place.name, place.claims) == ("Arbin", 2)
    incident = next(store.incidents(IncidentFilter(disputed=True)))
    assert (incident.claims, incident.killed_low, incident.day, incident.country) == (2, 12, "2015-09-28", "SY")


def test_judgements_move_claims_and_are_undone_by_others(store: Store) -> None:
    store.add(made_up(1, 4))
    one, other = list(store.incidents())
    first = store.incident(one.id).claim_ids
    store.judge(Judgement("merge", "anna", WHEN, incident=one.id, other=other.id, reason="one attack"))
    assert store.incident(other.id).id == one.id
    assert store.incident(one.id).claims == 4
    (split,) = store.judge(
        Judgement("split", "ben", "2026-05-02T00:00:00Z", incident=one.id, claims=first, verdict="different")
    )
    assert set(first) == set(store.incident(opened_by(split)).claim_ids)
    store.judge(Judgement("link", "ben", "2026-05-03T00:00:00Z", incident=one.id, claims=first[:1]))
    assert first[0] in store.incident(one.id).claim_ids
    store.judge(Judgement("cut", "ben", "2026-05-04T00:00:00Z", incident=one.id, claims=first[:1], verdict="different"))
    assert first[0] in store.incident(opened_by(split)).claim_ids
    assert [one.judgement.action for one in store.judgements()] == ["merge", "split", "link", "cut"]
    assert list(store.verify()) == []


def test_a_judgement_about_nothing_is_refused_and_leaves_no_trace(store: Store) -> None:
    store.add(made_up(1, 4))
    seal, incident = store.seal(), next(store.incidents()).id
    with pytest.raises(NotInLedger):
        store.judge(Judgement("link", "anna", WHEN, incident=incident, claims=("0" * 64,)))
    with pytest.raises(BadQuery):
        store.judge(Judgement("merge", "anna", WHEN, incident=incident))
    assert (seal, ()) == (store.seal(), store.judgements())


def test_disputes_across_documents_are_kept_and_replaced(store: Store) -> None:
    store.add(made_up(1, 2))
    store.add(made_up(2, 2))
    a, b = (next(store.incidents(IncidentFilter(ids=(one.id,)))) for one in store.incidents())
    store.judge(Judgement("merge", "linker 1", WHEN, incident=a.id, other=b.id, author="rule"))
    ids = store.incident(a.id).claim_ids
    store.pull_apart(a.id, [Dispute(a.id, "toll", ids[0], ids[3], "contradicts")])
    assert {ids[0], ids[3]} <= {claim.id for claim in store.claims(ClaimFilter(disputed=True))}
    assert list(store.verify()) == []
    store.pull_apart(a.id, [])
    assert [one for one in store.disputes(ids) if one.reading is None] == []


def test_disputes_of_many_incidents_are_written_where_they_are_other_than_before(store: Store) -> None:
    for number in (1, 2, 3):
        store.add(made_up(number, 2))
    a, b, c = (one.id for one in store.incidents())
    store.judge(Judgement("merge", "linker 1", WHEN, incident=a, other=b, author="rule"))
    ids = store.incident(a).claim_ids
    pulling = [Dispute(a, "toll", ids[0], ids[3], "contradicts")]
    store.pull_apart_all({a: pulling, c: []})
    seal = store.seal()
    store.pull_apart_all({a: pulling, c: []})
    assert store.seal() == seal
    store.pull_apart_all({a: [], c: []})
    assert [one for one in store.disputes(ids) if one.reading is None] == []
    assert list(store.verify()) == []


def test_forgetting_leaves_a_tombstone_and_nothing_of_the_text(store: Store) -> None:
    store.add(arbin_ledger())
    before = content(store)
    gone = made_up(3, 4)
    store.add(gone, Appearance("x", bytes_hash="1" * 64), b"the very bytes")
    assert store.forget(gone.document.id, "the author asked")
    assert not store.forget(gone.document.id, "again")
    tomb = store.document(gone.document.id)
    assert (tomb.because, tomb.characters, tomb.appearances, tomb.readings) == ("the author asked", 0, (), ())
    with pytest.raises(NotInLedger):
        store.text(gone.document.id)
    kept = arbin_ledger().document
    assert store.texts([kept.id, gone.document.id]) == {kept.id: kept.text}
    assert list(store.search("report", "documents")) == []
    after = content(store)
    assert [before[name] for name in ("claims", "actors", "places", "incidents")] == [
        after[name] for name in ("claims", "actors", "places", "incidents")
    ]
    assert store.add(gone).forgotten
    assert store.count() == 5
    assert list(store.verify()) == []


def test_two_ledgers_are_joined_either_way_round(address: Address) -> None:
    found = []
    for way in (0, 1):
        with Store.open(address(), write=True) as anna, Store.open(address(), write=True) as ben:
            for store, numbers in ((anna, (1, 2)), (ben, (2, 3))):
                for number in numbers:
                    store.add(made_up(number, 4))
            here = [one.id for one in anna.incidents(IncidentFilter())]
            shared = [one.id for one in ben.incidents() if one.id in here]
            anna.judge(Judgement("merge", "anna", WHEN, incident=shared[0], other=shared[1]))
            ben.judge(
                Judgement(
                    "link",
                    "ben",
                    "2026-05-02T00:00:00Z",
                    incident=shared[0],
                    claims=ben.incident(shared[1]).claim_ids[:1],
                )
            )
            one, other = (anna, ben) if way else (ben, anna)
            joined = one.join(other)
            assert (joined.documents, joined.judgements) == (1, 1)
            assert list(one.verify()) == []
            found.append(content(one))
            assert one.join(other).readings == 0
    assert found[0] == found[1]


def test_copies_and_versions_lead_to_their_origin(store: Store) -> None:
    ids = [store.add(made_up(number, 2)).document for number in range(3)]
    store.relate(Relation(ids[1], ids[0], "copy", 0.9, credit="AP"))
    assert not store.relate(Relation(ids[1], ids[0], "copy", 0.9, credit="AP"))
    store.relate(Relation(ids[2], ids[1], "version", 0.8))
    assert {one.origin for one in store.documents()} == {ids[0]}
    store.sign(ids[0], b"\1\2", [5, -7])
    assert store.alike([-7, 12]) == [(ids[0], b"\1\2")]
    assert list(store.verify()) == []


def test_of_several_that_a_text_comes_from_the_likest_is_followed_and_a_circle_ends(store: Store) -> None:
    ids = [store.add(made_up(number, 2)).document for number in range(4)]
    store.relate(Relation(ids[1], ids[0], "copy", 0.6))
    store.relate(Relation(ids[1], ids[2], "copy", 0.9))
    store.relate(Relation(ids[2], ids[3], "version", 0.8))
    store.relate(Relation(ids[3], ids[2], "version", 0.8))
    assert {one.id: one.origin for one in store.documents()} == {
        ids[0]: ids[0],
        ids[1]: ids[3],
        ids[2]: ids[3],
        ids[3]: ids[2],
    }


def test_problems_are_counted_and_solved(store: Store) -> None:
    for _ in range(2):
        store.problem(Problem("a.html", "no text", "reading"), "folder")
    (problem,) = store.problems()
    assert (problem.tries, problem.source, problem.where) == (2, "folder", "reading")
    assert store.solve(doc="a.html") == 1
    assert store.problems() == ()
    assert len(store.problems(solved=True)) == 1
    store.fetched("https://example.org/feed", '"1"', None)
    assert store.feed("https://example.org/feed") == ('"1"', None)
    assert list(store.verify()) == []


def test_a_batch_is_kept_whole_or_not_at_all(store: Store) -> None:
    with pytest.raises(Undone), store.batch():  # noqa: PT012  # the block is what is tested
        store.add(made_up(1, 2))
        raise Undone
    assert list(store.documents()) == []
    with store.batch():
        store.add(made_up(1, 2))
        with pytest.raises(NotInLedger):
            store.relate(Relation("0" * 64, "1" * 64, "copy"))
        store.add(made_up(2, 2))
    assert store.count() == 4
    assert list(store.verify()) == []


def test_a_second_writer_is_told_or_waits(address: Address) -> None:
    where = address()
    with Store.open(where, write=True) as first, Store.open(where, write=True, wait=0.2) as hasty:
        with first.batch():
            first.add(made_up(1, 2))
            with pytest.raises(LedgerBusy, match="another process is writing"):
                hasty.add(made_up(2, 2))
            with Store.open(where) as reader:  # sees what is kept, and does not wait
                assert list(reader.documents()) == []
        with Store.open(where, write=True, wait=30) as patient:
            waiting = threading.Thread(target=lambda: patient.add(made_up(3, 2)))
            with first.batch():
                first.add(made_up(2, 2))
                waiting.start()
            waiting.join()
        assert first.count() == 6
        assert list(first.verify()) == []


def test_what_was_opened_for_reading_is_not_written(address: Address) -> None:
    where = address()
    with pytest.raises(NoLedger):
        Store.open(where)
    Store.open(where, write=True).close()
    with Store.open(where) as store, pytest.raises(LedgerReadOnly):
        store.add(made_up(1, 2))


def test_changes_tell_what_is_new_revised_and_judged(store: Store) -> None:
    store.add(made_up(1, 4))
    store.add(newer(made_up(1, 4)))
    store.judge(Judgement("note", "anna", WHEN, reason="looks odd"))
    assert [one.what for one in store.changes("2020-01-01")] == ["kept up", "new", "revised", "judged"]
    assert list(store.changes("2999-01-01")) == []
    with pytest.raises(BadQuery):
        list(store.changes("yesterday"))
