"""Linking in blocks: what shares no key, directly or through others, can be linked apart, with the same result."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, Final

import msgspec
from scipy.cluster.hierarchy import DisjointSet

from sayso.linking.gathering import Link, keys, proposed
from sayso.linking.report import Group
from sayso.linking.words import Telling
from sayso.running.cluster.engine import Engine, workers_of

# Blocks for each worker: enough that one large block does not keep the others waiting.
BLOCKS: Final = 4

_encoder = msgspec.msgpack.Encoder()
_groups = msgspec.msgpack.Decoder(Group)
_links = msgspec.msgpack.Decoder(list[Link])


def blocks_of(groups: Sequence[Group], apart: Iterable[frozenset[str]], most: int) -> list[list[Group]]:
    """The groups in at most so many blocks, none of which has to do with another; the largest first.

    Two groups belong together that share a key, an incident, or a person's judgement that they are different. Components are put
    into blocks by size, the largest into the emptiest; one that is larger than the rest together is a block of its own.
    """
    together = DisjointSet(range(len(groups)))
    first: dict[object, int] = {}
    named: dict[str, int] = {}
    for number, group in enumerate(groups):
        named.setdefault(group.incident, number)
        # a key is a tuple and an incident a string: they cannot be taken for each other
        for shared in (group.incident, *(key for report in group.reports for key in keys(report))):
            together.merge(first.setdefault(shared, number), number)
    for pair in apart:
        known = [named[name] for name in pair if name in named]
        for one, other in pairwise(known):
            together.merge(one, other)
    blocks: list[list[int]] = [[] for _ in range(min(most, len(groups)))]
    for component in sorted(map(sorted, together.subsets()), key=lambda one: (-len(one), one[0])):
        min(blocks, key=len).extend(component)
    return [[groups[number] for number in sorted(block)] for block in blocks if block]


def gather_on(
    ray: Any, groups: Sequence[Group], apart: Sequence[frozenset[str]], telling: Telling | None = None
) -> list[Link]:
    """The links and near misses that `proposed` finds, found by the whole cluster; the same ones in the same order.

    ray: connected. telling: what words tell; by default as in news at large.
    """
    from ray import data  # noqa: PLC0415  # an extra, and a second to load

    blocks = blocks_of(groups, apart, BLOCKS * workers_of(ray, Engine()))
    if not blocks:
        return []
    rows = [{"block": number, "group": _encoder.encode(one)} for number, block in enumerate(blocks) for one in block]
    found = (
        data.from_items(rows)
        .groupby("block")
        .map_groups(_gathered, fn_args=(list(apart), telling), batch_format="pyarrow")
    )
    links = [link for row in found.iter_rows() for link in _links.decode(row["links"])]
    place: dict[str, int] = {}
    for number, group in enumerate(sorted(groups, key=lambda one: one.order)):
        place.setdefault(group.incident, number)
    return sorted(links, key=lambda link: place[link.other])


def _gathered(block: Any, apart: list[frozenset[str]], telling: Telling | None) -> Any:
    """The links and near misses of one block, as a task of the cluster finds them."""
    import pyarrow as pa  # noqa: PLC0415  # takes half a second to load

    groups = [_groups.decode(one.as_py()) for one in block["group"]]
    return pa.table({"links": pa.array([_encoder.encode(proposed(groups, apart, telling))], pa.binary())})
