"""How the time of linking grows: python -m bench.linking LEDGER [SIZE ...].

Takes the claims of a ledger as linking sees them, again and again, each time SHIFT days later and as other documents, until there are as many
as asked; finds their links; prints processor time, links and the peak of memory, and draws docs/images/linking.svg. Reading from and
writing to the ledger is measured by bench/growth.py.
"""

import argparse
import resource
import time
from itertools import count, islice
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from bench.plot import draw, exponent
from sayso.comparing.dates import Days
from sayso.ledger import Store
from sayso.linking.gathering import gather
from sayso.linking.report import Report, groups_of
from sayso.running.linking import reports_of, telling_of

SHIFT: Final = 2_500
SIZES: Final = (1_000, 10_000, 30_000, 100_000)
IMAGE: Final = Path("docs/images/linking.svg")


def later(report: Report, times: int) -> Report:
    """The same report of another document, so many times SHIFT days later."""
    days, by = report.view.days, times * SHIFT
    moved = days and Days(days.first and days.first + by, days.last and days.last + by)
    id_ = f"{report.id}-{times}"
    view = replace(report.view, days=moved, claim=replace(report.view.claim, id=id_))
    return replace(
        report,
        id=id_,
        document=f"{report.document}-{times}",
        origin=f"{report.origin}-{times}",
        incident=f"{report.incident}-{times}",
        published=report.published and report.published + by,
        view=view,
    )


def main() -> None:
    """Measure, print, draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("sizes", type=int, nargs="*", default=list(SIZES))
    options = parser.parse_args()
    with Store.open(options.ledger) as store:
        reports, telling = list(reports_of(store)), telling_of(store)
    points = []
    for size in options.sizes:
        some = list(islice((later(one, times) for times in count() for one in reports), size))
        start = time.process_time()
        links = gather(groups_of(some), telling=telling)
        took = time.process_time() - start
        points.append((float(size), took))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{size:,} claims: {len(links):,} links in {took:.1f} s of processor time, {peak:,} MiB at most", flush=True
        )
    print(f"exponent {exponent(points):.2f}")
    draw(IMAGE, "Linking", "claims", {"seconds": points})


if __name__ == "__main__":
    main()
