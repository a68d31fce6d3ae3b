"""Fighters: whom a bare word for several of them means, and who is called an extremist, in whichever of the words for it."""

from sayso.model import Parse, Token
from sayso.naming.clauses import doers_beside
from sayso.naming.drafts import MEMORY, Casting, Draft
from sayso.naming.otherwise import FIGHTERS, OF_THE_STATE
from sayso.naming.sighting import Sighting
from sayso.naming.wordlists import words

NEAR = 5  # sentences
REBELLIOUS = frozenset({"rebel", "opposition", "insurgent"})
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
        or sighting.words - REBELLIOUS
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
    if sighting.words:  # "rebel fighters" are "the rebels", and no group of a name
        told = groups[0].nouns | groups[0].words
        return groups[0] if not groups[0].named and told & REBELLIOUS and told <= REBELLIOUS | FIGHTERS else None
    return None if groups[0].named and _anywhere(casting, head) else groups[0]


def unite_counted(casting: Casting) -> None:
    """Make some jihadists whom a text counts one with the group called so, where it tells of that one group of fighters alone."""
    groups = [one for one in casting.drafts if one.kind == "armed_group" and one.named]
    if len(groups) != 1 or not called_extremist(casting.parse, groups[0]):
        return
    others = [one for one in casting.drafts if one.kind == "armed_group" and one is not groups[0]]
    if not all(_only_counted(casting.parse, one) for one in others):
        return  # whoever else fights in that text may be meant
    for some in others:
        some.sightings[0].because = "of the only such group in the text"
        casting.unite(groups[0], some)


def _only_counted(parse: Parse, draft: Draft) -> bool:
    """Are some of those called jihadists or the like counted, with nothing that tells whose they are ("30 jihadists")?"""
    first = draft.sightings[0]
    of_some = any(prep.lemma in ("of", "from") for prep in parse.dependents(parse.tokens[first.head], "prep"))
    plain = first.number == "many" and first.key in EXTREMISTS and not (first.words or first.other or of_some)
    return plain and first.counted and draft.owner is None and draft.country is None


def _anywhere(casting: Casting, head: Token) -> bool:
    """Are fighters meant who are somewhere in a country, of whatever group ("rebels in Ghana")?"""
    places = (
        noun.i for prep in casting.parse.dependents(head, "prep") if prep.lemma in ("in", "across", "throughout")
        for noun in casting.parse.dependents(prep, "pobj")
    )  # fmt: skip
    stated = {one.head for one in casting.stated}
    return any(i in stated for i in places)
