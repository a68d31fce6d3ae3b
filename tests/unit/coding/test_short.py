"""What a text of a sentence or two tells of two sides."""

from collections.abc import Callable, Container

import msgspec
import pytest

from sayso.coding import find_events_of_short, is_short
from sayso.coding.antecedents import with_names
from sayso.coding.candidates import candidates
from sayso.coding.hints import NO_HINTS
from sayso.coding.participants import BARS, Bars, find_roles
from sayso.coding.short import OBSERVED
from sayso.model import Actor, Cast, Document, Event, Ledger, Mention, Parse, Span
from sayso.pipeline import Pipeline
from sayso.resources.codebook import Lexicon
from sayso.tagging import Tagger

Read = Callable[..., Ledger]
ParseText = Callable[..., tuple[Document, Parse]]


def _told(read: Read, text: str) -> dict[str, tuple[str, list[str], list[str]]]:
    """Trigger to type, agents and patients."""
    events = [one.event for one in read(text).claims]
    return {
        one.trigger.words(text): (
            one.type, [span.words(text) for span in one.agent], [span.words(text) for span in one.patient]
        )
        for one in events
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "trigger", "type", "agents", "patients"),
    [
        ("Ghana says it will not accept any sailors of Norway.", "accept", "REJECT", ["Ghana"], ["any sailors of Norway"]),
        ("Ghana and Norway met in Oslo on Monday.", "met", "CONSULT", ["Ghana"], ["Norway"]),
        ("Ghana and Norway have agreed to share information.", "agreed", "AGREE", ["Ghana"], ["Norway"]),
        ("Ghana returned a painting to the government of Norway.", "returned", "CONCEDE", ["Ghana"],
         ["the government of Norway"]),
    ],
)  # fmt: skip
def test_sides_are_named(
    read: Read, text: str, trigger: str, type: str, agents: list[str], patients: list[str]  # noqa: A002  # as Event has it
) -> None:  # fmt: skip
    kind, doers, done_to = _told(read, text)[trigger]
    assert (kind, doers) == (type, agents)
    assert set(patients) <= set(done_to)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The rebels threatened to shell the harbour of Tyre.", ["threatened"]),
        ("Norway has refused to meet the Ghanaian envoy.", ["refused"]),
        ("Police beat and arrested protesters in the capital.", ["beat", "arrested"]),
    ],
)
def test_of_two_deeds_one_within_the_other_the_likelier_is_told(read: Read, text: str, kept: list[str]) -> None:
    assert list(_told(read, text)) == kept


def test_an_article_keeps_pronouns_and_what_is_threatened(read: Read) -> None:
    text = "The rebels said they threatened to shell the harbour of Tyre. " * 6
    events = [one.event for one in read(text).claims]
    assert {"threatened", "shell"} <= {one.trigger.words(text) for one in events}
    assert {span.words(text) for one in events for span in one.agent} == {"they"}


def test_the_border_between_short_texts_and_articles_is_that_of_subjects(parse_text: ParseText) -> None:
    assert is_short(parse_text("Rebels shelled the town.")[1])
    assert not is_short(parse_text("Rebels shelled the town. " * 12)[1])


@pytest.fixture(scope="module")
def found(
    parse_text: ParseText, pipeline: Pipeline, tagger: Tagger, lexicon: Lexicon
) -> Callable[..., tuple[Event, ...]]:
    def found(text: str, least: float = OBSERVED, lexicon: Lexicon = lexicon) -> tuple[Event, ...]:
        document, parse = parse_text(text)
        cast = pipeline.pieces(document).cast
        read = tagger.read(document)
        return find_events_of_short(document, parse, cast, (), lexicon, read.tags.triggers, least, opinion=read.parts)

    return found


def _cooler(lexicon: Lexicon, shift: float) -> Lexicon:
    """The lexicon with a judge who is as sure of every word: log-odds of shift."""
    return msgspec.structs.replace(lexicon, events=msgspec.structs.replace(lexicon.events, calibration=(0.0, shift)))


def test_the_likeliest_that_passes_between_named_sides_is_told_where_nothing_is_sure(
    found: Callable[..., tuple[Event, ...]], lexicon: Lexicon
) -> None:
    text = "Ghana praised Norway."
    unsure = _cooler(lexicon, -0.4)  # a chance of 0.4
    assert [(one.type, one.confidence) for one in found(text, lexicon=unsure)] == [("SUPPORT", OBSERVED)]
    assert not found(text, least=0.8, lexicon=unsure)
    assert not found(text, lexicon=_cooler(lexicon, -1.5))  # a chance of 0.18
    assert not found("The dog praised the cat.", lexicon=unsure)


def test_where_something_sure_passes_nothing_unsure_is_told(found: Callable[..., tuple[Event, ...]]) -> None:
    text = "Ghana condemned Norway, which praised Peru."
    assert all(one.confidence > OBSERVED for one in found(text))


def test_who_tells_of_a_deed_need_be_as_likely_to_do_it_as_in_an_article(
    parse_text: ParseText, lexicon: Lexicon
) -> None:
    _, parse = parse_text("The mayor said on the radio that the army and its guests had shelled the old harbour.")
    [deed] = [one for one in candidates(parse, parse.sentences[0], lexicon, NO_HINTS) if one.word == "shell"]

    def doers(agent: float, tellers: Container[int]) -> set[str]:
        bars = Bars(agent=agent, patient=0.3, more=0.4, more_agents=agent)
        return {one.text for one in find_roles(deed, "ASSAULT", [deed], parse, lexicon, bars, tellers).agents}

    assert "mayor" in doers(0.0, ())
    assert doers(0.0, range(len(parse.tokens))) <= doers(BARS.agent, ()) == {"army", "guests"}


def _mention(text: str, words: str, kind: str, at: int = 0) -> Mention:
    start = text.index(words, at)
    span = Span(start, start + len(words))
    return Mention(span, span, "pronoun" if kind == "pronoun" else "name", "A")


def _event(text: str, agent: str) -> Event:
    start = text.index(f" {agent} ") + 1
    return Event(
        trigger=Span(0, 1),
        type="REJECT",
        agent=(Span(start, start + len(agent)),),
        factuality="happened",
        confidence=0.9,
    )


def test_a_pronoun_is_who_the_cast_has_it_for(parse_text: ParseText) -> None:
    text = "Norway left the pact after Ghana said it would not sign."
    _, parse = parse_text(text)
    cast = Cast(
        (Actor("A", "state", ("Norway",)),), (_mention(text, "Norway", "name"), _mention(text, "it", "pronoun", 25))
    )
    assert [span.words(text) for span in with_names(_event(text, "it"), parse, cast).agent] == ["Norway"]


def test_nobody_does_a_thing_to_themselves_by_a_pronoun(parse_text: ParseText) -> None:
    text = "Norway said it would not leave it there."
    _, parse = parse_text(text)
    mentions = (_mention(text, "Norway", "name"), _mention(text, "it", "pronoun"), _mention(text, "it", "pronoun", 14))
    patient = Span(text.rindex("it "), text.rindex("it ") + 2)
    event = msgspec.structs.replace(_event(text, "it"), patient=(patient,))
    assert with_names(event, parse, Cast((Actor("A", "state", ("Norway",)),), mentions)) == event


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("The committee declared that it will not end the march.", "it", "The committee"),
        ("The drivers declared that they will not end the march.", "they", "The drivers"),
        ("The drivers declared that it will not end the march.", "it", "it"),
        ("Rain fell and it will not end the march.", "it", "it"),
    ],
)
def test_a_pronoun_of_nobody_known_is_whose_words_it_stands_in(
    parse_text: ParseText, text: str, pronoun: str, expected: str
) -> None:
    _, parse = parse_text(text)
    assert [span.words(text) for span in with_names(_event(text, pronoun), parse, Cast()).agent] == [expected]


def test_nothing_is_done_to_a_town_that_only_tells_where(read: Read) -> None:
    text = "Thousands of teachers went on strike in Lagos."
    (event,) = [one.event for one in read(text).claims]
    assert [span.words(text) for span in event.agent] == ["Thousands of teachers"]
    assert event.patient == ()


def test_a_town_that_is_hit_is_the_target(read: Read) -> None:
    text = "Rebels shelled Lagos."
    (event,) = [one.event for one in read(text).claims]
    assert [span.words(text) for span in event.patient] == ["Lagos"]
