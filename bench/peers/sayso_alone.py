"""sayso's own trades alone, in the form in which the peers are run; and the baseline of the most populous place.

usage: python -m bench.peers.sayso_alone times|places|populous|quotations|pipeline < documents.jsonl > found.jsonl
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import msgspec

from sayso import attributing, dating, placing
from sayso.model import Document
from sayso.parsing import Parser
from sayso.pipeline import Pipeline
from sayso.reading import document_of
from sayso.resources.cues import CueLexicon
from sayso.resources.gazetteer import Gazetteer
from sayso.running.lines import line_of
from sayso.tagging import Tagger

PLACES = ("GPE", "LOC", "FAC")
Found = dict[str, Any]
Trade = Callable[[Document], Found]


def times() -> Trade:
    """Time expressions, the parse included."""
    parser = Parser.open()

    def read(document: Document) -> Found:
        found = dating.find_times(document, parser.parse(document))
        return {"times": [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in found]}

    return read


def places() -> Trade:
    """Places, the parse included."""
    parser, gazetteer = Parser.open(), Gazetteer.open()

    def read(document: Document) -> Found:
        found = placing.find_places(document, parser.parse(document), gazetteer)
        return {"places": [_place(t.span.start, t.span.end, t.place) for t in found if not t.demonym]}

    return read


def _place(start: int, end: int, place: Any) -> Found:
    return {"start": start, "end": end, "lat": getattr(place, "lat", None), "lon": getattr(place, "lon", None)}


def populous() -> Trade:
    """The parser's names of places, each taken for the most populous of its name."""
    parser, gazetteer = Parser.open(), Gazetteer.open()

    def read(document: Document) -> Found:
        found = []
        for name in parser.parse(document).names:
            if name.label in PLACES:
                words = name.span.words(document.text).removeprefix("the ")
                start = name.span.end - len(words)
                likely = max(gazetteer.entries(words), key=lambda entry: entry.place.population, default=None)
                found.append(_place(start, name.span.end, None if likely is None else likely.place))
        return {"places": found}

    return read


def quotations() -> Trade:
    """Attributions, the parse included."""
    parser, tagger, cues = Parser.open(), Tagger.open(), CueLexicon.open()

    def read(document: Document) -> Found:
        found = attributing.find_attributions(
            document, parser.parse(document), cues, tagged=tagger.attributions(document)
        )
        return {
            "attributions": [
                {role: [[s.start, s.end] for s in getattr(one, role)] for role in ("source", "cue", "content")}
                | {"parent": one.parent, "id": one.id}
                for one in found
            ]
        }

    return read


def pipeline() -> Trade:
    """Everything."""
    whole = Pipeline.open()

    def read(document: Document) -> Found:
        found: Found = msgspec.to_builtins(line_of(whole.read(document)))
        return found

    return read


TRADES: dict[str, Callable[[], Trade]] = {
    "times": times,
    "places": places,
    "populous": populous,
    "quotations": quotations,
    "pipeline": pipeline,
}


def main(name: str) -> None:
    """Read, find, write, tell the time."""
    trade = TRADES[name]()
    records = [json.loads(line) for line in sys.stdin.buffer]
    documents = [document_of(one["text"], doc=one["doc"], date=one.get("date")) for one in records]
    begun = time.process_time()
    found = [{"doc": document.doc, **trade(document)} for document in documents]
    spent = time.process_time() - begun
    sys.stdout.writelines(json.dumps(one) + "\n" for one in found)
    sys.stderr.write(f"\n{spent:.3f}\n")


if __name__ == "__main__":
    main(sys.argv[1])
