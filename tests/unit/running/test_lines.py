"""The line format: documents in, ledgers and problems out."""

import json

import pytest

from sayso.errors import BadLine
from sayso.model import (
    Actor,
    Attribution,
    Cast,
    Claim,
    ClaimPlace,
    ClaimTime,
    Codes,
    Commitment,
    Count,
    DateCandidate,
    Dateline,
    Dispute,
    Document,
    Event,
    Ledger,
    LeftOut,
    Mention,
    Place,
    PlaceCandidate,
    Problem,
    Published,
    Run,
    Said,
    Span,
    TimeExpression,
    Toll,
    Toponym,
)
from sayso.running import DocumentLine, decode_document, encode, encode_problem, is_problem
from sayso.running.lines import named_in

ARBIN = Place("Arbin", "city", "town", 12345, 33.54, 36.37, "SY", "Rif-dimashq", 40_000)


def small_ledger() -> Ledger:
    """A ledger with one of everything."""
    return Ledger(
        document=Document(
            "d1", "x" * 300, "0" * 64, Published("[2009-10-02,2015-10-02]", "inferred", (DateCandidate("2015-10-02", 0.8, "Friday"),)),
            language="en", dateline=Dateline(Span(0, 10), Span(0, 5), None, Span(7, 9)), left_out=(LeftOut(Span(280, 300), "credit"),),
        ),
        run=Run("0.1.0", "parser-1", "f" * 64),
        cast=Cast(
            (Actor("REBELS", "armed_group", ("rebels",), "SY", "REB", ("X",), "Y"),),
            (Mention(Span(60, 64), Span(60, 64), "pronoun", "REBELS"), Mention(Span(20, 26), Span(20, 26), "name", "REBELS")),
        ),
        places=(
            Toponym("p1", Span(30, 35), "Arbin", ARBIN, (PlaceCandidate(ARBIN, 0.9, "largest"),)),
            Toponym("p2", Span(40, 46), "Syrian", ARBIN, demonym=True),
            Toponym("p3", Span(50, 56), "Syrian", ARBIN, demonym=True),
            Toponym("p4", Span(70, 75), "Nowhere", None),
        ),
        times=(TimeExpression(Span(80, 86), "DATE", "2015-09-28", "2015-09-28", "published", "2015-10-02"),),
        attributions=(
            Attribution("a1", "direct", (Span(90, 95),), (Span(96, 100),), (Span(101, 140),), "REBELS", "says", Said("2015-10-01"), None, 0.9,
                        Commitment("certain", "neutral")),
        ),
        claims=(
            Claim(
                "e1",
                Event(
                    Span(110, 116), "ASSAULT", "aerial", ("military",), Codes("195", "Air/drone strike"), (Span(102, 106),),
                    toll=Toll(Count(5, None), Count(None, 12), of="civilians"), factuality="denied", confidence=0.8,
                ),
                "a1", ("REBELS",), (), ClaimPlace(Span(30, 35), "p1"), (ClaimPlace(None, "p2"),), ClaimTime(None, "2015-09-28"),
                "i1", ("time",),
            ),
            Claim("e2", Event(Span(150, 155), "PROTEST"), place=ClaimPlace(None, "p4")),
        ),
        disputes=(Dispute("i1", "toll", "e1", "e2", "differs", "a note"),),
    )  # fmt: skip


def test_a_ledger_is_written_as_the_format_says() -> None:
    assert json.loads(encode(small_ledger())) == {
        "doc": "d1",
        "sayso": "0.1.0",
        "model": "parser-1",
        "language": "en",
        "published": {
            "edtf": "[2009-10-02,2015-10-02]",
            "how": "inferred",
            "candidates": [{"edtf": "2015-10-02", "score": 0.8, "because": "Friday"}],
        },
        "dateline": {"place": [0, 5], "date": None, "agency": [7, 9]},
        "left_out": [{"start": 280, "end": 300, "why": "credit"}],
        "attributions": [
            {
                "id": "a1", "kind": "direct", "source": [[90, 95]], "cue": [[96, 100]], "content": [[101, 140]],
                "source_actor": "REBELS", "cue_class": "says", "said": {"edtf": "2015-10-01", "place": None}, "parent": None,
                "confidence": 0.9, "commitment": {"holder": "certain", "article": "neutral"},
            }
        ],
        "times": [
            {"start": 80, "end": 86, "type": "DATE", "value": "2015-09-28", "edtf": "2015-09-28", "anchor": "published",
             "mod": None, "quant": None, "freq": None}
        ],
        "places": [
            {
                "id": "p1", "start": 30, "end": 35, "name": "Arbin", "geonameid": 12345, "lat": 33.54, "lon": 36.37, "country": "SY",
                "admin1": "Rif-dimashq", "kind": "city", "precision": "town",
                "candidates": [
                    {
                        "name": "Arbin", "geonameid": 12345, "lat": 33.54, "lon": 36.37, "country": "SY", "admin1": "Rif-dimashq",
                        "kind": "city", "precision": "town", "score": 0.9, "because": "largest",
                    }
                ],
            },
            {
                "id": "p2", "start": 40, "end": 46, "name": "Syrian", "geonameid": 12345, "lat": 33.54, "lon": 36.37, "country": "SY",
                "admin1": "Rif-dimashq", "kind": "city", "precision": "town", "candidates": [],
            },
            {
                "id": "p4", "start": 70, "end": 75, "name": "Nowhere", "geonameid": None, "lat": None, "lon": None, "country": None,
                "admin1": None, "kind": None, "precision": None, "candidates": [],
            },
        ],
        "actors": [
            {
                "id": "REBELS", "names": ["rebels"], "kind": "armed_group", "country": "SY", "sector": "REB", "members": ["X"],
                "part_of": "Y", "mentions": [[20, 26], [60, 64]],
            }
        ],
        "events": [
            {
                "id": "e1", "trigger": [110, 116], "type": "ASSAULT", "mode": "aerial", "context": ["military"],
                "codes": {"cameo": "195", "acled": "Air/drone strike", "ucdp": None}, "agent": [[102, 106]], "patient": [],
                "instrument": [], "agent_actor": ["REBELS"], "patient_actor": [],
                "place": {"start": 30, "end": 35, "place": "p1", "lat": 33.54, "lon": 36.37, "country": "SY"},
                "places": [{"start": None, "end": None, "place": "p2", "lat": 33.54, "lon": 36.37, "country": "SY"}],
                "time": {"start": None, "end": None, "edtf": "2015-09-28"}, "factuality": "denied", "killed": [5, None],
                "injured": [None, 12], "detained": None, "displaced": None, "toll_of": "civilians", "holder": "a1",
                "incident": "i1", "confidence": 0.8, "inferred": ["time"],
            },
            {
                "id": "e2", "trigger": [150, 155], "type": "PROTEST", "mode": None, "context": [],
                "codes": {"cameo": None, "acled": None, "ucdp": None}, "agent": [], "patient": [], "instrument": [],
                "agent_actor": [], "patient_actor": [],
                "place": {"start": None, "end": None, "place": "p4", "lat": None, "lon": None, "country": None}, "places": [],
                "time": None, "factuality": "happened", "killed": None, "injured": None, "detained": None, "displaced": None,
                "toll_of": None, "holder": None, "incident": None, "confidence": 1.0, "inferred": [],
            },
        ],
        "disputes": [{"incident": "i1", "field": "toll", "a": "e1", "b": "e2", "how": "differs"}],
    }  # fmt: skip


def test_fields_stand_in_the_order_of_the_format() -> None:
    line = json.loads(encode(small_ledger()))
    assert list(line) == [
        "doc", "sayso", "model", "language", "published", "dateline", "left_out", "attributions", "times", "places",
        "actors", "events", "disputes",
    ]  # fmt: skip
    assert list(line["events"][0])[:6] == ["id", "trigger", "type", "mode", "context", "codes"]


def test_a_ledger_of_nothing_has_empty_lists_and_nulls() -> None:
    line = json.loads(encode(Ledger(Document("d", "", "0" * 64), Run("0.1.0", "p", "f"))))
    assert (line["dateline"], line["events"], line["published"]) == (
        None, [], {"edtf": None, "how": "unknown", "candidates": []},
    )  # fmt: skip


def test_a_line_holds_no_line_break() -> None:
    assert b"\n" not in encode(small_ledger())


def test_a_problem_is_a_line_too() -> None:
    line = encode_problem(Problem(None, "not valid JSON", "line 7"))
    assert json.loads(line) == {"doc": None, "problem": {"cause": "not valid JSON", "where": "line 7"}}


def test_problems_are_told_from_ledgers() -> None:
    assert is_problem(encode_problem(Problem("problem", "cause", "where")))
    assert not is_problem(encode(small_ledger()))


def test_a_document_is_decoded_with_what_the_caller_knows() -> None:
    line = b'{"doc": "d1", "text": "He said \\u201cno\\u201d.", "date": "2015-10-02", "title": "T", "more": [1]}\n'
    assert decode_document(line, "line 1") == DocumentLine("d1", "He said “no”.", "2015-10-02", "T")


def test_a_byte_order_mark_before_the_first_line_is_passed_over() -> None:
    assert decode_document(b'\xef\xbb\xbf{"doc": "d", "text": "t"}', "line 1") == DocumentLine("d", "t")


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        (b'{"doc": "d", "text": "t"', "not valid JSON: Input data was truncated"),
        (b"nonsense", "not valid JSON: invalid character (byte 4)"),
        (b'{"doc": "d"}', "not a document: the field `text` is missing"),
        (b'{"text": "t"}', "not a document: the field `doc` is missing"),
        (b'{"doc": "d", "text": 5}', "not a document: Expected `str`, got `int` in the field `text`"),
        (b'["d", "t"]', "not a document: Expected `object`, got `array`"),
        (b'{"doc": "d", "text": "\xff"}', "not valid JSON: "),
        (b'{"doc": "d", "text": "\\ud800"}', "not valid JSON: "),
        (b"[" * 100_000, "not "),
    ],
)
def test_a_line_that_is_no_document_is_refused_with_its_number_and_the_cause(line: bytes, cause: str) -> None:
    with pytest.raises(BadLine) as error:
        decode_document(line, "line 7")
    assert error.value.where == "line 7"
    assert error.value.cause.startswith(cause)


@pytest.mark.parametrize(
    ("line", "name"),
    [(b'{"doc": "d1"}', "d1"), (b'{"doc": 5}', None), (b"nonsense", None), (b'{"doc": "d1", "text": 5}', "d1")],
)
def test_the_name_of_a_document_is_saved_from_a_broken_line_where_it_can_be(line: bytes, name: str | None) -> None:
    assert named_in(line) == name
