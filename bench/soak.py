"""A ledger added to and served at once, for an hour, while things go wrong: python -m bench.soak [--minutes 60] [--seed 1].

One process serves the ledger and a reader asks it without pause; others add batch after batch of articles (the examples of examples/, each time
with other days and numbers). Of every batch the first try meets an accident, and the same command is then given again:

  killed    `sayso add` and its workers are killed at a random moment
  worker    one worker is killed
  corrupt   a damaged compressed file lies among the sources, and is mended before the second try
  full      the process may not write more than so many bytes, as on a full disk
  clock     the second try runs with a clock that is three days behind (with faketime, where that is installed)

At the end every article of every batch must be there once, no problem stand, `sayso verify` find nothing, and the server have answered
everything. Prints what was done, and writes the server's memory and the ledger's size over time to docs/images/soak.svg.
"""

import argparse
import gzip
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import httpx
from msgspec import Struct, field

from bench.plot import draw
from sayso.ledger import Store

SAYSO: Final = (sys.executable, "-m", "sayso")
IMAGE: Final = Path("docs/images/soak.svg")
EXAMPLES: Final = Path(__file__).parents[1] / "examples"
ASKED: Final = ("/claims?limit=50", "/claims/facets", "/incidents", "/documents", "/map", "/search?q=shelled", "/about")
ACCIDENTS: Final = ("killed", "worker", "corrupt", "full", "clock")
BATCH: Final = 12
MIB: Final = 2**20


class Found(Struct):
    """What a soak found, over minutes in MiB: the server's own memory, its pages of mapped files (the ledger's among them), the ledger's size."""

    accidents: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    answers: int = 0
    failed: list[str] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)
    mapped: list[tuple[float, float]] = field(default_factory=list)
    size: list[tuple[float, float]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def texts() -> list[str]:
    """The texts of the examples."""
    told = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/article.txt"))]
    for path in sorted((EXAMPLES / "told-by-many").glob("*.jsonl")):
        told += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    return told


def batch(number: int, draw_: random.Random) -> list[bytes]:
    """A batch of articles that no other batch has."""
    found = []
    for place in range(BATCH):
        text = re.sub(r"\b\d{2,}\b", lambda _: str(draw_.randint(10, 99)), draw_.choice(texts()))
        day = f"20{draw_.randint(10, 24)}-{draw_.randint(1, 12):02}-{draw_.randint(1, 28):02}"
        name = f"batch {number}, article {place}"
        found.append(
            json.dumps({"id": name, "text": f"{text}\n\nReport {number}-{place} of the desk.", "date": day}).encode()
        )
    return found


@contextmanager
def served(ledger: Path) -> Iterator[tuple[str, int]]:
    """A server of the ledger: its address and the process."""
    command = [*SAYSO, "serve", str(ledger), "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        assert server.stdout is not None
        address = next(found.group() for line in server.stdout if (found := re.search(r"http://[\d.]+:\d+", line)))
        threading.Thread(target=lambda: [None for _ in server.stdout or ()], daemon=True).start()
        try:
            yield address, server.pid
        finally:
            server.terminate()


def reading(address: str, found: Found, stop: threading.Event) -> None:
    """Ask for one thing after the other until told to stop."""
    with httpx.Client(base_url=f"{address}/api/v1", timeout=30) as client:
        while not stop.is_set():
            for path in ASKED:
                try:
                    answer = client.get(path)
                except httpx.HTTPError as error:
                    found.failed.append(f"{path}: {type(error).__name__}")
                    continue
                if answer.is_success or answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
                    found.answers += 1
                else:
                    found.failed.append(f"{path}: {answer.status_code} {answer.text[:200]}")
            stop.wait(0.5)


def watching(pid: int, ledger: Path, found: Found, stop: threading.Event) -> None:
    """Note the server's memory and the ledger's size, ten times a minute."""
    begun = time.monotonic()
    while not stop.is_set():
        minutes = (time.monotonic() - begun) / 60
        resident, mapped = map(int, Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1:3])
        found.memory.append((minutes, (resident - mapped) * resource.getpagesize() / MIB))
        found.mapped.append((minutes, mapped * resource.getpagesize() / MIB))
        found.size.append((minutes, ledger.stat().st_size / MIB))
        stop.wait(6)


def adding(ledger: Path, source: Path, *, workers: int = 1, before: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
    """`sayso add`, begun in a group of processes of its own. before: a command that runs it in some other state."""
    command = [*before, *SAYSO, "add", str(source), "--ledger", str(ledger), "--workers", str(workers)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)


def killed(ledger: Path, source: Path, draw_: random.Random) -> None:
    """Kill a whole run."""
    run = adding(ledger, source)
    time.sleep(draw_.uniform(2, 14))
    if run.poll() is None:
        os.killpg(run.pid, signal.SIGKILL)
    run.communicate()


def worker(ledger: Path, source: Path, draw_: random.Random) -> None:
    """Kill one worker."""
    run = adding(ledger, source, workers=2)
    time.sleep(draw_.uniform(6, 14))
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    mine = children.read_text(encoding="ascii").split() if children.exists() else []
    if mine:
        os.kill(int(mine[-1]), signal.SIGKILL)
    run.communicate()


def corrupt(ledger: Path, source: Path, draw_: random.Random) -> None:
    """Add while one of the files is damaged."""
    whole = gzip.compress((source / "articles.jsonl").read_bytes())
    damaged = source / "more.jsonl.gz"
    damaged.write_bytes(whole[: draw_.randint(20, len(whole) - 20)])
    adding(ledger, source).communicate()
    damaged.write_bytes(whole)


def full(ledger: Path, source: Path, draw_: random.Random) -> None:
    """Add where no more than some kilobytes can be written."""
    most = ledger.stat().st_size + draw_.randint(10_000, 200_000)
    adding(ledger, source, before=("prlimit", f"--fsize={most}")).communicate()


def clock(ledger: Path, source: Path, draw_: random.Random) -> None:
    """Add with a clock that is three days behind."""
    faketime = shutil.which("faketime")
    behind = (faketime, "-f", f"-{draw_.randint(1, 3)}d") if faketime else ()
    adding(ledger, source, before=behind).communicate()


TRIES: Final[dict[str, Callable[[Path, Path, random.Random], None]]] = {
    "killed": killed, "worker": worker, "corrupt": corrupt, "full": full, "clock": clock,
}  # fmt: skip


def soak(folder: Path, minutes: float, seed: int) -> Found:
    """Add and serve for so long."""
    found, draw_, stop = Found(), random.Random(seed), threading.Event()
    ledger, until = folder / "soak.sayso", time.monotonic() + minutes * 60
    Store.open(ledger, write=True).close()
    with served(ledger) as (address, pid):
        watchers = [
            threading.Thread(target=reading, args=(address, found, stop)),
            threading.Thread(target=watching, args=(pid, ledger, found, stop)),
        ]
        for one in watchers:
            one.start()
        number = 0
        while time.monotonic() < until:
            _batch(folder, ledger, number, draw_, found)
            number += 1
        stop.set()
        for one in watchers:
            one.join()
    _checked(ledger, found)
    return found


def _batch(folder: Path, ledger: Path, number: int, draw_: random.Random, found: Found) -> None:
    source = folder / f"batch-{number}"
    source.mkdir()
    lines = batch(number, draw_)
    (source / "articles.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    name = ACCIDENTS[number % len(ACCIDENTS)]
    TRIES[name](ledger, source, draw_)
    found.accidents[name] += 1
    again = adding(ledger, source)
    _, told = again.communicate()
    if again.returncode:
        found.wrong.append(f"batch {number} after {name}: exit code {again.returncode}: {told.decode()[-300:]}")
    found.articles.update(json.loads(line)["text"] for line in lines)


def _checked(ledger: Path, found: Found) -> None:
    with Store.open(ledger) as store:
        kept = Counter(store.text(one.id) for one in store.documents())
        found.wrong += [f"altered: {one}" for one in store.verify()]
        found.wrong += [f"problem: {one.doc}: {one.cause}" for one in store.problems()]
    lost, twice = found.articles - kept.keys(), [text for text, times in kept.items() if times > 1]
    if lost or twice or kept.keys() - found.articles:
        found.wrong.append(
            f"{len(lost)} articles lost, {len(twice)} kept twice, {len(kept.keys() - found.articles)} unknown"
        )


def main() -> None:
    """Soak, print, draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--image", type=Path, default=IMAGE)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = soak(Path(folder), options.minutes, options.seed)
    told = ", ".join(f"{count} {name}" for name, count in found.accidents.items())
    print(f"{len(found.articles)} articles in {found.accidents.total()} batches; accidents: {told}")
    print(f"{found.answers} answers, {len(found.failed)} failed; {found.size[-1][1]:.0f} MiB of ledger")
    third = len(found.memory) // 3
    middle = [
        sum(one for _, one in part) / max(1, len(part))
        for part in (found.memory[third : 2 * third], found.memory[-third:])
    ]
    print(f"own memory of the server: {middle[0]:.0f} MiB in the second third, {middle[1]:.0f} MiB in the last")
    for one in (*found.failed[:10], *found.wrong[:10]):
        print(one)
    draw(
        options.image,
        "Adding and serving at once",
        "minutes",
        {"server's own, MiB": found.memory, "files mapped": found.mapped, "ledger": found.size},
        logarithmic=False,
    )
    sys.exit(1 if found.wrong or found.failed else 0)


if __name__ == "__main__":
    main()
