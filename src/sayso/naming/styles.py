"""Styles: "His Highness", "Her Majesty", "His Excellency", which stand before the office or name of whom they honour."""

from sayso.model import Parse
from sayso.naming.sighting import Sighting

STYLES = frozenset({"highness", "majesty", "excellency", "holiness", "eminence"})
FARTHEST = 12  # words, of a long name after an office


def tie_style(parse: Parse, sighting: Sighting, by_head: dict[int, Sighting]) -> None:
    """Tie a style to the office or name right after it: "His Highness the Crown Prince", "Her Majesty Queen Ana".

    Where the office is not known as one, it is of nobody who was named before.
    """
    if sighting.key not in STYLES or sighting.last >= len(parse.tokens):
        return
    near = [by_head[i] for i in range(sighting.last, min(sighting.last + FARTHEST, len(parse.tokens))) if i in by_head]
    holder = next((one for one in near if one.kind in ("name", "nominal") and one.number != "many"), None)
    if holder is not None and holder.kind == "nominal":
        named = next((one for one in near if one.kind == "name" and one.first == holder.last), None)
        if named is not None and named.actor_kind == "person":
            holder.same_as, holder = holder.same_as or named, named  # "the Amir" + "Nawaf Haddad"
    if holder is not None and holder.actor_kind in ("person", "other") and _titled(parse, sighting, holder):
        sighting.same_as, sighting.because = holder, "a style before the title"
    elif parse.tokens[sighting.last].lemma == "the":
        sighting.other = True


def _titled(parse: Parse, sighting: Sighting, holder: Sighting) -> bool:
    """Does nothing but a title stand between a style and whom it may honour?"""
    between = parse.tokens[sighting.last : holder.first]
    return all(token.pos in ("DET", "PROPN") for token in between)
