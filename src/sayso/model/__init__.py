"""The nouns of sayso: frozen structs with their invariants; no input or output, no logic of any stage."""

from sayso.model.actor import Actor, ActorKind, Cast, Mention, MentionKind
from sayso.model.attribution import ArticleCommitment, Attribution, AttributionKind, Commitment, HolderCommitment, Said
from sayso.model.document import DateCandidate, Dateline, Document, LeftOut, Published
from sayso.model.event import (
    EVENT_TYPES,
    Claim,
    ClaimPlace,
    ClaimTime,
    Codes,
    Count,
    Dispute,
    DisputeField,
    DisputeHow,
    Event,
    EventType,
    Factuality,
    Toll,
)
from sayso.model.ledger import Ledger, Problem, Run
from sayso.model.parse import Name, Parse, Sentence, Token
from sayso.model.place import Place, PlaceCandidate, PlaceKind, Precision, Toponym
from sayso.model.span import Span, cover, covered
from sayso.model.tags import Tag, Tags, TriggerTag
from sayso.model.time import Anchor, TimeExpression, TimexMod, TimexType

__all__ = [
    "EVENT_TYPES",
    "Actor",
    "ActorKind",
    "Anchor",
    "ArticleCommitment",
    "Attribution",
    "AttributionKind",
    "Cast",
    "Claim",
    "ClaimPlace",
    "ClaimTime",
    "Codes",
    "Commitment",
    "Count",
    "DateCandidate",
    "Dateline",
    "Dispute",
    "DisputeField",
    "DisputeHow",
    "Document",
    "Event",
    "EventType",
    "Factuality",
    "HolderCommitment",
    "Ledger",
    "LeftOut",
    "Mention",
    "MentionKind",
    "Name",
    "Parse",
    "Place",
    "PlaceCandidate",
    "PlaceKind",
    "Precision",
    "Problem",
    "Published",
    "Run",
    "Said",
    "Sentence",
    "Span",
    "Tag",
    "Tags",
    "TimeExpression",
    "TimexMod",
    "TimexType",
    "Token",
    "Toll",
    "Toponym",
    "TriggerTag",
    "cover",
    "covered",
]  # fmt: skip
