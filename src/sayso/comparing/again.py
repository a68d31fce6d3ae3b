"""Is a happening told again? The score of two claims of one text, in the light of what is told between them.

Beside what two claims share (`sayso.comparing.same`): how both are presented, whether their words count several, and how many
claims of the same type and word stand between them ("the meeting" is the one told last).
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.comparing.same import akin, features
from sayso.comparing.view import View
from sayso.resources.attachment import Weights

# Shared words of two phrases, of those of the shorter, from which on they are taken for all of them.
MOST = 0.7
# More claims than these stand far between.
FEW = 3


class Likeness:
    """How likely do two claims of one text tell one happening?"""

    def __init__(self, views: Sequence[View], weights: Weights) -> None:
        """views: all claims of the text, in its order."""
        self._views = views
        self._weights = weights
        self._number = {view.claim.id: number for number, view in enumerate(views)}
        self._types = _ranks([view.claim.event.type for view in views])
        self._lemmas = _ranks([view.lemma for view in views])

    def __call__(self, one: View, other: View) -> float:
        """Log odds that the two are about one happening, the earlier claim first."""
        return self.of(self._number[one.claim.id], self._number[other.claim.id])

    def of(self, one: int, other: int) -> float:
        """The same of the claims with these numbers in the order of the text, counted from 0."""
        return self._weights.score(self.features(one, other))

    def features(self, one: int, other: int) -> list[str]:
        """Binary features of the pair, the earlier claim first."""
        a, b = self._views[one], self._views[other]
        found = [*features(a, b), *_presented(a, b), *_kinds(a, b), *_words(a, b), *_told(a, b)]
        if a.claim.event.type == b.claim.event.type:
            found += _between(b, "between", self._types[other] - self._types[one] - 1)
            if a.lemma == b.lemma:
                found += _between(b, "lemma-between", self._lemmas[other] - self._lemmas[one] - 1)
        return found


def _ranks(values: Sequence[str]) -> list[int]:
    """How many of the same value stand before each."""
    seen: Counter[str] = Counter()
    found = []
    for value in values:
        found.append(seen[value])
        seen[value] += 1
    return found


def _presented(one: View, other: View) -> Iterator[str]:
    """How do their holders present them, and do the words count several or set one apart?"""
    yield "factuality=" + "|".join(sorted((one.claim.event.factuality, other.claim.event.factuality)))
    yield f"several={one.several}>{other.several},type={one.claim.event.type == other.claim.event.type}"
    if other.another:
        yield "another"
    if one.another:
        yield "another-before"


def _kinds(one: View, other: View) -> Iterator[str]:
    """Which types, modes and parts of speech follow one another?"""
    a, b = one.claim.event, other.claim.event
    if a.type != b.type:
        yield "types=" + "|".join(sorted((a.type, b.type)))
        return
    if a.mode and b.mode and a.mode != b.mode:
        yield "modes=" + "|".join(sorted((a.mode, b.mode)))
    elif bool(a.mode) != bool(b.mode):
        yield "mode=one"
    alike = one.lemma == other.lemma or akin(one.lemma, other.lemma)
    yield f"kinds={one.kind}>{other.kind},definite={other.definite},lemma={alike}"


def _words(one: View, other: View) -> Iterator[str]:
    """How many of the words for their doers and targets do they share?"""
    alike = one.claim.event.type == other.claim.event.type
    for role, a, b in (
        ("agent", one.agent_words, other.agent_words),
        ("patient", one.patient_words, other.patient_words),
    ):
        if a and b:
            share = len(a & b) / min(len(a), len(b))
            yield f"{role}-words={'none' if not share else 'some' if share < MOST else 'most'},type={alike}"


def _told(one: View, other: View) -> Iterator[str]:
    """Do other days, other places and other numbers stand in words of their own, and are the numbers those of two holders?"""
    if one.days is not None and other.days is not None:
        own = sum("time" not in view.claim.inferred for view in (one, other))
        yield f"days={one.days.meets(other.days)},own={own}"
    if one.place is not None and other.place is not None:
        own = sum("place" not in view.claim.inferred for view in (one, other))
        yield f"place={one.place.name == other.place.name},own={own}"
    a, b = one.claim.event.toll.killed, other.claim.event.toll.killed
    if a is not None and b is not None and a != b:
        yield f"killed=other,holder={'same' if one.claim.holder == other.claim.holder else 'other'}"


def _between(other: View, name: str, count: int) -> list[str]:
    """How many claims of the same type or word stand between the two? other: the later one."""
    many = str(count) if count <= 1 else "few" if count <= FEW else "many"
    found = [f"{name}={many}", f"{name}={many},{other.claim.event.type}"]
    return [*found, f"{name}={many},definite"] if other.definite else found


__all__ = ["Likeness"]
