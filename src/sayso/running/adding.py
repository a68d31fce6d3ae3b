"""Adding: sources are taken in, read, and kept in a ledger; interrupted at any point, continued by the same call."""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import BinaryIO, Final, TypeAlias

import msgspec
from msgspec import Struct

from sayso.errors import LedgerError, cause_of
from sayso.ledger import Store
from sayso.model import Document, Ledger, Problem, Run
from sayso.reading.intake import STANDARD_INPUT, checked, size_of, stories_of
from sayso.reading.politeness import Fetcher
from sayso.reading.stories import Outcome, Passed, Story, Taking, Visited
from sayso.reading.visiting import Visitor
from sayso.running.annotate import answers
from sayso.running.keeping import Keeper
from sayso.running.lines import decode_problem, encode_problem
from sayso.running.one import Opener, Read, open_pipeline
from sayso.running.tally import Tally, Watch
from sayso.settings import Settings

# Documents that go to a worker at once: few, since what is under way when a run is killed is read again.
TOGETHER: Final = 2

_documents = msgspec.msgpack.Decoder(Document)
_ledgers = msgspec.msgpack.Decoder(Ledger)
_encoder = msgspec.msgpack.Encoder()


class _Job(Struct, frozen=True):
    """A document that a worker reads, and the story that it is of."""

    source: str
    story: Story
    document: Document


class _Again(Struct, frozen=True):
    """A text that is under way already, met once more."""

    source: str
    story: Story
    document: Document


class _Seen(Struct, frozen=True):
    """An address of which everything came before."""

    source: str
    visited: Visited


class _End(Struct, frozen=True):
    """The last of a source: everything that it holds came before."""

    source: str


_Step: TypeAlias = _Job | _Again | _Seen | _End


def add(
    sources: Iterable[str],
    store: Store,
    settings: Settings | None = None,
    taking: Taking | None = None,
    *,
    workers: int | None = None,
    originals: bool = False,
    watch: Watch = lambda _: None,
    opener: Opener = open_pipeline,
    run: Run | None = None,
    fetcher: Fetcher | None = None,
    standard_input: BinaryIO | None = None,
) -> Tally:
    """Take in sources (files, folders, http(s) addresses, "-" for standard input) and keep what is read in a ledger.

    store: open for writing. workers: processes; None is one for each core. originals: keep the bytes too.
    watch: called after everything that is counted. opener, run: a pipeline of one's own, and the run that it is.
    fetcher: what fetches pages.

    Every article is kept in a transaction of its own; so a run that is killed loses what was under way and nothing else,
    and the same call goes on where it ended. What fails is kept as a problem of its source, and gone from there once the
    source is taken in without it. An interrupt (Ctrl-C) ends the run and is told by the Tally.

    Raises UnreadableSource for a file that is not there, LedgerError, WorkersFailed, BadResource, BadSettings.
    """
    found = checked(sources)
    settings = settings if settings is not None else Settings()
    taking = taking if taking is not None else Taking(limit=settings.max_characters)
    adding = _Adding(store, run if run is not None else _run_of(settings), taking, watch, originals=originals)
    adding.tally.size = size_of(found)
    visitor = Visitor(fetcher if fetcher is not None else Fetcher(taking), store)
    steps = adding.jobs(found, visitor, standard_input)
    try:
        with closing(answers(steps, settings, workers, opener, read_document, TOGETHER)) as lines:
            for line in lines:
                adding.answered(line)
        adding.drain()
    except KeyboardInterrupt:
        adding.tally.interrupted = True
    return adding.tally


def _run_of(settings: Settings) -> Run:
    from sayso.pipeline import Pipeline  # noqa: PLC0415  # takes seconds to load

    return Pipeline.run_of(settings)


def read_document(line: bytes, number: int, read: Read, settings: Settings) -> bytes:
    """A worker's answer for one document (msgpack): its ledger (msgpack), or the line of the problem that it is."""
    del settings
    document = _documents.decode(line)
    try:
        return _encoder.encode(read(document))
    except Exception as error:  # noqa: BLE001  # the border of one document: whatever it does must not end the run
        return encode_problem(Problem(document.doc, cause_of(error), f"document {number}"))


class _Adding:
    """One run: steps in the order of the sources, of which some wait for a worker's answer and the rest for their turn."""

    def __init__(self, store: Store, run: Run, taking: Taking, watch: Watch, *, originals: bool) -> None:
        self.tally = Tally()
        self._store = store
        self._run = run
        self._taking = taking
        self._watch = watch
        self._keeper = Keeper(store, self.tally, originals=originals)
        self._steps: deque[_Step] = deque()
        self._under_way: set[tuple[str, str | None, str | None]] = set()

    def jobs(
        self, sources: Iterable[str], visitor: Visitor, standard_input: BinaryIO | None
    ) -> Iterator[tuple[int, bytes]]:
        """The documents that are to be read, numbered and encoded; everything else is dealt with on the way."""
        number = 0
        for source in sources:
            for outcome in stories_of(
                source, self._taking, visitor, count=self.tally.took, standard_input=standard_input
            ):
                job = self._met(outcome, source)
                if job is not None:
                    number += 1
                    self._steps.append(job)
                    yield number, _encoder.encode(job.document)
                self._watch(self.tally)
            self._put(_End(source))

    def answered(self, line: bytes) -> None:
        """Keep the answer to the earliest job, and take the steps that waited for it."""
        self.drain()
        job = self._steps.popleft()
        assert isinstance(job, _Job)
        self._under_way.discard(_key(job.document))
        cause = self._kept(line, job)
        if cause is not None:
            self._keeper.fail(Problem(job.story.doc, cause, job.story.where), job.source)
        self.drain()
        self._watch(self.tally)

    def _kept(self, line: bytes, job: _Job) -> str | None:
        """Keep an answer; the cause where it is a problem, or one that this ledger cannot take."""
        if not _is_ledger(line):
            return decode_problem(line)
        try:
            self._keeper.keep(_ledgers.decode(line), job.story, job.source)
        except LedgerError as error:
            # one of its kinds tells of the ledger as a whole, the bare class of what one document does to it
            if type(error) is not LedgerError:
                raise
            return f"the ledger does not take it: {error.cause}"
        return None

    def drain(self) -> None:
        """Take the steps that wait for no answer, up to the next that does."""
        while self._steps and not isinstance(self._steps[0], _Job):
            self._take(self._steps.popleft())

    def _met(self, outcome: Outcome, source: str) -> _Job | None:
        """Deal with what a source holds; the job that it makes, if it is to be read."""
        if isinstance(outcome, Passed):
            self.tally.passed += 1
        elif isinstance(outcome, Visited):
            self._put(_Seen(source, outcome))
        elif isinstance(outcome, Problem):
            self._keeper.fail(outcome, source)
        else:
            return self._story(outcome, source)
        return None

    def _story(self, story: Story, source: str) -> _Job | None:
        self.tally.documents += 1
        try:
            document = story.document(self._taking.limit)
        except Exception as error:  # noqa: BLE001  # the border of one document
            self._keeper.fail(Problem(story.doc, cause_of(error), story.where), source)
            return None
        if self._store.is_read(document, self._run):
            self._keeper.known(document, story, source)
            return None
        if _key(document) in self._under_way:
            self._put(_Again(source, story, document))
            return None
        self._under_way.add(_key(document))
        return _Job(source, story, document)

    def _put(self, step: _Step) -> None:
        """Take a step now if nothing is under way, or else when its turn comes."""
        if self._steps:
            self._steps.append(step)
        else:
            self._take(step)

    def _take(self, step: _Step) -> None:
        if isinstance(step, _Seen):
            visited = step.visited
            if not self._keeper.has_failed(step.source, visited.doc):
                self._store.fetched(visited.url, visited.etag, visited.modified)
        elif isinstance(step, _Again):
            if self._store.is_read(step.document, self._run):
                self._keeper.known(step.document, step.story, step.source)
            else:
                problem = Problem(step.story.doc, "the same text could not be read just before", step.story.where)
                self._keeper.fail(problem, step.source)
        elif isinstance(step, _End) and step.source != STANDARD_INPUT:
            self._keeper.finish(step.source)


def _key(document: Document) -> tuple[str, str | None, str | None]:
    """What a reading depends on."""
    return document.id, document.published.edtf, document.title


def _is_ledger(line: bytes) -> bool:
    """Whether a worker's answer is a ledger (a msgpack map), and not a problem (a line of JSON)."""
    return not line.startswith(b"{")
