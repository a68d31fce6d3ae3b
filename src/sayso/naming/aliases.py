"""Aliases: names that the text itself declares equal: "IS, also identified as Daesh, ISIS and ISIL"."""

import re

from sayso.naming.drafts import Casting, Draft
from sayso.naming.sighting import Sighting
from sayso.resources.actors.spelling import key

ALIAS = re.compile(
    r"\b(?:(?:also|otherwise|better|formerly|previously|then|commonly|locally|once|sometimes|now)\s+)*"
    r"(?:known|identified|referred\s+to|called|named|rebranded|abbreviated|styled)\s+(?:\w+ly\s+)?(?:as\s+)?"
    r"|\b(?:a\.?k\.?a\.?|alias|formerly|previously)\s+|\bor\s+(?=[A-Z]{2,}\b)|\(\s*(?=[A-Z][\w.\-]{1,9}\s*\))",
)  # fmt: skip
BETWEEN = re.compile(
    r"[\s,()\"“”'‘’—–-]*(?:(?:which|who|that|is|was|are|were|or|and|the|group|by|its|acronym|an?)\b[\s,()\"“”'‘’—–-]*)*"
)
LIST = re.compile(r"[\s,\"“”'‘’]*(?:(?:and|or|the|as|also)\b[\s,\"“”'‘’]*)*")
FARTHEST = 40


def unite_aliases(casting: Casting, sightings: list[Sighting]) -> None:
    """Make one of the drafts whose names the text declares equal."""
    text = casting.parse.text
    names = [s for s in sightings if s.kind == "name" or (s.kind == "nominal" and s.owner is None)]
    starts = {casting.parse.tokens[s.core_first].start: s for s in names if s.kind == "name"}
    ends: dict[int, Sighting] = {}
    for sighting in names:
        for last in {sighting.last, sighting.core_last, sighting.head + 1}:
            ends.setdefault(casting.parse.tokens[last - 1].end, sighting)
    for sentence in casting.parse.sentences:
        if sentence.left_out:
            continue
        for cue in ALIAS.finditer(text, sentence.span.start, sentence.span.end):
            _declared(casting, text, cue, starts, ends)


def _declared(
    casting: Casting, text: str, cue: re.Match[str], starts: dict[int, Sighting], ends: dict[int, Sighting]
) -> None:
    left = _before(text, cue.start(), ends)
    if left is None:
        return
    at = cue.end()
    for _ in range(8):
        skipped = LIST.match(text, at)
        at = skipped.end() if skipped else at
        right = starts.get(at)
        if right is None:
            return
        one, other = casting.of.get(left.head), casting.of.get(right.head)
        if one is None:
            one = casting.draft(left)
        if other is None or not _same_sort(left, right):
            return
        _forget(one, other, left, right)
        casting.unite(one, other)
        right.because = "alias stated in the text"
        at = casting.parse.tokens[right.core_last - 1].end


def _forget(one: Draft, other: Draft, left: Sighting, right: Sighting) -> None:
    """Let what the text declares win over the registry: an acronym that it gives to a name of other words.

    The registry's reading of the acronym stays when its names share two words with the declared one ("ISIS").
    """
    if one.entry is not None or other.entry is None or right.core_last - right.core_first > 1 or " " not in left.key:
        return
    declared = set(left.key.split())
    if not any(len(declared & set(key(name.lstrip("=~")).split())) >= FEWEST_SHARED for name in other.entry.names):
        other.entry, other.country, other.sector, other.kind = None, None, None, one.kind
        for sighting in other.sightings:
            sighting.entry, sighting.country, sighting.sector, sighting.actor_kind = None, None, None, one.kind


FEWEST_SHARED = 2


def _before(text: str, position: int, ends: dict[int, Sighting]) -> Sighting | None:
    """The name that ends just before a cue, with nothing but commas and small words between."""
    for end in range(position, max(position - FARTHEST, -1), -1):
        if end in ends and BETWEEN.fullmatch(text, end, position):
            return ends[end]
    return None


def _same_sort(left: Sighting, right: Sighting) -> bool:
    if "state" in (left.actor_kind, right.actor_kind):
        return left.actor_kind == right.actor_kind == "state" and left.entry == right.entry
    return (left.actor_kind == "person") == (right.actor_kind == "person") or "other" in (
        left.actor_kind,
        right.actor_kind,
    )
