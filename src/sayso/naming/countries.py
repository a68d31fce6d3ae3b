"""Countries: which state "the country" is, where the text leaves no doubt.

What a country is called by decides first ("the Kingdom" is one that has it in its name), then who is named beside it in
the sentence, then who was named in the sentences before. Where several may be meant, none is: better no state than a
wrong one.
"""

from collections import Counter
from collections.abc import Sequence

from sayso.naming.drafts import Casting, Draft
from sayso.naming.sighting import Sighting

COUNTRIES = frozenset({"country", "nation", "kingdom", "republic"})
OF_ANY_COUNTRY = frozenset(
    {"whole", "entire", "same", "same-named", "small", "large", "poor", "rich", "war-torn", "tiny"}
)
# Words that are also a part of the names of those that are called by them.
IN_NAMES = frozenset({"kingdom", "republic"})
NEAR = 3  # sentences
FEWEST = 3  # namings of the state that an article is on
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_country(sighting: Sighting) -> bool:
    """Does a nominal speak of one country as known ("the country", but not "an Arab country" or "three countries")?"""
    known = sighting.definite and not (sighting.other or sighting.counted)
    return known and sighting.key in COUNTRIES and sighting.number == "body" and not sighting.words - OF_ANY_COUNTRY


def country_meant(casting: Casting, sighting: Sighting) -> Draft | None:
    """The draft of the state that "the country" means, else of the country that the text never names; None for neither."""
    stated = [one for one in casting.stated if _fits(one, sighting.key)]
    named = _named(casting, [one for one in stated if one.head < sighting.first], sighting)
    if named is None:
        return next((draft for draft in casting.drafts if _nameless(draft, sighting)), None)
    return _draft_of(casting, named)


def _fits(state: Sighting, key: str) -> bool:
    """May a state be called so?"""
    names = state.entry.names if state.entry is not None else ()
    return key not in IN_NAMES or any(key in name.lower().split() for name in names)


def _nameless(draft: Draft, sighting: Sighting) -> bool:
    """Is it the country that a text speaks of without its name?"""
    return draft.kind == "state" and draft.entry is None and draft.number == "body" and is_country(draft.sightings[0]) and (
        sighting.key in draft.nouns or not draft.words
    )  # fmt: skip


def _named(casting: Casting, before: Sequence[Sighting], sighting: Sighting) -> Sighting | None:
    """The last naming of the state that is meant: alone in the sentence, else the one that the text so far is on."""
    beside = [one for one in before if one.sentence == sighting.sentence]
    alone = _alone(casting, beside) if beside else None
    if alone is not None:
        return alone
    lead, main = _leading(before)
    for back in range(1, NEAR + 1):
        earlier = [one for one in before if one.sentence == sighting.sentence - back]
        alone = _alone(casting, earlier) if earlier and not beside else None
        if alone is not None:
            return alone if _id(alone) == lead else None
    wanted = main if not beside or main in {_id(one) for one in beside} else None
    return next((one for one in reversed(before) if _id(one) == wanted), None)


def _id(state: Sighting) -> str:
    return state.entry.id if state.entry is not None else ""


def _alone(casting: Casting, beside: Sequence[Sighting]) -> Sighting | None:
    """The only state of a sentence, else the only one that is a subject there."""
    if len({_id(one) for one in beside}) == 1:
        return beside[-1]
    subjects = [one for one in beside if casting.parse.tokens[one.head].dep in SUBJECTS]
    return subjects[-1] if len({_id(one) for one in subjects}) == 1 else None


def _leading(before: Sequence[Sighting]) -> tuple[str | None, str | None]:
    """The state named most so far, and the same where it is what the text is on: named thrice, and twice as often as any other."""
    counts = Counter(_id(one) for one in before).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None, None
    (lead, most), others = counts[0], sum(count for _, count in counts[1:])
    return lead, lead if most >= max(FEWEST, 2 * others) else None


def _draft_of(casting: Casting, named: Sighting) -> Draft:
    """The draft of a state; a new one where it was named only as a place."""
    draft = casting.of.get(named.head)
    if draft is None:
        draft = next((one for one in casting.drafts if one.entry is not None and one.entry == named.entry), None)
    return casting.draft(named) if draft is None else draft
