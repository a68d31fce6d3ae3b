"""How two accounts' values of one field stand to each other: what agrees, says less, or differs.

Every pair of values, of every field, is laid out in docs/readings.md, which the tests read.

| field          | agrees                                       | less precise                      | differs                     |
| -------------- | -------------------------------------------- | --------------------------------- | --------------------------- |
| occurrence     | both report it, both deny it, or it is a plan | it may be, or is only meant to be | it failed, or was prevented |
| responsibility | a doer, or a side of one, in common          | named by kind alone ("gunmen")    | no doer in common           |
| target         | a target, or a word for it, in common        | named by kind alone ("people")    | nothing in common           |
| victims        | the same words                               | "people" for civilians, "civilians" for children | other people |
| toll           | every number of both can hold                | it can, and its range is wider    | a number cannot hold        |
| place          | the same, or towns within 5 km               | it lies around the other          | another town, province or country |
| time           | the same days, or fewer within the other's   | more days, around the other's     | no day in common            |
| intent         | a target in common                           |                                   | other targets               |
| means          | the same, or one of two that go together     | "aerial" for a drone, or none of a weapon ("targeted") | others |

Who denies what another reports reads "denies", on the occurrence and on the doer that both name. That these did not do it holds
beside that others did.
"""

from collections.abc import Callable
from typing import Final, Literal

from msgspec import Struct

from sayso.comparing.counts import counts_meet
from sayso.comparing.dates import Days
from sayso.comparing.footing import own_deed
from sayso.comparing.view import kilometres
from sayso.linking.fields import Field
from sayso.linking.report import Report
from sayso.linking.scoring import NEAR_KM, POINT_KINDS, province
from sayso.model import Count, Place

# How two values of a field stand to each other: one reading for the first of them.
Meeting = Literal["agrees", "less precise", "differs", "denies"]


DENIED: Final = "denied"


class Value(Struct, frozen=True):
    """A field's value in one report, as shown. told: the day on which its text, or the first copy of it, was published."""

    report: Report
    shown: str
    told: int


REPORTED: Final = frozenset({"happened", "ongoing"})
# What people are called, from words that may be of anybody to those of some civilians alone.
ANYBODY: Final = frozenset({"people", "persons", "person", "victims", "others"})
CIVILIANS: Final = frozenset({"civilians", "civilian", "residents", "locals", "villagers"})
SOME_CIVILIANS: Final = frozenset({"children", "child", "women", "woman", "girls", "boys", "students", "families"})
# Modes that name a weapon, each with the wider one that it is of; and those that go together.
MEANS: Final[dict[str, str | None]] = {
    "primitive": None, "firearms": None, "explosives": None, "suicide_attack": "explosives", "aerial": None, "drone": "aerial",
    "heavy_weapons": None, "crowd_control": None, "unconventional": None,
}  # fmt: skip
# Modes that name what came of it, by whatever means.
RESULTS: Final = frozenset({"targeted", "destroy", "capture"})
TOGETHER: Final = frozenset(
    {frozenset({"unconventional", other}) for other in ("aerial", "drone", "heavy_weapons", "explosives")}
)


def _occurrences(one: Value, other: Value) -> Meeting:
    a, b = _told(one), _told(other)
    if a == b or {a, b} <= REPORTED or {a, b} == {DENIED, FAILED}:
        return "agrees"
    if a == DENIED:
        return "denies" if b in REPORTED or b == "possible" else "agrees"
    if b in (DENIED, FAILED):
        return (
            "differs"
            if a in REPORTED or (a, b) == ("possible", DENIED)
            else "less precise"
            if a == "possible"
            else "agrees"
        )
    if a == FAILED:
        return "differs" if b in REPORTED else "agrees"
    return "agrees" if a in REPORTED or b not in (*REPORTED, "possible") else "less precise"


FAILED: Final = "failed"


def _told(value: Value) -> str:
    """How the claim presents it; FAILED for what did not happen without being denied."""
    return FAILED if value.shown == DENIED and not _is_denial(value) else value.shown


def _is_denial(one: Value) -> bool:
    return one.report.view.claim.event.factuality == DENIED and not one.report.view.no_denial


def _sides(one: Value, other: Value) -> Meeting:
    shared = bool(one.report.view.agents & other.report.view.agents)
    if _is_denial(one) != _is_denial(other):
        if shared:
            return "denies" if _is_denial(one) else "differs"
        # whose deed is denied is sure where a side denies its own
        return (
            "agrees"
            if all(own_deed(value.report.view) or not _is_denial(value) for value in (one, other))
            else "differs"
        )
    if shared:
        return "agrees"
    if one.report.vague or other.report.vague:
        return "less precise" if one.report.vague else "agrees"
    return "differs"


def _targets(one: Value, other: Value) -> Meeting:
    a, b = one.report.view, other.report.view
    if a.patients & b.patients or a.patient_words & b.patient_words:
        return "agrees"
    if (a.bystanders and b.parties) or (b.bystanders and a.parties):
        return "differs"
    if one.report.vague_target or other.report.vague_target:
        return "agrees" if other.report.vague_target else "less precise"
    return "differs"


def _goals(one: Value, other: Value) -> Meeting:
    a, b = one.report.view, other.report.view
    return "agrees" if a.patients & b.patients or a.patient_words & b.patient_words else "differs"


def _victims(one: Value, other: Value) -> Meeting:
    if one.shown == other.shown:
        return "agrees"
    a, b = _wideness(one.shown), _wideness(other.shown)
    if b is not None and a is not None:
        return "agrees" if a <= b and (a, b) != (0, 0) else "less precise" if a > b else "differs"
    return "less precise" if a == WIDEST else "agrees" if b == WIDEST else "differs"


WIDEST: Final = 2


def _wideness(words: str) -> int | None:
    """How many kinds of people words may be of: anybody, all civilians, some; None of others, such as fighters."""
    last = words.lower().split()[-1]
    return next((wide for wide, known in enumerate((SOME_CIVILIANS, CIVILIANS, ANYBODY)) if last in known), None)


def _means(one: Value, other: Value) -> Meeting:
    a, b = one.shown, other.shown
    if a == b or MEANS.get(a) == b or frozenset({a, b}) in TOGETHER:
        return "agrees"
    if MEANS.get(b) == a:
        return "less precise"
    if a in RESULTS or b in RESULTS:
        return "agrees" if b in RESULTS else "less precise"
    return "differs" if (a in MEANS) == (b in MEANS) else "agrees"


def _tolls(one: Value, other: Value) -> Meeting:
    a, b = one.report.view.claim.event.toll, other.report.view.claim.event.toll
    pairs = [(a.killed, b.killed), (a.injured, b.injured), (a.detained, b.detained), (a.displaced, b.displaced)]
    both = [(left, right) for left, right in pairs if left is not None and right is not None]
    if any(not counts_meet(left, right) for left, right in both):
        return "differs"
    return "less precise" if any(_wider(left, right) for left, right in both) else "agrees"


def _wider(one: Count, other: Count) -> bool:
    return _high(one) - _low(one) > _high(other) - _low(other)


def _low(count: Count) -> float:
    return count.low if count.low is not None else 0


def _high(count: Count) -> float:
    return count.high if count.high is not None else float("inf")


def _places(one: Value, other: Value) -> Meeting:
    a, b = one.report.view.place, other.report.view.place
    if a is None or b is None or (a.name, a.kind) == (b.name, b.kind):
        return "agrees"
    if a.country and b.country and a.country != b.country:
        return "differs"
    apart = kilometres(a, b)
    if a.kind in POINT_KINDS and b.kind in POINT_KINDS:
        return "agrees" if apart is not None and apart <= NEAR_KM else "differs"
    if province(a) and province(b) and province(a) != province(b):
        return "differs"
    return "less precise" if _extent(a) > _extent(b) else "agrees"


def _extent(place: Place) -> int:
    """How wide a place of its kind is: a town, a province, or more."""
    return 0 if place.kind in POINT_KINDS else 1 if place.kind == "admin1" else 2


def _times(one: Value, other: Value) -> Meeting:
    a, b = one.report.view.days, other.report.view.days
    if a is None or b is None or a == b:
        return "agrees"
    if not a.meets(b):
        return "differs"
    return "less precise" if _length(a) > _length(b) else "agrees"


def _length(days: Days) -> float:
    return days.length if days.length is not None else float("inf")


MEETINGS: Final[dict[Field, Callable[[Value, Value], Meeting]]] = {
    "occurrence": _occurrences,
    "responsibility": _sides,
    "target": _targets,
    "victims": _victims,
    "toll": _tolls,
    "place": _places,
    "time": _times,
    "intent": _goals,
    "means": _means,
}
