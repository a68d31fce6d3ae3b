"""What an incident's accounts come to, field by field, under a policy that the user names."""

from collections.abc import Callable, Sequence
from typing import Final

from msgspec import Struct

from sayso.linking.accounts import latest_told
from sayso.linking.fields import FIELDS, Field
from sayso.linking.meeting import Value
from sayso.linking.policies import Policy, Told, Tolls, choose, choose_count
from sayso.linking.report import Report
from sayso.model import Count, Precision, Toll

REPORTED: Final = frozenset({"happened", "ongoing"})
# What nobody says to have happened has no doer, toll or place; that it is denied or planned is told by these fields.
ABOUT_THE_TELLING: Final = frozenset({"occurrence", "intent"})
PRECISION: Final[dict[Precision | None, int]] = {
    None: 0, "region": 1, "country": 2, "province": 3, "district": 4, "town": 5, "exact": 6,
}  # fmt: skip
LONGEST_DAYS: Final = 100_000.0
HARMS: Final[dict[str, Callable[[Toll], Count | None]]] = {
    "killed": lambda toll: toll.killed,
    "injured": lambda toll: toll.injured,
    "detained": lambda toll: toll.detained,
    "displaced": lambda toll: toll.displaced,
}


class Summary(Struct, frozen=True):
    """One value a field under a policy. policy: its name, with the ranking where there is one.

    fields: the value of each field, None where nobody who says that it happened tells it.
    tolls: low, best and high of each number that is told ("killed", "injured", "detained", "displaced").
    """

    policy: str
    fields: dict[Field, str | None]
    tolls: dict[str, Tolls]


def summary(reports: Sequence[Report], policy: Policy) -> Summary:
    """Boil an incident down. Each account has the say that it has now: a figure that its holder has replaced counts no more."""
    fields: dict[Field, str | None] = {}
    for field in FIELDS:
        told = latest_told(field, [one for one in reports if field in ABOUT_THE_TELLING or _happened(one)])
        specific = {one.shown: _specific(field, one) for one in reversed(told)}
        fields[field] = choose([_told(one, one.shown) for one in told], policy, specific.__getitem__)
    tolls = {
        harm: found
        for harm, count in HARMS.items()
        if (found := choose_count(_counts(reports, count), policy)) is not None
    }
    if tolls:
        fields["toll"] = ", ".join(f"{found.best} {harm}" for harm, found in tolls.items())
    return Summary(policy.words, fields, tolls)


def _happened(report: Report) -> bool:
    return report.view.claim.event.factuality in REPORTED


def _told(value: Value, told: str) -> Told[str]:
    report = value.report
    return Told(told, report.account, report.sources, (f"{value.told:09}", report.id))


def _counts(reports: Sequence[Report], count: Callable[[Toll], Count | None]) -> list[Told[Count]]:
    some = [one for one in reports if _happened(one) and count(one.view.claim.event.toll) is not None]
    found = []
    for value in latest_told("toll", some):
        number = count(value.report.view.claim.event.toll)
        if number is not None:
            found.append(
                Told(number, value.report.account, value.report.sources, (f"{value.told:09}", value.report.id))
            )
    return found


def _specific(field: Field, value: Value) -> float:
    """How much a value says beside others of its field."""
    view = value.report.view
    if field == "place":
        return 0 if view.place is None else PRECISION[view.place.precision]
    if field == "time":
        return -LONGEST_DAYS if view.days is None or view.days.length is None else -view.days.length
    if field == "responsibility":
        return 0 if value.report.vague else 1
    if field == "occurrence":
        return 0 if value.shown in ("possible", "planned", "demanded", "hypothetical") else 1
    return len(value.shown) if field == "victims" else 0
