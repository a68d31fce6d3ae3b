"""Report: one claim of one document, as linking sees it; and the groups of claims that are linked as wholes."""

from collections.abc import Iterable

from msgspec import Struct

from sayso.comparing import View
from sayso.model import Count


class Report(Struct, frozen=True):
    """A claim with what linking asks of it.

    id, document, incident: the ledger's ids. origin: id of the document at the root of copies and versions.
    published: day of publication, as an ordinal of `datetime.date`. publisher: the outlet.
    view: the claim laid open; its actors are the ledger's ids and, for the organs of a state, "country:XX".
    holder: the ledger's id of who says so; None is the article's own voice. holder_name: as shown.
    trigger: the event's word, cut to its stem. context: stems of the content words around it. words: the stretch that tells it.
    sources: the names under which a ranking of sources may list who says it: the holder's id, code and names, the outlet.
    time_words: those that tell its time. agent_names, patient_names, place_name: as shown. vague: its doers are named by kind alone ("gunmen"), so that another name for them
    is no other doer; vague_target: the same of its targets.
    """

    id: str
    document: str
    origin: str
    incident: str
    view: View
    published: int | None = None
    publisher: str | None = None
    holder: str | None = None
    holder_name: str | None = None
    trigger: str = ""
    context: frozenset[str] = frozenset()
    words: str = ""
    agent_names: tuple[str, ...] = ()
    patient_names: tuple[str, ...] = ()
    place_name: str | None = None
    vague: bool = False
    vague_target: bool = False
    time_words: str = ""
    sources: tuple[str, ...] = ()

    @property
    def killed(self) -> Count | None:
        """How many were killed, as the claim tells."""
        return self.view.claim.event.toll.killed

    @property
    def account(self) -> str:
        """Whose account it belongs to: its holder's, or that of its document's origin."""
        return self.holder if self.holder is not None else f"voice:{self.origin}"


class Group(Struct, frozen=True):
    """The claims of one document that stand in one incident.

    Linking takes them as a whole: which claims of an article are one happening was judged by who read the article.
    """

    incident: str
    document: str
    reports: tuple[Report, ...]

    @property
    def order(self) -> tuple[int, str, str]:
        """What groups are taken by: the day of publication, then the document's and the incident's id."""
        return self.reports[0].published or 0, self.document, self.incident


def groups_of(reports: Iterable[Report]) -> list[Group]:
    """The reports by incident and document, in the order in which they are linked."""
    together: dict[tuple[str, str], list[Report]] = {}
    for report in reports:
        together.setdefault((report.incident, report.document), []).append(report)
    groups = [
        Group(incident, document, tuple(sorted(found, key=lambda one: one.id)))
        for (incident, document), found in together.items()
    ]
    return sorted(groups, key=lambda group: group.order)
