"""Nobody is on both sides of a deed."""

from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from sayso.claiming.apart import Sides, among_their_own, sides_of
from sayso.model import Document, Event, EventType, Ledger, Parse, Sentence, Span, Token
from sayso.naming import resolve
from sayso.resources.actors import Registry

Read = Callable[..., Ledger]
TEXT = "He saw Ana, Leif, Ana"
WORDS = {"He": Span(0, 2), "Ana": Span(7, 10), "Leif": Span(12, 16), "Ana again": Span(18, 21)}


def parse_of() -> Parse:
    tokens = tuple(
        Token(i, span.start, span.end, word, word, "PRON" if word == "He" else "PROPN", "NNP", "ROOT", i, "", 0)
        for i, (word, span) in enumerate(WORDS.items())
    )
    return Parse(TEXT, tokens, (Sentence(0, 0, len(tokens), Span(0, len(TEXT)), 0),), (), ((),) * len(tokens))


def event(agent: Sequence[str], patient: Sequence[str], type_: EventType = "ASSAULT") -> Event:
    return Event(
        Span(3, 6), type_, agent=tuple(WORDS[one] for one in agent), patient=tuple(WORDS[one] for one in patient)
    )


TYPES: tuple[EventType, ...] = ("AGREE", "AID")
NAMES = {"He": "ANA", "Ana": "ANA", "Leif": "LEIF", "Ana again": "ANA"}


def actors(spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(NAMES[word] for word, span in WORDS.items() if span in spans))


def told(agent: Sequence[str], patient: Sequence[str], type_: EventType = "ASSAULT") -> tuple[tuple[str, ...], ...]:
    found = sides_of(event(agent, patient, type_), parse_of(), actors)
    return found.agents, found.patients


def test_one_of_several_doers_to_whom_it_is_done_is_no_doer() -> None:
    assert told(["Ana", "Leif"], ["Ana again"]) == (("LEIF",), ("ANA",))


def test_one_of_several_who_agree_stays() -> None:
    assert told(["Ana", "Leif"], ["Ana again"], "AGREE") == (("ANA", "LEIF"), ())


def test_a_pronoun_gives_way_to_a_name() -> None:
    assert told(["He"], ["Ana"]) == ((), ("ANA",))
    assert told(["Ana"], ["He"]) == (("ANA",), ())


def test_the_same_words_are_not_told_twice() -> None:
    found = sides_of(event(["Ana"], ["Ana again"]), parse_of(), actors)
    assert (found.event.agent, found.event.patient) == ((WORDS["Ana"],), ())


@given(st.sets(st.sampled_from(list(WORDS))), st.sets(st.sampled_from(list(WORDS))), st.sampled_from(TYPES))
def test_no_actor_is_on_both_sides(agent: set[str], patient: set[str], type_: EventType) -> None:
    agents, patients = told(sorted(agent), sorted(patient), type_)
    assert not set(agents) & set(patients)


def test_he_is_not_whom_he_shot(read: Read) -> None:
    ledger = read("Leif Odd spoke in Oslo. He shot Leif Odd in March.")
    shot = next(one for one in ledger.claims if one.event.trigger.words(ledger.document.text) == "shot")
    assert (shot.agent_actor, shot.patient_actor) == ((), ("LEIF_ODD",))


def test_forces_told_by_a_pronoun_do_not_attack_their_own(parse_text: Callable[..., tuple[Document, Parse]]) -> None:
    text = "The Peruvian army left. They shelled Peruvian troops, and the protests of Peru ended."
    document, parse = parse_text(text)
    cast = resolve(document, parse, Registry.open())
    army = next(actor.id for actor in cast.actors if actor.kind == "military")
    they, troops = (Span(text.index(one), text.index(one) + len(one)) for one in ("They", "Peruvian troops"))
    shelled = Span(text.index("shelled"), text.index("shelled") + 7)
    attack = Sides(Event(shelled, "ASSAULT", agent=(they,), patient=(troops,)), (army,), (army,))
    assert among_their_own(attack, parse, cast).agents == ()
    assert among_their_own(Sides(attack.event, (army,), ()), parse, cast).agents == (army,)
    protests = Span(text.index("protests"), text.index("protests") + 8)
    assert among_their_own(Sides(Event(protests, "PROTEST", agent=(they,)), (army,), ()), parse, cast).agents == ()
