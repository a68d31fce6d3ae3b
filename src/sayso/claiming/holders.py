"""The holder of an event: the innermost attribution whose content contains the trigger."""

from collections.abc import Sequence

from sayso.model import Attribution, Span


def holder_of(trigger: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The innermost attribution whose content contains the trigger; None is the article's own voice.

    An attribution whose own cue is the trigger does not hold it: "urged" is told by whoever tells of the urging.
    """
    holding = [one for one in attributions if _contains(one, trigger)]
    if not holding:
        return None
    parents = {one.parent for one in holding}
    innermost = [one for one in holding if one.id not in parents] or holding
    return min(innermost, key=lambda one: sum(piece.end - piece.start for piece in one.content))


def _contains(attribution: Attribution, trigger: Span) -> bool:
    inside = any(piece.covers(trigger) for piece in attribution.content)
    return inside and not any(cue.overlaps(trigger) for cue in attribution.cue)


def chain(holder: Attribution | None, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The holder and those whose content it stands in, innermost first."""
    by_id = {one.id: one for one in attributions}
    found: list[Attribution] = []
    while holder is not None and holder not in found:
        found.append(holder)
        holder = by_id.get(holder.parent or "")
    return found
