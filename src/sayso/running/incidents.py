"""The incidents of a ledger in a list, each with what it takes its claims to tell: origins, contested fields, a summary."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal

from msgspec import Struct

from sayso.ledger import IncidentFilter, IncidentRecord, Page, Store
from sayso.ledger.filters import ALL
from sayso.linking.policies import Policy
from sayso.linking.summary import Summary
from sayso.running.incident import incident

Order = Literal["day", "documents", "killed", "disputed", "origins"]
CHUNK = 500


class Listed(Struct, frozen=True):
    """An incident in a list. origins: how many independent ones; contested: the fields on which its claims pull apart.

    summary: under the policy that was asked for; None where none was.
    """

    record: IncidentRecord
    origins: int
    contested: tuple[str, ...]
    summary: Summary | None = None


class Asked(Struct, frozen=True, kw_only=True):
    """Which incidents are asked for, beside what the ledger itself filters by.

    origins: by at least so many independent ones. fields: contested on any of these.
    """

    origins: int | None = None
    fields: tuple[str, ...] = ()


ANY = Asked()


def incidents(
    store: Store,
    within: IncidentFilter,
    asked: Asked = ANY,
    *,
    order: Order = "day",
    page: Page = ALL,
    policy: Policy | None = None,
) -> Iterator[Listed]:
    """The incidents that fit, in order. Those with most origins first, where that is the order, need all of them to be counted."""
    if order == "origins":
        every = [one for one in _told(store, store.incidents(within)) if _fits(one, asked)]
        every.sort(key=lambda one: (one.origins, one.record.day or "", one.record.id), reverse=page.descending)
        found: Iterable[Listed] = every
    elif asked == ANY:
        found, page = _told(store, store.incidents(within, order=order, page=page)), ALL
    else:
        straight = store.incidents(within, order=order, page=Page(descending=page.descending))
        found = (one for one in _told(store, straight) if _fits(one, asked))
    last = None if page.limit is None else page.offset + page.limit
    for one in islice(found, page.offset, last):
        yield one if policy is None else _summed(store, one, policy)


def named(store: Store, ids: Iterable[str], policy: Policy | None = None) -> Iterator[Listed]:
    """The incidents with these ids, with their claims and histories. Raises NotInLedger."""
    for one in _told(store, (store.incident(name) for name in ids)):
        yield one if policy is None else _summed(store, one, policy)


def _told(store: Store, records: Iterable[IncidentRecord]) -> Iterator[Listed]:
    coming = iter(records)
    while some := list(islice(coming, CHUNK)):
        more = store.within([one.id for one in some])
        for one in some:
            held = more.get(one.id)
            yield Listed(one, 0, ()) if held is None else Listed(one, held.origins, held.contested)


def _fits(one: Listed, asked: Asked) -> bool:
    return (asked.origins is None or one.origins >= asked.origins) and (
        not asked.fields or not set(asked.fields).isdisjoint(one.contested)
    )


def _summed(store: Store, one: Listed, policy: Policy) -> Listed:
    return Listed(one.record, one.origins, one.contested, incident(store, one.record.id, policy).summary)
