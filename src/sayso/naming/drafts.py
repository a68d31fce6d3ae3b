"""Drafts: actors while they are being put together, and the record of who was named last."""

from collections import Counter
from collections.abc import Sequence

from sayso.model import ActorKind, Parse
from sayso.naming.sighting import Number, Sighting
from sayso.naming.speech import Speech
from sayso.resources.actors import Entry, Registry
from sayso.resources.people import Gender

# How many of the latest sightings a rule looks back over: enough for news, and it keeps the work linear.
MEMORY = 120
SEVERAL = 3  # namings of the state that a text is on


class Draft:
    """An actor in the making: the sightings tied to it so far and what they tell together."""

    def __init__(self, first: Sighting) -> None:
        self.sightings: list[Sighting] = []
        self.kind: ActorKind = first.actor_kind
        self.number: Number = first.number
        self.gender: Gender | None = None
        self.entry: Entry | None = None
        self.country: str | None = None
        self.sector: str | None = None
        self.nouns: set[str] = set()
        self.words: set[str] = set()
        self.places: set[str] = set()
        self.owner: Draft | None = None
        self.members: list[Draft] = []
        self.named = False
        self.counted = first.counted
        self.mentions = 0

    def take(self, sighting: Sighting) -> None:
        """Tie a sighting to this draft and learn what it tells."""
        self.sightings.append(sighting)
        self.mentions += 1
        if sighting.kind == "pronoun":
            self.gender = self.gender or (sighting.key if sighting.key in ("he", "she") else None)  # type: ignore[assignment]
            return
        if sighting.kind in ("name", "demonym"):
            self.named = True
            if self.kind == "other" or self.entry is None:
                self.kind = sighting.actor_kind if sighting.actor_kind != "other" else self.kind
        elif self.kind == "other" and sighting.actor_kind != "other":
            self.kind = sighting.actor_kind
        self.entry = self.entry or sighting.entry
        self.gender = self.gender or sighting.gender
        self.country = self.country or sighting.country
        self.sector = self.sector or sighting.sector
        self.words |= sighting.words
        self.places |= sighting.places
        if sighting.kind == "nominal":
            self.nouns.add(sighting.key)
        self.nouns.update(sighting.titles)

    def absorb(self, other: "Draft") -> None:
        """Take over everything of a draft that turned out to be the same actor."""
        for sighting in other.sightings:
            self.take(sighting)
        self.sightings.sort(key=lambda one: one.head)
        self.owner = self.owner or other.owner
        self.members.extend(member for member in other.members if member not in self.members)


class Casting:
    """The drafts of a document, and the memory of the walk through its text.

    registry: who is who. stated: every naming of a state, be it only as the place where something is, in the order of the text.
    speech: who speaks where.
    """

    def __init__(
        self, parse: Parse, registry: Registry, stated: Sequence[Sighting] = (), speech: Speech | None = None
    ) -> None:
        self.parse = parse
        self.registry = registry
        self.stated = stated
        self.speech = speech if speech is not None else Speech(parse)
        self.drafts: list[Draft] = []
        self.of: dict[int, Draft] = {}
        self.recent: list[tuple[Sighting, Draft]] = []
        self._joined: dict[frozenset[Draft], Draft] = {}

    def draft(self, sighting: Sighting) -> Draft:
        """A new draft that starts with the sighting."""
        made = Draft(sighting)
        self.drafts.append(made)
        self.tie(sighting, made)
        return made

    def joined(self, members: Sequence[Draft], first: Sighting, last: Sighting) -> Draft:
        """The draft of several who are spoken of together. first, last: the ends of the list of them."""
        key = frozenset(members)
        if key not in self._joined:
            whole = Sighting(
                head=last.head, first=first.first, last=last.last, core_first=first.first, core_last=last.last, kind="nominal",
                sentence=first.sentence, key="", number="many", counted=True, other=True, because="named together",
            )  # fmt: skip
            made = self._joined[key] = Draft(whole)
            made.take(whole)
            made.members = list(members)
            self.drafts.append(made)
        return self._joined[key]

    def tie(self, sighting: Sighting, draft: Draft) -> None:
        """Tie a sighting to a draft."""
        draft.take(sighting)
        self.of[sighting.head] = draft

    def unite(self, one: Draft, other: Draft) -> Draft:
        """Make two drafts one; two states stay apart, and so do two people whom the registry tells apart."""
        if one is other:
            return one
        known = one.entry is not None and other.entry is not None
        if known and (
            "state" in (one.kind, other.kind) or (one.kind == other.kind == "person" and one.entry != other.entry)
        ):
            return one
        for sighting in other.sightings:
            self.of[sighting.head] = one
        one.absorb(other)
        self.drafts.remove(other)
        self.recent = [(sighting, one if draft is other else draft) for sighting, draft in self.recent]
        for draft in self.drafts:
            if draft.owner is other:
                draft.owner = one
            draft.members = [one if member is other else member for member in draft.members]
        return one

    def see(self, sighting: Sighting) -> None:
        """Remember that the walk has passed a sighting that is tied to a draft."""
        draft = self.of.get(sighting.head)
        if draft is not None:
            self.recent.append((sighting, draft))
            if len(self.recent) > 2 * MEMORY:
                del self.recent[:MEMORY]

    def is_on(self, country: str) -> bool:
        """Is the text on a country: does it name it several times, and none more often?"""
        counts = Counter(one.country for one in self.stated)
        return counts[country] >= max(SEVERAL, *counts.values(), 0)

    def owner_of(self, sighting: Sighting) -> Draft | None:
        """The draft that the sighting's own words make its owner."""
        return self.of.get(sighting.owner.head) if sighting.owner is not None else None
