"""Accounts side by side: for one incident, what each holder says of each field, and how that stands to what others say.

| reading      | of a cell                                                                                     |
| ------------ | --------------------------------------------------------------------------------------------- |
| only         | nobody else tells the field                                                                   |
| agrees       | its value can hold together with the value that most independent accounts give                |
| less precise | it can, and says less: a wider range, a longer time, a country where others name a town        |
| differs      | it cannot, or a dispute says that the two tell it apart                                        |
| contradicts  | a dispute says that both cannot be right                                                      |
| denies       | a dispute says that one denies it                                                             |
| updates      | the same holder gave another value before                                                     |
| silent       | the account does not tell the field: no dispute, and no agreement                             |
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final, Literal

from msgspec import Struct

from sayso.comparing.counts import counts_meet
from sayso.comparing.dates import Days
from sayso.comparing.view import kilometres
from sayso.linking.origins import Origin, origins
from sayso.linking.report import Report
from sayso.linking.scoring import NEAR_KM, counted
from sayso.model import Count, Dispute, DisputeHow

Field = Literal["occurrence", "responsibility", "target", "victims", "toll", "place", "time", "intent", "means"]
Reading = Literal["only", "agrees", "less precise", "differs", "contradicts", "denies", "updates", "silent"]
FIELDS: Final[tuple[Field, ...]] = (
    "occurrence", "responsibility", "target", "victims", "toll", "place", "time", "intent", "means",
)  # fmt: skip
# How two values of a field stand to each other: one reading for the first of them.
Meeting = Literal["agrees", "less precise", "differs"]
INTENDED: Final = frozenset({"planned", "demanded"})


class Cell(Struct, frozen=True):
    """What one account says of one field.

    value: as shown, None where it is silent. claims: ids of the claims that tell it, the one shown first. words: of that claim.
    before: what the same holder said earlier, where that was something else.
    """

    field: Field
    value: str | None
    reading: Reading
    claims: tuple[str, ...] = ()
    words: str = ""
    before: str | None = None


class Account(Struct, frozen=True):
    """What one origin claims about an incident, field by field, in the order of FIELDS."""

    origin: Origin
    cells: tuple[Cell, ...]


class _Value(Struct, frozen=True):
    """A field's value in one report, as shown. told: the day on which its text, or the first copy of it, was published."""

    report: Report
    shown: str
    told: int


def _occurrence(report: Report) -> str:
    return report.view.claim.event.factuality


def _responsibility(report: Report) -> str | None:
    return ", ".join(report.agent_names) or None


def _target(report: Report) -> str | None:
    return ", ".join(report.patient_names) or None


def _victims(report: Report) -> str | None:
    return report.view.claim.event.toll.of


def _toll(report: Report) -> str | None:
    toll = report.view.claim.event.toll
    counts = (
        ("killed", toll.killed),
        ("injured", toll.injured),
        ("detained", toll.detained),
        ("displaced", toll.displaced),
    )
    return ", ".join(f"{counted(count)} {name}" for name, count in counts if count is not None) or None


def _time(report: Report) -> str | None:
    time = report.view.claim.time
    return None if time is None else time.edtf


def _intent(report: Report) -> str | None:
    if report.view.claim.event.factuality not in INTENDED or not report.patient_names:
        return None
    return f"{report.view.claim.event.factuality}: {', '.join(report.patient_names)}"


SHOWN: Final[dict[Field, Callable[[Report], str | None]]] = {
    "occurrence": _occurrence,
    "responsibility": _responsibility,
    "target": _target,
    "victims": _victims,
    "toll": _toll,
    "place": lambda report: report.place_name,
    "time": _time,
    "intent": _intent,
    "means": lambda report: report.view.claim.event.mode,
}


def accounts(reports: Sequence[Report], disputes: Iterable[Dispute]) -> list[Account]:
    """The accounts of an incident, the earliest first.

    disputes: between the reports, by their ids. The value that most independent accounts give is what others are read against;
    of equally many, the one told first.
    """
    found = origins(reports)
    pulling = _pulling(disputes)
    first = _first_told(reports)
    values = {
        (origin.id, field): _values(field, [report for report in reports if report.account == origin.id], first)
        for origin in found
        for field in FIELDS
    }
    leading = {field: _leading([values[origin.id, field] for origin in found]) for field in FIELDS}
    return [
        Account(
            origin,
            tuple(
                _cell(field, values[origin.id, field], leading[field], pulling, _tellers(field, found, values))
                for field in FIELDS
            ),
        )
        for origin in found
    ]


def _pulling(disputes: Iterable[Dispute]) -> dict[tuple[str, str], DisputeHow]:
    """How each claim is disputed on each field; a denial says most, a difference least."""
    rank: dict[DisputeHow, int] = {"denies": 2, "contradicts": 1, "differs": 0}
    found: dict[tuple[str, str], DisputeHow] = {}
    for dispute in disputes:
        for claim in (dispute.a, dispute.b):
            key = (claim, dispute.field)
            if key not in found or rank[dispute.how] > rank[found[key]]:
                found[key] = dispute.how
    return found


def _first_told(reports: Iterable[Report]) -> dict[str, int]:
    """The day on which each origin was first published: a copy that is printed later tells nothing new."""
    first: dict[str, int] = {}
    for report in reports:
        first[report.origin] = min(report.published or 0, first.get(report.origin, report.published or 0))
    return first


def _values(field: Field, reports: Sequence[Report], first: dict[str, int]) -> list[_Value]:
    """What an account says of a field, the latest first, and of one day what stands first in the text."""
    told = [
        _Value(report, shown, first[report.origin]) for report in reports if (shown := SHOWN[field](report)) is not None
    ]
    return sorted(told, key=lambda one: (-one.told, one.report.document, one.report.view.sentence, one.report.id))


def _tellers(field: Field, found: Sequence[Origin], values: dict[tuple[str, Field], list[_Value]]) -> int:
    return sum(bool(values[origin.id, field]) for origin in found)


def _leading(columns: Sequence[list[_Value]]) -> _Value | None:
    """The value that most accounts give, as one of them tells it."""
    latest = [column[0] for column in columns if column]
    counts = Counter(value.shown for value in latest)
    return max(latest, key=lambda value: counts[value.shown], default=None)


def _cell(
    field: Field, told: list[_Value], leading: _Value | None, pulling: dict[tuple[str, str], DisputeHow], tellers: int
) -> Cell:
    if not told or leading is None:
        return Cell(field, None, "silent")
    shown = told[0]
    claims = tuple(value.report.id for value in told)
    before = next((value.shown for value in told if value.told < shown.told and value.shown != shown.shown), None)
    reading: Reading
    disputed = next((how for claim in claims if (how := pulling.get((claim, field))) is not None), None)
    if disputed is not None:
        reading = disputed
    elif before is not None:
        reading = "updates"
    elif tellers == 1:
        reading = "only"
    else:
        reading = MEETINGS[field](shown, leading)
    return Cell(field, shown.shown, reading, claims, shown.report.words, before)


def _same(one: _Value, other: _Value) -> Meeting:
    return "agrees" if one.shown == other.shown else "differs"


def _denied(one: _Value, other: _Value) -> Meeting:
    return "agrees" if (one.shown == "denied") == (other.shown == "denied") else "differs"


def _sides(one: _Value, other: _Value) -> Meeting:
    return "agrees" if one.report.view.agents & other.report.view.agents else "differs"


def _targets(one: _Value, other: _Value) -> Meeting:
    a, b = one.report.view, other.report.view
    return "agrees" if a.patients & b.patients or a.patient_words & b.patient_words else "differs"


def _tolls(one: _Value, other: _Value) -> Meeting:
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


def _places(one: _Value, other: _Value) -> Meeting:
    a, b = one.report.view.place, other.report.view.place
    if a is None or b is None or a.name == b.name:
        return "agrees"
    apart = kilometres(a, b)
    if a.kind in ("city", "facility") and b.kind in ("city", "facility"):
        return "agrees" if apart is not None and apart <= NEAR_KM else "differs"
    if a.country and b.country and a.country != b.country:
        return "differs"
    return "less precise" if a.kind not in ("city", "facility") else "agrees"


def _times(one: _Value, other: _Value) -> Meeting:
    a, b = one.report.view.days, other.report.view.days
    if a is None or b is None or a == b:
        return "agrees"
    if not a.meets(b):
        return "differs"
    return "less precise" if _length(a) > _length(b) else "agrees"


def _length(days: Days) -> float:
    return days.length if days.length is not None else float("inf")


MEETINGS: Final[dict[Field, Callable[[_Value, _Value], Meeting]]] = {
    "occurrence": _denied,
    "responsibility": _sides,
    "target": _targets,
    "victims": _same,
    "toll": _tolls,
    "place": _places,
    "time": _times,
    "intent": _same,
    "means": _same,
}
