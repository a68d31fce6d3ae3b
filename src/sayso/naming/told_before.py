"""Told before: who is told of by an office first and by name later ("The health minister resigned. ... Health Minister Ana Brandt")."""

from sayso.naming.drafts import Casting, Draft
from sayso.naming.otherwise import office, offices
from sayso.naming.persons import PASSING
from sayso.naming.titles import LESSER
from sayso.naming.wordlists import words

OFFICES = words("minister secretary president premier chancellor governor mayor commissioner ambassador chief director")
PORTFOLIO = frozenset({"minister", "secretary"})
FARTHEST = 10  # sentences


def unite_told_before(casting: Casting) -> None:
    """Make one of those whose office a text tells first and whose name later, where one alone is named with that office."""
    for nameless in [one for one in casting.drafts if _by_office(one)]:
        found = [one for one in casting.drafts if _of_that_office(casting, nameless, one)]
        if len(found) == 1 and _named_later(nameless, found[0]):
            nameless.sightings[0].because = "the office of someone named later"
            casting.unite(found[0], nameless)


def _by_office(draft: Draft) -> bool:
    """Is somebody called by one office alone, with a word that tells which ("the health minister")?"""
    first = draft.sightings[0]
    known = first.kind == "nominal" and first.definite and not (first.other or first.counted)
    return known and draft.kind == "person" and not draft.named and draft.number == "one" and bool(first.words - PASSING) and (
        first.key in OFFICES and not first.words & LESSER
    )  # fmt: skip


def _of_that_office(casting: Casting, nameless: Draft, named: Draft) -> bool:
    """Is somebody named with that very office?"""
    first = nameless.sightings[0]
    key, told = office(first.key, first.words - PASSING)
    nouns, _ = offices(named)
    same = key in nouns or (key in PORTFOLIO and bool(nouns & PORTFOLIO))
    return named.kind == "person" and named.named and same and told <= _title(casting, named)


def _named_later(nameless: Draft, named: Draft) -> bool:
    """Is somebody named only after an office was told, and nowhere in one sentence with it?"""
    first, later = nameless.sightings[0], named.sightings[0]
    if first.head > later.head or later.sentence - first.sentence > FARTHEST:
        return False
    if nameless.country is not None and named.country is not None and nameless.country != named.country:
        return False
    return later.sentence not in {one.sentence for one in nameless.sightings}


def _title(casting: Casting, named: Draft) -> set[str]:
    """The words that stand with the name of somebody, the modifiers of his titles among them."""
    spoken = (one for one in named.sightings if one.kind == "name")
    beside = {token.lemma.lower() for one in spoken for token in casting.parse.tokens[one.first : one.core_first]}
    return beside | offices(named)[1]
