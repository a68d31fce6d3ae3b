"""Keeping: what was read goes into the ledger, with its appearance, its kin, and what went wrong."""

from collections.abc import Iterator

from sayso.ledger import Appearance, Relation, Store
from sayso.model import Document, Ledger, Problem
from sayso.reading.credits import credit_of
from sayso.reading.kinship import Kin, kin_of
from sayso.reading.language import READ
from sayso.reading.likeness import ALMOST, Signature, estimated, likeness, shingles_of, signature_of
from sayso.reading.stories import Story
from sayso.running.tally import Tally

# The likest documents that one is laid beside: of a text that a hundred print, the relations to these are enough.
MOST_KIN = 20


class Keeper:
    """Writes to the ledger, one transaction for each article, and counts."""

    def __init__(self, store: Store, tally: Tally, *, originals: bool) -> None:
        self._store = store
        self._tally = tally
        self._originals = originals
        self._failed: dict[str, dict[Problem, None]] = {}

    def keep(self, ledger: Ledger, story: Story, source: str) -> None:
        """Keep an article, what was read in it, where it appeared, and which documents it is akin to."""
        document = ledger.document
        with self._store.batch():
            added = self._store.add(ledger, appearance_of(document, story, source), self._original(story))
            self._tally.solved += self._store.solve(doc=story.doc, source=source)
            kin = self._relate(document, story) if added.new_document else []
        self._tally.read += added.new_reading
        self._tally.claims += len(ledger.claims) if added.new_reading else 0
        self._tally.words += len(document.text.split())
        self._tally.copies += sum(one.kind == "copy" for one in kin)
        self._tally.versions += sum(one.kind == "version" for one in kin)
        if document.language not in READ:
            self._tally.unread += 1
            self._tally.languages[document.language or "?"] += 1

    def known(self, document: Document, story: Story, source: str) -> None:
        """Keep that a document which was read before appeared here, too."""
        new = self._store.appear(document.id, appearance_of(document, story, source), self._original(story))
        self._tally.known += 1
        self._tally.appeared += new

    def fail(self, problem: Problem, source: str) -> None:
        """Keep a problem."""
        self._store.problem(problem, source)
        self._failed.setdefault(source, {})[problem] = None
        self._tally.failed(problem.cause)

    def has_failed(self, source: str, doc: str | None) -> bool:
        """Whether a document of a source failed in this run; any document for None."""
        failed = self._failed.get(source, {})
        return any(doc is None or problem.doc == doc for problem in failed)

    def finish(self, source: str) -> None:
        """After all of a source: its problems of earlier runs that were not met again are gone."""
        met = {(one.doc, one.cause, one.where) for one in self._failed.pop(source, {})}
        stale = [
            one for one in self._store.problems() if one.source == source and (one.doc, one.cause, one.where) not in met
        ]
        if not stale:
            return
        with self._store.batch():
            self._store.solve(source=source)
            for doc, cause, where in sorted(met, key=str):
                self._store.problem(Problem(doc, cause, where), source)
        self._tally.solved += len(stale)

    def _original(self, story: Story) -> bytes | None:
        return story.original if self._originals else None

    def _relate(self, document: Document, story: Story) -> list[Kin]:
        """Sign a new document, and relate it to the documents that it is akin to."""
        shingles = shingles_of(document)
        signature = signature_of(shingles)
        if signature is None:
            return []
        kin = list(self._kin(document, story, shingles, signature))
        for one in kin:
            self._store.relate(
                Relation(one.document, one.other, one.kind, one.score, one.because, one.credit, one.evidence)
            )
        self._store.sign(document.id, signature.data, signature.bands)
        return kin

    def _kin(self, document: Document, story: Story, shingles: frozenset[str], signature: Signature) -> Iterator[Kin]:
        found = [(estimated(signature.data, data), id_) for id_, data in self._store.alike(signature.bands)]
        likely = sorted(((score, id_) for score, id_ in found if score >= ALMOST and id_ != document.id), reverse=True)
        credit = credit_of(document, story.credit)
        for _, id_ in likely[:MOST_KIN]:
            record = self._store.document(id_)
            if record.forgotten is not None or not record.readings:
                continue
            other = self._store.ledger(id_).document
            stated = next((one.credit for one in record.appearances if one.credit is not None), None)
            theirs = shingles_of(other)
            one = kin_of(
                document,
                other,
                likeness(shingles, theirs),
                min(len(shingles), len(theirs)),
                (credit, credit_of(other, stated)),
            )
            if one is not None:
                yield one


def appearance_of(document: Document, story: Story, source: str) -> Appearance:
    """Where a story appeared. credit: by its source's words and by its own, with where it says so."""
    credit = credit_of(document, story.credit)
    return Appearance(
        doc=story.doc,
        title=story.title,
        publisher=story.publisher,
        url=story.url,
        published=story.date,
        bytes_hash=story.bytes_hash,
        licence=story.licence,
        credit=credit.words,
        evidence=credit.evidence,
        source=source,
        media_type=story.media_type,
    )
