"""What is always true of a ledger, whatever the text."""

import json
from collections.abc import Iterator

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sayso.coding.participants import spans_of
from sayso.model import Ledger, Span
from sayso.pipeline import Pipeline
from sayso.reading import document_of
from sayso.running.lines import encode

WORDS = st.sampled_from(
    [
        "The",
        "rebels",
        "army",
        "police",
        "minister",
        "Ahmed",
        "Karimi",
        "Russia",
        "Syria",
        "Damascus",
        "said",
        "denied",
        "attacked",
        "killed",
        "five",
        "at",
        "least",
        "that",
        "on",
        "Monday",
        "3",
        "May",
        "2015",
        "“",
        "”",
        '"',
        "'",
        ",",
        ".",
        ":",
        "—",
        "(",
        ")",
        "airstrikes",
        "protesters",
        "we",
        "he",
        "will",
        "not",
        "if",
        "urged",
        "\n",
        "troops",
        "of",
        "by",
        "in",
        "IS",
        "U.S.",
        "Col.",
        "“We’re",
        "\u202e",
        "\x00",
        "é",
        "😀",
        "’s",
    ]
)
TEXTS = st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=200))
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def spans(ledger: Ledger) -> Iterator[Span]:
    for attribution in ledger.attributions:
        yield from (*attribution.source, *attribution.cue, *attribution.content)
    for claim in ledger.claims:
        event = claim.event
        yield from (event.trigger, *event.agent, *event.patient, *event.instrument, *event.toll.evidence)
    yield from (toponym.span for toponym in ledger.places)
    yield from (time.span for time in ledger.times)
    yield from (mention.span for mention in ledger.cast.mentions)
    yield from (left.span for left in ledger.document.left_out)


@FEW
@given(text=TEXTS, date=st.sampled_from([None, "2015-10-02"]))
def test_every_span_slices_to_words_and_every_reference_is_there(
    pipeline: Pipeline, text: str, date: str | None
) -> None:
    ledger = pipeline.read(document_of(text, date=date))
    for span in spans(ledger):
        assert span.end <= len(text)
        assert span.words(text).strip()
    attributions = {one.id for one in ledger.attributions}
    actors = {one.id for one in ledger.cast.actors}
    claims = {one.id for one in ledger.claims}
    places = {one.id for one in ledger.places}
    assert {claim.holder for claim in ledger.claims if claim.holder} <= attributions
    assert {one.parent for one in ledger.attributions if one.parent} <= attributions
    assert {one.source_actor for one in ledger.attributions if one.source_actor} <= actors
    assert {actor for claim in ledger.claims for actor in (*claim.agent_actor, *claim.patient_actor)} <= actors
    assert {where.place for claim in ledger.claims for where in (claim.place, *claim.places) if where} <= places
    assert {name for dispute in ledger.disputes for name in (dispute.a, dispute.b)} <= claims


@FEW
@given(text=TEXTS, data=st.data())
def test_no_participant_reaches_over_its_own_trigger(pipeline: Pipeline, text: str, data: st.DataObject) -> None:
    parse = pipeline.tools.parser.parse(document_of(text))
    assume(parse.tokens)
    i = data.draw(st.integers(0, len(parse.tokens) - 1))
    trigger = range(i, data.draw(st.integers(i, min(i + 2, len(parse.tokens) - 1))) + 1)
    heads = tuple(one for one in parse.tokens if one.sentence == parse.tokens[i].sentence)
    words = Span(parse.tokens[trigger.start].start, parse.tokens[trigger.stop - 1].end)
    assert not any(span.overlaps(words) for span in spans_of(heads, trigger, parse))


@FEW
@given(text=TEXTS)
def test_the_same_text_gives_the_same_line(pipeline: Pipeline, text: str) -> None:
    document = document_of(text, date="2015-10-02")
    assert encode(pipeline.read(document)) == encode(pipeline.read(document))


@FEW
@given(text=TEXTS)
def test_a_line_is_one_line_of_json(pipeline: Pipeline, text: str) -> None:
    line = encode(pipeline.read(document_of(text)))
    assert b"\n" not in line.strip()
    assert json.loads(line)["doc"] == "-"
