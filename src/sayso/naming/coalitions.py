"""Coalitions: members that the text enumerates ("The coalition, comprised of Britain, France and Qatar") or that lead it."""

from sayso.model import Parse
from sayso.naming.drafts import Casting, Draft
from sayso.naming.sighting import Sighting

MADE_OF = frozenset({"comprise", "consist", "make", "compose", "include", "form", "count", "unite", "group"})
AFTER = frozenset({"of", "up", "by", "including", "namely", ":", "—", "–", "(", "-"})
GATHERED = frozenset({"coalition", "alliance", "bloc", "group", "union", "country", "nation", "state", "power", "member",
                      "government", "party", "organization", "organisation"})  # fmt: skip
LED = ("led", "backed")
FEWEST = 2


def add_members(casting: Casting, sightings: list[Sighting]) -> None:
    """Give coalitions the members that their own sentences name."""
    by_sentence: dict[int, list[Sighting]] = {}
    for sighting in sightings:
        by_sentence.setdefault(sighting.sentence, []).append(sighting)
    present = {draft.entry.id: draft for draft in casting.drafts if draft.entry is not None}
    for sighting in sightings:
        draft = casting.of.get(sighting.head)
        if draft is None or sighting.kind == "pronoun":
            continue
        if draft.entry is not None and draft.entry.members:
            join(draft, [present[id_] for id_ in draft.entry.members if id_ in present])
        if sighting.key in GATHERED or sighting.actor_kind == "coalition":
            listed = enumerated(casting, sighting, by_sentence[sighting.sentence])
            if len(listed) >= FEWEST:
                join(draft, listed)
                draft.kind = "coalition" if draft.entry is None else draft.kind
            for leader in leaders(casting, sighting, by_sentence[sighting.sentence]):
                join(draft, [leader])


def join(draft: Draft, members: list[Draft]) -> None:
    """Add members, each once, never the coalition itself."""
    draft.members.extend(m for m in dict.fromkeys(members) if m is not draft and m not in draft.members)


def enumerated(casting: Casting, sighting: Sighting, beside: list[Sighting]) -> list[Draft]:
    """The names listed after a coalition and a cue such as "comprised of"."""
    parse = casting.parse
    cue = _cue(parse, sighting)
    if cue is None:
        return []
    found: list[Draft] = []
    at = cue
    for other in beside:
        if other.head < cue or other.kind not in ("name", "nominal"):
            continue
        if not _only_listing(parse, at, other.first):
            break
        draft = casting.of.get(other.head)
        if draft is not None:
            found.append(draft)
        at = max(other.last, other.core_last)
    return found


def _cue(parse: Parse, sighting: Sighting) -> int | None:
    """The token after a cue of membership that directly follows the phrase."""
    at, end = sighting.last, parse.sentences[sighting.sentence].last
    while at < end and (
        parse.tokens[at].text in (",", "(", "—", "–") or parse.tokens[at].lemma in ("that", "which", "be")
    ):
        at += 1
    if at >= end or (
        parse.tokens[at].lemma not in MADE_OF and parse.tokens[at].text not in (":", "including", "namely")
    ):
        return None
    at += 1
    while at < end and parse.tokens[at].lemma in AFTER:
        at += 1
    return at


def _only_listing(parse: Parse, first: int, last: int) -> bool:
    return all(
        parse.tokens[i].text in (",", ";", "(", ")") or parse.tokens[i].lemma in ("and", "the", "as", "well")
        for i in range(first, last)
    )


def leaders(casting: Casting, sighting: Sighting, beside: list[Sighting]) -> list[Draft]:
    """Who leads the coalition by its own name: "the U.S.-led coalition"."""
    parse = casting.parse
    found: list[Sighting] = []
    for i in range(sighting.first, sighting.head):
        token = parse.tokens[i]
        if token.text.lower() in LED[:1]:
            found.extend(s for s in beside if sighting.first <= s.head < i)
    return [casting.of[s.head] for s in found if s.head in casting.of and s.kind in ("name", "demonym")]
