"""Is somebody known by kind alone: "gunmen", "Islamist fighters", "officials"?"""

from sayso.resources.people import People


def is_kind_alone(name: str, country: str | None) -> bool:
    """Is a name a common noun of people, of no country? Such a doer may be whoever another account names."""
    words = name.lower().split()
    if not words or country is not None:
        return False
    last = words[-1]
    return People.open().noun(last, last.removesuffix("s"), last.replace("men", "man")) is not None
