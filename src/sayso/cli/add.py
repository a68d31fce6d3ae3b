"""`sayso add`: take news in, read it, and keep it in a ledger."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.clustered import AddressOption, EngineOption, add_by_cluster
from sayso.cli.options import CodebookFile, LedgerPath, SettingsFile, settings_from
from sayso.errors import UnreadableSource

if TYPE_CHECKING:
    from sayso.ledger import Store
    from sayso.reading.stories import Taking
    from sayso.running.tally import Tally

INTERRUPTED = 130


def add(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE...", help="Files, folders, http(s) addresses of pages and feeds, or - for standard input."
        ),
    ] = None,
    ledger: LedgerPath = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="NAME", help="What the sources are, when it cannot be told from themselves."),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=NAME", help="Which column or key holds a field: text, title, date, ... Repeatable."
        ),
    ] = None,
    date_format: Annotated[
        str | None, typer.Option(metavar="FORMAT", help='How dates are written, such as "%d/%m/%Y".')
    ] = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day, where a source tells none.")] = None,
    publisher: Annotated[str | None, typer.Option(help="The outlet, where a source tells none.")] = None,
    licence: Annotated[str | None, typer.Option(help="The licence, where a source tells none.")] = None,
    contact: Annotated[
        str | None, typer.Option(metavar="MAIL", help="Told to the sites that are visited, with the name of sayso.")
    ] = None,
    pause: Annotated[float, typer.Option(min=0, metavar="SECONDS", help="Between two requests to one host.")] = 1.0,
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes; one for each core by default.")
    ] = None,
    settings: SettingsFile = None,
    codebook: CodebookFile = None,
    *,
    retry: Annotated[bool, typer.Option("--retry", help="Take in again the sources whose problems stand.")] = False,
    originals: Annotated[bool, typer.Option("--originals", help="Keep the bytes that were read as well.")] = False,
    summaries: Annotated[
        bool, typer.Option("--summaries", help="Take a feed's own words, and fetch no page that it links to.")
    ] = False,
    ignore_robots: Annotated[
        bool, typer.Option("--ignore-robots", help="Do not ask robots.txt, on a site of your own.")
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch addresses of private networks and of this machine.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="The summary as one line of JSON.")] = False,
    engine: EngineOption = "local",
    address: AddressOption = None,
    lake: Annotated[
        str | None,
        typer.Option(
            metavar="PATH|URL",
            help="With --engine ray: the folder that is read into before it is loaded; without sources it is only loaded. "
            "By default beside the ledger.",
        ),
    ] = None,
) -> None:
    """Take in news and keep it in a ledger: every document once, with its claims, its copies and its problems.

    Interrupted at any point, the same command goes on where it ended; nothing is lost and nothing kept twice.
    """
    from sayso.cli.summary import as_json, shown, watched  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger import Store  # noqa: PLC0415  # the same
    from sayso.reading.stories import Taking  # noqa: PLC0415  # the same
    from sayso.running.adding import add as run  # noqa: PLC0415  # the same

    chosen = settings_from(settings, codebook)
    taking = Taking(
        columns=tuple(_pair(one) for one in column or ()),
        date_format=date_format,
        date=date,
        publisher=publisher,
        licence=licence,
        form=form,
        follow=not summaries,
        limit=chosen.max_characters,
        allow_private=allow_private,
        obey_robots=not ignore_robots,
        pause=pause,
        contact=contact,
    )
    _check(taking)
    if engine == "ray":
        with Store.open(ledger, write=True) as store:
            add_by_cluster(
                store, list(sources or ()), chosen, taking, lake=lake, address=address, workers=workers, json=json
            )
        return
    with Store.open(ledger, write=True) as store:
        wanted = list(sources or ())
        if retry:
            wanted += _again(store)
        if not wanted and not retry:
            raise typer.BadParameter("name at least one source, or --retry")
        with watched() as watch:
            tally = run(wanted, store, chosen, taking, workers=workers, originals=originals, watch=watch)
    # now that the ledger is closed, its file has its size
    sys.stdout.write(as_json(tally, store) if json else shown(tally, store))
    _end(tally)


def _again(store: "Store") -> list[str]:
    """The sources whose problems stand, where they are still there."""
    from sayso.reading.intake import is_there  # noqa: PLC0415  # keeps `sayso --help` quick

    found = dict.fromkeys(one.source for one in store.problems() if one.source not in (None, "-"))
    gone = [source for source in found if not is_there(source)]
    for source in gone:
        sys.stderr.write(f"sayso: {source} is not there any more; its problems stand\n")
    return [source for source in found if source not in gone]


def _end(tally: "Tally") -> None:
    if tally.interrupted:
        sys.stderr.write("sayso: interrupted; the same command goes on from here\n")
        raise typer.Exit(INTERRUPTED)
    if tally.problems:
        many = "problem" if tally.problems == 1 else "problems"
        sys.stderr.write(
            f"sayso: {tally.problems} {many}; `sayso problems` lists them, `sayso add --retry` tries again\n"
        )
        raise typer.Exit(1)


def _pair(given: str) -> tuple[str, str]:
    field, equals, name = given.partition("=")
    if not (equals and field and name):
        raise typer.BadParameter(f"{given!r} is not FIELD=NAME, such as text=body")
    return field.strip(), name.strip()


def _check(taking: "Taking") -> None:
    """What would fail for every source alike is refused before anything is read."""
    from sayso.reading.columns import FIELDS  # noqa: PLC0415  # the same
    from sayso.reading.dates import checked_date  # noqa: PLC0415  # the same
    from sayso.reading.kinds import FORMS  # noqa: PLC0415  # the same

    checked_date(taking.date)
    for field, _ in taking.columns:
        if field not in FIELDS:
            raise UnreadableSource("--column", f"{field!r} is no field", f"it must be one of {', '.join(FIELDS)}")
    if taking.form is not None and taking.form not in FORMS:
        raise UnreadableSource("--format", f"{taking.form!r} is no format", f"it must be one of {', '.join(FORMS)}")


__all__ = ["add"]
