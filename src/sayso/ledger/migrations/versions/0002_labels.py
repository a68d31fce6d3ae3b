"""What people decide on fields of claims."""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of labels."""
    connection = op.get_bind()
    script = Path(__file__).with_name(f"0002.{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in script.split(";\n\n"):
        connection.exec_driver_sql(statement.rstrip(";\n"))
