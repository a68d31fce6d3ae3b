"""How far two people who labelled the same claims agree."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Final

from msgspec import Struct
from sqlalchemy import Connection

from sayso.errors import BadQuery
from sayso.ledger.filters import ALL
from sayso.ledger.records import LabelRecord
from sayso.ledger.reviewing.labels import LabelFilter, find_labels, item_of

MOST_CONFLICTS: Final = 100


class FieldAgreement(Struct, frozen=True):
    """On one field: Krippendorff's alpha (None where it is not defined), and on how many items both decided."""

    alpha: float | None
    items: int


class Conflict(Struct, frozen=True):
    """An item on which two people decided differently: the label of each."""

    a: LabelRecord
    b: LabelRecord


class Agreement(Struct, frozen=True):
    """How far two people agree (Krippendorff's alpha for nominal data): on all items that both decided, and by field.

    1 is full agreement, 0 what chance would give, None not defined: nothing in common, or all decisions alike.
    same: on how many items they decided alike. conflicts: those on which they did not, the latest first, at most 100 of them.
    """

    a: str
    b: str
    alpha: float | None
    items: int
    same: int
    fields: dict[str, FieldAgreement]
    conflicts: tuple[Conflict, ...] = ()


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal data: 1 - observed / expected disagreement. None where it is not defined.

    units: for each item the values that were given to it, one an observer, in any order; those with less than two values
    are passed over. alpha = 1 - (n - 1) * (sum of o_ck over c != k) / (sum of n_c * n_k over c != k), with the
    coincidences o_ck (pairs of values c, k within a unit of m values, each counted as 1 / (m - 1)), their sums n_c
    and n = sum of n_c.

    Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (University of Pennsylvania, 2011).
    """
    values: Counter[Hashable] = Counter()
    apart = 0.0
    for unit in units:
        many = len(unit)
        if many < 2:
            continue
        counted = Counter(unit)
        values.update(counted)
        alike = sum(count * (count - 1) for count in counted.values())
        apart += (many * (many - 1) - alike) / (many - 1)
    whole = sum(values.values())
    expected = whole * whole - sum(count * count for count in values.values())
    if expected == 0:
        return None
    return 1 - (whole - 1) * apart / expected


def agreement(connection: Connection, a: str, b: str) -> Agreement:
    """How far two authors agree, by their labels that stand. Raises BadQuery for one and the same author."""
    if a == b:
        raise BadQuery("agreement needs two authors; name another one")
    items: dict[tuple[str, ...], dict[str, LabelRecord]] = defaultdict(dict)
    for one in find_labels(connection, LabelFilter(by=(a, b), standing=True), ALL):
        items[item_of(one)[:-1]][one.by] = one
    fields: dict[str, list[tuple[str, str]]] = defaultdict(list)
    conflicts: list[Conflict] = []
    for given in items.values():
        if len(given) < 2:
            continue
        decided = _decided(given[a], given[b])
        fields[given[a].field].append(decided)
        if decided[0] != decided[1]:
            conflicts.append(Conflict(given[a], given[b]))
    whole = [pair for pairs in fields.values() for pair in pairs]
    conflicts.sort(key=lambda one: max((one.a.at, one.a.id), (one.b.at, one.b.id)), reverse=True)
    return Agreement(
        a=a,
        b=b,
        alpha=alpha(whole),
        items=len(whole),
        same=len(whole) - len(conflicts),
        fields={name: FieldAgreement(alpha(pairs), len(pairs)) for name, pairs in sorted(fields.items())},
        conflicts=tuple(conflicts[:MOST_CONFLICTS]),
    )


def _decided(one: LabelRecord, other: LabelRecord) -> tuple[str, str]:
    """What the two decided. Where they saw different readings, to accept what was there is to say that it is right."""
    seen_alike = one.was == other.was
    first, second = (_value(label, seen_alike=seen_alike) for label in (one, other))
    return first, second


def _value(label: LabelRecord, *, seen_alike: bool) -> str:
    if label.verdict == "correct":
        return f"correct: {' '.join((label.value or '').casefold().split())}"
    if label.verdict == "accept" and not seen_alike:
        return f"correct: {' '.join((label.was or '').casefold().split())}"
    return label.verdict
