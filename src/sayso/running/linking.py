"""Linking a ledger: its claims laid open, gathered into incidents across documents, and the judgements written down."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

import msgspec
from msgspec import Struct

from sayso.comparing import View
from sayso.comparing.dates import days_of
from sayso.comparing.denying import denies as told_denied
from sayso.comparing.partial import is_a_number, is_unnamed_source
from sayso.comparing.vague import is_kind_alone, is_of_the_ruling
from sayso.comparing.view import BYSTANDERS, ORGANS, PARTIES, is_plural, speaks_against
from sayso.comparing.worded import worded
from sayso.ledger import ActorRecord, ClaimFilter, ClaimRecord, Judgement, Page, Store
from sayso.ledger.opening.opened import now
from sayso.linking.denied import Denial, denial_of
from sayso.linking.disputing import disputes_across
from sayso.linking.gathering import Link, proposed
from sayso.linking.report import Group, Report, groups_of
from sayso.linking.stems import stem
from sayso.linking.words import Telling, content_stems
from sayso.model import Span

Gatherer: TypeAlias = Callable[[list[Group], list[frozenset[str]], Telling], list[Link]]
BY = "sayso linking 1"
UNNAMED = "an unnamed source"
ANYBODY = frozenset({"person", "civilians", "crowd", "other"})
# Characters before and after a trigger whose words are compared.
AROUND = 200
# What words tell is counted over so many texts at most.
MANY_TEXTS = 2_000


class Linked(Struct, frozen=True):
    """What a linking did. claims, incidents: looked at; links: made; disputes: found across documents, in how many incidents.

    proposed: near misses that were noted for a person to judge.
    """

    claims: int
    incidents: int
    links: int
    disputes: int
    disputed: int
    proposed: int = 0


def link(
    store: Store,
    *,
    progress: Callable[[str], None] = lambda _: None,
    clock: Callable[[], str] = now,
    gatherer: Gatherer = proposed,
) -> Linked:
    """Link the incidents of a ledger that is open for writing, and find the disputes across documents.

    gatherer: what finds the links between groups and the near misses, such as the blocks of a cluster; the same ones whoever finds them.
    All of it is one transaction. What a person has cut or split is never brought together again. A second run over the same ledger changes nothing.
    """
    with store.batch():
        return _link(store, progress, clock(), gatherer)


def _link(store: Store, progress: Callable[[str], None], at: str, gatherer: Gatherer) -> Linked:
    progress("laying the claims open")
    reports = list(reports_of(store))
    groups = groups_of(reports)
    standing = {group.incident for group in groups}
    progress(f"comparing {len(standing)} incidents")
    telling = telling_of(store)
    likely = gatherer(groups, apart_of(store, reports), telling)
    links, near = [one for one in likely if one.made], _unnoted(store, likely)
    store.judge(*(judgement_of(one, at) for one in (*links, *near)))
    home = {name: name for name in standing}
    for one in links:
        home[one.other] = home[one.incident]
    gathered: dict[str, list[Report]] = {}
    for report in reports:
        gathered.setdefault(home[report.incident], []).append(report)
    progress("comparing accounts")
    denials = _denials(store, reports, home)
    pulling = {
        incident: list(disputes_across(members, telling, denials.get(incident, ())))
        for incident, members in sorted(gathered.items())
        if len({report.document for report in members}) > 1
    }
    store.pull_apart_all(pulling)
    found = [len(disputes) for disputes in pulling.values() if disputes]
    return Linked(len(reports), len(standing), len(links), sum(found), len(found), len(near))


def _denials(store: Store, reports: Sequence[Report], home: Mapping[str, str]) -> dict[str, list[Denial]]:
    """The denials of a deed that articles tell themselves, by the incident (as linked now: home) of the report that they answer."""
    by_id = {report.id: report for report in reports}
    found: dict[str, list[Denial]] = {}
    for one in store.disputes([report.id for report in reports if told_denied(report.view)]):
        if one.how != "denies" or one.field != "responsibility" or one.a not in by_id or one.b not in by_id:
            continue
        denial = denial_of(by_id[one.a], by_id[one.b])
        if denial.denier.document == denial.answered.document:
            found.setdefault(home[denial.answered.incident], []).append(denial)
    return found


def _unnoted(store: Store, links: Iterable[Link]) -> list[Link]:
    """The near misses of which there is no judgement yet, a rule's or a person's."""
    known = {
        frozenset((one.judgement.incident, one.judgement.other))
        for one in store.judgements()
        if one.judgement.action == "note"
    }
    return [one for one in links if not one.made and frozenset((one.incident, one.other)) not in known]


def judgement_of(link: Link, at: str) -> Judgement:
    """The judgement that carries a link out, or that notes a near miss for a person to judge (`sayso review`)."""
    return Judgement(
        action="merge" if link.made else "note", by=BY, at=at, incident=link.incident, other=link.other, claims=link.claims,
        verdict="same" if link.made else "unsure", author="rule", score=round(link.score, 4), reason=link.because,
    )  # fmt: skip


def reports_of(store: Store, asked: ClaimFilter | None = None) -> Iterator[Report]:
    """The current claims of a ledger, or those that fit a question, as linking sees them."""
    text = lru_cache(maxsize=256)(store.text)
    document = lru_cache(maxsize=100_000)(store.document)
    for record in store.claims(asked if asked is not None else ClaimFilter(), order="published", page=Page(None)):
        whole = document(record.document)
        if record.incident is not None and whole.forgotten is None:
            yield report_of(record, text(record.document), whole.origin or whole.id)


def report_of(record: ClaimRecord, text: str, origin: str) -> Report:
    """A claim of the ledger as linking sees it. text: of its document; origin: id of the document at the root of its copies."""
    claim = record.claim
    published = days_of(record.published)
    holder = _holder(record, text, origin)
    return Report(
        id=record.id,
        document=record.document,
        origin=origin,
        incident=record.incident or record.id,
        view=view_of(record, text, origin),
        published=None if published is None or published.first != published.last else published.first,
        publisher=record.publisher,
        holder=None if holder is None else holder[0],
        holder_name=None if holder is None else holder[1],
        trigger=stem(claim.event.trigger.words(text).lower()),
        context=content_stems(_around(claim.event.trigger, text)),
        words=record.words,
        agent_names=called(record.agents, claim.event.agent, text),
        patient_names=called(record.patients, claim.event.patient, text),
        place_name=None if record.place is None else record.place.place.name,
        vague=all(map(is_vague, record.agents)),
        vague_target=bool(record.patients) and all(map(is_vague, record.patients)),
        time_words="" if claim.time is None or claim.time.span is None else claim.time.span.words(text).lower(),
        sources=_sources(record),
    )


def called(actors: Sequence[ActorRecord], spans: Sequence[Span], text: str) -> tuple[str, ...]:
    """The names of a side's actors; of those who have none, what this claim calls them.

    "The children" of one holder may be the "14 children" of another, who alone has counted them.
    """
    if len(spans) != len(actors):
        return tuple(actor.name for actor in actors)
    own = (" ".join(span.words(text).split()).removeprefix("the ") for span in spans)
    return tuple(words if is_vague(actor) else actor.name for actor, words in zip(actors, own, strict=True))


def _around(trigger: Span, text: str) -> str:
    """The words before and after a trigger, cut at whole words."""
    before, _, first = text[max(0, trigger.start - AROUND) : trigger.start].partition(" ")
    last, _, after = text[trigger.end : trigger.end + AROUND].rpartition(" ")
    return f"{first or before}{trigger.words(text)}{last or after}"


def telling_of(store: Store) -> Telling:
    """What each word tells in a ledger: counted over its texts, or over MANY_TEXTS of them, those with the smallest ids.

    An id is a hash of the text, so that these are any texts, and the same ones in whatever order they came.
    """
    kept = sorted(one.id for one in store.documents() if one.forgotten is None)
    return Telling(store.text(one) for one in kept[:MANY_TEXTS])


def _sources(record: ClaimRecord) -> tuple[str, ...]:
    """The names under which a ranking may list who tells a claim."""
    speaker = None if record.holder is None else record.holder.speaker
    names = [record.publisher] if speaker is None else [speaker.id, speaker.code, *speaker.names, record.publisher]
    return tuple(name for name in names if name)


def is_vague(actor: ActorRecord) -> bool:
    """Is an actor known by kind alone: "gunmen", "Islamist fighters"?"""
    return is_kind_alone(actor.name, actor.country)


def _holder(record: ClaimRecord, text: str, origin: str) -> tuple[str, str] | None:
    """Who says so: the actor's id and name; None for the article's own voice.

    People told by kind alone ("witnesses", "officials") are the same source in copies of one text, and not in others; a body
    ("police", "the army") is one wherever it is quoted.
    """
    if record.holder is None:
        return None
    speaker = record.holder.speaker
    if speaker is not None and not (speaker.kind in ANYBODY and speaker.registry is None and is_vague(speaker)):
        return speaker.id, speaker.name
    words = " ".join(span.words(text) for span in record.holder.attribution.source)
    name = " ".join((words if speaker is None else speaker.name).split())
    return f"{origin}:{name.casefold()}", name or UNNAMED


def view_of(record: ClaimRecord, text: str, origin: str) -> View:
    """A claim laid open, its actors being the ledger's ids, its id and holder those of the ledger."""
    claim = record.claim
    holder = _holder(record, text, origin)
    own = msgspec.structs.replace(
        claim,
        id=record.id,
        holder=f"voice:{record.document}" if holder is None else holder[0],
        incident=record.incident,
    )
    speaker, source = _speaker(record, text)
    held = () if record.holder is None else (record.holder, *record.chain)
    cues = [cue for one in held for cue in one.attribution.cue]
    attribution = None if record.holder is None else record.holder.attribution
    parties = [actor for actor in record.patients if actor.kind in PARTIES]
    return msgspec.structs.replace(
        worded(own, stem(claim.event.trigger.words(text).lower()), claim.event.trigger.start, text, attribution, cues),
        agents=_sides(record.agents),
        patients=_sides(record.patients),
        own_agents=tuple(actor.id for actor in record.agents),
        own_patients=tuple(actor.id for actor in record.patients),
        speaker=speaker,
        source=source,
        nameless=attribution is not None and ((not speaker and not source) or is_a_number(attribution.source, text)),
        place=None if record.place is None else record.place.place,
        patient_words=_stems(claim.event.patient, text),
        agent_words=_stems(claim.event.agent, text),
        parties=frozenset(actor.id for actor in parties),
        known_parties=frozenset(actor.id for actor in parties if actor.registry is not None),
        states=frozenset(actor.country for actor in record.agents if actor.country and actor.kind in ORGANS),
        bystanders=bool(record.patients) and all(actor.kind in BYSTANDERS for actor in record.patients),
        doubtful_speaker=len({one.speaker and one.speaker.id for one in held}) > 1,
        vague=bool(record.agents) and all(map(is_vague, record.agents)),
        ruling=any(is_of_the_ruling(actor.name, actor.country) for actor in record.agents),
        several=is_plural(claim.event.trigger.words(text)),
        relay=_relay(record, text),
    )


def _speaker(record: ClaimRecord, text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Who says so, as actors, and in words."""
    if record.holder is None:
        return frozenset(), frozenset()
    speaker, source = record.holder.speaker, _stems(record.holder.attribution.source, text)
    if speaker is None or (speaker.kind in ORGANS and speaks_against(source)):
        return frozenset(), source
    return _sides((speaker,)), source


def _relay(record: ClaimRecord, text: str) -> frozenset[str]:
    """Whom a source without a name told it."""
    if record.holder is None or not is_unnamed_source(record.holder.attribution.source, text):
        return frozenset()
    return _sides(one.speaker for one in record.chain[:1] if one.speaker is not None)


def _stems(spans: Iterable[Span], text: str) -> frozenset[str]:
    return frozenset(one for span in spans for one in content_stems(span.words(text)))


def _sides(actors: Iterable[ActorRecord]) -> frozenset[str]:
    """The actors; "country:SY" stands for a state where two reports name other organs of it."""
    found = set()
    for actor in actors:
        found.add(actor.id)
        if actor.kind in ORGANS and actor.country is not None:
            found.add(f"country:{actor.country}")
    return frozenset(found)


def apart_of(store: Store, reports: Iterable[Report]) -> list[frozenset[str]]:
    """Pairs of incidents that a person has taken apart."""
    home = {report.id: report.incident for report in reports}
    pairs = []
    for record in store.judgements():
        given = record.judgement
        if given.author != "person":
            continue
        if given.other is not None and given.action in ("undo", "note") and given.verdict == "different":
            pairs.append(frozenset({given.incident or "", given.other}))
        if given.action not in ("cut", "split"):
            continue
        for claim in given.claims:
            now = home.get(claim)
            if now is not None and given.incident is not None and now != given.incident:
                pairs.append(frozenset({now, given.incident}))
    return pairs
