"""Accounts side by side: for one incident, what each holder says of each field, and how that stands to what others say.

| reading      | of a cell                                                                                     |
| ------------ | --------------------------------------------------------------------------------------------- |
| only         | nobody else tells the field                                                                   |
| agrees       | its value can hold together with the value that most independent accounts give                |
| less precise | it can, and says less: a wider range, a longer time, a country where others name a town        |
| differs      | it cannot, or a dispute says that the two cannot both be right, or tell it apart               |
| denies       | the account itself denies it; who is denied does not deny                                     |
| updates      | the same holder gave another value before                                                     |
| silent       | the account does not tell the field: no dispute, and no agreement                             |
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from sayso.linking.fields import FIELDS, SHOWN, Field, evidence_of
from sayso.linking.meeting import MEETINGS, Value
from sayso.linking.origins import Origin, origins
from sayso.linking.report import Report
from sayso.model import Dispute, Span

Reading = Literal["only", "agrees", "less precise", "differs", "denies", "updates", "silent"]


class Cell(Struct, frozen=True):
    """What one account says of one field.

    value: as shown, None where it is silent. claims: ids of the claims that tell it, the one shown first; document: of that claim.
    words: the stretch of text that tells that claim; span: the words in it that the value was read from, None where it was inferred.
    before: what the same holder said earlier, where that was something else.
    """

    field: Field
    value: str | None
    reading: Reading
    claims: tuple[str, ...] = ()
    document: str | None = None
    words: str = ""
    span: Span | None = None
    before: str | None = None


class Account(Struct, frozen=True):
    """What one origin claims about an incident, field by field, in the order of FIELDS."""

    origin: Origin
    cells: tuple[Cell, ...]


def accounts(reports: Sequence[Report], disputes: Iterable[Dispute]) -> list[Account]:
    """The accounts of an incident, the earliest first.

    disputes: between the reports, by their ids. The value that most independent accounts give is what others are read against;
    of equally many, the one told first.
    """
    found = origins(reports)
    pulling = _pulling(reports, disputes)
    first = _first_told(reports)
    theirs: dict[str, list[Report]] = {origin.id: [] for origin in found}
    for report in reports:
        theirs[report.account].append(report)
    values = {(origin.id, field): _values(field, theirs[origin.id], first) for origin in found for field in FIELDS}
    columns = {field: [told for origin in found if (told := values[origin.id, field])] for field in FIELDS}
    leading = {field: _leading(columns[field]) for field in FIELDS}
    return [
        Account(
            origin,
            tuple(
                _cell(field, values[origin.id, field], leading[field], pulling, len(columns[field])) for field in FIELDS
            ),
        )
        for origin in found
    ]


def latest_told(field: Field, reports: Sequence[Report]) -> list[Value]:
    """What each account says of a field by now, the account that was first to tell anything of it first."""
    first = _first_told(reports)
    by_account: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda one: (one.published or 0, one.document, one.id)):
        by_account.setdefault(report.account, []).append(report)
    columns = [_values(field, found, first) for found in by_account.values()]
    return [column[0] for column in columns if column]


class _Pulling(Struct, frozen=True):
    """The claims (ids) that deny a field, and those that differ from another on it."""

    denying: frozenset[tuple[str, Field]]
    differing: frozenset[tuple[str, Field]]


def _pulling(reports: Iterable[Report], disputes: Iterable[Dispute]) -> _Pulling:
    """Who pulls on what. Of a denial, the one who is denied says no word of it."""
    deniers = {report.id for report in reports if _denies(report)}
    denying, differing = set(), set()
    for dispute in disputes:
        if dispute.field == "other":
            continue
        for claim in (dispute.a, dispute.b):
            if dispute.how != "denies":
                differing.add((claim, dispute.field))
            elif claim in deniers:
                denying.add((claim, dispute.field))
    return _Pulling(frozenset(denying), frozenset(differing))


def _denies(report: Report) -> bool:
    event = report.view.claim.event
    return event.factuality == "denied" or (event.type == "REJECT" and event.mode == "deny")


def _first_told(reports: Iterable[Report]) -> dict[str, int]:
    """The day on which each origin was first published: a copy that is printed later tells nothing new."""
    first: dict[str, int] = {}
    for report in reports:
        first[report.origin] = min(report.published or 0, first.get(report.origin, report.published or 0))
    return first


def _values(field: Field, reports: Sequence[Report], first: dict[str, int]) -> list[Value]:
    """What an account says of a field, the latest first, and of one day what stands first in the text."""
    told = [
        Value(report, shown, first[report.origin]) for report in reports if (shown := SHOWN[field](report)) is not None
    ]
    return sorted(told, key=lambda one: (-one.told, one.report.document, one.report.view.sentence, one.report.id))


def _leading(columns: Sequence[list[Value]]) -> Value | None:
    """The value that most accounts give, as one of them tells it. columns: what each account that tells the field says of it."""
    latest = [column[0] for column in columns]
    counts = Counter(value.shown for value in latest)
    return max(latest, key=lambda value: counts[value.shown], default=None)


def _cell(field: Field, told: list[Value], leading: Value | None, pulling: _Pulling, tellers: int) -> Cell:
    if not told or leading is None:
        return Cell(field, None, "silent")
    shown = told[0]
    claims = tuple(value.report.id for value in told)
    before = next((value.shown for value in told if value.told < shown.told and value.shown != shown.shown), None)
    return Cell(
        field,
        shown.shown,
        _reading(field, told, leading, pulling, tellers, updated=before is not None),
        claims,
        shown.report.document,
        shown.report.words,
        evidence_of(field, shown.report.view.claim),
        before,
    )


def _reading(
    field: Field, told: list[Value], leading: Value, pulling: _Pulling, tellers: int, *, updated: bool
) -> Reading:
    keys = {(value.report.id, field) for value in told}
    if keys & pulling.denying:
        return "denies"
    if keys & pulling.differing:
        return "differs"
    if updated:
        return "updates"
    return "only" if tellers == 1 else MEETINGS[field](told[0], leading)
