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


class Chooser:
    """Ties an event to one of the sites of its article, or to none, by a log-linear score."""

    def __init__(self, parse: Parse, sites: Sequence[Site], names: Sequence[str]) -> None:
        """sites in the order of the text; names: one for each site, equal for the same place."""
        self._parse = parse
        self._sites = sites
        self._names = names
        self._counts = Counter(names)
        self._commonest = self._counts.most_common(1)[0][0] if names else ""

    def options(self, event: Event) -> list[Option]:
        """All that the event may be tied to, none first, then the sites of its sentence and of earlier ones."""
        parse = self._parse
        trigger = parse.root_of(event.trigger)
        if trigger is None:
            return [Option(None, ["none"])]
        kind = "verbal" if event.type in VERBAL else "deed"
        near = [i for i, site in enumerate(self._sites) if self._reaches(site, trigger)]
        own = [i for i in near if self._sites[i].root.sentence == trigger.sentence]
        noun = "noun" if trigger.pos in ("NOUN", "PROPN") else "verb"
        found = [
            Option(None, ["none", f"none,{event.type}", f"none,own={bool(own)}", f"none,{kind},own={bool(own)}", f"none,{noun}"])
        ]
        closest = min(own, key=lambda i: abs(self._sites[i].root.i - trigger.i), default=-1)
        last = max((i for i in near if i not in own), default=-1)
        for i in near:
            found.append(Option(self._sites[i], self._features(event, trigger, i, kind, i == closest, i == last, bool(own))))
        return found

    def choose(self, event: Event, weights: Weights) -> Site | None:
        """The site with the highest score; the earlier one of equals."""
        return max(self.options(event), key=lambda option: weights.score(option.features)).site

    def _reaches(self, site: Site, trigger: Token) -> bool:
        back = trigger.sentence - site.root.sentence
        return back == 0 or (0 < back <= REACH) or site.kind == "dateline"

    def _features(self, event: Event, trigger: Token, i: int, kind: str, closest: bool, last: bool, own: bool) -> list[str]:
        site, name = self._sites[i], self._names[i]
        back = trigger.sentence - site.root.sentence
        where = "dateline" if site.kind == "dateline" else f"back={bucket(back, (0, 1, 2, 3, 5, 8))}"
        found = [where, f"{where},{kind}", f"kind={site.kind}", f"kind={site.kind},{'same' if back == 0 else 'earlier'}"]
        found.append(f"times={bucket(self._counts[name], (1, 2, 4))},{'same' if back == 0 else 'earlier'}")
        if name == self._commonest:
            found.append(f"commonest,{'same' if back == 0 else 'earlier'}")
        if back == 0:
            found += [f"same,{feature}" for feature in relation(self._parse, event, trigger, site)]
            if closest:
                found.append("closest")
        else:
            paragraph = self._parse.sentences[trigger.sentence].paragraph == self._parse.sentences[site.root.sentence].paragraph
            found.append(f"earlier,paragraph={paragraph}")
            found.append(f"earlier,own={own}")
            if last:
                found.append("last-earlier")
                found.append(f"last-earlier,{where}")
        return found


def site_of(parse: Parse, span: Span, kind: str) -> Site | None:
    """The site of a span; None where no token stands there."""
    root = parse.root_of(span)
    return None if root is None else Site(span, root, kind, parse.sentences[root.sentence].left_out)
