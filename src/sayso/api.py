"""The library's front door: read an article, annotate many, or use one trade alone."""

from collections.abc import Iterable, Iterator
from functools import cache

from sayso import attributing, coding, dating, placing
from sayso.model import Attribution, Document, Ledger, PlaceCandidate, Problem, Span, TimeExpression, Toponym
from sayso.parsing import Parser
from sayso.pipeline import Pipeline
from sayso.reading import document_of
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
    """The ledger of one article's plain text.

    date: the publication date, "YYYY-MM-DD"; without one, relative dates stay relative and what the text itself tells of
    the day is in `ledger.document.published`.

    >>> ledger = read("Rebels shelled the town of Arbin on Monday, residents said.", date="2015-10-02")
    >>> [(claim.event.type, ledger.attribution(claim.holder).source[0].words(ledger.document.text))
    ...  for claim in ledger.claims]
    [('ASSAULT', 'residents')]

    Raises TextTooLong for a text beyond the settings' limit, BadResource where an installed resource is broken.
    """
    document = document_of(text, date=date, title=title, publisher=publisher, url=url)
    return _pipeline(settings if settings is not None else Settings()).read(document)


def annotate(documents: Iterable[Document], *, settings: Settings | None = None) -> Iterator[Ledger | Problem]:
    """The ledgers of many documents, one by one and in order; a document that fails is a Problem and the rest goes on."""
    pipeline = _pipeline(settings if settings is not None else Settings())
    for document in documents:
        try:
            yield pipeline.read(document)
        except Exception as error:  # noqa: BLE001  # whatever one document does to a stage must not end the run
            yield Problem(document.doc, f"{type(error).__name__}: {error}", "reading")


def find_attributions(text: str) -> tuple[Attribution, ...]:
    """Who says what in a text: sources, cues and contents of direct, mixed and indirect speech, nested ones included.

    For people who use a quotation extractor today: `source`, `cue` and `content` are tuples of spans of characters.
    Actors are not resolved; use `read` for that.
    """
    document = document_of(text)
    parse = _parser(Settings().parser).parse(document)
    return attributing.find_attributions(document, parse, _cues(), tagged=_tagger().attributions(document))


def find_times(text: str, *, published: str | None = None) -> tuple[TimeExpression, ...]:
    """Time expressions of a text with their TIMEX3 values and EDTF dates, counted from the publication date if given."""
    document = document_of(text, date=published)
    return dating.find_times(document, _parser(Settings().parser).parse(document))


def find_places(text: str, *, publisher: str | None = None) -> tuple[Toponym, ...]:
    """Place names of a text, resolved to the gazetteer with ranked candidates.

    publisher: its name may tell which country's towns are meant ("The Irish Times").
    """
    document = document_of(text, publisher=publisher)
    names = _tagger().read(document).tags.names
    return placing.find_places(document, _parser(Settings().parser).parse(document), _gazetteer(), names=names)


def type_between(text: str, source: Span | None, target: Span | None) -> str:
    """The codebook's type of the event between two marked phrases of a sentence; None for a phrase that is not known.

    For people who know already who acts on whom, and ask what passes between the two.
    """
    parse = _parser(Settings().parser).parse(document_of(text))
    return coding.type_between(parse, source, target, _lexicon(), _scorer().scores(text, source, target))


def explain_place(name: str) -> tuple[PlaceCandidate, ...]:
    """What a place name may mean when nothing else is known: ranked candidates with scores and reasons."""
    return placing.explain(name, _gazetteer())


def explain_time(expression: str, *, on: str | None = None) -> tuple[TimeExpression, ...]:
    """What a time expression means, counted from the day `on` ("YYYY-MM-DD") if given."""
    return dating.when(expression, on)
