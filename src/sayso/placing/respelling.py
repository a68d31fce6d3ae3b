"""Names in a spelling that the gazetteer lacks, read as places of the countries that the text is about."""

from collections import Counter
from collections.abc import Sequence

from sayso.placing.spots import WELL_KNOWN, Spot
from sayso.resources.gazetteer import Entry, Gazetteer

# A country in which at least so many of a text's names lie, and more than half of them, is what it is about.
AT_HOME = 3
# A place of this size is meant wherever the text is about.
LARGE = 100_000


def respell(found: Sequence[Spot], gazetteer: Gazetteer) -> None:
    """Add the places of like names to the spots that have none in the countries that the text is about.

    "Daret Izza" beside Aleppo is Darat Izzah. What is well known by the very name stays that alone.
    """
    countries = frozenset(_about(found)) & gazetteer.RESPELLED
    if not countries:
        return
    for spot in found:
        if not any(entry.place.country in countries or _famous(entry) for entry in spot.entries):
            spot.entries = (*spot.entries, *gazetteer.loosely(spot.name, countries))


def _about(found: Sequence[Spot]) -> set[str]:
    """ISO codes of the countries named, by themselves or their people, and of that in which most of the names lie."""
    named = {entry.place.country or "" for spot in found for entry in spot.entries if entry.place.kind == "country"}
    best = {
        spot.name: max(spot.entries, key=lambda entry: (-entry.match, entry.fame)) for spot in found if spot.entries
    }
    counts = Counter(entry.place.country or "" for entry in best.values())
    country, count = max(counts.items(), key=lambda counted: counted[1], default=("", 0))
    if count >= AT_HOME and 2 * count > len(best):
        named.add(country)
    return named - {""}


def _famous(entry: Entry) -> bool:
    return entry.place.kind in ("country", "region", "water") or (
        entry.fame >= WELL_KNOWN or entry.place.population >= LARGE
    )
