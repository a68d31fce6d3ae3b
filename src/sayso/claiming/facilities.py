"""Towns that a building or road is only named after."""

from collections.abc import Sequence

from sayso.model import Parse, Toponym

BUILT = frozenset({
    "academy", "airbase", "airfield", "airport", "apartment", "avenue", "bakery", "bank", "bar", "barracks", "base",
    "bazaar", "bridge", "building", "cafe", "camp", "campus", "cathedral", "cemetery", "center", "centre", "checkpoint",
    "church", "clinic", "club", "college", "compound", "court", "courthouse", "crossing", "depot", "embassy", "factory",
    "farm", "garden", "gardens", "gate", "headquarters", "highway", "hospital", "hotel", "house", "jail", "junction",
    "library", "mall", "market", "mine", "mosque", "museum", "nightclub", "office", "outpost", "palace", "park",
    "pharmacy", "plant", "plaza", "port", "prison", "refinery", "restaurant", "road", "roadblock", "school", "shelter",
    "shipyard", "shop", "shrine", "square", "stadium", "station", "store", "street", "supermarket", "synagogue",
    "tavern", "temple", "theater", "theatre", "tunnel", "university", "warehouse",
})  # fmt: skip
LONGEST = 3
# A city of this size has offices and headquarters that are reported from all over the world.
CITY_SIZE = 150_000


def strays(parse: Parse, toponyms: Sequence[Toponym]) -> frozenset[str]:
    """The ids of towns that a building or road is only named after: "Salem Mosque" in an article that is all of Syria.

    They are no large cities and lie in a country of which the article names nothing else.
    """
    found = set()
    for one in toponyms:
        if one.place is None or one.place.kind != "city" or one.place.population >= CITY_SIZE:
            continue
        others = [other.where.country for other in toponyms if other.where is not None and other.name != one.name]
        if any(others) and one.place.country not in others and _names_a_building(parse, one):
            found.add(one.id)
    return frozenset(found)


def _names_a_building(parse: Parse, toponym: Toponym) -> bool:
    """Does the name go on, in at most LONGEST words, to the noun of a building or road: "Brixton police station"?"""
    own = parse.within(toponym.span)
    if not own:
        return False
    for token in parse.tokens[own[-1].i + 1 : own[-1].i + 1 + LONGEST]:
        if token.sentence != own[0].sentence or token.pos not in ("NOUN", "PROPN", "PART", "ADJ"):
            return False
        if token.text.lower() in BUILT:
            return True
    return False
