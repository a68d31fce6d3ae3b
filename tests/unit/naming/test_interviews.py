"""Who answers in an interview."""

from collections.abc import Callable

from sayso.model import Cast, Parse
from sayso.naming import speakers

Reader = Callable[[str], tuple[Cast, Parse]]

INTERVIEW = (
    "{intro}\n\nHow did the work begin?\n\nWe opened an office in Bergen.\n\nWhat came next?\n\n"
    "We hired forty divers, and I moved there.\n\nAnd now?\n\nWe are asking the ministry for help."
)


def answering(read: Reader, text: str) -> set[str | None]:
    """Whom "we" is tied to."""
    cast, parse = read(text)
    cast, _ = speakers(cast, parse, ())
    named = {actor.id: actor.names[0] for actor in cast.actors}
    return {named[one.actor] for one in cast.mentions if one.head.words(parse.text) == "We"}


def test_we_in_an_interview_is_whoever_is_interviewed(cast_of: Reader) -> None:
    assert answering(cast_of, INTERVIEW.format(intro="Ana Brandt tells of her work in Norway.")) == {"Ana Brandt"}


def test_nobody_is_meant_where_two_are_interviewed(cast_of: Reader) -> None:
    assert not answering(cast_of, INTERVIEW.format(intro="Ana Brandt met Jonas Lund in Norway."))


def test_one_question_makes_no_interview(cast_of: Reader) -> None:
    assert not answering(cast_of, "Ana Brandt resigned on Monday.\n\nWhat now?\n\nWe do not know.")


def test_a_writer_who_asks_is_no_interview(cast_of: Reader) -> None:
    assert not answering(cast_of, INTERVIEW.format(intro="Ana Brandt fooled all of us."))
