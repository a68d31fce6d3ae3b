"""Origins: which accounts of an incident are independent.

Ten outlets that print one wire story, or quote one spokesman, are one source. An origin is the article's own voice of one text with
all its copies and versions, or one holder whoever quotes it.
"""

from collections.abc import Iterable

from msgspec import Struct

from sayso.linking.report import Report


class Origin(Struct, frozen=True):
    """One source of an incident.

    id: of the account (Report.account). name: the holder's, or the outlets that print the text. documents: ids, in the order of
    publication. publishers: the outlets, in the same order, each once. first: day of the first publication, as an ordinal.
    """

    id: str
    name: str
    voice: bool
    documents: tuple[str, ...]
    publishers: tuple[str, ...]
    first: int | None

    @property
    def words(self) -> str:
        """The chain in words: "Northern Wire, printed by 3 outlets", "the ministry, quoted in 4 documents"."""
        outlets, texts = len(self.publishers), len(self.documents)
        if self.voice:
            return f"{self.name}, printed by {outlets} outlets" if outlets > 1 else self.name
        return f"{self.name}, quoted in {texts} documents" if texts > 1 else self.name


def origins(reports: Iterable[Report]) -> list[Origin]:
    """The independent origins of reports, the earliest published first."""
    by_account: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda one: (one.published or 0, one.document, one.id)):
        by_account.setdefault(report.account, []).append(report)
    return [_origin(account, found) for account, found in by_account.items()]


def _origin(account: str, reports: list[Report]) -> Origin:
    publishers = tuple(dict.fromkeys(report.publisher for report in reports if report.publisher))
    first = reports[0]
    voice = first.holder is None
    days = [report.published for report in reports if report.published is not None]
    own = publishers[0] if publishers else f"document {first.document[:12]}"
    return Origin(
        id=account,
        name=own if voice else first.holder_name or "an unnamed source",
        voice=voice,
        documents=tuple(dict.fromkeys(report.document for report in reports)),
        publishers=publishers,
        first=min(days, default=None),
    )
