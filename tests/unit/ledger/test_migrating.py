"""The schema has a history, and an old file is copied before it is upgraded."""

import shutil
from importlib import import_module
from pathlib import Path

import pytest
import sqlalchemy as sa

from bench.made_up import made_up
from sayso.errors import LedgerVersion
from sayso.ledger import Store, migrate
from sayso.ledger.opening import engines, making, opened
from sayso.ledger.whole import migrating

STEP = '''
"""A step of the tests."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.execute("ALTER TABLE feeds ADD COLUMN asked INTEGER")
'''


def schema(engine: sa.Engine) -> list[str]:
    with engine.connect() as connection:
        rows = connection.execute(
            sa.text("SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name")
        )
        return sorted(" ".join(row.sql.split()) for row in rows if "alembic_version" not in row.sql)


def test_the_migrations_lead_to_the_schema_that_a_new_ledger_has(tmp_path: Path) -> None:
    found = []
    for name in ("made", "migrated"):
        engine = engines.engine_of(engines.address_of(tmp_path / name), write=True, wait=1)
        with engine.begin() as connection:
            if name == "made":
                making.make(connection, "2026-05-01T12:00:00Z")
            else:
                migrating.upgrade(connection, engines.HEAD)
        found.append(schema(engine))
        engine.dispose()
    assert found[0] == found[1]


def test_an_old_file_is_copied_and_upgraded(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(path, write=True) as store:
        store.add(made_up(1, 3))
    before = path.read_bytes()
    steps = tmp_path / "migrations"
    shutil.copytree(migrating.MIGRATIONS, steps)
    (steps / "versions" / "0006_step.py").write_text(STEP, encoding="utf-8")
    monkeypatch.setattr(migrating, "MIGRATIONS", steps)
    for module in (migrating, engines, making, import_module("sayso.ledger.verifying.verify")):
        monkeypatch.setattr(module, "HEAD", "0006")
    with pytest.raises(LedgerVersion, match="older sayso"):
        Store.open(path)
    done = migrate(path)
    assert (done.before, done.after) == ("0005", "0006")
    assert done.backup is not None
    with Store.open(path) as store:
        assert store.count() == 3
        assert [entry.kind for entry in store.log()][-1] == "migrated"
        assert list(store.verify()) == []
    assert migrate(path).backup is None
    monkeypatch.undo()
    with pytest.raises(LedgerVersion, match="newer sayso"):
        Store.open(path)
    shutil.copy(done.backup, path)
    with Store.open(path) as store:
        assert store.count() == 3
    assert len(before) > 0
    assert opened.WAIT > 0
