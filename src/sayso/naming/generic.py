"""Generic: nouns of so little content that they may be anyone of a kind ("the group", "the official"): who of it is meant."""

from sayso.model import ActorKind
from sayso.naming.clauses import doers_beside
from sayso.naming.drafts import MEMORY, Casting, Draft
from sayso.naming.evidence import agrees
from sayso.naming.fighters import called_extremist, extremist
from sayso.naming.sighting import Sighting
from sayso.naming.wordlists import words

# A definite noun of so little content takes any group, person or state that was named last.
GROUPS = frozenset({"group", "organisation", "organization", "movement", "militia", "faction", "outfit", "militant",
                    "terrorist", "insurgent", "rebel", "jihadist", "network", "extremist", "affiliate", "gang"})  # fmt: skip
GROUP_KINDS: dict[str, frozenset[ActorKind]] = {
    "group": frozenset({"armed_group", "ngo", "party", "other", "crowd", "coalition", "company"}),
    "organisation": frozenset({"armed_group", "ngo", "party", "igo", "other", "company"}),
    "organization": frozenset({"armed_group", "ngo", "party", "igo", "other", "company"}),
    "movement": frozenset({"armed_group", "party", "other"}),
    "network": frozenset({"media", "armed_group", "other"}),
    "agency": frozenset({"media", "igo", "government_body", "other"}),
    "body": frozenset({"igo", "government_body", "ngo", "other"}),
    "watchdog": frozenset({"ngo", "igo", "government_body", "other"}),
    "monitor": frozenset({"ngo"}),
    "observatory": frozenset({"ngo"}),
    "paper": frozenset({"media"}),
    "outlet": frozenset({"media"}),
    "daily": frozenset({"media"}),
    "newspaper": frozenset({"media"}),
    "bloc": frozenset({"igo", "coalition", "party"}),
    "alliance": frozenset({"igo", "coalition", "armed_group", "party"}),
    "coalition": frozenset({"coalition"}),
    "team": frozenset({"police", "igo", "government_body"}),
}
VAGUE = frozenset({"group", "organisation", "organization", "movement", "bloc", "alliance"})
PERSONS = words(
    """
    man woman boy girl suspect victim attacker gunman assailant defendant accused shooter killer bomber politician
    lawmaker official leader diplomat officer soldier teenager child person journalist reporter activist driver
    cleric lawyer billionaire candidate author student teacher doctor baby infant deceased perpetrator
    """
)
ALLIED = frozenset({"military", "international", "global"})
NEAR = 3  # sentences over which a description of little content reaches back
EMPTY_WORDS = words(
    "same islamist militant armed jihadist terrorist sunni shiite terror male female young unidentified alleged suspected"
)


def hypernym(casting: Casting, sighting: Sighting) -> Draft | None:
    """The nearest named draft that a noun of little content can stand for."""
    if (
        sighting.words
        - EMPTY_WORDS
        - _seat(casting, sighting)
        - (ALLIED if sighting.key in ("alliance", "coalition") else frozenset())
    ):
        return None
    if sighting.number == "one" and sighting.key in PERSONS:
        return _person(casting, sighting) or _speaker(casting, sighting)
    kinds = GROUP_KINDS.get(sighting.key)
    if kinds is None and sighting.key in GROUPS:
        kinds = frozenset({"armed_group"})
    if (
        kinds is None
        and sighting.number == "body"
        and sighting.actor_kind in ("company", "party", "media", "armed_group", "igo", "ngo")
    ):
        kinds = frozenset({sighting.actor_kind})
        return last_of(casting, sighting, kinds) or _lone(casting, sighting) or _unsorted(casting, sighting)
    return last_of(casting, sighting, kinds) if kinds else None


def _lone(casting: Casting, sighting: Sighting) -> Draft | None:
    """The only one of its kind that the text has named so far, however long before ("the party")."""
    before = [
        draft
        for draft in casting.drafts
        if draft.kind == sighting.actor_kind and draft.named and draft.sightings[0].head < sighting.head
    ]
    return before[0] if len(before) == 1 and not _only_qualifies(casting, before[0]) else None


def _seat(casting: Casting, sighting: Sighting) -> set[str]:
    """The words that only tell where a body is based ("the Lima-based firm")."""
    tokens = casting.parse.tokens[sighting.first : sighting.head]
    based = next((token for token in tokens if token.text.lower() in ("based", "headquartered")), None)
    return {token.lemma.lower() for token in tokens if based is not None and token.i <= based.i}


def _unsorted(casting: Casting, sighting: Sighting) -> Draft | None:
    """The only one named just before of whom nothing tells what sort of body it is, for "the firm" where the text names no other."""
    if sighting.actor_kind != "company" or any(one.kind == "company" and one.named for one in casting.drafts):
        return None
    others = doers_beside(casting, sighting)
    near: list[Draft] = []
    for seen, draft in reversed(casting.recent[-MEMORY:]):
        if sighting.sentence - seen.sentence > 1:
            break
        unsorted = draft.kind == "other" and draft.number == "body" and draft.entry is None
        if (
            unsorted
            and draft.named
            and draft not in others
            and draft not in near
            and not _only_qualifies(casting, draft)
        ):
            near.append(draft)
    return near[0] if len(near) == 1 else None


def _speaker(casting: Casting, sighting: Sighting) -> Draft | None:
    """Whoever spoke just before, for an epithet that goes on speaking ("the official added")."""
    words = casting.speech.by(casting.parse.tokens[sighting.head]) if sighting.key in EPITHETS else None
    spoke = casting.speech.before(words) if words is not None else None
    if spoke is None:
        return None
    for seen, draft in reversed(casting.recent[-MEMORY:]):
        if casting.speech.speaks_in(spoke, seen):
            governs = draft.sector in GOVERNING
            return draft if draft.kind == "person" and governs and agrees(sighting, draft, None) else None
    return None


EPITHETS = frozenset({"official", "politician", "lawmaker", "legislator", "leader", "diplomat"})
GOVERNING = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "OPP"})


def last_of(casting: Casting, sighting: Sighting, kinds: frozenset[ActorKind]) -> Draft | None:
    """Whoever of some kinds was named last, at most three sentences before; "the group" is some "activists" only where no body was."""
    several: Draft | None = None
    found: list[Draft] = []
    others = doers_beside(casting, sighting)
    for seen, draft in reversed(casting.recent[-MEMORY:]):
        if sighting.sentence - seen.sentence > NEAR:
            break
        fitting = draft.kind in kinds and draft.number != "one" and (draft.named or sighting.key in GROUPS)
        if not fitting or draft in others or (sighting.number == "body" and _only_qualifies(casting, draft)):
            continue
        if draft.named or draft.number != "many" or sighting.number != "body":
            found.append(draft)
        else:
            several = several or draft
    if extremist(sighting):
        found = [draft for draft in found if draft.kind not in PEACEFUL]
        found = [draft for draft in found if called_extremist(casting.parse, draft)] or found
    if sighting.key == "alliance":
        found = [draft for draft in found if draft.kind in ALLIANCES or "alliance" in draft.nouns] or found
    return next(iter(found), several)


ALLIANCES: frozenset[ActorKind] = frozenset({"coalition", "igo"})
PEACEFUL: frozenset[ActorKind] = frozenset({"coalition", "ngo", "company", "igo", "crowd"})


def _only_qualifies(casting: Casting, draft: Draft) -> bool:
    """Is someone only there in what others are called ("Islamist" of "rival Islamist fighters")?"""
    if draft.entry is not None:
        return False
    names = [casting.parse.tokens[one.head] for one in draft.sightings if one.kind == "name"]
    return bool(names) and all(token.dep in ("amod", "compound", "nmod") for token in names)


def _person(casting: Casting, sighting: Sighting) -> Draft | None:
    for seen, draft in reversed(casting.recent[-MEMORY:]):
        if sighting.sentence - seen.sentence > NEAR:
            return None
        single = draft.kind == "person" and draft.number == "one" and not draft.named
        if single and agrees(sighting, draft, None) and _compatible(sighting.key, draft):
            return draft
    return None


HARMED = frozenset({"victim", "deceased", "child", "baby", "infant", "boy", "girl"})
HARMING = frozenset({"suspect", "attacker", "gunman", "assailant", "shooter", "killer", "bomber", "accused", "defendant",
                     "perpetrator"})  # fmt: skip


def _compatible(key: str, draft: Draft) -> bool:
    """Can the description be of the same person? A victim is no attacker, an official no suspect."""
    if key in HARMED:
        return not draft.nouns & HARMING
    if key in HARMING:
        return not draft.nouns & (HARMED - {"boy", "girl", "child"}) and bool(
            draft.nouns & (HARMING | {"man", "woman", "teenager", "boy", "person"})
        )
    if key in ("man", "woman", "boy", "girl", "teenager", "person"):
        return draft.gender in (
            None,
            "he" if key in ("man", "boy") else "she" if key in ("woman", "girl") else draft.gender,
        )
    return False
