"""The migrations of a ledger's schema, for Alembic."""
