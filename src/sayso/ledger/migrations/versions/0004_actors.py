"""What was judged about who is who."""

from sayso.ledger.migrations.scripts import run_script

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables of judgements on actors."""
    run_script(revision)
