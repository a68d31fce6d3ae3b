"""Attackers: who is told to have made an attack by what stands before it, by whose weapon it was, by blame and by claims."""

from collections.abc import Iterator
from typing import Final

from sayso.coding.deeds import Deed, Sides, without
from sayso.coding.frames import RELATIVES, is_passive, objects_of, subjects_of, with_conjuncts
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
CLAIMS: Final = frozenset({"claim", "accept", "take", "assume", "admit", "acknowledge", "bear"})
ANSWERABLE: Final = frozenset({"responsible", "responsibility", "behind"})
NO_ONE: Final = frozenset({"no", "nobody", "none"})
BLAMED_FOR: Final = frozenset({"for", "of", "with", "over"})
ACCUSING: Final = frozenset({"accuse", "blame", "suspect", "convict", "acquit", "charge", "indict"})
HELD_FOR: Final = ACCUSING | {"arrest", "detain", "hold", "try", "jail", "imprison", "sentence"}
CHARGES: Final = frozenset({"charge", "accusation", "allegation", "suspicion", "count"})
FACING: Final = frozenset({"face", "deny", "admit", "dismiss", "reject"})
CLAIMED: Final = frozenset({"claim", "attribute", "blame"})
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


def blamed(deed: Deed, sides: Sides) -> Sides:
    """Who is blamed for a deed, or charged with it, is to have done it: "blames the Front for the raid", "charged with murder"."""
    if deed.word.pos != "NOUN" or deed.word.dep != "pobj":
        return sides
    found = tuple(dict.fromkeys(_accused(deed)))
    return (found, without(sides[1], {one.i for one in found})) if found else sides


def _accused(deed: Deed) -> Iterator[Token]:
    parse = deed.parse
    preposition = parse.head(deed.word)
    above = parse.head(preposition)
    if preposition.lemma not in BLAMED_FOR:
        return
    if above.lemma in CHARGES and above.pos == "NOUN":
        verb = parse.head(above)
        if above.dep == "dobj" and verb.lemma in FACING:  # "faces charges of assault"
            yield from subjects_of(verb, parse)[0]
            return
        above = parse.head(verb) if above.dep == "pobj" else above  # "arrested on charges of assault"
        if above.lemma not in HELD_FOR:
            return
    elif above.lemma not in ACCUSING:
        return
    if above.pos != "VERB":
        return
    if is_passive(above, parse):
        yield from (one for one in subjects_of(above, parse)[0] if one.pos in ("NOUN", "PROPN", "PRON"))
        return
    for child in parse.dependents(above, "dobj"):
        relative = child.lemma in RELATIVES and above.dep == "relcl"
        yield from [parse.head(above)] if relative else with_conjuncts(child, parse)


def answerable(deed: Deed, sides: Sides) -> Sides:
    """Who claims an attack, or is told to be responsible for it, made it: "no one claimed responsibility" names nobody."""
    if deed.type != "ASSAULT" or deed.word.pos != "NOUN":
        return sides
    found = tuple(dict.fromkeys((*_responsible(deed), *_claiming(deed))))
    return (found, without(sides[1], {one.i for one in found})) if found else sides


def _responsible(deed: Deed) -> Iterator[Token]:
    """As in "was responsible for the attack", "claimed responsibility for it", "was behind it", "holds X responsible for it"."""
    parse = deed.parse
    preposition = parse.head(deed.word)
    if deed.word.dep != "pobj":
        return
    answer = preposition if preposition.lemma == "behind" else parse.head(preposition)
    if answer.lemma not in ANSWERABLE or (answer is not preposition and preposition.lemma != "for"):
        return
    verb = parse.head(answer)
    if answer.lemma == "responsibility" and verb.lemma not in CLAIMS:
        return
    if any(parse.dependents(verb, "neg")):
        return
    held = list(parse.dependents(answer, "nsubj")) or (
        list(parse.dependents(verb, "dobj")) if answer.lemma == "responsible" else []
    )
    for one in held or subjects_of(verb, parse)[0]:
        if one.lemma not in NO_ONE and not any(child.lemma in NO_ONE for child in parse.dependents(one, "det")):
            yield one


def _claiming(deed: Deed) -> Iterator[Token]:
    """As in "an attack claimed by the Front", "the attack was claimed by it", "an attack blamed on the army"."""
    parse = deed.parse
    above = parse.head(deed.word)
    verbs = list(parse.dependents(deed.word, "acl", "relcl"))
    if deed.word.dep == "nsubjpass":
        verbs.append(above)
    for verb in verbs:
        if verb.lemma not in CLAIMED or any(parse.dependents(verb, "neg")):
            continue
        by = ("agent",) if verb.lemma == "claim" else ("prep",)
        for child in parse.dependents(verb, *by):
            if child.lemma in ("by", "on", "to"):
                yield from (one for one in objects_of(child, parse) if one.pos in ("NOUN", "PROPN", "PRON"))
