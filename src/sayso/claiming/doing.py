"""Who may have done what an event's own words leave without a doer: the options of the choice, and what speaks for each.

Three sorts are put forward: the doers of other events of the article, those whom the event's own sentence or one shortly
before it names, and the crowd and the police of the article.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sayso.claiming.chooser import Option
from sayso.claiming.features import bucket
from sayso.coding import met_by
from sayso.coding.done_to import SUFFERED as SUFFERED_BY_OWNERS
from sayso.comparing import View
from sayso.model import Attribution, Cast, Claim, Mention, Parse, Token

SCORES = (-2, -1, 0, 1, 2, 3)
STEM = 4  # letters by which "shelled" and "shelling" are the same word
MATES = 8
BACK = 3  # sentences
LONGEST_WAY = 5
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Scene(Struct, frozen=True):
    """An article as the choice sees it.

    scores: for each event, others with the log odds that both are one happening. voices: who tells each event, None for
    the article itself. sources: the attributions by id. kinds: what each actor is. often: for each type of event, in how many
    events an actor is the doer. told: who tells of each set of doers.
    """

    parse: Parse
    cast: Cast
    views: Sequence[View]
    scores: Sequence[Sequence[tuple[int, float]]]
    voices: Sequence[str | None]
    sources: dict[str, Attribution]
    kinds: dict[str, str]
    often: dict[str, Counter[str]]
    told: dict[tuple[str, ...], set[str | None]]


def scene_of(
    parse: Parse,
    cast: Cast,
    views: Sequence[View],
    scores: Sequence[Sequence[tuple[int, float]]],
    attributions: Sequence[Attribution],
) -> Scene:
    """The scene of an article's events."""
    voices = voices_of(views, attributions)
    often: dict[str, Counter[str]] = {}
    told: dict[tuple[str, ...], set[str | None]] = {}
    for view, voice in zip(views, voices, strict=True):
        often.setdefault(view.claim.event.type, Counter()).update(view.claim.agent_actor)
        told.setdefault(view.claim.agent_actor, set()).add(voice)
    kinds: dict[str, str] = {actor.id: actor.kind for actor in cast.actors}
    return Scene(parse, cast, views, scores, voices, {one.id: one for one in attributions}, kinds, often, told)


def voices_of(views: Sequence[View], attributions: Sequence[Attribution]) -> list[str | None]:
    """For each claim who tells it: its holder's actor, else the attribution; None is the article's own voice."""
    voice = {one.id: one.source_actor or one.id for one in attributions}
    return [voice.get(view.claim.holder or "") for view in views]


def doer_options(scene: Scene, n: int) -> tuple[list[Option], list[tuple[str, ...]]]:
    """All who may have done what event n tells, nobody first, and the actors that the options' sites count."""
    options = [Option(None, "", list(_nobody(scene, n)))]
    doers: list[tuple[str, ...]] = []
    offered = (*_mates(scene, n), *_beside(scene, n), *_usual(scene, n))
    for actors, features in offered:
        options.append(Option(len(doers), " ".join(actors), features))
        doers.append(actors)
    return options, doers


Offer = tuple[tuple[str, ...], list[str]]


def _nobody(scene: Scene, n: int) -> Iterator[str]:
    """What speaks for leaving the doer open."""
    view = scene.views[n]
    event, trigger = view.claim.event, _trigger(scene, view.claim)
    passive = trigger is not None and any(scene.parse.dependents(trigger, "nsubjpass", "auxpass"))
    beside = sum(other.sentence == view.sentence and bool(other.claim.agent_actor) for other in scene.views)
    yield "none"
    yield f"none,{event.type}"
    yield f"none,{event.mode}"
    yield f"none,{event.factuality}"
    yield f"none,the={view.definite}"
    yield f"none,the={view.definite},{view.kind}"
    yield f"none,passive={passive},{view.kind}"
    yield f"none,beside={min(beside, 2)}"
    yield f"none,voice={scene.voices[n] is not None}"
    yield f"none,whom={bool(event.patient)}"
    if event.agent:
        yield "none,someone"


def _mates(scene: Scene, n: int) -> Iterator[Offer]:
    """The doers of the events that are likeliest the same happening, as far as this event's holder tells of them."""
    view, views = scene.views[n], scene.views
    mates = sorted((one for one in scene.scores[n] if views[one[0]].claim.agent_actor), key=lambda one: -one[1])
    for m, score in mates[:MATES]:
        actors = views[m].claim.agent_actor
        if scene.voices[n] in scene.told[actors] and not _told_of_others(views[m], view):
            yield actors, [*_of_mate(views[m], view, score), *_of_actor(scene, actors[0], n, "mate")]


def _told_of_others(one: View, other: View) -> bool:
    """Are two events done to different people, so that the doer of one says nothing of the other's?

    Who shot the protesters is not for that who shot the man they marched for.
    """
    if not one.own_patients or not other.own_patients:
        return False
    return not (one.patients & other.patients or one.patient_words & other.patient_words)


def _of_mate(mate: View, view: View, score: float) -> list[str]:
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


def _of_actor(scene: Scene, actor: str, n: int, sort: str) -> Iterator[str]:
    """What the actor is, and whether it did more of the sort in this article."""
    view = scene.views[n]
    kind, event = scene.kinds.get(actor, ""), view.claim.event
    times = scene.often.get(event.type, Counter())[actor]
    most = times > 0 and times == max(scene.often[event.type].values())
    yield f"{sort},kind={kind}"
    yield f"kind={kind},{event.type}"
    yield f"{sort},times={bucket(times, (0, 1, 3))},most={most}"
    if event.mode:
        yield f"kind={kind},{event.mode}"


def _beside(scene: Scene, n: int) -> Iterator[Offer]:
    """Those whom the event's sentence names, and the subjects of the sentences shortly before."""
    view = scene.views[n]
    trigger = _trigger(scene, view.claim)
    if trigger is None:
        return
    sentences = scene.parse.sentences
    start = sentences[max(0, view.sentence - BACK)].span.start
    end = sentences[view.sentence].span.end
    mentions = scene.cast.mentions
    at = bisect_left(mentions, start, key=lambda mention: mention.head.start)
    last: dict[int, Offer] = {}
    met = met_by(trigger, scene.parse)
    while at < len(mentions) and mentions[at].head.start < end:
        mention = mentions[at]
        at += 1
        head = scene.parse.root_of(mention.head)
        if head is None or head.i == trigger.i or mention.actor in view.own_patients or suffers(head, trigger):
            continue
        if head.i in met or not _speaks_of(scene, scene.voices[n], mention):
            continue
        if head.sentence == view.sentence:
            yield (mention.actor,), list(_of_mention(scene, n, trigger, mention, head))
        elif head.dep in SUBJECTS and not sentences[head.sentence].left_out:
            last[head.sentence] = (mention.actor,), list(_of_subject(scene, n, mention, head))
    yield from last.values()


# Who is named before these had it done to them, or it was done there: "the Bara bombing".
SUFFERED = SUFFERED_BY_OWNERS | {
    "casualty", "fatality", "injury", "capture", "fall", "loss", "liberation", "seizure", "release", "siege", "bombing",
    "shelling", "bombardment",
}  # fmt: skip


def suffers(head: Token, trigger: Token) -> bool:
    """Is someone named before a noun for what is done to people ("journalist deaths", "the Brandt murder")?"""
    beside = {trigger.i, trigger.head} if trigger.dep == "compound" else {trigger.i}  # "the Brandt murder case"
    return trigger.lemma in SUFFERED and head.head in beside and head.dep in ("compound", "amod", "nmod", "poss")


def _speaks_of(scene: Scene, voice: str | None, mention: Mention) -> bool:
    """Is a mention this voice's own, or the article's, and not only in another's mouth?"""
    mouths = {
        one.source_actor or one.id
        for one in scene.sources.values()
        if any(span.covers(mention.head) for span in one.content)
    }
    return not mouths or voice in mouths


def _of_mention(scene: Scene, n: int, trigger: Token, mention: Mention, head: Token) -> Iterator[str]:
    """What speaks for someone whom the event's own sentence names."""
    view = scene.views[n]
    side = "<" if head.i < trigger.i else ">"
    way = way_of(scene.parse, trigger, head)
    up, _, down = way.partition("/")
    last = down.rpartition(".")[2]
    yield "own"
    yield f"own,way={way}"
    yield f"own,way={way},{view.claim.event.type}"
    yield f"own,up={up}"
    yield f"own,last={last},{side}"
    yield f"own,last={last},{side},{view.kind}"
    yield f"own,gap={side}{bucket(abs(head.i - trigger.i), (2, 5, 10, 20))}"
    yield f"own,{mention.kind}"
    holder = scene.sources.get(view.claim.holder or "")
    if holder is not None and any(span.covers(head.span) for span in holder.source):
        yield "own,speaker"
        yield f"own,speaker,{view.claim.event.type}"
        yield f"own,speaker,{view.claim.event.factuality}"
    elif holder is not None and not any(span.covers(head.span) for span in holder.content):
        yield "own,outside"
    yield from _of_deeds(scene, n, head)
    yield from _of_actor(scene, mention.actor, n, "own")


def _of_deeds(scene: Scene, n: int, head: Token) -> Iterator[str]:
    """What someone does or suffers in the other events of the sentence."""
    view = scene.views[n]
    for m, other in enumerate(scene.views):
        if m == n or other.sentence != view.sentence:
            continue
        event = other.claim.event
        same = event.type == view.claim.event.type
        if any(span.covers(head.span) for span in event.agent):
            yield f"own,agent-of,same={same}"
            yield f"own,agent-of={event.type},{view.claim.event.type}"
        if any(span.covers(head.span) for span in event.patient):
            yield f"own,patient-of,same={same}"


def _of_subject(scene: Scene, n: int, mention: Mention, head: Token) -> Iterator[str]:
    """What speaks for the subject of a sentence shortly before."""
    view = scene.views[n]
    back = view.sentence - head.sentence
    yield "earlier"
    yield f"earlier,back={back}"
    yield f"earlier,back={back},{view.kind}"
    yield f"earlier,{head.dep},{view.claim.event.type}"
    verb = scene.parse.head(head)
    same = any(
        other.sentence == head.sentence and other.claim.event.type == view.claim.event.type
        and any(span.covers(head.span) for span in other.claim.event.agent)
        for other in scene.views
    )  # fmt: skip
    yield f"earlier,same={same}"
    yield f"earlier,word={verb.lemma[:STEM] == view.lemma[:STEM]}"
    yield f"earlier,the={view.definite}"
    yield from _of_actor(scene, mention.actor, n, "earlier")


def _usual(scene: Scene, n: int) -> Iterator[Offer]:
    """The crowd and the police that the text names most."""
    event = scene.views[n].claim.event
    counts: Counter[str] = Counter(mention.actor for mention in scene.cast.mentions)
    for kind in ("crowd", "police"):
        found = [actor.id for actor in scene.cast.actors if actor.kind == kind]
        actor = max(found, key=lambda one: counts[one], default=None)
        if actor is not None:
            yield (actor,), [kind, f"{kind},{event.type}", f"{kind},{event.mode}"]


def _trigger(scene: Scene, claim: Claim) -> Token | None:
    return scene.parse.root_of(claim.event.trigger)


def way_of(parse: Parse, trigger: Token, head: Token) -> str:
    """The tree path from a trigger to another word of its sentence: labels up and down, prepositions named; "far" if long."""
    up = {trigger.i: ""}
    path, steps = "", {trigger.i: 0}
    token = trigger
    while parse.head(token).i != token.i and len(up) <= LONGEST_WAY:
        path += f"^{_label(token)}"
        token = parse.head(token)
        up[token.i], steps[token.i] = path, len(up)
    down: list[str] = []
    token = head
    while token.i not in up:
        if len(down) >= LONGEST_WAY or parse.head(token).i == token.i:
            return "far"
        down.append(_label(token))
        token = parse.head(token)
    return f"{up[token.i]}/{'.'.join(reversed(down))}" if steps[token.i] + len(down) <= LONGEST_WAY else "far"


def _label(token: Token) -> str:
    return f"prep_{token.lemma}" if token.dep in ("prep", "agent") else token.dep
