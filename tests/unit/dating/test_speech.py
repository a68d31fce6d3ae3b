"""anchor_speech: the day of speech, and what is counted from it."""

from collections.abc import Callable

from sayso.dating import anchor_speech, find_times
from sayso.model import Attribution, Document, Parse, Span, TimeExpression
from sayso.model.attribution import AttributionKind

ParseText = Callable[..., tuple[Document, Parse]]

STATEMENT = (
    "The four powers issued a statement Thursday after the raids. Markets were calm.\n"
    "“Planes have hit the port since yesterday,” the statement read."
)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def attribution(text: str, source: str, cue: str, content: str, kind: AttributionKind = "direct") -> Attribution:
    return Attribution("a1", kind, (span(text, source),), (span(text, cue),), (span(text, content),))


def anchored(
    parse_text: ParseText, text: str, date: str | None, one: Attribution
) -> tuple[Attribution, dict[str, TimeExpression]]:
    document, parse = parse_text(text, date)
    attributions, times = anchor_speech(document, parse, [one], find_times(document, parse))
    return attributions[0], {time.span.words(text): time for time in times}


def test_the_day_of_a_statement_is_the_day_on_which_it_was_issued(parse_text: ParseText) -> None:
    one = attribution(STATEMENT, "the statement", "read", "Planes have hit the port since yesterday,")
    said, _ = anchored(parse_text, STATEMENT, "2015-10-02", one)
    assert said.said is not None
    assert said.said.edtf == "2015-10-01"


def test_yesterday_in_a_statement_is_counted_from_the_day_of_the_statement(parse_text: ParseText) -> None:
    one = attribution(STATEMENT, "the statement", "read", "Planes have hit the port since yesterday,")
    _, times = anchored(parse_text, STATEMENT, "2015-10-02", one)
    time = times["yesterday"]
    assert (time.edtf, time.anchor, time.anchored_on) == ("2015-09-30/..", "speech", "2015-10-01")


def test_a_day_beside_the_cue_is_the_day_of_speech(parse_text: ParseText) -> None:
    text = "“We were shelled last night,” the governor said on Wednesday."
    one = attribution(text, "the governor", "said", "We were shelled last night,")
    said, times = anchored(parse_text, text, "2015-10-02", one)
    assert said.said is not None
    assert said.said.edtf == "2015-09-30"
    assert times["last night"].value == "2015-09-29TNI"


def test_a_day_of_speaking_beside_the_source_is_the_day_of_speech(parse_text: ParseText) -> None:
    text = "Minister Ana Ruiz, speaking Thursday in Lima, defended the raids.\n“Tomorrow we will talk,” Ruiz said."
    one = attribution(text, "Ruiz", "said", "Tomorrow we will talk,")
    _, times = anchored(parse_text, text, "2015-10-03", one)
    assert times["Tomorrow"].edtf == "2015-10-02"


def test_words_outside_the_quotation_marks_are_counted_from_the_day_of_publication(parse_text: ParseText) -> None:
    text = "The mayor said on Wednesday that the town was calm yesterday but “ready for tomorrow”."
    content = "the town was calm yesterday but “ready for tomorrow”"
    _, times = anchored(parse_text, text, "2015-10-02", attribution(text, "The mayor", "said", content, "mixed"))
    assert (times["yesterday"].edtf, times["tomorrow"].edtf) == ("2015-10-01", "2015-10-01")


def test_without_a_day_of_speech_nothing_changes(parse_text: ParseText) -> None:
    text = "“We were shelled yesterday,” the governor said."
    said, times = anchored(
        parse_text, text, "2015-10-02", attribution(text, "the governor", "said", "We were shelled yesterday,")
    )
    assert said.said is None
    assert times["yesterday"].anchor == "published"


def test_without_a_publication_date_nothing_is_made_up(parse_text: ParseText) -> None:
    one = attribution(STATEMENT, "the statement", "read", "Planes have hit the port since yesterday,")
    said, times = anchored(parse_text, STATEMENT, None, one)
    assert said.said is None
    assert times["yesterday"].edtf is None
