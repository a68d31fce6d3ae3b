"""Attributing: who says. Source, cue and content, their kinds and nesting."""

from sayso.attributing.draft import Draft
from sayso.attributing.find import find_attributions
from sayso.attributing.finishing import finish

__all__ = ["Draft", "find_attributions", "finish"]
