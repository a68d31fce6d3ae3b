"""A ledger as a whole: another is joined, it is upgraded or saved when damaged, a text is forgotten."""
