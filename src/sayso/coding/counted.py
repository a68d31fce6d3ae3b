"""Counted victims: a sentence that counts the killed tells of an attack, though none of its words alone is sure to name it.

"Six people were killed and 20 wounded by a car bomb": "killed", "wounded" and "bomb" share the likelihood that one of them is
the mention. Of such sentences in the annotated articles, half had one.
"""

import math
from collections.abc import Callable, Iterator, Sequence

import msgspec

from sayso.coding.judging import Found
from sayso.coding.losses import Loss

# A candidate that is less likely has no share; the one that is raised must be likelier.
SHARES = 0.1
LEAST = 0.25
# One of the candidates is a mention with at least so much likelihood, were they independent.
LIKELY = 0.5
# Fewer victims are told of in accidents and lives, too.
MANY = 2
HARMS = ("killed", "injured")
# The confidence of the likeliest, as observed.
OBSERVED = 0.5


def with_counted(
    judged: Sequence[Found], least: float, lost: Callable[[int], list[Loss]], accident_near: Callable[[int], bool]
) -> Iterator[Found]:
    """The candidates, the likeliest attack of each sentence that counts victims raised where none reaches least.

    lost: the losses of a sentence. accident_near: is an accident told of beside a sentence, and no attack?
    """
    likeliest = (_likeliest(some, least, lost) for some in _by_sentence(judged))
    raised = {id(one) for one in likeliest if one is not None and not accident_near(one.candidate.token.sentence)}
    for one in judged:
        yield msgspec.structs.replace(one, confidence=OBSERVED) if id(one) in raised else one


def _by_sentence(judged: Sequence[Found]) -> list[list[Found]]:
    found: dict[int, list[Found]] = {}
    for one in judged:
        if one.type == "ASSAULT" and one.confidence >= SHARES:
            found.setdefault(one.candidate.token.sentence, []).append(one)
    return list(found.values())


def _likeliest(some: Sequence[Found], least: float, lost: Callable[[int], list[Loss]]) -> Found | None:
    best = max(some, key=lambda one: one.confidence)
    if (
        not LEAST <= best.confidence < min(least, OBSERVED)
        or 1 - math.prod(1 - one.confidence for one in some) < LIKELY
    ):
        return None
    counts = [loss.count for loss in lost(best.candidate.token.sentence) if loss.harm in HARMS]
    return best if any(max(one.low or 0, one.high or 0) >= MANY for one in counts) else None
