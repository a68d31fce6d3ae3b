"""Are two reports about one happening? Evidence for and against, each piece with its weight in log odds and its words.

The weights were set by hand and settled on pairs of claims that were judged by reading (docs/linking.md); there is no corpus of
linked claims with actors, places and days to learn them from. What is unknown on one side counts a little against a link, since
two happenings of one kind on one day are common in a war.
"""

from collections.abc import Iterator

from msgspec import Struct

from sayso.comparing.counts import counts_meet
from sayso.comparing.dates import Days
from sayso.comparing.view import kilometres
from sayso.linking.report import Report
from sayso.linking.words import Telling
from sayso.model import Count, Place

BIAS = -2.6
NEAR_KM, FAR_KM = 5.0, 40.0
POINT_KINDS = frozenset({"city", "facility"})
FORCE = frozenset({"ASSAULT", "COERCE"})
FUTURE = frozenset({"planned", "demanded", "hypothetical"})
# Means of which there are seldom two deeds on a day, even in a war.
RARE = "unconventional"
RARE_MEANS = 2.2
# Publications further apart than this are seldom about one undated happening.
FRESH_DAYS = 2
# A town of so many people is the place of many happenings on one day.
LARGE = 400_000
# From this share of what the words around tell, two texts tell in one text's words.
ONE_TEXT = 0.6
MUCH = 0.4
WORDS: tuple[tuple[float, float, str], ...] = (
    (ONE_TEXT, 4.2, "the same words around it"),
    (MUCH, 2.2, "much the same words around it"),
    (0.25, 1.0, "many of the same words around it"),
    (0.15, 0.2, "some of the same words around it"),
    (0.1, -0.5, "few of the same words around it"),
    (0.0, -1.3, "other words around it"),
)
"""From which share of what they tell, the weight of the words around two reports, and in words."""


class Evidence(Struct, frozen=True):
    """A piece of evidence: log odds for (or against) one happening, and why."""

    weight: float
    because: str


def evidence(one: Report, other: Report, telling: Telling) -> list[Evidence]:
    """All that speaks for and against the two being about one happening. telling: what each word tells."""
    share = telling.shared(one.context, other.context)
    return [
        *_kind(one, other, share),
        *_time(one, other),
        *_place(one, other),
        *_doers(one, other),
        *_tolls(one, other),
        *_words(one, other, share),
    ]


def score(one: Report, other: Report, telling: Telling) -> float:
    """Log odds that the two are about one happening."""
    return BIAS + sum(piece.weight for piece in evidence(one, other, telling))


def because(one: Report, other: Report, telling: Telling) -> str:
    """The evidence in words, the weightiest first: "same day; 3 km apart; both aerial; toll 12 and at least 10"."""
    found = sorted(evidence(one, other, telling), key=lambda piece: (-abs(piece.weight), piece.because))
    return "; ".join(piece.because for piece in found)


def _kind(one: Report, other: Report, share: float) -> Iterator[Evidence]:
    a, b = one.view.claim.event, other.view.claim.event
    if a.type != b.type:
        # police who fire tear gas coerce, and assault where somebody is hurt
        again = bool(one.trigger) and one.trigger == other.trigger
        weight = -3.0 if {a.type, b.type} != FORCE else -0.8 if again else -2.0
        yield Evidence(weight, f"{a.type} and {b.type}")
    elif a.mode and b.mode:
        both = RARE_MEANS if a.mode == RARE else 0.8
        yield Evidence(both, f"both {a.mode}") if a.mode == b.mode else Evidence(-1.0, f"{a.mode} and {b.mode}")
    if one.trigger and one.trigger == other.trigger:
        yield Evidence(0.7, "the same word")
    elif share >= MUCH:
        # a sentence that is printed again tells each of its events by the word it had
        yield Evidence(-2.0 if share >= ONE_TEXT else -0.8, "another word for it in much the same words")
    if (a.factuality in FUTURE) != (b.factuality in FUTURE):
        yield Evidence(-1.0, f"{a.factuality} and {b.factuality}")


def _time(one: Report, other: Report) -> Iterator[Evidence]:
    a, b = one.view.days, other.view.days
    if a is None or b is None:
        apart = None if one.published is None or other.published is None else abs(one.published - other.published)
        if apart is None:
            yield Evidence(-1.0, "no days to compare")
        elif apart <= FRESH_DAYS:
            yield Evidence(0.2, "told within two days of each other")
        else:
            yield Evidence(-2.5, f"told {apart} days apart, with no day of the event")
    elif a == b and a.length == 1:
        yield Evidence(1.6, "the same day")
    elif a.meets(b):
        narrow = min(_length(a), _length(b)) <= FRESH_DAYS and max(_length(a), _length(b)) <= 7
        yield Evidence(0.7, "days that overlap") if narrow else Evidence(-0.5, "wide spans of time that overlap")
    elif _gap(a, b) == 1:
        yield Evidence(-0.4, "one day apart")
    else:
        yield Evidence(-4.5, "other days")


def _length(days: Days) -> int:
    return days.length if days.length is not None else 10_000


def _gap(one: Days, other: Days) -> int:
    """Days between two ranges that do not meet."""
    gaps = [
        later.first - earlier.last
        for earlier, later in ((one, other), (other, one))
        if earlier.last is not None and later.first is not None and later.first > earlier.last
    ]
    return min(gaps, default=10_000)


def _place(one: Report, other: Report) -> Iterator[Evidence]:
    a, b = one.view.place, other.view.place
    if a is None or b is None:
        yield Evidence(-0.6, "a place is not told")
        return
    points = a.kind in POINT_KINDS and b.kind in POINT_KINDS
    apart = kilometres(a, b)
    if a.name == b.name and a.country == b.country:
        weight = 0.5 if not points else 1.9 if max(a.population, b.population) < LARGE else 1.2
        yield Evidence(weight, f"both in {a.name}")
    elif points and apart is not None:
        words = f"{apart:.0f} km apart"
        yield Evidence(1.6 if apart <= NEAR_KM else 0.3 if apart <= FAR_KM else -4.0, words)
    elif a.country and b.country and a.country != b.country:
        yield Evidence(-4.0, f"in {a.name} and {b.name}")
    elif province(a) and province(b) and province(a) != province(b):
        yield Evidence(-2.5, f"in {a.name} and {b.name}")
    elif province(a) and province(a) == province(b):
        yield Evidence(0.6, f"in {a.name} and {b.name}, in one province")
    else:
        yield Evidence(-0.1, f"in {a.name} and {b.name}, one wider")


def province(place: Place) -> str | None:
    """The province that a place is, or lies in."""
    return place.name if place.kind == "admin1" else place.admin1


def _doers(one: Report, other: Report) -> Iterator[Evidence]:
    a, b = one.view, other.view
    if a.agents and b.agents:
        same, crossed = bool(a.agents & b.agents), bool(a.agents & b.patients)
        # what one side takes and another retakes is taken twice; "gunmen" may be whoever another names
        vague = a.vague or b.vague
        taken = a.claim.event.mode == b.claim.event.mode == "capture"
        apart = -0.3 if vague else -2.5 if taken else -0.9
        yield _side("doer", same=same, crossed=crossed and not taken, shared=1.0, apart=apart)
    if a.patients and b.patients:
        yield _side(
            "target", same=bool(a.patients & b.patients), crossed=bool(a.patients & b.agents), shared=0.8, apart=-0.8
        )
    if a.agents & b.agents and a.patients & b.patients:
        yield Evidence(1.0, "the same pair")
    elif a.patient_words and b.patient_words and a.patient_words & b.patient_words and not a.patients & b.patients:
        yield Evidence(0.5, "targets of the same words")


def _side(name: str, *, same: bool, crossed: bool, shared: float, apart: float) -> Evidence:
    if same:
        return Evidence(shared, f"the same {name}")
    # two sides of one fight, or of one meeting, may be told from either side
    return Evidence(0.2, f"the {name} told from the other side") if crossed else Evidence(apart, f"other {name}s")


def _tolls(one: Report, other: Report) -> Iterator[Evidence]:
    a, b = one.killed, other.killed
    if a is None or b is None:
        return
    words = f"toll {counted(a)} and {counted(b)}"
    if a == b:
        yield Evidence(1.4 if (a.low or a.high or 0) > 1 else 0.5, words)
    elif counts_meet(a, b):
        yield Evidence(0.3, words)
    else:
        low, high = sorted((a.low or a.high or 0, b.low or b.high or 0))
        yield Evidence(-0.3 if high <= 3 * max(low, 1) else -1.5, words)


def counted(count: Count) -> str:
    """A count in words: "12", "at least 10", "up to 5", "10 to 12"."""
    if count.low is not None and count.low == count.high:
        return str(count.low)
    if count.high is None:
        return f"at least {count.low}"
    return f"up to {count.high}" if count.low is None else f"{count.low} to {count.high}"


def _words(one: Report, other: Report, share: float) -> Iterator[Evidence]:
    if one.context and other.context:
        yield next(Evidence(weight, words) for least, weight, words in WORDS if share >= least)
