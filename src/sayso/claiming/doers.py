"""Doers that an event's own words leave out, chosen among those whom the rest of the article offers.

"The attack" is by whoever was said to attack; protests are by the protesters; people are arrested by the police that
the text speaks of. What is carried is no evidence: the claim that takes it says that it was inferred. A doer whom only
another holder named is not put into this one's mouth.
"""

from collections.abc import Sequence

import msgspec

from sayso.claiming.caution import SURE, TALKS, Caution
from sayso.claiming.chooser import pick
from sayso.claiming.doing import Scene, doer_options, scene_of
from sayso.comparing import View
from sayso.model import Attribution, Cast, Claim, Parse, Sentence, Span, Toponym
from sayso.resources.attachment import Weights


def with_doers(
    views: Sequence[View],
    scores: Sequence[Sequence[tuple[int, float]]],
    parse: Parse,
    cast: Cast,
    attributions: Sequence[Attribution],
    places: Sequence[Toponym],
    weights: Weights,
) -> list[Claim]:
    """The claims of the views, those whose own words name nobody as doer with the one that the article implies, if any."""
    scene = scene_of(parse, cast, views, scores, attributions)
    naming, caution = Naming(cast), Caution(scene, places)
    found = []
    for n, view in enumerate(views):
        if view.claim.agent_actor:
            found.append(view.claim)
            continue
        options, doers = doer_options(scene, n)
        choice = pick(options, weights)
        if choice.site is None or not caution.allows(view, doers[choice.site], choice.share):
            found.append(view.claim)
        else:
            actors = caution.together(view, doers[choice.site])
            shown = choice.share >= SURE and view.claim.event.type not in TALKS
            found.append(done_by(view.claim, actors, scene, naming if shown else None))
    return found


def done_by(claim: Claim, actors: tuple[str, ...], scene: Scene, naming: "Naming | None") -> Claim:
    """The claim with inferred doers, and the words nearest to the event that name them where it has none."""
    inferred = ("agent", *(field for field in claim.inferred if field != "agent"))
    event = claim.event
    if naming is not None and not event.agent:
        sentence = scene.parse.sentence_at(event.trigger)
        spans = tuple(span for actor in actors if (span := naming.nearest(actor, event.trigger, sentence)) is not None)
        event = msgspec.structs.replace(event, agent=tuple(sorted(set(spans))))
    return msgspec.structs.replace(claim, event=event, agent_actor=actors, inferred=inferred)


class Naming:
    """Where a document names whom."""

    def __init__(self, cast: Cast) -> None:
        self._spans: dict[str, list[Span]] = {}
        for mention in cast.mentions:
            self._spans.setdefault(mention.actor, []).append(mention.span)

    def nearest(self, actor: str, trigger: Span, sentence: Sentence | None) -> Span | None:
        """The words that name an actor in the trigger's sentence, else the last ones before it; None without any."""
        best: Span | None = None
        for span in self._spans.get(actor, ()):
            if span.overlaps(trigger):
                continue
            if sentence is not None and sentence.span.covers(span):
                return span
            if span.end <= trigger.start:
                best = span
        return best
