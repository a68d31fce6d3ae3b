"""What is altered in a store is named, table by table, be it a SQLite file or a PostgreSQL database."""

import hashlib

import pytest
from sqlalchemy import text

from bench.made_up import made_up
from made.arbin import arbin_ledger
from made.postgres import Address
from sayso.ledger import (
    ActorJudgement,
    Appearance,
    Decision,
    Judgement,
    Page,
    Relation,
    Store,
)
from sayso.model import Dispute, Problem

WHEN = "2026-05-01T12:00:00Z"
NOT_KEPT = {"search_claims_config", "search_documents_config"}
ALTERED = {
    "documents": "characters", "appearances": "doc", "originals": "packed", "relations": "kind", "signatures": "signature",
    "bands": "band", "runs": "model", "readings": "title", "problems": "cause", "feeds": "etag", "log": "detail",
    "actors": "kind", "actor_names": "folded", "cast_members": "local", "places": "name", "toponyms": "local", "times": "value",
    "attributions": "kind", "claims": "factuality", "participants": "role", "claim_places": "place", "disputes": "how",
    "incidents": "type", "memberships": "claim", "judgements": "reason", "labels": "verdict", "actor_judgements": "verdict",
    "actor_forwards": "forward", "alembic_version": "version_num",
}  # fmt: skip


def full(store: Store) -> None:
    """Something in every table."""
    store.add(arbin_ledger(), Appearance("arbin", bytes_hash="a" * 64))
    one, other = (store.add(made_up(number, 4)).document for number in (5, 6))
    data = b"<p>bytes</p>"

    store.appear(one, Appearance("page", bytes_hash=hashlib.sha256(data).hexdigest(), media_type="text/html"), data)
    store.relate(Relation(other, one, "copy"))
    store.sign(one, b"12", [1])
    store.problem(Problem("x", "broken", "here"))
    store.fetched("https://example.org/", "1", "2")
    a, b, *_ = list(store.incidents())
    store.judge(Judgement("merge", "anna", WHEN, incident=a.id, other=b.id, reason="why"))
    ids = store.incident(a.id).claim_ids
    store.pull_apart(a.id, [Dispute(a.id, "toll", ids[0], ids[1], "differs")])
    store.label(Decision(ids[0], "type", "accept"), by="anna")
    known, same = (one.id for one in store.actors(page=Page(limit=2)))
    store.judge_actors(ActorJudgement("merge", "anna", WHEN, known, same))


@pytest.mark.parametrize("how", ["altered", "deleted"])
def test_verify_names_every_table_that_was_altered(how: str, address: Address) -> None:
    from sayso.ledger.schema.columns import metadata

    where = address()
    with Store.open(where, write=True) as store:
        full(store)
        assert list(store.verify()) == []
        assert set(metadata.tables) <= set(ALTERED)
        missed = []
        for table, column in ALTERED.items():
            with pytest.raises(Undone), store.writing() as connection:  # noqa: PT012  # all of it is undone
                _alter(connection, table, column, how)
                found = {one.table for one in store.verify()}
                if not found:
                    missed.append(table)
                raise Undone
        assert missed == []
        assert list(store.verify()) == []


class Undone(Exception):
    """Ends a transaction without keeping it."""


def _alter(connection: object, table: str, column: str, how: str) -> None:
    execute = connection.execute  # type: ignore[attr-defined]
    if connection.dialect.name == "sqlite":  # type: ignore[attr-defined]
        execute(text("PRAGMA defer_foreign_keys = ON"))
    else:
        execute(text("SET LOCAL session_replication_role = replica"))
    if how == "deleted":
        execute(text(f"DELETE FROM {table}"))
        return
    value = execute(text(f"SELECT {column} FROM {table}")).scalar()
    changed = (
        value + 1
        if isinstance(value, int)
        else bytes(value) + b"!"
        if isinstance(value, bytes | memoryview)
        else f"{value}!"
    )
    if table == "claim_places":
        changed = execute(text("SELECT max(key) FROM places")).scalar()
    execute(
        text(f"UPDATE {table} SET {column} = :changed WHERE {column} = :value"), {"changed": changed, "value": value}
    )


def test_verify_names_a_search_index_that_was_altered(address: Address) -> None:
    with Store.open(address(), write=True) as store:
        full(store)
        for table in ("search_documents", "search_claims"):
            with pytest.raises(Undone), store.writing() as connection:  # noqa: PT012  # all of it is undone
                if connection.dialect.name == "sqlite":
                    connection.execute(text(f"INSERT INTO {table} ({table}) VALUES ('delete-all')"))
                else:
                    connection.execute(text(f"DELETE FROM {table}"))
                assert table in {one.table for one in store.verify()}
                raise Undone
