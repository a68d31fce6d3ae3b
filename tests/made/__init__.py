"""Nouns made by hand, which several folders of tests share."""
