"""Tables of texts and of what read them: documents, appearances, relations, runs, readings, problems, feeds."""

from sqlalchemy import ForeignKey, Index, UniqueConstraint

from sayso.ledger.schema.columns import BYTES, FLAG, FRACTION, KEY, NUMBER, WORDS, column, identity, key, noun, table

documents = table(
    "documents",
    key(),
    identity("the text's UTF-8 bytes"),
    column("text", WORDS, "the text, to the character; NULL once it is forgotten", empty=True),
    column("escaped", FLAG, "1 where the text is kept as a JSON string, because it has characters no database takes"),
    column("characters", NUMBER, "length of the text in characters"),
    column("language", WORDS, "ISO 639-1", empty=True),
    column("forgotten", WORDS, "when the text was forgotten (UTC); NULL while it is here", empty=True),
    column("because", WORDS, "why it was forgotten", empty=True),
    UniqueConstraint("id"),
    comment="A text, once, however often it appeared. A forgotten one stays as a tombstone.",
)

appearances = table(
    "appearances",
    key(),
    identity("the document's id and the noun"),
    column("document", KEY, "the text that appeared", ForeignKey("documents.key")),
    column("doc", WORDS, "the caller's name of it: a path, an address, a number"),
    column("title", WORDS, "its headline", empty=True),
    column("publisher", WORDS, "the outlet", empty=True),
    column("url", WORDS, "its address", empty=True),
    column("published", WORDS, "EDTF date of publication as given or as read off the page", empty=True),
    column("bytes_hash", WORDS, "SHA-256 (hex) of the bytes it was read from", empty=True),
    column("licence", WORDS, "the licence of the text, as the source gives it", empty=True),
    noun("the Appearance"),
    UniqueConstraint("id"),
    Index("ix_appearances_document", "document"),
    Index("ix_appearances_url", "url"),
    Index("ix_appearances_doc", "doc"),
    comment="Where and when a text appeared: a file, an address, a line of an archive.",
)

originals = table(
    "originals",
    column("bytes_hash", WORDS, "SHA-256 (hex) of the bytes, unpacked", primary=True),
    column("media_type", WORDS, "such as text/html", empty=True),
    column("packed", BYTES, "the bytes, packed with zlib"),
    comment="The bytes that texts were read from, where they are kept.",
)

relations = table(
    "relations",
    key(),
    identity("the noun"),
    column("document", KEY, "the later text", ForeignKey("documents.key")),
    column("other", KEY, "the text it comes from", ForeignKey("documents.key")),
    column("kind", WORDS, "copy or version"),
    column("score", FRACTION, "likeness, 0 to 1"),
    noun("the Relation"),
    UniqueConstraint("id"),
    Index("ix_relations_document", "document"),
    Index("ix_relations_other", "other"),
    comment="A text that is a copy or another version of another.",
)

signatures = table(
    "signatures",
    column("document", KEY, "the text", ForeignKey("documents.key"), primary=True),
    column("signature", BYTES, "its MinHash values"),
    comment="What near duplicates of a text are recognised by.",
)

bands = table(
    "bands",
    column("band", NUMBER, "hash of one band of a signature", primary=True),
    column("document", KEY, "the text", ForeignKey("documents.key"), primary=True),
    Index("ix_bands_document", "document"),
    comment="Texts that share a band are candidates for near duplicates.",
)

runs = table(
    "runs",
    key("the order in which versions were first used here"),
    identity("the noun"),
    column("sayso", WORDS, "version of sayso"),
    column("model", WORDS, "tagger and parser, with their versions"),
    column("settings", WORDS, "SHA-256 (hex) of the settings"),
    column("at", WORDS, "when it was first used here (UTC)"),
    noun("the Run"),
    UniqueConstraint("id"),
    comment="What produced readings: version, weights, settings.",
)

readings = table(
    "readings",
    key(),
    identity("the document's and the run's ids and what was given beside the text"),
    column("run", KEY, "what read it", ForeignKey("runs.key")),
    column("document", KEY, "what was read", ForeignKey("documents.key")),
    column("current", FLAG, "1 for the reading of the document that counts: of the newest version"),
    column("digest", WORDS, "SHA-256 (hex) over the nouns of this reading"),
    column("doc", WORDS, "the caller's name of the document"),
    column("title", WORDS, "its headline", empty=True),
    column("publisher", WORDS, "the outlet", empty=True),
    column("url", WORDS, "its address", empty=True),
    column("published", WORDS, "EDTF date of publication", empty=True),
    column("published_day", WORDS, "its first day as YYYY-MM-DD; empty where unknown"),
    column("claims", NUMBER, "how many claims were read"),
    column("mentions", WORDS, "who is named by which words: the Mentions as JSON"),
    noun("the Document, without its text,"),
    UniqueConstraint("id"),
    Index("ix_readings_document", "document"),
    Index("ix_readings_run", "run"),
    Index("ix_readings_published_day", "published_day", "key"),
    Index("ix_readings_publisher", "publisher", "published_day"),
    comment="One document as read by one run.",
)

problems = table(
    "problems",
    key(),
    identity("the noun"),
    column("doc", WORDS, "the caller's name of the document, where one is known", empty=True),
    column("cause", WORDS, "what went wrong"),
    column("place", WORDS, "in which file, line or stage"),
    column("source", WORDS, "the file or address to try again", empty=True),
    column("at", WORDS, "when it was last met (UTC)"),
    column("tries", NUMBER, "how often it was met"),
    column("solved", WORDS, "when it went away (UTC); NULL while it stands", empty=True),
    noun("the Problem"),
    UniqueConstraint("id"),
    Index("ix_problems_doc", "doc"),
    Index("ix_problems_source", "source"),
    comment="Documents that could not be read, with their causes.",
)

feeds = table(
    "feeds",
    column("url", WORDS, "the feed's address", primary=True),
    column("etag", WORDS, "ETag of the last answer", empty=True),
    column("modified", WORDS, "Last-Modified of the last answer", empty=True),
    column("at", WORDS, "when it was last fetched (UTC)"),
    comment="Feeds that were fetched, for conditional requests.",
)

log = table(
    "log",
    column("number", KEY, "1, 2, 3, ... without a gap", primary=True),
    column("at", WORDS, "when (UTC)"),
    column("kind", WORDS, "what was done"),
    column("subject", WORDS, "the id of what it was done to"),
    column("digest", WORDS, "SHA-256 (hex) of the subject's content then"),
    column("detail", WORDS, "more, as JSON"),
    column("previous", WORDS, "the hash of the entry before; empty for the first"),
    column("hash", WORDS, "SHA-256 (hex) of this entry with the hash before it"),
    Index("ix_log_subject", "subject"),
    Index("ix_log_at", "at"),
    comment="The custody log: append-only, each entry chained to the one before by its hash.",
)
