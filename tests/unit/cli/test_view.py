"""The ledger on the terminal: what it shows, and how it adapts."""

import io

import msgspec
import pytest
from rich.console import Console

from sayso.cli.view import show
from sayso.cli.view.frame import THEME, page
from sayso.cli.view.lookups import show_places, show_times
from sayso.cli.view.phrases import who_to_whom
from sayso.model import (
    DateCandidate,
    Document,
    Ledger,
    Place,
    PlaceCandidate,
    Published,
    Run,
    Span,
    TimeExpression,
)


def shown(ledger: Ledger, width: int = 100, *, terminal: bool = False, encoding: str = "utf-8") -> str:
    """What is printed of a ledger."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace", write_through=True)
    console = Console(
        file=stream, width=width, theme=THEME, highlight=False, force_terminal=terminal, legacy_windows=False,
        color_system="truecolor" if terminal else None,
    )  # fmt: skip
    show(ledger, console)
    stream.seek(0)
    return stream.read()


def squeezed(words: str) -> str:
    return " ".join(words.split())


def with_published(ledger: Ledger, published: Published) -> Ledger:
    document = msgspec.structs.replace(ledger.document, published=published)
    return msgspec.structs.replace(ledger, document=document)


@pytest.mark.parametrize(
    "words",
    [
        "Market bombed in Arbin",
        "outlet Northern News Wire",
        "dateline ARBIN · Oct. 2 · NNW",
        "published 2015-10-02, as given",
        "language English",
        "5 claims · 4 voices besides the article's own · 5 actors · 1 dispute",
    ],
)
def test_the_head_tells_title_outlet_dateline_and_publication(ledger: Ledger, words: str) -> None:
    assert words in squeezed(shown(ledger))


@pytest.mark.parametrize(
    "words",
    [
        "Rebel commanders · said",
        "e1 ASSAULT aerial government jets → the covered market of Arbin",
        "● happened Arbin (Rif-dimashq, SY) · 2015-09-28 “Monday” · at least 12 killed, at least 24 injured (traders)",
        "Rebel commanders said Monday that government jets *bombed* the covered market of Arbin",
    ],
)
def test_a_claim_tells_who_says_what_who_to_whom_where_when_toll_and_words(ledger: Ledger, words: str) -> None:
    assert words in squeezed(shown(ledger, 120))


def test_a_pronoun_is_shown_with_whom_it_means(ledger: Ledger) -> None:
    assert "they (government jets)" in shown(ledger)


def test_a_voice_within_a_voice_is_shown_as_a_chain(ledger: Ledger) -> None:
    assert "spokesman Col. Adam Rahal · said › the mayor · reported" in shown(ledger)


def test_the_articles_own_voice_is_named(ledger: Ledger) -> None:
    assert "The article itself" in shown(ledger)


def test_what_was_inferred_is_marked(ledger: Ledger) -> None:
    assert "[inferred: where, when]" in shown(ledger)


def test_what_was_inferred_is_lighter_than_what_was_read(ledger: Ledger) -> None:
    claim = next(one for one in ledger.claims if "time" in one.inferred and one.event.agent)
    doer = who_to_whom(claim, ledger, "→")
    assert all(span.style != "quiet" or span.start > 0 for span in doer.spans)
    guessed = who_to_whom(msgspec.structs.replace(claim, inferred=("agent",)), ledger, "→")
    assert any(span.style == "quiet" and span.start == 0 for span in guessed.spans)


def test_a_claim_without_participants_says_so(ledger: Ledger) -> None:
    assert "nobody is named" in shown(ledger)


def test_claims_are_in_the_order_of_the_text(ledger: Ledger) -> None:
    numbers = [
        line.split()[0]
        for line in shown(ledger).split("Actors")[0].splitlines()
        if line[:1] == "e" and line[1:2].isdigit()
    ]
    assert numbers == ["e1", "e2", "e3", "e4", "e5"]


def test_the_dateline_is_no_part_of_the_words(ledger: Ledger) -> None:
    assert "(NNW) — Rebel" not in shown(ledger)


@pytest.mark.parametrize(
    "words",
    [
        "government jets military, SY · also its aircraft · of The Defence Ministry",
        "Northern Front armed group · also the Front · members: Rebel commanders",
    ],
)
def test_actors_are_told_with_aliases_members_and_affiliation(ledger: Ledger, words: str) -> None:
    assert words in squeezed(shown(ledger))


def test_a_dispute_shows_both_sides(ledger: Ledger) -> None:
    disputes = squeezed(shown(ledger, 120).split("Disputes")[1])
    assert "occurrence e1 Rebel commanders · said · ● happened" in disputes
    assert "e2 The Defence Ministry · denied · ✗ denied" in disputes
    assert "one denies the other" in disputes


def test_what_was_left_out_is_listed_with_the_reason(ledger: Ledger) -> None:
    assert "navigation Share this article" in squeezed(shown(ledger).split("Left out")[1])


def test_an_unknown_date_says_how_to_give_one(ledger: Ledger) -> None:
    assert "published not known; relative dates stay relative (give it with --date)" in squeezed(
        shown(with_published(ledger, Published()))
    )


def test_an_inferred_date_shows_its_candidates_with_reasons(ledger: Ledger) -> None:
    candidates = (
        DateCandidate("2015-10-02", 0.7, "the text names Friday"),
        DateCandidate("2009-10-02", 0.3, "a Friday too"),
    )
    text = squeezed(shown(with_published(ledger, Published("[2009-10-02,2015-10-02]", "inferred", candidates))))
    assert "published not certain, 2 candidates inferred from the text (give the day with --date)" in text
    assert "2015-10-02 70% the text names Friday 2009-10-02 30% a Friday too" in text


def test_a_date_printed_on_the_page_says_so(ledger: Ledger) -> None:
    assert "published 2015-10-02, as printed" in squeezed(
        shown(with_published(ledger, Published("2015-10-02", "read")))
    )


def test_a_text_in_another_language_is_said_to_be_in_it_and_not_guessed_at() -> None:
    ledger = Ledger(Document("d", "Le port a été fermé.", "0" * 64, language="fr"), Run("0", "p", "s"))
    text = squeezed(shown(ledger))
    assert "The text is in French. sayso reads English; no claims were read." in text
    assert "No event of the codebook" not in text


def test_an_article_without_events_says_so() -> None:
    ledger = Ledger(Document("d", "It rained all day.", "0" * 64, language="en"), Run("0", "p", "s"))
    assert "No event of the codebook is reported." in shown(ledger)


def test_an_empty_text_can_be_shown() -> None:
    assert "(an empty text)" in shown(Ledger(Document("d", "", "0" * 64), Run("0", "p", "s")))


@pytest.mark.parametrize("width", [40, 80, 100, 120, 160, 200])
def test_no_line_is_wider_than_the_page(ledger: Ledger, width: int) -> None:
    assert max(len(line) for line in shown(ledger, width).splitlines()) <= width


def test_a_wide_page_has_the_words_beside_the_claim(ledger: Ledger) -> None:
    line = next(line for line in shown(ledger, 160).splitlines() if line.startswith("e2"))
    assert "The Defence Ministry denied" in line


def test_a_pipe_gets_no_escapes_and_no_trailing_spaces(ledger: Ledger) -> None:
    text = shown(ledger)
    assert "\x1b" not in text
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_a_terminal_gets_the_trigger_in_style_and_factuality_in_colour(ledger: Ledger) -> None:
    text = shown(ledger, terminal=True)
    assert "\x1b[1;4mbombed" in text
    assert "\x1b[31m✗ denied" in text
    assert "*bombed*" not in text


def test_an_old_encoding_gets_marks_that_it_has(ledger: Ledger) -> None:
    text = shown(ledger, encoding="ascii")
    assert "+ happened" in text
    assert "government jets -> the covered market" in text


def test_markup_in_a_text_is_shown_and_not_obeyed(ledger: Ledger) -> None:
    document = msgspec.structs.replace(ledger.document, title="[red]Market[/red] [bold")
    assert "[red]Market[/red] [bold" in shown(msgspec.structs.replace(ledger, document=document))


def test_control_characters_of_a_text_do_not_reach_the_terminal(ledger: Ledger) -> None:
    document = msgspec.structs.replace(ledger.document, title="Market\x1b[2J bombed\x07")
    assert "\x1b[2J" not in shown(msgspec.structs.replace(ledger, document=document), terminal=True)


def test_the_page_is_never_wider_than_the_eye_can_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    assert page().width == 160


def test_places_are_shown_with_what_speaks_for_them() -> None:
    tripoli = Place("Tripoli", "city", "town", 2210247, 32.88, 13.19, "LY", "Tripoli District", 1_150_989)
    stream = io.StringIO()
    show_places([PlaceCandidate(tripoli, 0.7, "capital")], Console(file=stream, width=120, theme=THEME))
    assert "Tripoli city Tripoli District, LY 32.88, 13.19 1,150,989 0.70 capital" in squeezed(stream.getvalue())


def test_times_are_shown_with_the_day_they_were_counted_from() -> None:
    stream = io.StringIO()
    times = [
        TimeExpression(Span(0, 9), "DATE", "2015-10-01", "2015-10-01", "published", "2015-10-02"),
        TimeExpression(Span(10, 16), "DATE", "XXXX-WXX-5"),
    ]
    show_times("yesterday Friday", times, Console(file=stream, width=140, theme=THEME))
    assert "yesterday DATE 2015-10-01 2015-10-01 2015-10-02" in squeezed(stream.getvalue())
    assert "Friday DATE XXXX-WXX-5 no date without a day to count from (--on)" in squeezed(stream.getvalue())


def without(ledger: Ledger, *claims: str) -> Ledger:
    """The ledger without some of its claims, and without disputes."""
    kept = tuple(claim for claim in ledger.claims if claim.id not in claims)
    return msgspec.structs.replace(ledger, claims=kept, disputes=())


def test_who_speaks_of_no_event_is_shown_with_the_words(ledger: Ledger) -> None:
    said = squeezed(shown(without(ledger, "e2"), 120).split("Also said")[1].split("Actors")[0])
    assert said.endswith("The Defence Ministry · denied its aircraft")


def test_words_that_were_quoted_whole_are_shown_in_quotation_marks(ledger: Ledger) -> None:
    quoted = msgspec.structs.replace(ledger.attributions[1], kind="direct")
    one = msgspec.structs.replace(without(ledger, "e2"), attributions=(ledger.attributions[0], quoted))
    assert "“its aircraft”" in shown(one).split("Also said")[1]


def test_where_every_voice_holds_a_claim_nothing_is_said_besides(ledger: Ledger) -> None:
    assert "Also said" not in shown(ledger)


def test_an_act_of_speech_that_is_a_claim_itself_is_not_said_again(ledger: Ledger) -> None:
    denial = msgspec.structs.replace(ledger.claims[1].event, trigger=ledger.attributions[1].cue[0])
    claim = msgspec.structs.replace(ledger.claims[1], event=denial, holder=None)
    one = msgspec.structs.replace(without(ledger, "e2"), claims=(*without(ledger, "e2").claims, claim))
    assert "Also said" not in shown(one)


def test_the_busiest_actor_comes_first_and_those_who_do_nothing_are_counted(ledger: Ledger) -> None:
    heading, first = shown(without(ledger, "e3", "e4")).split("Actors")[1].splitlines()[:2]
    assert "and 1 other who is only named" in heading
    assert first.startswith("government jets")


def test_where_every_actor_does_something_none_is_counted(ledger: Ledger) -> None:
    assert "only named" not in shown(ledger)
