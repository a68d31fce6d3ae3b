"""A run: sources in, a lake out, by as many machines as the cluster has."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from msgspec import Struct

from sayso.errors import ClusterFailed
from sayso.model import Run
from sayso.reading.stories import Taking
from sayso.running.cluster.engine import Engine, workers_of
from sayso.running.cluster.lake import Lake
from sayso.running.cluster.pieces import encode_piece, files_in, pieces_of
from sayso.running.cluster.reader import Reader
from sayso.running.one import Opener, open_pipeline
from sayso.settings import Settings

# What goes from a task that opens a source to the actors that read it; small, so that a long source is read by many.
BLOCK_BYTES: Final = 1_000_000
PIECES: Final = 64


class Finished(Struct, frozen=True):
    """What a run did. known: documents that the lake had before; the others were read now."""

    documents: int
    claims: int
    words: int
    problems: int
    known: int


class _Open:
    """Opens sources, and passes over what the lake has."""

    def __init__(self, taking: Taking, known: frozenset[str], *, lines: bool) -> None:
        self._taking = taking
        self._known = known
        self._lines = lines

    def __call__(self, batch: Any) -> Iterator[Any]:
        """The pieces of the sources of a batch, as tables of some dozens."""
        import pyarrow as pa  # noqa: PLC0415  # takes half a second to load

        waiting: list[bytes] = []
        for source in batch["source"].to_pylist():
            for placed in pieces_of(source, self._taking, lines=self._lines):
                if placed.key not in self._known:
                    waiting.append(encode_piece(placed))
                if len(waiting) >= PIECES or sum(map(len, waiting)) >= BLOCK_BYTES:
                    yield pa.table({"piece": pa.array(waiting, pa.binary())})
                    waiting = []
        yield pa.table({"piece": pa.array(waiting, pa.binary())})


def fill(
    ray: Any,
    engine: Engine,
    sources: Iterable[str],
    lake: str,
    settings: Settings,
    run: Run,
    taking: Taking | None = None,
    *,
    lines: bool = True,
    opener: Opener = open_pipeline,
) -> Finished:
    """Read sources into a lake; what it has of them already is passed over.

    ray: connected. lines: JSON Lines are lines of `sayso annotate`, not stories whose columns are to be told.
    run: what the lake is read by. Every node must see the sources and the lake, and have the same sayso installed.

    Raises UnreadableSource, LedgerError, ClusterFailed.
    """
    from ray import data  # noqa: PLC0415  # an extra, and a second to load

    files = files_in(sources)
    there = Lake(lake)
    there.opened(run)
    known = there.keys()
    context = data.DataContext.get_current()
    context.target_max_block_size = BLOCK_BYTES
    workers = workers_of(ray, engine)
    opened = data.from_items([{"source": one} for one in files], override_num_blocks=max(1, len(files))).map_batches(
        _Open,
        fn_constructor_args=(taking or Taking(limit=settings.max_characters), known),
        fn_constructor_kwargs={"lines": lines},
        batch_format="pyarrow",
        batch_size=1,
        num_cpus=0.1,
        compute=data.ActorPoolStrategy(size=1),
    )
    read = opened.map_batches(
        Reader,
        fn_constructor_args=(there.address, settings, opener),
        batch_format="pyarrow",
        batch_size=engine.part,
        num_cpus=0.9,
        compute=data.ActorPoolStrategy(min_size=1, max_size=workers),
    )
    return Finished(**_totals(ray, read), known=len(known))


def _totals(ray: Any, read: Any) -> dict[str, int]:
    """What all batches did together, which is what makes them do it; raises ClusterFailed."""
    totals = dict.fromkeys(("documents", "claims", "words", "problems"), 0)
    try:
        for row in read.iter_rows():
            if row["failure"] is not None:
                raise ClusterFailed(row["failure"])
            for name in totals:
                totals[name] += row[name]
    except ray.exceptions.RayError as error:
        lines = [line for line in str(error).splitlines() if line.strip()]
        raise ClusterFailed(lines[-1].strip() if lines else type(error).__name__) from error
    return totals
