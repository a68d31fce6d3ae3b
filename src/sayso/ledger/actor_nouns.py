"""Judgements on who is who, and what the ledger answers about them."""

from typing import Literal

from msgspec import Struct

from sayso.ledger.nouns import Author, Verdict
from sayso.ledger.records import ActorRecord

ActorAction = Literal["merge", "split", "note", "undo"]


class ActorJudgement(Struct, frozen=True):
    """Who judged that two actors are the same, or are not, when, and why. Never overwritten, only followed by another.

    action: merge (`other` is the same as `actor`, under whose id both are found from then on), split (the two that were
    merged are different), note (an opinion that moves nothing; that of a rule which is unsure is a proposal), undo (the
    judgement `undoes` counts no longer). actor, other: the ledger's ids of actors, which every re-run gives again.
    verdict: same, different, unsure. by: who ("anna", "near names 1"). at: ISO 8601, UTC. score: likeness, 0 to 1.
    """

    action: ActorAction
    by: str
    at: str
    actor: str
    other: str
    verdict: Verdict = "same"
    author: Author = "person"
    score: float | None = None
    reason: str = ""
    undoes: str | None = None


class ActorJudgementRecord(Struct, frozen=True):
    """A judgement on actors as the ledger keeps it. undone: it was taken back."""

    id: str
    judgement: ActorJudgement
    undone: bool = False


class ActorProposal(Struct, frozen=True):
    """Two actors that may be the same, as a rule proposed it. judgement: the id of the rule's note."""

    judgement: str
    a: ActorRecord
    b: ActorRecord
    score: float
    because: str
