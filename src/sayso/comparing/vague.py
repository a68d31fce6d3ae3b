"""Is somebody known by kind alone: "gunmen", "Islamist fighters", "officials"? Or as a government's that is not named?"""

import re
from typing import Final

from sayso.resources.people import People

RULING: Final = re.compile(
    r"\b(government|regime|president'?s?|loyalist|state)\b.*\b(forces?|troops|army|military|(war)?\s?planes?|jets?|aircrafts?|helicopters?|soldiers)\b",
    re.IGNORECASE,
)


def is_kind_alone(name: str, country: str | None) -> bool:
    """Is a name a common noun of people, of no country? Such a doer may be whoever another account names."""
    words = name.lower().split()
    if not words or country is not None:
        return False
    last = words[-1]
    return People.open().noun(last, last.removesuffix("s"), last.replace("men", "man")) is not None


def is_of_the_ruling(name: str, country: str | None) -> bool:
    """Is a name that of some government's own forces ("government forces"), of no state that is known?"""
    return country is None and RULING.search(name) is not None
