"""The tables of a ledger, each declared once: what migrations lead to, and what the documentation prints."""
