"""Bad input, through the whole pipeline: a clear message or an honest ledger, and the rest of the run survives."""

import json
from collections.abc import Callable

import pytest

from sayso.errors import TextTooLong
from sayso.model import Ledger, Span
from sayso.pipeline import Pipeline
from sayso.reading import document_of
from sayso.running import annotate

Reader = Callable[..., Ledger]
SENTENCE = "Rebels shelled the market of Arbin on Monday, killing five traders, residents said. "


def spans_of(ledger: Ledger) -> list[Span]:
    """Every span that a ledger holds."""
    found = [left.span for left in ledger.document.left_out]
    found += [mention.span for mention in ledger.cast.mentions]
    found += [place.span for place in ledger.places] + [time.span for time in ledger.times]
    for one in ledger.attributions:
        found += [*one.source, *one.cue, *one.content]
    for claim in ledger.claims:
        found += [claim.event.trigger, *claim.event.agent, *claim.event.patient, *claim.event.instrument]
    return found


ODD = {
    "empty": "",
    "white space": " \n\t\n",
    "one word": "Rebels",
    "no letters": "12, 13; 14!",
    "control characters": SENTENCE.replace(" ", "\x07 \x00"),
    "lone surrogate": SENTENCE + "\ud800",
    "opening quotation mark without an end": "“Rebels shelled the market, he said. " + SENTENCE * 3,
    "closing quotation mark without a start": SENTENCE + "They left.” " + SENTENCE,
    "three straight quotation marks": f'"{SENTENCE}" "{SENTENCE}',
    "nothing but quotation marks": '"' * 501,
    "nothing but brackets": "((((" * 300,
    "nothing but capitals": SENTENCE.upper() * 3,
    "nothing but dashes": "— " * 300,
    "one long word": "a" * 30_000,
    "one paragraph of 50,000 characters": (SENTENCE * 600)[:50_000],
    "50,000 characters without a full stop": ("rebels shelled the market and " * 1_700)[:50_000],
    "a thousand line breaks": "\n".join(["Rebels fled."] * 1_000),
    "right to left": SENTENCE + "\u202e\u2067قال\u2069",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_no_text_is_too_odd_to_read(read: Reader, text: str) -> None:
    ledger = read(text, "2015-10-02")
    assert ledger.document.text == text
    assert [span for span in spans_of(ledger) if span.end > len(text)] == []


def test_unbalanced_quotation_marks_do_not_hide_the_rest(read: Reader) -> None:
    ledger = read("“They will not come back, he said.\nRebels shelled the market on Monday.\n", "2015-10-02")
    assert "shelled" in {claim.event.trigger.words(ledger.document.text) for claim in ledger.claims}


def test_a_paragraph_of_50000_characters_is_read_to_its_end(read: Reader) -> None:
    text = (SENTENCE * 600)[:50_000]
    assert max(claim.event.trigger.start for claim in read(text, "2015-10-02").claims) > 49_000


def test_a_text_in_another_language_is_said_to_be_and_not_guessed_at(read: Reader) -> None:
    ledger = read(
        "Les rebelles ont bombardé le marché lundi, tuant cinq commerçants, ont déclaré les habitants de la ville."
    )
    assert ledger.document.language == "fr"
    assert ledger.claims == ()


def test_a_text_over_the_limit_is_refused(pipeline: Pipeline) -> None:
    with pytest.raises(TextTooLong, match="split it into articles"):
        pipeline.read(document_of("A word. " * 2_500_000))


def test_a_run_survives_every_kind_of_bad_line(pipeline: Pipeline) -> None:
    good = json.dumps({"doc": "good", "text": SENTENCE, "date": "2015-10-02"}).encode()
    lines = [good] * 12
    lines[1] = json.dumps({"doc": "empty", "text": ""}).encode()
    lines[3] = json.dumps({"doc": "long", "text": "A word. " * 2_500_000}).encode()
    lines[6] = good[:-5]
    lines[8] = json.dumps({"doc": "date", "text": SENTENCE, "date": "02/10/2015"}).encode()
    lines[9] = b"\x00\x01\x02"
    found = [json.loads(line) for line in annotate(lines, pipeline.settings, 1, lambda _: pipeline.read)]
    assert [(i, one["doc"], one["problem"]["where"]) for i, one in enumerate(found) if "problem" in one] == [
        (3, "long", "line 4"), (6, None, "line 7"), (8, "date", "line 9"), (9, None, "line 10"),
    ]  # fmt: skip
    assert len({json.dumps(one) for one in found if one["doc"] == "good"}) == 1
