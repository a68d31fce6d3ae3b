"""`sayso mcp`: a ledger's claims for assistants, over the Model Context Protocol."""

from sayso.cli.serve import Ledger


def mcp(ledger: Ledger = None) -> None:
    """Give assistants read-only tools over a ledger, on standard input and output: search claims, lay out incidents, show evidence.

    It is started by the assistant, whose configuration names this command; docs/mcp.md shows how.
    """
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.web.assistants import server  # noqa: PLC0415  # the same

    with Store.open(ledger) as store:
        server(store).run("stdio")
