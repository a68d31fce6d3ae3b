"""The tables of what was read: actors, places, times, attributions, claims, disputes."""

from typing import Final

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text

from sayso.ledger.schema.columns import FLAG, FRACTION, KEY, NUMBER, WORDS, column, identity, key, noun, table

CURRENT = text("current = 1")
DISPUTED = text("current = 1 AND disputed = 1")
LOTS: Final = (64, 8)
"""One claim in so many is in an index of its own, with what is counted and filtered: by these, many claims are estimated."""

PRIME: Final = 999_983
"""Keys modulo a prime fall evenly, though they follow one another within an article."""


def lot(step: int) -> str:
    """The condition that a claim counts and is one of those drawn, of which there is one in `step`."""
    return f"current = 1 AND key % {PRIME} % {step} = 0"


actors = table(
    "actors",
    key(),
    identity("code, kind, country, sector and registry entry"),
    column("code", WORDS, "the registry's id, or the slug that the text's own name gives"),
    column("kind", WORDS, "state, armed_group, person, ..."),
    column("country", WORDS, "ISO 3166 alpha-2", empty=True),
    column("sector", WORDS, "PLOVER sector", empty=True),
    column("registry", WORDS, "id of the registry entry; NULL where the texts alone know it", empty=True),
    column("documents", NUMBER, "current readings that name it"),
    column("claims", NUMBER, "current claims in which it acts, is acted on or speaks"),
    UniqueConstraint("id"),
    Index("ix_actors_code", "code"),
    Index("ix_actors_claims", "claims", "key"),
    Index("ix_actors_documents", "documents", "key"),
    comment="Someone who acts, speaks or is acted on, across documents.",
)

actor_names = table(
    "actor_names",
    column("actor", KEY, "who", ForeignKey("actors.key"), primary=True),
    column("name", WORDS, "a surface form", primary=True),
    column("folded", WORDS, "the name in lower case without accents"),
    column("uses", NUMBER, "current readings that use it"),
    Index("ix_actor_names_folded", "folded"),
    comment="What the texts call an actor.",
)

cast_members = table(
    "cast_members",
    column("reading", KEY, "where", ForeignKey("readings.key"), primary=True),
    column("number", NUMBER, "place in the cast, from 0", primary=True),
    column("actor", KEY, "who", ForeignKey("actors.key")),
    column("local", WORDS, "its id within the reading"),
    noun("the Actor"),
    Index("ix_cast_members_actor", "actor"),
    comment="An actor as one reading knows it.",
)

places = table(
    "places",
    key(),
    identity("the noun"),
    column("name", WORDS, "the gazetteer's name"),
    column("folded", WORDS, "the name in lower case without accents"),
    column("kind", WORDS, "city, admin1, country, ..."),
    column("precision", WORDS, "exact, town, district, province, country, region"),
    column("geonameid", NUMBER, "GeoNames id", empty=True),
    column("lat", FRACTION, "WGS 84 degrees", empty=True),
    column("lon", FRACTION, "WGS 84 degrees", empty=True),
    column("country", WORDS, "ISO 3166 alpha-2", empty=True),
    column("admin1", WORDS, "first-level division", empty=True),
    column("documents", NUMBER, "current readings that name it"),
    column("claims", NUMBER, "current claims that are put there"),
    noun("the Place"),
    UniqueConstraint("id"),
    Index("ix_places_folded", "folded"),
    Index("ix_places_geonameid", "geonameid"),
    Index("ix_places_country", "country", "claims"),
    Index("ix_places_lat", "lat", "lon"),
    Index("ix_places_claims", "claims", "key"),
    Index("ix_places_documents", "documents", "key"),
    comment="An entry of the gazetteer that a text names.",
)

toponyms = table(
    "toponyms",
    column("reading", KEY, "where", ForeignKey("readings.key"), primary=True),
    column("number", NUMBER, "place in the order of the text, from 0", primary=True),
    column("local", WORDS, "its id within the reading"),
    column(
        "place",
        KEY,
        "where it is: the part or town that the words tell, else the place",
        ForeignKey("places.key"),
        empty=True,
    ),
    noun("the Toponym"),
    Index("ix_toponyms_place", "place"),
    comment="Words that name a place.",
)

times = table(
    "times",
    column("reading", KEY, "where", ForeignKey("readings.key"), primary=True),
    column("number", NUMBER, "place in the order of the text, from 0", primary=True),
    column("type", WORDS, "DATE, TIME, DURATION, SET"),
    column("value", WORDS, "TIMEX3 value"),
    column("edtf", WORDS, "EDTF date or interval", empty=True),
    noun("the TimeExpression"),
    comment="Words that tell a time.",
)

attributions = table(
    "attributions",
    key("the reading's key times 2^20, and the number"),
    identity("the document's id and the noun, what it refers to written out"),
    column("reading", KEY, "where", ForeignKey("readings.key")),
    column("number", NUMBER, "place in the order of the text, from 0"),
    column("local", WORDS, "its id within the reading"),
    column("kind", WORDS, "direct, indirect, mixed"),
    column("cue_class", WORDS, "says, claims, denies, ...", empty=True),
    column("source_actor", KEY, "who speaks", ForeignKey("actors.key"), empty=True),
    column("parent", KEY, "the attribution it stands in", ForeignKey("attributions.key"), empty=True),
    column("said", WORDS, "EDTF day of speech", empty=True),
    column("confidence", FRACTION, "0 to 1"),
    noun("the Attribution"),
    Index("ix_attributions_id", "id"),
    Index("ix_attributions_reading", "reading"),
    Index("ix_attributions_source_actor", "source_actor"),
    comment="Someone is made responsible for a content.",
)

claims = table(
    "claims",
    key("the reading's key times 2^20, and the number"),
    identity("the document's id and the noun, what it refers to written out, without confidence and incident"),
    column("reading", KEY, "where", ForeignKey("readings.key")),
    column("number", NUMBER, "place in the order of the text, from 0"),
    column("local", WORDS, "its id within the reading"),
    column("current", FLAG, "1 in the reading that counts"),
    column("type", WORDS, "the codebook's type"),
    column("mode", WORDS, "the codebook's mode", empty=True),
    column("factuality", WORDS, "as its holder presents it"),
    column("holder", KEY, "who says so; NULL is the article's voice", ForeignKey("attributions.key"), empty=True),
    column("holder_actor", KEY, "the actor who says so", ForeignKey("actors.key"), empty=True),
    column("place", KEY, "where it is put", ForeignKey("places.key"), empty=True),
    column("country", WORDS, "ISO 3166 alpha-2 of the place", empty=True),
    column("edtf", WORDS, "EDTF date or interval", empty=True),
    column("day", WORDS, "its first day as YYYY-MM-DD; empty where unknown"),
    column("day_to", WORDS, "its last day; 9999-12-31 where open, empty where unknown"),
    column("published_day", WORDS, "first day of the document's publication; empty where unknown"),
    column("publisher", WORDS, "the outlet", empty=True),
    column("killed_low", NUMBER, "at least so many killed", empty=True),
    column("killed_high", NUMBER, "at most so many killed", empty=True),
    column("injured_low", NUMBER, "at least so many injured", empty=True),
    column("injured_high", NUMBER, "at most so many injured", empty=True),
    column("confidence", FRACTION, "0 to 1"),
    column("incident", KEY, "the happening it is judged to belong to", ForeignKey("incidents.key"), empty=True),
    column("disputed", FLAG, "1 where another claim pulls against it"),
    column("words", WORDS, "the stretch of text that tells it, cut after 400 characters"),
    noun("the Claim"),
    Index("ix_claims_id", "id"),
    Index("ix_claims_reading", "reading"),
    Index("ix_claims_day", "day", "key", sqlite_where=CURRENT, postgresql_where=CURRENT),
    Index("ix_claims_published_day", "published_day", "key", sqlite_where=CURRENT, postgresql_where=CURRENT),
    Index("ix_claims_type", "type", "day", "key", sqlite_where=CURRENT, postgresql_where=CURRENT),
    Index("ix_claims_mode", "mode", "day", "key", sqlite_where=CURRENT, postgresql_where=CURRENT),
    Index("ix_claims_factuality", "factuality", "day", "key", sqlite_where=CURRENT, postgresql_where=CURRENT),
    Index("ix_claims_country", "country", "day", "key", sqlite_where=CURRENT, postgresql_where=CURRENT),
    Index("ix_claims_place", "place", "day", "key", sqlite_where=CURRENT, postgresql_where=CURRENT),
    Index("ix_claims_holder_actor", "holder_actor", "day", "key", sqlite_where=CURRENT, postgresql_where=CURRENT),
    Index("ix_claims_publisher", "publisher", "day", "key", sqlite_where=CURRENT, postgresql_where=CURRENT),
    Index("ix_claims_killed_low", "killed_low", "key", sqlite_where=CURRENT, postgresql_where=CURRENT),
    Index("ix_claims_confidence", "confidence", "key", sqlite_where=CURRENT, postgresql_where=CURRENT),
    Index("ix_claims_incident", "incident", sqlite_where=CURRENT, postgresql_where=CURRENT),
    *(
        Index(
            f"ix_claims_lot{step}",
            "day",
            "day_to",
            "edtf",
            "type",
            "mode",
            "factuality",
            "country",
            "place",
            "publisher",
            "published_day",
            "holder",
            "holder_actor",
            "killed_low",
            "killed_high",
            "confidence",
            "disputed",
            "incident",
            "reading",
            sqlite_where=text(lot(step)),
            postgresql_where=text(lot(step)),
        )
        for step in LOTS
    ),
    Index("ix_claims_disputed", "day", "key", sqlite_where=DISPUTED, postgresql_where=DISPUTED),
    comment="An event, how its holder presents it, and who the holder is: the atom of the ledger.",
)

participants = table(
    "participants",
    column("claim", KEY, "in which claim", ForeignKey("claims.key"), primary=True),
    column("role", WORDS, "agent or patient", primary=True),
    column("actor", KEY, "who", ForeignKey("actors.key"), primary=True),
    column("day", WORDS, "the claim's day"),
    Index("ix_participants_actor", "actor", "role", "day", "claim"),
    comment="Who acts and who is acted on.",
)

claim_places = table(
    "claim_places",
    column("claim", KEY, "which claim", ForeignKey("claims.key"), primary=True),
    column("place", KEY, "where", ForeignKey("places.key"), primary=True),
    Index("ix_claim_places_place", "place"),
    comment="Every place of a claim, the first and the others.",
)

disputes = table(
    "disputes",
    key(),
    identity("the two claims' ids, field, how and note"),
    column("reading", KEY, "the reading that found it; NULL across documents", ForeignKey("readings.key"), empty=True),
    column("number", NUMBER, "place in the order of the reading, from 0", empty=True),
    column("field", WORDS, "on what the two pull apart"),
    column("how", WORDS, "contradicts, denies, differs"),
    column("a", WORDS, "id of one claim"),
    column("b", WORDS, "id of the other"),
    column("note", WORDS, "in words"),
    noun("the Dispute"),
    Index("ix_disputes_reading", "reading"),
    Index("ix_disputes_a", "a"),
    Index("ix_disputes_b", "b"),
    comment="A field on which two claims pull apart.",
)
