"""Bodies: a state's forces, police or government under another word: "the army" after "Peruvian troops"."""

from sayso.model import ActorKind
from sayso.naming.drafts import MEMORY, Casting, Draft
from sayso.naming.evidence import AIRBORNE, AT_HOME, may_be_its
from sayso.naming.sighting import Sighting
from sayso.resources.actors import Entry

FAMILIES: tuple[tuple[ActorKind, frozenset[str]], ...] = (
    ("military", frozenset({"army", "military", "force", "troop", "soldier", "armed_force", "airforce", "aircraft",
                            "warplane", "jet", "plane", "helicopter"})),
    ("police", frozenset({"police", "officer", "policeman", "police_force"})),
    ("government_body", frozenset({"government", "regime", "administration", "authority"})),
)  # fmt: skip


def same_body(casting: Casting, sighting: Sighting, owner: Draft | None) -> Draft | None:
    """A state's forces, police or government under another word: "the army", "regime forces", "the military"."""
    kind = next((kind for kind, nouns in FAMILIES if sighting.key in nouns), None)
    if kind is None or sighting.counted or sighting.other or sighting.number == "one" or sighting.actor_kind != kind:
        return None
    if of_several(casting, sighting):
        return None
    several = sighting.number == "many" and sighting.key in ("government", "regime", "administration", "army")
    backed = "backed" in sighting.words or "back" in sighting.words  # whoever backs them, they are the state's
    if (sighting.words - PLAIN_BODY and not backed) or several:
        return None
    nouns = dict(FAMILIES)[kind]
    one_machine = sighting.key in AIRBORNE and sighting.definite and casting.parse.tokens[sighting.head].tag == "NN"
    for _, draft in reversed(casting.recent[-MEMORY:]):
        if draft.kind != kind or draft.number == "one" or not _in_family(draft, nouns):
            continue
        if one_machine and owner is None and sighting.key not in draft.nouns:
            continue  # "the aircraft" is no air force
        if sighting.key in ON_THE_GROUND and _arm(draft) in ("AIRFORCE", "NAVY"):
            continue
        if _belongs_with(sighting, draft, owner) and (owner is not None or may_be_its(casting, sighting, draft)):
            return draft if owner is not None else own_before(casting, sighting, draft) or draft
    return None


def own_before(casting: Casting, sighting: Sighting, draft: Draft) -> Draft | None:
    """The body that the text first called so without a state, where the draft's is another state than it is on.

    In an article that begins with "the government", a foreign government is named in passing.
    """
    if draft.country is None or not casting.is_on(draft.country):
        bare = (
            one for one in casting.drafts
            if one.country is None and one.entry is None and one.kind == draft.kind and not one.counted
            and sighting.key in one.nouns and not one.words and one.sightings[0].head < draft.sightings[0].head
        )  # fmt: skip
        return next(bare, None)
    return None


ON_THE_GROUND = frozenset({"army", "troop", "soldier"})
PLAIN_BODY = frozenset({"government", "regime", "state", "armed", "military", "army", "local", "security", "national"})


def of_several(casting: Casting, sighting: Sighting) -> bool:
    """Do the words before a noun name those of several countries ("the Ghanaian and Peruvian forces")?"""
    before = range(sighting.first, sighting.head)
    joined = any(casting.parse.tokens[i].lemma == "and" for i in before)
    if joined and sighting.owner is not None and sighting.words & AT_HOME:
        return True  # "Russian and government planes"
    return joined and len({casting.of[i].country for i in before if i in casting.of} - {None}) > 1


def _in_family(draft: Draft, nouns: frozenset[str]) -> bool:
    """Is the draft the forces, police or government as a whole, not a ministry or a regiment?"""
    if draft.entry is not None:
        return _arm(draft) in ("MIL", "ARMY", "AIRFORCE", "POLICE", "GOV") or _is_whole_army(draft.entry)
    return bool(draft.nouns & nouns) and not draft.words - PLAIN_BODY and not draft.counted


def _arm(draft: Draft) -> str:
    """The last part of a registered body's id, which tells what it is: "AIRFORCE", "GOV"; "" for others."""
    return draft.entry.id.rpartition("_")[2] if draft.entry is not None else ""


def _is_whole_army(entry: Entry) -> bool:
    """Is it the army of a state under a name of its own ("Syrian Arab Army", also "Syrian army")?"""
    return any(len(name.split()) == 2 and name.lower().split()[1] in ("army", "military") for name in entry.names)


def _belongs_with(sighting: Sighting, draft: Draft, owner: Draft | None) -> bool:
    if owner is None and sighting.country is None and sighting.key not in AIRBORNE and _airborne(draft):
        return False  # "government forces" are not the foreign warplanes named before
    if owner is None:
        return sighting.country is None or sighting.country == draft.country
    if owner.kind in {"coalition", "armed_group"}:
        return False
    return owner is draft.owner or (owner.country is not None and owner.country == draft.country)


def _airborne(draft: Draft) -> bool:
    """Is the draft known by its aircraft alone ("Russian warplanes", "warplanes")?"""
    heads = [
        one.spelled.split()[-1].rstrip("s") if one.spelled else one.key
        for one in draft.sightings
        if one.kind != "pronoun"
    ]
    return bool(heads) and AIRBORNE.issuperset(heads)
