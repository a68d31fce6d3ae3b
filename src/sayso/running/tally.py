"""Tally: what a run of adding has done so far, for progress and for the summary."""

import time
from collections import Counter
from collections.abc import Callable
from typing import Final

from msgspec import Struct, field

KEPT_CAUSES: Final = 20


class Tally(Struct):
    """Counts of one run. Changes while the run goes on; whoever watches it reads it.

    documents: articles met. read: read now. known: read by this version before. appeared: of those, met at a place where
    they had not been met. unread: kept, but in a language that is not read (languages: which). passed: what the sources
    hold beside articles. problems: what failed. solved: earlier problems that are gone.
    words, claims: of what was read now. copies, versions: relations found to other documents.
    size: bytes of all sources, None where it is not known; taken: of those, taken so far.
    """

    documents: int = 0
    read: int = 0
    known: int = 0
    appeared: int = 0
    unread: int = 0
    passed: int = 0
    problems: int = 0
    solved: int = 0
    words: int = 0
    claims: int = 0
    copies: int = 0
    versions: int = 0
    size: int | None = None
    taken: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    causes: Counter[str] = field(default_factory=Counter)
    started: float = field(default_factory=time.monotonic)
    interrupted: bool = False

    @property
    def seconds(self) -> float:
        """How long the run has taken so far."""
        return time.monotonic() - self.started

    @property
    def words_a_second(self) -> float:
        """Words read in a second, over the whole run so far."""
        return self.words / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long the rest will take if it goes on like this; None where that cannot be told."""
        if not self.size or not self.taken or self.seconds < 1:
            return None
        return max(0.0, self.seconds * (self.size - self.taken) / self.taken)

    def failed(self, cause: str) -> None:
        """Count a problem, by the start of its cause."""
        self.problems += 1
        kind = cause.split("(", 1)[0].split(":", 1)[0].strip()[:80]
        if kind in self.causes or len(self.causes) < KEPT_CAUSES:
            self.causes[kind] += 1


Watch = Callable[[Tally], None]
