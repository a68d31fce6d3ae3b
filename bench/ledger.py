"""How fast a large ledger answers: python -m bench.ledger FILE [--claims 1000000].

Makes the ledger of made-up articles where the file is not there yet (and says how fast that went, piece by piece), then asks
every kind of question several times and prints the median and the slowest answer.
"""

import argparse
import base64
import itertools
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

import msgspec

from bench.made_up import COUNTRIES, WORLD, made_up
from sayso.ledger import (
    ActorFilter,
    ClaimFilter,
    DocumentFilter,
    IncidentFilter,
    Near,
    Page,
    PlaceFilter,
    Store,
)
from sayso.ledger.folding import fold
from sayso.ledger.rows import SHIFT

CLAIMS_EACH: Final = 100
BATCH: Final = 50
PAGE: Final = Page(limit=50)
Question = Callable[[Store], Iterable[object]]


def of(**fields: object) -> Question:
    """A page of the claims that fit a filter."""
    asked = ClaimFilter(**fields)  # type: ignore[arg-type]
    return lambda store: store.claims(asked, page=PAGE)


def over(ask: Callable[[Store, ClaimFilter], object], asked: ClaimFilter) -> Question:
    """An overview of the claims that fit a filter."""
    return lambda store: [ask(store, asked)]


MANY, FEW, RARE = WORLD.actors[1].names[0], WORLD.actors[300].names[0], WORLD.actors[2_900].names[0]
TOWN = WORLD.places[10]
assert TOWN.lat is not None
assert TOWN.lon is not None
OVERVIEWS: Final[dict[str, Callable[[Store, ClaimFilter], object]]] = {
    "facets": Store.facets, "map": Store.map, "timeline": Store.timeline, "network": Store.network,
}  # fmt: skip
OF_WHAT: Final = {
    "all": ClaimFilter(),
    "of a type": ClaimFilter(type=("ASSAULT",)),
    "of somebody": ClaimFilter(who=(MANY,)),
    "of a year": ClaimFilter(since="2018-01-01", until="2018-12-31"),
    "of a week": ClaimFilter(since="2018-03-01", until="2018-03-07"),
    "with a word": ClaimFilter(words="shelled"),
}
LATE: Final = base64.urlsafe_b64encode(msgspec.json.encode(["day", True, "2018-03-01", 0])).decode()
"""A cursor into the middle of the claims."""
QUESTIONS: Final[dict[str, Question]] = {
    "claims, latest": of(),
    "claims, page 200": lambda store: store.claims(page=Page(limit=50, offset=10_000)),
    "who: in many claims": of(who=(MANY,)),
    "who: in some": of(who=(FEW,)),
    "who: in few": of(who=(RARE,)),
    "to whom: in many": of(whom=(MANY,)),
    "holder: in many": of(holder=(MANY,)),
    "holder: in few": of(holder=(RARE,)),
    "the article's own voice": of(voice=True),
    "type": of(type=("ASSAULT",)),
    "type, a rare one": of(type=("MOBILIZE",)),
    "mode": of(mode=("aerial",)),
    "factuality": of(factuality=("denied",)),
    "country": of(country=(COUNTRIES[0],)),
    "country, a rare one": of(country=(COUNTRIES[-1],)),
    "place by name": of(place=(TOWN.name,)),
    "within 100 km": of(near=Near(TOWN.lat, TOWN.lon, 100)),
    "within 1000 km": of(near=Near(TOWN.lat, TOWN.lon, 1_000)),
    "between dates, a week": of(since="2018-03-01", until="2018-03-07"),
    "between dates, a year": of(since="2018-01-01", until="2018-12-31"),
    "published between": of(published_since="2018-03-01", published_until="2018-03-07"),
    "publisher": of(publisher=(WORLD.publishers[0],)),
    "publisher, a rare one": of(publisher=(WORLD.publishers[-1],)),
    "killed at least 50": of(killed=50),
    "confidence at least 0.99": of(confidence=0.99),
    "disputed": of(disputed=True),
    "type, country and week": of(type=("ASSAULT",), country=(COUNTRIES[3],), since="2018-03-01", until="2018-03-07"),
    "who and to whom": of(who=(MANY,), whom=(FEW,)),
    "who, country and year": of(who=(MANY,), country=(COUNTRIES[5],), since="2018-01-01", until="2018-12-31"),
    "holder, denied": of(holder=(FEW,), factuality=("denied",)),
    "publisher, mode, killed": of(publisher=(WORLD.publishers[2],), mode=("aerial",), killed=5),
    "disputed, type, country": of(disputed=True, type=("ASSAULT",), country=(COUNTRIES[7],)),
    "words in claims": of(words="shelled 14"),
    "sorted by killed": lambda store: store.claims(order="killed", page=PAGE),
    "sorted by publication": lambda store: store.claims(order="published", page=PAGE),
    "sorted by confidence": lambda store: store.claims(order="confidence", page=PAGE),
    "search: a rare word": lambda store: store.search(f"{2_345}", page=PAGE),
    "search: a frequent word": lambda store: store.search("shelled", page=PAGE),
    "search: a phrase": lambda store: store.search(f'"{TOWN.name.split("-")[0]} 10"', page=PAGE),
    "search: a prefix": lambda store: store.search("bomb*", page=PAGE),
    "search: in texts": lambda store: store.search('"killing 14 people" report', "documents", page=PAGE),
    "actors": lambda store: store.actors(page=PAGE),
    "actors of a country": lambda store: store.actors(ActorFilter(country=(COUNTRIES[1],)), page=PAGE),
    "actors by name": lambda store: store.actors(ActorFilter(name=(FEW,)), page=PAGE),
    "places": lambda store: store.places(page=PAGE),
    "places within 300 km": lambda store: store.places(PlaceFilter(near=Near(TOWN.lat or 0, TOWN.lon or 0, 300)), page=PAGE),
    "documents": lambda store: store.documents(page=PAGE),
    "documents of a publisher": lambda store: store.documents(DocumentFilter(publisher=(WORLD.publishers[1],)), page=PAGE),
    "documents with words": lambda store: store.documents(DocumentFilter(words="killing besieged"), page=PAGE),
    "incidents": lambda store: store.incidents(page=PAGE),
    "incidents of a country": lambda store: store.incidents(IncidentFilter(country=(COUNTRIES[2],)), page=PAGE),
    "incidents, disputed": lambda store: store.incidents(IncidentFilter(disputed=True), page=PAGE),
    "incidents of a week": lambda store: store.incidents(IncidentFilter(since="2018-03-01", until="2018-03-07"), page=PAGE),
    "claims, page 10,000 by cursor": lambda store: store.claims_after(LATE, limit=50)[0],
    **{f"{what}, {name}": over(ask, asked) for what, ask in OVERVIEWS.items() for name, asked in OF_WHAT.items()},
    "problems": lambda store: store.problems(),
    "runs": lambda store: store.runs(),
}  # fmt: skip


def make(path: Path, claims: int) -> None:
    """Add made-up articles until there are so many claims; prints how long each tenth took."""
    articles = claims // CLAIMS_EACH
    tenth = max(BATCH, articles // 10)
    with Store.open(path, write=True) as store:
        begun, cpu = time.perf_counter(), time.process_time()
        for first in range(0, articles, BATCH):
            with store.batch():
                for number in range(first, min(first + BATCH, articles)):
                    store.add(made_up(number, CLAIMS_EACH))
            done = first + BATCH
            if done % tenth < BATCH:
                print(
                    f"{done * CLAIMS_EACH:>10,} claims: the last {tenth * CLAIMS_EACH:,} took {time.perf_counter() - begun:.0f} s "
                    f"({time.process_time() - cpu:.0f} s of processor time), file {path.stat().st_size / 2**20:,.0f} MiB",
                    flush=True,
                )
                begun, cpu = time.perf_counter(), time.process_time()


COPIED: Final = {
    "documents": {"key": "D", "id": "?"},
    "readings": {"key": "R", "id": "?", "document": "D", "published_day": "-"},
    "attributions": {"key": "C", "id": "?", "reading": "R", "parent": "C"},
    "incidents": {"key": "I", "id": "?", "day": "-"},
    "claims": {
        "key": "C",
        "id": "?",
        "reading": "R",
        "holder": "C",
        "incident": "I",
        "day": "-",
        "day_to": "-",
        "published_day": "-",
    },
    "participants": {"claim": "C", "day": "-"},
    "claim_places": {"claim": "C"},
    "cast_members": {"reading": "R"},
    "toponyms": {"reading": "R"},
    "times": {"reading": "R"},
}
"""Tables that are multiplied, with the columns that change: by the number of documents (D), readings (R), claims' keys (C) or
incidents (I), a new id (?), or other days (-)."""


def multiply(path: Path, times: int) -> None:
    """Copy every article so many times, row by row in SQL, with ids of their own and on other days.

    Far faster than adding as many articles, and as large and as varied for a question; `sayso verify` would not have it.
    """
    begun = time.perf_counter()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("journal_mode = DELETE", "synchronous = OFF", "cache_size = -400000", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        indexes = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL"
        ).fetchall()
        most = {
            kind: connection.execute(f"SELECT max(key) FROM {table}").fetchone()[0]  # noqa: S608  # tables of our own
            for kind, table in (("D", "documents"), ("R", "readings"), ("I", "incidents"))
        }
        most["C"] = most["R"] << SHIFT
        words = connection.execute("SELECT key, words FROM claims").fetchall()
        connection.execute("BEGIN")
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")
        rows = {table: _rows_of(connection, table) for table in COPIED}
        for number in range(1, times):
            for table, changed in COPIED.items():
                _copy(
                    connection,
                    table,
                    changed,
                    {kind: number * step for kind, step in most.items()},
                    number,
                    rows[table],
                )
            shifted = ((key + number * most["C"], fold(found)) for key, found in words)
            connection.executemany("INSERT INTO search_claims (rowid, words) VALUES (?, ?)", shifted)
        for table in ("actors", "places"):
            connection.execute(f"UPDATE {table} SET claims = claims * {times}, documents = documents * {times}")  # noqa: S608  # the same
        for _, statement in indexes:
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA analysis_limit = 1000")  # as a ledger does when it is closed
        connection.execute("ANALYZE")
    print(f"multiplied by {times} in {time.perf_counter() - begun:.0f} s", flush=True)


def _rows_of(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0])  # noqa: S608  # the same


def _copy(
    connection: sqlite3.Connection, table: str, changed: dict[str, str], steps: dict[str, int], number: int, last: int
) -> None:
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    chosen = []
    for name in names:
        how = changed.get(name)
        if how is None:
            chosen.append(f'"{name}"')
        elif how == "?":
            chosen.append("lower(hex(randomblob(32)))")
        elif how == "-":
            chosen.append(f"CASE WHEN \"{name}\" > '' THEN date(\"{name}\", '-{number * 3} days') ELSE '' END")
        else:
            chosen.append(f'"{name}" + {steps[how]}')
    quoted = ", ".join(f'"{name}"' for name in names)
    connection.execute(f"INSERT INTO {table} ({quoted}) SELECT {', '.join(chosen)} FROM {table} WHERE rowid <= {last}")  # noqa: S608  # the same


def opening(path: Path, repeat: int) -> list[float]:
    """Milliseconds that opening takes."""
    found = []
    for _ in range(repeat):
        begun = time.perf_counter()
        Store.open(path).close()
        found.append((time.perf_counter() - begun) * 1_000)
    return found


def asking(store: Store, question: Question, repeat: int) -> tuple[list[float], list[float], int]:
    """Milliseconds that an answer takes, those of processor time, and how many entries it has."""
    found, cpu, count = [], [], 0
    for _ in range(repeat):
        begun, busy = time.perf_counter(), time.process_time()
        count = sum(1 for _ in question(store))
        found.append((time.perf_counter() - begun) * 1_000)
        cpu.append((time.process_time() - busy) * 1_000)
    return found, cpu, count


def main() -> None:
    """Make, open, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=1, help="add a part of the articles, and copy them so many times")
    parser.add_argument("--repeat", type=int, default=9)
    parser.add_argument("--only", help="questions whose name holds these words")
    given = parser.parse_args()
    if not given.file.exists():
        make(given.file, given.claims // given.times)
        if given.times > 1:
            multiply(given.file, given.times)
    opened = opening(given.file, given.repeat)
    with Store.open(given.file) as store:
        print(f"{store.count():,} claims, {given.file.stat().st_size / 2**20:,.0f} MiB")
        print("| question | median ms | of processor time | slowest | entries |\n| --- | --- | --- | --- | --- |")
        print(f"| opening | {statistics.median(opened):.0f} | | {max(opened):.0f} | |")
        chosen = ((name, one) for name, one in QUESTIONS.items() if not given.only or given.only in name)
        for name, question in itertools.chain(chosen):
            times, cpu, count = asking(store, question, given.repeat)
            print(
                f"| {name} | {statistics.median(times):.0f} | {statistics.median(cpu):.0f} | {max(times):.0f} | {count} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
