"""Make the weights of placing: is it a place (spots, and tagged where the tagger was run), and which one (ranks)?

usage: python -m training.placing [spots] [tagged] [ranks] [--parses FOLDER]

Reads SAYSO_GOLD/gold/{place,entities,ledger}, writes src/sayso/resources/gazetteer/{spots,ranks}.json. Deterministic.
A third of the articles of lgl and geovirus is kept apart (`kept`) and never trained on; docs/places.md reports on it.
--parses keeps the parses in a folder between runs.
"""

import hashlib
import pickle
import sys
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct

from sayso.model import Document, Parse, Span, Tag
from sayso.parsing import Parser
from sayso.placing.context import Vector, kilometres, scene, vector
from sayso.placing.finding import demonyms, read
from sayso.placing.ranking import rank
from sayso.placing.reading import FARTHEST, Around, features, judge
from sayso.placing.spots import PLACE_LABELS, Spot, spots
from sayso.placing.tagged import TAGGED_PLACES, TaggedNames, tag_features, tagged_spots
from sayso.reading import document_of
from sayso.resources.gazetteer import Entry, Gazetteer, key
from sayso.tagging import Tagger
from training.gold import records
from training.sparse import Sparse, descend

TARGET = Path("src/sayso/resources/gazetteer")
FILES = {
    "geovirus": "place/geovirus", "lgl": "place/lgl", "worldwide": "entities/worldwide-train", "ledger": "ledger/train",
}  # fmt: skip
# One annotator does not mark what stands in names of organisations, the other does; the former counts less.
SPOT_WEIGHT = {"geovirus": 1.0, "lgl": 1.0, "worldwide": 0.5, "ledger": 1.0}
# Local papers of the United States must not outweigh the news of the world.
SET_WEIGHT = {"geovirus": 1.5, "lgl": 1.0, "ledger": 1.5}
TAGGED_WEIGHT = {"geovirus": 1.0, "lgl": 0.3, "ledger": 1.0}
NEAR_KM = 161.0
ROUNDS = 4
# A larger or better known town is never less likely for being so. Unbound, the weights learn the local papers of lgl by
# heart: to the world's news "London" is not the one in Ontario.
RISING = ("1 size>", "1 fame>", "1 own fame>", "1 largest", "1 most famous")
Labelled = tuple[list[list[str]], list[float], list[float]]


class Article(Struct):
    """A gold record with its document and parse."""

    record: dict[str, Any]
    document: Document
    parse: Parse
    names: tuple[Tag, ...] = ()


class Choice(Struct):
    """One name in one article: features of each candidate, how right each is (0 to 1), and the weight of the choice."""

    features: list[list[str]]
    right: list[float]
    weight: float


def kept(doc: str) -> bool:
    """Is the article of the third that is kept apart?"""
    return int(hashlib.sha256(doc.encode()).hexdigest(), 16) % 3 == 0


def articles(name: str, parser: Parser | None, folder: Path | None) -> list[Article]:
    """The parsed and tagged articles of one gold file; every second one of worldwide, from which the tagger learned."""
    stored = folder / f"{name}.pickle" if folder else None
    if stored and stored.exists():
        return pickle.loads(stored.read_bytes())  # type: ignore[no-any-return]  # noqa: S301  # our own file
    found = []
    parser = parser if parser is not None else Parser.open()
    tagger = Tagger.open()
    for record in records(f"{FILES[name]}.jsonl")[:: 2 if name == "worldwide" else 1]:
        document = document_of(
            record["text"], doc=record["doc"], date=record.get("date"), publisher=record.get("publisher")
        )
        names = tagger.read(document).tags.names if name != "worldwide" else ()
        found.append(Article(record, document, parser.parse(document), names))
    if stored:
        stored.write_bytes(pickle.dumps(found))
    return found


def gold_names(article: Article, gazetteer: Gazetteer) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Spans of the places that are told of an article, and spans on which its annotation says nothing."""
    text = article.record["text"]
    if "entities" in article.record:
        marked = [(one["start"], one["end"], one["label"]) for one in article.record["entities"]]
        places = {_trimmed(text, s, e) for s, e, label in marked if label in ("Location", "Facility")}
        return places, {(s, e) for s, e, label in marked if label == "Organization"}
    if "attributions" in article.record:
        listed: dict[Span, None] = {}
        _ledger_spans(article, {}, listed)
        return {(span.start, span.end) for span in listed}, set()
    spans = {(one["start"], one["end"]) for one in article.record["places"]}
    return {span for span in spans if not gazetteer.people(text[span[0] : span[1]])}, set()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    return (start + 4, end) if text[start:end].lower().startswith("the ") and end - start > 4 else (start, end)


def spot_examples(sets: dict[str, list[Article]], gazetteer: Gazetteer) -> Labelled:
    """(features, is a place, weight) of every stretch of the articles that are not kept apart."""
    rows, right, weights = [], [], []
    for name in ("geovirus", "lgl", "worldwide", "ledger"):
        for article in sets[name]:
            if name in ("geovirus", "lgl") and kept(article.record["doc"]):
                continue
            places, silent = gold_names(article, gazetteer)
            found = spots(article.parse, gazetteer)
            around = Around(article.parse, found)
            for spot in found:
                span = (spot.start, spot.end)
                if span not in places and any(s <= spot.start and spot.end <= e for s, e in silent):
                    continue
                # A ledger need not list every place of its article: what looks like one there is no counterexample.
                if name == "ledger" and span not in places and spot.label.split(":")[-1] in PLACE_LABELS:
                    continue
                rows.append(features(spot, around))
                right.append(float(span in places))
                weights.append(SPOT_WEIGHT[name])
    return rows, right, weights


def train_spots(sets: dict[str, list[Article]], gazetteer: Gazetteer) -> dict[str, float]:
    """Logistic regression: is a stretch a place?"""
    rows, right, weights = spot_examples(sets, gazetteer)
    truth, counts = np.array(right), np.array(weights)
    return descend(Sparse(rows, 5), lambda totals: (1 / (1 + np.exp(-totals)) - truth) * counts, shrink=3.0)


def tagged_examples(sets: dict[str, list[Article]], gazetteer: Gazetteer) -> tuple[list[list[str]], Any, Any, Any]:
    """(features, is a place, log odds without the tagger, weight) of every stretch of the articles that are not kept apart."""
    rows, right, odds, counts = [], [], [], []
    for name in ("geovirus", "lgl", "ledger"):
        for article in sets[name]:
            if name != "ledger" and kept(article.record["doc"]):
                continue
            places, _ = gold_names(article, gazetteer)
            tagged, found = TaggedNames(article.names), spots(article.parse, gazetteer)
            found += tagged_spots(article.parse, gazetteer, tagged, found)
            judge(found, Around(article.parse, found), gazetteer)
            for spot in found:
                its = tag_features(spot, tagged)
                true = (spot.start, spot.end) in places
                looks = spot.label.split(":")[-1] in PLACE_LABELS or its[0].split(":")[-1] in TAGGED_PLACES
                # A ledger need not list every place of its article: what looks like one there is no counterexample.
                if name == "ledger" and not true and looks:
                    continue
                rows.append(its)
                right.append(float(true))
                counts.append(TAGGED_WEIGHT[name])
                odds.append(min(max(np.log(spot.score + 1e-9) - np.log(1 - spot.score + 1e-9), -FARTHEST), FARTHEST))
    return rows, np.array(right), np.array(odds), np.array(counts)


def train_tagged(sets: dict[str, list[Article]], gazetteer: Gazetteer) -> dict[str, float]:
    """Logistic regression on top of the spots' log odds: what the tagger's names add to them."""
    rows, right, odds, counts = tagged_examples(sets, gazetteer)
    return descend(Sparse(rows, 5), lambda totals: (1 / (1 + np.exp(-(totals + odds))) - right) * counts, shrink=3.0)


def gold_spots(
    article: Article, gazetteer: Gazetteer
) -> tuple[list[Spot], dict[str, list[tuple[Vector, int | None, str]]]]:
    """The stretches to be ranked in an article, and the right points (with GeoNames id, kind) of its names."""
    right: dict[str, list[tuple[Vector, int | None, str]]] = {}
    spans: dict[Span, None] = {}
    text = article.record["text"]
    if "attributions" in article.record:
        _ledger_spans(article, right, spans)
    else:
        for one in article.record["places"]:
            spans[Span(one["start"], one["end"])] = None
            if one["lat"] is not None:
                point = _vector(one["lat"], one["lon"])
                right.setdefault(key(text[one["start"] : one["end"]]), []).append((point, one["geonameid"], ""))
    found = []
    for span in sorted(spans):
        inside = article.parse.within(span)
        if inside:
            words = span.words(text)
            entries = read(words, gazetteer)
            found.append(Spot(inside[0].i, inside[-1].i + 1, span.start, span.end, words, entries, "gold"))
    people = [] if any(not spot.entries for spot in found) else list(demonyms(article.parse, gazetteer, found))
    return sorted([*found, *people], key=lambda spot: spot.start), right


def _ledger_spans(
    article: Article, right: dict[str, list[tuple[Vector, int | None, str]]], spans: dict[Span, None]
) -> None:
    """A ledger lists names, not spans: every stretch with just such a name is one of it."""
    text = article.record["text"]
    for place in article.record["places"]:
        for name in place["names"]:
            bare = name.removeprefix("the ").removeprefix("The ")
            start = text.find(bare)
            while start >= 0 and bare[0].isupper():
                spans[Span(start, start + len(bare))] = None
                start = text.find(bare, start + len(bare))
            if place["lat"] is not None:
                point = _vector(place["lat"], place["lon"])
                right.setdefault(key(bare), []).append((point, None, place["kind"]))


def _vector(lat: float, lon: float) -> Vector:
    phi, lam = np.radians(lat), np.radians(lon)
    return float(np.cos(phi) * np.cos(lam)), float(np.cos(phi) * np.sin(lam)), float(np.sin(phi))


def rightness(entry: Entry, gold: tuple[Vector, int | None, str]) -> float:
    """1 for the very place, less for another in its place (the province instead of the city), 0 beyond 161 km."""
    point, geonameid, kind = gold
    own = vector(entry)
    if geonameid is not None and entry.place.geonameid == geonameid:
        return 1.0
    if own is None or kilometres(own, point) > NEAR_KM:
        return 0.0
    if kind and (kind == entry.place.kind) and kilometres(own, point) < 60:
        return 1.0
    return 0.15 if geonameid is not None or kind else 0.5


def choices(sets: dict[str, list[Article]], gazetteer: Gazetteer, weights: dict[str, float]) -> list[Choice]:
    """The choices of all articles not kept apart, with features in the light of the present weights."""
    found = []
    for name in ("geovirus", "lgl", "ledger"):
        for article in sets[name]:
            if name != "ledger" and kept(article.record["doc"]):
                continue
            given, right = gold_spots(article, gazetteer)
            for reading in rank(scene(article.document, article.parse, given, gazetteer), weights):
                golds = right.get(key(reading.group.name), [])
                if not golds or len(reading.group.entries) < 2:
                    continue
                common = max(golds, key=golds.count)
                scored = [rightness(entry, common) for entry in reading.group.entries]
                if max(scored) > 0:
                    found.append(Choice(reading.features, scored, SET_WEIGHT[name] * len(golds) ** 0.5))
    return found


def train_ranks(sets: dict[str, list[Article]], gazetteer: Gazetteer) -> dict[str, float]:
    """Softmax over the candidates of each name; features that depend on other names are computed anew each round."""
    weights = {"1 largest": 1.0, "1 k=country": 3.0, "1 k=admin1": 1.0, "2 inside admin1": 3.0, "1 most famous": 1.5}
    for _ in range(ROUNDS):
        made = choices(sets, gazetteer, weights)
        rows = Sparse([row for one in made for row in one.features], 4)
        weights = descend(rows, _softmax_errors(made), shrink=1.5, rising=RISING)
    return weights


def _softmax_errors(made: list[Choice]) -> Any:
    sizes = [len(one.right) for one in made]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(made)), sizes)
    right = np.array([value for one in made for value in one.right])
    counts = np.repeat([one.weight for one in made], sizes)

    def errors(totals: Any) -> Any:
        raised = np.exp(totals - np.maximum.reduceat(totals, starts)[group])
        shares = raised / np.add.reduceat(raised, starts)[group]
        wanted = shares * right
        wanted /= np.maximum(np.add.reduceat(wanted, starts)[group], 1e-12)
        return (shares - wanted) * counts

    return errors


def write(name: str, made: str, weights: dict[str, float]) -> None:
    """Write a model file, its features in order."""
    encoded = msgspec.json.format(
        msgspec.json.encode({"made": made, "weights": dict(sorted(weights.items()))}), indent=0
    )
    (TARGET / f"{name}.json").write_bytes(encoded + b"\n")


def main() -> None:
    """Train what the command line names, or both."""
    folder = Path(sys.argv[sys.argv.index("--parses") + 1]) if "--parses" in sys.argv else None
    names = ("spots", "tagged", "ranks")
    wanted = [name for name in names if name in sys.argv] or names
    gazetteer = Gazetteer.open()
    sets = {name: articles(name, None, folder) for name in FILES}
    if "spots" in wanted:
        made = "logistic regression on two thirds of lgl and geovirus and half of worldwide-train, and ledger/train (training/placing.py)"
        write("spots", made, train_spots(sets, gazetteer))
        gazetteer = Gazetteer.open()
    if "tagged" in wanted:
        made = "logistic regression on two thirds of lgl and geovirus and on ledger/train, on top of spots (training/placing.py)"
        write("tagged", made, train_tagged(sets, gazetteer))
    if "ranks" in wanted:
        made = "softmax regression on two thirds of lgl and geovirus and on ledger/train (training/placing.py)"
        write("ranks", made, train_ranks(sets, gazetteer))


if __name__ == "__main__":
    main()
