"""A Ledger noun as rows: every column that queries ask is made from the nouns here, and nowhere else.

Writing inserts these rows; verifying makes them again from the stored nouns and compares.
"""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from sayso.ledger.canon import content_id, dumps, encoded, lean
from sayso.ledger.days import day_columns
from sayso.ledger.folding import fold
from sayso.ledger.nouns import Appearance
from sayso.model import Actor, Attribution, Claim, ClaimPlace, Count, Document, Event, Ledger, Place, Run, Span, cover

Row: TypeAlias = dict[str, Any]

SHIFT = 20
"""A reading has room for 2^20 claims; their keys follow one another."""

MOST_WORDS = 400


def child_key(reading: int, number: int) -> int:
    """The key of a reading's attribution or claim."""
    return (reading << SHIFT) + number


def plain(text: str | None) -> str | None:
    """The text as every database takes it: NUL and halves of surrogate pairs become U+FFFD. The noun keeps them."""
    if text is None or (text.isprintable() and text.isascii()):
        return text
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def run_id(run: Run) -> str:
    """The ledger's id of a run."""
    return content_id("run", run)


def given_of(document: Document) -> list[str | None]:
    """What was given beside the text and changes its reading: the same before the reading and after it."""
    published = document.published
    given = published.how == "given" or (published.how == "read" and not published.evidence)
    return [published.edtf if given else None, document.title]


def reading_id(document: Document, run: Run) -> str:
    """The ledger's id of the reading of a document by a run."""
    return content_id("reading", document.id, run_id(run), given_of(document))


def appearance_of(document: Document) -> Appearance:
    """The appearance that a Document itself tells of."""
    return Appearance(
        doc=document.doc,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        published=given_of(document)[0],
        bytes_hash=document.bytes_hash,
    )


def actor_identity(actor: Actor) -> tuple[str, Row]:
    """The id of an actor across documents, and its columns."""
    code = actor.registry or actor.id
    columns = {
        "code": plain(code),
        "kind": actor.kind,
        "country": actor.country,
        "sector": actor.sector,
        "registry": actor.registry,
    }
    return content_id("actor", code, actor.kind, actor.country, actor.sector, actor.registry), columns


def place_identity(place: Place) -> tuple[str, Row]:
    """The id of a place, and its columns."""
    return content_id("place", place), {
        "name": plain(place.name),
        "folded": fold(place.name),
        "kind": place.kind,
        "precision": place.precision,
        "geonameid": place.geonameid,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "admin1": plain(place.admin1),
        "noun": dumps(place),
    }


UNHASHED: Final = frozenset({"id", "incident", "confidence", "because", "codes"})
"""Fields of a claim, its event or an attribution that do not tell it apart: local ids, sureness, and what follows."""


class Written:
    """A Ledger noun with what its nouns refer to written out, so that their ids do not hang on local ids."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.document = ledger.document
        self.actors = {actor.id: actor_identity(actor)[0] for actor in ledger.cast.actors}
        self.places = {one.id: place_identity(one.place)[0] for one in ledger.places if one.place is not None}
        self.toponyms = {one.id: one for one in ledger.places}
        self.attributions: dict[str, str] = {}
        self._nouns = {one.id: one for one in ledger.attributions}
        self._lean_attributions = {one.id: lean(one) for one in ledger.attributions}
        self._lean_claims = {one.id: lean(one) for one in ledger.claims}
        self.nouns: dict[str, list[str]] = {
            "document": [dumps(bare(ledger.document))],
            "run": [dumps(ledger.run)],
            "actors": [dumps(one) for one in ledger.cast.actors],
            "mentions": [dumps(ledger.cast.mentions)],
            "places": [dumps(one) for one in ledger.places],
            "times": [dumps(one) for one in ledger.times],
            "attributions": [encoded(self._lean_attributions[one.id]).decode() for one in ledger.attributions],
            "claims": [encoded(self._lean_claims[one.id]).decode() for one in ledger.claims],
            "disputes": [dumps(one) for one in ledger.disputes],
        }
        for one in ledger.attributions:
            self._attribution_id(one, ())
        seen: dict[str, int] = {}
        self.claims: dict[str, str] = {}
        for claim in ledger.claims:
            meaning = self._meaning(claim)
            first = content_id("claim", self.document.id, meaning)
            seen[first] = seen.get(first, 0) + 1
            self.claims[claim.id] = (
                first if seen[first] == 1 else content_id("claim", self.document.id, meaning, seen[first])
            )

    def holder(self, claim: Claim) -> Attribution | None:
        """The attribution of the one who holds a claim; None for the article's own voice."""
        return None if claim.holder is None else self._nouns.get(claim.holder)

    def _attribution_id(self, one: Attribution, inside: tuple[str, ...]) -> str:
        if one.id not in self.attributions:
            parent = None if one.parent is None or one.parent in inside else self._nouns.get(one.parent)
            kept = self._lean_attributions[one.id]
            fields = {name: value for name, value in kept.items() if name not in UNHASHED}
            fields["source_actor"] = self._actor(one.source_actor)
            fields["parent"] = None if parent is None else self._attribution_id(parent, (*inside, one.id))
            if one.said is not None:
                fields["said"] = [one.said.edtf, self._place(one.said.place)]
            self.attributions[one.id] = content_id("attribution", self.document.id, fields)
        return self.attributions[one.id]

    def _meaning(self, claim: Claim) -> Row:
        kept = self._lean_claims[claim.id]
        fields: Row = {name: value for name, value in kept.items() if name not in UNHASHED}
        fields["event"] = {name: value for name, value in kept["event"].items() if name not in UNHASHED}
        fields["holder"] = None if claim.holder is None else self.attributions.get(claim.holder, claim.holder)
        for name in ("agent_actor", "patient_actor"):
            fields[name] = [self._actor(one) for one in getattr(claim, name)]
        fields["place"] = None if claim.place is None else self._claim_place(claim.place)
        fields["places"] = [self._claim_place(place) for place in claim.places]
        return fields

    def _claim_place(self, where: ClaimPlace) -> list[Any]:
        return [lean(where.span), self._place(where.place)]

    def _actor(self, local: str | None) -> str | None:
        return None if local is None else self.actors.get(local, local)

    def _place(self, local: str | None) -> Any:
        if local is None:
            return None
        if local in self.places:
            return self.places[local]
        toponym = self.toponyms.get(local)
        return local if toponym is None else [toponym.name, lean(toponym.span)]

    def first_claims(self) -> Iterator[tuple[str, list[Claim]]]:
        """The reading's incidents: the id that each has when it is new, and its claims.

        A claim that the reading puts into none is one by itself.
        """
        groups: dict[str, list[Claim]] = {}
        for claim in self.ledger.claims:
            groups.setdefault(claim.incident if claim.incident is not None else f"\0{claim.id}", []).append(claim)
        for group in groups.values():
            yield content_id("incident", min(self.claims[claim.id] for claim in group)), group


def bare(document: Document) -> Document:
    """The document without its text."""
    return Document(**{name: getattr(document, name) for name in document.__struct_fields__ if name != "text"}, text="")


def digest_of(written: Written) -> str:
    """SHA-256 (hex) over the nouns of a reading."""
    return content_id("nouns", [[kind, *nouns] for kind, nouns in written.nouns.items()])


def reading_row(written: Written) -> Row:
    """The columns of a reading, but for its keys and whether it counts."""
    ledger, document = written.ledger, written.document
    return {
        "id": reading_id(document, ledger.run),
        "digest": digest_of(written),
        "doc": plain(document.doc),
        "title": plain(document.title),
        "publisher": plain(document.publisher),
        "url": plain(document.url),
        "published": document.published.edtf,
        "published_day": day_columns(document.published.edtf)[0],
        "claims": len(ledger.claims),
        "mentions": written.nouns["mentions"][0],
        "noun": written.nouns["document"][0],
    }


def attribution_rows(written: Written, reading: int, actors: dict[str, int]) -> list[Row]:
    """The rows of a reading's attributions. actors: keys by local id."""
    numbers = {one.id: number for number, one in enumerate(written.ledger.attributions)}
    return [
        {
            "key": child_key(reading, number),
            "id": written.attributions[one.id],
            "reading": reading,
            "number": number,
            "local": one.id,
            "kind": one.kind,
            "cue_class": one.cue_class,
            "source_actor": None if one.source_actor is None else actors.get(one.source_actor),
            "parent": child_key(reading, numbers[one.parent]) if one.parent in numbers else None,
            "said": None if one.said is None else one.said.edtf,
            "confidence": one.confidence,
            "noun": written.nouns["attributions"][number],
        }
        for number, one in enumerate(written.ledger.attributions)
    ]


class Keys:
    """The key of a reading, and those of the actors and places that it refers to, by local id."""

    def __init__(self, reading: int, actors: dict[str, int], places: dict[str, int]) -> None:
        self.reading = reading
        self.actors = actors
        self.places = places


def claim_rows(written: Written, keys: Keys) -> list[Row]:
    """The rows of a reading's claims, but for `current`, `incident` and `disputed`, which others' words decide."""
    ledger = written.ledger
    numbers = {one.id: number for number, one in enumerate(ledger.attributions)}
    speakers = {one.id: one.source_actor for one in ledger.attributions}
    published_day = day_columns(ledger.document.published.edtf)[0]
    return [
        {
            "key": child_key(keys.reading, number),
            "id": written.claims[claim.id],
            "reading": keys.reading,
            "number": number,
            "local": claim.id,
            "holder": child_key(keys.reading, numbers[claim.holder]) if claim.holder in numbers else None,
            "holder_actor": keys.actors.get(speakers.get(claim.holder or "") or ""),
            **_place_columns(written, claim, keys.places),
            **_event_columns(claim),
            "published_day": published_day,
            "publisher": plain(ledger.document.publisher),
            "words": plain(words_of(claim, ledger.document.text)),
            "noun": written.nouns["claims"][number],
        }
        for number, claim in enumerate(ledger.claims)
    ]


def _place_columns(written: Written, claim: Claim, places: dict[str, int]) -> Row:
    toponym = None if claim.place is None else written.toponyms.get(claim.place.place)
    place = None if toponym is None else toponym.where
    return {
        "place": None if claim.place is None else places.get(claim.place.place),
        "country": None if place is None else place.country,
    }


def _event_columns(claim: Claim) -> Row:
    event = claim.event
    edtf = None if claim.time is None else claim.time.edtf
    first, last = day_columns(edtf)
    killed, injured = event.toll.killed or Count(None, None), event.toll.injured or Count(None, None)
    return {
        "type": event.type,
        "mode": event.mode,
        "factuality": event.factuality,
        "edtf": edtf,
        "day": first,
        "day_to": last,
        "killed_low": killed.low,
        "killed_high": killed.high,
        "injured_low": injured.low,
        "injured_high": injured.high,
        "confidence": event.confidence,
    }


def words_of(claim: Claim, text: str) -> str:
    """The stretch of the text from the first to the last of the event's own words, cut after MOST_WORDS characters."""
    return " ".join(stretch_of(claim).words(text).split())[:MOST_WORDS]


def stretch_of(claim: Claim) -> Span:
    """The stretch of the text from the first to the last of the event's own words."""
    return cover(_spans(claim.event))


def _spans(event: Event) -> list[Span]:
    near = [
        span
        for span in (*event.agent, *event.patient, *event.instrument, *event.toll.evidence)
        if span.distance(event.trigger) < MOST_WORDS
    ]
    return [event.trigger, *near]


def participant_rows(written: Written, keys: Keys) -> list[Row]:
    """Who acts and who is acted on in a reading's claims."""
    found: list[Row] = []
    for number, claim in enumerate(written.ledger.claims):
        day = _event_columns(claim)["day"]
        for role, locals_ in (("agent", claim.agent_actor), ("patient", claim.patient_actor)):
            acting = sorted({keys.actors[one] for one in locals_ if one in keys.actors})
            row = {"claim": child_key(keys.reading, number), "role": role, "day": day}
            found += [{**row, "actor": actor} for actor in acting]
    return found


def claim_place_rows(written: Written, keys: Keys) -> list[Row]:
    """Every place of a reading's claims."""
    return [
        {"claim": child_key(keys.reading, number), "place": place}
        for number, claim in enumerate(written.ledger.claims)
        for place in sorted(
            {keys.places[one.place] for one in (claim.place, *claim.places) if one and one.place in keys.places}
        )
    ]


def dispute_rows(written: Written, reading: int) -> list[Row]:
    """The disputes that a reading found within its article."""
    return [
        {
            "id": content_id("dispute", written.claims[one.a], written.claims[one.b], one.field, one.how, one.note),
            "reading": reading,
            "number": number,
            "field": one.field,
            "how": one.how,
            "a": written.claims[one.a],
            "b": written.claims[one.b],
            "note": plain(one.note),
            "noun": written.nouns["disputes"][number],
        }
        for number, one in enumerate(written.ledger.disputes)
        if one.a in written.claims and one.b in written.claims
    ]


def search_words(claim: Claim, written: Written) -> str:
    """What a search over claims looks in: the claim's words, who says so, and where."""
    text = written.document.text
    holder = written.holder(claim)
    spans = [] if holder is None else list(holder.source)
    if claim.place is not None and claim.place.span is not None:
        spans.append(claim.place.span)
    return fold(" ".join([words_of(claim, text), *(span.words(text) for span in spans)]))
