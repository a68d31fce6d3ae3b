"""PLOVER JSON (draft 2.0): one record a line, one claim a record.

Where PLOVER's manual places an event elsewhere than sayso's codebook (release, access, resignation under RETREAT; convictions
under SANCTION), the record follows the manual. What is not reported as happened says so in `comment`.
"""

from collections.abc import Iterable
from typing import BinaryIO, Final

import msgspec

from sayso.exporting.about import About
from sayso.exporting.codes import plover_sector, plover_type, quad_code
from sayso.exporting.countries import country
from sayso.exporting.days import stretch
from sayso.exporting.rows import REPORTED, Row, Where, Who
from sayso.model import Precision

Json = dict[str, object]

# PLOVER's own scale: 1 the exact place ... 5 the country or wider.
RESOLUTION: Final[dict[Precision, int]] = {
    "exact": 1, "town": 2, "district": 3, "province": 4, "country": 5, "region": 5,
}  # fmt: skip
FEATURE_CLASS: Final = {
    "city": "P", "admin1": "A", "admin2": "A", "country": "A", "region": "L", "facility": "S", "water": "H", "other": "L",
}  # fmt: skip
FEATURE_CODE: Final = {"admin1": "ADM1", "admin2": "ADM2", "country": "PCLI", "city": "PPL"}
# Records of no state or organisation of states have their kind for a code.
CODE_OF_KIND: Final = {"igo": "IGO", "ngo": "NGO"}

FIELDS: Final[dict[str, str]] = {
    "id": "id of the row in the ledger",
    "has_event": "whether it is reported as happened or ongoing; false for what is denied, planned, possible, demanded or hypothetical",
    "date": "first day of the time told, or the known end of an open one; the day of publication where the claim tells no time, and `comment` says so; empty where that is not known either",
    "enddate": "last day, where it is another one",
    "actor": "who did it, a list of entities; an entity of the code UNK where nobody is named",
    "recipient": "to whom, a list of entities",
    "event": "one type, by PLOVER's manual",
    "event_loc": "where",
    "event_text": "the trigger",
    "quad_code": "1 verbal and 2 material cooperation, 3 verbal and 4 material conflict",
    "mode": "mode of sayso's codebook",
    "context": "PLOVER contexts",
    "size": "`dead`, `injured`, `arrested`: the lower end of the number told, or the upper where there is no lower",
    "link": "web address of the article",
    "text": "the sentence of the trigger, shortened; the whole text where texts were asked for",
    "text_info": "`start` and `end` of the trigger in the article's text; `text_story` is its SHA-256",
    "cite_info": "outlet, headline, language, codebook and version",
    "coder": "the run that read it",
    "comment": "holder, factuality, disputes, policy",
}
ENTITY_FIELDS: Final[dict[str, str]] = {
    "code": "ISO 3166 alpha-3 of the actor's country; IGO and NGO; UNK where none is known",
    "sector": "PLOVER's sector",
    "entity_text": "the actor's name",
    "identifier_id": "the actor's id in the registry",
    "identifier_text": "`sayso` with an identifier_id",
}


def record(row: Row, about: About) -> Json:
    """The record of one row; fields that are not told are left out, as PLOVER does."""
    event = plover_type(row.type, row.mode)
    days = stretch(row.when.edtf) if row.when else None
    day = None if days is None else days.first or days.last
    published = row.paper.published.date
    return _told(
        {
            "id": row.id,
            "has_event": row.factuality in REPORTED,
            "date": day or published or "",
            "enddate": days.last if days is not None and days.last != day else None,
            "actor": [_entity(who) for who in row.agent.who] or [{"code": "UNK", **_named(row.agent.label)}],
            "recipient": [_entity(who) for who in row.patient.who] or ([_named(row.patient.label)] if row.patient.label else None),
            "event": [event],
            "event_loc": _location(row.where) if row.where else None,
            "event_text": [row.trigger.text] if row.trigger and row.trigger.text else None,
            "quad_code": quad_code(event),
            "mode": [row.mode] if row.mode else None,
            "context": list(row.context) or None,
            "size": _size(row),
            "link": row.paper.url,
            "text": row.paper.text if about.texts else (row.sentence.text if row.sentence else None),
            "text_info": _told(
                {
                    "start": row.trigger.span.start if row.trigger else None,
                    "end": row.trigger.span.end if row.trigger else None,
                    "text_story": row.paper.id,
                }
            ),
            "cite_info": _told(
                {
                    "title": row.paper.title,
                    "publication": row.paper.publisher or row.paper.agency,
                    "url": row.paper.url,
                    "language": row.paper.language,
                    "codebook": "sayso, after PLOVER draft 2.0",
                    "version": about.sayso,
                }
            ),
            "coder": row.run,
            "comment": _comment(row, dated=day is not None, published=published),
        }
    )  # fmt: skip


def _told(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if value is not None}


def _named(label: str | None) -> Json:
    return {} if label is None else {"entity_text": label}


def _entity(who: Who) -> Json:
    found = country(who.country)
    return _told(
        {
            "code": CODE_OF_KIND.get(who.kind) or (found.alpha3 if found else "UNK"),
            "sector": plover_sector(who),
            "entity_text": who.name,
            "identifier_id": who.registry,
            "identifier_text": "sayso" if who.registry else None,
        }
    )


def _location(where: Where) -> Json:
    found = country(where.country)
    return _told(
        {
            "extracted_place": where.words.text if where.words else None,
            "resolved_place": where.name,
            "geonameid": None if where.geonameid is None else str(where.geonameid),
            "lat": where.lat,
            "lon": where.lon,
            "city": where.name if where.kind == "city" else None,
            "district": where.name if where.kind == "admin2" else None,
            "province": where.name if where.kind == "admin1" else where.admin1,
            "country": found.name if found else None,
            "country_code": found.alpha3 if found else None,
            "feature_class": FEATURE_CLASS.get(where.kind or ""),
            "feature_code": FEATURE_CODE.get(where.kind or ""),
            "resolution": None if where.precision is None else RESOLUTION[where.precision],
        }
    )


def _size(row: Row) -> Json | None:
    toll = row.toll
    counts = {"dead": toll.killed, "injured": toll.injured, "arrested": toll.detained}
    told: Json = {
        name: count.low if count.low is not None else count.high for name, count in counts.items() if count is not None
    }
    return told or None


def _comment(row: Row, *, dated: bool, published: str | None) -> str:
    parts = [f"holder: {row.holder}" if row.merged is None else f"holders: {'; '.join(row.merged.holders)}"]
    if row.merged is not None:
        parts.append(f"policy: {row.merged.policy}")
    if row.factuality not in REPORTED:
        parts.append(f"not reported as happened: {row.factuality}")
    else:
        parts.append(f"factuality: {row.factuality}")
    parts += [f"disputed: {one.field} {one.how} {one.other}" for one in row.contests]
    if not dated and published:
        parts.append("date: of publication, for the claim tells none")
    return "; ".join(parts)


def write_plover(rows: Iterable[Row], about: About, out: BinaryIO) -> None:
    """One record a line."""
    encoder = msgspec.json.Encoder()
    out.writelines(encoder.encode(record(row, about)) + b"\n" for row in rows)
