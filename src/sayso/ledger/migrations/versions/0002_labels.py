"""What people decide on fields of claims."""

from sayso.ledger.migrations.scripts import run_script

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of labels."""
    run_script(revision)
