"""Where two holders judge one deed apart: whether it was lawful."""

from sayso.comparing.footing import quoted
from sayso.comparing.view import Finding, View


def other_standing(one: View, other: View) -> Finding | None:
    """One calls what was done lawful, the other unlawful."""
    if not (quoted(one) and quoted(other)) or {one.standing, other.standing} != {"lawful", "unlawful"}:
        return None
    return "other", "contradicts", "one calls it lawful, the other unlawful"
