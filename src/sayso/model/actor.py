"""Mention and Actor: words that name someone, and who that is."""

from typing import Literal

from msgspec import Struct

from sayso.model.span import Span

ActorKind = Literal[
    "state", "igo", "coalition", "armed_group", "military", "police", "government_body", "party",
    "company", "media", "ngo", "person", "crowd", "civilians", "other",
]  # fmt: skip
MentionKind = Literal["name", "demonym", "nominal", "pronoun"]


class Mention(Struct, frozen=True):
    """Words that name someone, and the local id of the actor they are read as.

    span: the whole phrase; head: its syntactic head word.
    because: the rule that tied it to the actor, in words ("alias stated in the text", "nearest plausible actor").
    """

    span: Span
    head: Span
    kind: MentionKind
    actor: str
    because: str = ""


class Actor(Struct, frozen=True):
    """A state, organisation, group, person, coalition or crowd of one document.

    id: local to the document: ISO 3166 alpha-3 for states, the registry's id or a short upper-case slug for others.
    names: its surface forms in the text (no pronouns), in the order of their first appearance.
    country: ISO 3166 alpha-2; sector: PLOVER sector code (GOV, MIL, REB, COP, CVL, MED, ...).
    members: ids of the members of a coalition; part_of: the id of the actor it belongs to or speaks for.
    registry: the id of the registry entry it was resolved to; None when the text alone knows it.
    active: first and last year in which the registry knows it to be active; None where open or unknown.
    """

    id: str
    kind: ActorKind
    names: tuple[str, ...]
    country: str | None = None
    sector: str | None = None
    members: tuple[str, ...] = ()
    part_of: str | None = None
    registry: str | None = None
    active: tuple[int | None, int | None] | None = None
    evidence: tuple[Span, ...] = ()


class Cast(Struct, frozen=True):
    """Everyone in a document: the actors and the mentions that name them."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def actor(self, id: str) -> Actor | None:  # noqa: A002  # the noun's own field name
        """The actor with that local id."""
        return next((actor for actor in self.actors if actor.id == id), None)

    def named_by(self, span: Span) -> tuple[str, ...]:
        """Ids of the actors that the words of span name, by the mentions that best fit the span.

        A mention with exactly the span's words wins; then the mentions whose head word is the phrase's (the longest
        mention inside the span); then one that the span lies inside of.
        """
        exact = [m.actor for m in self.mentions if m.span == span]
        if exact:
            return tuple(dict.fromkeys(exact))
        inside = [m for m in self.mentions if span.covers(m.span)]
        outer = [m for m in inside if not any(o is not m and o.span.covers(m.span) for o in inside)]
        if outer:
            return tuple(dict.fromkeys(m.actor for m in outer))
        around = sorted((m for m in self.mentions if m.span.covers(span)), key=lambda m: m.span.end - m.span.start)
        return (around[0].actor,) if around else ()
