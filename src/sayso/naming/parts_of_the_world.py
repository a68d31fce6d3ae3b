"""Parts of the world: which state "the North African country" is, and who "the South American leader" is."""

from typing import Final

from sayso.model import Parse
from sayso.naming.belonging import of_pronoun, of_the_group
from sayso.naming.sighting import Sighting

# The registry's regions by the words that news describes a country with; a continent is several of them.
REGIONS: Final[dict[str, frozenset[str]]] = {
    "south asian": frozenset({"South Asia"}),
    "southeast asian": frozenset({"Southeast Asia"}),
    "east asian": frozenset({"East Asia"}),
    "central asian": frozenset({"Central Asia"}),
    "north african": frozenset({"North Africa"}),
    "west african": frozenset({"West Africa"}),
    "east african": frozenset({"East Africa"}),
    "central african": frozenset({"Central Africa"}),
    "southern african": frozenset({"Southern Africa"}),
    "south american": frozenset({"South America"}),
    "central american": frozenset({"Central America"}),
    "latin american": frozenset({"South America", "Central America", "Caribbean", "North America"}),
    "middle eastern": frozenset({"Middle East", "North Africa"}),
    "eastern european": frozenset({"Eastern Europe"}),
    "caribbean": frozenset({"Caribbean"}),
    "caucasus": frozenset({"Caucasus"}),
    "pacific": frozenset({"Oceania"}),
    "african": frozenset({"North Africa", "West Africa", "East Africa", "Central Africa", "Southern Africa"}),
    "european": frozenset({"Southern Europe", "Northern Europe", "Eastern Europe", "Western Europe"}),
    "asian": frozenset({"South Asia", "Southeast Asia", "East Asia", "Central Asia"}),
}
OF_REGIONS: Final = frozenset({"country", "nation", "state", "republic", "kingdom", "leader"})


def regions_of(parse: Parse, sighting: Sighting) -> frozenset[str]:
    """The regions that the words right before a noun put it in ("the North African country"); none where they put it in none."""
    before = [parse.tokens[i].text.lower() for i in range(max(sighting.first, sighting.head - 2), sighting.head)]
    pair = " ".join(before)
    return REGIONS.get(pair) or (REGIONS.get(before[-1], frozenset()) if before else frozenset())


def place_and_owner(parse: Parse, sighting: Sighting, by_head: dict[int, Sighting]) -> None:
    """Note the pronoun or "the group" after a nominal that tells whose it is, and the regions of a country, which belongs to none of them."""
    if sighting.owner is None:
        sighting.owner = of_pronoun(parse, sighting.head, by_head) or of_the_group(parse, sighting, by_head)
    if sighting.key in OF_REGIONS:
        sighting.regions = regions_of(parse, sighting)
        sighting.owner = None if sighting.regions else sighting.owner
