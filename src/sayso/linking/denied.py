"""Denials that one article tells, and reports of the same deed in others.

Who denies a deed in one article denies it to all who lay it at the same door: the report that a denial answers in its own article
tells of which incident it is. A report in another article of that incident is denied too where it lays the deed at the same side's
door by its own words, tells it by the same word or means, and may be of the same day and place.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from sayso.comparing import View
from sayso.comparing.denying import answers, denies, told_alike
from sayso.comparing.footing import OTHER_TEXT, compatible, factuality, may_be_of_one_time_and_place
from sayso.linking.report import Report
from sayso.linking.scoring import score
from sayso.linking.words import Telling
from sayso.model import Dispute

# Log odds of one happening from which a denial answers a report of another article: where both tell the deed alike, and else.
ALIKE: Final = -3.0
LIKELY: Final = 0.0
FEW_DAYS: Final = 3
NOTE: Final = "the side that is said to have done it denies it in another article"


class Denial(Struct, frozen=True):
    """A denial, and the report of the deed that it answers in its own article."""

    denier: Report
    answered: Report

    @property
    def sides(self) -> frozenset[str]:
        """Ids of who denies, as read."""
        view = self.denier.view
        return frozenset(view.own_agents) or view.speaker


def denial_of(one: Report, other: Report) -> Denial:
    """The denial of two reports of which one denies what the other tells."""
    return Denial(one, other) if denies(one.view) else Denial(other, one)


def denied_elsewhere(
    denials: Sequence[Denial], known: Iterable[Denial], reports: Sequence[Report], telling: Telling
) -> Iterator[Dispute]:
    """Disputes between denials and reports of other articles, one for each who denies and who reports.

    denials: those that answer, within their article, a report of the incident. known: disputes that are shown anyway.
    reports: all of the incident.
    """
    incident = min(report.incident for report in reports)
    denials = sorted(denials, key=lambda one: (one.denier.published or 0, one.denier.document, one.denier.id))
    told = [(one.sides, _accounts(one.answered)) for one in (*denials, *known)]
    for denial in denials:
        for report in reports:
            again = any(sides & denial.sides and accounts & _accounts(report) for sides, accounts in told)
            if again or report.document == denial.denier.document or not _is_denied(denial, report, telling):
                continue
            told.append((denial.sides, _accounts(report)))
            yield Dispute(incident, "responsibility", report.id, denial.denier.id, "denies", NOTE)


def _accounts(report: Report) -> frozenset[tuple[str, str | None]]:
    """Whose account it is; people of one name ("opposition groups") in one article are one source."""
    return frozenset({("", report.account), (report.document, report.holder_name)})


def _is_denied(denial: Denial, report: Report, telling: Telling) -> bool:
    denier, answered, other = (
        denial.denier.view,
        denial.answered.view,
        _of_another_text(report.view, denial.denier.view),
    )
    if denier.speaker & other.speaker or denier.agents & other.speaker or not answers(denier, other):
        return False
    if other.nameless or factuality(other) != "happened" or not told_on_one_day(answered, other):
        return False
    return may_be_of_one_time_and_place(answered, other) and may_answer(denial.answered, report, telling)


def may_answer(answered: Report, report: Report, telling: Telling) -> bool:
    """Are a denied deed, or a denial, and a report of another article likely enough of one happening?

    Of people told by kind alone ("dozens", "the villagers") each article has its own; parties to a war are the same everywhere.
    """
    one, other = answered.view, report.view
    if not compatible(one.parties, other.parties):
        return False
    return score(answered, report, telling) >= (ALIKE if told_alike(one, other) else LIKELY)


def told_on_one_day(one: View, other: View) -> bool:
    """Do both tell the day, or few days that meet? A deed of no day told in another text may be any."""
    if one.days is None or other.days is None or not one.days.meets(other.days):
        return False
    return all(days.length is not None and days.length <= FEW_DAYS for days in (one.days, other.days))


def _of_another_text(view: View, beside: View) -> View:
    return msgspec.structs.replace(view, sentence=beside.sentence + 2 * OTHER_TEXT)
