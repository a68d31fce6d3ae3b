"""The stage: from candidates to events with participants, factuality, toll and codes."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import msgspec

from sayso.coding.background import of_whole_war
from sayso.coding.candidates import Candidate, candidates
from sayso.coding.construed import construed
from sayso.coding.contexts import contexts_of
from sayso.coding.counted import with_counted
from sayso.coding.deeds import Deed
from sayso.coding.done_to import with_victims
from sayso.coding.hints import Hints
from sayso.coding.holders import Holders
from sayso.coding.judging import Found, Surroundings, event_features
from sayso.coding.losses import Loss, losses
from sayso.coding.own import own_events
from sayso.coding.participants import BARS, Bars, Opinion, first_look, instruments, roles_of, spans_of
from sayso.coding.presenting import Way, presented
from sayso.coding.righting import righted
from sayso.coding.ruled_out import Tellings, without_ruled_out
from sayso.coding.second_look import Look, Shares, looked_again
from sayso.coding.subject import subject_class
from sayso.coding.ties import tied
from sayso.coding.tolls import Bearer, shared_out, toll_of
from sayso.model import Attribution, Count, Document, Event, EventType, Parse, Sentence, Span, Token, Toll, TriggerTag
from sayso.resources.codebook import Lexicon, Sense
from sayso.settings import Settings

LEAST = Settings().min_confidence
# What has not been done has cost nobody's life.
UNDONE = ("planned", "demanded", "hypothetical")
# Force of the police is an attack when it does this to somebody.
HURT = ("killed", "injured")
SPEECH = frozenset({"say", "tell"})
# What an attack ends in, and how a sentence joins the two: deaths and injuries are no event beside their attack.
OUTCOMES = frozenset({"kill", "die", "wound", "injure", "death", "dead"})
# What an attack does to its target is the attack: "the strikes hit the port".
REACHES = frozenset({"hit", "target", "strike", "destroy"})


def find_events(
    document: Document,
    parse: Parse,
    attributions: Sequence[Attribution],
    lexicon: Lexicon,
    triggers: Sequence[TriggerTag],
    least: float = LEAST,
    bars: Bars = BARS,
    opinion: Opinion | None = None,
) -> tuple[Event, ...]:
    """The mentions of events of the codebook's types in the report's own sentences, in the order of the text.

    triggers: the words that the tagger takes for possible triggers (`Tags.triggers`).
    least: the confidence below which an event is left out. bars: how likely participants must be.
    opinion: what the tagger's encoder says of who takes part (`Reading.parts`).
    """
    hints = Hints(triggers)
    sentences = [one for one in parse.sentences if not one.left_out and not _furniture(one.span, document)]
    put_forward = [one for sentence in sentences for one in candidates(parse, sentence, lexicon, hints)]
    around = Surroundings(put_forward, subject_class(parse, lexicon.subject))
    lost = cache(lambda sentence: _lost(parse.sentences[sentence], parse, lexicon))
    tellings = Tellings(parse, sentences, lexicon)
    judged = with_counted(
        [_judged(one, around, hints, parse, lexicon) for one in put_forward], least, lost, tellings.accident_near
    )
    likely = _without_outcomes([one for one in judged if one.confidence >= least and not _says(one.candidate)], parse)
    found = list(without_ruled_out(list(likely), parse, tellings, lexicon))
    found = _with_own(list(_with_harm(found, lost)), parse, sentences, lexicon)
    tolls = _tolls(found, lost, parse, lexicon)
    holders = Holders(attributions)
    told = presented(found, holders, hints, parse, lexicon)
    looks = [first_look(one.candidate, one.type, around.near(one.candidate), parse, lexicon, opinion) for one in found]
    shares = [one.both for one in looks] if bars.first else looked_again(looks, parse, lexicon.second_look)
    events = (
        _event(one, way, look, some, holders, tolls, parse, lexicon, bars)
        for one, way, look, some in zip(found, told, looks, shares, strict=True)
    )
    return tuple(one for one in events if one is not None)


def _lost(sentence: Sentence, parse: Parse, lexicon: Lexicon) -> list[Loss]:
    """The losses that a sentence tells, without those of a whole war."""
    found = losses(sentence, parse, lexicon)
    return [one for one in found if not of_whole_war(one.word, parse, lexicon.ruled_out)]


def _says(candidate: Candidate) -> bool:
    """Is the word plain speech, which is an attribution and no event, whatever the tagger thinks of it?"""
    return not candidate.listed and candidate.word in SPEECH


def _without_outcomes(found: Sequence[Found], parse: Parse) -> Iterator[Found]:
    """The events without the deaths and injuries that the syntax ties to their attack: "killed in an air strike".

    Nor what the attack itself is told to do: "the shelling hit the port".
    """
    attacks = {one.candidate.token.i for one in found if one.type == "ASSAULT" and one.candidate.word not in OUTCOMES}
    for one in found:
        word, doers = one.candidate.word, {head.i for head in one.candidate.frame.agents}
        outcome = word in OUTCOMES and tied(one.candidate.token, parse) & attacks
        if one.type != "ASSAULT" or not (outcome or (word in REACHES and doers & attacks)):
            yield one


def _with_own(found: Sequence[Found], parse: Parse, sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Found]:
    """The events that were judged and those of the user's own words, which win where both name one word."""
    own = [Found(*one) for one in own_events(parse, sentences, lexicon)]
    taken = {one.candidate.token.i for one in own}
    kept = [one for one in found if one.candidate.token.i not in taken]
    return sorted((*kept, *own), key=lambda one: one.candidate.token.i)


def _furniture(span: Span, document: Document) -> bool:
    """Is the sentence no part of the report?"""
    return any(one.span.covers(span) for one in document.left_out)


def _judged(candidate: Candidate, around: Surroundings, hints: Hints, parse: Parse, lexicon: Lexicon) -> Found:
    weights = lexicon.events
    features = event_features(candidate, around, parse, lexicon)
    shares = weights.shares(features, hints.scores(candidate.token.span, weights.labels))
    best = max((n for n, label in enumerate(weights.labels) if label != "none"), key=lambda n: (shares[n], -n))
    return Found(candidate, weights.labels[best], round(weights.chance(shares[best]), 3))


def _with_harm(found: Sequence[Found], lost: Callable[[int], list[Loss]]) -> Iterator[Found]:
    """The events, force that hurts people an ASSAULT where the word may name one: "fired tear gas, wounding 12"."""
    attacked = {one.candidate.token.sentence for one in found if one.type == "ASSAULT"}
    for one in found:
        sentence = one.candidate.token.sentence
        may = one.type == "COERCE" and "ASSAULT" in one.candidate.senses and sentence not in attacked
        hurt = may and any(loss.harm in HURT and loss.count != Count(0, 0) for loss in lost(sentence))
        yield msgspec.structs.replace(one, type="ASSAULT") if hurt else one


def _tolls(
    found: Sequence[Found], lost: Callable[[int], list[Loss]], parse: Parse, lexicon: Lexicon
) -> dict[int, list[Loss]]:
    """Trigger token index to the losses that its event bears. lost: the losses of each sentence."""
    bearers: dict[int, list[Bearer]] = {}
    for one in found:
        token = one.candidate.token
        entry = lexicon.codebook.types.get(_recorded(one, lexicon) or "")
        bearers.setdefault(token.sentence, []).append(Bearer(token.i, entry.tolls if entry is not None else ()))
    tolls: dict[int, list[Loss]] = {}
    for sentence, some in bearers.items():
        tolls.update(shared_out(some, lost(sentence), parse))
    return tolls


def _recorded(one: Found, lexicon: Lexicon) -> EventType | None:
    """The type under which the codebook records an event; None for not at all."""
    sense = one.candidate.senses.get(one.type)
    return lexicon.codebook.recorded(one.type, sense.mode if sense is not None else None)


def _event(
    one: Found,
    way: Way,
    look: Look,
    shares: Sequence[Shares],
    holders: Holders,
    tolls: dict[int, list[Loss]],
    parse: Parse,
    lexicon: Lexicon,
    bars: Bars,
) -> Event | None:
    candidate, frame = one.candidate, one.candidate.frame
    words = range(candidate.first, frame.token.i + 1)
    trigger = Span(parse.tokens[candidate.first].start, frame.token.end)
    sense = candidate.senses.get(one.type)
    held_by = holders.of(trigger)
    tellers = {token.i for span in held_by[0].source for token in parse.within(span)} if held_by else frozenset[int]()
    roles = roles_of(look, shares, parse, lexicon, bars, tellers)
    deed = Deed(frame.token, one.type, held_by, parse, lexicon.class_of)
    sides = construed(deed, righted(deed, roles.agents, roles.patients))
    doers, done_to = with_victims(deed, sides, tolls.get(frame.token.i, ()))
    tools = instruments(frame, lexicon)
    mode = _mode(one, sense, tools, lexicon)
    recorded = lexicon.codebook.recorded(one.type, mode)
    if recorded is None:
        return None
    agents, patients = spans_of(doers, words, parse), spans_of(done_to, words, parse)
    return Event(
        trigger=trigger,
        type=recorded,
        mode=mode,
        context=contexts_of(candidate, sense, (*agents, *patients), parse, lexicon.codebook),
        codes=lexicon.codebook.codes(recorded, mode, candidate.word),
        agent=agents,
        patient=patients,
        instrument=tuple(token.span for token in tools),
        toll=toll_of(tolls[frame.token.i], parse)
        if frame.token.i in tolls and way.factuality not in UNDONE
        else Toll(),
        factuality=way.factuality,
        because=way.because,
        confidence=one.confidence,
    )


def _mode(one: Found, sense: Sense | None, tools: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The mode that the word itself tells; for a bare attack, the one that its means decide."""
    told = sense.mode if sense is not None else None
    if told is not None or one.type != "ASSAULT":
        return told
    words = [*(token.lemma for token in tools), *(token.lemma for token in one.candidate.frame.modifiers)]
    return next((lexicon.marks.means[word] for word in words if word in lexicon.marks.means), None)
