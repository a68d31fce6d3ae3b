"""The HTTP API over a ledger, the server of the built pages, and the tools for assistants. Thin: no rule of the trade is here."""

from sayso.web.app import app

__all__ = ["app"]
