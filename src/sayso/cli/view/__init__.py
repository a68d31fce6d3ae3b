"""The ledger of one article, made to be read on a terminal."""

from rich.console import Console

from sayso.cli.view.claims import claims_of
from sayso.cli.view.frame import page
from sayso.cli.view.header import header_of
from sayso.cli.view.others import actors_of, disputes_of, left_out_of
from sayso.cli.view.said import said_of
from sayso.model import Ledger

PARTS = (header_of, claims_of, said_of, actors_of, disputes_of, left_out_of)


def show(ledger: Ledger, console: Console | None = None) -> None:
    """Print a ledger: header, claims and what else is said, in the order of the text, actors, disputes, what was left out.

    Width and colour are the console's; on a pipe there is no colour, and what colour says is said in words as well.
    """
    console = console if console is not None else page()
    pieces = [piece for part in PARTS for piece in part(ledger, console)]
    if console.is_terminal:
        console.print(*pieces, sep="\n")
        return
    with console.capture() as printed:
        console.print(*pieces, sep="\n")
    console.file.write("".join(f"{line.rstrip()}\n" for line in printed.get().splitlines()))


__all__ = ["show"]
