"""Laying claims open for comparison."""

import msgspec

from sayso.claiming.holders import chain
from sayso.claiming.pieces import Pieces
from sayso.comparing import View
from sayso.comparing.partial import is_a_number, is_unnamed_source
from sayso.comparing.vague import is_kind_alone, is_of_the_ruling
from sayso.comparing.view import BYSTANDERS, ORGANS, PARTIES, acts_for_its_whole, is_plural, speaks_against
from sayso.comparing.worded import worded
from sayso.model import Attribution, Claim, Place, Span

# Words that point at what was told before.
DEFINITE = frozenset({"the", "these", "those", "this", "that", "its", "their", "his", "her", "such"})
# Those that point at the one told last, and not at the one that the text is about.
POINTING = frozenset({"that", "those"})
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


class Viewer:
    """Makes views of the claims of one document."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._actors = {actor.id: actor for actor in pieces.cast.actors}
        self._places = {toponym.id: toponym.where for toponym in pieces.places}
        self._attributions = {one.id: one for one in pieces.attributions}

    def view(self, claim: Claim) -> View:
        """The claim with everything that comparison needs."""
        parse, event, holder = self._pieces.parse, claim.event, self._attributions.get(claim.holder or "")
        trigger = parse.root_of(event.trigger)
        before = {child.lemma for child in parse.dependents(trigger, "det", "poss")} if trigger is not None else set()
        lemma = trigger.lemma if trigger is not None else event.trigger.words(parse.text).lower()
        speaker, source = self._speaker(claim.holder), self._source(claim.holder)
        return msgspec.structs.replace(
            worded(claim, lemma, 0 if trigger is None else trigger.sentence, parse.text, holder, self._cues(holder)),
            definite=not before.isdisjoint(DEFINITE),
            pointing=not before.isdisjoint(POINTING),
            agents=self._sides(claim.agent_actor),
            patients=self._sides(claim.patient_actor),
            own_agents=claim.agent_actor,
            own_patients=claim.patient_actor,
            speaker=speaker,
            source=source,
            nameless=holder is not None and ((not speaker and not source) or is_a_number(holder.source, parse.text)),
            place=self._place(claim),
            patient_words=self._words(event.patient),
            agent_words=self._words(event.agent),
            kind=trigger.pos if trigger is not None else "",
            bystanders=self._are_of(claim.patient_actor, BYSTANDERS),
            parties=frozenset(name for name in claim.patient_actor if self._are_of((name,), PARTIES)),
            known_parties=frozenset(name for name in claim.patient_actor if self._is_known_party(name)),
            states=self._states(claim.agent_actor),
            doubtful_doer=self._are_any_body(claim.agent_actor, event.agent),
            doubtful_speaker=holder is not None and self._is_doubtful(holder),
            vague=self._are_vague(claim.agent_actor),
            ruling=self._are_ruling(claim.agent_actor),
            several=trigger is not None and is_plural(trigger.text),
            relay=self._relay(holder),
        )

    def _relay(self, holder: Attribution | None) -> frozenset[str]:
        """Whom a source without a name told it."""
        around = chain(holder, self._pieces.attributions)[1:]
        if holder is None or not is_unnamed_source(holder.source, self._pieces.parse.text):
            return frozenset()
        return frozenset().union(*(self._speaker(one.id) for one in around[:1]))

    def _are_vague(self, actors: tuple[str, ...]) -> bool:
        found = [self._actors[name] for name in actors if name in self._actors]
        return bool(found) and all(
            is_kind_alone(actor.names[0] if actor.names else actor.id, actor.country) for actor in found
        )

    def _are_ruling(self, actors: tuple[str, ...]) -> bool:
        found = [self._actors[name] for name in actors if name in self._actors]
        return any(is_of_the_ruling(actor.names[0], actor.country) for actor in found if actor.names)

    def _cues(self, holder: Attribution | None) -> tuple[Span, ...]:
        return tuple(cue for one in chain(holder, self._pieces.attributions) for cue in one.cue)

    def _sides(self, actors: tuple[str, ...]) -> frozenset[str]:
        """The actors and all that they are part of and act for."""
        found: set[str] = set()
        waiting = list(actors)
        while waiting:
            name = waiting.pop()
            if name in found:
                continue
            found.add(name)
            actor = self._actors.get(name)
            whole = self._actors.get(actor.part_of or "") if actor is not None else None
            if actor is not None and whole is not None and acts_for_its_whole(actor.kind, actor.sector, whole.kind):
                waiting.append(whole.id)
        return frozenset(found)

    def _speaker(self, holder: str | None) -> frozenset[str]:
        attribution = self._attributions.get(holder or "")
        if attribution is None or not attribution.source_actor:
            return frozenset()
        actor = self._actors.get(attribution.source_actor)
        official = actor is not None and actor.kind in ORGANS
        if official and speaks_against(self._source(holder)):
            return frozenset()
        return self._sides((attribution.source_actor,))

    def _are_any_body(self, actors: tuple[str, ...], spans: tuple[Span, ...]) -> bool:
        """Are troops told by their common noun alone ("the army"), in a text that tells of those of other states too?"""
        found = [
            self._actors[name] for name in actors if name in self._actors and self._actors[name].kind == "military"
        ]
        return self._are_common(spans) and any(
            other.kind == one.kind and other.country != one.country for one in found for other in self._actors.values()
        )

    def _is_doubtful(self, holder: Attribution) -> bool:
        """Is a holder troops of any state, or somebody for whom another speaks?"""
        others = {one.source_actor for one in chain(holder, self._pieces.attributions)}
        return len(others) > 1 or self._are_any_body((holder.source_actor or "",), holder.source)

    def _are_common(self, spans: tuple[Span, ...]) -> bool:
        """Do the words name nobody by name?"""
        parse = self._pieces.parse
        words = [token for span in spans for token in parse.within(span)]
        return any(word.pos == "NOUN" for word in words) and not any(word.pos in ("PROPN", "ADJ") for word in words)

    def _source(self, holder: str | None) -> frozenset[str]:
        """The words that name who says so, those of kind and name alone."""
        attribution = self._attributions.get(holder or "")
        return frozenset() if attribution is None else frozenset(map(str.lower, self._words(attribution.source)))

    def _are_of(self, actors: tuple[str, ...], kinds: frozenset[str]) -> bool:
        found = [self._actors.get(name) for name in actors]
        return bool(found) and all(actor is not None and actor.kind in kinds for actor in found)

    def _is_known_party(self, name: str) -> bool:
        return self._are_of((name,), PARTIES) and self._actors[name].registry is not None

    def _states(self, actors: tuple[str, ...]) -> frozenset[str]:
        """The countries of the organs of states among actors."""
        found = (self._actors.get(name) for name in actors)
        return frozenset(one.country for one in found if one is not None and one.country and one.kind in ORGANS)

    def _place(self, claim: Claim) -> Place | None:
        return self._places.get(claim.place.place) if claim.place is not None else None

    def _words(self, spans: tuple[Span, ...]) -> frozenset[str]:
        parse = self._pieces.parse
        return frozenset(token.lemma for span in spans for token in parse.within(span) if token.pos in CONTENT)
