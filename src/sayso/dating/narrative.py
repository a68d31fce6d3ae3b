"""Is a text a history, whose own dates carry the others, or news, counted from its day of publication?"""

from collections.abc import Sequence
from datetime import date

from sayso.dating.meaning import Meaning

# A history prints years again and again; news prints weekdays, "yesterday", "last month".
FEWEST_YEARS = 5


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
