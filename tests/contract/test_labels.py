"""What people decide on fields of claims is kept alike by every store, through every re-run."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from bench.made_up import made_up
from made.arbin import arbin_ledger, at
from made.postgres import Address
from sayso.errors import BadQuery, NotInLedger
from sayso.ledger import ClaimFilter, Decision, IncidentFilter, Judgement, LabelFilter, LabelRecord, Store, opened_by
from sayso.model import Dispute, Ledger, Run

WHEN = "2026-05-01T12:00:00Z"


@pytest.fixture
def store(address: Address) -> Iterator[Store]:
    with Store.open(address(), write=True) as opened:
        opened.add(arbin_ledger())
        yield opened


def claim(store: Store, local: str) -> str:
    """The id of a current claim by its local one."""
    return next(one.id for one in store.claims() if one.claim.id == local)


def read_again(ledger: Ledger) -> Ledger:
    """The article as a newer version reads it: other triggers, another type, the local ids in another order."""
    bombed, struck, *others = ledger.claims
    longer = msgspec.structs.replace(bombed.event, trigger=at("jets bombed"), type="COERCE", mode=None)
    claims = (*others, msgspec.structs.replace(bombed, id="e8", event=longer), msgspec.structs.replace(struck, id="e9"))
    return msgspec.structs.replace(ledger, run=Run("0.2.0", "other", "0" * 64), claims=claims, disputes=())


def only(found: Iterator[LabelRecord]) -> LabelRecord:
    (one,) = found
    return one


def test_a_decision_is_kept_with_its_author_and_with_what_was_judged(store: Store) -> None:
    bombed = claim(store, "e1")
    ids = store.label(
        Decision(bombed, "type", "accept"), Decision(bombed, "killed", "correct", "14", "the list names 14"), by="anna"
    )
    killed, type_ = sorted(store.labels(), key=lambda one: one.field)
    assert {killed.id, type_.id} == set(ids)
    assert (type_.was, type_.value, type_.claim, type_.type) == ("ASSAULT", None, bombed, "ASSAULT")
    assert (killed.was, killed.value, killed.by, killed.reason) == ("12+", "14", "anna", "the list names 14")
    assert (killed.start, killed.end) == (at("bombed").start, at("bombed").end)
    assert (killed.holder_start, killed.holder_end) == (at("Rebel commanders").start, at("Rebel commanders").end)
    assert [entry.kind for entry in store.log()][-2:] == ["label", "label"]
    assert [one.words for one in store.changes("2020-01-01") if one.what == "labelled"] == [
        "type: accept by anna",
        "killed: correct (14) by anna: the list names 14",
    ]
    assert list(store.verify()) == []


FIELDS = {
    "trigger": "bombed", "type": "ASSAULT", "mode": "aerial", "context": None, "factuality": "happened", "holder": "REBELS",
    "agent": "SYR_MIL", "patient": "the covered market of Arbin", "place": "Arbin", "time": "2015-09-28", "killed": "12+",
    "injured": "24+", "detained": None, "displaced": None, "claim": None,
}  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_told_as_it_was_judged(field: str, tmp_path: Path) -> None:
    with Store.open(tmp_path / "desk.sayso", write=True) as store:
        store.add(arbin_ledger())
        decision = msgspec.convert({"claim": claim(store, "e1"), "field": field, "verdict": "reject"}, Decision)
        store.label(decision, by="anna")
        assert only(store.labels()).was == FIELDS[field]


def test_a_label_survives_a_run_that_reads_other_words(store: Store) -> None:
    store.label(Decision(claim(store, "e1"), "type", "accept"), by="anna")
    store.label(Decision(claim(store, "e4"), "claim", "reject"), by="anna")
    store.add(read_again(arbin_ledger()))
    found = {one.field: one for one in store.labels()}
    assert found["type"].claim == claim(store, "e8")
    assert found["type"].was == "ASSAULT"
    assert found["claim"].claim == claim(store, "e4")
    store.add(msgspec.structs.replace(arbin_ledger(), run=Run("0.3.0", "blind", "0" * 64), claims=(), disputes=()))
    assert [one.claim for one in store.labels()] == [None, None]
    assert list(store.verify()) == []


def test_claims_that_share_a_trigger_are_told_apart_by_their_holders(store: Store) -> None:
    ledger = arbin_ledger()
    bombed, *others = ledger.claims
    twice = msgspec.structs.replace(bombed, id="e7", holder="a2")
    store.add(msgspec.structs.replace(ledger, run=Run("0.2.0", "m", "s"), claims=(bombed, twice, *others), disputes=()))
    store.label(Decision(claim(store, "e7"), "claim", "reject"), by="anna")
    store.add(
        msgspec.structs.replace(
            ledger,
            run=Run("0.3.0", "m", "s"),
            claims=(*others, msgspec.structs.replace(bombed, id="e8"), msgspec.structs.replace(twice, id="e9")),
            disputes=(),
        )
    )
    assert only(store.labels()).claim == claim(store, "e9")


def test_the_last_word_of_an_author_stands_and_an_undone_one_gives_way(store: Store) -> None:
    bombed = claim(store, "e1")
    (first,) = store.label(Decision(bombed, "type", "accept"), by="anna")
    (last,) = store.label(Decision(bombed, "type", "correct", "COERCE"), by="anna")
    (other,) = store.label(Decision(bombed, "type", "reject"), by="ben")
    assert {one.id for one in store.labels(LabelFilter(standing=True))} == {last, other}
    store.undo(last[:16], by="anna", reason="a slip")
    assert {one.id for one in store.labels(LabelFilter(standing=True))} == {first, other}
    assert {one.id: one.undone for one in store.labels()} == {first: False, last: True, other: False}
    for again in ((last, "anna"), (other, "anna"), ("0" * 64, "anna")):
        with pytest.raises((BadQuery, NotInLedger)):
            store.undo(again[0], by=again[1])
    assert list(store.verify()) == []


@pytest.mark.parametrize(
    "decision",
    [
        {"field": "type", "verdict": "correct"},
        {"field": "type", "verdict": "accept", "value": "COERCE"},
        {"field": "claim", "verdict": "correct", "value": "x"},
        {"field": "killed", "verdict": "correct", "value": "a dozen"},
        {"field": "factuality", "verdict": "correct", "value": "maybe"},
        {"field": "dispute", "verdict": "accept"},
        {"field": "dispute", "verdict": "accept", "value": "0" * 64},
        {"field": "colour", "verdict": "accept"},
        {"field": "type", "verdict": "doubt"},
        {"field": "type", "verdict": "accept", "claim": "0" * 64},
    ],
)
def test_a_decision_that_decides_nothing_is_refused_and_leaves_no_trace(
    decision: dict[str, str], tmp_path: Path
) -> None:
    with Store.open(tmp_path / "desk.sayso", write=True) as store:
        store.add(arbin_ledger())
        seal, bombed = store.seal(), claim(store, "e1")
        bad = Decision(**{"claim": bombed, **decision})  # type: ignore[arg-type]  # what cannot be is what is tested
        with pytest.raises((BadQuery, NotInLedger)):
            store.label(Decision(bombed, "type", "accept"), bad, by="anna")
        with pytest.raises(BadQuery):
            store.label(Decision(bombed, "type", "accept"), by=" ")
        assert (seal, []) == (store.seal(), list(store.labels()))


def test_labels_are_joined_and_forgotten_with_their_text(address: Address, store: Store) -> None:
    with Store.open(address(), write=True) as ben:
        ben.add(arbin_ledger())
        ben.add(made_up(1, 2))
        ben.label(Decision(claim(ben, "e5"), "claim", "accept"), by="ben")
        store.label(Decision(claim(store, "e1"), "claim", "accept"), by="anna")
        assert store.join(ben).labels == 1
        assert store.join(ben).labels == 0
        assert {one.by for one in store.labels()} == {"anna", "ben"}
        assert list(store.verify()) == []
        store.forget(arbin_ledger().document.id, "the author asked")
        assert list(store.labels()) == []
        assert store.join(ben).labels == 0
        assert list(store.verify()) == []


def test_the_queue_holds_what_an_author_has_not_judged(store: Store) -> None:
    ledger = made_up(4, 6)
    store.add(ledger)
    unsure = sorted(one.claim.event.confidence for one in store.claims() if one.claim.event.confidence < 0.5)
    low = [one.claim for one in store.review("anna", ["low"]) if one.claim is not None]
    assert [one.claim.event.confidence for one in low] == unsure
    store.label(Decision(low[0].id, "claim", "accept"), by="anna")
    assert [one.id for one in store.review("anna", ["low"])] == [one.id for one in low[1:]]
    assert [one.id for one in store.review("ben", ["low"])] == [one.id for one in low]
    (pulling, *more) = list(store.review("anna", ["dispute"]))
    assert pulling.claim is not None
    store.label(Decision(pulling.claim.id, "dispute", "reject", pulling.id), by="anna")
    assert [one.id for one in store.review("anna", ["dispute"])] == [one.id for one in more]
    assert [one.value for one in store.labels(LabelFilter(field=("dispute",)))] == [pulling.id]


def test_the_queue_holds_links_that_were_close_until_they_are_judged_or_undone(store: Store) -> None:
    store.add(made_up(4, 6))
    a, b, c, d = list(store.incidents())[:4]
    linker = {"by": "linker 1", "author": "rule", "at": WHEN}
    merge, unsure, sure = store.judge(
        Judgement("merge", incident=a.id, other=b.id, score=0.8, **linker),  # type: ignore[arg-type]  # each its own type
        Judgement("note", incident=a.id, other=c.id, score=0.6, verdict="unsure", **linker),  # type: ignore[arg-type]
        Judgement("merge", incident=c.id, other=d.id, score=0.99, **linker),  # type: ignore[arg-type]
    )
    assert [(one.id, one.merge.merged) for one in store.review("anna") if one.merge] == [(unsure, False), (merge, True)]
    store.judge(Judgement("note", "anna", WHEN, incident=a.id, other=c.id, verdict="different"))
    assert [one.id for one in store.review("anna", ["merge"])] == [merge]
    assert len(list(store.review("ben", ["merge"]))) == 2
    store.undo(merge, by="anna")
    assert [one.id for one in store.review("ben", ["merge"])] == [unsure]
    assert sure not in {one.id for one in store.review("ben")}


def test_a_merge_is_undone_with_its_ids_and_claims(store: Store) -> None:
    store.add(made_up(1, 4))
    before = {one.id: store.incident(one.id).claim_ids for one in store.incidents()}
    a, b, c = list(before)[:3]
    (merge,) = store.judge(Judgement("merge", "anna", WHEN, incident=a, other=b))
    (further,) = store.judge(Judgement("merge", "anna", "2026-05-02T00:00:00Z", incident=c, other=a))
    assert store.incident(b).id == c
    undoing = store.undo(merge, by="anna", reason="two attacks")
    assert store.incident(b).id == b
    assert set(store.incident(b).claim_ids) == set(before[b])
    assert set(store.incident(c).claim_ids) == {*before[a], *before[c]}
    store.undo(further, by="anna")
    assert before == {one.id: store.incident(one.id).claim_ids for one in store.incidents()}
    assert [one.judgement.undoes for one in store.judgements() if one.id == undoing] == [merge]
    with pytest.raises(BadQuery):
        store.undo(merge, by="anna")
    with pytest.raises(BadQuery):
        store.undo(undoing, by="anna")
    assert list(store.verify()) == []


def test_a_dispute_across_documents_ends_where_its_claims_are_taken_apart(store: Store) -> None:
    before = {one.id for one in store.incidents()}
    store.add(made_up(1, 2))
    store.add(made_up(2, 2))
    a, b = [one.id for one in store.incidents() if one.id not in before]
    linker = Judgement("merge", "linker 1", WHEN, incident=a, other=b, author="rule", score=0.8)
    (merge,) = store.judge(linker)
    one, other = store.incident(a).claim_ids[0], store.incident(a).claim_ids[-1]
    store.pull_apart(a, [Dispute(a, "toll", one, other, "contradicts")])
    assert [found.reading for found in store.disputes([one]) if found.b == other] == [None]
    store.undo(merge, by="anna")
    assert [found for found in store.disputes([one]) if found.b == other] == []
    assert list(store.verify()) == []


def test_what_was_moved_again_since_stays_when_the_first_move_is_undone(store: Store) -> None:
    store.add(made_up(1, 6))
    a, b, c = [one.id for one in store.incidents()][:3]
    first, second = store.incident(a).claim_ids[:2]
    (split,) = store.judge(Judgement("split", "anna", WHEN, incident=a, claims=(first, second), verdict="different"))
    store.judge(Judgement("link", "ben", "2026-05-02T00:00:00Z", incident=b, claims=(second,)))
    with pytest.raises(BadQuery):
        store.undo(split, by="ben")
    store.undo(split, by="anna")
    assert first in store.incident(a).claim_ids
    assert second in store.incident(b).claim_ids
    assert store.incident(opened_by(split)).claims == 0
    assert c in {one.id for one in store.incidents(IncidentFilter())}
    assert list(store.verify()) == []


def test_what_was_undone_stays_undone_when_ledgers_are_joined(address: Address) -> None:
    found = []
    for way in (0, 1):
        with Store.open(address(), write=True) as anna, Store.open(address(), write=True) as ben:
            for store in (anna, ben):
                store.add(made_up(1, 4))
            a, b = [one.id for one in anna.incidents()]
            (merge,) = anna.judge(Judgement("merge", "anna", WHEN, incident=a, other=b))
            anna.undo(merge, by="anna")
            ben.judge(Judgement("note", "ben", "2026-05-03T00:00:00Z", incident=a))
            one, other = (anna, ben) if way else (ben, anna)
            one.join(other)
            assert list(one.verify()) == []
            found.append({here.id: one.incident(here.id).claim_ids for here in one.incidents()})
    assert len(found[0]) == 2
    assert found[0] == found[1]


def test_two_authors_agree_as_far_as_they_decide_alike(store: Store) -> None:
    names = ["e1", "e2", "e3", "e4", "e5"]
    for name in names:
        store.label(
            Decision(claim(store, name), "type", "accept"), Decision(claim(store, name), "claim", "accept"), by="anna"
        )
    for name in names[:3]:
        store.label(Decision(claim(store, name), "type", "accept"), by="ben")
    store.label(Decision(claim(store, "e4"), "type", "correct", "coerce"), by="ben")
    store.label(Decision(claim(store, "e5"), "claim", "reject"), by="ben")
    found = store.agreement("anna", "ben")
    assert (found.items, found.same, found.fields["type"].items, found.fields["claim"].items) == (5, 3, 4, 1)
    apart = [(one.a.by, one.b.by, one.a.field, one.a.verdict, one.b.verdict) for one in found.conflicts]
    assert [("anna", "ben", "claim", "accept", "reject"), ("anna", "ben", "type", "accept", "correct")] == apart
    # four units of two: n = 8, seven times accept and once coerce; one unit pulls apart
    assert found.fields["type"].alpha == pytest.approx(1 - 7 * 2 / (64 - 49 - 1))
    assert store.agreement("anna", "nobody").alpha is None
    with pytest.raises(BadQuery):
        store.agreement("anna", "anna")


def test_all_of_a_filter_must_fit(store: Store) -> None:
    store.label(
        Decision(claim(store, "e1"), "type", "accept"), Decision(claim(store, "e2"), "type", "reject"), by="anna"
    )
    store.label(Decision(claim(store, "e1"), "place", "reject"), by="ben")
    struck = claim(store, "e2")
    for asked, many in (
        (LabelFilter(by=("anna",)), 2),
        (LabelFilter(claims=(struck[:12],)), 1),
        (LabelFilter(documents=(arbin_ledger().document.id,), field=("type",)), 2),
        (LabelFilter(verdict=("reject",), by=("ben",)), 1),
        (LabelFilter(since="2999-01-01"), 0),
        (LabelFilter(documents=("f" * 64,)), 0),
    ):
        assert many == len(list(store.labels(asked)))
    assert len(list(store.claims(ClaimFilter()))) == 5
