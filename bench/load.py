"""Readers and reviewers at one server: python -m bench.load LEDGER [--readers 50] [--reviewers 5] [--seconds 300].

Works on a copy of the ledger. Each reader opens one thing after the other, as pages do: the overview, a list with its facets, an
article, an incident, a search; and looks at it for a while. Each reviewer labels claims and judges incidents, and takes some of it
back. At the end every label and judgement that the server said it kept is looked for in the ledger, and the ledger is verified.
Prints a line for each kind of request: how many, median, 95th and 99th percentile, slowest; and what was lost or failed.
"""

import argparse
import asyncio
import random
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Final

import httpx
from msgspec import Struct, field

from sayso.ledger import LabelFilter, Page, Store
from sayso.web.users import Role, Users, file_beside

API: Final = "/api/v1"
LOOKS: Final = 3.0
"""Seconds, on average, that somebody looks at what was opened."""

DECIDES: Final = 2.0
"""Seconds, on average, between two decisions of a reviewer."""


class Found(Struct):
    """What a run found.

    times: milliseconds by kind of request. failed: answers that were none. labels, judgements: ids that the server kept; lost: of
    those, not found in the ledger. altered: what is not as it was written. seconds: how long it took; processor: seconds of it that
    the server worked.
    """

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: list[str] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    judgements: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    altered: list[str] = field(default_factory=list)
    seconds: float = 0.0
    processor: float = 0.0

    @property
    def all_times(self) -> list[float]:
        """The times of all requests."""
        return [one for found in self.times.values() for one in found]

    @property
    def median(self) -> float:
        """The median of all requests, in milliseconds."""
        return statistics.median(self.all_times)


class Person:
    """Somebody with a browser and a token."""

    def __init__(self, client: httpx.AsyncClient, found: Found, seed: int) -> None:
        self.client = client
        self.found = found
        self.random = random.Random(seed)

    async def get(self, kind: str, path: str, **asked: Any) -> Any:
        """Ask for something; what is not answered well is kept as a failure."""
        return await self._asked(kind, self.client.get(API + path, params=asked))

    async def post(self, kind: str, path: str, given: Any) -> Any:
        """Send something."""
        return await self._asked(kind, self.client.post(API + path, json=given))

    async def _asked(self, kind: str, asking: Awaitable[httpx.Response]) -> Any:
        begun = time.perf_counter()
        try:
            answer = await asking
        except httpx.HTTPError as error:
            self.found.failed.append(f"{kind}: {type(error).__name__} {error}")
            return None
        self.found.times[kind].append((time.perf_counter() - begun) * 1_000)
        if answer.status_code != 200:
            self.found.failed.append(f"{kind}: {answer.status_code} {answer.text[:200]}")
            return None
        return answer.json()

    async def looks(self, seconds: float) -> None:
        """Let some time go by."""
        await asyncio.sleep(self.random.expovariate(1 / seconds))

    def one_of(self, listed: Any) -> Any:
        """One item of a list, or None."""
        return self.random.choice(listed["items"]) if listed and listed["items"] else None


async def read(person: Person, until: float) -> None:
    """Read until a time."""
    await person.looks(LOOKS)
    while time.monotonic() < until:
        await person.random.choice(READING)(person)
        await person.looks(LOOKS)


async def _overview(person: Person) -> None:
    await person.get("about", "/about")
    await person.get("disputes", "/disputes", limit=5)


async def _claims(person: Person) -> None:
    asked = person.random.choice(
        [{}, {"type": "ASSAULT"}, {"factuality": "denied"}, {"disputed": "true"}, {"voice": "true"}]
    )
    listed = await person.get("claims", "/claims", **asked)
    await person.get("facets", "/claims/facets", **asked)
    one = person.one_of(listed)
    if one is not None:
        await person.get("claim", f"/claims/{one['id']}")


async def _article(person: Person) -> None:
    one = person.one_of(await person.get("documents", "/documents"))
    if one is not None:
        await person.get("article", f"/documents/{one['id']}/reading")


async def _incident(person: Person) -> None:
    one = person.one_of(await person.get("incidents", "/incidents", order="documents"))
    if one is not None:
        await person.get("incident", f"/incidents/{one['id']}", policy="conservative")


async def _search(person: Person) -> None:
    words = person.random.choice(["killed", "police", "talks", "attack*", '"the city"'])
    await person.get("search", "/search", q=words)


async def _views(person: Person) -> None:
    await person.get(*person.random.choice([("map", "/map"), ("timeline", "/timeline"), ("network", "/network")]))


READING: Final[tuple[Callable[[Person], Awaitable[None]], ...]] = (
    _overview,
    _claims,
    _article,
    _incident,
    _search,
    _views,
)


async def review(person: Person, until: float) -> None:
    """Decide, and take some of it back, until a time."""
    while time.monotonic() < until:
        one = person.one_of(await person.get("claims", "/claims", limit=200))
        if one is not None:
            await _label(person, one["id"])
        if person.random.random() < 0.2:
            await _judge(person)
        await person.looks(DECIDES)


async def _label(person: Person, claim: str) -> None:
    verdict = person.random.choice(["accept", "reject"])
    fields = person.random.sample(["claim", "type", "factuality", "holder"], 2)
    given = [{"claim": claim, "field": name, "verdict": verdict} for name in fields]
    kept = await person.post("label", "/labels", given)
    person.found.labels |= {one["id"] for one in kept or ()}
    if kept and person.random.random() < 0.2:
        await person.post("undo", "/undo", {"id": kept[0]["id"]})


async def _judge(person: Person) -> None:
    one = person.one_of(await person.get("incidents", "/incidents", limit=200))
    if one is not None:
        kept = await person.post("judge", "/judgements", {"action": "note", "incident": one["id"], "reason": "seen"})
        if kept is not None:
            person.found.judgements.add(kept["id"])


@contextmanager
def served(ledger: Path, people: dict[str, Role]) -> Iterator[tuple[str, dict[str, str]]]:
    """A server of a ledger in a process of its own: its address, and the token of everybody."""
    with Store.open(ledger) as store:
        users = Users(file_beside(store))
    tokens = {name: users.add(name, role) for name, role in people.items()}
    command = [sys.executable, "-m", "sayso", "serve", str(ledger), "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        line = server.stderr.readline()
        if "http://" not in line:
            raise SystemExit(line + server.stderr.read())
        try:
            yield line.split()[1].rstrip("/"), tokens
        finally:
            server.send_signal(signal.SIGINT)
            server.wait()


@asynccontextmanager
async def somebody(address: str, token: str, found: Found, seed: int) -> AsyncIterator[Person]:
    """Somebody with a token at an address."""
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=address, headers=headers, timeout=60) as client:
        yield Person(client, found, seed)


async def crowd(address: str, tokens: dict[str, str], found: Found, seconds: float) -> None:
    """Everybody at once, for so long."""
    until = time.monotonic() + seconds

    async def one(number: int, name: str, token: str) -> None:
        async with somebody(address, token, found, number) as person:
            await (review if name.startswith("reviewer") else read)(person, until)

    async with asyncio.TaskGroup() as group:
        for number, (name, token) in enumerate(tokens.items()):
            group.create_task(one(number, name, token))


def run(ledger: Path, readers: int, reviewers: int, seconds: float) -> Found:
    """Load a server of a ledger, which is written to; then look whether everything is there."""
    people: dict[str, Role] = {f"reader {number}": "reader" for number in range(readers)}
    people |= {f"reviewer {number}": "reviewer" for number in range(reviewers)}
    found = Found()
    with served(ledger, people) as (address, tokens):
        begun = time.monotonic()
        asyncio.run(crowd(address, tokens, found, seconds))
        found.seconds = time.monotonic() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    found.processor = used.ru_utime + used.ru_stime
    with Store.open(ledger) as store:
        there = {one.id for one in store.labels(LabelFilter(), page=Page())} | {one.id for one in store.judgements()}
        found.lost = (found.labels | found.judgements) - there
        found.altered = [f"{one}" for one in store.verify()]
    return found


def shown(found: Found) -> str:
    """What was found, as a table."""
    lines = ["| request | number | median ms | 95 % | 99 % | slowest |", "| --- | --- | --- | --- | --- | --- |"]
    for kind, times in [*sorted(found.times.items()), ("all", found.all_times)]:
        ordered = sorted(times)
        cuts = [ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95, 0.99)]
        lines.append(f"| {kind} | {len(times)} | {cuts[0]:.0f} | {cuts[1]:.0f} | {cuts[2]:.0f} | {ordered[-1]:.0f} |")
    lines.append(
        f"{len(found.all_times) / found.seconds:.0f} requests a second, {found.processor / len(found.all_times) * 1_000:.0f} ms of processor time each (the start "
        f"included); {len(found.failed)} failed; kept "
        f"{len(found.labels)} labels and {len(found.judgements)} judgements, lost {len(found.lost)}; altered {len(found.altered)}"
    )
    return "\n".join([*lines, *found.failed[:10], *found.altered[:10]])


def main() -> None:
    """Run, print; exit code 1 where something failed, was lost or altered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--reviewers", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=300)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / given.ledger.name
        shutil.copy(given.ledger, copy)
        found = run(copy, given.readers, given.reviewers, given.seconds)
    print(shown(found))
    if found.failed or found.lost or found.altered:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
