"""Aggregating: the claims of an incident boiled down to one row, under a policy that the user names, and never without one."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar, cast

from msgspec.structs import replace

from sayso.errors import BadExport, in_words
from sayso.exporting.days import stretch
from sayso.exporting.rows import REPORTED, Merged, Party, Row
from sayso.linking.policies import POLICY_NAMES, Policy, PolicyName, Told, choose, choose_count, origins
from sayso.model import Count, EventType, Precision, Toll

V = TypeVar("V", bound=Hashable)

SPECIFIC: Final[dict[Precision | None, int]] = {
    None: 0, "region": 1, "country": 2, "province": 3, "district": 4, "town": 5, "exact": 6,
}  # fmt: skip
LONG_DAYS = 100_000


def read_ranking(path: Path) -> tuple[str, ...]:
    """The sources of a ranking file: one a line, the most believed first; empty lines and those that start with # are left out.

    A source is a holder's id or name, or an outlet. Raises BadExport naming the file and what is wrong.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadExport(f"{path}: the ranking of sources cannot be read: {in_words(error)}") from error
    found = tuple(line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#"))
    if not found:
        raise BadExport(f"{path}: the ranking of sources names no source; write one a line, the most believed first")
    return found


def policy_of(name: str | None, ranking: Path | None = None) -> Policy | None:
    """The policy of that name, with the ranking of a file; None for no name.

    Raises BadExport where there is no such policy, or a ranking is missing or given to another policy.
    """
    if name not in (None, *POLICY_NAMES):
        raise BadExport(f"{name!r} is no policy; there are {', '.join(POLICY_NAMES)}")
    if (name == "ranking") != (ranking is not None):
        raise BadExport("the policy ranking needs --ranking FILE, and no other policy takes it")
    if name is None:
        return None
    return Policy(cast("PolicyName", name), () if ranking is None else read_ranking(ranking))


def aggregate(rows: Iterable[Row], policy: Policy) -> Iterator[Row]:
    """One row for each incident of which somebody says that it happened or goes on, in the order of first mention.

    Denials, plans, demands and possibilities are no happenings: they are left to the formats that keep them apart.
    """
    incidents: dict[str, list[Row]] = {}
    for row in rows:
        if row.factuality in REPORTED:
            incidents.setdefault(row.incident or row.id, []).append(row)
    for incident, members in incidents.items():
        yield _boiled_down(incident, members, policy)


def _boiled_down(incident: str, rows: Sequence[Row], policy: Policy) -> Row:
    base = _teller(rows, _kind, policy, lambda kind: 0 if kind[1] is None else 1) or rows[0]
    agent = _teller(rows, lambda row: _identity(row.agent), policy, _known)
    patient = _teller(rows, lambda row: _identity(row.patient), policy, _known)
    place = _teller(rows, _place, policy, lambda place: SPECIFIC[place[0]])
    time = _teller(rows, _time, policy, _shortness)
    killed = choose_count(_told(rows, lambda row: row.toll.killed), policy)
    return replace(
        base,
        id=f"{incident}@{policy.name}",
        incident=incident,
        agent=Party() if agent is None else agent.agent,
        patient=Party() if patient is None else patient.patient,
        where=None if place is None else place.where,
        when=None if time is None else time.when,
        toll=Toll(
            killed=None if killed is None else killed.chosen,
            injured=_number(rows, lambda row: row.toll.injured, policy),
            detained=_number(rows, lambda row: row.toll.detained, policy),
            displaced=_number(rows, lambda row: row.toll.displaced, policy),
            of=choose(_told(rows, lambda row: row.toll.of), policy, len),
        ),
        voices=(),
        contests=tuple(dict.fromkeys(contest for row in rows for contest in row.contests)),
        confidence=min(row.confidence for row in rows),
        inferred=tuple(dict.fromkeys(field for row in rows for field in row.inferred)),
        merged=Merged(
            policy=policy.words,
            claims=tuple(row.id for row in rows),
            holders=tuple(dict.fromkeys(row.holder for row in rows)),
            papers=tuple(dict.fromkeys(row.paper.id for row in rows)),
            origins=origins(_told(rows, lambda row: row.id)),
            best=None if killed is None else killed.best,
            low=None if killed is None else killed.low,
            high=None if killed is None else killed.high,
        ),
    )


def _teller(
    rows: Sequence[Row], value: Callable[[Row], V | None], policy: Policy, specific: Callable[[V], float]
) -> Row | None:
    """The first row that tells the value which the policy chooses."""
    chosen = choose(_told(rows, value), policy, specific)
    return None if chosen is None else next(row for row in rows if value(row) == chosen)


def _number(rows: Sequence[Row], value: Callable[[Row], Count | None], policy: Policy) -> Count | None:
    found = choose_count(_told(rows, value), policy)
    return None if found is None else found.chosen


def _told(rows: Sequence[Row], value: Callable[[Row], V | None]) -> list[Told[V]]:
    """What each row tells of a field; the silent ones have no say."""
    return [
        Told(found, row.origin, _sources(row), (row.paper.published.edtf or "9999", row.id))
        for row in rows
        if (found := value(row)) is not None
    ]


def _sources(row: Row) -> tuple[str, ...]:
    """The names under which a ranking may list who tells a row."""
    names = [row.holder_id, row.holder, row.paper.publisher, row.paper.agency]
    if row.voices and row.voices[-1].who is not None:
        names.append(row.voices[-1].who.name)
    return tuple(name for name in names if name)


# What two accounts must share to tell the same; the words they tell it with may differ.


def _kind(row: Row) -> tuple[EventType, str | None]:
    return row.type, row.mode


def _identity(party: Party) -> tuple[tuple[str, bool], ...] | None:
    """Who takes part, and of each whether the registry knows it; the words where nobody is resolved; None for nobody."""
    if party.who:
        return tuple((one.id, one.registry is not None) for one in party.who)
    return tuple((one.text.casefold(), False) for one in party.words if one.text) or None


def _known(party: tuple[tuple[str, bool], ...]) -> float:
    return sum(2 if known else 1 for _, known in party)


def _place(row: Row) -> tuple[Precision | None, str, int | None, float | None, float | None] | None:
    where = row.where
    return None if where is None else (where.precision, where.name, where.geonameid, where.lat, where.lon)


def _time(row: Row) -> str | None:
    return None if row.when is None else row.when.edtf


def _shortness(edtf: str) -> float:
    found = stretch(edtf)
    return -LONG_DAYS if found is None or found.length is None else -found.length
