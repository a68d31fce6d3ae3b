"""The ledger: what was read, kept in one file (or a PostgreSQL database), found again, and proved unaltered.

>>> from sayso.ledger import ClaimFilter, Store
>>> with Store.open("my.sayso", write=True) as store:  # doctest: +SKIP
...     store.add(sayso.read(text, date="2015-10-02"))
...     claims = list(store.claims(ClaimFilter(type=("ASSAULT",), country=("SY",))))
"""

from sayso.ledger.actor_nouns import ActorJudgement, ActorJudgementRecord, ActorProposal
from sayso.ledger.asking.counting import Counts
from sayso.ledger.asking.disputed import Pulled, Within
from sayso.ledger.asking.texts import DocumentFilter
from sayso.ledger.asking.things import ActorFilter, IncidentFilter, PlaceFilter
from sayso.ledger.custody import Entry
from sayso.ledger.filters import (
    ALL,
    ActorOrder,
    ClaimFilter,
    ClaimOrder,
    IncidentOrder,
    Near,
    Page,
)
from sayso.ledger.front import bundle, migrate, recover
from sayso.ledger.nouns import Added, Appearance, Decision, Judgement, Label, LabelField, LabelVerdict, Relation
from sayso.ledger.records import (
    ActorRecord,
    AttributionRecord,
    ClaimRecord,
    DisputeRecord,
    DocumentRecord,
    IncidentRecord,
    JudgementRecord,
    LabelRecord,
    PlaceRecord,
    ProblemRecord,
    ReadingRecord,
    RunRecord,
)
from sayso.ledger.reviewing.labels import LabelFilter
from sayso.ledger.rows import stretch_of
from sayso.ledger.store import Store
from sayso.ledger.verifying import Altered
from sayso.ledger.writing.judging import judgement_id, opened_by
from sayso.ledger.written import reading_id, run_id

__all__ = [
    "ALL",
    "ActorFilter",
    "ActorJudgement",
    "ActorJudgementRecord",
    "ActorOrder",
    "ActorProposal",
    "ActorRecord",
    "Added",
    "Altered",
    "Appearance",
    "AttributionRecord",
    "ClaimFilter",
    "ClaimOrder",
    "ClaimRecord",
    "Counts",
    "Decision",
    "DisputeRecord",
    "DocumentFilter",
    "DocumentRecord",
    "Entry",
    "IncidentFilter",
    "IncidentOrder",
    "IncidentRecord",
    "Judgement",
    "JudgementRecord",
    "Label",
    "LabelField",
    "LabelFilter",
    "LabelRecord",
    "LabelVerdict",
    "Near",
    "Page",
    "PlaceFilter",
    "PlaceRecord",
    "ProblemRecord",
    "Pulled",
    "ReadingRecord",
    "Relation",
    "RunRecord",
    "Store",
    "Within",
    "bundle",
    "judgement_id",
    "migrate",
    "opened_by",
    "reading_id",
    "recover",
    "run_id",
    "stretch_of",
]  # fmt: skip
