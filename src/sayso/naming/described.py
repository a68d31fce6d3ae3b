"""Described: whom a nominal names: someone named before, a body of a state, or someone new."""

from collections.abc import Iterator

from sayso.model import ActorKind
from sayso.naming.at_home import RULING, at_home
from sayso.naming.bodies import own_before, same_body
from sayso.naming.countries import COUNTRIES, country_meant, country_of_region, is_country
from sayso.naming.drafts import MEMORY, Casting, Draft
from sayso.naming.evidence import AIRBORNE, agrees, held_elsewhere, is_main, may_be_its
from sayso.naming.fighters import bare_fighters
from sayso.naming.generic import GROUP_KINDS, VAGUE, hypernym, last_of
from sayso.naming.offices import FORCES, GOVERNMENTS, forces_of, governed_by
from sayso.naming.otherwise import office, offices, other_word, same_name
from sayso.naming.persons import kin_of_another, person_meant
from sayso.naming.sighting import Sighting

BODIES: frozenset[ActorKind] = frozenset({"military", "police", "government_body"})


def described(casting: Casting, sighting: Sighting) -> tuple[Draft | None, str]:
    """The draft that a nominal names and the rule that found it; None for someone new."""
    owner = casting.owner_of(sighting)
    whole, because = _in_full(casting, sighting, owner)
    if because:
        return whole, because
    ruling = at_home(casting, sighting)
    if ruling is not None:
        sighting.entry, sighting.country = ruling, ruling.country
        return next(
            (one for one in casting.drafts if one.entry == ruling), None
        ), "the regime that the text names, or its forces"
    if is_country(sighting) or (sighting.regions and sighting.key in COUNTRIES):
        return _country(casting, sighting, owner)
    for draft, because in _at_once(casting, sighting, owner):
        if draft is not None:
            return draft, because
    if not sighting.definite or sighting.other or sighting.counted:
        return (bare_fighters(casting, sighting), "another word for them") if owner is None else (None, "")
    person, because = person_meant(casting, sighting, owner)
    if person is not None:
        return person, because
    if owner is not None:
        return None, ""
    other = other_word(casting, sighting)
    if other is not None:
        return other, "another word for them"
    found = hypernym(casting, sighting)
    several = found is not None and found.named and _several_groups(sighting)
    return None if several else found, "nearest plausible actor"


def _country(casting: Casting, sighting: Sighting, owner: Draft | None) -> tuple[Draft | None, str]:
    """Which state "the country" is, or the country of a part of the world."""
    if sighting.regions:
        return country_of_region(casting, sighting), "the country of that region"
    return (country_meant(casting, sighting) if owner is None else None), "the country that the text is on"


def _in_full(casting: Casting, sighting: Sighting, owner: Draft | None) -> tuple[Draft | None, str]:
    """The state whose name a word only opens ("the Republic of Ghana"), and the government of who leads a state."""
    if owner is not None and owner.kind == "state" and _whole_name(casting, sighting):
        return owner, "its name in full"
    forces = sighting.actor_kind == "military" and sighting.key in FORCES and not sighting.counted
    leader = owner.entry if owner is not None and (forces or sighting.key in GOVERNMENTS) else None
    sighting.entry = governed_by(casting.registry, leader) if leader is not None else None
    if forces:
        sighting.entry = forces_of(casting.registry, sighting.entry)
    if sighting.entry is None:
        return None, ""
    sighting.country = sighting.entry.country
    return next((one for one in casting.drafts if one.entry == sighting.entry), None), "the government of who leads it"


def _whole_name(casting: Casting, sighting: Sighting) -> bool:
    """Is it the word for a state before its name ("the Republic of Ghana", "the State of Peru")?"""
    owner, head = sighting.owner, casting.parse.tokens[sighting.head]
    if (
        owner is None
        or sighting.number == "one"
        or sighting.key not in COUNTRIES | {"state"}
        or not head.text[:1].isupper()
    ):
        return False
    preposition = casting.parse.head(casting.parse.tokens[owner.head])
    return preposition.lemma == "of" and preposition.head == sighting.head and head.tag not in ("NNS", "NNPS")


def _at_once(casting: Casting, sighting: Sighting, owner: Draft | None) -> Iterator[tuple[Draft | None, str]]:
    """The rules that ask for no definite article, in their order, each with whom it finds."""
    yield _ranks(sighting, owner), "its own ranks"
    yield _lone_kind(casting, sighting), "the only one of its kind in the text"
    yield _of_the_coalition(casting, sighting, owner), "forces of the coalition that the text names"
    yield same_body(casting, sighting, owner), "the same body of the state"
    yield same_name(casting, sighting), "the same word as a name"
    yield _named_since(casting, sighting, owner), "nearest plausible actor"
    yield _same_words(casting, sighting, owner), "the same description"


def _ranks(sighting: Sighting, owner: Draft | None) -> Draft | None:
    """The group whose fighters a nominal names, be they counted ("18 jihadists of the Northern Front"), or the army itself."""
    if owner is not None and owner.kind == sighting.actor_kind == "military" and sighting.key == "military":
        return owner
    one_of_them = sighting.number == "one" and sighting.owner is not None and sighting.owner.kind == "pronoun"
    if owner is not None and owner.kind in ("armed_group", "coalition") and sighting.key in RANKS and not one_of_them:
        return owner
    if owner is not None and owner.kind == "armed_group" and sighting.key == "member" and sighting.number == "many":
        return owner
    return None


def _named_since(casting: Casting, sighting: Sighting, owner: Draft | None) -> Draft | None:
    """Whom "the group" names: who of a fitting kind was named last, not who was "the group" some time before."""
    kinds = GROUP_KINDS[sighting.key] if sighting.key in VAGUE else None
    plain = sighting.definite and not (sighting.other or sighting.counted or sighting.words) and owner is None
    if kinds is None or not plain or sighting.number != "body":
        return None
    return last_of(casting, sighting, kinds)


def right_after(casting: Casting, sighting: Sighting) -> Draft | None:
    """The named group right before a word that says what it is, be the comma lost ("the Northern Front an alliance of rebels")."""
    if sighting.kind != "nominal" or sighting.number != "body" or sighting.key not in GROUP_KINDS or sighting.counted:
        return None
    tokens = casting.parse.tokens
    before = range(sighting.head, max(sighting.head - AS_FAR, 0), -1)
    first = next((i for i in before if tokens[i].text.lower() in ("a", "an")), None)
    for seen, draft in reversed(casting.recent[-AS_FAR:]):
        if seen.kind == "name" and first is not None and seen.core_last == first:
            return draft if draft.kind in GROUP_KINDS[sighting.key] | {"armed_group"} - {"media"} else None
    return None


AS_FAR = 6  # words, and sightings
RANKS = frozenset({"force", "fighter", "militant", "troop", "terrorist", "jihadist", "element"})
WATCHERS = frozenset({"monitor", "watchdog", "observatory", "group", "ngo"})
OBSERVING = frozenset({"monitor", "observatory"})
WATCHING = frozenset(
    {"monitoring", "right", "rights", "human", "based", "observatory", "war", "britain-based", "britain"}
)


def _lone_kind(casting: Casting, sighting: Sighting) -> Draft | None:
    """The words "A monitoring group" or "a monitor" where the text names one observatory or rights group, be it only later."""
    watches = sighting.key in ("monitor", "observatory") or bool(sighting.words & WATCHING)
    if sighting.key not in WATCHERS or not watches or sighting.number == "many" or sighting.counted:
        return None
    found = [d for d in casting.drafts if d.kind == "ngo" and d.named]
    observing = [d for d in found if any("observatory" in one.spelled.split() for one in d.sightings)]
    if len(found) > 1 and len(observing) == 1 and sighting.key in OBSERVING:
        return observing[0]
    return found[0] if len(found) == 1 else None


COALITIONS = frozenset({"coalition", "alliance"})


def _of_the_coalition(casting: Casting, sighting: Sighting, owner: Draft | None) -> Draft | None:
    """The one coalition that a text names, for its forces ("coalition aircraft", "alliance fighters") and for "the coalition"."""
    forces = sighting.key in FORCES | RANKS | AIRBORNE and sighting.words <= COALITIONS | {"allied"}
    before_noun = casting.parse.tokens[sighting.head].dep in ("compound", "amod", "nmod")  # "coalition strikes"
    itself = sighting.key == "coalition" and (sighting.definite or before_noun) and not sighting.words
    if (
        not (itself or (forces and sighting.words & COALITIONS))
        or owner is not None
        or sighting.counted
        or sighting.other
    ):
        return None
    kinds = ("coalition",) if itself or "coalition" in sighting.words else ("coalition", "armed_group")
    found = [
        one for one in casting.drafts
        if one.kind in kinds and one.named and (one.kind == "coalition" or one.nouns & COALITIONS or _spelled(one) & COALITIONS)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _spelled(draft: Draft) -> set[str]:
    """The words of a draft's names."""
    return {word for one in draft.sightings for word in one.spelled.split()}


def _same_words(casting: Casting, sighting: Sighting, owner: Draft | None) -> Draft | None:
    """The last draft called by the same noun whose modifiers, country and number do not conflict."""
    if sighting.other or (sighting.counted and not sighting.definite):
        return None
    if sighting.number == "one" and not sighting.definite:
        return None
    key, told = office(sighting.key, sighting.words)
    for seen, draft in reversed(casting.recent[-MEMORY:]):
        nouns, words_of = offices(draft)
        if key in nouns and agrees(sighting, draft, owner) and seen.kind != "pronoun":
            if key == "terrorist" and not sighting.definite and sighting.sentence - seen.sentence > 1:
                continue
            if (draft.counted and not sighting.definite) or _others(sighting, draft):
                continue
            if kin_of_another(casting, sighting, draft, owner) or held_elsewhere(casting, sighting, draft):
                continue
            if told <= words_of and _evident(casting, sighting, draft, owner):
                return _own(casting, sighting, draft, owner)
        elif (
            draft.named
            and draft.kind != "person"
            and not _several_groups(sighting)
            and _ends_with(seen, sighting)
            and agrees(sighting, draft, owner)
            and _evident(casting, sighting, draft, owner)
            and _at_home(casting, draft, owner)
        ):
            return draft
    return None


def _others(sighting: Sighting, draft: Draft) -> bool:
    """Are several groups told of and the draft one by name, or a government's own where the draft are only on its side?

    "The terrorist groups" after "the Northern Front terrorist group"; "government forces" after "pro-government forces".
    """
    if draft.named and draft.number == "body" and _several_groups(sighting):
        return True
    return bool(sighting.words & RULING) and bool(draft.words & PRO) and not sighting.words & PRO


PRO = frozenset({"pro", "pro-government", "pro-regime"})


def _own(casting: Casting, sighting: Sighting, draft: Draft, owner: Draft | None) -> Draft:
    """A draft, or the body without a state that the text called so before it told of a foreign one ("the ministry")."""
    foreign = owner is None and sighting.number == "body" and draft.kind in BODIES and draft.country is not None
    return (own_before(casting, sighting, draft) if foreign else None) or draft


def _at_home(casting: Casting, draft: Draft, owner: Draft | None) -> bool:
    """Is it no body of a state, or is its state told, or the one that the text names most?"""
    return owner is not None or draft.kind not in BODIES or draft.country is None or is_main(casting, draft.country)


def _evident(casting: Casting, sighting: Sighting, draft: Draft, owner: Draft | None) -> bool:
    """Is it no body of a state, or is there evidence which state's ("the army", "the ministry")?"""
    return owner is not None or draft.kind not in BODIES or may_be_its(casting, sighting, draft)


def _ends_with(seen: Sighting, sighting: Sighting) -> bool:
    """Is the nominal the noun of a name: its last word ("the Observatory"), or the one before "of" ("the Union of Miners")?"""
    if not sighting.definite or seen.kind != "name":
        return False
    name = seen.spelled.split()
    at = next((i for i, word in enumerate(name) if word in LINKING), len(name))
    told = sighting.words - WHOLE
    return (name[-1:] == [sighting.key] and told <= set(name)) or (
        name[at - 1 : at] == [sighting.key] and len(name) > 1 and told <= set(name[:at])
    )  # fmt: skip


def _several_groups(sighting: Sighting) -> bool:
    """Are several groups told of, so that none of them alone is meant ("the terrorist organisations")?"""
    return sighting.number == "many" and sighting.key in VAGUE


LINKING = frozenset({"of", "for", "on", "against", "in"})
WHOLE = frozenset({"whole", "entire", "full", "unanimous", "same", "very", "trade", "labour", "labor"})
