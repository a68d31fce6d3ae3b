"""Is a text a history, whose own dates carry the others, or news, counted from its day of publication?"""

from collections.abc import Sequence
from datetime import date

from sayso.dating.meaning import Meaning
from sayso.dating.moment import Moment

# A history prints years again and again, at least five and five in a thousand words; news prints weekdays, "yesterday",
# "last month", of which a history has less than one in a thousand words.
FEWEST_YEARS, YEARS_PER_WORD, DEICTIC_PER_WORD = 5, 0.005, 0.0008
# A date that many years before or after the one told last is told in passing, until a second one confirms it.
JUMP = 3


def is_narrative(meanings: Sequence[Meaning], words: int, published: date | None) -> bool:
    """Do the years that a text of so many words prints outweigh what counts from the day of publication?

    Where the day of publication is known, most of the years must lie before its own.
    """
    years = [meaning.year for meaning in meanings if meaning.year is not None and not meaning.fiscal]
    if len(years) < max(FEWEST_YEARS, YEARS_PER_WORD * words):
        return False
    deictic = sum(1 for meaning in meanings if _deictic(meaning))
    past = years if published is None else [year for year in years if year < published.year]
    return deictic <= DEICTIC_PER_WORD * words and 2 * len(past) > len(years)


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

    @property
    def latest(self) -> Moment | None:
        """The date told last, confirmed or not: "in 1992 she ran, and four years later she won" goes on from 1992."""
        return self._pending or self.told

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
        if abs(step) > JUMP:
            pending, self._pending = self._pending, moment
            if pending is None or abs(moment.first.year - pending.first.year) > 1:
                return
        self._pending = None
        self.told = moment
