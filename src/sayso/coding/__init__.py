"""What: triggers, participants, codebook type and mode, factuality, tolls."""

from sayso.coding.pairs import type_between
from sayso.coding.righting import met_by
from sayso.coding.short import find_events_of_short
from sayso.coding.stage import find_events
from sayso.coding.subject import is_short

__all__ = ["find_events", "find_events_of_short", "is_short", "met_by", "type_between"]
