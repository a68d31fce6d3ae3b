"""What was judged about who is who."""

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables of judgements on actors."""
    connection = op.get_bind()
    script = Path(__file__).with_name(f"0004.{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in script.split(";\n\n"):
        connection.exec_driver_sql(statement.rstrip(";\n"))
