"""Doers that the context implies."""

from collections.abc import Callable

from sayso.model import Cast, Event, EventType, Parse, Span
from sayso.naming import actors_of, implied_agents

Reader = Callable[[str], tuple[Cast, Parse]]


def event(parse: Parse, word: str, type_: EventType, agent: str | None = None, mode: str | None = None) -> Event:
    at = parse.text.index(word)
    spans = (Span(parse.text.index(agent), parse.text.index(agent) + len(agent)),) if agent else ()
    return Event(Span(at, at + len(word)), type_, mode=mode, agent=spans)


def implied(cast: Cast, parse: Parse, *events: Event) -> tuple[tuple[str, ...], ...]:
    return implied_agents(cast, parse, events, tuple(actors_of(cast, parse, one.agent) for one in events))


def test_the_attack_is_by_those_just_said_to_attack(cast_of: Reader) -> None:
    cast, parse = cast_of("Norway shelled the port. Five sailors died in the attack.")
    first = event(parse, "shelled", "ASSAULT", "Norway")
    assert implied(cast, parse, first, event(parse, "attack", "ASSAULT")) == ((), ("NOR",))


def test_an_event_of_another_type_implies_nothing(cast_of: Reader) -> None:
    cast, parse = cast_of("Norway shelled the port. The blockade went on.")
    first = event(parse, "shelled", "ASSAULT", "Norway")
    assert implied(cast, parse, first, event(parse, "blockade", "COERCE")) == ((), ())


def test_protests_are_by_the_protesters_of_the_text(cast_of: Reader) -> None:
    cast, parse = cast_of("Demonstrators filled the square on Friday. It was the third day of protests.")
    ((only,),) = implied(cast, parse, event(parse, "protests", "PROTEST"))
    actor = cast.actor(only)
    assert actor is not None
    assert actor.names == ("Demonstrators",)


def test_arrests_are_by_the_police_of_the_text(cast_of: Reader) -> None:
    cast, parse = cast_of("Police closed the bridge. Two students were arrested.")
    ((only,),) = implied(cast, parse, event(parse, "arrested", "COERCE", mode="arrest"))
    assert [actor.kind for actor in cast.actors if actor.id == only] == ["police"]


def test_who_is_named_is_not_implied(cast_of: Reader) -> None:
    cast, parse = cast_of("Norway shelled the port and Ghana shelled the dam.")
    both = (event(parse, "shelled", "ASSAULT", "Norway"), event(parse, "Ghana shelled", "ASSAULT", "Ghana"))
    assert implied(cast, parse, *both) == ((), ())
