"""The gazetteer: place names and what they may mean, compiled once from the installed packages and our own tables."""

from sayso.resources.gazetteer.compass import part_of
from sayso.resources.gazetteer.gazetteer import Entry, Gazetteer
from sayso.resources.gazetteer.rows import Match
from sayso.resources.gazetteer.spelling import key, without_direction

__all__ = ["Entry", "Gazetteer", "Match", "key", "part_of", "without_direction"]
