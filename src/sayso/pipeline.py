"""THE list of stages, in order: how a document becomes its ledger."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import msgspec
from msgspec import Struct

from sayso import attributing, coding, dating, naming, placing
from sayso.claiming import Pieces, make_claims
from sayso.claiming.claims import ClaimWeights
from sayso.claiming.views import Viewer
from sayso.comparing import disputes_of
from sayso.errors import TextTooLong
from sayso.model import Attribution, Cast, Document, Event, Ledger, Parse, Run, Toponym
from sayso.parsing import Parser
from sayso.reading.clean_copy import as_written, clean
from sayso.reading.language import READ
from sayso.resources.actors import Registry
from sayso.resources.codebook import Lexicon
from sayso.resources.cues import CueLexicon
from sayso.resources.gazetteer import Gazetteer
from sayso.resources.opening import uncollected
from sayso.settings import Settings
from sayso.tagging import Reading, Tagger

# Places that no deed is done to where they only tell where it was.
TOWNS = frozenset({"city", "facility"})


class Tools(Struct, frozen=True):
    """The heavy resources, opened once and handed to the stages."""

    parser: Parser
    tagger: Tagger
    registry: Registry
    gazetteer: Gazetteer
    cues: CueLexicon
    lexicon: Lexicon
    weights: ClaimWeights


class Pipeline:
    """The stages with their resources opened. `read` is a pure function of the document and the settings."""

    def __init__(self, tools: Tools, settings: Settings) -> None:
        self.tools = tools
        self.settings = settings
        self.run = _run(tools.tagger.model, tools.parser.name, tools.lexicon, settings)

    @classmethod
    def open(cls, settings: Settings | None = None) -> "Pipeline":
        """Open every resource; takes a few seconds and some 450 MiB. Raises BadResource where one is broken or missing."""
        settings = settings if settings is not None else Settings()
        with uncollected():
            tools = Tools(
                parser=Parser.open(settings.parser),
                tagger=Tagger.open(),
                registry=Registry.open([Path(file) for file in settings.actors]),
                gazetteer=Gazetteer.open(),
                cues=CueLexicon.open(),
                lexicon=_lexicon(settings),
                weights=ClaimWeights.open(),
            )
        return cls(tools, settings)

    @staticmethod
    def run_of(settings: Settings) -> Run:
        """The run that a pipeline with these settings will be, told without opening its parser. Raises BadResource."""
        return _run(Tagger.open().model, Parser.name_of(settings.parser), _lexicon(settings), settings)

    def read(self, document: Document) -> Ledger:
        """The ledger of one document; raises TextTooLong. A text in a language that sayso does not read has no claims."""
        if len(document.text) > self.settings.max_characters:
            raise TextTooLong(len(document.text), self.settings.max_characters)
        if document.language not in READ:
            return Ledger(document, self.run)
        pieces = self.pieces(document)
        claims = make_claims(pieces, self.tools.weights, self.tools.lexicon.codebook)
        viewer = Viewer(pieces)
        disputes = tuple(disputes_of([viewer.view(claim) for claim in claims], self.tools.weights.incident))
        ledger = Ledger(
            pieces.document, self.run, pieces.cast, pieces.places, pieces.times, pieces.attributions, claims, disputes
        )
        return ledger if pieces.document.text == document.text else as_written(ledger, document.text)

    def pieces(self, document: Document) -> Pieces:
        """What the stages find in a document's clean copy, before it is put together to claims."""
        document, tools = clean(document), self.tools
        parse = tools.parser.parse(document)
        tagged = tools.tagger.read(document)
        attributions = attributing.find_attributions(document, parse, tools.cues, tagged=tagged.attributions)
        cast = naming.resolve(document, parse, tools.registry, tagged.tags, attributions)
        document = self._dated(document, parse, cast)
        places = placing.find_places(document, parse, tools.gazetteer, cast, tagged.tags.names)
        cast = naming.domestic(cast, parse, places, tools.registry)
        times = dating.find_times(document, parse)
        attributions, times = dating.anchor_speech(document, parse, attributions, times)
        cast, attributions = naming.speakers(cast, parse, attributions)
        events = self._events(document, parse, cast, places, attributions, tagged)
        cast, events, attributions = naming.together(cast, parse, events, attributions)
        return Pieces(document, parse, cast, places, times, attributions, events)

    def _events(
        self,
        document: Document,
        parse: Parse,
        cast: Cast,
        places: Sequence[Toponym],
        attributions: Sequence[Attribution],
        tagged: Reading,
    ) -> tuple[Event, ...]:
        """The events of a document; a text of a sentence or two is read for what passes between its two sides."""
        lexicon, least = self.tools.lexicon, self.settings.min_confidence
        triggers, parts = tagged.tags.triggers, tagged.parts
        if coding.is_short(parse):
            towns = [one.span for one in places if one.place is not None and one.place.kind in TOWNS]
            return coding.find_events_of_short(
                document, parse, cast, attributions, lexicon, triggers, least, towns, parts
            )
        return coding.find_events(document, parse, attributions, lexicon, triggers, least, opinion=parts)

    def _dated(self, document: Document, parse: Parse, cast: Cast) -> Document:
        """The document with what its own words tell of the day of publication, where nobody gave it or it prints another."""
        if document.published.edtf is not None:  # no years are looked for
            return msgspec.structs.replace(document, published=dating.infer_publication(document, parse, (), 0, 0))
        known = [(actor.names[0], *actor.active) for actor in cast.actors if actor.active is not None and actor.names]
        for actor in cast.actors:
            known.extend((name, *years) for name, years in naming.office_years(actor, self.tools.registry))
        settings = self.settings
        published = dating.infer_publication(document, parse, known, settings.first_year, settings.last_year)
        return msgspec.structs.replace(document, published=published)


def _lexicon(settings: Settings) -> Lexicon:
    return Lexicon.open(Path(settings.codebook) if settings.codebook is not None else None)


def _run(tagger: str, parser: str, lexicon: Lexicon, settings: Settings) -> Run:
    digest = settings.digest_with(lexicon.codebook.digest)
    return Run(sayso=version("sayso"), model=f"{tagger}, {parser}", settings=digest)
