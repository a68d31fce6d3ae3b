"""Gathering: the ledger of one article cut into rows that stand alone."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from msgspec.structs import replace

from sayso.exporting.papers import origin_of, paper_of
from sayso.exporting.rows import Contest, Party, Row, Voice, When, Where, Who, Words
from sayso.exporting.text import encodable
from sayso.exporting.wording import sentence_around
from sayso.model import Actor, Attribution, Claim, ClaimPlace, Dispute, DisputeField, DisputeHow, Ledger, Run, Span
from sayso.resources.actors import Registry

# A quotation of more characters gives its first and last ones alone; the text is other people's.
LONGEST_QUOTE = 240
END_OF_LONG = 60
AROUND = 32
# Small words inside of names, which take no capital.
PARTICLES = frozenset({"of", "the", "for", "and", "in", "on", "de", "la", "al", "bin", "ibn", "von", "van", "der", "y"})
ARTICLES = re.compile(r"^(?:The|An?)\s+")

NameOf = Callable[[str], str | None]


class Between(Protocol):
    """A dispute between two claims, by their lasting ids."""

    @property
    def a(self) -> str:
        """The one claim."""

    @property
    def b(self) -> str:
        """The other claim."""

    @property
    def field(self) -> DisputeField:
        """On which field."""

    @property
    def how(self) -> DisputeHow:
        """How they pull apart."""

    @property
    def note(self) -> str:
        """Why, in words."""


class Gathering:
    """What is common to the rows of one ledger of an article.

    claim_ids: the ledger's ids of the claims that are wanted, by their local ones; incident_ids: of their incidents, by the
    same. Without them, all claims are wanted and ids are made from the document's.
    disputes: those of the ledger, between its ids; without them, those that the article's own reading found.
    origins: what makes claims one source, by the local ids of the claims. registry_name: the registry's name for an id.
    texts: whether whole texts go along.
    """

    def __init__(
        self,
        ledger: Ledger,
        registry_name: NameOf,
        *,
        claim_ids: Mapping[str, str] | None = None,
        incident_ids: Mapping[str, str] | None = None,
        disputes: Iterable[Between] | None = None,
        origins: Mapping[str, str] | None = None,
        texts: bool = False,
    ) -> None:
        self.ledger = ledger
        self.text = encodable(ledger.document.text)
        self.registry_name = registry_name
        self.claim_ids = claim_ids
        self.incident_ids = incident_ids or {}
        self.disputes = disputes
        self.origins = origins or {}
        self.paper = paper_of(ledger, texts=texts)
        self._who: dict[str, Who] = {}
        self._voices: dict[str, Voice] = {}

    def rows(self) -> Iterator[Row]:
        """The rows, one for each claim, in the order of the text."""
        contests = self._contests()
        for claim in self.ledger.claims:
            if self.claim_ids is None or claim.id in self.claim_ids:
                yield self._row(claim, contests.get(self.claim_id(claim.id), ()))

    def claim_id(self, local: str) -> str:
        """The lasting id of a claim."""
        known = None if self.claim_ids is None else self.claim_ids.get(local)
        return known or f"{self.ledger.document.id[:16]}-{local}"

    def incident_id(self, claim: Claim) -> str | None:
        """The lasting id of a claim's incident."""
        known = self.incident_ids.get(claim.id)
        if known is not None or claim.incident is None:
            return known
        return f"{self.ledger.document.id[:16]}-{claim.incident}"

    def _row(self, claim: Claim, contests: tuple[Contest, ...]) -> Row:
        event = claim.event
        voices = self._chain(claim.holder)
        return Row(
            id=self.claim_id(claim.id),
            incident=self.incident_id(claim),
            paper=self.paper,
            run=run_words(self.ledger.run),
            type=event.type,
            mode=event.mode,
            factuality=event.factuality,
            origin=self.origins.get(claim.id) or origin_of(voices, self.paper),
            trigger=self._words(event.trigger),
            sentence=self._words(self._sentence(event.trigger)),
            context=event.context,
            codes=event.codes,
            agent=self._party(event.agent, claim.agent_actor),
            patient=self._party(event.patient, claim.patient_actor),
            instrument=self._party(event.instrument, ()),
            where=None if claim.place is None else self._where(claim.place),
            others=tuple(self._where(place) for place in claim.places),
            when=None
            if claim.time is None
            else When(claim.time.edtf, None if claim.time.span is None else self._words(claim.time.span)),
            toll=event.toll,
            voices=voices,
            contests=contests,
            confidence=event.confidence,
            inferred=claim.inferred,
        )

    def _sentence(self, trigger: Span) -> Span:
        """The sentence of a trigger, without the dateline before it; of a very long one the part around the trigger."""
        start, end = sentence_around(trigger, self.text)
        dateline = self.ledger.document.dateline
        if dateline is not None and start < dateline.span.end <= trigger.start:
            start = dateline.span.end
            start += len(self.text[start : trigger.start]) - len(self.text[start : trigger.start].lstrip())
        return _within(Span(start, end), trigger)

    def _words(self, span: Span) -> Words:
        words = span.words(self.text)
        before, after = self.text[max(0, span.start - AROUND) : span.start], self.text[span.end : span.end + AROUND]
        if len(words) <= LONGEST_QUOTE:
            return Words(span, words, None, before, after)
        return Words(span, words[:END_OF_LONG], words[-END_OF_LONG:], before, after)

    def _party(self, spans: tuple[Span, ...], actors: tuple[str, ...]) -> Party:
        return Party(tuple(self._words(span) for span in spans), tuple(self._actor(actor) for actor in actors))

    def _actor(self, local: str) -> Who:
        if local not in self._who:
            actor = self.ledger.cast.actor(local)
            self._who[local] = Who(self._actor_id(local), local, (), "other") if actor is None else self._who_of(actor)
        return self._who[local]

    def _who_of(self, actor: Actor) -> Who:
        known = None if actor.registry is None else self.registry_name(actor.registry)
        return Who(
            id=self._actor_id(actor.id),
            name=known or encodable(best_name(actor)),
            names=tuple(encodable(name) for name in actor.names),
            kind=actor.kind,
            country=actor.country,
            sector=actor.sector,
            registry=actor.registry,
            members=tuple(self._actor_id(member) for member in actor.members),
            part_of=None if actor.part_of is None else self._actor_id(actor.part_of),
        )

    def _actor_id(self, local: str) -> str:
        """The registry's id, or one of this document for who is known from its text alone."""
        actor = self.ledger.cast.actor(local)
        if actor is not None and actor.registry is not None:
            return actor.registry
        return f"{self.ledger.document.id[:16]}-{local}"

    def _where(self, found: ClaimPlace) -> Where:
        words = None if found.span is None else self._words(found.span)
        toponym = self.ledger.toponym(found.place)
        place = None if toponym is None else toponym.where
        if place is None:
            return Where(found.place if toponym is None else encodable(toponym.name), words)
        return Where(
            place.name, words, place.kind, place.precision, place.geonameid, place.lat, place.lon, place.country, place.admin1
        )  # fmt: skip

    def _chain(self, holder: str | None) -> tuple[Voice, ...]:
        found: list[Voice] = []
        seen: set[str] = set()
        one = self.ledger.attribution(holder)
        while one is not None and one.id not in seen:
            seen.add(one.id)
            found.append(self._voice(one))
            one = self.ledger.attribution(one.parent)
        return tuple(reversed(found))

    def _voice(self, one: Attribution) -> Voice:
        if one.id not in self._voices:
            self._voices[one.id] = Voice(
                id=f"{self.ledger.document.id[:16]}-{one.id}",
                kind=one.kind,
                source=tuple(self._words(span) for span in one.source),
                cue=tuple(self._words(span) for span in one.cue),
                content=tuple(self._words(span) for span in one.content),
                who=None if one.source_actor is None else self._actor(one.source_actor),
                cue_class=one.cue_class,
                said=None if one.said is None else one.said.edtf,
                confidence=one.confidence,
            )
        return self._voices[one.id]

    def _contests(self) -> dict[str, tuple[Contest, ...]]:
        """The disputes of each claim, by its lasting id."""
        disputes: Iterable[Between] = self.disputes if self.disputes is not None else self._own_disputes()
        found: dict[str, list[Contest]] = {}
        for dispute in disputes:
            for one, other in ((dispute.a, dispute.b), (dispute.b, dispute.a)):
                found.setdefault(one, []).append(Contest(dispute.field, dispute.how, other, dispute.note))
        return {claim: tuple(contests) for claim, contests in found.items()}

    def _own_disputes(self) -> Iterator[Dispute]:
        for one in self.ledger.disputes:
            yield replace(one, a=self.claim_id(one.a), b=self.claim_id(one.b))


def name_in(registry: Registry) -> NameOf:
    """What gives the registry's name for an id; None for an id that it does not know."""

    def name(id_: str) -> str | None:
        entry = registry.get(id_)
        return None if entry is None else entry.name.lstrip("=~")

    return name


def run_words(run: Run) -> str:
    """A run in one line: version, model, and the head of the settings' digest."""
    return f"sayso {run.sayso}; {run.model}; settings {run.settings[:12]}"


def best_name(actor: Actor) -> str:
    """The longest of its names that is a proper name throughout, without its article; else the first name; else its id."""
    proper = [name for name in actor.names if _proper(name)]
    if proper:
        return ARTICLES.sub("", max(proper, key=len))
    return actor.names[0] if actor.names else actor.id


def _proper(name: str) -> bool:
    words = ARTICLES.sub("", name).split()
    return bool(words) and all(word[:1].isupper() or word.lower() in PARTICLES or "-" in word for word in words)


def _within(sentence: Span, trigger: Span) -> Span:
    """The sentence, or of a very long one the part around the trigger."""
    if sentence.end - sentence.start <= LONGEST_QUOTE:
        return sentence
    room = max(0, LONGEST_QUOTE - (trigger.end - trigger.start))
    start = max(sentence.start, trigger.start - room // 2)
    end = min(sentence.end, start + max(LONGEST_QUOTE, trigger.end - start))
    return Span(start, end)
