"""When: the time expression that the text ties to an event."""

from collections.abc import Sequence

from sayso.claiming.chooser import Chooser, site_of
from sayso.claiming.features import Site
from sayso.model import ClaimTime, Event, Parse, Span, TimeExpression
from sayso.resources.attachment import Weights


class Whens:
    """Ties events to the dates and times of one article; durations and repetitions date nothing."""

    def __init__(self, parse: Parse, times: Sequence[TimeExpression], dateline: Span | None) -> None:
        self._parse = parse
        found: list[TimeExpression] = []
        sites: list[Site] = []
        for time in times:
            if time.type not in ("DATE", "TIME") or (dateline is not None and dateline.covers(time.span)):
                continue
            site = site_of(parse, time.span, kind_of(time))
            if site is not None and not site.left_out:
                sites.append(site)
                found.append(time)
        self._at = {site.span: time for site, time in zip(sites, found, strict=True)}
        self.chooser = Chooser(parse, sites, [time.value for time in found])

    def of(self, event: Event, weights: Weights) -> ClaimTime | None:
        """The event's time; a time of an earlier sentence is carried over without a span."""
        site = self.chooser.choose(event, weights)
        if site is None:
            return None
        time = self._at[site.span]
        own = self._parse.sentence_at(event.trigger)
        carried = own is None or site.root.sentence != own.i
        if carried and time.edtf is None:
            return None
        return ClaimTime(None if carried else site.span, time.edtf)


def kind_of(time: TimeExpression) -> str:
    """How exact the value is: a reference, a year, a month, a day, an interval, or other."""
    if "_REF" in time.value:
        return "reference"
    if time.edtf is None:
        return "unresolved"
    if "/" in time.edtf:
        return "interval"
    return {4: "year", 7: "month", 10: "day"}.get(len(time.edtf), "other")
