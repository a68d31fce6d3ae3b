"""What: triggers, participants, codebook type and mode, factuality, tolls."""

from sayso.coding.pairs import type_between
from sayso.coding.stage import find_events

__all__ = ["find_events", "type_between"]
