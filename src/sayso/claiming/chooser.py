"""Choosing the place and the time that the text ties to an event, or none."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sayso.claiming.features import VERBAL, Site, bucket, opening_of, relation
from sayso.claiming.scene import Scene
from sayso.model import Event, Parse, Span, Token
from sayso.resources.attachment import Weights

# An earlier sentence that still holds is looked for this far back (sentences).
REACH = 12
SCORES = (-2, -1, 0, 1, 2, 3)
SHARES = (0.4, 0.6, 0.8, 0.95)
POINTING = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})


class Mate(Struct, frozen=True):
    """Another event of the article, and the site that its own words tie it to.

    score: log odds that the two are one happening; gap: sentences from the mate to the event, negative where the mate
    stands later; share: how likely the mate's site was; own: the site stands in the mate's own sentence.
    """

    site: int
    score: float
    gap: int
    share: float
    own: bool


class Option(Struct, frozen=True):
    """One reason to tie the event to a site, as binary features; site None stands for no place or time at all.

    value: equal for options that come to the same place or date, "" for none.
    """

    site: int | None
    value: str
    features: list[str]


class Choice(Struct, frozen=True):
    """The site that an event is tied to (its index; None for none), and how likely that is."""

    site: int | None
    share: float


class _Setting(Struct, frozen=True):
    """An event among the sites: indices of those within reach, of its own sentence, the closest and the last before.

    definite: its trigger points back ("the attack"); held: it is told in someone's words; opening: it opens the report.
    """

    event: Event
    trigger: Token
    kind: str
    near: list[int]
    own: list[int]
    closest: int
    last: int
    definite: bool
    held: bool
    opening: bool


class Chooser:
    """Ties an event to one of the sites of its article, or to none, by a log-linear score."""

    def __init__(
        self, parse: Parse, sites: Sequence[Site], values: Sequence[str], scene: Scene, ahead: int | None = None
    ) -> None:
        """Sites in the order of the text; values: one for each site, equal for the same place or date.

        ahead: how many sentences later a site of a mate may stand; None for any. What opens the report is told in full later.
        """
        self._ahead = ahead
        self._parse = parse
        self.sites = sites
        self._values = values
        self._scene = scene
        self._counts = Counter(values)
        self._opening = opening_of(parse)
        self._commonest = self._counts.most_common(1)[0][0] if values else ""

    def options(self, event: Event, mates: Sequence[Mate] = ()) -> list[Option]:
        """All that the event may be tied to, none first, then the sites near it, then those of other events."""
        trigger = self._parse.root_of(event.trigger)
        if trigger is None:
            return [Option(None, "", ["none"])]
        setting = self._setting(event, trigger)
        own, kind = bool(setting.own), setting.kind
        noun = "noun" if trigger.pos in ("NOUN", "PROPN") else "verb"
        none = ["none", f"none,{event.type}", f"none,own={own}", f"none,{kind},own={own}", f"none,{noun}"]
        had = any(child.lemma == "have" and child.tag == "VBD" for child in self._parse.dependents(trigger, "aux"))
        none += [f"none,{event.factuality}", f"none,tag={trigger.tag}", f"none,had={had}"]
        none += [f"none,{noun},the={setting.definite}", f"none,the={setting.definite},own={own}"]
        none += [f"none,told={setting.held}", f"none,told={setting.held},own={own}"]
        none.append(f"none,opening={setting.opening}")
        sites = [Option(i, self._values[i], self._features(setting, i)) for i in setting.near]
        shared = [
            Option(mate.site, self._values[mate.site], self._shared(setting, mate))
            for mate in mates
            if setting.opening or self._is_near(mate, trigger)
        ]
        return [Option(None, "", none), *sites, *shared]

    def _is_near(self, mate: Mate, trigger: Token) -> bool:
        """Does the mate's site stand before the event, or not too far behind it?"""
        return self._ahead is None or self.sites[mate.site].root.sentence - trigger.sentence <= self._ahead

    def choose(self, event: Event, weights: Weights, mates: Sequence[Mate] = ()) -> Choice:
        """The value for which all its options together speak most, and of its sites the likeliest."""
        return pick(self.options(event, mates), weights)

    def _setting(self, event: Event, trigger: Token) -> _Setting:
        near = [i for i, site in enumerate(self.sites) if _reaches(site, trigger)]
        own = [i for i in near if self.sites[i].root.sentence == trigger.sentence]
        return _Setting(
            event=event,
            trigger=trigger,
            kind="verbal" if event.type in VERBAL else "deed",
            near=near,
            own=own,
            closest=min(own, key=lambda i: abs(self.sites[i].root.i - trigger.i), default=-1),
            last=max((i for i in near if i not in own), default=-1),
            definite=any(child.lemma in POINTING for child in self._parse.dependents(trigger, "det", "poss")),
            held=self._scene.holder(event.trigger) is not None,
            opening=trigger.sentence in self._opening,
        )

    def _features(self, setting: _Setting, i: int) -> list[str]:
        site, trigger = self.sites[i], setting.trigger
        back = trigger.sentence - site.root.sentence
        same = "same" if back == 0 else "earlier"
        where = "dateline" if site.kind == "dateline" else f"back={bucket(back, (0, 1, 2, 3, 5, 8))}"
        found = [where, f"{where},{setting.kind}", *self._kinds(setting, i, same)]
        if back == 0:
            found += [f"same,{feature}" for feature in relation(self._parse, setting.event, trigger, site, self._scene)]
            if i == setting.closest:
                found.append("closest")
            return found
        sentences = self._parse.sentences
        paragraph = sentences[trigger.sentence].paragraph == sentences[site.root.sentence].paragraph
        found += [f"earlier,paragraph={paragraph}", f"earlier,own={bool(setting.own)}"]
        if i == setting.last:
            found += ["last-earlier", f"last-earlier,{where}"]
        return found

    def _kinds(self, setting: _Setting, i: int, where: str) -> Iterator[str]:
        """What the site is, and how often the text tells its place or date."""
        site, value = self.sites[i], self._values[i]
        yield f"kind={site.kind}"
        yield f"kind={site.kind},{where}"
        yield f"times={bucket(self._counts[value], (1, 2, 4))},{where}"
        if value == self._commonest:
            yield f"commonest,{where}"
        for mark in site.marks:
            yield f"{mark},{where}"
            yield f"{mark},{setting.event.factuality}"

    def _shared(self, setting: _Setting, mate: Mate) -> list[str]:
        site = self.sites[mate.site]
        score = bucket(mate.score, SCORES)
        side = "before" if mate.gap > 0 else "after" if mate.gap < 0 else "beside"
        return [
            "mate",
            f"mate={score}",
            f"mate={score},own={bool(setting.own)}",
            f"mate={score},{side}",
            f"mate,gap={side}{bucket(abs(mate.gap), (1, 2, 4, 8))}",
            f"mate,own={mate.own},share={bucket(mate.share, SHARES)}",
            f"mate,{setting.kind}",
            f"mate,{setting.event.factuality}",
            f"mate,kind={site.kind}",
            *(f"mate,{mark}" for mark in site.marks),
        ]


def pick(options: Sequence[Option], weights: Weights) -> Choice:
    """The value for which all its options together speak most, and of those options the likeliest one's site."""
    scores = [weights.score(option.features) for option in options]
    most = max(scores)
    shares = [math.exp(score - most) for score in scores]
    pooled: dict[str, float] = {}
    for option, share in zip(options, shares, strict=True):
        pooled[option.value] = pooled.get(option.value, 0.0) + share
    value = max(pooled, key=pooled.__getitem__)
    best = max((i for i, option in enumerate(options) if option.value == value), key=scores.__getitem__)
    return Choice(options[best].site, pooled[value] / sum(shares))


def _reaches(site: Site, trigger: Token) -> bool:
    back = trigger.sentence - site.root.sentence
    return 0 <= back <= REACH or site.kind == "dateline"


def site_of(parse: Parse, span: Span, kind: str, marks: tuple[str, ...] = ()) -> Site | None:
    """The site of a span; None where no token stands there."""
    root = parse.root_of(span)
    return None if root is None else Site(span, root, kind, parse.sentences[root.sentence].left_out, marks)
