"""Are agents and patients read as whom they mean? Some drawn at random from fresh articles, read by a judge, and counted.

usage: python -m evaluation.actors draw --seed N [--articles N N N] [--items N N N] [--each N] [--apart FILE...] [--of-drawn SET...]
           --system FILE --sheet FILE --out FILE
       python -m evaluation.actors count JUDGED...

`draw` draws articles of the source sets (worldwide, fa-kes, wikinews; SAYSO_GOLD/input) that are neither annotated (training/annotations,
evaluation/drawn, gold/ledger) nor drawn before (evaluation/judged), has sayso annotate them (--system keeps what it wrote, and is read
again where it stands) and draws agents and patients from all that it found, of each article at most --each, so that a few long ones
are not most of the sample. --out has offsets and ids alone; the sheet has the words of the
articles, for the judge alone, who fills in "judgement": right, wrong or wrong state. Sets that have nothing fresh left are drawn with
--of-drawn from the articles of evaluation/drawn, which nobody reads: only the totals of their figures are looked at. `count` prints how many are right, with the
95 % interval (Wilson), for all and for those that the event's own words name.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import Any, Final

from evaluation.measure import annotate_records
from sayso.resources.actors import Registry
from training.gold import ANNOTATIONS, SETS, folder, read_lines, records, write_lines

HERE: Final = Path(__file__).parent
ROLES: Final = ("agent", "patient")
RIGHT: Final = "right"
JUDGEMENTS: Final = (RIGHT, "wrong", "wrong state")
CONTEXT: Final = 160
# Characters; what is longer is a collection of articles.
LONGEST: Final = 20_000
# The normal quantile of a 95 % interval.
Z: Final = 1.96


class UnjudgedItem(Exception):
    """An item of a file of judged ones has no judgement."""


def fresh(name: str, apart: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """The articles of a source set that nobody has annotated or drawn, and that are not named in apart."""
    read = set(apart) | {path.stem for own in (ANNOTATIONS, HERE / "drawn") for path in own.glob("*/*.json")}
    for path in (HERE / "judged").glob("actors*.jsonl"):
        read.update(one["doc"] for one in read_lines(path))
    texts = {one["text"] for part in ("train", "dev") for one in records(f"ledger/{part}.jsonl")}
    articles = read_lines(folder() / "input" / f"{name}.jsonl")
    return [
        one for one in articles if one["doc"] not in read and one["text"] not in texts and len(one["text"]) <= LONGEST
    ]


def unread(name: str) -> list[dict[str, Any]]:
    """The articles of a source set that were annotated to be measured on (evaluation/drawn)."""
    own = {path.stem for path in (HERE / "drawn" / name).glob("*.json")}
    return [one for one in read_lines(folder() / "input" / f"{name}.jsonl") if one["doc"] in own]


def draw(options: argparse.Namespace) -> None:
    """Draw articles and items of them; write the items and the sheet."""
    chosen = random.Random(options.seed)  # noqa: S311  # a draw that anyone can repeat
    apart = frozenset(one["doc"] for path in options.apart for one in read_lines(path))
    articles = {
        name: chosen.sample(unread(name) if name in options.of_drawn else fresh(name, apart), number)
        for name, number in zip(SETS, options.articles, strict=True)
    }
    if not options.system.exists():
        annotate_records((one for some in articles.values() for one in some), options.system, workers=1)
    registry = Registry.open()
    lines = {line["doc"]: line for line in read_lines(options.system)}
    items, sheet = [], []
    for (name, some), number in zip(articles.items(), options.items, strict=True):
        told = [list(drawable(name, lines[one["doc"]], registry)) for one in some]
        found = [item for own in told for item in chosen.sample(own, min(options.each, len(own)))]
        print(f"{name}: {len(found)} of {sum(map(len, told))} agents and patients of {len(some)} articles")
        items += (drawn := chosen.sample(found, min(number, len(found))))
        for one in some:
            of_it = [item for item in drawn if item["doc"] == one["doc"]]
            if of_it:
                sheet.append(_told(one["text"], lines[one["doc"]], of_it))
    kept = ({key: value for key, value in one.items() if key != "ids"} for one in items)
    write_lines(options.out, kept)
    options.sheet.write_text("\n".join(sheet), encoding="utf-8")


def drawable(name: str, line: dict[str, Any], registry: Registry) -> Iterator[dict[str, Any]]:
    """Every side of an event of an annotated line that has words or an actor, as an item to be judged; ids: of all its actors."""
    for event in line["events"]:
        for role in ROLES:
            ids = event[f"{role}_actor"]
            if event[role] or ids:
                yield {
                    "set": name, "doc": line["doc"], "role": role, "trigger": event["trigger"], "spans": event[role],
                    "inferred": role in event["inferred"],
                    "actors": [one if registry.get(one) is not None else None for one in ids], "judgement": "", "ids": ids,
                }  # fmt: skip


def _told(text: str, line: dict[str, Any], items: Sequence[dict[str, Any]]) -> str:
    """An article with the items drawn of it: each side, its event's word in its surroundings and who it was read as."""
    actors = {one["id"]: one for one in line["actors"]}
    told = [f"=== {line['doc']}", text]
    for item in sorted(items, key=lambda one: one["trigger"]):
        start, end = item["trigger"]
        around = f"{text[max(0, start - CONTEXT) : start]}[[{text[start:end]}]]{text[end : end + CONTEXT]}"
        words = [text[begin:stop] for begin, stop in item["spans"]]
        told.append(
            f"--- {start} {item['role']}{' inferred' * item['inferred']} {words} ...{' '.join(around.split())}..."
        )
        for one in item["ids"]:
            actor = actors[one]
            told.append(f"    {one} {actor['kind']} {actor['country']} part of {actor['part_of']}: {actor['names']}")
    return "\n".join(told)


def count(options: argparse.Namespace) -> None:
    """Print what the judge said of the items of each file."""
    for path in options.judged:
        print(json.dumps({"judged": path.name, **figures(read_lines(path))}))


def figures(judged: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """How many are right, wrong and of a wrong state; the share that is right with its 95 % interval, and of those whom words name.

    Raises UnjudgedItem where an item has no judgement.
    """
    said = Counter(one["judgement"] for one in judged)
    if other := set(said) - set(JUDGEMENTS):
        raise UnjudgedItem(f"an item is judged {min(other)!r}, not one of {', '.join(JUDGEMENTS)}")
    named = Counter(one["judgement"] for one in judged if not one.get("inferred", False))
    low, high = interval(said[RIGHT], said.total())
    return {
        **{one: said[one] for one in JUDGEMENTS},
        "share right": round(said[RIGHT] / said.total(), 3), "interval": [round(low, 3), round(high, 3)],
        "named": named.total(), "named right": named[RIGHT],
    }  # fmt: skip


def interval(right: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    share, spread = right / of, Z * Z / of
    middle = share + spread / 2
    reach = Z * sqrt(share * (1 - share) / of + spread / (4 * of))
    return (middle - reach) / (1 + spread), (middle + reach) / (1 + spread)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("--seed", type=int, required=True)
    drawing.add_argument("--articles", type=int, nargs=3, default=(55, 30, 25), help="of each set")
    drawing.add_argument("--items", type=int, nargs=3, default=(120, 50, 30), help="of each set")
    drawing.add_argument("--each", type=int, default=5, help="the most of one article")
    drawing.add_argument("--apart", type=Path, nargs="*", default=(), help="files of articles that are not drawn")
    drawing.add_argument(
        "--of-drawn", nargs="*", choices=SETS, default=(), help="sets of which articles of evaluation/drawn are drawn"
    )
    for name in ("system", "sheet", "out"):
        drawing.add_argument(f"--{name}", type=Path, required=True)
    drawing.set_defaults(run=draw)
    counting = commands.add_parser("count")
    counting.add_argument("judged", type=Path, nargs="+")
    counting.set_defaults(run=count)
    options = parser.parse_args(arguments)
    options.run(options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
