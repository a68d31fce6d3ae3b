"""FollowTheMoney: events, actors and articles as entities, one JSON object a line, for Aleph, OpenAleph and yente.

A claim is an `Event` whose name says how its holder presents it, with the article as `proof`. Its holder is tied to it by an `UnknownLink`
with the role `says`, and so are doers and those it is done to, who are also `involved`.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Final

import msgspec

from sayso.errors import MissingExtra
from sayso.exporting.about import About
from sayso.exporting.days import stretch
from sayso.exporting.rows import REPORTED, Paper, Row, Who
from sayso.model import ActorKind

SCHEMA: Final[dict[ActorKind, str]] = {
    "person": "Person", "state": "PublicBody", "government_body": "PublicBody", "military": "PublicBody", "police": "PublicBody",
    "igo": "Organization", "coalition": "Organization", "armed_group": "Organization", "party": "Organization",
    "media": "Organization", "ngo": "Organization", "company": "Company",
}  # fmt: skip
PREFIX: Final = "sayso"

Json = dict[str, Any]


class _Entities:
    """Makes entities by FollowTheMoney's own model, each once."""

    def __init__(self, about: About) -> None:
        try:
            from followthemoney import model  # noqa: PLC0415  # of the extra `exports`
        except ImportError as error:
            raise MissingExtra("the format ftm", "followthemoney", "exports") from error
        self.model = model
        self.about = about
        self.seen: set[str] = set()

    def make(self, schema: str, *key: str, **values: object) -> Iterator[Json]:
        """The entity, unless it was made before."""
        name = entity_id(schema, *key)
        if name in self.seen:
            return
        self.seen.add(name)
        entity = self.model.make_entity(schema)
        entity.id = name
        for prop, value in values.items():
            for one in value if isinstance(value, list) else [value]:
                if one is not None:
                    entity.add(prop, one)
        yield entity.to_dict()

    def row(self, row: Row) -> Iterator[Json]:
        """The entities of a claim: article, actors, event, links."""
        yield from self._article(row.paper)
        for who in (*row.agent.who, *row.patient.who):
            yield from self._actor(who)
        days = stretch(row.when.edtf) if row.when else None
        yield from self.make(
            "Event", row.id,
            name=event_name(row),
            startDate=None if days is None else days.first,
            endDate=None if days is None else days.last,
            location=row.where.name if row.where else None,
            country=row.where.country.lower() if row.where and row.where.country else None,
            involved=[entity_id(schema_of(who), who.id) for who in (*row.agent.who, *row.patient.who)],
            summary=row.sentence.text if row.sentence else None,
            description=_description(row),
            keywords=[row.type, row.mode, row.factuality],
            recordId=row.id,
            sourceUrl=row.paper.url,
            publisher=row.paper.publisher,
            proof=entity_id("Article", row.paper.id),
        )  # fmt: skip
        yield from self._links(row)

    def _links(self, row: Row) -> Iterator[Json]:
        event = entity_id("Event", row.id)
        holder = row.voices[-1].who if row.voices else None
        parts = [("says", holder)] if holder is not None else []
        parts += [("did it", who) for who in row.agent.who] + [("had it done to", who) for who in row.patient.who]
        for role, who in parts:
            yield from self._actor(who)
            yield from self.make(
                "UnknownLink", row.id, role, who.id, subject=entity_id(schema_of(who), who.id), object=event, role=role
            )

    def _article(self, paper: Paper) -> Iterator[Json]:
        yield from self.make(
            "Article", paper.id,
            title=paper.title or paper.name,
            publisher=paper.publisher,
            sourceUrl=paper.url,
            publishedAt=paper.published.date,
            bodyText=paper.text if self.about.texts else None,
            notes=f"SHA-256 of the text: {paper.id}",
        )  # fmt: skip

    def _actor(self, who: Who) -> Iterator[Json]:
        country = who.country.lower() if who.country else None
        yield from self.make(
            schema_of(who), who.id, name=who.name, alias=[name for name in who.names if name != who.name] if who.registry else None,
            country=country, notes=f"{who.kind} in sayso" + (f", sector {who.sector}" if who.sector else ""),
        )  # fmt: skip


def entity_id(schema: str, *key: str) -> str:
    """The id of an entity: the same for the same thing in every export."""
    digest = hashlib.sha256("\0".join(key).encode()).hexdigest()
    return f"{PREFIX}-{schema.lower()}-{digest[:32]}"


def schema_of(who: Who) -> str:
    """The schema of an actor; crowds and civilians are legal entities of no special kind."""
    return SCHEMA.get(who.kind, "LegalEntity")


def event_name(row: Row) -> str:
    """The name of an event: "Denied: ASSAULT aerial, Russia > the market"."""
    kind = f"{row.type} {row.mode}" if row.mode else row.type
    presented = "" if row.factuality in REPORTED else f"{row.factuality.capitalize()}: "
    parties = [party for party in (row.agent.label, row.patient.label) if party]
    return f"{presented}{kind}" + (f", {' > '.join(parties)}" if parties else "")


def _description(row: Row) -> str:
    parts = [f"Holder: {row.holder}", f"factuality: {row.factuality}"]
    parts += [f"disputed: {one.field} {one.how} {one.other}" for one in row.contests]
    return "; ".join(parts)


def write_ftm(rows: Iterable[Row], about: About, out: BinaryIO) -> None:
    """One entity a line. Raises MissingExtra where followthemoney is not installed."""
    entities, encoder = _Entities(about), msgspec.json.Encoder()
    out.writelines(encoder.encode(entity) + b"\n" for row in rows for entity in entities.row(row))
