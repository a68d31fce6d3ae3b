"""What is done with a ledger as a whole, by its address: upgrading it, saving it when it is damaged, bundling evidence of it."""

import os
from collections.abc import Sequence
from pathlib import Path

from sayso.errors import LedgerError, LedgerReadOnly
from sayso.ledger import bundling
from sayso.ledger.opening.engines import address_of
from sayso.ledger.store import WAIT, Store, now
from sayso.ledger.whole import migrating, recovering


def migrate(
    where: str | os.PathLike[str] | None = None, *, backed_up: bool = False, wait: float = WAIT
) -> migrating.Migrated:
    """Upgrade a ledger to what this version of sayso expects; a file is copied first, beside itself.

    backed_up: the caller has a backup of a PostgreSQL database, of which sayso makes none.
    Raises NoLedger, LedgerBusy, LedgerVersion for a ledger that is newer than this sayso.
    """
    return migrating.migrate(where, now(), wait=wait, backed_up=backed_up)


def recover(where: str | os.PathLike[str] | None, target: Path) -> recovering.Recovered:
    """Save what can be read of a damaged ledger file into a new ledger.

    Raises NoLedger, LedgerDamaged where nothing can be read, LedgerError where the target is there already.
    """
    address = address_of(where)
    if address.path is None:
        raise LedgerError(str(address), "only files can be recovered", "restore a backup of the database")
    if target.exists():
        raise LedgerError(str(target), "there is something of that name already", "name a new file")
    recovering.damaged_engine(address.path).dispose()
    with Store.open(target, write=True) as store, store.writing() as connection:
        beside = target.with_name(f"{target.name}.log.jsonl")
        return recovering.recover(address.path, connection, beside, now(), store.where)


def bundle(
    where: str | os.PathLike[str] | None, incidents: Sequence[str], target: Path, *, texts: bool = False
) -> bundling.Bundled:
    """Write an evidence bundle (BagIt) of incidents (ids) into a new folder, and tell the log of it if it can be written.

    texts: with the whole texts and the original bytes. Raises NotInLedger, LedgerError where the folder is there already.
    """
    with Store.open(where) as store:
        done = bundling.bundle(store, incidents, target, texts=texts, day=now()[:10])
    try:
        with Store.open(where, write=True) as store:
            store.note("bundle", target.name, done.digest, incidents=" ".join(incidents), texts=texts)
    except LedgerReadOnly:
        return done
    return done
