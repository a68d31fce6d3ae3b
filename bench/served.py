"""What the pages ask of a large ledger, over HTTP: python -m bench.served LEDGER [--repeat 9].

In one process, without a network: a request goes through the whole application, and comes back as bytes. Prints the median and the
slowest answer, and the median of the processor time. The ledger is only read. An incident of 200 claims in 200 documents is looked at in
a ledger of its own, which is made for it.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from starlette.testclient import TestClient

from bench.made_up import made_up
from sayso.ledger import ClaimFilter, Judgement, Page, Store
from sayso.ledger.opening.opened import now
from sayso.web import app
from sayso.web.limits import Limits, Rate

API: Final = "/api/v1"
WIDE: Final = 200
MANY: Final = Rate(1e9, 1e9)
QUESTIONS: Final = {
    "the overview: about": "/about",
    "the overview: disputes": "/disputes?limit=5",
    "claims, the first 50": "/claims",
    "claims of a type": "/claims?type=ASSAULT",
    "claims, after 500,000": "/claims?offset=500000",
    "facets of all claims": "/claims/facets",
    "facets of a type": "/claims/facets?type=ASSAULT",
    "facets of a country": "/claims/facets?country=SY",
    "facets of a type in a country": "/claims/facets?type=ASSAULT&country=SY",
    "facets of what is denied": "/claims/facets?factuality=denied",
    "facets of what is disputed": "/claims/facets?disputed=true",
    "facets of words": "/claims/facets?words=shelled",
    "facets of a year": "/claims/facets?since=2018-01-01&until=2018-12-31",
    "incidents": "/incidents",
    "incidents, most documents": "/incidents?order=documents",
    "map": "/map",
    "timeline": "/timeline",
    "network": "/network",
    "actors": "/actors",
    "actors by the beginning of a name": "/actors?words=ba",
    "documents": "/documents",
    "search": "/search?q=shelled",
    "review queue": "/review",
}


@contextmanager
def asked(ledger: Path) -> Iterator[TestClient]:
    """A client of an application over a ledger."""
    limits = Limits({"read": MANY, "change": MANY, "login": MANY})
    with TestClient(app(ledger, limits=limits), base_url="http://localhost:8321") as client:
        yield client


def measure(client: TestClient, path: str, repeat: int) -> tuple[float, float, float, int]:
    """Median, slowest and processor time in milliseconds, and the bytes of an answer."""
    times, busy, size = [], [], 0
    for _ in range(repeat):
        begun, worked = time.perf_counter(), time.process_time()
        answer = client.get(API + path)
        times.append((time.perf_counter() - begun) * 1_000)
        busy.append((time.process_time() - worked) * 1_000)
        if answer.status_code != 200:
            raise SystemExit(f"{path}: {answer.status_code} {answer.text}")
        size = len(answer.content)
    return statistics.median(times), max(times), statistics.median(busy), size


def wide(path: Path) -> str:
    """Make a ledger with an incident of 200 claims in 200 documents; returns the incident's id."""
    with Store.open(path, write=True) as store:
        with store.batch():
            for number in range(WIDE):
                store.add(made_up(number, 20))
        found = [
            next(store.claims(ClaimFilter(documents=(one.id,)), page=Page(1)))
            for one in store.documents(page=Page(WIDE))
        ]
        incident = found[0].incident
        assert incident is not None
        store.judge(Judgement("link", "bench", now(), incident, claims=tuple(one.id for one in found)))
    return incident


def show(name: str, found: tuple[float, float, float, int]) -> None:
    """Print a line of the table."""
    median, slowest, busy, size = found
    print(f"| {name} | {median:.0f} | {slowest:.0f} | {busy:.0f} | {size:,} |", flush=True)


def main() -> None:
    """Ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--repeat", type=int, default=9)
    given = parser.parse_args()
    print("| question | median ms | slowest | processor ms | bytes |\n| --- | --- | --- | --- | --- |")
    with asked(given.ledger) as client:
        for name, path in QUESTIONS.items():
            show(name, measure(client, path, given.repeat))
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "wide.sayso"
        incident = wide(ledger)
        with asked(ledger) as client:
            for policy in ("", "?policy=representative"):
                show(
                    f"incident of {WIDE} claims{policy}",
                    measure(client, f"/incidents/{incident}{policy}", given.repeat),
                )


if __name__ == "__main__":
    main()
