"""What: triggers, participants, codebook type and mode, factuality, tolls."""

from sayso.coding.stage import find_events

__all__ = ["find_events"]
