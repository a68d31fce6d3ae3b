"""From annotated articles to cases: what the stage sees of each candidate, and what the annotators said of it."""

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from sayso.coding.candidates import Candidate, candidates, strength
from sayso.coding.factuality import factuality_features, marks_of
from sayso.coding.judging import Surroundings, event_features
from sayso.coding.participants import role_features
from sayso.coding.prospects import prospects
from sayso.coding.stage import Holders
from sayso.model import Attribution, Parse, Span, Token
from sayso.parsing import Parser
from sayso.reading import document_of
from sayso.resources.codebook import Lexicon
from training.coding.fit import Case

# Sentences whose trigger is not marked teach less than annotated articles, and rare factualities more.
UNMARKED = 0.15
EVENING = 0.35


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
    return [Seen(article, parse, one, around, _gold_of(one, parse, record)) for one in found]


def _gold_of(candidate: Candidate, parse: Parse, record: dict[str, Any]) -> dict[str, Any] | None:
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


def role_cases(seen: Sequence[Seen], lexicon: Lexicon) -> Iterator[Case]:
    """For each phrase beside an event: agent, patient or none."""
    for one in seen:
        if one.gold is not None:
            near = one.around.near(one.candidate)
            for prospect in prospects(one.candidate.frame, one.parse):
                features = role_features(prospect, one.candidate, one.gold["type"], near, one.parse, lexicon)
                yield Case(one.article, features, _role(prospect.head, one.gold, one.parse))


def _role(head: Token, gold: dict[str, Any], parse: Parse) -> str:
    for role in ("agent", "patient"):
        for span in spans(gold[role]):
            root = parse.root_of(span)
            if root is not None and span.covers(head.span) and _coordinated(head, root, parse):
                return role
    return "none"


def _coordinated(head: Token, root: Token, parse: Parse) -> bool:
    while head.i != root.i and head.dep == "conj" and head.head != head.i:
        head = parse.head(head)
    return head.i == root.i


def factuality_cases(seen: Sequence[Seen], gold: Sequence[dict[str, Any]], lexicon: Lexicon) -> list[Case]:
    """For each event, its factuality; rare values count more."""
    holders = {n: Holders(_attributions(record)) for n, record in enumerate(gold)}
    cases = []
    for one in seen:
        if one.gold is not None:
            trigger = one.candidate.token.span
            marks = marks_of(one.candidate.frame, holders[one.article].of(trigger), one.parse, lexicon)
            cases.append(Case(one.article, factuality_features(marks, one.gold["type"]), one.gold["factuality"]))
    return evened(cases)


def evened(cases: Sequence[Case]) -> list[Case]:
    """The cases, each counting the more the rarer its label is."""
    counts = Counter(case.label for case in cases)
    return [Case(one.article, one.features, one.label, (1000 / counts[one.label]) ** EVENING) for one in cases]


def _attributions(record: dict[str, Any]) -> list[Attribution]:
    return [
        Attribution(one["id"], one["kind"], spans(one["source"]), spans(one["cue"]), spans(one["content"]))
        for one in record["attributions"]
    ]


def by_article(cases: Sequence[Case]) -> dict[int, list[Case]]:
    """The cases of each article."""
    found: defaultdict[int, list[Case]] = defaultdict(list)
    for case in cases:
        found[case.article].append(case)
    return dict(found)
