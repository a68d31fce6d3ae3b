"""Thoughts: what speakers tell to think or to hope themselves, which makes nobody else answerable for it."""

from collections.abc import Sequence
from typing import Final

from sayso.attributing.draft import Draft
from sayso.attributing.nesting import parents

# Speakers of themselves, in their own words: "We think", "my hope".
SELVES: Final = frozenset({"i", "we", "me", "us", "my", "our"})
THOUGHTS: Final = frozenset({"believes", "finds", "hopes", "plans", "wants"})


def without_own_thoughts(text: str, drafts: Sequence[Draft], classes: Sequence[str | None]) -> list[Draft]:
    """Drafts without the speakers' own thoughts inside of their words: “I think the road is shut” is told by who says so.

    classes: of the drafts' cues.
    """
    above = parents(list(drafts))
    return [
        draft
        for draft, cue_class, parent in zip(drafts, classes, above, strict=True)
        if parent is None or cue_class not in THOUGHTS or not _of_oneself(text, draft)
    ]


def _of_oneself(text: str, draft: Draft) -> bool:
    return bool(draft.source) and draft.source[0].words(text).lower() in SELVES
