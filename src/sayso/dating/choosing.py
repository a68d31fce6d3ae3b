"""Which year, or which Friday: the direction of underspecified dates follows tense and context."""

from datetime import date

from sayso.dating.context import Context
from sayso.dating.meaning import Meaning
from sayso.dating.moment import Moment, add_days, day_of, moment_of, season_of
from sayso.model import Anchor

Near = tuple[Moment, Anchor, Moment]
# A history goes forward: a month that stands up to BACK months before the one told last is a step back, any
# earlier one belongs to the next year.
BACK = 6
AHEAD = 12 - BACK


def year_for(meaning: Meaning, context: Context) -> tuple[int | None, Anchor, Moment | None]:
    """The year that the words give, plainly or as "of last year"; None when they give none."""
    if meaning.year is not None:
        return meaning.year, "none", None
    if meaning.relative is None:
        return None, "none", None
    base, anchor = context.base(meaning.role)
    if meaning.role == "said" and context.said is not None:
        # "This past May" is counted from the day of publication even where the text tells a history.
        base, anchor = moment_of("day", context.said), context.anchor
    if base is None:
        return None, "none", None
    if meaning.unit == "year":
        return base.first.year + meaning.relative, anchor, base
    if meaning.month is not None:
        return _relative_year(meaning, base), anchor, base
    return None, "none", None


def _relative_year(meaning: Meaning, base: Moment) -> int:
    """The year of "last June", "next March", "this May": strictly before, strictly after, this very year."""
    assert meaning.month is not None
    year = base.first.year
    same = base.unit not in ("day", "month", "week", "weekend") or meaning.month == base.first.month
    if meaning.relative == -1:
        return year if meaning.month < base.first.month else year - 1
    if meaning.relative == 1:
        return year if meaning.month > base.first.month and not same else year + 1
    return year


def _narrative_year(month: int, told: Moment) -> int:
    """The year of a month in a history whose last date is told."""
    year = told.first.year
    if told.unit in ("year", "decade", "century", "half"):
        return year
    step = month - told.first.month
    if step < -BACK:
        return year + 1
    return year - 1 if step > AHEAD else year


def nearest_month(month: int, context: Context) -> Near | None:
    """The month of that number which tense and context point to."""
    base, anchor = context.base("said")
    if base is None:
        return None
    if context.narrative:
        year = _narrative_year(month, base)
    else:
        year = _near_year((base.first.month - month), base.first.year, context.tense)
    return Moment("month", date(year, month, 1)), anchor, base


def _near_year(ago: int, year: int, tense: int) -> int:
    """The year of a month that lies so many months ago this year (negative: still to come)."""
    if tense > 0:
        return year if ago <= 0 else year + 1
    # Without a past verb, a month just ahead is the coming one: "the November elections".
    if ago < 0 and not (tense == 0 and ago >= -2):
        return year - 1
    return year


def nearest_day(month: int, number: int, weekday: int | None, context: Context) -> Near | None:
    """The day of that month and number which tense, weekday and context point to."""
    base, anchor = context.base("said")
    if base is None:
        return None
    first = base.first
    if context.narrative:
        order = [_narrative_year(month, base)]
    else:
        this = day_of(first.year, month, min(number, 28))
        assert this is not None
        ahead = (this - first).days
        soon = context.tense > 0 or (context.tense == 0 and 0 < ahead <= 60)
        year = first.year + (ahead < -60 if soon else 0) - (0 if soon or ahead <= 0 else 1)
        order = [year, year - 1, year + 1]
    for year in order:
        found = day_of(year, month, number)
        if found is not None and (weekday is None or found.isoweekday() == weekday or len(order) == 1):
            return Moment("day", found), anchor, base
    found = day_of(order[0], month, number)
    return (Moment("day", found), anchor, base) if found is not None else None


def nearest_season(meaning: Meaning, context: Context) -> Near | None:
    """The season which the words, tense and context point to."""
    assert meaning.season is not None
    base, anchor = context.base(meaning.role)
    if base is None:
        return None
    first = base.first
    this = season_of(first.year, meaning.season)
    # January and February lie in the winter that began last December.
    if meaning.season == 4 and first.month <= 2 and base.unit not in ("year", "season"):
        this = season_of(first.year - 1, 4)
    if meaning.relative == -1:
        found = this if this.last < first else season_of(this.first.year - 1, meaning.season)
    elif meaning.relative == 1:
        found = this if this.first > first else season_of(this.first.year + 1, meaning.season)
    elif meaning.relative == 0 or context.narrative or context.tense > 0 or this.first <= first:
        late = context.tense > 0 and this.last < first and not context.narrative
        found = season_of(this.first.year + 1, meaning.season) if late else this
    else:
        found = season_of(this.first.year - 1, meaning.season)
    return found, anchor, base


def nearest_weekday(meaning: Meaning, context: Context) -> Near | None:
    """The day of that name which the words, tense and context point to."""
    assert meaning.weekday is not None
    base, anchor = context.base(meaning.role)
    if base is None or (context.narrative and base.unit not in ("day", "week", "weekend")):
        return None
    first = base.first
    ahead = (meaning.weekday - first.isoweekday()) % 7
    if meaning.unit == "week":
        monday = add_days(first, 1 - first.isoweekday() + 7 * (meaning.relative or 0))
        found = add_days(monday, meaning.weekday - 1)
    elif meaning.relative == -1:
        # "Last Friday" said on a Friday is a week ago, and so is "a week ago Friday".
        found = add_days(first, (ahead - 7 if ahead or not meaning.amount else 0) - 7 * int(meaning.amount))
    elif meaning.relative == 1:
        found = add_days(first, (ahead or 7) + 7 * int(meaning.amount))
    elif context.tense > 0 or (meaning.relative == 0 and context.tense == 0):
        found = add_days(first, ahead)
    else:
        found = add_days(first, ahead - 7 if ahead else 0)
    return Moment("day", found), anchor, base
