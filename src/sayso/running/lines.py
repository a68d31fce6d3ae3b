"""The line format of `sayso annotate`: a document in, a ledger or a problem out, one line of JSON each."""

from collections import defaultdict
from typing import TypeVar

import msgspec
from msgspec import UNSET, Raw, Struct, UnsetType

from sayso.errors import BadLine
from sayso.model import (
    Attribution,
    Cast,
    Claim,
    ClaimPlace,
    ClaimTime,
    Ledger,
    PlaceCandidate,
    Problem,
    Span,
    TimeExpression,
    Toponym,
)
from sayso.running.shapes import (
    ActorShape,
    AttributionShape,
    CandidateShape,
    DatelineShape,
    DisputeShape,
    DocumentLine,
    EventPlaceShape,
    EventShape,
    EventTimeShape,
    LedgerLine,
    LeftOutShape,
    PlaceShape,
    ProblemLine,
    ProblemShape,
    PublishedShape,
    TimeShape,
)

Decoded = TypeVar("Decoded")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_encoder = msgspec.json.Encoder()
_documents = msgspec.json.Decoder(DocumentLine)


class _Named(Struct):
    """The one field of a line that tells which document it is, whatever else is wrong with it."""

    doc: str | None = None


class _Outcome(Struct):
    """The one field that tells a problem line from a ledger."""

    problem: Raw | UnsetType = UNSET


_names = msgspec.json.Decoder(_Named)
_outcomes = msgspec.json.Decoder(_Outcome)
_problems = msgspec.json.Decoder(ProblemLine)


def decode_document(line: bytes, where: str) -> DocumentLine:
    """The document of one line of input; raises BadLine naming `where` ("line 7") and what is wrong."""
    return decoded(_documents, line, where, "a document")


def decoded(decoder: msgspec.json.Decoder[Decoded], line: bytes, where: str, what: str) -> Decoded:
    """What a line of JSON holds; raises BadLine naming `where` ("line 7"), what it should have been, and what is wrong."""
    try:
        return decoder.decode(line.removeprefix(BYTE_ORDER_MARK))
    except msgspec.ValidationError as error:
        raise BadLine(where, f"not {what}: {plain(str(error))}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadLine(where, f"not valid JSON: {plain(str(error))}") from error
    except RecursionError as error:
        raise BadLine(where, f"not {what}: brackets nested too deeply") from error


def named_in(line: bytes) -> str | None:
    """The document's name in a line that could not be decoded as a whole; None where it cannot be told."""
    try:
        return _names.decode(line.removeprefix(BYTE_ORDER_MARK)).doc
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def plain(message: str) -> str:
    """The message of msgspec in the words of the format: "the field `text` is missing"."""
    missing = message.removeprefix("Object missing required field ")
    if missing != message:
        return f"the field {missing} is missing"
    return (
        message.replace(" - at `$.", " in the field `").replace("`$`", "the line").removeprefix("JSON is malformed: ")
    )


def encode(ledger: Ledger) -> bytes:
    """The line of a ledger, without a line break; fields in the order of the format."""
    return _encoder.encode(line_of(ledger))


def encode_problem(problem: Problem) -> bytes:
    """The line of a failure, without a line break."""
    return _encoder.encode(ProblemLine(problem.doc, ProblemShape(problem.cause, problem.where)))


def is_problem(line: bytes) -> bool:
    """Whether this line of output is a failure and no ledger."""
    return _outcomes.decode(line).problem is not UNSET


def decode_problem(line: bytes) -> str:
    """The cause of a problem line."""
    return _problems.decode(line).problem.cause


def encode_candidate(candidate: PlaceCandidate) -> bytes:
    """A place that a name may mean, as the candidates of `places` are written."""
    return _encoder.encode(_candidate(candidate))


def encode_time(time: TimeExpression) -> bytes:
    """A time expression, as `times` are written."""
    return _encoder.encode(_time(time))


def line_of(ledger: Ledger) -> LedgerLine:
    """The ledger in the shape of the line format."""
    document = ledger.document
    toponyms = {toponym.id: toponym for toponym in ledger.places}
    dateline = document.dateline
    return LedgerLine(
        doc=document.doc,
        sayso=ledger.run.sayso,
        model=ledger.run.model,
        language=document.language,
        published=PublishedShape.of(document.published),
        dateline=None if dateline is None else DatelineShape(dateline.place, dateline.date, dateline.agency),
        left_out=tuple(LeftOutShape(left.span.start, left.span.end, left.why) for left in document.left_out),
        attributions=tuple(_attribution(one) for one in ledger.attributions),
        times=tuple(_time(time) for time in ledger.times),
        places=_places(ledger),
        actors=_actors(ledger.cast),
        events=tuple(_event(claim, toponyms) for claim in ledger.claims),
        disputes=tuple(
            DisputeShape(dispute.incident, dispute.field, dispute.a, dispute.b, dispute.how)
            for dispute in ledger.disputes
        ),
    )


def _time(time: TimeExpression) -> TimeShape:
    return TimeShape(
        time.span.start, time.span.end, time.type, time.value, time.edtf, time.anchor, time.mod, time.quant, time.freq
    )  # fmt: skip


def _attribution(one: Attribution) -> AttributionShape:
    return AttributionShape(
        one.id, one.kind, one.source, one.cue, one.content, one.source_actor, one.cue_class, one.said, one.parent,
        one.confidence, one.commitment,
    )  # fmt: skip


def _places(ledger: Ledger) -> tuple[PlaceShape, ...]:
    """The names of places; an adjective or people of a place ("Syrian") only where something refers to it."""
    used = {place.place for claim in ledger.claims for place in (claim.place, *claim.places) if place is not None}
    used |= {one.said.place for one in ledger.attributions if one.said is not None and one.said.place is not None}
    return tuple(_place(toponym) for toponym in ledger.places if not toponym.demonym or toponym.id in used)


def _place(toponym: Toponym) -> PlaceShape:
    place, span = toponym.place, toponym.span
    candidates = tuple(_candidate(candidate) for candidate in toponym.candidates)
    if place is None:
        nothing = (None,) * 7
        return PlaceShape(toponym.id, span.start, span.end, toponym.name, *nothing, candidates)
    return PlaceShape(
        toponym.id, span.start, span.end, toponym.name, place.geonameid, place.lat, place.lon, place.country,
        place.admin1, place.kind, place.precision, candidates,
    )  # fmt: skip


def _candidate(candidate: PlaceCandidate) -> CandidateShape:
    place = candidate.place
    return CandidateShape(
        place.name, place.geonameid, place.lat, place.lon, place.country, place.admin1, place.kind, place.precision,
        candidate.score, candidate.because,
    )  # fmt: skip


def _actors(cast_: Cast) -> tuple[ActorShape, ...]:
    mentions: dict[str, list[Span]] = defaultdict(list)
    for mention in cast_.mentions:
        mentions[mention.actor].append(mention.span)
    return tuple(
        ActorShape(
            actor.id, actor.names, actor.kind, actor.country, actor.sector, actor.members, actor.part_of,
            tuple(sorted(mentions[actor.id])),
        )
        for actor in cast_.actors
    )  # fmt: skip


def _event(claim: Claim, toponyms: dict[str, Toponym]) -> EventShape:
    event, toll = claim.event, claim.event.toll
    return EventShape(
        id=claim.id,
        trigger=event.trigger,
        type=event.type,
        mode=event.mode,
        context=event.context,
        codes=event.codes,
        agent=event.agent,
        patient=event.patient,
        instrument=event.instrument,
        agent_actor=claim.agent_actor,
        patient_actor=claim.patient_actor,
        place=None if claim.place is None else _event_place(claim.place, toponyms),
        places=tuple(_event_place(place, toponyms) for place in claim.places),
        time=None if claim.time is None else _event_time(claim.time),
        factuality=event.factuality,
        killed=toll.killed,
        injured=toll.injured,
        detained=toll.detained,
        displaced=toll.displaced,
        toll_of=toll.of,
        holder=claim.holder,
        incident=claim.incident,
        confidence=event.confidence,
        inferred=claim.inferred,
    )


def _event_place(found: ClaimPlace, toponyms: dict[str, Toponym]) -> EventPlaceShape:
    start, end = (None, None) if found.span is None else (found.span.start, found.span.end)
    toponym = toponyms.get(found.place)
    place = None if toponym is None else toponym.where
    if place is None:
        return EventPlaceShape(start, end, found.place, None, None, None)
    return EventPlaceShape(start, end, found.place, place.lat, place.lon, place.country)


def _event_time(found: ClaimTime) -> EventTimeShape:
    start, end = (None, None) if found.span is None else (found.span.start, found.span.end)
    return EventTimeShape(start, end, found.edtf)


__all__ = [
    "DocumentLine", "decode_document", "decoded", "encode", "encode_candidate", "encode_problem", "encode_time", "is_problem",
    "line_of", "named_in",
]  # fmt: skip
