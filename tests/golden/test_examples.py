"""Article -> ledger, for every article of `examples/`.

`ledger.toml` beside each article is what a careful coder wrote. What sayso does not get right yet stands there too, in
`missed` (expected and not found) and `wrong` (found and not expected), so that a test fails both when something breaks and when
something is mended without the example being told.
"""

from pathlib import Path

import pytest

from golden.compact import claim_lines, dispute_lines, example
from sayso.pipeline import Pipeline
from sayso.reading import document_of

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/article.txt"))


@pytest.mark.parametrize("article", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_example_gives_its_ledger(article: Path, pipeline: Pipeline) -> None:
    text, about, expected = example(article.parent)
    ledger = pipeline.read(document_of(text, doc=article.parent.name, **about))
    wanted = [line for line in expected["claims"] if line not in expected["missed"]] + expected["wrong"]
    assert sorted(wanted) == sorted(claim_lines(ledger))
    assert sorted(expected["disputes"]) == sorted(dispute_lines(ledger))


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 6
