"""Totals: the running totals that a sentence gives, which count victims that other numbers may have counted too."""

from collections.abc import Iterator
from typing import Literal

from sayso.coding.numbers import number_at
from sayso.model import Count, Parse, Token
from sayso.resources.codebook import Lexicon
from sayso.resources.codebook.marks import Words

Harm = Literal["killed", "injured", "detained", "displaced"]
HARMS: tuple[Harm, ...] = ("killed", "injured", "detained", "displaced")
# "the number killed rose to 45": a running total, not further victims.
TOTALS = frozenset({"toll", "number", "count", "total", "tally"})
MOVES = frozenset(
    {"bring", "raise", "take", "push", "put", "rise", "climb", "reach", "stand", "pass", "increase", "jump", "grow", "go",
     "surpass", "exceed", "hit", "revise", "drive", "be", "top", "mount", "become"}
)  # fmt: skip


def names(token: Token, words: Words) -> bool:
    """Is the token one of a harm's words?"""
    return token.lemma in words or token.text.lower() in words


def running_total(token: Token, parse: Parse, lexicon: Lexicon) -> tuple[Harm, Count] | None:
    """As in "the death toll rose to 23", "a toll of 23", "bringing the number of people killed to 45"."""
    own = token.lemma == "toll"
    harm = "killed" if own else _harm_counted(token, parse, lexicon)
    if harm is None or not (own or parse.head(token).lemma in MOVES):
        return None
    count = next((one for child in _amounts(token, parse) if (one := _number_of(child, parse, lexicon))), None)
    return (harm, count) if count is not None else None


def _amounts(token: Token, parse: Parse) -> Iterator[Token]:
    """The words that may give a running total's number."""
    for head in (token, parse.head(token)) if token.lemma == "toll" else (parse.head(token),):
        for preposition in parse.dependents(head, "prep"):
            if preposition.lemma in ("to", "of", "at", "past", "least"):
                yield from parse.dependents(preposition, "pobj")
    if token.dep == "nsubj":
        yield from parse.dependents(parse.head(token), "dobj", "attr")


def _harm_counted(token: Token, parse: Parse, lexicon: Lexicon) -> Harm | None:
    """What the people of a "number" have suffered: "the number killed", "the number of arrests"."""
    inside = [one for one in parse.subtree(token) if one.i > token.i]
    words = lexicon.marks.toll
    return next((harm for harm in HARMS if any(names(one, words[harm]) for one in inside)), None)


def _number_of(token: Token, parse: Parse, lexicon: Lexicon) -> Count | None:
    number = None
    for one in (*parse.dependents(token, "nummod"), token):  # "to 86 30 of them children"
        number = number or number_at(one, parse, lexicon.marks)
    return number[0] if number is not None else None
