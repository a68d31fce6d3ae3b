"""Doers that an event's own words leave out: of the events of its article, the one whose doer is also its own.

"The attack" is by whoever was said to attack; protests are by the protesters; people are arrested by the police that
the text speaks of. What is carried is no evidence: the claim that takes it says that it was inferred. A doer whom only
another holder named is not put into this one's mouth.
"""

from collections.abc import Sequence

import msgspec

from sayso.claiming.chooser import Option, pick
from sayso.claiming.features import bucket
from sayso.comparing import View
from sayso.model import Attribution, Cast, Claim
from sayso.resources.attachment import Weights

SCORES = (-2, -1, 0, 1, 2, 3)
STEM = 4  # letters by which "shelled" and "shelling" are the same word
MATES = 8


def with_doers(
    views: Sequence[View],
    scores: Sequence[Sequence[tuple[int, float]]],
    cast: Cast,
    attributions: Sequence[Attribution],
    weights: Weights,
) -> list[Claim]:
    """The claims of the views, those without a doer of their own with the one that the article implies, if any."""
    voices = voices_of(views, attributions)
    found = []
    for n, view in enumerate(views):
        if view.claim.agent_actor or view.claim.event.agent:
            found.append(view.claim)
            continue
        options, doers = doer_options(views, scores, cast, voices, n)
        chosen = pick(options, weights).site
        if chosen is None:
            found.append(view.claim)
        else:
            inferred = ("agent", *view.claim.inferred)
            found.append(msgspec.structs.replace(view.claim, agent_actor=doers[chosen], inferred=inferred))
    return found


def voices_of(views: Sequence[View], attributions: Sequence[Attribution]) -> list[str | None]:
    """For each claim who tells it: its holder's actor, else the attribution; None is the article's own voice."""
    voice = {one.id: one.source_actor or one.id for one in attributions}
    return [voice.get(view.claim.holder or "") for view in views]


def doer_options(
    views: Sequence[View],
    scores: Sequence[Sequence[tuple[int, float]]],
    cast: Cast,
    voices: Sequence[str | None],
    n: int,
) -> tuple[list[Option], list[tuple[str, ...]]]:
    """All who may have done what event n tells, nobody first, and the actors that the options' sites count."""
    view = views[n]
    event = view.claim.event
    options = [
        Option(None, "", ["none", f"none,{event.type}", f"none,{event.factuality}", f"none,the={view.definite}"])
    ]
    doers: list[tuple[str, ...]] = []
    told = {views[m].claim.agent_actor: set[str | None]() for m in range(len(views))}
    for m, other in enumerate(views):
        told[other.claim.agent_actor].add(voices[m])
    mates = sorted((one for one in scores[n] if views[one[0]].claim.agent_actor), key=lambda one: -one[1])[:MATES]
    for m, score in mates:
        actors = views[m].claim.agent_actor
        if voices[n] in told[actors] and not _told_of_others(views[m], view):
            options.append(Option(len(doers), " ".join(actors), _features(views[m], view, score)))
            doers.append(actors)
    for kind in ("crowd", "police"):
        actor = _most_named(cast, kind)
        if actor is not None:
            features = [kind, f"{kind},{event.type}", f"{kind},{event.mode}"]
            options.append(Option(len(doers), actor, features))
            doers.append((actor,))
    return options, doers


def _told_of_others(one: View, other: View) -> bool:
    """Are two events done to different people, so that the doer of one says nothing of the other's?

    Who shot the protesters is not for that who shot the man they marched for.
    """
    if not one.own_patients or not other.own_patients:
        return False
    return not (one.patients & other.patients or one.patient_words & other.patient_words)


def _features(mate: View, view: View, score: float) -> list[str]:
    one, other = mate.claim.event, view.claim.event
    gap = view.sentence - mate.sentence
    side = "before" if gap >= 0 else "after"
    near = bucket(abs(gap), (0, 1, 2, 4, 8))
    odds = bucket(score, SCORES)
    found = ["mate", f"mate={odds}", f"mate={odds},{side}", f"mate,{side}{near}"]
    same = one.type == other.type
    word = mate.lemma[:STEM] == view.lemma[:STEM]
    found += [
        f"type={same}",
        f"word={word}",
        f"type={same},word={word},the={view.definite}",
        f"type={same},{side}{near}",
    ]
    if same:
        found.append(f"type={other.type}")
    if mate.claim.holder == view.claim.holder:
        found.append(f"holder,type={same}")
    if set(mate.claim.agent_actor) & set(view.own_patients):
        found.append("itself")
    return found


def _most_named(cast: Cast, kind: str) -> str | None:
    """The actor of a kind that the text names most, the first of several; None without any."""
    counts: dict[str, int] = {}
    for mention in cast.mentions:
        counts[mention.actor] = counts.get(mention.actor, 0) + 1
    found = [actor.id for actor in cast.actors if actor.kind == kind]
    return max(found, key=lambda actor: counts.get(actor, 0), default=None)
