"""What reading makes of a source."""

from collections.abc import Callable
from pathlib import Path

from sayso.reading.intake import stories_of
from sayso.reading.politeness import Fetcher
from sayso.reading.stories import Outcome, Story, Taking
from sayso.reading.visiting import Visitor

# Writes a file of that name and content, and tells where.
File = Callable[[str, bytes], Path]


def outcomes(source: Path | str, taking: Taking | None = None) -> list[Outcome]:
    """All that comes of a source."""
    taking = taking or Taking()
    return list(stories_of(str(source), taking, Visitor(Fetcher(taking))))


def the_story(source: Path | str, taking: Taking | None = None) -> Story:
    """The one story of a source."""
    found = outcomes(source, taking)
    assert [type(one) for one in found] == [Story], found
    assert isinstance(found[0], Story)
    return found[0]
