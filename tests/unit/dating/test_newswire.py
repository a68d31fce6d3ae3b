"""The table of newswire expressions: sentence, day of publication, expression, TIMEX3 type and value, EDTF, attributes."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from edtf import parse_edtf

from sayso.dating import find_times
from sayso.model import Document, Parse, TimeExpression

ParseText = Callable[..., tuple[Document, Parse]]
Row = dict[str, str]
TABLE = Path(__file__).with_name("newswire.tsv")


@pytest.fixture(scope="module")
def read(parse_text: ParseText) -> list[tuple[Row, list[tuple[str, TimeExpression]]]]:
    """Each row of the table with what is found in its sentence: words and expression."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))
    found: dict[tuple[str, str], list[tuple[str, TimeExpression]]] = {}
    for row in rows:
        key = row["sentence"], row["published"]
        if key not in found:
            document, parse = parse_text(row["sentence"], row["published"])
            found[key] = [(time.span.words(document.text), time) for time in find_times(document, parse)]
    return [(row, found[row["sentence"], row["published"]]) for row in rows]


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def test_the_table_holds_at_least_four_hundred_expressions(
    read: list[tuple[Row, list[tuple[str, TimeExpression]]]],
) -> None:
    assert sum(bool(row["expression"]) for row, _ in read) >= 400


def test_expressions_of_newswire_are_found_with_their_words_type_value_and_edtf(
    read: list[tuple[Row, list[tuple[str, TimeExpression]]]],
) -> None:
    hits = [
        (row["expression"], row["type"], row["value"], row["edtf"])
        in [(words, time.type, time.value, time.edtf or "") for words, time in found]
        for row, found in read
        if row["expression"]
    ]
    assert share(hits) >= 0.97


def test_what_modifies_an_expression_or_counts_it_is_told(
    read: list[tuple[Row, list[tuple[str, TimeExpression]]]],
) -> None:
    told = [
        ((row["expression"], row["mod"], row["quant"], row["freq"]), found)
        for row, found in read
        if row["mod"] or row["quant"] or row["freq"]
    ]
    assert len(told) >= 25
    for expected, found in told:
        assert expected in [(words, one.mod or "", one.quant or "", one.freq or "") for words, one in found]


def test_words_that_only_look_like_a_time_are_left_alone(
    read: list[tuple[Row, list[tuple[str, TimeExpression]]]],
) -> None:
    assert share([not found for row, found in read if not row["expression"]]) >= 0.9


def test_every_edtf_is_valid(read: list[tuple[Row, list[tuple[str, TimeExpression]]]]) -> None:
    written = {time.edtf for _, found in read for _, time in found if time.edtf is not None}
    assert written
    for edtf in sorted(written):
        assert parse_edtf(edtf) is not None
