"""Placing: place names of a text, each read as a place of the gazetteer, with what else it may mean."""

from sayso.placing.finding import explain, find_places, resolve

__all__ = ["explain", "find_places", "resolve"]
