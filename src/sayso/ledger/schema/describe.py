"""The schema in words, made from the tables themselves: python -m sayso.ledger.schema.describe."""

import sys
from collections.abc import Iterator

from sqlalchemy import Table

from sayso.ledger.schema import actors, claims, incidents, labels, texts

MODULES = (texts, claims, incidents, labels, actors)
MARK = "<!-- tables -->\n"


def described() -> str:
    """Every table with its columns, as Markdown, in the order in which they are declared."""
    tables = [one for module in MODULES for one in vars(module).values() if isinstance(one, Table)]
    return "\n".join(line for table in tables for line in _table(table)) + "\n"


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.name}\n"
    yield f"{table.comment}\n"
    yield "| column | type | | what |"
    yield "| --- | --- | --- | --- |"
    for column in table.columns:
        points = [f"→ `{key.target_fullname}`" for key in column.foreign_keys]
        marks = (["primary key"] if column.primary_key else []) + (["may be NULL"] if column.nullable else []) + points
        kind = type(column.type).__name__.lower().replace("biginteger", "integer").replace("smallinteger", "integer")
        yield f"| `{column.name}` | {kind} | {', '.join(marks)} | {column.comment} |"
    yield ""


if __name__ == "__main__":
    sys.stdout.write(described())
