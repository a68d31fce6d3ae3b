"""Evidence: may a body that is named without its state ("the army") be that of a state named before?

It may where the text speaks of no other state, where that body was named just before or is the only one of its kind, where its
state is the one that the text names most, or where the very words bind them ("regime forces", of a regime's army). Else it is nobody's: what is put down
to a wrong state is a worse error than what is put down to none.
"""

from collections import Counter

from sayso.model import Parse
from sayso.naming.countries import COUNTRIES
from sayso.naming.drafts import Casting, Draft
from sayso.naming.offices import GOVERNMENTS
from sayso.naming.sighting import Sighting

NEAR = 2  # sentences
AIRBORNE = frozenset({"aircraft", "warplane", "jet", "plane", "helicopter"})
LONG_AGO = 5  # sentences
FAR = 10  # sentences, for the only body of its kind in a text
# Forces that are called so are those of the state that the text is on, not foreign ones that were named before.
AT_HOME = frozenset({"government", "regime", "state", "loyalist", "opposition"})


def agrees(sighting: Sighting, draft: Draft, owner: Draft | None) -> bool:
    """Do number, country and owner of a nominal allow the draft? Several allies are no single state."""
    if draft.kind == "state" and sighting.number == "many":
        return False
    apart = "one" in (sighting.number, draft.number) or sighting.key in COUNTRIES | GOVERNMENTS
    if sighting.number != draft.number and apart:  # "the governments" are not the government
        return False
    if sighting.country and draft.country and sighting.country != draft.country:
        return False
    if sighting.places and draft.places and not sighting.places & draft.places:
        return False
    if sighting.country and draft.kind == "person" and draft.named and sighting.country != draft.country:
        return False
    if owner is not None and draft.owner is not None and owner is not draft.owner:
        return False
    if owner is not None and draft.owner is None and draft.country is None and not draft.named:
        return False
    return not (sighting.gender and draft.gender and sighting.gender != draft.gender)


def is_main(casting: Casting, country: str) -> bool:
    """Does the text name no other state more often than that of a country?"""
    counts = Counter(one.country for one in casting.stated)
    return counts[country] >= max(counts.values(), default=0)


def may_be_its(casting: Casting, sighting: Sighting, draft: Draft) -> bool:
    """Is there evidence that a nominal without an owner means a body of the draft's state?"""
    if draft.country is None:
        return True
    if _beside_another(casting, sighting, draft):
        return False
    counts = Counter(one.country for one in casting.stated)
    others = [count for country, count in counts.items() if country != draft.country]
    if sighting.words & AT_HOME and draft.kind == "military":
        return not others or _told_at_home(casting.parse, draft)
    last = max((one.sentence for one in draft.sightings if one.head < sighting.head), default=-FAR - 1)
    back = sighting.sentence - last
    if draft.kind == "military" and back > LONG_AGO:
        armies = {one.country for one in casting.drafts if one.kind == "military"} - {draft.country, None}
        if armies and 2 * max(others, default=0) > counts[draft.country]:
            return False  # of two armies, none that the text tells of has been named for long
    if not others or counts[draft.country] >= max(others):
        return True
    kinds = {draft.kind} | ({"government_body"} if draft.kind == "military" else set())
    rivals = {other.country for other in casting.drafts if other.kind in kinds} - {draft.country, None}
    if draft.kind == "military" and rivals:
        return False  # of whom a text tells less is not "the army" beside another state's government
    return back <= NEAR or (back <= FAR and not rivals and 2 * counts[draft.country] >= max(others))


def _told_at_home(parse: Parse, draft: Draft) -> bool:
    """Was the draft itself called the government's or the regime's forces?"""
    told = [parse.tokens[one.first : one.last] for one in draft.sightings if one.kind != "pronoun"]
    alone = [tokens for tokens in told if not any(token.lemma == "and" for token in tokens)]
    return any(token.lemma.lower() in AT_HOME for tokens in alone for token in tokens)


def _beside_another(casting: Casting, sighting: Sighting, draft: Draft) -> bool:
    """Does the sentence so far name another state or its government, and not the draft's ("Ghana's government sent the army")?

    Warplanes of nobody's in a text on those of several states may be anyone's, as may those of another state's raids.
    """
    if sighting.key in AIRBORNE and not sighting.definite:
        others = {one.country for one in casting.drafts if one.kind == "military"} | _raiding(casting)
        return bool(others - {None, draft.country})
    beside = {
        own.country for seen, own in casting.recent
        if seen.sentence == sighting.sentence and own.kind in ("state", "government_body", "military") and not seen.seat
    } - {None}  # fmt: skip
    return bool(beside) and draft.country not in beside


def _raiding(casting: Casting) -> set[str | None]:
    """The countries of the states that the text has told to make raids ("Ghanaian air raids")."""
    tokens = casting.parse.tokens
    return {
        own.country for seen, own in casting.recent if own.kind == "state" and tokens[tokens[seen.head].head].lemma in RAIDS
    }  # fmt: skip


RAIDS = frozenset({"raid", "strike", "airstrike", "bombing", "bombardment"})


def held_elsewhere(casting: Casting, sighting: Sighting, draft: Draft) -> bool:
    """Is a title without a country rather that of someone whom the text has more of than of the holder from elsewhere?

    In an article on one prime minister, "the prime minister" is no guest who is once called "Prime Minister of Ghana".
    """
    if sighting.number != "one" or sighting.owner is not None or draft.owner is None or draft.country is None:
        return False
    if any(one.sentence == sighting.sentence and one.head < sighting.head for one in draft.sightings):
        return False
    told = [one for one in casting.drafts if one is not draft and sighting.key in one.nouns and one.kind == "person"]
    before = [one for one in told if any(seen.head < sighting.head for seen in one.sightings)]
    return any(one.country != draft.country and one.mentions > draft.mentions for one in before)
