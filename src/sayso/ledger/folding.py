"""Words made comparable: lower case, no accents, nothing but letters and digits."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65_536)
def _folded(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(one for one in decomposed if not unicodedata.combining(one)).casefold()


def fold(text: str) -> str:
    """The words of a text in the form in which the ledger compares and searches them, one blank between them.

    >>> fold("The Sûreté's U.S. office")
    'the surete s u s office'
    """
    pieces = (_folded(match[0]) for match in WORD.finditer(text))
    return " ".join(word for piece in pieces for word in WORD.findall(piece))
