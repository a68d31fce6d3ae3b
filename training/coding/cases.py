"""From annotated articles to cases: what the stage sees of each candidate, and what the annotators said of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from sayso.coding.candidates import Candidate, candidates
from sayso.coding.hints import NO_HINTS, Hints
from sayso.coding.judging import Surroundings, event_features
from sayso.coding.subject import subject_class, subject_words
from sayso.model import EVENT_TYPES, Document, Parse, Span
from sayso.parsing import Parser
from sayso.reading import document_of
from sayso.resources.codebook import Lexicon, Subject
from sayso.tagging import Tagger
from training.coding.fit import Case
from training.coding.flattered import Flattered, told_of
from training.coding.subjects import Told, subjects_apart, told
from training.gold import kept_apart

EVENT_LABELS: Final = ("none", *EVENT_TYPES)
# How much an event counts by its factuality: what is seldom presented so is found as often only if it counts more.
COUNTED: Final = {"demanded": 1.8, "denied": 1.8, "planned": 1.4, "possible": 1.2, "hypothetical": 1.2}


class Seen(Struct, frozen=True):
    """One candidate of an article with the gold event that its words name, if any."""

    article: int
    parse: Parse
    candidate: Candidate
    around: Surroundings
    gold: dict[str, Any] | None


class Reader(Struct, frozen=True):
    """What is needed to see a text as the stage sees it.

    earlier: the tagger before it learned from the annotated articles, for the texts that the tagger itself has learned
    from; None where there is none, and what the tagger thinks of these texts is taken as it is.
    apart: the articles that the tagger has not learned from.
    seen: what was read before, by text; shared with readers that were made of this one by another lexicon.
    """

    parser: Parser
    tagger: Tagger
    lexicon: Lexicon
    earlier: Tagger | None = None
    apart: frozenset[str] = frozenset()
    seen: dict[str, tuple[Parse, Hints]] = {}

    def read(self, document: Document) -> tuple[Parse, Hints]:
        """The parse of a document, and what the tagger thinks of its words."""
        if document.text not in self.seen:
            self.seen[document.text] = self.parser.parse(document), self._hints(document)
        return self.seen[document.text]

    def _hints(self, document: Document) -> Hints:
        if self.earlier is None or document.doc in self.apart:
            return Hints(self.tagger.tag(document).triggers)
        return Flattered(self.earlier.tag(document).triggers)


def reader_of(earlier: Path | None) -> Reader:
    """A reader with what ships. earlier: folder of the tagger's weights before it learned from the annotated articles."""
    before = Tagger.open(earlier) if earlier is not None else None
    return Reader(Parser.open(), Tagger.open(), Lexicon.open(), before, kept_apart())


def put_forward(parse: Parse, lexicon: Lexicon, hints: Hints = NO_HINTS) -> list[Candidate]:
    """The candidates of an article's own sentences."""
    own = [sentence for sentence in parse.sentences if not sentence.left_out]
    return [one for sentence in own for one in candidates(parse, sentence, lexicon, hints)]


def document_in(record: dict[str, Any]) -> Document:
    """The text of an annotated article or of a sentence."""
    return document_of(record["text"], doc=record["doc"] if "doc" in record else record["id"], date=record.get("date"))


def seen_events(article: int, record: dict[str, Any], parse: Parse, lexicon: Lexicon) -> tuple[Seen, ...]:
    """The candidates of an article that the lexicon puts forward and gold has an event for."""
    found = put_forward(parse, lexicon)
    around = Surroundings(found)
    seen = (Seen(article, parse, one, around, gold_of(one, parse, record)) for one in found)
    return tuple(one for one in seen if one.gold is not None)


def event_cases(article: int, record: dict[str, Any], reader: Reader, subject: Subject) -> list[Case]:
    """For each candidate of an annotated article, its type or "none". subject: weights that have not seen the article."""
    parse, hints = reader.read(document_in(record))
    found = put_forward(parse, reader.lexicon, hints)
    around = Surroundings(found, subject_class(parse, subject))
    cases = []
    for one in found:
        gold = gold_of(one, parse, record)
        label = gold["type"] if gold is not None else "none"
        told = told_of(hints, one.token.span, EVENT_LABELS)
        features = [*event_features(one, around, parse, reader.lexicon), *told]
        scores = hints.scores(one.token.span, EVENT_LABELS)
        weight = COUNTED.get(gold["factuality"], 1.0) if gold is not None else 1.0
        cases.append(Case(article, features, label, weight, scores, gold["id"] if gold is not None else ""))
    return cases


def told_articles(records: Sequence[dict[str, Any]], reader: Reader) -> list[Told]:
    """The articles as the weights of subjects are learned from."""
    return [told(record, subject_words(reader.read(document_in(record))[0])) for record in records]


def all_event_cases(records: Sequence[dict[str, Any]], reader: Reader) -> list[Case]:
    """The cases of all articles, the subject of each told by weights that have not seen it."""
    apart = subjects_apart(told_articles(records, reader))
    return [case for n, record in enumerate(records) for case in event_cases(n, record, reader, apart[n % len(apart)])]


def gold_of(candidate: Candidate, parse: Parse, record: dict[str, Any]) -> dict[str, Any] | None:
    """The gold event that a candidate's words name, one of the candidate's own types if there are several."""
    words = Span(parse.tokens[candidate.first].start, candidate.token.end)
    hits = [event for event in record["events"] if words.overlaps(Span(*event["trigger"]))]
    return next((event for event in hits if event["type"] in candidate.senses), hits[0] if hits else None)
