"""When: the time expression that the text ties to an event."""

import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from sayso.claiming.chooser import Chooser, Mate, site_of
from sayso.claiming.features import Site, clause_of, opening_of
from sayso.claiming.scene import Scene
from sayso.comparing.dates import days_of
from sayso.model import ClaimTime, Event, Parse, Span, TimeExpression, Token
from sayso.resources.attachment import Weights


class TimeTie(Struct, frozen=True):
    """What an event was tied to: the claim's time, the index of its site, and how likely that is."""

    time: ClaimTime
    site: int
    share: float


class Whens:
    """Ties events to the dates and times of one article, and to stretches that reach a known day ("the past two weeks").

    Other durations date nothing, nor do repetitions.
    """

    def __init__(
        self,
        parse: Parse,
        times: Sequence[TimeExpression],
        dateline: Span | None,
        published: str | None,
        scene: Scene,
    ) -> None:
        """published: the day of publication, where it is known."""
        self._parse = parse
        self._times: list[TimeExpression] = []
        sites: list[Site] = []
        opening = opening_of(parse)
        for found in times:
            time = _begun(parse, _of_the_year(found))
            dates = time.type in ("DATE", "TIME") or (time.type == "DURATION" and time.edtf is not None)
            if not dates or (dateline is not None and dateline.covers(time.span)) or _of_a_law(parse, time):
                continue
            marks = _marks(time, published)
            own = parse.sentence_at(time.span)
            if own is not None and own.i in opening:
                marks = ("opening", *marks)
            site = site_of(parse, time.span, kind_of(time), marks)
            if site is not None and not site.left_out:
                sites.append(site)
                self._times.append(time)
        values = [time.edtf or f"{time.value} {time.span.start}" for time in self._times]
        self.chooser = Chooser(parse, sites, values, scene)

    def of(self, event: Event, weights: Weights, mates: Sequence[Mate] = ()) -> TimeTie | None:
        """The event's time; a time of another sentence is carried over without a span."""
        choice = self.chooser.choose(event, weights, mates)
        if choice.site is None:
            return None
        time = self._times[choice.site]
        own = self._parse.sentence_at(event.trigger)
        carried = own is None or self.chooser.sites[choice.site].root.sentence != own.i
        if carried and time.edtf is None:
            return None
        edtf = time.edtf
        if edtf is not None and edtf.endswith(OPEN) and not carried and self._at_start(event, choice.site):
            edtf = edtf.removesuffix(OPEN)
        return TimeTie(ClaimTime(None if carried else time.span, edtf), choice.site, choice.share)

    def _at_start(self, event: Event, site: int) -> bool:
        """Was the event what the stretch began with: "began in March with protests", "since the March coup", "since March, when"?"""
        parse, place = self._parse, self.chooser.sites[site]
        trigger, time = parse.root_of(event.trigger), place.root
        if trigger is None:
            return False
        above = list(parse.ancestors(trigger))
        if time in above or self._told_of(trigger, above, place):
            return True
        first = parse.within(place.span)[0].i
        since = first > 0 and parse.tokens[first - 1].text.lower() == "since"
        if time.dep in NAMING and parse.head(time) == trigger and not since:
            return True
        began = next((n for n, one in enumerate(above[:DEEP]) if one.lemma in BEGINNING), 0)
        return any(one.text.lower() in ("with", "as") for one in above[:began])

    def _told_of(self, trigger: Token, above: Sequence[Token], place: Site) -> bool:
        """Does a clause behind the date tell the event: "since March, when troops fired on protesters"?"""
        last = self._parse.within(place.span)[-1].i
        after = self._parse.tokens[last + 1 : last + 1 + FAR]
        when = next((one for one in after if one.text.lower() == "when"), None)
        if when is None or when.sentence != trigger.sentence or trigger.i < when.i:
            return False
        verb = self._parse.head(when)
        return verb == trigger or verb in above

    def edtf(self, site: int) -> str | None:
        """The EDTF date of a site."""
        return self._times[site].edtf


def _of_the_year(time: TimeExpression) -> TimeExpression:
    """What was "early in 2011" or "late last year" is dated to the year, as coders do: no month of it is told."""
    if time.edtf is None or YEAR.fullmatch(time.value) is None or MONTHS_OF_YEAR.fullmatch(time.edtf) is None:
        return time
    return msgspec.structs.replace(time, edtf=time.value + (OPEN if time.edtf.endswith(OPEN) else ""))


def _begun(parse: Parse, time: TimeExpression) -> TimeExpression:
    """The day on which something lasting began opens an interval: "began an offensive on Monday", "launched a siege"."""
    root = parse.root_of(time.span)
    if root is None or time.edtf is None or POINT.fullmatch(time.edtf) is None:
        return time
    verb = clause_of(parse, root)
    lasting = {child.lemma for child in parse.dependents(verb, "dobj", "nsubj", "nsubjpass")} & LASTING
    if verb.lemma not in BEGINNING or not lasting or any(parse.dependents(verb, "neg")):
        return time
    return msgspec.structs.replace(time, edtf=f"{time.edtf}/..")


def _of_a_law(parse: Parse, time: TimeExpression) -> bool:
    """Is it the year that a law, a treaty or a resolution is named by: "Law No. 12 of 2018", "the Waters Act 1956"?"""
    if YEAR.fullmatch(time.value) is None:
        return False
    first = parse.within(time.span)[0].i
    before = [one.text for one in parse.tokens[max(0, first - LONGEST_NUMBER) : first]]
    if before and before[-1] in LAWS:
        return True
    return len(before) > 1 and before[-1] == "of" and any(one in LAWS or one in NUMBERED for one in before[:-1])


OPEN = "/.."
# The words of a law's number stand between its kind and its year: "Decree Law No. (12) of".
LONGEST_NUMBER = 6
LAWS = frozenset({
    "Act", "Acts", "Law", "Decree", "Ordinance", "Code", "Constitution", "Bill", "Regulation", "Regulations",
    "Resolution", "Directive", "Statute", "Treaty", "Convention", "Protocol", "Order",
})  # fmt: skip
NUMBERED = frozenset({"No", "No.", "Nr", "Number", "Article", "Section", "Chapter"})
# So many words above or behind it is looked for what ties an event to the beginning of a stretch.
FAR = 3
# "The war started with the repression of protests": so many words above it what an event began is looked for.
DEEP = 5
YEAR = re.compile(r"\d{4}")
MONTHS_OF_YEAR = re.compile(r"\d{4}-\d\d/(\d{4}-\d\d|\.\.)")
NAMING = frozenset({"compound", "nmod", "nummod", "amod", "poss"})
POINT = re.compile(r"\d{4}(-\d\d){0,2}~?")
BEGINNING = frozenset({"begin", "start", "launch", "commence", "initiate"})
LASTING = frozenset({
    "offensive", "operation", "campaign", "war", "invasion", "siege", "blockade", "occupation", "protest",
    "demonstration", "intervention", "conflict", "fighting", "crackdown", "curfew", "uprising", "incursion", "boycott",
})  # fmt: skip


def kind_of(time: TimeExpression) -> str:
    """How exact the value is: a reference, a year, a month, a day, an interval, a stretch up to a known day, or other."""
    if "_REF" in time.value:
        return "reference"
    if time.edtf is None:
        return "unresolved"
    if time.type == "DURATION":
        return "stretch"
    if "/" in time.edtf:
        return "interval"
    return {4: "year", 7: "month", 10: "day"}.get(len(time.edtf), "other")


def _marks(time: TimeExpression, published: str | None) -> tuple[str, ...]:
    """How the date lies to the day of publication: today, the days before, long before, or still to come."""
    days, today = days_of(time.edtf), days_of(published)
    if days is None or today is None or today.first is None:
        return ()
    if days.first is not None and days.first > today.first:
        return ("when=future",)
    if days.last is None or days.last >= today.first:
        return ("when=today",)
    gap = today.first - days.last
    return ("when=days" if gap <= 7 else "when=weeks" if gap <= 60 else "when=long",)
