"""What the claims that fit a filter are about: how many by each actor, of each type, in each country, ..."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.ledger.asking.asking import among
from sayso.ledger.asking.telling import actor_records
from sayso.ledger.filters import ClaimFilter
from sayso.ledger.overviews.sampling import sample
from sayso.ledger.schema.claims import claims, participants

VALUES: Final = 12
"""So many values of a facet are told, those of most claims."""

Key = TypeVar("Key", str, int)

PLAIN: Final = ("type", "factuality", "country", "publisher")


class FacetValue(Struct, frozen=True):
    """A value with its claims. value: what a filter takes (an actor's code or id); label: what people read."""

    value: str
    label: str
    count: int


class Facets(Struct, frozen=True):
    """total: claims that fit. voice: of them, in the article's own voice. exact: False, the counts are estimates (see `sampling`).

    facets: by name (who, whom, holder, type, factuality, country, year, publisher) the values of most claims, most first.
    """

    total: int
    exact: bool
    voice: int
    facets: dict[str, tuple[FacetValue, ...]]


def facets(connection: Connection, asked: ClaimFilter, values: int = VALUES) -> Facets:
    """What the claims that fit are about. Raises BadQuery."""
    c = claims.c
    found = sample(connection, asked, (c.type, c.factuality, c.country, c.publisher, c.day, c.holder, c.holder_actor))
    rows, step = found.rows, found.step
    counted: dict[str, Counter[str]] = {name: Counter(getattr(row, name) for row in rows) for name in PLAIN}
    counted["year"] = Counter(row.day[:4] for row in rows)
    people = _participants(connection, [row.key for row in rows])
    people["holder"] = Counter(row.holder_actor for row in rows if row.holder_actor is not None)
    named = {
        name: _most(((key, many) for key, many in counts.items() if key), values, step)
        for name, counts in counted.items()
    }
    return Facets(
        total=found.total,
        exact=found.exact,
        voice=step * sum(row.holder is None for row in rows),
        facets={**_named(connection, people, values, step), **{name: tuple(FacetValue(key, key, many) for key, many in listed)
                                                                for name, listed in named.items()}},
    )  # fmt: skip


def _participants(connection: Connection, keys: Sequence[int]) -> dict[str, Counter[int]]:
    part = participants.c
    rows = connection.execute(
        sa.select(part.role, part.actor, sa.func.count().label("many"))
        .where(among(connection, part.claim, keys))
        .group_by(part.role, part.actor)
    )
    found: dict[str, Counter[int]] = {"who": Counter(), "whom": Counter()}
    for row in rows:
        found["who" if row.role == "agent" else "whom"][row.actor] = row.many
    return found


def _named(
    connection: Connection, people: dict[str, Counter[int]], values: int, step: int
) -> dict[str, tuple[FacetValue, ...]]:
    chosen = {name: _most(counts.items(), values, step) for name, counts in people.items()}
    known = actor_records(connection, {key for listed in chosen.values() for key, _ in listed})
    return {
        name: tuple(
            FacetValue(known[key].code if known[key].registry else known[key].id, known[key].name, many)
            for key, many in listed
        )
        for name, listed in chosen.items()
    }


def _most(counted: Iterable[tuple[Key, int]], values: int, step: int) -> list[tuple[Key, int]]:
    """The values of most claims, and how many claims they stand for."""
    listed = sorted(counted, key=lambda pair: (-pair[1], pair[0]))[:values]
    return [(key, many * step) for key, many in listed]
