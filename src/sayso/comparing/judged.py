"""Where two holders judge one deed apart: whether it was lawful."""

from sayso.comparing.footing import quoted
from sayso.comparing.view import Finding, View


def other_standing(one: View, other: View) -> Finding | None:
    """One calls what was done lawful, the other unlawful. Nobody calls his own deed unlawful: then it is another who says so."""
    if not (quoted(one) and quoted(other)) or {one.standing, other.standing} != {"lawful", "unlawful"}:
        return None
    unlawful = one if one.standing == "unlawful" else other
    if unlawful.speaker & unlawful.agents:
        return None
    return "other", "contradicts", "one calls it lawful, the other unlawful"
