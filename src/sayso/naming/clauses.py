"""Clauses: who does something in the clause in which another is done to, and so is not that other."""

from sayso.model import Parse, Token
from sayso.naming.drafts import Casting, Draft
from sayso.naming.pronouns import doer_of
from sayso.naming.sighting import Sighting
from sayso.resources.people import People

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
MODIFIERS = ("amod", "compound", "nmod", "poss")
STEPS = 8


def doers_beside(casting: Casting, sighting: Sighting) -> list[Draft]:
    """The subjects of a sighting's own clause, where it is no part of one: the militia of "the militia's attacks on the group".

    "The militia fights the extremists", "an offensive of the militia against the extremists": the extremists are others.
    """
    parse = casting.parse
    token = parse.tokens[sighting.head]
    if token.dep == "poss":
        return []  # "the army withdrew the army's guns"
    found: list[Draft] = []
    for _ in range(STEPS):
        above = parse.head(token)
        if above.i == token.i or token.dep in SUBJECTS:
            break
        if above.pos == "NOUN" and token.dep == "prep" and token.lemma in AGAINST:
            found += _of_noun(casting, above)
        if above.pos in ("VERB", "AUX"):
            doer = doer_of(parse, above)
            return found + (_doing(casting, parse.tokens[doer]) if doer is not None else [])
        token = above
    return found


AGAINST = frozenset({"against", "on", "with", "at"})


def _doing(casting: Casting, noun: Token) -> list[Draft]:
    """Who a subject is; whose officers or troops it is, but not whose deed ("the militia's attack left six rebels dead")."""
    if People.open().noun(noun.lemma.lower()) is not None:
        return _of_noun(casting, noun)
    own = casting.of.get(noun.i)
    return [own] if own is not None else []


def _of_noun(casting: Casting, noun: Token) -> list[Draft]:
    """Who a noun is, or whose it is by the words before it ("the army's", "rebel")."""
    own = casting.of.get(noun.i)
    before = [casting.of.get(one.i) for one in _modifiers(casting.parse, noun)]
    return [one for one in (own, *before) if one is not None]


def _modifiers(parse: Parse, noun: Token) -> list[Token]:
    return [one for one in parse.dependents(noun, *MODIFIERS) if one.i < noun.i]
