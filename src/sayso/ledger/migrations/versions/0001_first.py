"""The first schema."""

from sayso.ledger.migrations.scripts import run_script

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, index and full-text index, as they were in the first schema."""
    run_script(revision)
