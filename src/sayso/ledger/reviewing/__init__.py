"""Reviewing: what people decide on fields of claims, what they have yet to look at, and how far they agree."""
