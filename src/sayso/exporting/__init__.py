"""Exporting: one file for each format."""
