"""The library's front door: read an article, annotate many, or use one trade alone."""

from collections.abc import Iterable, Iterator
from functools import cache

from sayso import attributing, coding, dating, placing
from sayso.errors import cause_of
from sayso.model import Attribution, Document, Ledger, PlaceCandidate, Problem, Span, TimeExpression, Toponym
from sayso.parsing import Parser
from sayso.pipeline import Pipeline
from sayso.reading import document_of
from sayso.reading.clean_copy import clean, toponyms_as_written
from sayso.resources.codebook import Lexicon
from sayso.resources.cues import CueLexicon
from sayso.resources.gazetteer import Gazetteer
from sayso.settings import Settings
from sayso.tagging import PairScorer, Tagger


@cache
def _pipeline(settings: Settings) -> Pipeline:
    return Pipeline.open(settings)


@cache
def _parser(name: str) -> Parser:
    return Parser.open(name)


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()


@cache
def _tagger() -> Tagger:
    return Tagger.open()


@cache
def _cues() -> CueLexicon:
    return CueLexicon.open()


@cache
def _scorer() -> PairScorer:
    return PairScorer.open()


@cache
def _lexicon() -> Lexicon:
    return Lexicon.open()


def read(
    text: str,
    *,
    date: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    settings: Settings | None = None,
) -> Ledger:
    """The ledger of one article's plain text: its actors, places, times, attributions, claims and disputes.

    text: kept to the character; every span of the result counts in its indices (half-open, Python's own).
    date: the publication date, "YYYY-MM-DD"; without one, relative dates stay relative and what the text itself tells of
    the day is in `ledger.document.published`.
    title, publisher, url: what is known of the article; the title and the publisher's name help to place it.
    settings: by default those of `Settings()`. The models are opened at the first call, which takes some seconds.

    >>> ledger = read("Rebels shelled the town of Arbin on Monday, residents said.", date="2015-10-02")
    >>> [(claim.event.type, ledger.attribution(claim.holder).source[0].words(ledger.document.text))
    ...  for claim in ledger.claims]
    [('ASSAULT', 'residents')]

    A text that is not in English has no claims. Raises BadDate for a date that is no day, TextTooLong for a text beyond
    the settings' limit, BadResource where an installed resource is broken, MissingResource where one is not there.
    """
    document = document_of(text, date=date, title=title, publisher=publisher, url=url)
    return _pipeline(settings if settings is not None else Settings()).read(document)


def annotate(documents: Iterable[Document], *, settings: Settings | None = None) -> Iterator[Ledger | Problem]:
    """The ledgers of many documents, one by one and in order; a document that fails is a Problem and the rest goes on.

    documents: made from texts by `sayso.reading.document_of`, or read from files by `sayso.reading`. They are taken as the
    ledgers are asked for, in this process; `sayso annotate` and `sayso add` read on all cores.
    Raises BadResource, MissingResource before the first document.
    """
    pipeline = _pipeline(settings if settings is not None else Settings())
    for document in documents:
        try:
            yield pipeline.read(document)
        except Exception as error:  # noqa: BLE001  # whatever one document does to a stage must not end the run
            yield Problem(document.doc, cause_of(error), "reading")


def find_attributions(text: str) -> tuple[Attribution, ...]:
    """Who says what in a text: sources, cues and contents of direct, mixed and indirect speech, nested ones included.

    For people who use a quotation extractor today: `source`, `cue` and `content` are tuples of spans of characters, in the
    order of the text; `confidence` is the chance that source and content are right, 0 to 1. Actors are not resolved; use
    `read` for that. Raises BadResource, MissingResource.
    """
    document = clean(document_of(text))
    parse = _parser(Settings().parser).parse(document)
    return attributing.find_attributions(document, parse, _cues(), tagged=_tagger().attributions(document))


def find_times(text: str, *, published: str | None = None) -> tuple[TimeExpression, ...]:
    """Time expressions of a text with their TIMEX3 values (ISO 24617-1) and EDTF dates (ISO 8601-2), in its order.

    published: the day, "YYYY-MM-DD", from which "on Monday" is counted; without it, what is relative has no EDTF date.
    Raises BadDate, MissingResource.
    """
    document = clean(document_of(text, date=published))
    return dating.find_times(document, _parser(Settings().parser).parse(document))


def find_places(text: str, *, publisher: str | None = None) -> tuple[Toponym, ...]:
    """Place names of a text, in its order, resolved to the gazetteer (GeoNames) with ranked candidates.

    publisher: its name may tell which country's towns are meant ("The Irish Times"). Coordinates are WGS 84 degrees; a
    candidate's score is its chance among all of them, 0 to 1. Raises BadResource, MissingResource.
    """
    document = clean(document_of(text, publisher=publisher))
    names = _tagger().read(document).tags.names
    parse = _parser(Settings().parser).parse(document)
    return toponyms_as_written(placing.find_places(document, parse, _gazetteer(), names=names), text)


def type_between(text: str, source: Span | None, target: Span | None) -> str:
    """The codebook's type of the event between two marked phrases of a sentence, such as "ASSAULT".

    source, target: who acts, and who is acted on, as characters of the text; None for one that is not known.
    For people who know already who acts on whom, and ask what passes between the two. Raises BadResource, MissingResource.
    """
    parse = _parser(Settings().parser).parse(document_of(text))
    return coding.type_between(parse, source, target, _lexicon(), _scorer().scores(text, source, target))


def explain_place(name: str) -> tuple[PlaceCandidate, ...]:
    """What a place name may mean when nothing else is known: ranked candidates with scores (0 to 1) and reasons; none for an unknown name."""
    return placing.explain(name, _gazetteer())


def explain_time(expression: str, *, on: str | None = None) -> tuple[TimeExpression, ...]:
    """What a time expression means, counted from the day `on` ("YYYY-MM-DD") if given; nothing for words that tell no time.

    Raises BadDate.
    """
    return dating.when(expression, on)
