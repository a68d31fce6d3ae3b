"""Who is the same across articles: proposed by likeness, decided by people, kept for good."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadQuery, NotInLedger
from sayso.ledger import ActorFilter, ActorJudgement, ActorRecord, ClaimFilter, Store
from sayso.ledger.actor_nouns import ActorJudgementRecord
from sayso.ledger.reviewing.near import sounds
from sayso.ledger.writing.actor_judging import forwards_of
from sayso.model import (
    Actor,
    ActorKind,
    Cast,
    Claim,
    Event,
    Ledger,
    Run,
    Span,
)
from sayso.reading import document_of

AT = "2026-05-01T12:00:00Z"


def article(
    number: int, name: str, country: str | None = None, version: str = "1", kind: ActorKind = "person"
) -> Ledger:
    """An article in which someone shelled a town."""
    text = f"Report {number}. {name} shelled the town."
    code = name.upper().replace(" ", "_")
    span = Span(text.index("shelled"), text.index("shelled") + 7)
    event = Event(trigger=span, type="ASSAULT", factuality="happened")
    return Ledger(
        document_of(text, doc=f"a{number}"),
        Run(sayso=version, model="m", settings="s"),
        Cast((Actor(code, kind, (name,), country=country),)),
        claims=(Claim("e1", event, agent_actor=(code,), incident="i1"),),
    )


def keep(store: Store, *names: str) -> list[str]:
    """Add an article for each name; the ids of the actors."""
    for number, name in enumerate(names, 1):
        store.add(article(number, name))
    return [store.actor_id(name) for name in names]


def merge(actor: str, other: str, by: str = "anna", at: str = AT) -> ActorJudgement:
    return ActorJudgement("merge", by, at, actor, other)


def listed(store: Store) -> list[ActorRecord]:
    return list(store.actors())


def test_merged_actors_are_found_under_one_id_with_all_names_and_claims(store: Store) -> None:
    a, b = keep(store, "Mohammed Odd", "Muhammad Odd")
    store.judge_actors(merge(a, b))
    (record,) = listed(store)
    assert (a, (b,), 2) == (record.id, record.merged, record.claims)
    assert set(record.names) == {"Mohammed Odd", "Muhammad Odd"}
    assert len(list(store.claims(ClaimFilter(who=("Muhammad Odd",))))) == 2
    assert [one.agents[0].id for one in store.claims()] == [a, a]


def test_a_split_and_an_undo_take_a_merge_back(store: Store) -> None:
    a, b = keep(store, "Mohammed Odd", "Muhammad Odd")
    (kept,) = store.judge_actors(merge(a, b))
    store.judge_actors(ActorJudgement("split", "ben", "2026-05-02T12:00:00Z", a, b, "different"))
    assert len(listed(store)) == 2
    store.judge_actors(merge(a, b, at="2026-05-03T12:00:00Z"))
    assert len(listed(store)) == 1
    last = store.actor_judgements(a)[-1]
    store.undo(last.id, by="anna")
    assert len(listed(store)) == 2
    assert [one.undone for one in store.actor_judgements(a)][:3] == [False, False, True]
    with pytest.raises(BadQuery, match="judgement of anna"):
        store.undo(kept, by="ben")


def test_a_merge_survives_a_new_reading_and_is_in_the_log(store: Store) -> None:
    a, b = keep(store, "Mohammed Odd", "Muhammad Odd")
    (kept,) = store.judge_actors(merge(a, b))
    store.add(article(2, "Muhammad Odd", version="2"))
    assert [one.id for one in listed(store)] == [a]
    assert [one.subject for one in store.log() if one.kind == "actor judgement"] == [kept]
    assert list(store.verify()) == []


def test_a_merge_survives_that_an_actor_is_forgotten_and_comes_back(store: Store) -> None:
    a, b = keep(store, "Mohammed Odd", "Muhammad Odd")
    store.judge_actors(merge(a, b))
    assert store.forget(article(2, "Muhammad Odd").document.id)
    assert [one.merged for one in listed(store)] == [()]
    store.add(article(3, "Muhammad Odd"))
    assert [(one.id, one.merged) for one in listed(store)] == [(a, (b,))]
    assert list(store.verify()) == []


def test_two_ledgers_joined_have_both_judgements(store: Store, tmp_path: Path) -> None:
    a, b = keep(store, "Mohammed Odd", "Muhammad Odd")
    with Store.open(tmp_path / "other", write=True) as other:
        keep(other, "Mohammed Odd", "Muhammad Odd")
        other.judge_actors(merge(a, b))
        store.join(other)
    assert [one.id for one in listed(store)] == [a]
    assert list(store.verify()) == []


def test_spellings_are_proposed_and_not_merged_until_someone_judges(store: Store) -> None:
    a, b, _ = keep(store, "Mohammed Odd", "Muhammad Odd", "Ana Brandt")
    assert store.propose_actors() == 1
    assert store.propose_actors() == 0
    (found,) = store.proposed_actors()
    assert ({a, b}, 3) == ({found.a.id, found.b.id}, len(listed(store)))
    assert "spellings alike" in found.because
    assert list(store.proposed_actors(store.actor_id("Ana Brandt"))) == []
    store.judge_actors(ActorJudgement("note", "anna", AT, a, b, "different"))
    assert list(store.proposed_actors()) == []
    assert store.propose_actors() == 0


def test_people_of_two_countries_are_not_proposed(store: Store) -> None:
    store.add(article(1, "Mohammed Odd", "SY"))
    store.add(article(2, "Muhammad Odd", "MA"))
    assert store.propose_actors() == 0


def test_an_unsure_author_is_not_asked_again_and_others_are(store: Store) -> None:
    a, b = keep(store, "Mohammed Odd", "Muhammad Odd")
    store.propose_actors()
    store.judge_actors(ActorJudgement("note", "anna", AT, a, b, "unsure"))
    assert (0, 1) == (len(list(store.proposed_actors(by="anna"))), len(list(store.proposed_actors(by="ben"))))


@pytest.mark.parametrize(("one", "other"), [("mohammed", "muhamad"), ("qaddafi", "gadhafi"), ("yusuf", "youssef")])
def test_spellings_of_one_name_may_sound_alike(one: str, other: str) -> None:
    assert (sounds(one) == sounds(other)) is (one != "qaddafi")


def test_what_cannot_be_judged_is_refused(store: Store) -> None:
    a, b = keep(store, "Mohammed Odd", "Muhammad Odd")
    with pytest.raises(BadQuery, match="two of them"):
        store.judge_actors(merge(a, a))
    with pytest.raises(BadQuery, match="author"):
        store.judge_actors(merge(a, b, by=" "))
    with pytest.raises(NotInLedger):
        store.judge_actors(merge(a, "f" * 64))
    with pytest.raises(NotInLedger, match="no actor"):
        store.actor_id("nobody at all")


def test_an_altered_judgement_is_told(store: Store, path: Path) -> None:
    a, b = keep(store, "Mohammed Odd", "Muhammad Odd")
    store.judge_actors(merge(a, b))
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE actor_judgements SET by = 'somebody'"))
        connection.execute(sa.text("DELETE FROM actor_forwards"))
    engine.dispose()
    assert {(one.table, one.what) for one in store.verify()} == {
        ("actor_judgements", "altered: by"), ("actor_forwards", "altered: forward")
    }  # fmt: skip


ACTORS = st.sampled_from("abcde")


@given(st.lists(st.tuples(st.sampled_from(["merge", "split"]), ACTORS, ACTORS), max_size=12))
def test_whoever_is_found_under_another_is_found_under_one_that_stands(steps: list[tuple[str, str, str]]) -> None:
    records = [
        ActorJudgementRecord(str(number), ActorJudgement(action, "anna", AT, a, b))  # type: ignore[arg-type]  # drawn from them
        for number, (action, a, b) in enumerate(steps)
        if a != b
    ]
    forwards = forwards_of(records)
    assert not forwards.keys() & set(forwards.values())


def test_actors_of_the_registry_alone_are_listed_as_before(store: Store) -> None:
    keep(store, "Mohammed Odd")
    assert list(store.actors(ActorFilter(known=True))) == []
