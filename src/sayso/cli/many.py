"""Counts of things in words."""


def many(number: int, noun: str) -> str:
    """The count of something: "1 claim", "3,755 claims"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
