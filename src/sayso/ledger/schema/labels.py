"""The table of what people decide on fields of claims."""

from sqlalchemy import ForeignKey, Index, UniqueConstraint

from sayso.ledger.schema.columns import KEY, NUMBER, WORDS, column, identity, key, noun, table

labels = table(
    "labels",
    key(),
    identity("the noun"),
    column("document", KEY, "in which text", ForeignKey("documents.key")),
    column("trigger_start", NUMBER, "where the claim's trigger begins"),
    column("trigger_end", NUMBER, "where it ends"),
    column("field", WORDS, "type, agent, place, ...; claim: the claim as a whole"),
    column("verdict", WORDS, "accept, correct, reject or undo"),
    column("by", WORDS, "who decided"),
    column("at", WORDS, "when (UTC)"),
    column("undoes", WORDS, "id of the label that is taken back", empty=True),
    noun("the Label"),
    UniqueConstraint("id"),
    Index("ix_labels_document", "document"),
    Index("ix_labels_by", "by", "at"),
    Index("ix_labels_at", "at"),
    comment="What a person decided on a field of a claim, when and why. Never overwritten, only followed by another.",
)
