"""Fighters: whom a bare word for several of them means, and who is called an extremist, in whichever of the words for it."""

from sayso.model import Parse, Token
from sayso.naming.clauses import doers_beside
from sayso.naming.drafts import MEMORY, Casting, Draft
from sayso.naming.otherwise import FIGHTERS, OF_THE_STATE
from sayso.naming.sighting import Sighting
from sayso.naming.wordlists import words

NEAR = 5  # sentences
EXTREMISTS = words("terrorist terror jihadist jihadi extremist islamist takfiri")


def extremist(sighting: Sighting) -> bool:
    """Is somebody called a terrorist, a jihadist or the like ("the extremist group")?"""
    return sighting.key in EXTREMISTS or bool(sighting.words & EXTREMISTS)


def called_extremist(parse: Parse, draft: Draft) -> bool:
    """Does the text call someone so, in whichever of these words?"""
    if draft.nouns & EXTREMISTS or (draft.words & EXTREMISTS and not draft.words & OPPOSED):
        return True
    told = [
        [token.lemma.lower() for token in parse.tokens[one.first : one.last]]
        for one in draft.sightings
        if one.kind == "name"
    ]
    return any(EXTREMISTS.intersection(words) and not OPPOSED.intersection(words) for words in told)


OPPOSED = frozenset({"anti", "against", "counter"})


def bare_fighters(casting: Casting, sighting: Sighting) -> Draft | None:
    """The one side of fighters that the text told of shortly before, for a bare plural: "insurgents" after "rebels"."""
    if (
        sighting.number != "many"
        or sighting.key not in FIGHTERS
        or sighting.words
        or sighting.counted
        or sighting.other
    ):
        return None
    head = casting.parse.tokens[sighting.head]
    if any(prep.lemma in ("of", "from") for prep in casting.parse.dependents(head, "prep")):
        return None  # "militants of the Northern Front" are its own
    terrorists = sighting.key == "terrorist"
    groups: list[Draft] = []
    others = doers_beside(casting, sighting)
    for seen, draft in reversed(casting.recent[-MEMORY:]):
        if sighting.sentence - seen.sentence > (1 if terrorists else NEAR):
            break
        if draft.kind == "armed_group" and draft.number != "one" and draft not in groups and draft not in others:
            groups.append(draft)
    if terrorists:  # state agencies call every foe so
        groups = [one for one in groups if called_extremist(casting.parse, one)]
    if len(groups) != 1 or groups[0].counted or groups[0].words & OF_THE_STATE:
        return None
    return None if groups[0].named and _anywhere(casting, head) else groups[0]


def _anywhere(casting: Casting, head: Token) -> bool:
    """Are fighters meant who are somewhere in a country, of whatever group ("rebels in Ghana")?"""
    places = (
        noun.i for prep in casting.parse.dependents(head, "prep") if prep.lemma in ("in", "across", "throughout")
        for noun in casting.parse.dependents(prep, "pobj")
    )  # fmt: skip
    stated = {one.head for one in casting.stated}
    return any(i in stated for i in places)
