"""Naming: who. Mentions -> actors, by the registry, by what the text declares, and by coreference."""

from sayso.naming.domestic import domestic
from sayso.naming.offices import office_years
from sayso.naming.participants import actors_of
from sayso.naming.resolving import resolve
from sayso.naming.speakers import speakers
from sayso.naming.together import as_one, together

__all__ = ["actors_of", "as_one", "domestic", "office_years", "resolve", "speakers", "together"]
