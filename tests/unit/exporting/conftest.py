"""The articles of examples/, read once and kept in a ledger, and the rows that an export makes of them."""

import io
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from golden.compact import example
from sayso.exporting import FORMATS, Gathering, name_in
from sayso.exporting.about import About
from sayso.exporting.rows import Row
from sayso.ledger import Store
from sayso.model import Ledger
from sayso.pipeline import Pipeline
from sayso.reading import document_of
from sayso.resources.actors import Registry

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*/article.txt"))
ABOUT = About(sayso="0.1.0", ledger="desk.sayso", made="2026-11-28T12:00:00Z")

Written = Callable[..., bytes]


@pytest.fixture(scope="session")
def ledgers(pipeline: Pipeline) -> tuple[Ledger, ...]:
    found = []
    for article in EXAMPLES:
        text, about, _ = example(article.parent)
        found.append(pipeline.read(document_of(text, doc=f"/home/desk/{article.parent.name}.txt", **about)))
    return tuple(found)


@pytest.fixture(scope="session")
def registry(pipeline: Pipeline) -> Registry:
    return pipeline.tools.registry


@pytest.fixture(scope="session")
def rows(ledgers: tuple[Ledger, ...], registry: Registry) -> tuple[Row, ...]:
    return tuple(row for ledger in ledgers for row in Gathering(ledger, name_in(registry)).rows())


@pytest.fixture
def desk(ledgers: tuple[Ledger, ...], tmp_path: Path) -> Path:
    """A ledger with all the examples."""
    path = tmp_path / "desk.sayso"
    with Store.open(path, write=True) as store:
        for ledger in ledgers:
            store.add(ledger)
    return path


@pytest.fixture
def written(rows: tuple[Row, ...]) -> Written:
    """A format's name -> the bytes that it writes, of all rows or of some."""

    def write(name: str, some: Iterable[Row] | None = None, about: About = ABOUT) -> bytes:
        out = io.BytesIO()
        FORMATS[name].write(rows if some is None else some, about, out)
        return out.getvalue()

    return write
