"""Naming: who. Mentions -> actors, by the registry, by what the text declares, and by coreference."""

from sayso.naming.offices import office_years
from sayso.naming.participants import actors_of
from sayso.naming.resolving import resolve
from sayso.naming.speakers import speakers

__all__ = ["actors_of", "office_years", "resolve", "speakers"]
