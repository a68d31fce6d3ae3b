"""The tables of incidents: which claims belong to them, and who judged so."""

from sqlalchemy import ForeignKey, Index, UniqueConstraint

from sayso.ledger.schema.columns import FLAG, FRACTION, KEY, NUMBER, WORDS, column, identity, key, noun, table

incidents = table(
    "incidents",
    key(),
    identity("what opened it: the first claim's id, or the judgement that split it off"),
    column("opened", WORDS, "when (UTC)"),
    column("forward", KEY, "the incident that it was merged into", ForeignKey("incidents.key"), empty=True),
    column("claims", NUMBER, "its current claims"),
    column("documents", NUMBER, "the documents they come from"),
    column("day", WORDS, "the earliest first day of its claims; empty where unknown"),
    column("day_to", WORDS, "the latest last day that is known; empty where none is"),
    column("type", WORDS, "the most frequent type of its claims"),
    column("country", WORDS, "the most frequent country of its claims", empty=True),
    column("killed_low", NUMBER, "the lowest number of killed that a claim gives", empty=True),
    column("killed_high", NUMBER, "the highest", empty=True),
    column("disputed", FLAG, "1 where its claims pull apart"),
    UniqueConstraint("id"),
    Index("ix_incidents_forward", "forward"),
    Index("ix_incidents_day", "day", "key"),
    Index("ix_incidents_documents", "documents", "key"),
    Index("ix_incidents_country", "country", "day"),
    comment="A happening to which claims are judged to belong; its id lasts.",
)

memberships = table(
    "memberships",
    key(),
    column("claim", WORDS, "id of the claim"),
    column("incident", KEY, "the incident", ForeignKey("incidents.key")),
    column(
        "since", KEY, "the judgement that put it there; NULL: the reading", ForeignKey("judgements.key"), empty=True
    ),
    column(
        "until", KEY, "the judgement that took it away; NULL: it is there", ForeignKey("judgements.key"), empty=True
    ),
    Index("ix_memberships_claim", "claim"),
    Index("ix_memberships_incident", "incident"),
    comment="Which claim belongs, or belonged, to which incident, and by whose judgement.",
)

judgements = table(
    "judgements",
    key(),
    identity("the noun"),
    column("action", WORDS, "link, cut, merge, split or note"),
    column("verdict", WORDS, "same, different, unsure"),
    column("incident", WORDS, "id of the incident it is about", empty=True),
    column("other", WORDS, "id of the other incident", empty=True),
    column("by", WORDS, "who judged"),
    column("author", WORDS, "rule, model or person"),
    column("score", FRACTION, "0 to 1", empty=True),
    column("at", WORDS, "when (UTC)"),
    column("reason", WORDS, "why"),
    noun("the Judgement"),
    UniqueConstraint("id"),
    Index("ix_judgements_incident", "incident"),
    Index("ix_judgements_other", "other"),
    Index("ix_judgements_at", "at"),
    Index("ix_judgements_action", "action", "score"),
    comment="Who judged what to be one happening, when and why. Never overwritten, only followed by another.",
)
