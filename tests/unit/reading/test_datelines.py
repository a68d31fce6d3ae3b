"""Datelines of wire copy."""

import pytest

from sayso.model import Document
from sayso.reading import document_of

REPORT = "The harbour was closed on Friday after two ships collided, the port authority said."


def parts(document: Document) -> tuple[str | None, str | None, str | None]:
    """The place, date and agency of a dateline, as words."""
    line = document.dateline
    if line is None:
        return None, None, None
    return tuple(None if span is None else span.words(document.text) for span in (line.place, line.date, line.agency))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("WASHINGTON, Oct. 2 (UPI) — ", ("WASHINGTON", "Oct. 2", "UPI")),
        ("BEIRUT (AP) - ", ("BEIRUT", None, "AP")),
        ("Damascus, SANA - ", ("Damascus", None, "SANA")),
        ("Damascus, SANA- ", ("Damascus", None, "SANA")),
        ("GENEVA — ", ("GENEVA", None, None)),
        ("KABUL, 3 May 2016 (AFP) – ", ("KABUL", "3 May 2016", "AFP")),
        ("(Reuters) - ", (None, None, "Reuters")),
        ("BAGHDAD, Iraq (CNN) -- ", ("BAGHDAD, Iraq", None, "CNN")),
        ("London, Oct 2, IRNA – ", ("London", "Oct 2", "IRNA")),
        ("MOSCOW, October 2. /TASS/. ", ("MOSCOW", "October 2", "TASS")),
        ("BEIJING, Oct. 2 (Xinhua) -- ", ("BEIJING", "Oct. 2", "Xinhua")),
        ("DAKAR, Senegal, Jul 25 2022 (IPS) - ", ("DAKAR, Senegal", "Jul 25 2022", "IPS")),
        ("GENEVA/NEW YORK (Reuters) - ", ("GENEVA/NEW YORK", None, "Reuters")),
        ("Cape Town - ", ("Cape Town", None, None)),
        ("Srinagar- ", ("Srinagar", None, None)),
        ("Doha: ", ("Doha", None, None)),
        ("CAIRO – 26 July 2022: ", ("CAIRO", "26 July 2022", None)),
        ("New York (November 25, 2021): ", ("New York", "November 25, 2021", None)),
        ("ISLAMABAD, Mar 03: ", ("ISLAMABAD", "Mar 03", None)),
        ("MOSCOW (Sputnik) ", ("MOSCOW", None, "Sputnik")),
        ("BEIRUT ", ("BEIRUT", None, None)),
        ("(Northern Press) ", (None, None, "Northern Press")),
        ("SENNAR, Blue Nile--", ("SENNAR, Blue Nile", None, None)),
        ("afrol News, 23 April - ", (None, "23 April", "afrol News")),
    ],
)
def test_a_dateline_is_read_in_every_agencys_style(opening: str, expected: tuple[str | None, ...]) -> None:
    assert parts(document_of(opening + REPORT)) == expected


def test_the_dateline_covers_the_whole_opening_up_to_the_reports_own_words() -> None:
    document = document_of("GENEVA, Oct. 2 (UPI) — " + REPORT)
    assert document.dateline is not None
    assert document.dateline.span.words(document.text) == "GENEVA, Oct. 2 (UPI) —"


@pytest.mark.parametrize(
    "sentence",
    [
        "NATO - which has members on two continents - met on Friday to talk about the harbour and its two wrecks.",
        "(L-R) Ana Moreno, Omar Reza and a third minister opened the harbour on Friday, the port authority said.",
        "Amnesty International – the rights group – said on Friday that the harbour must be opened to all ships.",
        "EXCLUSIVE: The harbour was closed on Friday after two ships collided, officials of the port said.",
        "Warren: The harbour was closed on Friday after two ships collided near its mouth.",
        "Paris, October 2, was quiet after a night of protests, police said on their web page.",
        "On Oct. 2 (a Friday) — the harbour was closed after two ships collided, the port authority said.",
        "SOCIAL activist Jane Miller was freed on Friday after a night in prison, her lawyer said.",
        "The harbour – closed since Friday – will open again soon, the port authority said on Monday.",
    ],
)
def test_a_sentence_with_a_dash_or_colon_is_no_dateline(sentence: str) -> None:
    assert document_of(sentence).dateline is None


def test_a_dateline_is_found_below_headline_and_byline() -> None:
    text = f"Harbour closed after collision of two ships\nBy Jane Miller\nHAVANA, Oct. 2 (UPI) — {REPORT}\n"
    document = document_of(text, title="Harbour closed after collision of two ships")
    assert parts(document) == ("HAVANA", "Oct. 2", "UPI")
    assert [left.why for left in document.left_out] == ["headline", "credit"]


def test_a_date_line_of_its_own_is_the_dateline() -> None:
    assert parts(document_of(f"Wednesday, October 2, 2019\n\n{REPORT}")) == (None, "Wednesday, October 2, 2019", None)


def test_a_sentence_that_starts_with_a_date_is_not_a_date_line() -> None:
    assert (
        document_of("October 2, 2019, was the day on which the harbour closed, the port authority said.").dateline
        is None
    )


def test_a_printed_date_and_a_later_dateline_are_one() -> None:
    text = "02.10.2017 Get short URL 191 Two ships collided on Monday. MOSCOW (Sputnik) Two ships collided near the harbour."
    assert parts(document_of(text)) == ("MOSCOW", "02.10.2017", "Sputnik")
