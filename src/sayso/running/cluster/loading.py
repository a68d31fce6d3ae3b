"""Loading: what a lake holds goes into a ledger, in bulk."""

from typing import Final

import msgspec

from sayso.ledger import Store
from sayso.model import Ledger, Problem
from sayso.reading.stories import Story
from sayso.running.cluster.lake import DOCUMENTS, Lake
from sayso.running.keeping import Keeper
from sayso.running.tally import Tally, Watch

# Documents in one transaction: a kill loses no more than these, and they are there to be loaded again.
TOGETHER: Final = 200

_ledgers = msgspec.msgpack.Decoder(Ledger)
_stories = msgspec.msgpack.Decoder(Story)


def load(lake: Lake, store: Store, watch: Watch = lambda _: None, tally: Tally | None = None) -> Tally:
    """Keep every document of a lake in a ledger that is open for writing, with its claims, copies and problems.

    What the ledger has already is recognised; so the same call goes on where it was interrupted. Raises LedgerError.
    """
    tally = tally if tally is not None else Tally()
    keeper = Keeper(store, tally, originals=False)
    for part in lake.parts(DOCUMENTS):
        rows = list(lake.rows(part, ["source", "doc", "where", "problem", "ledger", "story"]))
        for start in range(0, len(rows), TOGETHER):
            with store.batch():
                for row in rows[start : start + TOGETHER]:
                    _keep(keeper, store, tally, row)
            watch(tally)
    return tally


def _keep(keeper: Keeper, store: Store, tally: Tally, row: dict[str, object]) -> None:
    tally.documents += 1
    source = str(row["source"])
    if row["problem"] is not None:
        doc = row["doc"]
        keeper.fail(Problem(None if doc is None else str(doc), str(row["problem"]), str(row["where"])), source)
        return
    assert isinstance(row["ledger"], bytes)
    assert isinstance(row["story"], bytes)
    ledger = _ledgers.decode(row["ledger"])
    story = msgspec.structs.replace(_stories.decode(row["story"]), text=ledger.document.text)
    if store.is_read(ledger.document, ledger.run):
        keeper.known(ledger.document, story, source)
    else:
        keeper.keep(ledger, story, source)
