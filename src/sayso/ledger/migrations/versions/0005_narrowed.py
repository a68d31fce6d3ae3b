"""Claims are put where their words narrow the place to.

No table changes. The columns are made again by `sayso.ledger.whole.putting`, after every later migration of the tables, since
that reads the ledger as the code of today does.
"""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Nothing to be done to the tables."""
