"""Tally: what a run of adding has done so far, for progress and for the summary."""

import re
import time
from collections import Counter
from collections.abc import Callable
from typing import Final

from msgspec import Struct, field

KEPT_CAUSES: Final = 20
# The time that is left goes by the last minutes: a run that is continued passes quickly over what is known.
MARK_EVERY: Final = 10.0
MARKS: Final = 30


class Tally(Struct):
    """Counts of one run. Changes while the run goes on; whoever watches it reads it.

    documents: articles met. read: read now. known: read by this version before. appeared: of those, met at a place where
    they had not been met. unread: kept, but in a language that is not read (languages: which). passed: what the sources
    hold beside articles. problems: what failed. solved: earlier problems that are gone.
    words, claims: of what was read now. copies, versions: relations found to other documents.
    size: bytes of all sources, None where it is not known; taken: of those, taken so far; marks: when how many were.
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
    marks: list[tuple[float, int]] = field(default_factory=list)
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
        """How long the rest will take if it goes on as in the last minutes; None where that cannot be told."""
        if not self.size or not self.marks:
            return None
        since, before = self.marks[0]
        seconds, taken = time.monotonic() - since, self.taken - before
        if seconds < 1 or taken <= 0:
            return None
        return max(0.0, seconds * (self.size - self.taken) / taken)

    def took(self, size: int) -> None:
        """Count bytes of the sources that were taken."""
        self.taken += size
        now = time.monotonic()
        if not self.marks or now - self.marks[-1][0] >= MARK_EVERY:
            self.marks.append((now, self.taken))
            del self.marks[:-MARKS]

    def failed(self, cause: str) -> None:
        """Count a problem, by the start of its cause."""
        self.problems += 1
        kind = re.split(r"[(:;]", cause, maxsplit=1)[0].strip()[:80]
        if kind in self.causes or len(self.causes) < KEPT_CAUSES:
            self.causes[kind] += 1


Watch = Callable[[Tally], None]
