"""Gathering incidents of many documents: which are one happening.

Incidents are taken in the order of publication. Each is held against those before it that share a key (type, day and country; type,
day and an actor), so that the work grows with the number of reports and not with its square, and joins the one with the highest mean
score, if that reaches LEAST. What stands in an incident of several documents stays there, so that a second run over the same ledger
changes nothing. All articles linked at once give the same incidents in whatever order they arrived; where an article comes later
than the linking of younger ones, it joins what stands.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import exp

from msgspec import Struct

from sayso.linking.report import Group, Report
from sayso.linking.scoring import FORCE, because, score
from sayso.linking.words import Telling, of_news

LONGEST_DAYS = 10
# An incident is held against the latest so many that share a key, and against so many groups in each.
MOST_UNDER_A_KEY = 60
MOST_MEMBERS = 10
# Log odds that a link needs: a chance of 0.72. Of links that were read, those below were wrong as often as right.
LEAST = 0.95
# Log odds from which a near miss is proposed to a person: an even chance. Of those that were read, one in three was one happening.
EVEN = 0.0
UNLINKED = frozenset({"hypothetical", "demanded"})

Key = tuple[str, int, str]


class Link(Struct, frozen=True):
    """Two incidents are judged to be one happening; or may be, and are not linked (made is False).

    incident: the one that stays; other: the one that joins it. score: probability, 0 to 1. one, other_claim: the claims (ids) that
    speak most for it. because: the evidence in words.
    """

    incident: str
    other: str
    score: float
    claims: tuple[str, str]
    because: str
    made: bool = True


def keys(report: Report) -> Iterator[Key]:
    """What a report is found by; none for one that nothing can be linked to."""
    event = report.view.claim.event
    if event.factuality in UNLINKED:
        return
    wheres = (
        {f"in {report.view.place.country}"} if report.view.place is not None and report.view.place.country else set()
    )
    # police who fire tear gas coerce, and assault where somebody is hurt
    family = "force" if event.type in FORCE else event.type
    wheres |= report.view.agents | report.view.patients | {f"text {report.origin}"}
    for day in _days(report):
        for where in wheres:
            yield family, day, where


def _days(report: Report) -> range:
    days = report.view.days
    if days is not None and days.first is not None and days.last is not None and days.last - days.first < LONGEST_DAYS:
        return range(days.first - 1, days.last + 2)
    return range(0) if report.published is None else range(report.published - 1, report.published + 2)


class _Cluster:
    """An incident under construction: the groups that belong to it, and the ids it had before."""

    def __init__(self, group: Group) -> None:
        self.incident = group.incident
        self.groups: list[Group] = []
        self.names: set[str] = set()
        self.documents: set[str] = set()
        self.add(group)

    def add(self, group: Group) -> None:
        self.groups.append(group)
        self.names.add(group.incident)
        self.documents.add(group.document)


def likeness(one: Group, other: Group, telling: Telling) -> tuple[float, Report, Report]:
    """The score of the two reports of two groups that are most alike, and which they are."""
    best: tuple[float, Report, Report] | None = None
    for left in one.reports:
        for right in other.reports:
            found = score(left, right, telling)
            if best is None or found > best[0]:
                best = (found, left, right)
    assert best is not None, "a group has reports"
    return best


class _Best(Struct, frozen=True):
    """The cluster that a group fits best: its number, the mean score, and the two reports that are most alike."""

    number: int
    score: float
    one: Report
    other: Report


class _Gathering:
    """The clusters so far, and what they are found by."""

    def __init__(self, apart: Iterable[frozenset[str]], telling: Telling) -> None:
        self._telling = telling
        self.clusters: list[_Cluster] = []
        self._index: dict[Key, list[int]] = defaultdict(list)
        self._apart: dict[str, set[str]] = defaultdict(set)
        for pair in apart:
            for name in pair:
                self._apart[name] |= pair - {name}

    def enter(self, group: Group, number: int) -> None:
        """Put a group into a cluster, or into a new one where the number is the next."""
        if number == len(self.clusters):
            self.clusters.append(_Cluster(group))
        else:
            self.clusters[number].add(group)
        for key in _keys_of(group):
            numbers = self._index[key]
            if number not in numbers[-MOST_UNDER_A_KEY:]:
                numbers.append(number)

    def best(self, group: Group) -> _Best | None:
        """The cluster that a group fits best, however well; None where none shares a key with it."""
        near = {number for key in _keys_of(group) for number in self._index[key][-MOST_UNDER_A_KEY:]}
        found: list[_Best] = []
        for number in sorted(near):
            cluster = self.clusters[number]
            # the article's own reader has already told its incidents apart
            if group.document in cluster.documents or cluster.names & self._apart[group.incident]:
                continue
            scores = [likeness(member, group, self._telling) for member in cluster.groups[-MOST_MEMBERS:]]
            mean = sum(one for one, _, _ in scores) / len(scores)
            _, one, other = max(scores, key=lambda item: item[0])
            found.append(_Best(number, mean, one, other))
        return max(found, key=lambda one: (one.score, -one.number), default=None)


def _keys_of(group: Group) -> list[Key]:
    return sorted({key for report in group.reports for key in keys(report)})


def gather(groups: Iterable[Group], apart: Iterable[frozenset[str]] = (), telling: Telling | None = None) -> list[Link]:
    """The links between incidents, in the order in which they are to be carried out.

    Groups that stand in one incident already stay together. apart: pairs of incidents that a person has judged to be
    different; they never come together. telling: what words tell; by default as in news at large.
    """
    return [link for link in proposed(groups, apart, telling) if link.made]


def proposed(
    groups: Iterable[Group], apart: Iterable[frozenset[str]] = (), telling: Telling | None = None
) -> list[Link]:
    """The same with the near misses of an EVEN chance and more, which are for a person to judge."""
    least = _chance(EVEN)
    return [link for link, made in weighed(groups, apart, telling) if made or link.score >= least]


def weighed(
    groups: Iterable[Group], apart: Iterable[frozenset[str]] = (), telling: Telling | None = None
) -> Iterator[tuple[Link, bool]]:
    """The likeliest link of each incident that does not stand in several documents yet, and whether it is made: near misses too."""
    telling = telling if telling is not None else of_news()
    gathering = _Gathering(apart, telling)
    ordered = sorted(groups, key=lambda one: one.order)
    several = {name for name, count in Counter(group.incident for group in ordered).items() if count > 1}
    standing: dict[str, int] = {}
    for group in ordered:
        if group.incident in standing:
            gathering.enter(group, standing[group.incident])
            continue
        best = None if group.incident in several else gathering.best(group)
        made = best is not None and best.score >= LEAST
        number = best.number if best is not None and made else len(gathering.clusters)
        if best is not None:
            yield _link(gathering.clusters[best.number], group, best, telling, made=made), made
        gathering.enter(group, number)
        standing[group.incident] = number


def _link(cluster: _Cluster, group: Group, best: _Best, telling: Telling, *, made: bool) -> Link:
    reason = because(best.one, best.other, telling)
    return Link(cluster.incident, group.incident, _chance(best.score), (best.one.id, best.other.id), reason, made)


def _chance(odds: float) -> float:
    """The probability of log odds."""
    return 1 / (1 + exp(-odds))
