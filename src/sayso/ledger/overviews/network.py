"""Who does or says what to whom, in the claims that fit a filter: what a drawing of the network needs."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.ledger.asking.asking import among
from sayso.ledger.asking.telling import actor_records
from sayso.ledger.filters import ClaimFilter
from sayso.ledger.keys import CHUNK
from sayso.ledger.overviews.sampling import sample
from sayso.ledger.schema.claims import claims, disputes, participants

EDGES: Final = 300
ENOUGH: Final = 3_500
PARTIES: Final = 6
"""Of a claim with more agents or patients than this, or an incident with more holders, the first so many are drawn."""

KINDS: Final[dict[str, str]] = {
    "AGREE": "agrees with", "CONSULT": "meets", "SUPPORT": "supports", "CONCEDE": "yields to", "COOPERATE": "cooperates with",
    "AID": "aids", "RETREAT": "retreats from", "REQUEST": "asks", "ACCUSE": "accuses", "REJECT": "rejects",
    "THREATEN": "threatens", "PROTEST": "protests against", "MOBILIZE": "mobilises against", "SANCTION": "sanctions",
    "COERCE": "coerces", "ASSAULT": "attacks",
}  # fmt: skip
"""How a type of event is told between who acts and who is acted on; another codebook's type is told by its own name."""

UNTOLD: Final = ("denied", "hypothetical")
"""What a holder says did not happen, or only supposes, makes no edge between those who would have had part in it."""

Edges = dict[tuple[int, int, str], list[Any]]


class Node(Struct, frozen=True):
    """An actor (id) of the network; claims: how many of those that fit make its edges."""

    id: str
    name: str
    kind: str
    country: str | None
    claims: int


class Edge(Struct, frozen=True, rename={"source": "from", "target": "to"}):
    """What one actor (id) does to or says of another, as its holders present it; who says so is in the claims.

    kind: attacks, accuses, meets, ... (by the claims' type); denies (what the other says), contradicts (in a dispute), corroborates
    (two speakers tell of one happening alike; no direction). claims: how many; sample: the id of one.
    query: the filter by which the ledger finds them, None where no filter does.
    """

    source: str
    target: str
    kind: str
    claims: int
    sample: str
    query: dict[str, str] | None = None


class Network(Struct, frozen=True):
    """The edges of most claims, most first, and their actors. edges_left: how many more there are. exact: False, estimates."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    total: int
    edges_left: int
    exact: bool


def network(connection: Connection, asked: ClaimFilter, edges: int = EDGES) -> Network:
    """Who does or says what to whom. edges: at most so many. Raises BadQuery."""
    c = claims.c
    columns = (c.id, c.type, c.factuality, c.holder_actor, c.incident, c.disputed)
    found = sample(connection, asked, columns, enough=ENOUGH)
    drawn: Edges = defaultdict(list)
    for source, target, kind, row in (
        *_doing(connection, found.rows), *_pulling(connection, found.rows), *_alike(found.rows)
    ):  # fmt: skip
        if source != target:
            drawn[source, target, kind].append(row)
    chosen = sorted(drawn, key=lambda one: (-len(drawn[one]), one))[:edges]
    told: dict[int, set[int]] = defaultdict(set)
    for edge in chosen:
        for end in edge[:2]:
            told[end] |= {row.key for row in drawn[edge]}
    known = actor_records(connection, told)
    nodes = [Node(one.id, one.name, one.kind, one.country, found.step * len(told[key])) for key, one in known.items()]
    ids = {key: one.id for key, one in known.items()}
    return Network(
        nodes=tuple(sorted(nodes, key=lambda node: (-node.claims, node.id))),
        edges=tuple(_edge(edge, drawn[edge], ids, found.step) for edge in chosen),
        total=found.total,
        edges_left=len(drawn) - len(chosen),
        exact=found.exact,
    )


def _edge(edge: tuple[int, int, str], rows: list[Any], ids: dict[int, str], step: int) -> Edge:
    source, target, kind = ids[edge[0]], ids[edge[1]], edge[2]
    query: dict[str, str] | None = None
    if kind == "denies":
        query = {"holder": source, "factuality": "denied"}
    elif kind not in ("contradicts", "corroborates"):
        query = {"who": source, "whom": target, "type": rows[0].type}
    return Edge(source, target, kind, step * len(rows), rows[0].id, query)


def _doing(connection: Connection, rows: Sequence[Any]) -> Iterator[tuple[int, int, str, Any]]:
    """Who acts on whom."""
    wanted = {row.key: row for row in rows if row.factuality not in UNTOLD}
    part = participants.c
    parties: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for one in connection.execute(
        sa.select(part.claim, part.role, part.actor).where(among(connection, part.claim, wanted)).order_by(part.claim)
    ):
        parties[one.claim][one.role != "agent"].append(one.actor)
    for key, (agents, patients) in parties.items():
        row = wanted[key]
        for agent in agents[:PARTIES]:
            for patient in patients[:PARTIES]:
                yield agent, patient, KINDS.get(row.type, row.type.lower()), row


def _pulling(connection: Connection, rows: Sequence[Any]) -> Iterator[tuple[int, int, str, Any]]:
    """Who denies or contradicts what another says."""
    by_id = {row.id: row for row in rows if row.disputed and row.holder_actor is not None}
    d = disputes.c
    for pair in _disputes(connection, by_id, d):
        a, b = by_id.get(pair.a), by_id.get(pair.b)
        if a is None or b is None or pair.how not in ("denies", "contradicts"):
            continue
        if pair.how == "denies":
            a, b = (a, b) if a.factuality == "denied" else (b, a)
        else:
            a, b = sorted((a, b), key=lambda row: row.holder_actor)
        yield a.holder_actor, b.holder_actor, pair.how, a


def _disputes(connection: Connection, ids: Collection[str], d: Any) -> Iterable[Any]:
    wanted = list(ids)
    for start in range(0, len(wanted), CHUNK):
        yield from connection.execute(
            sa.select(d.a, d.b, d.how).where(d.a.in_(wanted[start : start + CHUNK])).distinct()
        )


def _alike(rows: Sequence[Any]) -> Iterator[tuple[int, int, str, Any]]:
    """Who tells of one happening as another does: of one type, with nothing between them."""
    telling: dict[tuple[int, str], dict[int, Any]] = defaultdict(dict)
    for row in rows:
        if (
            row.incident is not None
            and row.holder_actor is not None
            and row.factuality == "happened"
            and not row.disputed
        ):
            telling[row.incident, row.type].setdefault(row.holder_actor, row)
    for holders in telling.values():
        for one, other in combinations(sorted(holders)[:PARTIES], 2):
            yield one, other, "corroborates", holders[one]
