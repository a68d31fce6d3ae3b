"""`sayso serve`: a ledger in the browser."""

import sys
import threading
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import CodebookFile, SettingsFile, settings_from

Ledger = Annotated[
    str | None,
    typer.Argument(
        metavar="[LEDGER]",
        envvar="SAYSO_LEDGER",
        show_envvar=False,
        help="A file, or postgresql://...; by default ./ledger.sayso.",
    ),
]


def serve(
    ledger: Ledger = None,
    port: Annotated[int, typer.Option(min=0, max=65_535, help="Where to listen; 0 takes any that is free.")] = 8321,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS", help="Which of the machine's addresses; another than its own needs users or a token."
        ),
    ] = "127.0.0.1",
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="A name under which the server is asked for; repeatable. Addresses always are."
        ),
    ] = None,
    token_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file with one token; whoever has it is an administrator.")
    ] = None,
    users: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The file of users; by default beside the ledger.")
    ] = None,
    maps: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A PMTiles file of pictures or vector tiles, which the maps then lie on."),
    ] = None,
    settings: SettingsFile = None,
    codebook: CodebookFile = None,
    *,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")] = False,
) -> None:
    """Open a ledger in the browser: articles, claims, incidents, disputes, map, timeline, actors, review.

    Nothing leaves this machine, and nobody else can reach the server unless you say so.
    """
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.web import app  # noqa: PLC0415  # the same
    from sayso.web.desk import access_for  # noqa: PLC0415  # the same
    from sayso.web.maps import check_maps  # noqa: PLC0415  # the same
    from sayso.web.serving import bound  # noqa: PLC0415  # the same
    from sayso.web.serving import serve as run  # noqa: PLC0415  # the same

    if maps is not None:
        check_maps(maps)
    with Store.open(ledger) as store:
        access = access_for(store, host, token_file=token_file, users=users, names=allow_host or ())
    chosen = settings_from(settings, codebook)
    listening = bound(host, port)
    number = listening.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{number}/"

    def ready() -> None:
        sys.stderr.write(f"sayso: {address} (Ctrl-C stops it)\n")
        if not no_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    run(app(ledger, access=access, maps=maps, settings=chosen), listening, ready)
