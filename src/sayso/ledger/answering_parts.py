"""Lists that an open ledger gives part by part: each with the cursor (an opaque word) with which to ask for the next, None at the end.

A cursor names the last entry that was given, so that what is added or taken away meanwhile moves nothing. However far on, a part
of the claims is as quick as the first. All raise BadQuery for a cursor that no such list gave.
"""

from collections.abc import Sequence

from sayso.ledger.asking import claims, disputed, texts, things
from sayso.ledger.asking.texts import DocumentFilter
from sayso.ledger.asking.things import IncidentFilter
from sayso.ledger.filters import ClaimFilter, ClaimOrder, IncidentOrder
from sayso.ledger.opening.opened import Opened
from sayso.ledger.records import ClaimRecord, DocumentRecord, IncidentRecord, LabelRecord
from sayso.ledger.reviewing import labels
from sayso.ledger.reviewing.labels import LabelFilter
from sayso.model import DisputeField


class AnsweringParts(Opened):
    """The lists that are read part by part. cursor: None for the first part."""

    def claims_after(
        self,
        cursor: str | None,
        asked: ClaimFilter | None = None,
        *,
        order: ClaimOrder = "day",
        limit: int = 50,
        descending: bool = True,
    ) -> tuple[Sequence[ClaimRecord], str | None]:
        """Claims that fit."""
        with self.reading() as connection:
            return claims.claims_after(connection, asked or ClaimFilter(), order, limit, cursor, descending=descending)

    def documents_after(
        self,
        cursor: str | None,
        asked: DocumentFilter | None = None,
        *,
        limit: int = 50,
        descending: bool = True,
    ) -> tuple[Sequence[DocumentRecord], str | None]:
        """Documents that fit, by day of publication."""
        with self.reading() as connection:
            return texts.documents_after(connection, asked or DocumentFilter(), limit, cursor, descending=descending)

    def incidents_after(
        self,
        cursor: str | None,
        asked: IncidentFilter | None = None,
        *,
        order: IncidentOrder = "day",
        limit: int = 50,
        descending: bool = True,
    ) -> tuple[Sequence[IncidentRecord], str | None]:
        """Incidents that fit and have a current claim."""
        with self.reading() as connection:
            return things.incidents_after(
                connection, asked or IncidentFilter(), order, limit, cursor, descending=descending
            )

    def pulled_after(
        self,
        cursor: str | None,
        asked: ClaimFilter | None = None,
        *,
        fields: Sequence[DisputeField] = (),
        limit: int = 50,
        descending: bool = True,
    ) -> tuple[Sequence[disputed.Pulled], str | None]:
        """Disputes whose first claim fits, with both claims. fields: only on these."""
        with self.reading() as connection:
            return disputed.pulled_after(
                connection, asked or ClaimFilter(), fields, limit, cursor, descending=descending
            )

    def labels_after(
        self,
        cursor: str | None,
        asked: LabelFilter | None = None,
        *,
        limit: int = 50,
        descending: bool = True,
    ) -> tuple[Sequence[LabelRecord], str | None]:
        """Labels that fit, by their times. Only the documents that the part is about are looked at."""
        with self.reading() as connection:
            return labels.labels_after(connection, asked or LabelFilter(), limit, cursor, descending=descending)
