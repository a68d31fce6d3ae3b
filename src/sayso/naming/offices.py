"""Offices: whose government is called after who leads it, and the years in which someone held the office that a text gives them."""

from collections.abc import Iterator

from sayso.model import Actor
from sayso.naming.titles import LESSER
from sayso.resources.actors import Entry, Registry

Years = tuple[int | None, int | None]


FORCES = frozenset({"force", "troop", "army", "military", "soldier", "warplane", "jet"})
GOVERNMENTS = frozenset({"government", "regime", "administration"})
HEADS = frozenset({"president", "prime minister", "chancellor", "king", "sultan", "emir", "supreme leader", "premier"})
LONGEST_CODE = 3


def governed_by(registry: Registry, leader: Entry) -> Entry | None:
    """The government of the state that someone of the registry leads or led: "the Obama administration"; None for others."""
    if leader.kind != "person":
        return None
    states = {one.of for one in registry.tenures if one.person == leader.id and one.role in HEADS}
    whole = [state for state in states if len(state) == LONGEST_CODE]
    return registry.get(f"{whole[0]}_GOV") if len(whole) == 1 else None


def forces_of(registry: Registry, government: Entry | None) -> Entry | None:
    """The armed forces of a government's state: those of "Assad's forces"."""
    state = registry.get(government.part_of) if government is not None and government.part_of is not None else None
    found = (
        registry.by_name(f"{state.adjectives[0].lstrip('=~')} army") if state is not None and state.adjectives else ()
    )
    return next((entry for entry in found if entry.kind == "military"), None)


def office_years(actor: Actor, registry: Registry) -> Iterator[tuple[str, Years]]:
    """For each office that the text gives a person of the registry: the words, and from when to when it was held.

    "President Barack Obama" was that from 2009 to 2017; of an office held twice, from the first year to the last. What
    someone once was ("former President Obama") tells nothing of when a text was written.
    """
    if actor.kind != "person" or actor.registry is None:
        return
    held: dict[str, list[Years]] = {}
    for tenure in registry.tenures:
        if tenure.person == actor.registry:
            held.setdefault(tenure.role, []).append((tenure.first, tenure.last))
    for name in actor.names:
        words = name.casefold().replace("-", " ").split()
        for role, spans in held.items():
            wanted = role.casefold().replace("-", " ").split()
            at = next((i for i in range(len(words)) if words[i : i + len(wanted)] == wanted), None)
            if at is not None and not LESSER.intersection(words[:at]):
                yield name, _whole(spans)


def _whole(spans: list[Years]) -> Years:
    firsts, lasts = [first for first, _ in spans], [last for _, last in spans]
    known_first = None if None in firsts else min(one for one in firsts if one is not None)
    return known_first, None if None in lasts else max(one for one in lasts if one is not None)
