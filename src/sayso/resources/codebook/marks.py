"""The small words around an event: governors, modals, light verbs, number words."""

from importlib.resources.abc import Traversable

from msgspec import Struct

from sayso.resources.codebook.book import struct_of

Words = frozenset[str]


class Marks(Struct, frozen=True, forbid_unknown_fields=True):
    """The word lists of marks.toml; each table keeps its own names.

    governors, adjectives, adverbs, modals: factuality value (or "attempted", "conditional") to lemmas.
    light: verbs that carry an event noun. toll: words of death and injury.
    numbers, scales: number words; vague: the low end that a vague quantity stands for.
    means: words of weapons and means to the mode of an attack that they decide.
    """

    governors: dict[str, Words]
    adjectives: dict[str, Words]
    adverbs: dict[str, Words]
    modals: dict[str, Words]
    light: dict[str, Words]
    toll: dict[str, Words]
    numbers: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, int]
    means: dict[str, str]


def load_marks(file: Traversable) -> Marks:
    """The marks of a TOML file. Raises BadResource naming the file and what is wrong with it."""
    return struct_of(file, Marks)


def load_classes(file: Traversable) -> dict[str, Words]:
    """Noun classes, name to lemmas. Raises BadResource naming the file and what is wrong with it."""
    return struct_of(file, dict[str, Words])
