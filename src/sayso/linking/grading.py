"""A civilian-harm grading computed from the claims of an incident. It says what the claims amount to, not what is true.

| grade      | when                                                                                                     |
| ---------- | -------------------------------------------------------------------------------------------------------- |
| confirmed  | a side that is said to have done it says so itself                                                       |
| contested  | two holders name doers of different sides, or a side denies it                                           |
| fair       | two or more independent origins name the same doer                                                       |
| weak       | one origin alone names a doer                                                                            |
| discounted | all that is told of those harmed is that they were combatants                                            |
| none       | no harm to people is told, or nobody is named as its doer                                                |

The first that holds, in the order confirmed, discounted, contested, fair, weak, none. After the grades that monitors of civilian harm
publish; whether an origin is credible is left to the reader.
"""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from msgspec import Struct

from sayso.linking.origins import origins
from sayso.linking.report import Report
from sayso.model import Dispute, DisputeHow

Grade = Literal["confirmed", "fair", "weak", "contested", "discounted", "none"]
LABEL: Final = "computed from the claims; it does not say what is true"
PULLED: Final[dict[DisputeHow, str]] = {
    "denies": "a side denies it", "contradicts": "two holders name different doers", "differs": "two holders name different doers",
}  # fmt: skip
DONE = frozenset({"happened", "ongoing"})
FIGHTERS = frozenset({"armed_group", "military"})


class Grading(Struct, frozen=True):
    """A grade with its reasons in words, always computed from claims. claims: ids of those that it rests on."""

    grade: Grade
    reasons: tuple[str, ...]
    claims: tuple[str, ...] = ()
    label: str = LABEL


def grade(reports: Sequence[Report], disputes: Iterable[Dispute], fighters: frozenset[str] = frozenset()) -> Grading:
    """The grading of an incident. fighters: ids of actors that are armed groups or militaries."""
    harm = [one for one in reports if _harms(one)]
    if not harm:
        return Grading("none", ("no claim tells of people harmed",))
    accepted = [one for one in harm if one.view.speaker & one.view.agents and _done(one)]
    if accepted:
        return _grading("confirmed", [f"{_doers(accepted[0])} says so itself"], accepted)
    told = [one for one in harm if one.view.own_patients]
    if told and all(set(one.view.own_patients) <= fighters for one in told):
        return _grading("discounted", ["all that are named as harmed were combatants"], told)
    named = [one for one in harm if one.view.agents and _done(one)]
    pulling = [one for one in disputes if one.field == "responsibility"]
    if pulling:
        reasons = dict.fromkeys(one.note or PULLED[one.how] for one in pulling)
        return Grading(
            "contested", tuple(reasons), tuple(dict.fromkeys(name for one in pulling for name in (one.a, one.b)))
        )
    if not named:
        return _grading("none", ["nobody is named as the doer"], harm)
    best = max(([one for one in named if one.view.agents & first.view.agents] for first in named), key=_independent)
    sources, doers = origins(best), _doers(best[0])
    if len(sources) > 1:
        return _grading(
            "fair",
            [f"{len(sources)} independent origins name {doers}: {'; '.join(one.words for one in sources)}"],
            best,
        )
    return _grading("weak", [f"{sources[0].words} alone names {doers}"], best)


def _grading(grade: Grade, reasons: Iterable[str], reports: Iterable[Report]) -> Grading:
    return Grading(grade, tuple(reasons), tuple(one.id for one in reports))


def _doers(report: Report) -> str:
    return ", ".join(report.agent_names)


def _independent(reports: Sequence[Report]) -> int:
    return len(origins(reports))


def _harms(report: Report) -> bool:
    event = report.view.claim.event
    counts = (event.toll.killed, event.toll.injured, event.toll.detained)
    return event.type == "ASSAULT" and any(count is not None and count.high != 0 for count in counts)


def _done(report: Report) -> bool:
    return report.view.claim.event.factuality in DONE
