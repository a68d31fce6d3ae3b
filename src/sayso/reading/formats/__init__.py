"""Formats: one file for each kind of source; an open source in, its stories out."""
