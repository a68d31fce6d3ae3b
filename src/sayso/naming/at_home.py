"""At home: the forces of "the government" and of "the regime", and "the regime" itself, where a text leaves no doubt whose they are.

"Regime forces" are those of the one state whose regime a text names, or whose leader it names and which it is on. Where it
names several, or none, they are nobody's: forces that a text says little of are not the foreign ones that it says much of.
"""

from collections import Counter
from typing import Final

from sayso.naming.drafts import Casting
from sayso.naming.offices import FORCES, forces_of, governed_by
from sayso.naming.sighting import Sighting
from sayso.resources.actors import Entry

RULING: Final = frozenset({"government", "regime", "loyalist"})
BESIDE: Final = frozenset(
    {"pro", "anti", "pro-government", "pro-regime", "anti-government", "anti-regime", "allied", "former"}
)
OF_STATE: Final = "_GOV"


def at_home(casting: Casting, sighting: Sighting) -> Entry | None:
    """The entry that a nominal without an owner names as the government or its forces; None where there is a doubt."""
    if sighting.counted or sighting.other or sighting.owner is not None or sighting.number == "one":
        return None
    if any(token.lemma.lower() in BESIDE for token in casting.parse.tokens[sighting.first : sighting.head]):
        return None
    if sighting.actor_kind == "military" and sighting.key in FORCES | {"aircraft", "plane", "helicopter", "fighter"}:
        words = sighting.words & RULING
        ruling = _ruling(casting, next(iter(sorted(words)))) if words else None
        return forces_of(casting.registry, ruling) if ruling is not None else None
    if sighting.key == "regime" and not sighting.words and sighting.number == "body":
        return _ruling(casting, "regime")
    return None


def _ruling(casting: Casting, word: str) -> Entry | None:
    """The one government that a text calls by a word, else the only one that it names, else that of the leader of the state it is on."""
    named = {
        draft.entry.id: draft
        for draft in casting.drafts
        if draft.entry is not None and draft.entry.id.endswith(OF_STATE) and draft.kind == "government_body"
    }
    parse = casting.parse
    called = [
        draft
        for draft in named.values()
        if any(word in parse.tokens[i].lemma.lower() for one in draft.sightings for i in range(one.first, one.last))
    ]
    if len(called) == 1 or len(named) == 1:
        return (called or list(named.values()))[0].entry
    if named:
        return None
    leaders = {
        draft.entry.id: draft.entry for draft in casting.drafts if draft.entry is not None and draft.kind == "person"
    }
    ruled = {
        entry.id: entry for leader in leaders.values() if (entry := governed_by(casting.registry, leader)) is not None
    }
    counts = Counter(one.country for one in casting.stated)
    most = {entry.country for entry in ruled.values() if counts[entry.country] >= max(counts.values(), default=0)}
    return next(iter(ruled.values())) if len(ruled) == 1 and most else None
