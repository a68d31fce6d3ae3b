"""Is a text a history, whose own dates carry the others, or news, counted from its day of publication?"""

from collections.abc import Sequence
from datetime import date

from sayso.dating.meaning import Meaning
from sayso.dating.moment import Moment

# A history prints years again and again; news prints weekdays, "yesterday", "last month".
FEWEST_YEARS = 5
BACK_JUMP, AHEAD_JUMP = 3, 3


def is_narrative(meanings: Sequence[Meaning], published: date | None) -> bool:
    """Do the years that the text prints outweigh the words that count from the day of publication?

    At least five printed years, three for each weekday, "yesterday", "this week" or "ago", and most of them before the
    year of publication where that is known.
    """
    years = [meaning.year for meaning in meanings if meaning.year is not None and not meaning.fiscal]
    if len(years) < FEWEST_YEARS:
        return False
    deictic = sum(1 for meaning in meanings if _deictic(meaning))
    past = years if published is None else [year for year in years if year < published.year]
    return len(years) >= 3 * deictic and 2 * len(past) > len(years)


def _deictic(meaning: Meaning) -> bool:
    if meaning.how == "weekday":
        return True
    if meaning.how != "shift" or meaning.role == "told":
        return False
    return meaning.relative is not None or bool(meaning.word) or meaning.amount < 0


class Thread:
    """The date that a text told last, as a history's reader keeps it in mind.

    A year that only repeats the year of a finer date changes nothing, and neither does a look back or ahead by more
    than JUMP years, until a second date confirms it.
    """

    def __init__(self, told: Moment | None) -> None:
        self.told = told
        self._pending: Moment | None = None

    def tell(self, moment: Moment, *, aside: bool = False) -> None:
        """Take note of a date; aside: it stands in a by-clause, a plan, or a name."""
        if moment.unit in ("decade", "century", "millennium"):
            return
        told = self.told
        if told is None:
            self.told = moment
            return
        if moment.unit == "year" and told.unit != "year" and moment.first.year == told.first.year:
            return
        if aside:
            return
        step = moment.first.year - told.first.year
        if not -BACK_JUMP <= step <= AHEAD_JUMP:
            if self._pending is None or abs(moment.first.year - self._pending.first.year) > 1:
                self._pending = moment
                return
        self._pending = None
        self.told = moment
