"""W3C Web Annotation (JSON-LD): every claim and every part of it as an annotation of the words it was read from.

The target is the plain text that was read, named by its hash: the offsets of a TextPositionSelector count in it, in Unicode code points, as the
recommendation wants it. A TextQuoteSelector with the words around finds them in a web page too. A long stretch, such as
a quotation, has a RangeSelector between its first words and the words after it in place of its whole wording.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

import msgspec

from sayso.exporting.about import About
from sayso.exporting.rows import Paper, Row, Voice, Who, Words

Json = dict[str, object]

CONTEXT: Final[list[object]] = [
    "http://www.w3.org/ns/anno.jsonld",
    {"sayso": "urn:sayso:", "claim": {"@id": "sayso:claim", "@type": "@id"}},
]


def annotations(row: Row, about: About) -> Iterator[Json]:
    """The annotations of one claim: its trigger, and each of its parts whose words stand in the text."""
    claim = f"urn:sayso:claim:{row.id}"
    if row.trigger is not None:
        yield {
            "id": f"{claim}:trigger",
            "type": "Annotation",
            "motivation": "classifying",
            "claim": claim,
            "creator": {"type": "Software", "name": row.run},
            "generated": about.made,
            "body": [
                _tag("trigger"),
                _text(f"{row.type}/{row.mode}" if row.mode else row.type, "classifying"),
                _text(row.factuality, "tagging"),
                _text(_sentence(row), "describing"),
            ],
            "target": _target(row.paper, row.trigger, about),
        }
    for part, words, actors in _parts(row):
        for number, one in enumerate(words):
            yield {
                "id": f"{claim}:{part}:{number}",
                "type": "Annotation",
                "motivation": "identifying",
                "claim": claim,
                "body": [_tag(part), *(_identified(who) for who in actors)],
                "target": _target(row.paper, one, about),
            }


def _parts(row: Row) -> Iterator[tuple[str, tuple[Words, ...], tuple[Who, ...]]]:
    yield "agent", row.agent.words, row.agent.who
    yield "patient", row.patient.words, row.patient.who
    yield "instrument", row.instrument.words, ()
    places = [where.words for where in (row.where, *row.others) if where is not None and where.words is not None]
    yield "place", tuple(places), ()
    if row.when is not None and row.when.words is not None:
        yield "time", (row.when.words,), ()
    for number, voice in enumerate(row.voices):
        yield from _voice(number, voice)


def _voice(number: int, voice: Voice) -> Iterator[tuple[str, tuple[Words, ...], tuple[Who, ...]]]:
    """The holder's parts; the outermost voice is number 0."""
    yield f"holder-{number}-source", voice.source, (voice.who,) if voice.who is not None else ()
    yield f"holder-{number}-cue", voice.cue, ()
    yield f"holder-{number}-content", voice.content, ()


def _tag(value: str) -> Json:
    return _text(value, "tagging")


def _text(value: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": value, "purpose": purpose, "format": "text/plain"}


def _identified(who: Who) -> Json:
    return {"type": "SpecificResource", "source": f"urn:sayso:actor:{who.id}", "purpose": "identifying"}


def _sentence(row: Row) -> str:
    """The claim in one line: "officials: Warplanes > a market (Idlib, 2018-03-08)"."""
    parties = " > ".join(party or "-" for party in (row.agent.label, row.patient.label))
    where = row.where.name if row.where else None
    around = ", ".join(one for one in (where, row.when.edtf if row.when else None) if one)
    return f"{row.holder}: {parties}" + (f" ({around})" if around else "")


def _target(paper: Paper, words: Words, about: About) -> Json:
    source: Json = {"id": f"urn:sha256:{paper.id}", "type": "Text", "format": "text/plain"}
    if paper.language is not None:
        source["language"] = paper.language
    if paper.url is not None:
        source["via"] = paper.url
    if about.texts and paper.text is not None:
        source["value"] = paper.text
    return {"source": source, "selector": selectors(words)}


def selectors(words: Words) -> list[Json]:
    """Where the words stand: by position, and by their wording unless it is withheld or was altered."""
    found: list[Json] = [{"type": "TextPositionSelector", "start": words.span.start, "end": words.span.end}]
    if words.text is None or words.altered:
        return found
    if words.tail is None:
        found.append(_quote(words.text, words.before, words.after))
    elif words.after:
        found.append(
            {
                "type": "RangeSelector",
                "startSelector": _quote(words.text, words.before, None),
                "endSelector": _quote(words.after, words.tail, None),  # a range ends where its end selector starts
            }
        )
    return found


def _quote(exact: str, before: str | None, after: str | None) -> Json:
    found: Json = {"type": "TextQuoteSelector", "exact": exact}
    if before:
        found["prefix"] = before
    if after:
        found["suffix"] = after
    return found


def write_annotations(rows: Iterable[Row], about: About, out: BinaryIO) -> None:
    """One AnnotationPage, one annotation a line."""
    encoder = msgspec.json.Encoder()
    head = encoder.encode(
        {"@context": CONTEXT, "id": "urn:sayso:annotations", "type": "AnnotationPage", "summary": about.notes}
    )
    out.write(head[:-1] + b',"items":[')
    items = (one for row in rows for one in annotations(row, about))
    out.writelines((b",\n" if number else b"\n") + encoder.encode(one) for number, one in enumerate(items))
    out.write(b"\n]}\n")
