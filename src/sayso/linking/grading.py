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
from typing import Literal

from msgspec import Struct

from sayso.linking.origins import origins
from sayso.linking.report import Report
from sayso.model import Dispute

Grade = Literal["confirmed", "fair", "weak", "contested", "discounted", "none"]
DONE = frozenset({"happened", "ongoing"})
FIGHTERS = frozenset({"armed_group", "military"})


class Grading(Struct, frozen=True):
    """A grade with its reasons, always computed from claims. claims: ids of those that it rests on."""

    grade: Grade
    because: str
    claims: tuple[str, ...] = ()


def grade(reports: Sequence[Report], disputes: Iterable[Dispute], fighters: frozenset[str] = frozenset()) -> Grading:
    """The grading of an incident. fighters: ids of actors that are armed groups or militaries."""
    harm = [one for one in reports if _harms(one)]
    if not harm:
        return Grading("none", "no claim tells of people harmed")
    accepted = [one for one in harm if one.view.speaker & one.view.agents and _done(one)]
    if accepted:
        names = ", ".join(accepted[0].agent_names)
        return Grading("confirmed", f"{names} says so itself", tuple(one.id for one in accepted))
    told = [one for one in harm if one.view.own_patients]
    if told and all(set(one.view.own_patients) <= fighters for one in told):
        return Grading("discounted", "all that are named as harmed were combatants", tuple(one.id for one in told))
    pulling = [one for one in disputes if one.field == "responsibility"]
    if pulling:
        words = (
            "a side denies it" if any(one.how == "denies" for one in pulling) else "two holders name different doers"
        )
        return Grading("contested", words, tuple(dict.fromkeys(name for one in pulling for name in (one.a, one.b))))
    named = [one for one in harm if one.view.agents and _done(one)]
    if not named:
        return Grading("none", "nobody is named as the doer", tuple(one.id for one in harm))
    first = named[0]
    same = [one for one in named if one.view.agents & first.view.agents]
    sources = origins(same)
    if len(sources) > 1:
        words = f"{len(sources)} independent origins name {', '.join(first.agent_names)}"
        return Grading("fair", words, tuple(one.id for one in same))
    return Grading(
        "weak", f"{sources[0].words} alone names {', '.join(first.agent_names)}", tuple(one.id for one in same)
    )


def _harms(report: Report) -> bool:
    event = report.view.claim.event
    counts = (event.toll.killed, event.toll.injured)
    return event.type == "ASSAULT" and any(count is not None and count.high != 0 for count in counts)


def _done(report: Report) -> bool:
    return report.view.claim.event.factuality in DONE
