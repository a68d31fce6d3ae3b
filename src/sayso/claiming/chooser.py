"""Choosing the place and the time that the text ties to an event, or none."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from sayso.claiming.features import VERBAL, Site, bucket, relation
from sayso.model import Event, Parse, Span, Token
from sayso.resources.attachment import Weights

# An earlier sentence that still holds is looked for this far back (sentences).
REACH = 12


class Option(Struct, frozen=True):
    """One site that the event may be tied to, as binary features; site None stands for no place or time at all."""

    site: Site | None
    features: list[str]


class _Setting(Struct, frozen=True):
    """An event among the sites: indices of those within reach, of its own sentence, the closest and the last before."""

    event: Event
    trigger: Token
    kind: str
    near: list[int]
    own: list[int]
    closest: int
    last: int


class Chooser:
    """Ties an event to one of the sites of its article, or to none, by a log-linear score."""

    def __init__(self, parse: Parse, sites: Sequence[Site], names: Sequence[str]) -> None:
        """Sites in the order of the text; names: one for each site, equal for the same place."""
        self._parse = parse
        self._sites = sites
        self._names = names
        self._counts = Counter(names)
        self._commonest = self._counts.most_common(1)[0][0] if names else ""

    def options(self, event: Event) -> list[Option]:
        """All that the event may be tied to, none first, then the sites of its sentence and of earlier ones."""
        trigger = self._parse.root_of(event.trigger)
        if trigger is None:
            return [Option(None, ["none"])]
        setting = self._setting(event, trigger)
        own, kind = bool(setting.own), setting.kind
        noun = "noun" if trigger.pos in ("NOUN", "PROPN") else "verb"
        none = ["none", f"none,{event.type}", f"none,own={own}", f"none,{kind},own={own}", f"none,{noun}"]
        sites = [Option(self._sites[i], self._features(setting, i)) for i in setting.near]
        return [Option(None, none), *sites]

    def choose(self, event: Event, weights: Weights) -> Site | None:
        """The site with the highest score; the earlier one of equals."""
        return max(self.options(event), key=lambda option: weights.score(option.features)).site

    def _setting(self, event: Event, trigger: Token) -> _Setting:
        near = [i for i, site in enumerate(self._sites) if _reaches(site, trigger)]
        own = [i for i in near if self._sites[i].root.sentence == trigger.sentence]
        return _Setting(
            event=event,
            trigger=trigger,
            kind="verbal" if event.type in VERBAL else "deed",
            near=near,
            own=own,
            closest=min(own, key=lambda i: abs(self._sites[i].root.i - trigger.i), default=-1),
            last=max((i for i in near if i not in own), default=-1),
        )

    def _features(self, setting: _Setting, i: int) -> list[str]:
        site, name, trigger = self._sites[i], self._names[i], setting.trigger
        back = trigger.sentence - site.root.sentence
        same = "same" if back == 0 else "earlier"
        where = "dateline" if site.kind == "dateline" else f"back={bucket(back, (0, 1, 2, 3, 5, 8))}"
        found = [where, f"{where},{setting.kind}", f"kind={site.kind}", f"kind={site.kind},{same}"]
        found.append(f"times={bucket(self._counts[name], (1, 2, 4))},{same}")
        if name == self._commonest:
            found.append(f"commonest,{same}")
        if back == 0:
            found += [f"same,{feature}" for feature in relation(self._parse, setting.event, trigger, site)]
            if i == setting.closest:
                found.append("closest")
            return found
        sentences = self._parse.sentences
        paragraph = sentences[trigger.sentence].paragraph == sentences[site.root.sentence].paragraph
        found += [f"earlier,paragraph={paragraph}", f"earlier,own={bool(setting.own)}"]
        if i == setting.last:
            found += ["last-earlier", f"last-earlier,{where}"]
        return found


def _reaches(site: Site, trigger: Token) -> bool:
    back = trigger.sentence - site.root.sentence
    return 0 <= back <= REACH or site.kind == "dateline"


def site_of(parse: Parse, span: Span, kind: str) -> Site | None:
    """The site of a span; None where no token stands there."""
    root = parse.root_of(span)
    return None if root is None else Site(span, root, kind, parse.sentences[root.sentence].left_out)
