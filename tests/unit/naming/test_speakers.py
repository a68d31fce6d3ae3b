"""Whose words an attribution gives."""

from collections.abc import Callable

import msgspec

from sayso.model import Attribution, Cast, Parse, Span
from sayso.naming import speakers

Reader = Callable[[str], tuple[Cast, Parse]]


def said(parse: Parse, source: str | None, content: str, id_: str = "a1") -> Attribution:
    def span(words: str) -> tuple[Span, ...]:
        at = parse.text.index(words)
        return (Span(at, at + len(words)),)

    return Attribution(id=id_, kind="direct", source=span(source) if source else (), cue=(), content=span(content))


def named(cast: Cast, actor: str | None) -> tuple[str, ...]:
    found = cast.actor(actor) if actor is not None else None
    return found.names if found is not None else ()


def test_we_is_the_side_of_the_speaker_and_i_the_speaker(cast_of: Reader) -> None:
    cast, parse = cast_of("“I hope we will not fire,” Norwegian Defence Minister Kari Moe said.")
    one = said(parse, "Norwegian Defence Minister Kari Moe", "I hope we will not fire")
    cast, (spoken,) = speakers(cast, parse, (one,))
    meant = {m.span.words(parse.text): m.actor for m in cast.mentions if m.kind == "pronoun"}
    assert {"I": spoken.source_actor, "we": "NOR"} == meant
    assert "Kari Moe" in named(cast, spoken.source_actor)


def test_a_leader_of_the_opposition_does_not_speak_for_the_state(cast_of: Reader) -> None:
    cast, parse = cast_of("“We will not fire,” Norwegian opposition leader Kari Moe said.")
    cast, (spoken,) = speakers(cast, parse, (said(parse, "Norwegian opposition leader Kari Moe", "We will not fire"),))
    assert spoken.source_actor == "KARI_MOE"
    assert [m.actor for m in cast.mentions if m.span.words(parse.text) == "We"] == ["NOR_OPPOSITION"]


def test_a_statement_speaks_for_those_who_issued_it(cast_of: Reader) -> None:
    cast, parse = cast_of("A coalition of clans issued a statement on Monday. “We want peace,” the statement read.")
    one = said(parse, "the statement", "We want peace")
    cast, (spoken,) = speakers(cast, parse, (one,))
    assert "A coalition of clans" in named(cast, spoken.source_actor)


def test_joined_sources_are_one_actor_with_members(cast_of: Reader) -> None:
    cast, parse = cast_of("Ghana and Peru said the attack was a crime.")
    one = said(parse, "Ghana and Peru", "the attack was a crime")
    cast, (spoken,) = speakers(cast, parse, (one,))
    actor = cast.actor(spoken.source_actor or "")
    assert actor is not None
    assert (actor.kind, actor.members, actor.names) == ("coalition", ("GHA", "PER"), ("Ghana and Peru",))


def test_a_source_that_names_nobody_stays_open(cast_of: Reader) -> None:
    cast, parse = cast_of("The footage shows that the bridge fell.")
    cast, (spoken,) = speakers(cast, parse, (said(parse, "The footage", "the bridge fell"),))
    assert spoken.source_actor is None


def test_an_attribution_without_a_source_has_no_speaker(cast_of: Reader) -> None:
    cast, parse = cast_of("It was reported that the bridge fell.")
    _, (spoken,) = speakers(cast, parse, (said(parse, None, "the bridge fell"),))
    assert spoken.source_actor is None


def test_we_said_inside_someones_words_is_that_side(cast_of: Reader) -> None:
    text = "“I recall we said the river belongs to all,” said Peruvian Foreign Minister Luis Prado."
    cast, parse = cast_of(text)
    outer = said(parse, "Peruvian Foreign Minister Luis Prado", "I recall we said the river belongs to all")
    inner = said(parse, "we", "the river belongs to all", "a2")
    _, (_, spoken) = speakers(cast, parse, (outer, inner))
    assert spoken.source_actor == "PER"


def pronouns(cast: Cast, parse: Parse) -> dict[str, str]:
    return {m.span.words(parse.text): m.actor for m in cast.mentions if m.kind == "pronoun"}


def test_whom_a_quoted_person_tells_of_does_not_take_over_the_we(cast_of: Reader) -> None:
    text = "“Some villagers denied us water,” Captain Kari Moe said."
    cast, parse = cast_of(text)
    outer = said(parse, "Captain Kari Moe", "Some villagers denied us water")
    inner = msgspec.structs.replace(said(parse, "Some villagers", "us water", "a2"), kind="indirect", parent="a1")
    cast, (spoken, _) = speakers(cast, parse, (outer, inner))
    assert pronouns(cast, parse)["us"] == spoken.source_actor


def test_a_private_person_does_not_speak_for_the_state(cast_of: Reader) -> None:
    cast, parse = cast_of("“We lost our hives,” Norwegian beekeeper Kari Moe said.")
    cast, (spoken,) = speakers(cast, parse, (said(parse, "Norwegian beekeeper Kari Moe", "We lost our hives"),))
    assert pronouns(cast, parse)["We"] == spoken.source_actor


def test_a_quotation_before_its_speaker_has_the_speakers_words(cast_of: Reader) -> None:
    text = "Ghana closed the port. “I am sure that they fear us,” said Luis Prado, a rebel leader."
    cast, parse = cast_of(text)
    cast, (spoken,) = speakers(cast, parse, (said(parse, "Luis Prado", "I am sure that they fear us"),))
    found = pronouns(cast, parse)
    assert found["I"] == spoken.source_actor == found["us"]
    assert found.get("they") != spoken.source_actor


def test_he_in_someones_own_words_is_someone_else(cast_of: Reader) -> None:
    text = "Omar Haddad resigned. “He was tired,” said Luis Prado. “He told me so.”"
    cast, parse = cast_of(text)
    cast, _ = speakers(cast, parse, (said(parse, "Luis Prado", "“He was tired,”"),))
    at = text.index("He was")
    (meant,) = [m.actor for m in cast.mentions if m.span.start == at]
    assert "Omar Haddad" in named(cast, meant)


def test_many_are_not_one_and_a_person_is_no_body(cast_of: Reader) -> None:
    text = "Ana Brandt met the Northern Front on Friday. It had asked her for help. They left at noon."
    cast, parse = cast_of(text)
    found = pronouns(cast, parse)
    assert "Ana Brandt" in named(cast, found["her"])
    assert "Ana Brandt" not in named(cast, found.get("It"))


def test_a_speaker_under_another_article_is_the_same(cast_of: Reader) -> None:
    cast, parse = cast_of("Reform Party urged calm. The Reform Party said the vote was fair.")
    _, (spoken,) = speakers(cast, parse, (said(parse, "The Reform Party", "the vote was fair"),))
    assert [a.id for a in cast.actors if "Reform Party" in a.names] == [spoken.source_actor]


def test_a_platform_does_not_say_what_is_posted_on_it(cast_of: Reader) -> None:
    cast, parse = cast_of("The Northern Front in a post on the messaging service Telegram said its men took the dam.")
    cast, (spoken,) = speakers(cast, parse, (said(parse, "the messaging service Telegram", "its men took the dam"),))
    assert "Northern Front" in " ".join(named(cast, spoken.source_actor))


def test_a_guideline_is_nobody_who_says_something(cast_of: Reader) -> None:
    cast, parse = cast_of("According to the guidelines of the port, ships must wait.")
    cast, (spoken,) = speakers(cast, parse, (said(parse, "the guidelines", "ships must wait"),))
    assert spoken.source_actor is None


def test_we_in_a_quotation_that_runs_on_is_who_spoke_last(cast_of: Reader) -> None:
    cast, parse = cast_of("“Rain fell,” Leif Odd said. “I was afraid.” I was not.")
    cast, _ = speakers(cast, parse, (said(parse, "Leif Odd", "Rain fell"),))
    meant = [(m.span.start, m.actor) for m in cast.mentions if m.span.words(parse.text) == "I"]
    assert meant == [(parse.text.index("I was afraid"), "LEIF_ODD")]


def test_he_after_a_long_quotation_is_who_spoke_last(cast_of: Reader) -> None:
    rain = "“Rain fell. Snow fell. Hail fell. Sleet fell. Mist fell. Dew fell,” he said."
    cast, parse = cast_of(f"Leif Odd said that it rained. {rain}")
    first, then = said(parse, "Leif Odd", "it rained"), said(parse, "he", "Rain fell", "a2")
    cast, (_, spoken) = speakers(cast, parse, (first, then))
    assert spoken.source_actor == "LEIF_ODD"


def test_results_and_footage_speak_for_who_made_them(cast_of: Reader) -> None:
    cast, parse = cast_of("Footage from the Guides’ Union showed that the port burned. The footage showed snow.")
    one = said(parse, "Footage from the Guides’ Union", "the port burned")
    at = parse.text.rindex("footage")
    other = msgspec.structs.replace(said(parse, None, "snow", "a2"), source=(Span(at, at + 7),))
    cast, (spoken, nobody) = speakers(cast, parse, (one, other))
    assert "Union" in " ".join(named(cast, spoken.source_actor))
    assert nobody.source_actor is None


def test_we_of_someone_named_with_a_body_is_that_body(cast_of: Reader) -> None:
    cast, parse = cast_of("“We will vote,” Ana Brandt of the Northern Front said.")
    cast, _ = speakers(cast, parse, (said(parse, "Ana Brandt of the Northern Front", "We will vote"),))
    (we,) = (m.actor for m in cast.mentions if m.span.words(parse.text) == "We")
    assert "Northern Front" in " ".join(named(cast, we))
