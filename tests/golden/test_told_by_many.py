"""Articles of several outlets -> the incident that most of them tell, its accounts side by side.

`NAME.toml` beside `examples/told-by-many/NAME.jsonl` names words of the incident that is meant, and has a line for each origin and field that sayso tells. Those in `wrong` are not
what a careful reader would write; they stand there so that a test fails both when something breaks and when something is mended
without the example being told.
"""

import tomllib
from pathlib import Path

import pytest

from sayso.ledger import Store
from sayso.pipeline import Pipeline
from sayso.running.adding import add
from sayso.running.incident import Incident, incident
from sayso.running.linking import link

FOLDER = Path(__file__).parents[2] / "examples" / "told-by-many"
EXAMPLES = sorted(FOLDER.glob("*.jsonl"))


def told(pipeline: Pipeline, articles: Path, ledger: Path, words: str) -> Incident:
    """Of the incidents of which an article tells in these words, the one that most of the articles tell."""
    with Store.open(ledger, write=True) as store:
        add([str(articles)], store, workers=1, opener=lambda _: pipeline.read, run=pipeline.run)
        link(store)
        meant = {claim.incident for claim in store.claims() if words in claim.words}
        most = max(
            (one for one in store.incidents() if one.id in meant), key=lambda one: (one.documents, one.claims, one.id)
        )
        return incident(store, most.id)


def lines(found: Incident) -> list[str]:
    """Each told cell as "origin | field: value (reading)"."""
    return [
        f"{origin.label} | {field}: {cell.value} ({cell.reading})"
        for origin in found.matrix.origins
        for account in origin.accounts
        for field, cell in account.cells.items()
        if cell.value is not None
    ]


@pytest.mark.parametrize("articles", EXAMPLES, ids=lambda path: path.stem)
def test_many_articles_give_their_incident(articles: Path, pipeline: Pipeline, tmp_path: Path) -> None:
    expected = tomllib.loads(articles.with_suffix(".toml").read_text(encoding="utf-8"))
    found = told(pipeline, articles, tmp_path / "desk.sayso", expected["words"])
    assert expected["documents"] == found.incident.documents
    assert sorted(expected["told"] + expected["wrong"]) == sorted(lines(found))
    assert sorted(expected["disputes"]) == sorted({f"{one.field} {one.how}" for one in found.disputes})
    assert expected["grade"] == found.grading.grade


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 3
