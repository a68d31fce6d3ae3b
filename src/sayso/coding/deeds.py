"""Deeds: what the rules of participants look at, and what they share."""

from collections.abc import Callable, Container, Mapping, Sequence

from msgspec import Struct

from sayso.coding.frames import objects_of
from sayso.model import Attribution, EventType, Parse, Token
from sayso.resources.codebook.marks import Words


class Deed(Struct, frozen=True):
    """An event's word and type, the attributions that hold it, innermost first, the parse, and the lexicon's classes of words."""

    word: Token
    type: EventType
    holders: Sequence[Attribution]
    parse: Parse
    class_of: Mapping[str, Words]


Sides = tuple[tuple[Token, ...], tuple[Token, ...]]
Rule = Callable[[Deed, Sides], Sides]


def after(deed: Deed, preposition: str) -> tuple[Token, ...]:
    """Heads of the phrases that a preposition under the deed's word brings."""
    return brought(deed.word, preposition, deed.parse)


def brought(word: Token, preposition: str, parse: Parse) -> tuple[Token, ...]:
    """Heads of the phrases that a preposition under a word brings."""
    return tuple(
        one
        for child in parse.dependents(word, "prep", "dative")
        if child.lemma == preposition
        for one in objects_of(child, parse)
    )


def without(heads: tuple[Token, ...], indices: Container[int]) -> tuple[Token, ...]:
    """The heads but those."""
    return tuple(one for one in heads if one.i not in indices)
