"""The actor registry as data: states, organisations, groups, persons in office, role words, and their look-up.

Facts only, from general knowledge; each file says at its head what it was compared with, if with anything.
"""

from sayso.resources.actors.entries import Body, Entry, Match, Role, Sense, Tenure
from sayso.resources.actors.registry import Registry
from sayso.resources.actors.spelling import key

__all__ = ["Body", "Entry", "Match", "Registry", "Role", "Sense", "Tenure", "key"]
