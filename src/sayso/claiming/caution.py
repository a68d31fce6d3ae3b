"""Caution: when a doer that was chosen from the rest of the article is better left open.

A doer named in the event's own sentence needs less than one carried from another; one from elsewhere, of a bombing, or on
the side of those harmed needs to be as sure as one that is shown in words. So does one whom a sentence names and does not
tell to have done it.
"""

import re
from collections.abc import Sequence

from sayso.claiming.another_part import is_asked, is_described
from sayso.claiming.doing import SUFFERED, Scene
from sayso.claiming.plainly import NO_DOERS
from sayso.comparing import View
from sayso.comparing.view import ORGANS
from sayso.model import Mention, Sentence, Span, Toponym
from sayso.resources.people import People

# Chances that a doer must have, chosen on articles that the roles had not seen: below them more than half were wrong.
NAMED_BESIDE = 0.3
CARRIED = 0.4
# Also how likely a doer must be to be shown in words.
SURE = 0.6
FAR = 3  # sentences back, in another paragraph

# Whose bomb it was is seldom told; a bombing takes no doer from the fighting told around it.
BOMBS = re.compile(
    r"\b(?:bomb(?:s|ed|ing|ings)?|blasts?|explosions?|explod\w+|detonat\w+|mines?|missiles?|air ?strikes?|IEDs?)\b",
    re.IGNORECASE,
)
# "No group has claimed the attack", "an unclaimed bombing": nobody knows.
NOT_KNOWN = re.compile(
    r"\bunclaimed\b|\b(?:no|nor)\s(?:\w+\s){0,3}?(?:claim|responsibility)"
    r"|\b(?:not|yet|nobody|never|n't|n’t)\s(?:\w+\s){0,4}?claim(?:ed|s)?\s(?:\w+\s)?responsibility",
    re.IGNORECASE,
)
# Who does not do what is never told of such: nobody protests alone, nobody is arrested by passers-by.
NEVER: dict[str, frozenset[str]] = {
    "PROTEST": frozenset(
        {"person", "ngo", "media", "state", "government_body", "police", "military", "igo", "coalition"}
    ),
    "COERCE": frozenset({"civilians", "crowd"}),
}
WORDS = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# Who talks or deals with whom is told in the clause, not before it.
TALKS = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
# What may yet be is not the deed of those who did the like: "similar protests could occur".
TO_COME = frozenset({"planned", "possible", "demanded", "hypothetical"})
NEVER_SURE = 2.0  # above every chance
AFTER = 2  # sentences after the event in which it is told that nobody knows


class Caution:
    """What speaks against a doer from elsewhere, for the events of one article."""

    def __init__(self, scene: Scene, places: Sequence[Toponym]) -> None:
        self._scene = scene
        self._towns = [
            one for one in places if one.place is not None and one.place.kind != "country" and not one.demonym
        ]
        self._actors = {actor.id: actor for actor in scene.cast.actors}
        self._voices = {view.claim.id: voice for view, voice in zip(scene.views, scene.voices, strict=True)}
        self._people = People.open()

    def allows(self, view: View, actors: Sequence[str], share: float) -> bool:
        """May these be told as the doers of an event, chosen with this chance (0 to 1)?"""
        if set(actors) & set(view.claim.patient_actor) or self._tells_of_others(view):
            return False
        sentence = self._scene.parse.sentences[view.sentence]
        if self._is_anothers(view, actors) or self._is_at_home(view, actors, sentence):
            return False
        if self._is_in_another_part(view, actors):
            return False
        if self._are_of_a_state(actors) and self._is_no_deed_of_a_state(view, actors):
            return False
        kinds = {self._scene.kinds.get(one, "") for one in actors}
        if view.claim.event.type == "PROTEST" and kinds == {"crowd"} and view.claim.event.factuality not in TO_COME:
            return True  # the protests are the protesters'
        if kinds & NEVER.get(view.claim.event.type, frozenset()) or self._is_on_their_side(view, actors):
            return False
        if view.claim.event.type == "ASSAULT" and (self._nobody_knows(sentence) or self._are_alike(view, actors)):
            return False
        return share >= self._least(view, actors, sentence)

    def _least(self, view: View, actors: Sequence[str], sentence: Sentence) -> float:
        """The chance that a doer must have."""
        mention = self._last(actors, sentence)
        if BOMBS.search(self._words(sentence.span)):
            return SURE
        if mention is not None and sentence.span.covers(mention.head):
            return SURE if self._is_left_open(view, actors) else NAMED_BESIDE
        if view.claim.event.type in TALKS and self._has_other_subject(view, actors):
            return NEVER_SURE
        return SURE if mention is None or self._is_elsewhere(mention, sentence) else CARRIED

    def _is_left_open(self, view: View, actors: Sequence[str]) -> bool:
        """Does a sentence name someone and yet not say that it was them who did it?

        The article in its own voice would tell it, a passive verb is there to leave it out ("were given passage"), a
        state is named for much else, and who agrees or accuses is named with it.
        """
        if view.claim.event.type in WORDS:
            return True
        parse, trigger = self._scene.parse, self._scene.parse.root_of(view.claim.event.trigger)
        passive = trigger is not None and any(parse.dependents(trigger, "nsubjpass", "auxpass"))
        states = all(self._scene.kinds.get(one) in ORGANS for one in actors)
        return passive or states or self._voices[view.claim.id] is None

    def _has_other_subject(self, view: View, actors: Sequence[str]) -> bool:
        """Is somebody else the subject of the clause that the event is told in ("the leaders spoke of cooperation")?"""
        parse, trigger = self._scene.parse, self._scene.parse.root_of(view.claim.event.trigger)
        told = {one.head.start: one.actor for one in self._scene.cast.mentions}
        above = parse.ancestors(trigger) if trigger is not None else ()
        verb = next((one for one in above if one.pos in ("VERB", "AUX")), None)
        subjects = parse.dependents(verb, "nsubj", "nsubjpass") if verb is not None else ()
        return any(one.start in told and told[one.start] not in actors for one in subjects)

    def _words(self, span: Span) -> str:
        return span.words(self._scene.parse.text)

    def _tells_of_others(self, view: View) -> bool:
        """Do the event's own words tell a doer who is someone, be it unknown who ("some who fled", "you", "their")?"""
        heads = [self._scene.parse.root_of(span) for span in view.claim.event.agent]
        return any(
            head is not None and (head.pos == "PRON" or self._people.noun(head.lemma.lower()) is not None)
            for head in heads
        )

    def _is_anothers(self, view: View, actors: Sequence[str]) -> bool:
        """Does the word itself have a subject or an owner who is somebody else ("the leaders agreed", "his visit")?"""
        parse = self._scene.parse
        trigger = parse.root_of(view.claim.event.trigger)
        if trigger is None:
            return False
        if trigger.pos in ("NOUN", "PROPN"):
            owners = [] if trigger.lemma in SUFFERED else list(parse.dependents(trigger, "poss"))
        else:
            lacks_subject = not any(parse.dependents(trigger, "nsubj", "nsubjpass"))
            while lacks_subject and trigger.dep in ("xcomp", "conj") and trigger.head != trigger.i:
                trigger = parse.head(trigger)
                lacks_subject = not any(parse.dependents(trigger, "nsubj", "nsubjpass"))
            owners = list(parse.dependents(trigger, "nsubj"))
        told = {one.head.start: one.actor for one in self._scene.cast.mentions}
        return any(owner.start in told and told[owner.start] not in actors for owner in owners)

    def _are_of_a_state(self, actors: Sequence[str]) -> bool:
        found = [self._actors[one] for one in actors if one in self._actors]
        return any(one.kind in ORGANS and one.country is not None for one in found)

    def _is_no_deed_of_a_state(self, view: View, actors: Sequence[str]) -> bool:
        """Do the words around an event speak against a state or its forces? What is put down to a wrong state is the worst error.

        Who agrees with whom is told beside it or elsewhere in these words, all of them; and who did the same to the same
        ("the destroyed bridge") may be told elsewhere.
        """
        if self._is_a_state_of_other_deeds(view, actors):
            return True
        if view.claim.event.type in TALKS and not self._are_told_together(view, actors):
            return True
        return self._is_done_by_others(view, actors) or self._is_past_another(view, actors)

    def together(self, view: View, actors: tuple[str, ...]) -> tuple[str, ...]:
        """All who talked or dealt together, where some of them are carried: those told of the nearest event of the sort."""
        if view.claim.event.type not in TALKS:
            return actors
        alike = [one for one in self._alike(view) if set(actors) <= set(one.own_agents)]
        nearest = min(alike, key=lambda one: abs(one.sentence - view.sentence), default=None)
        return actors if nearest is None or set(nearest.own_agents) & set(view.own_patients) else nearest.own_agents

    def _alike(self, view: View) -> list[View]:
        """The other events of the same type."""
        views = self._scene.views
        return [one for one in views if one is not view and one.claim.event.type == view.claim.event.type]

    def _are_told_together(self, view: View, actors: Sequence[str]) -> bool:
        """Are these told to have done the same sort of thing elsewhere?"""
        return any(set(actors) <= set(one.own_agents) for one in self._alike(view))

    def _is_in_another_part(self, view: View, actors: Sequence[str]) -> bool:
        """Has everyone of the actors whom the event's sentence names another part in it than that of the doer?"""
        parse, event = self._scene.parse, view.claim.event
        trigger, sentence = parse.root_of(event.trigger), parse.sentences[view.sentence]
        if trigger is None or is_asked(parse, trigger):
            return True
        here = [one for one in self._scene.cast.mentions if one.actor in actors and sentence.span.covers(one.head)]
        heads = [parse.root_of(one.head) for one in here if not any(one.head.overlaps(span) for span in event.patient)]
        told = [head for head in heads if head is not None]
        rules = (*NO_DOERS, is_described)
        return bool(here) and all(any(rule(parse, trigger, one) for rule in rules) for one in told)

    def _is_done_by_others(self, view: View, actors: Sequence[str]) -> bool:
        """Is the same deed, done to the same, told of others elsewhere ("the destroyed bridge")?"""
        alike = (
            one for one in self._scene.views
            if one is not view and one.lemma == view.lemma and one.patient_words & view.patient_words
        )  # fmt: skip
        others = [set(one.own_agents) for one in alike if one.own_agents]
        return bool(others) and not any(set(actors) & one for one in others)

    def _is_past_another(self, view: View, actors: Sequence[str]) -> bool:
        """Is the last deed of the sort, told just before, someone else's, and of no force of the same country?"""
        start = view.claim.event.trigger.start
        before = [one for one in self._alike(view) if one.own_agents and one.claim.event.trigger.start < start]
        last = max(before, key=lambda one: one.claim.event.trigger.start, default=None)
        if last is None or set(last.own_agents) & set(actors) or view.sentence - last.sentence > AFTER:
            return False
        ours, theirs = (
            {self._actors[one].country for one in some if one in self._actors} - {None}
            for some in (actors, last.own_agents)
        )
        return not ours & theirs

    def _is_a_state_of_other_deeds(self, view: View, actors: Sequence[str]) -> bool:
        """Is a state put forward of which nothing of the sort is told?"""
        if not any(self._scene.kinds.get(one) == "state" for one in actors):
            return False
        return not any(set(actors) & set(one.claim.agent_actor) for one in self._alike(view))

    def _is_at_home(self, view: View, actors: Sequence[str], sentence: Sentence) -> bool:
        """Does an adjective only tell where it happened ("were killed in Syrian operations", told of a town in Syria)?"""
        mention = self._last(actors, sentence)
        if view.place is None or mention is None or mention.kind != "demonym":
            return False
        return any(self._actors[one].country == view.place.country for one in actors if one in self._actors)

    def _nobody_knows(self, sentence: Sentence) -> bool:
        """Is it told in the sentence, or after it in its paragraph, that nobody has owned to the deed?"""
        near = self._scene.parse.sentences[sentence.i : sentence.i + AFTER + 1]
        return any(one.paragraph == sentence.paragraph and NOT_KNOWN.search(self._words(one.span)) for one in near)

    def _last(self, actors: Sequence[str], sentence: Sentence) -> Mention | None:
        """Where one of the actors is named last, up to the end of a sentence."""
        found = [one for one in self._scene.cast.mentions if one.actor in actors and one.head.start < sentence.span.end]
        return max(found, key=lambda one: one.head.start, default=None)

    def _are_alike(self, view: View, actors: Sequence[str]) -> bool:
        """Are several called by the noun of those whom they are to have harmed ("ten soldiers were killed")?"""
        parse = self._scene.parse
        heads = [parse.root_of(span) for span in view.claim.event.patient]
        told = [parse.root_of(one.head) for one in self._scene.cast.mentions if one.actor in actors]
        harmed, harming = ({one.lemma for one in some if one and one.tag == "NNS"} for some in (heads, told))
        return bool(harmed & harming)

    def _is_on_their_side(self, view: View, actors: Sequence[str]) -> bool:
        """Are the doers of an attack of the same sector as those it was done to, or forces of the same state?"""
        if view.claim.event.type != "ASSAULT":
            return False
        doers, harmed = (
            [self._actors[one] for one in some if one in self._actors] for some in (actors, view.claim.patient_actor)
        )
        if {one.sector for one in doers} & {one.sector for one in harmed} - {None}:
            return True
        forces = {one.country for one in doers if one.kind in ("military", "state")} - {None}
        return bool(forces & self._owners_of_machines(view))

    def _owners_of_machines(self, view: View) -> set[str | None]:
        """The countries whose machines an attack was done to ("a Norwegian helicopter was shot down")."""
        parse, mentions = self._scene.parse, self._scene.cast.mentions
        found: set[str | None] = set()
        for span in view.claim.event.patient:
            head = parse.root_of(span)
            noun = self._people.noun(head.lemma.lower()) if head is not None else None
            if noun is not None and noun.sector == "MIL":
                inside = [one.actor for one in mentions if span.covers(one.head) and one.actor in self._actors]
                found |= {self._actors[one].country for one in inside}
        return found - {None}

    def _is_elsewhere(self, mention: Mention, sentence: Sentence) -> bool:
        """Are the doers told of long before, or at another town than the event's sentence names?"""
        other = self._scene.parse.sentence_at(mention.head)
        if other is None or (sentence.i - other.i >= FAR and other.paragraph != sentence.paragraph):
            return True
        here, there = ({one.place for one in self._towns if near.span.covers(one.span)} for near in (sentence, other))
        return bool(here and there and not here & there)
