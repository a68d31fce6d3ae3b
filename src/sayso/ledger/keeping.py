"""What an open ledger keeps."""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from sayso.ledger import custody
from sayso.ledger.actor_nouns import ActorJudgement
from sayso.ledger.asking import texts
from sayso.ledger.nouns import Added, Appearance, Decision, Judgement, Relation
from sayso.ledger.opening.opened import Opened
from sayso.ledger.reviewing import labelling, near, undoing
from sayso.ledger.schema.texts import readings
from sayso.ledger.whole import forgetting, joining
from sayso.ledger.writing import actor_judging, judging, origins, problems, pulling
from sayso.ledger.writing.documents import appear
from sayso.ledger.writing.readings import keep_ledger
from sayso.ledger.written import reading_id
from sayso.model import Dispute, Document, Ledger, Problem, Run


class Keeping(Opened):
    """Everything that can be written to a ledger."""

    def add(self, ledger: Ledger, appearance: Appearance | None = None, original: bytes | None = None) -> Added:
        """Keep an article: its text, where it appeared, and what was read in it. What is there already is not added.

        appearance: by default, what `ledger.document` tells. original: the bytes that the text was read from, to be kept
        too (`appearance.bytes_hash` must be given then).
        """
        with self.writing() as connection:
            return keep_ledger(connection, ledger, self._clock(), appearance, original)

    def is_read(self, document: Document, run: Run) -> bool:
        """Has this version read this document already? Asked before reading, it spares the work."""
        with self.reading() as connection:
            wanted = sa.select(readings.c.key).where(readings.c.id == reading_id(document, run))
            return connection.execute(wanted).first() is not None

    def appear(self, document: str, appearance: Appearance, original: bytes | None = None) -> bool:
        """Keep that a document that is in the ledger (id) appeared there too; returns whether that is new."""
        with self.writing() as connection:
            key = texts.document_key(connection, document, self.where)
            return appear(connection, key, document, appearance, self._clock(), original)

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

    def judge_actors(self, *judgements: ActorJudgement) -> tuple[str, ...]:
        """Keep judgements on who is who and carry them out together; returns their ids.

        Raises NotInLedger for an actor that is not there, BadQuery for a judgement without author or about one actor.
        """
        with self.writing() as connection:
            return actor_judging.judge_actors(connection, judgements, self._clock(), self.where)

    def propose_actors(self) -> int:
        """Keep a note on each two actors whose names are alike and about which nothing is judged; returns how many are new."""
        with self.writing() as connection:
            return len(near.propose(connection, self._clock()))

    def label(self, *decisions: Decision, by: str) -> tuple[str, ...]:
        """Keep what a person (by) decides on fields of claims, together; returns the ids of the labels.

        Raises NotInLedger for a claim or dispute that is not there, BadQuery for a decision that decides nothing.
        """
        with self.writing() as connection:
            return labelling.decide(connection, decisions, by, self._clock(), self.where)

    def undo(self, id: str, *, by: str, reason: str = "") -> str:  # noqa: A002  # the noun's own field name
        """Take back a label, or a judgement on incidents, by a new one that reverses it; returns that one's id.

        A person takes back what is his own, and any judgement of a rule or model: a merged incident has its claims and
        id again, and claims that were moved, cut or split off are where they were, unless they were moved again since.
        Raises NotInLedger, and BadQuery for what is another person's, or is undone already.
        """
        with self.writing() as connection:
            return undoing.undo(connection, id, by, self._clock(), reason, self.where)

    def pull_apart(self, incident: str, disputes: Iterable[Dispute]) -> None:
        """Keep the disputes across documents among the claims of an incident (id), in place of those kept before.

        The disputes' a and b are the ledger's ids of claims. Raises NotInLedger.
        """
        with self.writing() as connection:
            pulling.pull_apart(connection, incident, disputes, self._clock(), self.where)

    def pull_apart_all(self, disputes: Mapping[str, Sequence[Dispute]]) -> None:
        """The same for many incidents (by id); where nothing is other than it was kept, nothing is done. Raises NotInLedger."""
        with self.writing() as connection:
            pulling.pull_apart_all(connection, disputes, self._clock(), self.where)

    def forget(self, document: str, because: str = "") -> bool:
        """Take out the text of a document (id) and all that was read from it; a tombstone stays. Was it here?

        Raises NotInLedger.
        """
        with self.writing() as connection:
            done = forgetting.forget(connection, document, because, self._clock(), self.where)
        if done and self.path is not None:
            self.settle()
        return done

    def join(self, other: Opened) -> joining.Joined:
        """Add all that another ledger has; both ledgers' judgements are carried out in the order of their times."""
        with self.writing() as here, other.reading() as there:
            return joining.join_ledger(here, there, other.where, self._clock(), self.where)

    def note(self, kind: str, subject: str, digest: str, **detail: object) -> None:
        """Write to the custody log what was done with the ledger, such as an export."""
        with self.writing() as connection:
            custody.append(connection, self._clock(), kind, subject, digest, **detail)
