"""From annotated articles to cases: what the stage sees of each candidate, and what the annotators said of it."""

import json
import os
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from sayso.coding.candidates import Candidate, candidates, strength
from sayso.coding.judging import Surroundings, event_features
from sayso.model import Parse, Span
from sayso.parsing import Parser
from sayso.reading import document_of
from sayso.resources.codebook import Lexicon
from training.coding.fit import Case

# Sentences whose trigger is not marked teach less than annotated articles.
UNMARKED = 0.15


class Seen(Struct, frozen=True):
    """One candidate of an article with the gold event that its words name, if any."""

    article: int
    parse: Parse
    candidate: Candidate
    around: Surroundings
    gold: dict[str, Any] | None


def records(name: str) -> list[dict[str, Any]]:
    """The records of a gold file under SAYSO_GOLD/gold."""
    path = Path(os.environ.get("SAYSO_GOLD", "../shared")) / "gold" / name
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def spans(value: Any) -> tuple[Span, ...]:
    """Null, one span or several, as spans."""
    if not value:
        return ()
    return tuple(Span(*one) for one in ([value] if isinstance(value[0], int) else value) if one)


def put_forward(parse: Parse, lexicon: Lexicon) -> list[Candidate]:
    """The candidates of an article's own sentences."""
    return [
        one for sentence in parse.sentences if not sentence.left_out for one in candidates(parse, sentence, lexicon)
    ]


def seen_in(article: int, record: dict[str, Any], parser: Parser, lexicon: Lexicon) -> list[Seen]:
    """The candidates of an annotated article beside what the annotators said of them."""
    parse = parser.parse(document_of(record["text"], doc=record["doc"], date=record["date"]))
    found = put_forward(parse, lexicon)
    around = Surroundings(found)
    return [Seen(article, parse, one, around, gold_of(one, parse, record)) for one in found]


def gold_of(candidate: Candidate, parse: Parse, record: dict[str, Any]) -> dict[str, Any] | None:
    """The gold event that a candidate's words name, one of the candidate's own types if there are several."""
    words = Span(parse.tokens[candidate.first].start, candidate.token.end)
    hits = [event for event in record["events"] if words.overlaps(Span(*event["trigger"]))]
    return next((event for event in hits if event["type"] in candidate.senses), hits[0] if hits else None)


def event_cases(seen: Sequence[Seen], lexicon: Lexicon) -> list[Case]:
    """For each candidate, its type or "none"."""
    return [
        Case(
            one.article,
            event_features(one.candidate, one.around, one.parse, lexicon),
            one.gold["type"] if one.gold is not None else "none",
        )
        for one in seen
    ]


def unmarked_cases(parser: Parser, lexicon: Lexicon) -> list[Case]:
    """Candidates of sentences of which only the type is known: the one that the lexicon thinks likeliest."""
    cases = []
    for record in records("events/plv-train.jsonl"):
        types = ("CONCEDE", "RETREAT") if record["type"] == "YIELD" else (record["type"],)
        parse = parser.parse(document_of(record["text"], doc=record["id"]))
        found = put_forward(parse, lexicon)
        able = [
            (strength(one.senses[kind]), n, kind) for n, one in enumerate(found) for kind in types if kind in one.senses
        ]
        if able:
            _, n, kind = max(able, key=lambda item: (item[0], -item[1], item[2]))
            features = event_features(found[n], Surroundings(found), parse, lexicon)
            cases.append(Case(-1, features, kind, UNMARKED))
    return cases


def by_article(cases: Sequence[Case]) -> dict[int, list[Case]]:
    """The cases of each article."""
    found: defaultdict[int, list[Case]] = defaultdict(list)
    for case in cases:
        found[case.article].append(case)
    return dict(found)
