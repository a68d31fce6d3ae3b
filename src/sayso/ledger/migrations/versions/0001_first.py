"""The first schema."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, index and full-text index, as they were in the first schema."""
    connection = op.get_bind()
    script = Path(__file__).with_name(f"0001.{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in script.split(";\n\n"):
        connection.exec_driver_sql(statement.rstrip(";\n"))
