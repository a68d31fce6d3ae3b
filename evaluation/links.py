"""How right are links and disputes? Pairs drawn at random, read by a judge, and scored.

usage: python -m evaluation.links draw LEDGER --set NAME --seed N [--links N] [--near N] [--disputes N] --sheet FILE --out FILE
       python -m evaluation.links score JUDGED... [--ledger LEDGER]

`draw` draws links between incidents of different documents, near misses (an incident's likeliest partner whose log odds lie within
NEAR below what a link needs) and disputes, within articles and across, from a ledger, written to --out without any words of the texts; the sheet has the
words, for the judge alone. The judge fills in "verdict" (same, different, unsure; of a dispute real, not, unsure) and "reason".
`score` prints precision of the links and disputes, and of all pairs of one happening that were drawn the share that is linked. With a ledger
(of the same articles, linked) each pair counts as linked where its two claims now stand in one incident, and of the disputes those
count that are still shown; the others that were judged real or not are told too.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log
from pathlib import Path
from typing import TypeAlias, TypeVar

import msgspec
from msgspec import Struct

from sayso.ledger import ClaimRecord, IncidentFilter, Store
from sayso.linking.gathering import LEAST, Link, weighed
from sayso.linking.report import groups_of
from sayso.running.linking import called, link, reports_of, telling_of
from sayso.running.pulling import pullings

NEAR = 2.5
CONTEXT = 160
One = TypeVar("One")
# The kind of a pair, its two claims (ids), log odds, and of a dispute the field and how.
Drawn: TypeAlias = tuple[str, tuple[str, str], float, str]


class End(Struct, frozen=True):
    """One claim of a pair: its document (SHA-256 of the text) and where its trigger stands."""

    doc: str
    start: int
    end: int


class Judged(Struct, frozen=True, omit_defaults=True):
    """A pair. kind: link, near or dispute. score: log odds, of a dispute 0. what: the dispute's field and how.

    verdict: same, different or unsure; of a dispute real, not or unsure; "" until it is judged.
    """

    set: str
    kind: str
    a: End
    b: End
    score: float = 0.0
    what: str = ""
    verdict: str = ""
    reason: str = ""


def draw(options: argparse.Namespace) -> None:
    """Draw the pairs, and write the file and the sheet. A ledger that links are drawn from is linked by it."""
    chosen = random.Random(options.seed)  # noqa: S311  # a draw that anyone can repeat
    with Store.open(options.ledger, write=True) as store:
        pairs = list(_links(store, options, chosen)) if options.links or options.near else []
        pulling = sorted(_disputes(store))
        print(f"{len(pulling)} disputes")
        pairs += [("dispute", (a, b), 0.0, what) for a, b, what in _some(pulling, options.disputes, chosen)]
        records = {record.id: record for record in store.claims()}
        judged, sheet = [], []
        for number, (kind, (a, b), score, what) in enumerate(pairs):
            one, other = records[a], records[b]
            judged.append(Judged(options.set, kind, _end(one), _end(other), round(score, 2), what))
            sheet.append(f"#{number} {kind} {score:+.2f} {what}\n{_told(store, one)}\n{_told(store, other)}\n")
    options.out.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in judged))
    options.sheet.write_text("\n".join(sheet), encoding="utf-8")


def _links(store: Store, options: argparse.Namespace, chosen: random.Random) -> Iterator[Drawn]:
    found = list(weighed(groups_of(reports_of(store)), telling=telling_of(store)))
    made = [one for one, linked in found if linked]
    near = [one for one, linked in found if not linked and LEAST - NEAR <= _odds(one) < LEAST]
    print(f"{len(made)} links, {len(near)} near misses")
    for kind, some, number in (("link", made, options.links), ("near", near, options.near)):
        for one in _some(some, number, chosen):
            yield kind, one.claims, _odds(one), ""
    link(store)


def _odds(link_: Link) -> float:
    return log(link_.score / (1 - link_.score))


def _some(found: Sequence[One], number: int, chosen: random.Random) -> list[One]:
    return chosen.sample(list(found), min(number, len(found)))


def _disputes(store: Store) -> Iterator[tuple[str, str, str]]:
    """The disputes that `sayso disputes` shows: the ids of their claims, and the field, how and why they pull apart."""
    for one in pullings(store, IncidentFilter(disputed=True)):
        yield one.a, one.b, f"{one.field} {one.how}: {one.note}"


def _end(record: ClaimRecord) -> End:
    trigger = record.claim.event.trigger
    return End(record.document, trigger.start, trigger.end)


def _told(store: Store, record: ClaimRecord) -> str:
    """A claim with what stands around it, for the judge."""
    text, trigger, event = store.text(record.document), record.claim.event.trigger, record.claim.event
    before, after = text[max(0, trigger.start - CONTEXT) : trigger.start], text[trigger.end : trigger.end + CONTEXT]
    words = " ".join(f"{before}[[{trigger.words(text)}]]{after}".split())
    speaker = None if record.holder is None else record.holder.speaker
    said = () if record.holder is None else record.holder.attribution.source
    who = (
        "voice"
        if record.holder is None
        else f"{speaker and speaker.name} ({', '.join(span.words(text) for span in said)})"
    )
    time = None if record.claim.time is None else record.claim.time.edtf
    return (
        f"  {record.published} {record.publisher} | {record.title}\n"
        f"  {event.type}/{event.mode} {event.factuality} by={called(record.agents, event.agent, text)} on={called(record.patients, event.patient, text)}"
        f" place={None if record.place is None else record.place.place.name} time={time} killed={event.toll.killed} injured={event.toll.injured} holder={who}\n"
        f"    ...{words}..."
    )


def score(options: argparse.Namespace) -> None:
    """Print what the judged pairs say."""
    judged = [
        msgspec.json.decode(line, type=Judged) for path in options.judged for line in path.read_bytes().splitlines()
    ]
    print(json.dumps(figures(judged, None if options.ledger is None else standing(options.ledger))))


class Standing(Struct, frozen=True):
    """What a ledger says by now: the incidents in which each claim stands, and the pairs of claims that are shown as a dispute."""

    homes: dict[End, set[str | None]]
    shown: frozenset[frozenset[End]] = frozenset()


def standing(ledger: Path) -> Standing:
    """What a ledger says by now of the claims that were judged, by document and trigger."""
    homes: dict[End, set[str | None]] = {}
    with Store.open(ledger) as store:
        ends = {}
        for record in store.claims():
            ends[record.id] = _end(record)
            homes.setdefault(_end(record), set()).add(record.incident)
        shown = frozenset(frozenset((ends[a], ends[b])) for a, b, _ in _disputes(store))
    return Standing(homes, shown)


def figures(judged: Iterable[Judged], now: Standing | None = None) -> dict[str, float | int]:
    """Precision of the links and disputes; how many near misses are one happening; recall over links and near misses.

    Pairs that the judge was unsure of count as wrong. now: what a ledger says; without it a pair is linked if it was when drawn. A
    pair that was judged twice counts once, as it was judged last.
    """
    last = {(one.kind, frozenset((one.a, one.b))): one for one in judged}
    counts: Counter[tuple[str, str]] = Counter()
    for one in last.values():
        kind = one.kind if now is None else _kind(one, now)
        if kind is not None:
            counts[kind, one.verdict or "unjudged"] += 1
    totals = Counter[str]()
    for (kind, _), number in counts.items():
        totals[kind] += number
    same = counts["link", "same"] + counts["near", "same"]
    found: dict[str, float | int] = {
        "links": totals["link"], "links right": counts["link", "same"], "precision": _share(counts["link", "same"], totals["link"]),
        "near misses": totals["near"], "near misses of one happening": counts["near", "same"],
        "recall over links and near misses": _share(counts["link", "same"], same),
        "disputes": totals["dispute"], "disputes real": counts["dispute", "real"],
        "precision of disputes": _share(counts["dispute", "real"], totals["dispute"]),
    }  # fmt: skip
    if now is not None:
        found["real disputes shown no more"] = counts["gone", "real"]
        found["others shown no more"] = totals["gone"] - counts["gone", "real"]
    return found


def _kind(one: Judged, now: Standing) -> str | None:
    """What a pair is by now; None where one of its claims is read otherwise."""
    if one.kind == "dispute":
        return "dispute" if frozenset((one.a, one.b)) in now.shown else "gone"
    ends = [now.homes.get(end, set()) for end in (one.a, one.b)]
    if not all(ends):
        return None
    return "link" if ends[0] & ends[1] else "near"


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("ledger", type=Path)
    drawing.add_argument("--set", required=True)
    drawing.add_argument("--seed", type=int, required=True)
    for name in ("links", "near", "disputes"):
        drawing.add_argument(f"--{name}", type=int, default=0)
    drawing.add_argument("--sheet", type=Path, required=True)
    drawing.add_argument("--out", type=Path, required=True)
    drawing.set_defaults(run=draw)
    scoring = commands.add_parser("score")
    scoring.add_argument("judged", type=Path, nargs="+")
    scoring.add_argument("--ledger", type=Path)
    scoring.set_defaults(run=score)
    options = parser.parse_args(arguments)
    options.run(options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
