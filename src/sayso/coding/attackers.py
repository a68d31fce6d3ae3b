"""Attackers: who is told to have made an attack by what stands before it, or by whose weapon it was."""

from collections.abc import Iterator
from typing import Final

from sayso.coding.deeds import Deed, Sides, without
from sayso.coding.frames import is_passive, objects_of, with_conjuncts
from sayso.coding.victims import is_weapon
from sayso.model import Token

DOERS: Final = frozenset({"troops", "police", "crowd"})
# Who attacks, as the noun or adjective before it: "terrorist attacks", "a suicide-bomber attack".
ATTACKERS: Final = frozenset(
    {"terrorist", "jihadist", "jihadi", "rebel", "militant", "insurgent", "opposition", "regime", "government", "army",
     "police", "guerrilla", "militia", "gang", "mob", "bomber", "coalition", "takfiri", "islamist", "extremist"}
)  # fmt: skip
POWER: Final = frozenset({"coup", "rule", "takeover"})
BEFORE: Final = ("compound", "amod", "nmod", "poss")
FORCE: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
MISSILES: Final = frozenset({"shot", "round", "fire", "volley", "barrage", "salvo", "stone", "bottle", "barrel"})
MAX_STEPS: Final = 4


def attacker_before(deed: Deed, sides: Sides) -> Sides:
    """Who stands before an attack makes it: "terrorist attacks", "rebel mortar fire", "a police raid"."""
    if sides[0] or deed.word.pos != "NOUN" or deed.type not in FORCE:
        return sides
    found = tuple(_attackers(deed.word, deed))
    return found, without(sides[1], {one.i for one in found})


def _attackers(word: Token, deed: Deed, steps: int = 0) -> Iterator[Token]:
    for one in deed.parse.dependents(word, *BEFORE):
        if one.i > word.i:
            continue
        if _attacks(one, deed):
            yield one
        elif steps < MAX_STEPS and weapon(one, deed):
            yield from _attackers(one, deed, steps + 1)


def _attacks(one: Token, deed: Deed) -> bool:
    if one.lemma.lower() in ATTACKERS or one.lemma == "military":
        return one.lemma != "military" or deed.word.lemma in POWER  # "military intervention" names nobody
    return one.pos in ("NOUN", "PROPN") and bool(DOERS & deed.class_of.get(one.lemma, frozenset()))


def weapon(one: Token, deed: Deed) -> bool:
    """Is it a weapon, or what one fires?"""
    return one.lemma in MISSILES or is_weapon(one, deed.class_of)


def whose_weapon(deed: Deed, sides: Sides) -> Sides:
    """Whose weapon hits is who hits: "was hit by rebel gunfire", "shells fired by rebels hit the port"."""
    parse, word = deed.parse, deed.word
    if deed.type != "ASSAULT" or word.pos != "VERB":
        return sides
    heads = [one for child in parse.dependents(word, "agent") for one in objects_of(child, parse)]
    if not is_passive(word, parse):
        heads = [one for child in parse.dependents(word, "nsubj") for one in with_conjuncts(child, parse)]
    weapons = [one for one in heads if weapon(one, deed)]
    found = [one for weapon in weapons for one in (*_attackers(weapon, deed), *_firing(weapon, deed))]
    left = without(sides[0], {one.i for one in weapons})
    return (left, sides[1]) if left or not found else (tuple(found), without(sides[1], {one.i for one in found}))


def _firing(weapon: Token, deed: Deed) -> Iterator[Token]:
    for clause in deed.parse.dependents(weapon, "acl"):
        for by in deed.parse.dependents(clause, "agent"):
            yield from objects_of(by, deed.parse)
