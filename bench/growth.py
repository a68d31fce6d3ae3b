"""How a ledger grows: python -m bench.growth FOLDER [--largest 1000000] [--link 100000].

For 1,000, 10,000, ... claims of made-up articles (bench/made_up.py; above 100,000, rows are copied in SQL, bench/ledger.py): the file's size, how
long it takes to open, the processor time of the median and the slowest question, and, up to --link claims, of linking, with the peak of
memory. Prints a table with exponents and writes docs/images/growth.svg.
"""

import argparse
import resource
import sqlite3
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.ledger import CLAIMS_EACH, QUESTIONS, asking, make, multiply, opening
from bench.plot import draw, exponent
from sayso.ledger import Store
from sayso.running.linking import link

MADE = 100_000
IMAGE = Path("docs/images/growth.svg")
MIB, KIB_A_MIB = 2**20, 1024
SIZES = (1_000, 10_000, 100_000, 1_000_000)
NAMES = ("file, MiB", "opening, ms", "median question, ms", "slowest question, ms", "linking, s", "linking, MiB")


def ledger_of(folder: Path, claims: int) -> Path:
    """The ledger of so many claims, made where it is not there yet."""
    path = folder / f"{claims}.sayso"
    if not path.exists():
        made = claims if claims <= MADE else claims // -(-claims // MADE)
        made -= made % CLAIMS_EACH
        make(path, made)
        if claims > made:
            multiply(path, round(claims / made))
    return path


def questions(path: Path) -> list[float]:
    """Milliseconds of processor time of every kind of question, the best of three."""
    with Store.open(path) as store:
        return [min(asking(store, question, 3)[1]) for question in QUESTIONS.values()]


def linking(path: Path) -> tuple[float, float]:
    """Seconds of processor time, and MiB of memory at the most, that linking a copy of the ledger takes in a process of its own."""
    copy = path.with_suffix(".linked")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        found = pool.submit(_linked, copy).result()
    copy.unlink()
    return found


def _linked(path: Path) -> tuple[float, float]:
    begun = time.process_time()
    with Store.open(path, write=True) as store:
        link(store)
    return time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_A_MIB


def main() -> None:
    """Measure, print, draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--largest", type=int, default=1_000_000)
    parser.add_argument("--link", type=int, default=100_000, help="the most claims that are linked")
    options = parser.parse_args()
    sizes = [size for size in SIZES if size <= options.largest]
    options.folder.mkdir(parents=True, exist_ok=True)
    lines: dict[str, list[tuple[float, float]]] = {name: [] for name in NAMES}
    for size in sizes:
        path = ledger_of(options.folder, size)
        found = questions(path)
        row = [path.stat().st_size / MIB, statistics.median(opening(path, 5)), statistics.median(found), max(found)]
        row += linking(path) if size <= options.link else []
        for name, value in zip(NAMES, row, strict=False):
            lines[name].append((size, value))
        print(
            f"{size:,}: {', '.join(f'{name} {value:,.1f}' for name, value in zip(NAMES, row, strict=False))}",
            flush=True,
        )
    table = Table("claims", *NAMES)
    for number, size in enumerate(sizes):
        table.add_row(
            f"{size:,}", *(f"{line[number][1]:,.1f}" if number < len(line) else "" for line in lines.values())
        )
    table.add_row("exponent", *(f"{exponent(line):.2f}" if len(line) > 1 else "" for line in lines.values()))
    Console(width=140).print(table)
    draw(IMAGE, "A ledger that grows", "claims", lines)


if __name__ == "__main__":
    main()
