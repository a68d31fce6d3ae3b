"""when: one time expression alone, counted from a given day."""

from sayso.dating.context import Context
from sayso.dating.finding import EMPTY, day_or_none, express, read
from sayso.dating.tense import Tenses
from sayso.model import TimeExpression


def when(expression: str, on: str | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions in a few words ("last Friday"), counted from the day on ("2015-10-02").

    Without a day, relative expressions stay relative: their EDTF is None. Raises ValueError when `on` is no ISO day.
    """
    day = day_or_none(on)
    if on and day is None:
        raise ValueError(f"not a day such as 2015-10-02: {on}")
    lexed, pieces = read(expression, EMPTY)
    return tuple(express(lexed, pieces, Context(said=day), Tenses(EMPTY)))
