"""Claims drawn evenly, in indexes of their own."""

from sayso.ledger.migrations.scripts import run_script

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the indexes by which many claims are estimated."""
    run_script(revision)
