"""At home: the forces of "the government" and of "the regime", and "the regime" itself, where a text leaves no doubt whose they are.

"Regime forces" are those of the one state whose regime a text names, or whose leader it names and which it is on. Where it
names several, or none, they are nobody's: forces that a text says little of are not the foreign ones that it says much of.
"""

from collections import Counter
from typing import Final

from sayso.naming.clauses import doers_beside
from sayso.naming.drafts import Casting, Draft
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
        ruling = _ruling(casting, "regime")
        beside = {one.country for one in doers_beside(casting, sighting) if one.country is not None}
        return (
            ruling if ruling is not None and ruling.country not in beside else None
        )  # "Ghanaian forces allied with the regime"
    return None


def regime_of(casting: Casting, sighting: Sighting) -> Draft | None:
    """The regime that a text names, for those who are told to be its own ("regime supporters")."""
    if (
        "regime" not in sighting.words
        or sighting.owner is not None
        or sighting.kind != "nominal"
        or "anti" in sighting.words
    ):
        return None
    ruling = _ruling(casting, "regime")
    return next((one for one in casting.drafts if one.entry == ruling), None) if ruling is not None else None


def _ruling(casting: Casting, word: str) -> Entry | None:
    """The one government that a text calls by a word, else the only one that it names, else that of the leader of the state it is on.

    Where the text is more on another state, it may be that state's; only "the regime" is the one that was called so. A government
    that is told by its seat alone ("the Kremlin") is none that a text goes on to call the regime.
    """
    named = {
        draft.entry.id: draft
        for draft in casting.drafts
        if draft.entry is not None and draft.entry.id.endswith(OF_STATE) and draft.kind == "government_body"
    }
    called = [draft for draft in named.values() if _called(casting, draft, word)]
    counts = Counter(one.country for one in casting.stated)
    most = max(counts.values(), default=0)
    if len(called) == 1 and (word == "regime" or counts[called[0].country] >= most):
        return called[0].entry
    if named:
        (only,) = named.values() if len(named) == 1 else (None,)
        ruling = only is not None and any(_called(casting, only, each) for each in RULING)
        return only.entry if only is not None and ruling and counts[only.country] >= most else None
    if word == "government":
        return None  # of a leader's visit or words, the forces of another's government may be told
    leaders = {
        draft.entry.id: draft.entry for draft in casting.drafts if draft.entry is not None and draft.kind == "person"
    }
    ruled = {
        entry.id: entry for leader in leaders.values() if (entry := governed_by(casting.registry, leader)) is not None
    }
    others = max(
        (count for country, count in counts.items() if country not in {one.country for one in ruled.values()}),
        default=0,
    )
    return next(
        (one for one in ruled.values() if len(ruled) == 1 and counts[one.country] >= max(most, 2 * others)), None
    )


def _called(casting: Casting, draft: Draft, word: str) -> bool:
    """Does the text call a government by a word ("regime")?"""
    tokens = casting.parse.tokens
    return any(word in tokens[i].lemma.lower() for one in draft.sightings for i in range(one.first, one.last))
