"""A Ledger noun as rows: every column that queries ask is made from the nouns here, and nowhere else.

Writing inserts these rows; verifying makes them again from the stored nouns and compares.
"""

from sayso.ledger.canon import content_id
from sayso.ledger.days import day_columns
from sayso.ledger.folding import fold
from sayso.ledger.written import Row, Written, digest_of, plain, reading_id
from sayso.model import Claim, Count, Event, Span, cover

SHIFT = 20
"""A reading has room for 2^20 claims; their keys follow one another."""

MOST_WORDS = 400


def child_key(reading: int, number: int) -> int:
    """The key of a reading's attribution or claim."""
    return (reading << SHIFT) + number


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
