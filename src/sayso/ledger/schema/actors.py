"""The tables of what was judged about who is who."""

from sqlalchemy import ForeignKey, Index, UniqueConstraint

from sayso.ledger.schema.columns import KEY, WORDS, column, identity, key, noun, table

actor_judgements = table(
    "actor_judgements",
    key(),
    identity("the noun"),
    column("action", WORDS, "merge, split, note or undo"),
    column("verdict", WORDS, "same, different, unsure"),
    column("actor", WORDS, "id of the actor it is about"),
    column("other", WORDS, "id of the other actor"),
    column("by", WORDS, "who judged"),
    column("author", WORDS, "rule, model or person"),
    column("at", WORDS, "when (UTC)"),
    column("undoes", WORDS, "id of the judgement that is taken back", empty=True),
    noun("the ActorJudgement"),
    UniqueConstraint("id"),
    Index("ix_actor_judgements_actor", "actor"),
    Index("ix_actor_judgements_other", "other"),
    comment="Who judged that two actors are the same or not, when and why. Never overwritten, only followed by another.",
)

actor_forwards = table(
    "actor_forwards",
    column("actor", KEY, "who was merged", ForeignKey("actors.key"), primary=True),
    column("forward", KEY, "under whom it is found", ForeignKey("actors.key")),
    Index("ix_actor_forwards_forward", "forward"),
    comment="Actors that judgements merged into others; made from the judgements.",
)
