"""The holder of an event: the innermost attribution whose content contains the trigger."""

from collections.abc import Sequence

from sayso.model import Attribution, Span

# The class of cues by which a content is denied.
DENIES = "denies"


def holder_of(trigger: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The innermost attribution whose content contains the trigger; None is the article's own voice.

    What is only alleged in somebody's denial ("denied accusations that ...") is held by who denies it. An attribution whose own cue is the trigger does not hold it: "urged" is told by whoever tells of the urging.
    """
    holding = [one for one in attributions if _contains(one, trigger)]
    if not holding:
        return None
    parents = {one.parent for one in holding}
    innermost = [one for one in holding if one.id not in parents] or holding
    found = min(innermost, key=lambda one: sum(piece.end - piece.start for piece in one.content))
    return _who_denies(found, attributions) or found


def _who_denies(found: Attribution, attributions: Sequence[Attribution]) -> Attribution | None:
    """Who denies what nobody else is told to say: "the ministry denied accusations that it shelled the town"."""
    parent = next((one for one in attributions if one.id == found.parent), None)
    unsaid = not found.source and parent is not None and parent.cue_class == DENIES
    return parent if unsaid and parent is not None and parent.source else None


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
