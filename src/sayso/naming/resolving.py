"""Resolving: every mention of a document tied to an actor."""

from collections.abc import Iterator, Sequence

from sayso.model import ActorKind, Attribution, Cast, Document, Parse, Tags
from sayso.naming.acting_for import act_for
from sayso.naming.actors import build
from sayso.naming.aliases import unite_aliases
from sayso.naming.at_home import regime_of
from sayso.naming.coalitions import add_members
from sayso.naming.described import RANKS, described, right_after
from sayso.naming.drafts import Casting
from sayso.naming.fighters import unite_counted
from sayso.naming.finding import find
from sayso.naming.generic import VAGUE, last_of
from sayso.naming.known_by_name import KIN, cast_names
from sayso.naming.pronouns import antecedent
from sayso.naming.sighting import Sighting
from sayso.naming.speech import Speech
from sayso.naming.told_before import unite_told_before
from sayso.resources.actors import Registry
from sayso.resources.people import People

FAMILY = frozenset({"family", "relative", "parent", "friend", "neighbour", "neighbor"})


def resolve(
    document: Document,
    parse: Parse,
    registry: Registry,
    tags: Tags | None = None,
    attributions: Sequence[Attribution] = (),
) -> Cast:
    """Everyone who acts, speaks or is acted on in the document: the actors, and the mentions that name them.

    attributions: who says what, where that is known: "he said" is who spoke before, not someone whom the words are about.
    Sentences that were left out of the report are passed over. First-person pronouns are left to `speakers`.
    """
    assert document.text == parse.text
    casting, sightings = begin(parse, registry, tags, attributions)
    for _ in walk(casting, sightings):
        pass
    unite_told_before(casting)
    unite_counted(casting)
    add_members(casting, sightings)
    act_for(casting, sightings)
    return build(casting, sightings)


def begin(
    parse: Parse, registry: Registry, tags: Tags | None, attributions: Sequence[Attribution]
) -> tuple[Casting, list[Sighting]]:
    """The sightings of a text in its order, and the drafts of those who are named, before the walk through it."""
    found = find(parse, registry, People.open(), tags)
    sightings = found.ordered()
    casting = Casting(parse, registry, found.stated(), Speech(parse, attributions))
    cast_names(casting, sightings, registry)
    unite_aliases(casting, sightings)
    return casting, sightings


def walk(casting: Casting, sightings: Sequence[Sighting]) -> Iterator[Sighting]:
    """Tie the sightings one after the other, each told just before it is tied."""
    for sighting in sightings:
        yield sighting
        _tie(casting, sighting)
        casting.see(sighting)


def _tie(casting: Casting, sighting: Sighting) -> None:
    """Tie one sighting to its draft, in the order of the text."""
    if sighting.head in casting.of:
        _belongs(casting, sighting)
        return
    if sighting.kind == "pronoun":
        draft = antecedent(casting, sighting)
        if draft is not None:
            sighting.because = "nearest plausible actor" if sighting.key != "who" else "the noun its clause describes"
            casting.tie(sighting, draft)
        return
    _owner_first(casting, sighting)
    same = sighting.same_as
    draft = right_after(casting, sighting) or (casting.of.get(same.head) if same is not None else None)
    if draft is None:
        draft, because = described(casting, sighting)
        sighting.because = because if draft is not None else sighting.because
    if draft is None:
        casting.draft(sighting)
    else:
        casting.tie(sighting, draft)
    if same is not None and same.head not in casting.of:
        casting.tie(same, casting.of[sighting.head])
    _belongs(casting, sighting)


def _owner_first(casting: Casting, sighting: Sighting) -> None:
    """Tie who tells whose somebody is, where that stands after the noun ("many of its leaders", "nine fighters from the group")."""
    owner = sighting.owner
    if owner is None or owner.head in casting.of:
        return
    if owner.kind == "nominal" and _the_group(owner) and sighting.key in RANKS | {"member"}:
        fighting = last_of(casting, owner, ARMED) if sighting.actor_kind == "armed_group" else None
        if fighting is not None and owner.same_as is None:  # not the observatory that tells of them
            owner.because = "nearest plausible actor"
            casting.tie(owner, fighting)
        else:
            _tie(casting, owner)
    if owner.kind != "pronoun":
        return
    draft = antecedent(casting, owner)
    if draft is not None:
        owner.because = "nearest plausible actor"
        casting.tie(owner, draft)


ARMED: frozenset[ActorKind] = frozenset({"armed_group"})


def _the_group(owner: Sighting) -> bool:
    """Is it a word for a group that was named before ("the group", "the extremist organisation")?"""
    return owner.key in VAGUE and owner.number == "body" and owner.definite and not (owner.other or owner.counted)


def _belongs(casting: Casting, sighting: Sighting) -> None:
    """Note whom the actor belongs to, as far as the sighting's own words tell; a family is no part of whose it is."""
    if sighting.key in KIN or sighting.key in FAMILY:
        return
    owner, draft = casting.owner_of(sighting) or regime_of(casting, sighting), casting.of[sighting.head]
    if owner is not None and owner is not draft and draft.owner is None and owner.owner is not draft:
        draft.owner = owner
        if draft.country is None and owner.kind in ("state", "government_body", "military", "police"):
            draft.country = owner.country
