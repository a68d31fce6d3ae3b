"""What is left out of a text because it is no part of the report."""

import tomllib
from importlib import resources
from itertools import pairwise

import pytest

from sayso.model import Document
from sayso.reading import document_of
from sayso.resources.wire import conventions

REPORT = (
    "Two ships collided near the harbour on Friday, and the port authority closed it to all traffic for a day.\n"
    "“We have found both captains,” a spokesman said. Nobody was hurt, according to the port authority.\n"
)
RULES = tomllib.loads(resources.files("sayso.resources.wire").joinpath("furniture.toml").read_text(encoding="utf-8"))
CASES = [(where, rule) for where, rules in RULES.items() for rule in rules]


def left_out(document: Document) -> list[tuple[str, str]]:
    """Why and which words were left out."""
    return [(left.why, left.span.words(document.text)) for left in document.left_out]


@pytest.mark.parametrize(("where", "rule"), CASES, ids=[rule["example"][:30] for _, rule in CASES])
def test_every_rule_leaves_its_own_example_out(where: str, rule: dict[str, str]) -> None:
    example, words = rule["example"], rule.get("words", rule["example"])
    text = {
        "line": f"{REPORT}{example}\n",
        "end": f"{REPORT.rstrip()} {example}",
        "start": f"October 2, 2015 {example} {REPORT}",
        "inline": REPORT.replace("hurt,", f"hurt {example},"),
    }[where]
    document = document_of(text)
    assert any(left.why == rule["why"] and words in left.span.words(text) for left in document.left_out)
    assert not any("captains" in left.span.words(text) for left in document.left_out)


@pytest.mark.parametrize(
    "sentence",
    [
        "The video shows rebels firing at the port.",
        "Images of the wreck were published by the port authority.",
        "Photos seen by the agency: burnt cranes, sunken boats and a broken wall.",
        "By Monday, the army had taken the port, residents said.",
        "By Friday night the port had fallen.",
        "Research by the institute has found that the port was shelled 12 times.",
        "Produced by a rebel channel, the film shows the attack.",
        "Source: an officer who saw the attack said that six men had died.",
        "Follow-up attacks on the port killed two.",
        "Comments by the minister angered the rebels.",
        "He shared the letter with the press.",
        "Share prices fell after the attack.",
        "The report was written by three officers, the ministry said.",
        "Read the letter, he told them.",
        "Live fire was used against the marchers.",
        "Home fires were lit, and the village burned.",
        "Related charges were dropped on Friday.",
        "In all 12 related cases were heard.",
        "Related news of the raid spread fast.",
        "Subscribers of the paper were attacked in the street, and two were killed by the mob before the police came.",
        "Updated figures put the toll at 12.",
        "The story was first published by a newspaper that the army had banned in May, and it named three officers.",
        "Copyright law was changed in May.",
        "“Leave,” the soldiers shouted.",
        "It was reported that 12 died.",
        "Police arrested 12",
    ],
)
@pytest.mark.parametrize("where", ["first", "last", "middle"])
def test_a_sentence_of_the_report_is_never_left_out(sentence: str, where: str) -> None:
    lines = REPORT.splitlines()
    lines.insert({"first": 0, "middle": 1, "last": 2}[where], sentence)
    document = document_of("\n".join(lines))
    assert [words for why, words in left_out(document) if why != "headline"] == []


def test_a_sentence_of_the_report_is_never_left_out_at_the_end_of_a_paragraph() -> None:
    text = "Two ships collided, the port said. Source: the port. He gave the number of the dead as 12."
    assert left_out(document_of(text)) == []


def test_a_headline_that_the_caller_gave_is_left_out() -> None:
    text = f"Two Ships Collide Near Harbour\n\n{REPORT}"
    assert left_out(document_of(text, title="Two ships collide near harbour | Northern News")) == [
        ("headline", "Two Ships Collide Near Harbour")
    ]


def test_a_headline_on_the_line_of_the_report_is_left_out() -> None:
    text = "Fri Oct 2 2015 Two Ships Collide Near Harbour. Two ships collided on Friday, officials of the port said."
    assert left_out(document_of(text, title="Two Ships Collide Near Harbour")) == [
        ("headline", "Two Ships Collide Near Harbour.")
    ]


def test_a_first_sentence_that_starts_like_the_headline_stays() -> None:
    text = "Two ships collide near harbour in the night, and the port authority closes it to all traffic for a day."
    assert left_out(document_of(text, title="Two ships collide near harbour")) == []


def test_a_first_sentence_that_goes_on_with_a_weekday_stays() -> None:
    text = "Rebels shell the northern harbour Monday, residents of three villages around it said by telephone."
    assert left_out(document_of(text, title="Rebels shell the northern harbour")) == []


def test_a_headline_that_nobody_gave_is_known_by_its_form() -> None:
    assert left_out(document_of(f"Two ships collide near harbour\n\n{REPORT}")) == [
        ("headline", "Two ships collide near harbour")
    ]


def test_hard_line_breaks_make_no_headline() -> None:
    text = (
        "Two ships collided near the harbour\non Friday, and the port authority closed\nit to all traffic for a day.\n"
    )
    assert left_out(document_of(text)) == []


def test_lists_of_sources_and_links_are_left_out_to_the_end() -> None:
    lists = "Related news\n“Ship sinks” — Northern News, October 1, 2019\nSources\nA. Miller. “Two ships collide” — Example Post"
    document = document_of(f"{REPORT}\n{lists}\n")
    assert left_out(document) == [("navigation", lists)]


def test_a_byline_repeated_at_the_end_is_left_out() -> None:
    text = "Posted on July 12 2016 by Jane Miller Two ships collided on Friday. Nobody was hurt, the port said. Jane Miller"
    assert ("credit", "Jane Miller") in left_out(document_of(text))


def test_furniture_is_found_between_paragraphs() -> None:
    text = REPORT.replace("day.\n", "day.\nRead more: Ship sinks in storm\nAdvertisement\nPhoto: Jane Miller/AFP\n")
    assert left_out(document_of(text)) == [
        ("navigation", "Read more: Ship sinks in storm"),
        ("navigation", "Advertisement"),
        ("credit", "Photo: Jane Miller/AFP"),
    ]


def test_stretches_are_in_order_and_never_overlap() -> None:
    text = f"Two ships collide\nBy Jane Miller\n{REPORT}(Photo: A. Said) (Reuters)\nShare\n"
    spans = [left.span for left in document_of(text).left_out]
    assert spans == sorted(spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


def test_a_text_of_one_line_is_never_left_out_as_a_whole() -> None:
    assert left_out(document_of("Read more")) == []


def test_the_conventions_are_opened_once() -> None:
    assert conventions() is conventions()


PARAGRAPH = "The harbour was closed on Monday after soldiers of the Northern Front had taken the road to the town."


@pytest.mark.parametrize("heading", ["Race against time", "PUBLIC INTEREST", "Who is Ana Moreno?", "Talks, then war"])
def test_a_heading_between_paragraphs_is_left_out(heading: str) -> None:
    text = f"{PARAGRAPH}\n\n{heading}\n\n{PARAGRAPH}"
    assert [heading] == [left.span.words(text) for left in document_of(text).left_out]


@pytest.mark.parametrize(
    "line", ["The mayor fled.", "But is he safe?", "and then left", "The list is at www.example.org", "He said:"]
)
def test_a_short_sentence_between_paragraphs_stays(line: str) -> None:
    text = f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}"
    assert () == document_of(text).left_out


def test_items_of_a_list_are_no_headings() -> None:
    text = f"{PARAGRAPH}\n\nHarbour workers\nBakers\n\n{PARAGRAPH}"
    assert () == document_of(text).left_out


@pytest.mark.parametrize(
    ("summary", "opening"),
    [
        ("Two ships were sunk near the harbour, a monitor said.", "At least two ships were sunk on Friday."),
        ("Northern rebels took the harbour.", "Northern rebels took the harbour on Friday, a monitor said."),
    ],
)
def test_tags_after_a_summary_are_left_out(summary: str, opening: str) -> None:
    text = f"{summary} Tags Harbour Northern Front al-Sahil {opening} Nobody else was hurt, the port authority said."
    assert ("navigation", "Tags Harbour Northern Front al-Sahil") in left_out(document_of(text))


def test_tags_whose_end_cannot_be_told_stay() -> None:
    text = (
        "Two ships were sunk near the harbour. Tags Harbour Northern Front rebels sank them, the port authority said."
    )
    assert left_out(document_of(text)) == []
