"""Claims drawn evenly, in indexes of their own."""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the indexes by which many claims are estimated."""
    connection = op.get_bind()
    script = Path(__file__).with_name(f"0003.{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in script.split(";\n\n"):
        connection.exec_driver_sql(
            statement.rstrip(";\n").replace("%", "%%" if connection.dialect.name == "postgresql" else "%")
        )
