"""What `annotate`, `add` and `link` have in common where they run on a cluster."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
import typer

from sayso.cli.many import many

if TYPE_CHECKING:
    from sayso.ledger import Store
    from sayso.reading.stories import Taking
    from sayso.running.cluster import Engine, Finished
    from sayso.running.linking import Linked
    from sayso.settings import Settings

EngineName = Literal["local", "ray"]
EngineOption = Annotated[
    EngineName, typer.Option("--engine", help="Where it runs: processes of this machine, or a Ray cluster.")
]
AddressOption = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="The Ray cluster, such as auto or host:6379; by default one is started here."),
]


def annotate_into(
    lake: str, sources: list[str], settings: "Settings", address: str | None, workers: int | None
) -> "Finished":
    """Read sources into a lake on a cluster, as `sayso annotate` reads lines."""
    from sayso.reading.stories import Taking  # noqa: PLC0415  # keeps `sayso --help` quick

    taking = Taking(limit=settings.max_characters)
    return _filled(lake, sources, settings, taking, _engine(address, workers), lines=True)


def _engine(address: str | None, workers: int | None) -> "Engine":
    from sayso.running.cluster import Engine  # noqa: PLC0415  # keeps `sayso --help` quick

    return Engine(address=address, workers=workers)


def _filled(
    lake: str, sources: list[str], settings: "Settings", taking: "Taking", engine: "Engine", *, lines: bool
) -> "Finished":
    from sayso.pipeline import Pipeline  # noqa: PLC0415  # takes seconds to load
    from sayso.running.cluster import connected, fill  # noqa: PLC0415  # keeps `sayso --help` quick

    with connected(engine) as ray:
        return fill(ray, engine, sources, lake, settings, Pipeline.run_of(settings), taking, lines=lines)


def add_by_cluster(
    store: "Store",
    sources: list[str],
    settings: "Settings",
    taking: "Taking",
    *,
    lake: str | None,
    address: str | None,
    workers: int | None,
    json: bool,
) -> None:
    """Read sources into a lake on a cluster, then load the lake into a ledger; without sources, load what the lake has."""
    from sayso.cli.summary import as_json, shown, watched  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.running.cluster import Lake, load  # noqa: PLC0415  # the same

    place = lake or lake_of(store)
    there = Lake(place)
    if sources:
        done = _filled(place, sources, settings, taking, _engine(address, workers), lines=False)
        sys.stderr.write(f"sayso: {told(done)} in the lake {there.root}; loading it\n")
    with watched() as watch:
        tally = load(there, store, watch)
    sys.stdout.write(as_json(tally, store) if json else shown(tally, store))
    if tally.problems:
        raise typer.Exit(1)


def link_by_cluster(store: "Store", address: str | None) -> "Linked":
    """Link a ledger, its blocks on a cluster."""
    from sayso.running.cluster import connected, gather_on  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.running.linking import link  # noqa: PLC0415  # the same

    with connected(_engine(address, None)) as ray:
        return link(store, gatherer=partial(gather_on, ray))


def lake_of(store: "Store") -> str:
    """Where the lake of a ledger is by default: beside its file."""
    if store.path is None:
        raise typer.BadParameter("a ledger in a database has no folder beside it; name one with --lake")
    return str(Path(store.path).with_suffix(".lake"))


def told(done: "Finished") -> str:
    """A run in one line."""
    known = f", {done.known:,} read before" if done.known else ""
    return (
        f"{many(done.documents, 'document')} read, {many(done.claims, 'claim')} in {many(done.words, 'word')}, "
        f"{many(done.problems, 'problem')}{known}"
    )


def report(done: "Finished", lake: str, *, json: bool) -> None:
    """Tell what a run did; exit code 1 where a document failed."""
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(done) + b"\n")
    else:
        from sayso.running.cluster import Lake  # noqa: PLC0415  # keeps `sayso --help` quick

        typer.echo(f"{told(done)}, in the lake {Lake(lake).root}")
    if done.problems:
        raise typer.Exit(1)
