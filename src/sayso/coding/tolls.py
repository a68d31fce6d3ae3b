"""Tolls: which event of a sentence its numbers of killed, injured, detained and displaced belong to, and their sum."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct

from sayso.coding.losses import Loss
from sayso.coding.numbers import added
from sayso.coding.phrases import phrase
from sayso.coding.ties import is_of_before, tied
from sayso.coding.totals import HARMS, Harm
from sayso.model import Count, Parse, Span, Token, Toll

# Tokens to either side of a number of victims in which its event is looked for.
FAR = 80
# Two groups of so many victims or more hardly have the same number by chance.
LARGE = 10
# "Several" stands for at least so many.
FEW = 3
# These tell nothing of whose number it is.
PEOPLE = frozenset({"people", "person", "other"})
# What only says how many, so that who they are is told after its "of": "dozens of", "a number of", "two of the".
QUANTITIES = frozenset(
    {"dozen", "score", "hundred", "thousand", "million", "ten", "handful", "couple", "pair", "number", "total", "majority",
     "minority", "most", "many", "several", "few", "some", "all", "half", "rest", "remainder", "bulk", "lot", "third", "quarter",
     "group", "one", "other"}
)  # fmt: skip
AGAIN = frozenset({"he", "she", "his", "her"})
ONE = Count(1, 1)


class Bearer(Struct, frozen=True):
    """An event that may bear a toll: the index of its trigger token and the harms that its type can do."""

    i: int
    harms: tuple[Harm, ...]


def shared_out(bearers: Sequence[Bearer], found: Sequence[Loss], parse: Parse) -> dict[int, list[Loss]]:
    """Which event of the sentence each loss belongs to: trigger token index to losses.

    A loss belongs to the event that its own word names, else to one that the syntax ties its word to, else to the nearest
    that can have such a loss and is not set against what was before; a running total to one of which no other number is told, if there is one: "killed two,
    bringing the toll of the siege to 23".
    """
    given: dict[int, list[Loss]] = {}
    places = [one.i for one in bearers]
    for loss in sorted(found, key=lambda one: (one.total, one.word.i)):
        able = [
            one
            for one in _around(loss.word.i, bearers, places)
            if loss.harm in one.harms and not is_of_before(loss.word, parse.tokens[one.i], parse)
        ]
        if loss.total:
            able = [one for one in able if not _told(given.get(one.i, ()), loss.harm)] or able
        if able:
            ties = tied(loss.word, parse)
            nearest = min(
                able, key=lambda one: (one.i != loss.word.i and one.i not in ties, abs(one.i - loss.word.i), one.i)
            )
            given.setdefault(nearest.i, []).append(loss)
    return given


def _told(losses: Sequence[Loss], harm: Harm) -> bool:
    return any(one.harm == harm for one in losses)


def _around(i: int, bearers: Sequence[Bearer], places: Sequence[int]) -> Sequence[Bearer]:
    """The events within FAR tokens; bearers stand in the order of the text."""
    return bearers[bisect_left(places, i - FAR) : bisect_right(places, i + FAR)]


def toll_of(found: Sequence[Loss], parse: Parse) -> Toll:
    """One event's losses as a toll.

    Of several numbers for one harm, those of different victims are added; one that repeats another ("two men died ...
    killed the two men") is not, nor is a running total, which counts where nothing else is told but that there were
    some. Large numbers that are the same are of the same victims, whatever they are called.
    """
    counts: dict[str, Count] = {}
    evidence: list[Span] = []
    for harm in HARMS:
        own = sorted((one for one in found if one.harm == harm), key=lambda one: (one.part, one.total))
        totals = any(one.total for one in own)
        counted = [one for one in own if not one.total and not one.part and not (totals and _vague(one))]
        own = counted or [one for one in own if not one.part][-1:] or own
        total = added([one.count for one in _once(own)])
        if total is not None:
            counts[harm] = total
            evidence.extend(phrase(head, parse) for one in own for head in one.victims)
            evidence.extend(one.word.span for one in own if not one.victims)
    whom = (_of_whom(head, parse) for one in found for head in one.victims)
    return Toll(
        killed=counts.get("killed"),
        injured=counts.get("injured"),
        detained=counts.get("detained"),
        displaced=counts.get("displaced"),
        of=next((head.text.lower() for head in whom if head is not None), None),
        evidence=tuple(sorted(set(evidence))),
    )


def _vague(loss: Loss) -> bool:
    """Does a number say hardly more than that there were some: "several", "a number of"?"""
    return loss.count.high is None and (loss.count.low or 0) <= FEW


def _once(losses: Sequence[Loss]) -> list[Loss]:
    """The losses, those left out that tell again of the same victims."""
    kept: list[Loss] = []
    for one in losses:
        same = next((n for n, other in enumerate(kept) if _same(one, other)), None)
        if same is None:
            kept.append(one)
        elif one.count.high is None:  # headlines leave out the "at least"
            kept[same] = one
    return kept


def _same(one: Loss, other: Loss) -> bool:
    low = one.count.low
    if low is not None and low >= LARGE:
        return low == other.count.low
    if one.count != other.count:
        return False
    words, others = ({head.lemma for head in loss.victims if head.pos != "NUM"} - PEOPLE for loss in (one, other))
    if one.count == ONE and any(_is_again(loss) for loss in (one, other)):
        return True
    # "Three injured in the port. Three people were injured in ..."
    return words == others or (one.count != ONE and not (words and others))


def _is_again(loss: Loss) -> bool:
    """Is the victim told by a pronoun, which stands for who was told before: "shot the mayor, killing her"?"""
    return bool(loss.victims) and all(head.lemma in AGAIN for head in loss.victims)


def _of_whom(head: Token, parse: Parse) -> Token | None:
    """The people's own word, through "dozens of": "civilians"; None where a number, a name or a pronoun stands for them."""
    if head.pos != "NUM" and head.lemma not in QUANTITIES:
        return head if head.pos == "NOUN" else None
    counted = (one for of in parse.dependents(head, "prep") if of.lemma == "of" for one in parse.dependents(of, "pobj"))
    return next((inner for one in counted if (inner := _of_whom(one, parse)) is not None), None)
