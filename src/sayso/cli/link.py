"""`sayso link`: which mentions, in which documents, are of the same happening."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from sayso.cli.clustered import AddressOption, EngineName, EngineOption, link_by_cluster
from sayso.cli.files import STANDARD, lines_of
from sayso.cli.listing import Json
from sayso.cli.many import many
from sayso.cli.options import LedgerPath, SettingsFile, settings_from


def link(
    given: Annotated[
        Path | None,
        typer.Option(
            "--given", metavar="FILE", help="JSON Lines with the events marked in each document; - is standard input."
        ),
    ] = None,
    explain: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="CLAIM CLAIM", help="Why two claims are, or are not, one happening."),
    ] = None,
    ledger: LedgerPath = None,
    settings: SettingsFile = None,
    engine: EngineOption = "local",
    address: AddressOption = None,
    *,
    json: Json = False,
) -> None:
    """Link what is told of one happening: the incidents of a ledger's documents, or events that are marked in a file.

    Without options the ledger is linked, and what was done is told; a second run changes nothing. With --given, a line is
    {"doc", "text", "events": [{"start", "end"}]}; it becomes {"doc", "events": [{"start", "end", "cluster"}]}, and events
    with the same cluster are the same happening. A line that cannot be used becomes {"doc", "problem": {"cause", "where"}},
    the others are linked without it, and the exit code is then 1.
    """
    if given is not None:
        link_marked(given, settings)
    elif explain is not None:
        _explain(ledger, explain, json=json)
    else:
        _link_ledger(ledger, engine, address, json=json)


def _link_ledger(ledger: str | None, engine: EngineName, address: str | None, *, json: bool) -> None:
    from sayso.cli.waiting import waiting  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger import Store  # noqa: PLC0415  # the same
    from sayso.running.linking import link as link_ledger  # noqa: PLC0415  # the same

    with Store.open(ledger):  # a ledger that is not there is an error, and is not made
        pass
    with Store.open(ledger, write=True) as store, waiting("Linking the incidents"):
        done = link_ledger(store) if engine == "local" else link_by_cluster(store, address)
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(done) + b"\n")
        return
    typer.echo(f"{many(done.claims, 'claim')} of {many(done.incidents, 'incident')} compared, {done.links:,} linked")
    if done.proposed:
        typer.echo(f"{done.proposed:,} more may be one happening: sayso review --kind merge")
    typer.echo(f"{many(done.disputes, 'dispute')} across documents, in {many(done.disputed, 'incident')}")


def _explain(ledger: str | None, pair: tuple[str, str], *, json: bool) -> None:
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.running.explaining import explain as explained  # noqa: PLC0415  # the same

    with Store.open(ledger) as store:
        found = explained(store, *pair)
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
        return
    typer.echo(
        f"{'in one incident' if found.together else 'in two incidents'}; log odds of one happening {found.score:+.1f}"
    )
    for reason in found.because.split("; "):
        typer.echo(f"  {reason}")


def link_marked(path: Path, settings: Path | None) -> None:
    """Link the marked events of a file, and write the lines to standard output."""
    from sayso.cli.waiting import waiting  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.running import is_problem  # noqa: PLC0415  # the same
    from sayso.running.given import link_given  # noqa: PLC0415  # the same

    chosen = settings_from(settings)
    name = "standard input" if path == STANDARD else str(path)
    with ExitStack() as stack:
        source = lines_of(path, stack)
        with waiting("Linking the marked events"):
            lines = list(link_given(source, name, chosen))
    for line in lines:
        sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()
    problems = sum(is_problem(line) for line in lines)
    if problems:
        sys.stderr.write(
            f'sayso: {problems:,} of {many(len(lines), "document")} failed; their lines have a "problem"\n'
        )
        raise typer.Exit(1)
