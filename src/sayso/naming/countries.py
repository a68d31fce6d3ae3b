"""Countries: which state "the country" is, where the text leaves no doubt.

What a country is called by decides first ("the Kingdom" is one that has it in its name), then who is named beside it in
the sentence, then who was named in the sentences before. A state that is only there in an adjective or as an owner
("Turkish offices across the country") is no evidence by itself. Where several may be meant, none is: better no state than
a wrong one.
"""

from collections import Counter
from collections.abc import Sequence

from sayso.model import Parse, Token
from sayso.naming.clauses import doers_beside
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
    return (
        known
        and not sighting.regions
        and sighting.key in COUNTRIES
        and sighting.number == "body"
        and not sighting.words - OF_ANY_COUNTRY
    )


def country_meant(casting: Casting, sighting: Sighting) -> Draft | None:
    """The draft of the state that "the country" means, else of the country that the text never names; None for neither."""
    stated = [one for one in casting.stated if _fits(one, sighting.key)]
    named = _named(casting, [one for one in stated if one.head < sighting.first], sighting)
    if named is None:
        return next((draft for draft in casting.drafts if _nameless(draft, sighting)), None)
    return _draft_of(casting, named)


def country_of_region(casting: Casting, sighting: Sighting) -> Draft | None:
    """The one state of a region among those that the text names ("the North African country"), not who acts on it."""
    if not (sighting.regions and sighting.definite and sighting.key in COUNTRIES and sighting.number == "body"):
        return None
    if sighting.other or sighting.counted:
        return None
    others = doers_beside(casting, sighting)
    stated = [
        one for one in casting.stated
        if one.head < sighting.head and one.entry is not None and one.entry.region in sighting.regions
        and casting.of.get(one.head) not in others
    ]  # fmt: skip
    anywhere = {_id(one) for one in casting.stated if one.entry is not None and one.entry.region in sighting.regions}
    return _draft_of(casting, stated[-1]) if stated and len(anywhere) == 1 else None


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
    lead, main = _leading(before)
    beside = [one for one in before if one.sentence == sighting.sentence]
    alone = _alone(casting.parse, beside, main) if beside else None
    if alone is not None:
        return alone
    if not _outright(before, lead) and len({draft.entry for draft in casting.drafts if draft.kind == "state"}) > 1:
        return None
    for back in range(1, NEAR + 1):
        earlier = [one for one in before if one.sentence == sighting.sentence - back]
        alone = _alone(casting.parse, earlier, main) if earlier and not beside else None
        if alone is not None:
            return alone if _id(alone) == lead else None
    wanted = main if not beside or main in {_id(one) for one in beside} else None
    return next((one for one in reversed(before) if _id(one) == wanted), None)


def _id(state: Sighting) -> str:
    return state.entry.id if state.entry is not None else ""


def _alone(parse: Parse, beside: Sequence[Sighting], main: str | None) -> Sighting | None:
    """The only state of a sentence, else the only one that is a subject there, else the only one in a subject's phrase.

    One that only describes what is no subject counts where it is the main state of the text.
    """
    tokens = [(one, parse.tokens[one.head]) for one in beside]
    if len({_id(one) for one in beside}) == 1:
        told = [one for one, token in tokens if token.dep not in DESCRIBING or _in_subject(parse, token)]
        return told[-1] if told else beside[-1] if _id(beside[-1]) == main else None
    subjects = [one for one, token in tokens if token.dep in SUBJECTS]
    subjects = subjects or [one for one, token in tokens if _in_subject(parse, token)]
    return subjects[-1] if len({_id(one) for one in subjects}) == 1 else None


DESCRIBING = frozenset({"amod", "compound", "nmod", "poss"})


def _in_subject(parse: Parse, token: Token) -> bool:
    """Does a word stand in the phrase of a subject ("Peru's ministry", "the ports of Peru")?"""
    while token.dep in DESCRIBING or (token.dep == "pobj" and parse.head(token).lemma == "of"):
        token = parse.head(token) if token.dep in DESCRIBING else parse.head(parse.head(token))
    return token.dep in SUBJECTS


def _outright(before: Sequence[Sighting], state: str | None) -> bool:
    """Is a state named outright, and not only in adjectives?"""
    return any(one.kind != "demonym" for one in before if _id(one) == state)


def _leading(before: Sequence[Sighting]) -> tuple[str | None, str | None]:
    """The state named more than all others so far, and the same where it is what the text is on: named thrice, and twice as often."""
    counts = Counter(_id(one) for one in before).most_common()
    if not counts:
        return None, None
    (lead, most), others = counts[0], sum(count for _, count in counts[1:])
    return lead if most > others else None, lead if most >= max(FEWEST, 2 * others) else None


def _draft_of(casting: Casting, named: Sighting) -> Draft:
    """The draft of a state; a new one where it was named only as a place."""
    draft = casting.of.get(named.head)
    if draft is None:
        draft = next((one for one in casting.drafts if one.entry is not None and one.entry == named.entry), None)
    return casting.draft(named) if draft is None else draft
