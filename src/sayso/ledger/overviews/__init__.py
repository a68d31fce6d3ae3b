"""Overviews of many claims: facets, map, timeline and network, estimated where very many fit."""
