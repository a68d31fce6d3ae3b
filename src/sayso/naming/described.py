"""Described: whom a nominal names: someone named before, a body of a state, or someone new."""

from collections.abc import Iterator

from sayso.model import ActorKind
from sayso.naming.at_home import at_home
from sayso.naming.bodies import same_body
from sayso.naming.countries import COUNTRIES, country_meant, is_country
from sayso.naming.drafts import MEMORY, Casting, Draft
from sayso.naming.evidence import held_elsewhere, may_be_its
from sayso.naming.known_by_name import KIN
from sayso.naming.offices import FORCES, GOVERNMENTS, forces_of, governed_by
from sayso.naming.otherwise import bare_fighters, office, offices, other_word, same_name
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
BODIES: frozenset[ActorKind] = frozenset({"military", "police", "government_body"})
NEAR = 3  # sentences over which a description of little content reaches back


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
    if is_country(sighting):
        return (country_meant(casting, sighting) if owner is None else None), "the country that the text is on"
    for draft, because in _at_once(casting, sighting, owner):
        if draft is not None:
            return draft, because
    if not sighting.definite or sighting.other or sighting.counted:
        return (bare_fighters(casting, sighting), "another word for them") if owner is None else (None, "")
    titled = _titled(casting, sighting, owner)
    if titled is not None:
        return titled, "the title of someone named"
    if owner is not None:
        return None, ""
    other = other_word(casting, sighting)
    if other is not None:
        return other, "another word for them"
    return _hypernym(casting, sighting), "nearest plausible actor"


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
    yield same_body(casting, sighting, owner), "the same body of the state"
    yield same_name(casting, sighting), "the same word as a name"
    yield _named_since(casting, sighting, owner), "nearest plausible actor"
    yield _same_words(casting, sighting, owner), "the same description"


def _ranks(sighting: Sighting, owner: Draft | None) -> Draft | None:
    """The group whose fighters a nominal names, be they counted ("18 jihadists of the Northern Front"), or the army itself."""
    if owner is not None and owner.kind == sighting.actor_kind == "military" and sighting.key == "military":
        return owner
    if owner is not None and owner.kind in ("armed_group", "coalition") and sighting.key in RANKS:
        return owner
    return None


def _named_since(casting: Casting, sighting: Sighting, owner: Draft | None) -> Draft | None:
    """Whom "the group" names: who of a fitting kind was named last, not who was "the group" some time before."""
    kinds = GROUP_KINDS[sighting.key] if sighting.key in VAGUE else None
    plain = sighting.definite and not (sighting.other or sighting.counted or sighting.words) and owner is None
    if kinds is None or not plain or sighting.number != "body":
        return None
    return _last(casting, sighting, kinds)


RANKS = frozenset({"force", "fighter", "militant", "troop", "terrorist", "jihadist", "element"})
WATCHERS = frozenset({"monitor", "watchdog", "observatory", "group", "ngo"})
WATCHING = frozenset(
    {"monitoring", "right", "rights", "human", "based", "observatory", "war", "britain-based", "britain"}
)


def _lone_kind(casting: Casting, sighting: Sighting) -> Draft | None:
    """The words "A monitoring group" or "a monitor" where the text names one observatory or rights group, be it only later."""
    watches = sighting.key in ("monitor", "observatory") or bool(sighting.words & WATCHING)
    if sighting.key not in WATCHERS or not watches or sighting.number == "many" or sighting.counted:
        return None
    found = [d for d in casting.drafts if d.kind == "ngo" and d.named]
    return found[0] if len(found) == 1 else None


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
            if _kin_of_another(casting, sighting, draft, owner) or held_elsewhere(casting, sighting, draft):
                continue
            if told <= words_of and _evident(casting, sighting, draft, owner):
                return draft
        elif (
            draft.named
            and draft.kind != "person"
            and _ends_with(seen, sighting)
            and agrees(sighting, draft, owner)
            and _evident(casting, sighting, draft, owner)
        ):
            return draft
    return None


def _evident(casting: Casting, sighting: Sighting, draft: Draft, owner: Draft | None) -> bool:
    """Is it no body of a state, or is there evidence which state's ("the army", "the ministry")?"""
    return owner is not None or draft.kind not in BODIES or may_be_its(casting, sighting, draft)


def _kin_of_another(casting: Casting, sighting: Sighting, draft: Draft, owner: Draft | None) -> bool:
    """Is it someone's relative ("my father"), and not the same one's as the draft ("his father")?"""
    owned = any(casting.parse.dependents(casting.parse.tokens[sighting.head], "poss"))
    return sighting.key in KIN and owned and (owner is None or owner is not draft.owner)


def _ends_with(seen: Sighting, sighting: Sighting) -> bool:
    """Is the nominal the last word of a name ("the Observatory")?"""
    return (
        sighting.definite
        and seen.kind == "name"
        and not sighting.words - WHOLE
        and seen.spelled.split()[-1:] == [sighting.key]
    )


WHOLE = frozenset({"whole", "entire", "full", "unanimous", "same", "very"})


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


def _titled(casting: Casting, sighting: Sighting, owner: Draft | None) -> Draft | None:
    """A person named with that title: "the minister" after "Foreign Minister Sergei Lavrov"."""
    if sighting.number != "one":
        return None
    key, told = office(sighting.key, sighting.words)
    for _, draft in reversed(casting.recent[-MEMORY:]):
        nouns, words_of = offices(draft)
        titled = draft.kind == "person" and draft.named and key in nouns
        titled = titled and told - PASSING <= words_of and not held_elsewhere(casting, sighting, draft)
        titled = titled and not _kin_of_another(casting, sighting, draft, owner)
        if titled and agrees(sighting, draft, owner) and not (sighting.country and sighting.country != draft.country):
            return draft
    return None


PASSING = frozenset(
    {"new", "current", "outgoing", "incumbent", "top", "senior", "embattled", "late", "longtime", "same"}
)


EMPTY_WORDS = words(
    "same islamist militant armed jihadist terrorist sunni shiite terror male female young unidentified alleged suspected"
)


def _hypernym(casting: Casting, sighting: Sighting) -> Draft | None:
    """The nearest named draft that a noun of little content can stand for."""
    if sighting.words - EMPTY_WORDS:
        return None
    if sighting.number == "one" and sighting.key in PERSONS:
        return _person(casting, sighting)
    kinds = GROUP_KINDS.get(sighting.key)
    if kinds is None and sighting.key in GROUPS:
        kinds = frozenset({"armed_group"})
    if (
        kinds is None
        and sighting.number == "body"
        and sighting.actor_kind in ("company", "party", "media", "armed_group", "igo", "ngo")
    ):
        kinds = frozenset({sighting.actor_kind})
    return _last(casting, sighting, kinds) if kinds else None


def _last(casting: Casting, sighting: Sighting, kinds: frozenset[ActorKind]) -> Draft | None:
    for seen, draft in reversed(casting.recent[-MEMORY:]):
        if sighting.sentence - seen.sentence > NEAR:
            return None
        fitting = draft.kind in kinds and draft.number != "one" and (draft.named or sighting.key in GROUPS)
        if fitting and not (sighting.number == "body" and _only_qualifies(casting, draft)):
            return draft
    return None


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
