"""What tells how a word was written: itself, the words beside it, its ending, and the names that are known."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final
from zlib import crc32

EDGE: Final = "^"
VOWELS: Final = frozenset("aeiouyáéíóúàèâêôü")


def hashed(words: str) -> int:
    """A word or a feature as the number under which it is kept, 32 bits wide."""
    return crc32(words.encode("utf-8", "surrogatepass"))


def features(words: Sequence[str], habits: str, is_name: Callable[[str], bool]) -> Iterator[list[int]]:
    """The features of each word, as numbers; as many for every word.

    words: in lower case, marks among them. habits: one letter a word for how it is mostly written (see `Casing.habits`).
    is_name: whether a word or two words (with a space between them) stand in a known name.
    """
    texts = [EDGE, EDGE, *words, EDGE, EDGE]
    marks = f"^^{habits}^^"
    pairs = [is_name(f"{first} {second}") for first, second in pairwise(texts)]
    for i in range(2, len(texts) - 2):
        yield _of_one(texts, marks, i, f"{is_name(texts[i]):d}{pairs[i - 1]:d}{pairs[i]:d}")


def _of_one(texts: list[str], marks: str, i: int, named: str) -> list[int]:
    before, word, after = texts[i - 1 : i + 2]
    habit = marks[i]
    size = min(len(word), 9)
    hard = not VOWELS.intersection(word)
    return [
        hashed(one)
        for one in (
            f"w{word}", f"x{before}", f"y{after}", f"b{before} {word}", f"f{word} {after}", f"t{before} {word} {after}",
            f"X{texts[i - 2]}", f"Y{texts[i + 2]}", f"4{word[-4:]}", f"3{word[-3:]}", f"2{word[-2:]}", f"h{word[:3]}",
            f"p{habit}", f"q{marks[i - 1 : i + 2]}", f"r{marks[i - 2 : i + 1]}", f"u{marks[i : i + 3]}", f"g{named}{habit}",
            f"l{size}{habit}{hard:d}", f"c{before}{habit}", f"d{habit}{after}",
        )
    ]  # fmt: skip
