"""A second look at who takes part: each phrase beside its rivals, and beside what it is to the sentence's other events.

At the first look every phrase is weighed by itself. Here trees see how the phrases of an event compare, whether another event of the
sentence has a better claim to one, and what stands between; they say again agent, patient or neither.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from sayso.coding.candidates import Candidate
from sayso.coding.prospects import Prospect
from sayso.model import EVENT_TYPES, EventType, Parse, Token
from sayso.resources.codebook import Trees

Shares = Sequence[float]
"""How likely a phrase is none, agent and patient, in this order."""

# A phrase that is less likely to take part at the first look is not looked at again.
HARDLY: Final = 0.03
LEAST: Final = 1e-4
FAR: Final = 99
KINDS: Final = ("v", "n", "a")
WORDS: Final = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET")
STANDING: Final = (
    "nsubj",
    "nsubjpass",
    "dobj",
    "pobj",
    "conj",
    "poss",
    "compound",
    "amod",
    "appos",
    "nmod",
    "attr",
    "npadvmod",
)
ROUTES: Final = ("agent", "patie", "prep:", "prep+", "mod:a", "mod:c", "mod:p", "mod:n")
AUXILIARY: Final = ("aux", "auxpass")


class Look(Struct, frozen=True):
    """The phrases that could take part in an event, after the first look.

    weighed: shares by the weights over the syntax; read: logarithms of those of the reader of states; both: of the two together.
    All of one length, in the order of the text.
    """

    candidate: Candidate
    type: EventType
    prospects: tuple[Prospect, ...]
    weighed: tuple[Shares, ...]
    read: tuple[Shares, ...]
    both: tuple[Shares, ...]


def looked_again(looks: Sequence[Look], parse: Parse, trees: Trees) -> list[tuple[Shares, ...]]:
    """The shares of the phrases of every event of a document at the second look; those that hardly take part keep theirs."""
    by_sentence: dict[int, list[Look]] = {}
    for look in looks:
        by_sentence.setdefault(look.candidate.frame.token.sentence, []).append(look)
    verbs = {sentence: verbs_of(sentence, parse) for sentence in by_sentence}
    found = []
    for look in looks:
        sentence = look.candidate.frame.token.sentence
        others = [one for one in by_sentence[sentence] if one is not look]
        found.append(again(look, rows(look, others, verbs[sentence], worth(look)), trees))
    return found


def worth(look: Look) -> list[int]:
    """The phrases of an event that are looked at again."""
    return [n for n, (_, agent, patient) in enumerate(look.both) if agent + patient >= HARDLY]


def again(look: Look, table: Sequence[Sequence[float]], trees: Trees) -> tuple[Shares, ...]:
    """The shares of an event's phrases at the second look. table: the rows of those that are looked at again."""
    shares = list(look.both)
    if table:
        for n, row in zip(worth(look), trees.shares(table), strict=True):
            shares[n] = tuple(map(float, row))
    return tuple(shares)


def verbs_of(sentence: int, parse: Parse) -> list[int]:
    """Indices of the verbs of a sentence."""
    own = parse.sentences[sentence]
    return [
        token.i for token in parse.tokens[own.first : own.last]
        if token.pos in ("VERB", "AUX") and token.dep not in AUXILIARY
    ]  # fmt: skip


def rows(
    look: Look, others: Sequence[Look], verbs: Sequence[int], which: Sequence[int] | None = None
) -> list[list[float]]:
    """What the trees see of each phrase of an event, or of which. others: of the same sentence; verbs: indices of its verbs."""
    agents, patients = ([share[place] for share in look.both] for place in (1, 2))
    claims, triggers = _claims(others), [one.candidate.frame.token.i for one in others]
    best = [
        look.prospects[max(range(len(some)), key=lambda n: (some[n], -n))].head.i if some else 0
        for some in (agents, patients)
    ]
    return [
        [
            *_own(look, n),
            *_rivals(agents, patients, n),
            *claims.get(one.head.i, (0.0, 0.0, 0.0)),
            *_between(one.head, look.candidate.frame.token, triggers, verbs),
            *_what(one, look),
            float(best[0] - one.head.i),
            float(best[1] - one.head.i),
        ]
        for n, one in enumerate(look.prospects)
        if which is None or n in which
    ]


def _own(look: Look, n: int) -> Iterator[float]:
    """What the first look says of a phrase."""
    for shares in (look.both[n], look.weighed[n]):
        yield from (_odds(share) for share in shares[1:])
    yield from look.read[n]


def _odds(share: float) -> float:
    return math.log(max(share, LEAST) / max(1 - share, LEAST))


def _rivals(agents: Sequence[float], patients: Sequence[float], n: int) -> Iterator[float]:
    """How a phrase compares with the event's others in either role."""
    rest = [(max((*some[:n], *some[n + 1 :]), default=0.0), some) for some in (agents, patients)]
    yield from (float(sum(share > some[n] for share in some)) for _, some in rest)
    yield from (other for other, _ in rest)
    yield from (some[n] - other for other, some in rest)
    yield from (sum(some) for _, some in rest)
    yield float(len(agents))


def _claims(others: Iterable[Look]) -> Mapping[int, tuple[float, float, float]]:
    """Index of a head to how likely it is agent and patient of another event, and how near the nearest such event is (0: none)."""
    found: dict[int, tuple[float, float, float]] = {}
    for other in others:
        for one, (_, agent, patient) in zip(other.prospects, other.both, strict=True):
            before = found.get(one.head.i, (0.0, 0.0, 0.0))
            gap = float(abs(other.candidate.frame.token.i - one.head.i)) if agent + patient > CLAIMED else 0.0
            near = min(before[2] or FAR, gap) if gap else before[2]
            found[one.head.i] = max(before[0], agent), max(before[1], patient), near
    return found


CLAIMED: Final = 0.3


def _between(head: Token, trigger: Token, triggers: Sequence[int], verbs: Sequence[int]) -> Iterator[float]:
    """What stands between phrase and event: other events, words, verbs."""
    low, high = sorted((head.i, trigger.i))
    yield float(sum(low < at < high for at in triggers))
    yield float(high - low)
    yield float(sum(low < at < high for at in verbs))


def _what(one: Prospect, look: Look) -> Iterator[float]:
    """What phrase and event are, as numbers that name and do not count."""
    frame = look.candidate.frame
    yield _place(one.head.pos, WORDS)
    yield _place(look.type, EVENT_TYPES)
    yield float(KINDS.index(frame.kind) + len(KINDS) * frame.passive)
    yield _place(one.head.dep, STANDING)
    yield _place(one.route[: len(ROUTES[0])], ROUTES)


def _place(name: str, names: Sequence[str]) -> float:
    return float(names.index(name) if name in names else len(names))
