"""Holders: whose words an event stands in."""

from collections.abc import Sequence

from sayso.model import Attribution, Span


class Holders:
    """The attributions of a document, asked by what they hold."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._pieces = sorted(
            ((span, n) for n, one in enumerate(attributions) for span in one.content),
            key=lambda item: (item[0], item[1]),
        )
        self._attributions = attributions

    def of(self, trigger: Span) -> list[Attribution]:
        """The attributions whose content holds the trigger, innermost (shortest content) first."""
        found = []
        for span, n in self._pieces:
            if span.start > trigger.start:
                break
            if span.covers(trigger):
                found.append((sum(one.end - one.start for one in self._attributions[n].content), n))
        return [self._attributions[n] for _, n in sorted(found)]
