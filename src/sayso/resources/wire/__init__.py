"""Wire conventions as data: agencies, places that reports are dated from, the furniture of pages."""

from sayso.resources.wire.conventions import Conventions, Rule, conventions

__all__ = ["Conventions", "Rule", "conventions"]
