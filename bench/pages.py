"""How quick the pages are over a ledger, as a browser on this machine sees them.

python -m bench.pages http://127.0.0.1:8321      # a running `sayso serve`; prints milliseconds, the median of several tries
python -m bench.pages --incident                 # an incident of 200 claims in 200 documents, in a ledger that is made and served for it
"""

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.served import wide

TRIES = 5
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SCROLL = """async node => {
  const tasks = [], frames = [];
  new PerformanceObserver(list => tasks.push(...list.getEntries().map(one => one.duration))).observe({ type: "longtask" });
  let last = performance.now();
  for (let step = 0; step < 120; step++) {
    node.scrollTop += 170;
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - last);
    last = now;
  }
  await new Promise(done => setTimeout(done, 100));
  frames.sort((a, b) => a - b);
  return { frame: frames[60], slowest: frames[119], task: Math.max(0, ...tasks) };
}"""


BUSY = "main [aria-busy=true]"
LONG_TASKS = """window.tasks = [];
new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(one => one.duration)))
  .observe({ type: "longtask", buffered: true });"""


def median(work: Callable[[], object]) -> float:
    """Milliseconds that some work takes: the median of several tries."""
    taken = []
    for _ in range(TRIES):
        begun = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - begun))
    return statistics.median(taken)


def shown(page: Page, address: str, what: str) -> Callable[[], None]:
    """Work: open an address and wait until something stands there."""

    def work() -> None:
        page.goto(address, wait_until="commit")
        page.locator(what).first.wait_for()

    return work


def facet(page: Page) -> float:
    """Milliseconds from choosing a facet's value to the narrowed table."""
    box = page.locator("fieldset", has_text="happened").get_by_role("checkbox").first

    def work() -> None:
        with page.expect_response(lambda one: "/claims?" in one.url):
            box.click()
        page.locator(".scroller [aria-busy=false]").wait_for()

    return median(work)


def measure(page: Page, base: str) -> dict[str, float]:
    """All figures, in milliseconds."""
    found = {
        "first page": median(shown(page, base, "ul.counts b")),
        "table of claims": median(shown(page, f"{base}/claims", "[role=row].data")),
        "facets of all claims": median(shown(page, f"{base}/claims", ".facets summary")),
    }
    page.wait_for_load_state("networkidle")
    found["facet changed"] = facet(page)
    page.goto(f"{base}/claims")
    page.locator("[role=row].data").first.wait_for()
    scrolled: dict[str, Any] = page.locator(".scroller").evaluate(SCROLL)
    found |= {
        "frame while scrolling": scrolled["frame"],
        "slowest frame": scrolled["slowest"],
        "longest task": scrolled["task"],
    }
    return found | incident(page, base)


def incident(page: Page, base: str) -> dict[str, float]:
    """Milliseconds until the largest incident stands: its matrix, what a press on a cell opens, all that is drawn later."""
    largest = page.request.get(f"{base}/api/v1/incidents?order=documents&limit=1").json()["items"][0]
    address = f"{base}/incidents/{largest['id']}"
    page.add_init_script(LONG_TASKS)
    page.goto(base)
    page.wait_for_load_state("networkidle")
    first = shown(page, address, "main table [data-cell]")
    begun = time.perf_counter()
    first()
    anew = 1000 * (time.perf_counter() - begun)
    tasks = []

    def opened() -> None:
        first()
        page.locator("main table button[data-cell]").first.click()
        page.get_by_role("dialog").locator("blockquote").first.wait_for()

    def whole() -> None:
        first()
        while page.locator(BUSY).count() > 0:
            page.locator(BUSY).first.wait_for(state="detached")
        tasks.append(max(page.evaluate("tasks"), default=0))

    name = f"incident of {largest['claims']} claims"
    return {
        f"{name}, for the first time": anew,
        f"{name}, again": median(first),
        "and a cell's words": median(opened),
        "and all of it": median(whole),
        "longest task": statistics.median(tasks),
    }


@contextmanager
def wide_served() -> Iterator[str]:
    """The address of a server over a ledger with an incident of 200 claims; server and ledger are gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "wide.sayso"
        wide(ledger)
        command = [sys.executable, "-m", "sayso", "serve", str(ledger), "--port", "0", "--no-browser"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
            assert server.stdout is not None
            told = server.stdout.readline()
            address = re.search(r"http://[\d.]+:\d+", told)
            try:
                if address is None:
                    raise SystemExit(told)
                yield address[0]
            finally:
                server.terminate()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("base", nargs="?", help="The address of a running server.")
    what.add_argument("--incident", action="store_true", help="Only the incident of 200 claims.")
    given = parser.parse_args()
    path = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    with sync_playwright() as play:
        page = play.chromium.launch(executable_path=path).new_page(viewport={"width": 1280, "height": 820})
        if given.incident:
            with wide_served() as base:
                show(incident(page, base))
        else:
            show(measure(page, given.base.rstrip("/")))


def show(found: dict[str, float]) -> None:
    """Print figures, one a line."""
    for name, value in found.items():
        print(f"{name:<44}{value:8.0f} ms")


if __name__ == "__main__":
    main()
