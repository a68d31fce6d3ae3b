"""What an open ledger answers."""

from collections.abc import Collection, Iterator, Sequence

from sayso.ledger import custody
from sayso.ledger.actor_nouns import ActorJudgementRecord, ActorProposal
from sayso.ledger.answering_parts import AnsweringParts
from sayso.ledger.asking import beside, changing, counting, diffing, disputed, hits, texts, things
from sayso.ledger.asking import claims as claims_
from sayso.ledger.asking.beside import Beside
from sayso.ledger.asking.sheets import SheetRow
from sayso.ledger.asking.telling import actor_records
from sayso.ledger.asking.texts import DocumentFilter
from sayso.ledger.asking.things import ActorFilter, IncidentFilter, PlaceFilter
from sayso.ledger.filters import ALL, ActorOrder, ClaimFilter, ClaimOrder, IncidentOrder, Page
from sayso.ledger.keys import keys_of, whole_id
from sayso.ledger.overviews import facets as facets_
from sayso.ledger.overviews import mapping
from sayso.ledger.overviews import network as network_
from sayso.ledger.overviews import timeline as timeline_
from sayso.ledger.records import (
    ActorRecord,
    AttributionRecord,
    ClaimRecord,
    DisputeRecord,
    DocumentRecord,
    IncidentRecord,
    JudgementRecord,
    LabelRecord,
    PlaceRecord,
    ProblemRecord,
    RunRecord,
)
from sayso.ledger.reviewing import agreeing, kin, near, reviewing
from sayso.ledger.reviewing import labels as labels_
from sayso.ledger.reviewing.labels import LabelFilter
from sayso.ledger.schema.claims import actors, claims
from sayso.ledger.schema.incidents import incidents
from sayso.ledger.verifying import Altered, verify
from sayso.ledger.writing import actor_judging, judging, origins, problems
from sayso.model import DisputeField, Ledger


class Answering(AnsweringParts):
    """Every question that a ledger answers."""

    def claims(
        self, asked: ClaimFilter | None = None, *, order: ClaimOrder = "day", page: Page = ALL
    ) -> Iterator[ClaimRecord]:
        """The claims that fit, the latest first; all by default, read from the database as they are taken."""
        with self.reading() as connection:
            yield from claims_.find_claims(connection, asked or ClaimFilter(), order, page)

    def count(self, asked: ClaimFilter | None = None) -> int:
        """How many claims fit."""
        with self.reading() as connection:
            return claims_.count_claims(connection, asked or ClaimFilter())

    def facets(self, asked: ClaimFilter | None = None) -> facets_.Facets:
        """What the claims that fit are about, with counts; estimates where very many fit (`exact` is False). Raises BadQuery."""
        with self.reading() as connection:
            return facets_.facets(connection, asked or ClaimFilter())

    def map(self, asked: ClaimFilter | None = None, *, places: int = mapping.PLACES) -> mapping.Mapped:
        """Where the claims that fit are put, and on which days; estimates where very many fit. Raises BadQuery."""
        with self.reading() as connection:
            return mapping.mapped(connection, asked or ClaimFilter(), places)

    def timeline(
        self, asked: ClaimFilter | None = None, *, scale: timeline_.Scale = "month", by: timeline_.Lanes | None = None
    ) -> timeline_.Timeline:
        """When the claims that fit happen; estimates where very many fit. Raises BadQuery for too many buckets."""
        with self.reading() as connection:
            return timeline_.timeline(connection, asked or ClaimFilter(), scale, by)

    def network(self, asked: ClaimFilter | None = None, *, edges: int = network_.EDGES) -> network_.Network:
        """Who does or says what to whom in the claims that fit; estimates where very many fit. Raises BadQuery."""
        with self.reading() as connection:
            return network_.network(connection, asked or ClaimFilter(), edges)

    def counts(self) -> counting.Counts:
        """How much the ledger holds."""
        with self.reading() as connection:
            return counting.counts(connection)

    def pulled(
        self, asked: ClaimFilter | None = None, *, fields: Sequence[DisputeField] = (), page: Page = ALL
    ) -> list[disputed.Pulled]:
        """The disputes whose first claim fits, with both claims, those of the latest day first. fields: only on these."""
        with self.reading() as connection:
            return list(disputed.find_pulled(connection, asked or ClaimFilter(), page, fields))

    def within(self, incidents: Sequence[str]) -> dict[str, disputed.Within]:
        """How many independent origins incidents (ids) have, and on which fields their claims pull apart."""
        with self.reading() as connection:
            return disputed.within(connection, incidents)

    def attributions(self, document: str) -> tuple[AttributionRecord, ...]:
        """The attributions in a document (id), in the order of the text."""
        with self.reading() as connection:
            return claims_.attributions_of(connection, document)

    def disputes(self, claim_ids: Sequence[str]) -> tuple[DisputeRecord, ...]:
        """The disputes in which any of these claims (ids) stands, each once."""
        with self.reading() as connection:
            return claims_.disputes_among(connection, list(claim_ids))

    def actors(
        self, asked: ActorFilter | None = None, *, order: ActorOrder = "claims", page: Page = ALL
    ) -> Iterator[ActorRecord]:
        """The actors that fit, those with most claims first."""
        with self.reading() as connection:
            yield from things.find_actors(connection, asked or ActorFilter(), order, page)

    def kin(self, actor: str) -> kin.Kin:
        """Whom an actor (id) belongs to, who belongs to it, and who may be the same."""
        with self.reading() as connection:
            return kin.kin_of(connection, actor)

    def proposed_actors(
        self, actor: str | None = None, by: str | None = None, *, page: Page = ALL
    ) -> Iterator[ActorProposal]:
        """Pairs of actors that may be the same and that nobody has decided on, the likest first.

        actor: only those about this one (id or its beginning). by: leaves out what this author has judged. Raises NotInLedger.
        """
        with self.reading() as connection:
            whole = None if actor is None else whole_id(connection, actors, actor, "actor", self.where)
            yield from near.proposed(connection, whole, by, page)

    def actor_judgements(self, actor: str | None = None) -> tuple[ActorJudgementRecord, ...]:
        """The judgements on who is who, by time; about one actor (id or its beginning). Raises NotInLedger."""
        with self.reading() as connection:
            ids = () if actor is None else (whole_id(connection, actors, actor, "actor", self.where),)
            return actor_judging.actor_judgements_of(connection, ids)

    def actor_id(self, name: str) -> str:
        """The id of the one actor with this id (or its beginning), code or name. Raises NotInLedger for none or several."""
        with self.reading() as connection:
            return things.one_actor(connection, name, self.where)

    def actor(self, id: str) -> ActorRecord:  # noqa: A002  # the noun's own field name
        """An actor by id (or its beginning), with all that were merged with it. Raises NotInLedger."""
        with self.reading() as connection:
            whole = whole_id(connection, actors, id, "actor", self.where)
            key = keys_of(connection, actors, [whole])[whole]
            return actor_records(connection, [key])[key]

    def places(
        self, asked: PlaceFilter | None = None, *, order: ActorOrder = "claims", page: Page = ALL
    ) -> Iterator[PlaceRecord]:
        """The places that fit, those with most claims first."""
        with self.reading() as connection:
            yield from things.find_places(connection, asked or PlaceFilter(), order, page)

    def incident_id(self, id: str) -> str:  # noqa: A002  # the noun's own field name
        """The whole id of an incident, of its beginning. Raises NotInLedger for none or several."""
        with self.reading() as connection:
            return whole_id(connection, incidents, id, "incident", self.where)

    def claim_id(self, id: str) -> str:  # noqa: A002  # the noun's own field name
        """The whole id of a claim, of its beginning. Raises NotInLedger for none or several."""
        with self.reading() as connection:
            return whole_id(connection, claims, id, "claim", self.where)

    def incidents(
        self, asked: IncidentFilter | None = None, *, order: IncidentOrder = "day", page: Page = ALL
    ) -> Iterator[IncidentRecord]:
        """The incidents that fit, the latest first."""
        with self.reading() as connection:
            yield from things.find_incidents(connection, asked or IncidentFilter(), order, page)

    def incident(self, id: str) -> IncidentRecord:  # noqa: A002  # the noun's own field name
        """An incident with its claims and history; one that was merged into another is followed. Raises NotInLedger."""
        with self.reading() as connection:
            return things.incident_record(connection, id, self.where)

    def judgements(self, incident: str | None = None, since: str | None = None) -> tuple[JudgementRecord, ...]:
        """The judgements, by time: about an incident (id), or given since a day or time (ISO 8601, UTC)."""
        with self.reading() as connection:
            return judging.find_judgements(connection, incident, since)

    def labels(self, asked: LabelFilter | None = None, *, page: Page = ALL) -> Iterator[LabelRecord]:
        """What people decided on fields of claims, the latest first; also what was taken back, unless `standing` is asked."""
        with self.reading() as connection:
            yield from labels_.find_labels(connection, asked or LabelFilter(), page)

    def standing_labels(self) -> dict[str, list[LabelRecord]]:
        """The labels that stand, by the id of the current claim on which they lie, in the order in which they were given."""
        with self.reading() as connection:
            return labels_.standing(connection)

    def review(
        self, by: str, kinds: Collection[str] = reviewing.KINDS, *, page: Page = ALL
    ) -> Iterator[reviewing.Review]:
        """What an author (by) has not judged yet: proposed merges, disputes, claims of low confidence.

        kinds: merge, dispute, low. Raises BadQuery.
        """
        with self.reading() as connection:
            yield from reviewing.queue(connection, by, kinds, page, self.where)

    def agreement(self, a: str, b: str) -> agreeing.Agreement:
        """How far two authors' labels agree (Krippendorff's alpha). Raises BadQuery for one and the same author."""
        with self.reading() as connection:
            return agreeing.agreement(connection, a, b)

    def documents(self, asked: DocumentFilter | None = None, *, page: Page = ALL) -> Iterator[DocumentRecord]:
        """The documents that fit, the latest first."""
        with self.reading() as connection:
            yield from texts.find_documents(connection, asked or DocumentFilter(), page)

    def document(self, id: str) -> DocumentRecord:  # noqa: A002  # the noun's own field name
        """A document with its appearances, relations and readings. Raises NotInLedger."""
        with self.reading() as connection:
            return texts.document_record(connection, id, self.where)

    def text(self, document: str) -> str:
        """The text of a document (id). Raises NotInLedger where it is not there or was forgotten."""
        with self.reading() as connection:
            return texts.text(connection, document, self.where)

    def texts(self, documents: Sequence[str]) -> dict[str, str]:
        """The texts of documents by id, without those that are not there or were forgotten: many are quicker together."""
        with self.reading() as connection:
            return texts.texts_of(connection, documents)

    def original(self, bytes_hash: str) -> bytes | None:
        """The bytes with that SHA-256, where they are kept."""
        with self.reading() as connection:
            return texts.original(connection, bytes_hash)

    def ledger(self, document: str, run: str | None = None) -> Ledger:
        """The Ledger of a document (id): of the reading that counts, or of that by a run (id). Raises NotInLedger."""
        with self.reading() as connection:
            return texts.ledger_of(connection, texts.reading_key(connection, document, run, self.where))

    def alike(self, bands: Sequence[int]) -> list[tuple[str, bytes]]:
        """Ids and signatures of the documents that share a band: candidates for near duplicates."""
        with self.reading() as connection:
            return origins.alike(connection, bands)

    def runs(self, *, page: Page = ALL) -> tuple[RunRecord, ...]:
        """The runs, in the order in which they were first used here."""
        with self.reading() as connection:
            return texts.find_runs(connection, page)

    def problems(self, *, solved: bool | None = False, page: Page = ALL) -> tuple[ProblemRecord, ...]:
        """The problems that stand (solved False), that are gone (True), or both (None), in the order in which they were first met."""
        with self.reading() as connection:
            return problems.find_problems(connection, page, solved=solved)

    def feed(self, url: str) -> tuple[str | None, str | None] | None:
        """ETag and Last-Modified of a feed's last answer; None where it was never fetched."""
        with self.reading() as connection:
            return texts.feed(connection, url)

    def search(self, query: str, where: hits.Where = "both", *, page: Page = ALL) -> Iterator[hits.Hit]:
        """The claims, then the texts, that fit a query, the best first. Raises BadQuery.

        Words must all be there, in any order; "a phrase"; begin*; -without; this OR that. Of very many that fit, those
        added last are ranked and come first (see `searching.best_first`).
        """
        with self.reading() as connection:
            yield from hits.search(connection, query, where, page)

    def differences(self, first: str, second: str) -> Iterator[diffing.Difference]:
        """What two runs (ids, their beginnings, or versions) read differently in the same documents. Raises NotInLedger."""
        with self.reading() as connection:
            yield from diffing.differences(connection, first, second, self.where)

    def changes(self, since: str, until: str | None = None) -> Iterator[changing.Change]:
        """What is new, revised, judged, ... since a day or time (ISO 8601, UTC). Raises BadQuery."""
        with self.reading() as connection:
            yield from changing.changes(connection, since, until)

    def beside(self, rows: Sequence[SheetRow], *, days: int = beside.DAYS, km: float = beside.KM) -> Iterator[Beside]:
        """Each row of a sheet with the incident that fits it best; then the incidents that no row fits."""
        with self.reading() as connection:
            yield from beside.lay_beside(connection, rows, days=days, km=km)

    def verify(self) -> Iterator[Altered]:
        """What is not as it was written; nothing for a ledger that nobody altered."""
        with self.reading() as connection:
            yield from verify(connection)

    def seal(self) -> str:
        """The hash of the last entry of the custody log: it stands for all that was done to the ledger."""
        with self.reading() as connection:
            return custody.last_hash(connection)

    def log(self, after: int = 0) -> Iterator[custody.Entry]:
        """The entries of the custody log with a number greater than `after`."""
        with self.reading() as connection:
            yield from custody.entries(connection, after)
