"""Word lists: the small closed sets of words that the rules of naming look at."""


def words(text: str) -> frozenset[str]:
    """The words of a text, for lists that read better as running words."""
    return frozenset(text.split())


