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
import numpy as np
from msgspec import Struct
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

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
from training.gold import ANNOTATIONS, annotated, folder, records, spans
from training.ledgers import APART, set_apart
from training.placing import Sparse

FOLDS = 5
# A feature seen less often is left out; weights are pulled to nothing by this much of their square.
LEAST = 4
SMOOTH = 2.0
NEAR_KM = 50.0
# A doer is chosen even where it is less likely than none, as far as the folds tell that this is right more often. Places
# and times are held back a little in the second look: over the folds of the gold articles that costs a hundredth of F1 at
# most and buys precision, and what a text does not tell shall stay empty.
BIASES = (0.0, -0.2, -0.4, -0.6, -0.8, -1.0, -1.3, -1.6)
CAUTION = {"place": 0.0, "time": 0.0, "place_shared": 0.2, "time_shared": 0.2, "mates": 0.0}
STEPS = 80
SMALL = 0.01
TINY = 1e-300
TARGET = Path("src/sayso/resources/attachment")
# In this order, by which the folds of the shipped weights went.
SETS = ("worldwide", "wikinews", "fa-kes")


class Case(Struct, frozen=True):
    """One choice: its article, the options, which of them are right, and whether gold has a value at all."""

    article: int
    options: list[Option]
    right: frozenset[int]
    wanted: bool


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


def learn(cases: Sequence[Case]) -> dict[str, float]:
    """Log-linear weights by the likelihood of the right options (any of them), without those of `set_apart`."""
    sizes = np.array([len(case.options) for case in cases])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    case_of = np.repeat(np.arange(len(cases)), sizes)
    right = np.array([float(i in case.right) for case in cases for i in range(len(case.options))])

    rows = Sparse([option.features for case in cases for option in case.options], LEAST)
    table = csr_matrix((np.ones(len(rows.columns)), (rows.rows, rows.columns)), shape=(rows.count, len(rows.names)))
    turned = table.T.tocsr()

    def loss(weights: Any) -> tuple[float, Any]:
        totals = table @ weights
        raised = np.exp(totals - np.maximum.reduceat(totals, starts)[case_of])
        every, fitting = np.add.reduceat(raised, starts), np.add.reduceat(raised * right, starts) + TINY
        slope = turned @ (raised / every[case_of] - raised * right / fitting[case_of]) + SMOOTH * weights
        return float((np.log(every) - np.log(fitting)).sum() + SMOOTH / 2 * weights @ weights), slope

    options = {"maxiter": STEPS, "maxcor": 8}
    found = minimize(loss, np.zeros(len(rows.names)), jac=True, method="L-BFGS-B", options=options).x
    weights = {name: round(float(w), 3) for name, w in zip(rows.names, found, strict=True) if abs(w) >= SMALL}
    return {name: weight for name, weight in weights.items() if not name.startswith(APART)}


def scored(case: Case, weights: dict[str, float]) -> dict[str, float]:
    """The pooled share of each value of a case, without the normalising total."""
    scorer = Weights(weights)
    scores = np.array([scorer.score(option.features) for option in case.options])
    shares: dict[str, float] = {}
    for option, share in zip(case.options, np.exp(scores - scores.max()), strict=True):
        shares[option.value] = shares.get(option.value, 0.0) + float(share)
    return shares


def f1(cases: Sequence[Case], shares: Sequence[dict[str, float]], bias: float) -> float:
    """F1 of choosing anything but none rightly, where none's log odds are moved by bias."""
    right = chosen = wanted = 0
    for case, share in zip(cases, shares, strict=True):
        best = _best(share, bias)
        chosen += best != ""
        wanted += case.wanted
        right += best != "" and any(case.options[i].value == best for i in case.right if i)
    return 2 * right / max(chosen + wanted, 1)


def accuracy(cases: Sequence[Case], shares: Sequence[dict[str, float]], bias: float) -> float:
    """Share of right choices, none where gold has none included."""
    right = 0
    for case, share in zip(cases, shares, strict=True):
        best = _best(share, bias)
        right += not case.wanted if best == "" else any(case.options[i].value == best for i in case.right if i)
    return right / max(len(cases), 1)


def _best(share: dict[str, float], bias: float) -> str:
    moved = {value: part * (np.exp(bias) if value == "" else 1.0) for value, part in share.items()}
    return max(moved, key=moved.__getitem__)


class Learned(Struct, frozen=True):
    """Weights of all cases, with their figures, and for each fold those of the other folds."""

    weights: Weights
    folds: list[Weights]


def cross_validated(name: str, cases: Sequence[Case]) -> Learned:
    """Learn on all, and on the other folds of each fold; tell the best bias and its F1."""
    folds, held, shares = [], [], []
    for fold in range(FOLDS):
        weights = learn([case for case in cases if case.article % FOLDS != fold])
        folds.append(weights)
        apart = [case for case in cases if case.article % FOLDS == fold]
        held += apart
        shares += [scored(case, weights) for case in apart]
    measure = accuracy if name == "agent" else f1
    found = {bias: measure(held, shares, bias) for bias in (BIASES if name == "agent" else (0.0, CAUTION[name]))}
    bias = max(found, key=found.__getitem__) if name == "agent" else CAUTION[name]
    told = f"{measure.__name__} over five folds"
    figures = {told: round(found[bias], 3), "cases": float(len(cases))}
    if name != "agent" and bias:
        figures = {
            f"{told}, not held back": round(found[0.0], 3), "held back by": bias, "cases": float(len(cases)),
        }  # fmt: skip
    print(name, figures, "without bias", round(found[0.0], 3), "bias", bias, flush=True)
    return Learned(Weights(_moved(learn(cases), bias), figures), [Weights(_moved(weights, bias)) for weights in folds])


def _moved(weights: dict[str, float], bias: float) -> dict[str, float]:
    return {**weights, "none": round(weights["none"] + bias, 3)} if "none" in weights else weights


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
