"""Make the weights that tie places, times and doers to events, by themselves and in the light of their mates.

usage: python -m training.attachment [--pieces FOLDER]

Learns from SAYSO_GOLD/gold/ledger/train.jsonl and from training/annotations, whose texts are looked up by document in
SAYSO_GOLD/input; writes src/sayso/resources/attachment/*.json. Deterministic. The figures in each file
are over five folds by article, each fold chosen by weights of the other four; the weights are of all of them.
--pieces keeps what the earlier stages found in a folder between runs.
"""

import pickle
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from sayso.claiming.chooser import Chooser, Mate, Option
from sayso.claiming.claims import Look, first_look
from sayso.claiming.pieces import Pieces
from sayso.claiming.sharing import mates, pair_scores
from sayso.comparing.same import features
from sayso.comparing.view import kilometres
from sayso.model import Event, Place, Span
from sayso.pipeline import Pipeline
from sayso.reading import document_of
from sayso.resources.attachment import Weights
from training.choosing import FOLDS, Case, Learned, cross_validated
from training.gold import ANNOTATIONS, annotated, folder, records, spans
from training.ledgers import set_apart

NEAR_KM = 50.0
TARGET = Path("src/sayso/resources/attachment")
# In this order, by which the folds of the shipped weights went.
SETS = ("worldwide", "wikinews", "fa-kes")


class Article(Struct, frozen=True):
    """A gold record, its events in the order of the text, and what the stages before claiming found in its text.

    pieces: with gold's events in place of those that sayso found; found: with sayso's own.
    """

    record: dict[str, Any]
    golds: list[dict[str, Any]]
    pieces: Pieces
    found: Pieces


def gold() -> list[dict[str, Any]]:
    """The annotated articles to learn from, each with its text and date."""
    own = [one for name in SETS for one in annotated(ANNOTATIONS / name, folder() / f"input/{name}.jsonl")]
    return [*records("ledger/train.jsonl"), *({**one, "date": one["dateline"]["date"]} for one in own)]


def event_of(record: dict[str, Any]) -> Event:
    """A gold event as a noun."""
    return Event(
        trigger=Span(*record["trigger"]), type=record["type"], agent=spans(record["agent"]),
        patient=spans(record["patient"]), factuality=record["factuality"],
    )  # fmt: skip


def article_of(record: dict[str, Any], found: Pieces) -> Article:
    """A gold article, its events in the order in which claims are made of them."""
    golds = sorted(record["events"], key=lambda one: (Span(*one["trigger"]), one["type"]))
    return Article(record, golds, msgspec.structs.replace(found, events=tuple(event_of(one) for one in golds)), found)


Right = Callable[[dict[str, Any], Option], bool]
Mates = Sequence[Sequence[Mate]]


def place_right(article: Article, look: Look) -> Right:
    """Does an option lie where gold puts the event?"""
    known = {one["id"]: one for one in article.record["places"]}

    def right(event: dict[str, Any], option: Option) -> bool:
        wanted = known.get(event["place_id"] or "")
        if wanted is None or option.site is None:
            return wanted is None and option.site is None
        if any(span.overlaps(look.wheres.chooser.sites[option.site].span) for span in spans(event["place"])):
            return True
        return _same_place(wanted, look.wheres.place(option.site))

    return right


def _same_place(wanted: dict[str, Any], found: Place | None) -> bool:
    if found is None or (wanted["country"] and wanted["country"] != found.country):
        return False
    if wanted["lat"] is None or wanted["lon"] is None:
        return False
    apart = kilometres(Place("", "city", "town", lat=wanted["lat"], lon=wanted["lon"]), found)
    return apart is not None and apart <= NEAR_KM


def time_right(_article: Article, look: Look) -> Right:
    """Does an option date the event as gold does?"""

    def right(event: dict[str, Any], option: Option) -> bool:
        if option.site is None:
            return event["time_value"] is None and not event["time"]
        if any(span.overlaps(look.whens.chooser.sites[option.site].span) for span in spans(event["time"])):
            return True
        return event["time_value"] is not None and look.whens.edtf(option.site) == event["time_value"]

    return right


RIGHT = {"place": place_right, "time": time_right}
VALUE = {"place": "place_id", "time": "time_value"}


def chooser_of(look: Look, field: str) -> Chooser:
    """The chooser of a field."""
    return look.wheres.chooser if field == "place" else look.whens.chooser


def choices(number: int, article: Article, look: Look, field: str, shared: Mates | None = None) -> list[Case]:
    """Each event's choice of a place or time, with or without the light that its mates shed on it."""
    right, chooser, found = RIGHT[field](article, look), chooser_of(look, field), []
    for n, (event, claim) in enumerate(zip(article.golds, look.claims, strict=True)):
        options = chooser.options(claim.event, shared[n] if shared is not None else ())
        fitting = frozenset(i for i, option in enumerate(options) if right(event, option))
        options = [Option(one.site, one.value, set_apart(one.features, article.record)) for one in options]
        found.append(Case(number, options, fitting or frozenset({0}), event[VALUE[field]] is not None))
    return found


def pairs(number: int, article: Article, look: Look) -> list[Case]:
    """Every pair of events that sayso and gold have, as a choice between "different" (option 0) and "same"."""
    golds = [of_gold(article, view.claim.event) for view in look.views]
    found = []
    for later, (event, view) in enumerate(zip(golds, look.views, strict=True)):
        for other, earlier in zip(golds[:later], look.views[:later], strict=True):
            if event is None or other is None or event is other:
                continue
            same = other["incident"] == event["incident"]
            options = [Option(None, "", []), Option(1, "same", features(earlier, view))]
            found.append(Case(number, options, frozenset({int(same)}), same))
    return found


def of_gold(article: Article, event: Event) -> dict[str, Any] | None:
    """Gold's event of the same type with an overlapping trigger."""
    for one in article.golds:
        if one["type"] == event.type and Span(*one["trigger"]).overlaps(event.trigger):
            return one
    return None


def names_of(article: Article) -> dict[str, set[str]]:
    """The names of gold's actors: those that it lists, and else the words of the spans that name one alone."""
    text, found = article.record["text"], dict[str, set[str]]()
    for actor in article.record["actors"]:
        found[actor["id"]] = {str(name).casefold() for name in actor.get("names") or ()}
    for event in article.golds:
        for role in ("agent", "patient"):
            if len(event[f"{role}_actor"]) == 1 and len(spans(event[role])) == 1:
                found.setdefault(event[f"{role}_actor"][0], set()).add(spans(event[role])[0].words(text).casefold())
    return found


def mates_of(look: Look, incident: Weights, field: str) -> Mates:
    """The mates of each event of a document."""
    scores = pair_scores(look.views, incident)
    ties = look.places if field == "place" else look.times
    return [mates(scores[n], look.views, ties, n) for n in range(len(look.views))]


def articles(kept: Path | None) -> list[Article]:
    """All annotated articles; kept: the folder in which what was found in them is kept, if one is given."""
    stored = kept / "articles.pickle" if kept is not None else None
    if stored is not None and stored.exists():
        return pickle.loads(stored.read_bytes())  # type: ignore[no-any-return]  # noqa: S301  # our own file
    pipeline = Pipeline.open()
    found = [
        article_of(record, pipeline.pieces(document_of(record["text"], doc=record["doc"], date=record["date"])))
        for record in gold()
    ]
    if stored is not None:
        stored.parent.mkdir(parents=True, exist_ok=True)
        stored.write_bytes(pickle.dumps(found))
    return found


def train(found: Sequence[Article]) -> dict[str, Learned]:
    """First the choices of each event by itself, then which events are one, then the choices in the light of that."""
    blank = Weights({})
    looks = [first_look(article.pieces, blank, blank) for article in found]
    learned = {}
    for field in ("place", "time"):
        learned[field] = cross_validated(field, [
            case for n, article in enumerate(found) for case in choices(n, article, looks[n], field)
        ])  # fmt: skip
    weights = [(learned["place"].folds[n % FOLDS], learned["time"].folds[n % FOLDS]) for n in range(len(found))]
    looks = [first_look(article.pieces, *weights[n]) for n, article in enumerate(found)]
    found_looks = [first_look(article.found, *weights[n]) for n, article in enumerate(found)]
    learned["mates"] = cross_validated(
        "mates", [case for n, article in enumerate(found) for case in pairs(n, article, found_looks[n])]
    )
    for field in ("place", "time"):
        learned[f"{field}_shared"] = cross_validated(f"{field}_shared", [
            case
            for n, article in enumerate(found)
            for case in choices(
                n, article, looks[n], field, mates_of(looks[n], learned["mates"].folds[n % FOLDS], field)
            )
        ])  # fmt: skip
    return learned


def main() -> None:
    """Learn and write all choosers."""
    kept = Path(sys.argv[sys.argv.index("--pieces") + 1]) if "--pieces" in sys.argv else None
    for name, learned in train(articles(kept)).items():
        encoded = msgspec.json.format(msgspec.json.encode(learned.weights, order="sorted"), indent=1)
        (TARGET / f"{name}.json").write_bytes(encoded + b"\n")


if __name__ == "__main__":
    main()
