"""Tools for assistants: a ledger's claims over the Model Context Protocol, read-only, each with its holder and its words."""

from sayso.web.assistants.server import server

__all__ = ["server"]
