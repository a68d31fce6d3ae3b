"""Turned: participants that stand in one role and have another, or that a nearer word of the clause names."""

from typing import Final

from sayso.coding.attackers import ATTACKERS, weapon
from sayso.coding.deeds import Deed, Sides, after, brought, without
from sayso.coding.done_to import names_someone
from sayso.coding.frames import is_passive, objects_of, subjects_of
from sayso.model import Token

# What one does to somebody who is its subject in the passive; troops may be told to be deployed, or to be engaged in talks.
DONE_TO: Final = frozenset({"ASSAULT", "COERCE", "REJECT", "ACCUSE", "SANCTION", "AID"})
ANTI: Final = "anti"
# What attacks are called by that are made on it.
TARGETS: Final = frozenset(
    {"convoy", "bus", "train", "hospital", "clinic", "school", "market", "mosque", "church", "temple", "wedding", "funeral",
     "airport", "station", "bakery", "hotel", "embassy", "restaurant", "nightclub", "camp", "village", "town", "city"}
)  # fmt: skip
# What is said of one, one draws from who says it.
DRAWING: Final = frozenset({"draw", "attract", "earn", "provoke", "spark", "prompt", "elicit", "trigger", "invite"})
SAID: Final = frozenset({"ACCUSE", "SUPPORT", "REJECT", "PROTEST"})


def against_whom(deed: Deed, sides: Sides) -> Sides:
    """Against whom a protest is, it is done to: "an anti-Holt protest"."""
    parse = deed.parse
    turned = tuple(one for one in sides[0] if _after_anti(one, deed))
    if not turned:
        return sides
    out = {one.i for one in turned}
    more = tuple(one for one in turned if one not in sides[1] and parse.first_joined(one).i == one.i)
    return without(sides[0], out), (*sides[1], *more)


def _after_anti(one: Token, deed: Deed) -> bool:
    before = [token.text.lower() for token in deed.parse.tokens[max(one.i - 2, 0) : one.i]]
    return one.text.lower().startswith(f"{ANTI}-") or before in ([ANTI, "-"], [ANTI, "–"])


def on_what(deed: Deed, sides: Sides) -> Sides:
    """The thing that an attack is named by does not make it: "the convoy attack", but "the drone attack", "the mob attack"."""
    if deed.type != "ASSAULT" or deed.word.pos != "NOUN":
        return sides
    things = {
        one.i for one in sides[0]
        if one.head == deed.word.i and one.dep in ("compound", "nmod") and one.pos == "NOUN" and one.lemma not in ATTACKERS
        and (one.lemma in TARGETS or not (names_someone(one, deed.class_of) or weapon(one, deed)))
    }  # fmt: skip
    return without(sides[0], things), sides[1]


def by_whom(deed: Deed, sides: Sides) -> Sides:
    """By whom a clause says that it was done, it was done: "the school, which the army held, was attacked by rebels"."""
    parse, word = deed.parse, deed.word
    if word.pos != "VERB" or not is_passive(word, parse):
        return sides
    by = [one for child in parse.dependents(word, "agent") for one in objects_of(child, parse)]
    doers = tuple(one for one in by if names_someone(one, deed.class_of) and not weapon(one, deed))
    own = {one.i for child in parse.dependents(word, "agent") for one in parse.subtree(child)}
    if not doers or any(one.i in own for one in sides[0]):
        return sides
    return doers, without(sides[1], {one.i for one in doers})


def drawn_from(deed: Deed, sides: Sides) -> Sides:
    """From whom criticism is drawn, criticises: "the loans have drawn criticism from Chad and other states"."""
    verb = deed.parse.head(deed.word)
    if deed.type not in SAID or deed.word.dep != "dobj" or verb.lemma not in DRAWING:
        return sides
    sayers = tuple(one for word in (deed.word, verb) for one in brought(word, "from", deed.parse))
    return (sayers, without(sides[1], {one.i for one in sayers})) if sayers else sides


def of_the_protest(deed: Deed, sides: Sides) -> Sides:
    """Whose protest it is, protests: "the protests of the engineer"."""
    if deed.type != "PROTEST" or deed.word.pos != "NOUN":
        return sides
    makers = tuple(one for one in after(deed, "of") if one in sides[1] and names_someone(one, deed.class_of))
    return (*sides[0], *makers), without(sides[1], {one.i for one in makers})


def subject_of_passive(deed: Deed, sides: Sides) -> Sides:
    """What the subject of the passive has done to it, it does not do: "they are denied their rights", "he fired before being shot"."""
    parse, word = deed.parse, deed.word
    if word.pos != "VERB" or deed.type not in DONE_TO:
        return sides
    if deed.type == "ASSAULT" and any(parse.dependents(word, "dobj")):  # "rebels were hit the city"
        return sides
    subjects = {one.i for one in parse.dependents(word, "nsubjpass")}
    if word.dep == "pcomp" and any(parse.dependents(word, "auxpass")) and not any(parse.dependents(word, "agent")):
        subjects |= {one.i for one in subjects_of(word, parse)[0]}
    turned = tuple(one for one in sides[0] if one.i in subjects)
    return without(sides[0], subjects), (*sides[1], *(one for one in turned if one not in sides[1]))
