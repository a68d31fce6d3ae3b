"""Coalitions: members that the text enumerates ("The coalition, comprised of Britain, France and Qatar") or that lead it.

"The foreign ministers of Ghana, Peru and Norway" are one too: of several states, and so of none of them alone.
"""

from sayso.model import ActorKind, Parse, Token
from sayso.naming.drafts import Casting, Draft
from sayso.naming.pairs import pair_before
from sayso.naming.sighting import Sighting

MADE_OF = frozenset({"comprise", "consist", "make", "compose", "include", "form", "count", "unite", "group"})
NAMING = frozenset({"including", "namely", "among", "such", "like"})
OPENING = frozenset({":", "(", "—", "–", "-"})
AFTER = frozenset({"of", "up", "by", "including", "namely", "them", "which", "as", *OPENING})
# One body of many, and what several are that make up one.
GATHERED = frozenset({"coalition", "alliance", "bloc", "group", "union", "meeting", "summit", "gathering"})
SEVERAL = frozenset({"country", "nation", "state", "power", "member", "government", "party", "organization",
                     "organisation", "group", "ally", "signatory"})  # fmt: skip
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
LED = ("led", "backed")
FEWEST = 2
# Whoever speaks or deals for several states is their coalition; their soldiers and citizens stay what they are.
DEALING: frozenset[ActorKind] = frozenset({"government_body", "state", "other", "person"})
BODIES: frozenset[ActorKind] = frozenset({"state", "government_body", "igo", "party", "armed_group", "coalition"})


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
        many = sighting.number == "many"
        if sighting.key in (SEVERAL if many else GATHERED) or sighting.actor_kind == "coalition":
            listed = enumerated(casting, sighting, by_sentence[sighting.sentence])
            if len(listed) >= FEWEST:
                join(draft, listed)
                draft.kind = "coalition" if draft.entry is None and draft.kind in DEALING else draft.kind
            for leader in leaders(casting, sighting, by_sentence[sighting.sentence]):
                join(draft, [leader])
        if draft.entry is None and sighting.kind == "nominal" and not draft.members:
            join(draft, pair_before(casting, sighting))
        if draft.entry is None and sighting.kind == "nominal" and sighting.number != "one":
            of_several(casting, sighting, draft)


def of_several(casting: Casting, sighting: Sighting, draft: Draft) -> None:
    """Make those of several states or bodies ("the leaders of Ghana and Peru") a coalition of them, and part of none alone."""
    parse, owner = casting.parse, sighting.owner
    if owner is None or owner.head < sighting.head:
        return
    token = parse.tokens[owner.head]
    if token.dep != "pobj" or parse.head(parse.head(token)).i != sighting.head:
        return
    heads = [token, *_after(parse, token)]
    listed = [casting.of[one.i] for one in heads if one.i in casting.of]
    if len(set(listed)) < FEWEST or len(listed) < len(heads) or any(one.kind not in BODIES for one in listed):
        return
    join(draft, listed)
    draft.owner = None
    draft.country = draft.country if len({one.country for one in listed}) == 1 else None
    draft.kind = "coalition" if draft.kind in DEALING else draft.kind
    sighting.last = max(sighting.last, heads[-1].i + 1)


def _after(parse: Parse, token: Token) -> list[Token]:
    """The heads that are conjoined with a token, in the order of the text."""
    found = list(parse.dependents(token, "conj"))
    for one in found:
        found.extend(parse.dependents(one, "conj"))
    return sorted(found, key=lambda one: one.i)


def join(draft: Draft, members: list[Draft]) -> None:
    """Add members, each once, never the coalition itself."""
    draft.members.extend(m for m in dict.fromkeys(members) if m is not draft and m not in draft.members)


def enumerated(casting: Casting, sighting: Sighting, beside: list[Sighting]) -> list[Draft]:
    """The names listed after a coalition and a cue such as "comprised of"."""
    parse = casting.parse
    cue, number = _cue(parse, sighting), _number(parse, sighting)
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
    return found if number is None or number >= len(found) else []


def _number(parse: Parse, sighting: Sighting) -> int | None:
    """How many a phrase counts ("two countries"), None where it does not tell or tells more than ten."""
    for token in parse.dependents(parse.tokens[sighting.head], "nummod"):
        return NUMBERS.get(token.text.lower())
    return None


def _cue(parse: Parse, sighting: Sighting) -> int | None:
    """Where a list begins that directly follows the phrase: after a cue of membership, a bracket, a colon or a dash."""
    at, end = sighting.last, parse.sentences[sighting.sentence].last
    opened = False
    while at < end and (parse.tokens[at].text in (",", *OPENING) or parse.tokens[at].lemma in ("that", "which", "be")):
        opened = opened or parse.tokens[at].text in OPENING
        at += 1
    if at >= end:
        return None
    if parse.tokens[at].lemma in MADE_OF or parse.tokens[at].text in NAMING:
        at += 1
        while at < end and parse.tokens[at].lemma.lower() in AFTER:
            at += 1
        return at
    return at if opened else None


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
