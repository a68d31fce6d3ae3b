"""How two accounts' values of one field stand to each other: the readable table of what agrees, says less, or differs.

| field                 | agrees                                       | less precise                     | differs                |
| --------------------- | -------------------------------------------- | -------------------------------- | ---------------------- |
| occurrence            | both report it, or both deny it              |                                  | it failed, or was prevented |
| responsibility        | a doer, or a side of one, in common          | named by kind alone ("gunmen")   | no doer in common      |
| target                | a target, or a word for it, in common        |                                  | nothing in common      |
| toll                  | every number of both can hold                | it can, and its range is wider   | a number cannot hold   |
| place                 | the same, or towns within 5 km               | it lies around the other         | another town or country|
| time                  | the same days, or fewer within the other's   | more days, around the other's    | no day in common       |
| victims, intent, means| the same words                               |                                  | others                 |

Who denies what another reports reads "denies", on the occurrence and on the doer that both name.
"""

from collections.abc import Callable
from typing import Final, Literal

from msgspec import Struct

from sayso.comparing.counts import counts_meet
from sayso.comparing.dates import Days
from sayso.comparing.view import kilometres
from sayso.linking.fields import Field
from sayso.linking.report import Report
from sayso.linking.scoring import NEAR_KM
from sayso.model import Count

# How two values of a field stand to each other: one reading for the first of them.
Meeting = Literal["agrees", "less precise", "differs", "denies"]


DENIED: Final = "denied"


class Value(Struct, frozen=True):
    """A field's value in one report, as shown. told: the day on which its text, or the first copy of it, was published."""

    report: Report
    shown: str
    told: int


def _same(one: Value, other: Value) -> Meeting:
    return "agrees" if one.shown == other.shown else "differs"


def _occurrences(one: Value, other: Value) -> Meeting:
    if (one.shown == DENIED) == (other.shown == DENIED):
        return "agrees"
    return "denies" if _is_denial(one) else "differs"


def _is_denial(one: Value) -> bool:
    return one.report.view.claim.event.factuality == DENIED and not one.report.view.no_denial


def _sides(one: Value, other: Value) -> Meeting:
    if _is_denial(one) and not _is_denial(other):
        return "denies" if one.report.view.agents & other.report.view.agents else "differs"
    if one.report.view.agents & other.report.view.agents:
        return "agrees"
    if one.report.vague or other.report.vague:
        return "less precise" if one.report.vague else "agrees"
    return "differs"


def _targets(one: Value, other: Value) -> Meeting:
    a, b = one.report.view, other.report.view
    return "agrees" if a.patients & b.patients or a.patient_words & b.patient_words else "differs"


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
    if a is None or b is None or a.name == b.name:
        return "agrees"
    apart = kilometres(a, b)
    if a.kind in ("city", "facility") and b.kind in ("city", "facility"):
        return "agrees" if apart is not None and apart <= NEAR_KM else "differs"
    if a.country and b.country and a.country != b.country:
        return "differs"
    return "less precise" if a.kind not in ("city", "facility") else "agrees"


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
    "victims": _same,
    "toll": _tolls,
    "place": _places,
    "time": _times,
    "intent": _same,
    "means": _same,
}
