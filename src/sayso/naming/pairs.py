"""Pairs: the two whom a phrase that counts them means: "the two sides", "both leaders", after two were named."""

from sayso.model import ActorKind, Parse, Token
from sayso.naming.drafts import Casting, Draft
from sayso.naming.sighting import Sighting
from sayso.naming.wordlists import words

NEAR = 3  # sentences
TWO = 2
STATES: frozenset[ActorKind] = frozenset({"state"})
PERSONS: frozenset[ActorKind] = frozenset({"person"})
SIDES: frozenset[ActorKind] = frozenset(
    {"state", "government_body", "igo", "party", "armed_group", "military", "company", "ngo"}
)
OF_STATES = words("country nation state government")
OF_PERSONS = words(
    "leader minister president official diplomat premier king man woman politician candidate counterpart"
)
OF_SIDES = words("side party")


def counts_two(parse: Parse, head: Token) -> bool:
    """Does a phrase speak of two as known ("the two sides", "both sides")?"""
    before = [parse.tokens[i].lemma.lower() for i in parse.children[head.i] if i < head.i]
    return head.tag in ("NNS", "NNPS") and ("both" in before or {"two", "the"} <= set(before))


def pair_before(casting: Casting, sighting: Sighting) -> list[Draft]:
    """The only two of a fitting kind that one sentence names: its own, else the last one before that names two; [] without them.

    Who stands alone in the sentence is none of them ("Norway welcomed the talks of the two countries").
    """
    lemma = casting.parse.tokens[sighting.head].lemma.lower()
    kinds = STATES if lemma in OF_STATES else PERSONS if lemma in OF_PERSONS else SIDES if lemma in OF_SIDES else None
    if kinds is None or not counts_two(casting.parse, casting.parse.tokens[sighting.head]):
        return []
    told = [
        (seen.sentence, draft)
        for draft in casting.drafts
        if draft.named and draft.kind in kinds and not draft.members
        for seen in draft.sightings
        if seen.kind != "pronoun" and seen.head < sighting.first and sighting.sentence - seen.sentence <= NEAR
    ]
    for back in range(NEAR + 1):
        found = list(dict.fromkeys(draft for sentence, draft in told if sighting.sentence - sentence == back))
        if kinds is SIDES and len({one.kind == "state" for one in found}) > 1:
            found = [one for one in found if one.kind == "state"]
        if len(found) >= TWO:
            return found if len(found) == TWO else []
    return []
