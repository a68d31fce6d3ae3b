"""Whether two numbers of people can both hold."""

from sayso.model import Count


def counts_meet(one: Count, other: Count) -> bool:
    """Do two ranges share a number? An end that is not told reaches as far as need be."""
    return _reaches(one.low, other.high) and _reaches(other.low, one.high)


def _reaches(low: int | None, high: int | None) -> bool:
    return low is None or high is None or low <= high


def at_least(count: Count) -> int:
    """The lowest number that a range allows, or its highest where no lowest is told."""
    return count.low if count.low is not None else count.high or 0
