"""The judge of events and the weights of participants, which learn from annotated articles and then from marked sentences.

In a marked sentence the word that names what passes between is not told. Weights that annotated articles alone have taught
find it, so that nothing depends on the weights that happen to be there. (A second round, with words found by the weights
of the first, brought nothing.)
"""

from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec import Struct

from sayso.resources.codebook import Lexicon
from training.coding.cases import EVENT_LABELS, Reader, all_event_cases, document_in, seen_events
from training.coding.dyads import Dyad, dyads
from training.coding.dyads import event_cases as marked_events
from training.coding.dyads import role_cases as marked_roles
from training.coding.fit import Case, fit
from training.gold import ledgers
from training.ledgers import shared
from training.participants import cases_of

ROLE_LABELS: Final = ("none", "agent", "patient")
# Strength of the penalties, chosen by the figures of the folds.
SHRINK: Final = 16.0
ROLE_SHRINK: Final = 3.0


class Cases(Struct, frozen=True):
    """What the two kinds of weights learn from."""

    events: tuple[Case, ...]
    roles: tuple[Case, ...]

    def __add__(self, other: "Cases") -> "Cases":
        return Cases(self.events + other.events, self.roles + other.roles)


class Taught(Struct, frozen=True):
    """A lexicon with the two kinds of weights, and the cases that they learned from."""

    lexicon: Lexicon
    cases: Cases


def annotated(reader: Reader) -> Cases:
    """The cases of the annotated articles."""
    records = ledgers()
    roles: list[Case] = []
    for n, record in enumerate(records):
        seen = seen_events(n, record, reader.read(document_in(record))[0], reader.lexicon)
        roles.extend(cases_of(record, seen, reader.lexicon))
    return Cases(tuple(all_event_cases(records, reader)), tuple(roles))


def alone(articles: Cases, lexicon: Lexicon) -> Taught:
    """What the annotated articles teach alone."""
    return _fitted(articles, lexicon, None)


def besides(first: Taught, reader: Reader, without: int | None = None) -> Taught:
    """What the marked sentences teach besides; without: the fold of them that is left out."""
    found = dyads(msgspec.structs.replace(reader, lexicon=first.lexicon))
    more = marked([one for one in found if one.fold != without], first.lexicon)
    return _fitted(first.cases + more, first.lexicon, first)


def marked(found: Sequence[Dyad], lexicon: Lexicon) -> Cases:
    """The cases of marked sentences."""
    return Cases(
        tuple(case for one in found for case in marked_events(one, lexicon)),
        tuple(case for one in found for case in marked_roles(one, lexicon)),
    )


def _fitted(cases: Cases, lexicon: Lexicon, begin: Taught | None) -> Taught:
    events = fit(cases.events, EVENT_LABELS, SHRINK, begin.lexicon.events if begin is not None else None)
    roles = shared(fit(cases.roles, ROLE_LABELS, ROLE_SHRINK, begin.lexicon.roles if begin is not None else None))
    return Taught(msgspec.structs.replace(lexicon, events=events, roles=roles), cases)
