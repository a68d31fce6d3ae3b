"""What: triggers, participants, codebook type and mode, factuality, tolls."""

from sayso.coding.pairs import type_between
from sayso.coding.righting import met_by
from sayso.coding.stage import find_events

__all__ = ["find_events", "met_by", "type_between"]
