"""The types of the ledger's columns: the same values in SQLite's STRICT tables and in PostgreSQL."""

from typing import Any

from sqlalchemy import REAL, BigInteger, Column, Double, Integer, LargeBinary, MetaData, SmallInteger, Table, Text
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

KEY = BigInteger().with_variant(Integer(), "sqlite")
NUMBER = BigInteger().with_variant(Integer(), "sqlite")
FLAG = SmallInteger().with_variant(Integer(), "sqlite")
FRACTION: Any = Double().with_variant(REAL(), "sqlite")
WORDS = Text()
BYTES = LargeBinary()


def table(name: str, *items: SchemaItem, comment: str) -> Table:
    """A table of the ledger; STRICT in SQLite. comment: what it holds, which the documentation prints."""
    return Table(name, metadata, *items, comment=comment, sqlite_strict=True)


def column(name: str, kind: Any, comment: str, *items: Any, empty: bool = False, primary: bool = False) -> Column[Any]:
    """A column. empty: it may be NULL, which is what the text does not tell."""
    return Column(name, kind, *items, nullable=empty, primary_key=primary, comment=comment, autoincrement=False)


def key(comment: str = "the row's number in this file; never given out") -> Column[Any]:
    """The number by which other tables point to a row."""
    return column("key", KEY, comment, primary=True)


def identity(of: str) -> Column[Any]:
    """The id that is given out."""
    return column("id", WORDS, f"SHA-256 (hex) of {of}")


def noun(what: str) -> Column[Any]:
    """The noun itself, whole; every other column of the row can be made from it again."""
    return column("noun", WORDS, f"{what} as canonical JSON, defaults left out")
