"""What the migrations of tables share: their SQL lies beside them, a file for each kind of database."""

from pathlib import Path
from typing import Final

from alembic import op

VERSIONS: Final = Path(__file__).parent / "versions"


def run_script(revision: str) -> None:
    """Run the statements of REVISION.KIND.sql, which stand an empty line apart."""
    connection = op.get_bind()
    kind = connection.dialect.name
    script = (VERSIONS / f"{revision}.{kind}.sql").read_text(encoding="utf-8")
    if kind == "postgresql":
        script = script.replace("%", "%%")  # else its driver takes them for parameters
    for statement in script.split(";\n\n"):
        connection.exec_driver_sql(statement.rstrip(";\n"))
