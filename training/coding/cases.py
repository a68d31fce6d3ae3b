"""From annotated articles to cases: what the stage sees of each candidate, and what the annotators said of it."""

from typing import Any, Final

from msgspec import Struct

from sayso.coding.candidates import Candidate, candidates, strength
from sayso.coding.hints import NO_HINTS, Hints
from sayso.coding.judging import Surroundings, event_features
from sayso.model import EVENT_TYPES, Document, Parse, Span
from sayso.parsing import Parser
from sayso.reading import document_of
from sayso.resources.codebook import Lexicon
from sayso.tagging import Tagger
from training.coding.fit import Case
from training.gold import records

# Sentences whose trigger is not marked teach less than annotated articles.
UNMARKED = 0.15
EVENT_LABELS: Final = ("none", *EVENT_TYPES)


class Seen(Struct, frozen=True):
    """One candidate of an article with the gold event that its words name, if any."""

    article: int
    parse: Parse
    candidate: Candidate
    around: Surroundings
    gold: dict[str, Any] | None


class Reader(Struct, frozen=True):
    """What is needed to see a text as the stage sees it."""

    parser: Parser
    tagger: Tagger
    lexicon: Lexicon

    def read(self, document: Document) -> tuple[Parse, Hints]:
        """The parse of a document, and what the tagger thinks of its words."""
        return self.parser.parse(document), Hints(self.tagger.tag(document).triggers)


def put_forward(parse: Parse, lexicon: Lexicon, hints: Hints = NO_HINTS) -> list[Candidate]:
    """The candidates of an article's own sentences."""
    own = [sentence for sentence in parse.sentences if not sentence.left_out]
    return [one for sentence in own for one in candidates(parse, sentence, lexicon, hints)]


def event_cases(article: int, record: dict[str, Any], reader: Reader) -> list[Case]:
    """For each candidate of an annotated article, its type or "none"."""
    parse, hints = reader.read(document_of(record["text"], doc=record["doc"], date=record.get("date")))
    found = put_forward(parse, reader.lexicon, hints)
    around = Surroundings(found)
    cases = []
    for one in found:
        gold = gold_of(one, parse, record)
        label = gold["type"] if gold is not None else "none"
        features = event_features(one, around, parse, reader.lexicon)
        scores = hints.scores(one.token.span, EVENT_LABELS)
        cases.append(Case(article, features, label, scores=scores, event=gold["id"] if gold is not None else ""))
    return cases


def gold_of(candidate: Candidate, parse: Parse, record: dict[str, Any]) -> dict[str, Any] | None:
    """The gold event that a candidate's words name, one of the candidate's own types if there are several."""
    words = Span(parse.tokens[candidate.first].start, candidate.token.end)
    hits = [event for event in record["events"] if words.overlaps(Span(*event["trigger"]))]
    return next((event for event in hits if event["type"] in candidate.senses), hits[0] if hits else None)


def unmarked_cases(reader: Reader) -> list[Case]:
    """Candidates of sentences of which only the type is known: the one that the lexicon thinks likeliest."""
    cases = []
    for record in records("events/plv-train.jsonl"):
        types = ("CONCEDE", "RETREAT") if record["type"] == "YIELD" else (record["type"],)
        parse, hints = reader.read(document_of(record["text"], doc=record["id"]))
        found = put_forward(parse, reader.lexicon, hints)
        able = [
            (strength(one.senses[kind]), n, kind)
            for n, one in enumerate(found)
            for kind in types
            if one.listed and kind in one.senses
        ]
        if able:
            _, n, kind = max(able, key=lambda item: (item[0], -item[1], item[2]))
            features = event_features(found[n], Surroundings(found), parse, reader.lexicon)
            scores = hints.scores(found[n].token.span, EVENT_LABELS)
            cases.append(Case(-1, features, kind, UNMARKED, scores))
    return cases
