"""The store: one ledger, opened for reading or writing. Every answer comes through here."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from sayso.errors import LedgerReadOnly, NoLedger
from sayso.ledger import (
    beside,
    changing,
    custody,
    diffing,
    forgetting,
    joining,
    judging,
    making,
    origins,
    problems,
    pulling,
    texts,
    things,
    writing,
)
from sayso.ledger import claims as claims_
from sayso.ledger.beside import Beside
from sayso.ledger.faults import told
from sayso.ledger.filters import ALL, ActorOrder, ClaimFilter, ClaimOrder, IncidentOrder, Page
from sayso.ledger.keys import key_of
from sayso.ledger.nouns import Added, Appearance, Judgement, Relation
from sayso.ledger.opening import Address, address_of, check_version, engine_of, version_of
from sayso.ledger.records import (
    ActorRecord,
    AttributionRecord,
    ClaimRecord,
    DisputeRecord,
    DocumentRecord,
    IncidentRecord,
    JudgementRecord,
    PlaceRecord,
    ProblemRecord,
    RunRecord,
)
from sayso.ledger.rows import reading_id
from sayso.ledger.schema_texts import documents, readings
from sayso.ledger.sheets import SheetRow
from sayso.ledger.texts import DocumentFilter
from sayso.ledger.things import ActorFilter, IncidentFilter, PlaceFilter
from sayso.ledger.verifying import Altered, verify
from sayso.model import Dispute, Document, Ledger, Problem, Run

WAIT = 30.0


def now() -> str:
    """The time in UTC, ISO 8601 to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Store:
    """A ledger. Use `Store.open`, and close it, or use it in a `with` block.

    Reading may be done by any number of processes and threads. There is one writer at a time: another waits.
    """

    def __init__(self, address: Address, engine: Engine, *, write: bool, clock: Callable[[], str]) -> None:
        self.address = address
        self.where = str(address)
        self._engine = engine
        self._write = write
        self._clock = clock
        self._writing: Connection | None = None

    @classmethod
    def open(
        cls,
        where: str | os.PathLike[str] | None = None,
        *,
        write: bool = False,
        wait: float = WAIT,
        clock: Callable[[], str] = now,
    ) -> "Store":
        """Open a ledger: a path of a file, or the address of a PostgreSQL database.

        where: by default what the environment variable SAYSO_LEDGER names, else ./ledger.sayso.
        write: to add to it; a ledger that is not there is then made. wait: seconds to wait for another writer.
        clock: what tells the time for the custody log.

        Raises NoLedger, LedgerDamaged, LedgerVersion, LedgerReadOnly, LedgerBusy.
        """
        address = address_of(where)
        named = str(address)
        if address.path is not None and not write and not address.path.exists():
            raise NoLedger(named, "there is no such file", "`sayso add` makes a ledger, and --ledger names one")
        making.look_at(address.path, named)
        engine = engine_of(address, write=write, wait=wait)
        try:
            found = version_of(engine, named)
            if found is not None:
                check_version(found, named)
            elif write:
                with told(named), engine.begin() as connection:
                    making.make(connection, clock())
            else:
                raise NoLedger(named, "this database holds no ledger")  # noqa: TRY301  # the engine is closed below
        except BaseException:
            engine.dispose()
            raise
        return cls(address, engine, write=write, clock=clock)

    def close(self) -> None:
        """Let go of the file or database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path | None:
        """The file, where the ledger is one."""
        return self.address.path

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it stands now, whatever is written meanwhile."""
        if self._writing is not None:
            yield self._writing
            return
        with told(self.where), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all that is written in the block is kept, or none of it. Within another block, a part of it."""
        if not self._write:
            raise LedgerReadOnly(self.where, "it was opened for reading", "open it with write=True")
        if self._writing is not None:
            with self._writing.begin_nested():
                yield self._writing
            return
        with told(self.where), self._engine.begin() as connection:
            self._writing = connection
            try:
                yield connection
            finally:
                self._writing = None

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Make one transaction of many additions, which is faster. If it is interrupted, none of them is kept."""
        with self.writing():
            yield

    # Writing

    def add(self, ledger: Ledger, appearance: Appearance | None = None, original: bytes | None = None) -> Added:
        """Keep an article: its text, where it appeared, and what was read in it. What is there already is not added.

        appearance: by default, what `ledger.document` tells. original: the bytes that the text was read from, to be kept
        too (`appearance.bytes_hash` must be given then).
        """
        with self.writing() as connection:
            return writing.add(connection, ledger, self._clock(), appearance, original)

    def is_read(self, document: Document, run: Run) -> bool:
        """Has this version read this document already? Asked before reading, it spares the work."""
        with self.reading() as connection:
            wanted = sa.select(readings.c.key).where(readings.c.id == reading_id(document, run))
            return connection.execute(wanted).first() is not None

    def appear(self, document: str, appearance: Appearance, original: bytes | None = None) -> bool:
        """Keep that a document that is in the ledger (id) appeared there too; returns whether that is new."""
        with self.writing() as connection:
            key = texts.document_key(connection, document, self.where)
            return writing.appear(connection, key, document, appearance, self._clock(), original)

    def relate(self, relation: Relation) -> bool:
        """Keep that a document is a copy or version of another; returns whether that is new."""
        with self.writing() as connection:
            return origins.relate(connection, relation, self._clock(), self.where)

    def sign(self, document: str, signature: bytes, bands: Iterable[int]) -> None:
        """Keep a document's MinHash signature and the hashes of its bands (signed 64-bit integers)."""
        with self.writing() as connection:
            origins.sign(connection, document, signature, bands, self._clock(), self.where)

    def problem(self, problem: Problem, source: str | None = None) -> str:
        """Keep a problem, or count that it was met again. source: what to read again. Returns its id."""
        with self.writing() as connection:
            return problems.keep_problem(connection, problem, source, self._clock())

    def solve(self, *, doc: str | None = None, source: str | None = None) -> int:
        """Mark the problems of a document (the caller's name) or of a source as gone; returns how many there were."""
        with self.writing() as connection:
            return problems.solve(connection, self._clock(), doc=doc, source=source)

    def fetched(self, url: str, etag: str | None, modified: str | None) -> None:
        """Keep what a feed's server said for the next conditional request."""
        with self.writing() as connection:
            texts.keep_feed(connection, url, etag, modified, self._clock())

    def judge(self, *judgements: Judgement) -> tuple[str, ...]:
        """Keep judgements and carry them out, in their order and together; returns their ids.

        Raises NotInLedger for an incident or claim that is not there, BadQuery for a judgement about nothing.
        """
        with self.writing() as connection:
            return judging.judge(connection, judgements, self._clock(), self.where)

    def pull_apart(self, incident: str, disputes: Iterable[Dispute]) -> None:
        """Keep the disputes across documents among the claims of an incident (id), in place of those kept before.

        The disputes' a and b are the ledger's ids of claims. Raises NotInLedger.
        """
        with self.writing() as connection:
            pulling.pull_apart(connection, incident, disputes, self._clock(), self.where)

    def forget(self, document: str, because: str = "") -> bool:
        """Take out the text of a document (id) and all that was read from it; a tombstone stays. Was it here?

        Raises NotInLedger.
        """
        with self.writing() as connection:
            done = forgetting.forget(connection, document, because, self._clock(), self.where)
        if done and self.path is not None:
            with told(self.where), self._engine.connect() as connection:
                # the write-ahead log would keep the words until its next round
                connection.execution_options(isolation_level="AUTOCOMMIT")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return done

    def join(self, other: "Store") -> joining.Joined:
        """Add all that another ledger has; both ledgers' judgements are carried out in the order of their times."""
        with self.writing() as here, other.reading() as there:
            return joining.join_ledger(here, there, other.where, self._clock(), self.where)

    def note(self, kind: str, subject: str, digest: str, **detail: object) -> None:
        """Write to the custody log what was done with the ledger, such as an export."""
        with self.writing() as connection:
            custody.append(connection, self._clock(), kind, subject, digest, **detail)

    # Asking

    def knows(self, document: str) -> bool:
        """Is there a document with that id, be it forgotten?"""
        with self.reading() as connection:
            return key_of(connection, documents, document) is not None

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

    def places(
        self, asked: PlaceFilter | None = None, *, order: ActorOrder = "claims", page: Page = ALL
    ) -> Iterator[PlaceRecord]:
        """The places that fit, those with most claims first."""
        with self.reading() as connection:
            yield from things.find_places(connection, asked or PlaceFilter(), order, page)

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

    def runs(self) -> tuple[RunRecord, ...]:
        """The runs, in the order in which they were first used here."""
        with self.reading() as connection:
            return texts.find_runs(connection)

    def problems(self, *, solved: bool | None = False) -> tuple[ProblemRecord, ...]:
        """The problems that stand (solved False), that are gone (True), or both (None)."""
        with self.reading() as connection:
            return problems.find_problems(connection, solved=solved)

    def feed(self, url: str) -> tuple[str | None, str | None] | None:
        """ETag and Last-Modified of a feed's last answer; None where it was never fetched."""
        with self.reading() as connection:
            return texts.feed(connection, url)

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
