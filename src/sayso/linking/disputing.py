"""Disputes between articles, whose authors did not know of each other: fewer than within one, and surer.

On top of the rules that hold within an article (`sayso.comparing.disputes`):

| two claims                                                                    | are no dispute, because |
| ----------------------------------------------------------------------------- | ----------------------- |
| of one voice, or of copies and versions of one text                            | it is an update         |
| less likely of one happening than SURE; a denial, than ALIKE or LIKELY         | they may be of two      |
| a denial that names its doers, and a report that names none of them            | it does not address it  |
| a higher toll published on a later day                                        | tolls grow              |
| a number beside the other's ("15 before")                                    | it is an update         |
| a toll told by another word in one text's words                                | it is of another event  |
| doers of whom one is of no state that is known                                | the two texts tell of two deeds |
| told as "that attack"                                                         | which it is, its own text alone tells |
| days                                                                          | where two articles differ, one was misread |
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from sayso.comparing import View, disputes_among
from sayso.comparing.counts import counts_meet
from sayso.comparing.disputes import SURE
from sayso.comparing.footing import OTHER_TEXT
from sayso.comparing.view import Finding
from sayso.linking.denied import Denial, denial_of, denied_elsewhere, may_answer, told_on_one_day
from sayso.linking.report import Report
from sayso.linking.scoring import ONE_TEXT, score
from sayso.linking.words import Telling
from sayso.model import Count, Dispute

# Log odds of one happening from which two tolls of one day and place that are close to each other can contradict each other.
TOLLS: Final = -2.0
# Numbers further apart are of an early hour and a late one, or of one deed and several.
CLOSE: Final = 1.4
NUMBER: Final = re.compile(r"\d+")


def disputes_across(reports: Iterable[Report], telling: Telling, denials: Sequence[Denial] = ()) -> Iterator[Dispute]:
    """Disputes between claims of different documents of one incident.

    telling: what each word tells. denials: those that answer one of the reports within its article.
    """
    asked = (one for one in reports if not one.view.pointing)
    ordered = sorted(asked, key=lambda one: (one.published or 0, one.document, one.view.sentence, one.id))
    if not ordered:
        return
    by_id = {report.id: report for report in ordered}
    documents = {name: number for number, name in enumerate(dict.fromkeys(report.document for report in ordered))}
    incident = min(report.incident for report in ordered)
    views = [
        msgspec.structs.replace(
            report.view,
            sentence=2 * OTHER_TEXT * documents[report.document] + min(report.view.sentence, OTHER_TEXT - 1),
            claim=msgspec.structs.replace(report.view.claim, incident=incident),
        )
        for report in ordered
    ]

    def likeness(one: View, other: View) -> float:
        return score(by_id[one.claim.id], by_id[other.claim.id], telling)

    def stands(one: View, other: View, found: Finding) -> bool:
        a, b = by_id[one.claim.id], by_id[other.claim.id]
        return a.document != b.document and _stands(found, a, b, telling)

    found = list(disputes_among(views, likeness, stands, TOLLS))
    yield from found
    across = [denial_of(by_id[one.a], by_id[one.b]) for one in found if one.how == "denies"]
    yield from denied_elsewhere(denials, across, ordered, telling)


def _stands(found: Finding, one: Report, other: Report, telling: Telling) -> bool:
    field, how, _ = found
    if one.origin == other.origin and one.holder == other.holder:
        return False
    if how == "denies":
        return _addressed(one.view, other.view) and may_answer(one, other, telling)
    if field == "toll":
        if _grown(one, other) or _grown(other, one) or _knows(one, other) or _knows(other, one):
            return False
        again = one.trigger == other.trigger or telling.shared(one.context, other.context) < ONE_TEXT
        return again and (score(one, other, telling) >= SURE or _of_one_deed(one, other))
    if how == "contradicts" and field == "responsibility":
        return bool(one.view.states and other.view.states)
    return field != "time"


def _of_one_deed(one: Report, other: Report) -> bool:
    """Are two tolls, by place, day and size, of one deed, whatever words tell it?"""
    if one.view.place is None or other.view.place is None or not told_on_one_day(one.view, other.view):
        return False
    tolls = one.view.claim.event.toll, other.view.claim.event.toll
    pairs = [(tolls[0].killed, tolls[1].killed), (tolls[0].injured, tolls[1].injured)]
    apart = [(_low(a), _low(b)) for a, b in pairs if a is not None and b is not None and not counts_meet(a, b)]
    return bool(apart) and all(max(pair) <= CLOSE * min(pair) for pair in apart)


def _addressed(one: View, other: View) -> bool:
    """Does the denial speak of what somebody tells in the other text: of its doer, or of the deed whoever did it?"""
    denier, reporter = (one, other) if one.claim.event.factuality == "denied" else (other, one)
    if reporter.nameless or (denier.agents and "agent" in reporter.claim.inferred):
        return False
    return not denier.agents or bool((denier.agents | denier.speaker) & reporter.agents)


def _grown(early: Report, late: Report) -> bool:
    """Is the later number the higher one, published on a later day?"""
    if early.published is None or late.published is None or early.published >= late.published:
        return False
    pairs = [
        (early.view.claim.event.toll.killed, late.view.claim.event.toll.killed),
        (early.view.claim.event.toll.injured, late.view.claim.event.toll.injured),
    ]
    return all(_low(a) <= _low(b) for a, b in pairs if a is not None and b is not None)


def _knows(late: Report, early: Report) -> bool:
    """Does one tell the other's number beside its own, or near it ("an earlier toll had 15")?"""
    told = late.context.union(NUMBER.findall(late.words))
    tolls = (early.view.claim.event.toll.killed, early.view.claim.event.toll.injured)
    return any(count is not None and str(count.low) in told for count in tolls)


def _low(count: Count) -> int:
    return count.low if count.low is not None else 0
