"""Actors: from the finished drafts to the document's Cast."""

import re
import unicodedata

from sayso.model import Actor, Cast, Mention, Parse, Span
from sayso.naming.drafts import Casting, Draft
from sayso.naming.phrases import AMOUNTS, bounds, full, partitive
from sayso.naming.recognised import HONORIFICS
from sayso.naming.sighting import Sighting

LONGEST_ID = 32
NOT_IN_IDS = re.compile(r"[^A-Z0-9]+")
SMALL = frozenset({"the", "a", "an", "of", "and", "s"})


def build(casting: Casting, sightings: list[Sighting]) -> Cast:
    """The cast of a document: actors in the order of their first mention, mentions in the order of the text."""
    ids = local_ids(casting)
    ordered = sorted(casting.drafts, key=lambda draft: min(s.head for s in draft.sightings))
    present = {draft.entry.id: id_ for draft, id_ in ids.items() if draft.entry is not None}
    actors = tuple(actor(casting.parse, draft, ids, present) for draft in ordered)
    mentions = tuple(mention(casting.parse, s, ids[casting.of[s.head]]) for s in sightings if s.head in casting.of)
    return Cast(actors, tuple(sorted(mentions, key=lambda m: (m.head, m.span))))


def mention(parse: Parse, sighting: Sighting, actor_id: str) -> Mention:
    """The mention of a sighting."""
    return Mention(
        span=span(parse, sighting.first, sighting.last), head=parse.tokens[sighting.head].span, kind=sighting.kind,
        actor=actor_id, because=sighting.because,
    )  # fmt: skip


def span(parse: Parse, first: int, last: int) -> Span:
    """The span of tokens [first, last)."""
    return Span(parse.tokens[first].start, parse.tokens[last - 1].end)


def actor(parse: Parse, draft: Draft, ids: dict[Draft, str], present: dict[str, str]) -> Actor:
    """The actor of a draft; present: the local ids of the registry's entries that the document names."""
    entry = draft.entry
    active = entry.active if entry is not None and entry.active != (None, None) else None
    return Actor(
        id=ids[draft], kind=entry.kind if entry is not None else draft.kind, names=names(parse, draft),
        country=(entry.country if entry is not None else None) or draft.country,
        sector=(entry.sector if entry is not None else None) or draft.sector,
        members=tuple(ids[member] for member in draft.members if member in ids),
        part_of=parent(draft, ids, present),
        registry=entry.id if entry is not None else None, active=active,
        evidence=tuple(span(parse, s.first, s.last) for s in draft.sightings[:1]),
    )  # fmt: skip


def parent(draft: Draft, ids: dict[Draft, str], present: dict[str, str]) -> str | None:
    """The id of the entry's own parent, where the document names it; else of whom its words make it part of."""
    if draft.entry is not None and draft.entry.part_of in present:
        return present[draft.entry.part_of]
    return ids.get(draft.owner) if draft.owner is not None and draft.owner is not draft else None


def names(parse: Parse, draft: Draft) -> tuple[str, ...]:
    """The surface forms of an actor in the order of their first appearance, pronouns left out."""
    found: dict[str, None] = {}
    for sighting in sorted(draft.sightings, key=lambda s: s.head):
        if sighting.kind != "pronoun":
            for first, last in forms(parse, sighting):
                found.setdefault(parse.text[parse.tokens[first].start : parse.tokens[last - 1].end])
    return tuple(found)


def forms(parse: Parse, sighting: Sighting) -> list[tuple[int, int]]:
    """Token ranges of the names in a phrase: the whole of it, then the bare name."""
    head, core = sighting.head, (sighting.core_first, sighting.core_last)
    if sighting.kind == "demonym" or sighting.actor_kind == "state":
        before = parse.tokens[sighting.core_first - 1]
        article = sighting.first < sighting.core_first and before.text.lower() == "the"
        spoken = [(sighting.core_first - 1, sighting.core_last)] if article else []
        if sighting.kind == "demonym":
            return spoken if article and sighting.number == "many" else [core]
        return [*spoken, core]
    if sighting.kind == "name":
        last = max(sighting.core_last, head + 1)
        whole = last if sighting.actor_kind == "person" else max(last, full(parse, parse.tokens[head]))
        return list(dict.fromkeys([(sighting.first, whole), (sighting.first, last), core]))
    whole = max(sighting.last, full(parse, parse.tokens[head]))
    found = [(sighting.first, whole), (sighting.first, sighting.last)]
    if not telling(parse, sighting):
        found.append((sighting.first, head + 1))
    inner = partitive(parse, parse.tokens[head])
    plain = inner is not None and not any(parse.dependents(inner, "det", "poss"))
    if inner is not None and plain and sighting.number == "many" and inner.lemma not in ANYBODY:
        found.append((bounds(parse, inner).core_first, inner.i + 1))
    bare = after_numbers(parse, sighting)
    if bare > sighting.first and (bare < head or sighting.noun is None or sighting.key not in ANYBODY):
        found.append((bare, head + 1))
    return list(dict.fromkeys(found))


ANYBODY = frozenset({"person", "people", "other", "man", "woman", "child"})


def telling(parse: Parse, sighting: Sighting) -> bool:
    """Is the head so empty that it names nobody without its "of" phrase ("a number", "members")?"""
    return sighting.last > sighting.head + 1 and (
        parse.tokens[sighting.head].lemma in AMOUNTS or parse.tokens[sighting.head].lemma == "member"
    )


def after_numbers(parse: Parse, sighting: Sighting) -> int:
    """Where the phrase goes on after its numerals: "militants" in "at least 12 militants"; its start without any."""
    numbers = [i for i in range(sighting.first, sighting.head) if parse.tokens[i].pos == "NUM"]
    return numbers[-1] + 1 if numbers else sighting.first


def local_ids(casting: Casting) -> dict[Draft, str]:
    """Ids unique in the document: the registry's, else a slug of the name."""
    ids: dict[Draft, str] = {}
    taken: set[str] = set()
    for known in (True, False):
        for draft in casting.drafts:
            if (draft.entry is not None) is known:
                wanted = draft.entry.id if draft.entry is not None else slug(casting.parse, draft)
                id_, number = wanted, 2
                while id_ in taken:
                    id_, number = f"{wanted}_{number}", number + 1
                taken.add(id_)
                ids[draft] = id_
    return ids


def _bare(parse: Parse, sighting: Sighting) -> list[str]:
    """The words of a person's name without titles."""
    words = [token.text for token in parse.tokens[sighting.core_first : sighting.core_last]]
    bare = [word for word in words if word.casefold().strip(".") not in HONORIFICS]
    return bare or words


def slug(parse: Parse, draft: Draft) -> str:
    """A short upper-case id from the best name: a person's whole name, an organisation's words, a nominal's core.

    Articles of one ledger meet by it, and two people of one surname must not be one.
    """
    named = [s for s in draft.sightings if s.kind == "name"] or [s for s in draft.sightings if s.kind != "pronoun"]
    if not named:
        return "UNKNOWN"
    first = named[0]
    if draft.kind == "person" and first.kind == "name":
        words = max((_bare(parse, one) for one in named), key=len)
    else:
        words = [parse.tokens[i].text for i in range(first.core_first, max(first.core_last, first.head + 1))]
    plain = unicodedata.normalize("NFKD", " ".join(w for w in words if w.lower() not in SMALL) or " ".join(words))
    shaped = NOT_IN_IDS.sub("_", plain.encode("ascii", "ignore").decode().upper()).strip("_")
    return shaped[:LONGEST_ID].rstrip("_") or "ACTOR"
