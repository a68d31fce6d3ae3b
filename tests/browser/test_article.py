"""The article: its words and cards light each other, and every field is judged in place."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit


@pytest.fixture
def article(visit: Visit, ids: dict[str, str]) -> Page:
    return visit(f"/documents/{ids['document']}")


def test_pointing_at_a_card_lights_its_words_and_the_other_way_round(article: Page) -> None:
    card = article.locator("li.card").filter(has_text="Abu Khaled").first
    card.hover()
    expect(article.locator("a.struck")).to_have_text("hit")
    article.locator("a.trigger", has_text="struck").first.hover()
    expect(article.locator("li.card.lit")).not_to_have_count(0)
    expect(card).not_to_have_class(re.compile(r"\blit\b"))


def test_focus_lights_as_pointing_does(article: Page) -> None:
    article.locator("a.trigger", has_text="advancing").focus()
    expect(article.locator("li.card.lit")).to_have_count(1)


def test_a_field_of_a_card_lights_the_words_it_was_read_from(article: Page) -> None:
    article.locator("li.card").filter(has_text="Abu Khaled").first.locator("a.head").click()
    article.get_by_role("group", name="Judge who", exact=True).hover()
    expect(article.locator(".pointed")).to_have_text("The planes")


def test_the_whole_text_stands_there_once_under_all_its_layers(article: Page, ids: dict[str, str]) -> None:
    origin = article.evaluate("location.origin")
    text = article.request.get(f"{origin}/api/v1/documents/{ids['document']}/reading").json()["text"]
    shown = article.locator("article.text").evaluate("node => node.textContent")
    assert re.sub(r"\s", "", text) == re.sub(r"\s", "", shown)


def test_j_and_k_go_from_claim_to_claim_and_the_address_tells_which(article: Page) -> None:
    article.keyboard.press("j")
    expect(article.locator("li.card.open")).to_have_count(1)
    first = article.locator("li.card.open").get_attribute("id")
    article.keyboard.press("j")
    expect(article.locator("li.card.open")).not_to_have_id(first or "")
    article.keyboard.press("k")
    expect(article.locator("li.card.open")).to_have_id(first or "")
    assert (first or "").removeprefix("card-") in article.url


def test_layers_can_be_taken_off(article: Page) -> None:
    expect(article.locator(".piece.source")).not_to_have_count(0)
    article.get_by_role("checkbox", name="who says so").uncheck()
    expect(article.locator(".piece.source")).to_have_count(0)


def test_only_what_one_of_them_says_can_be_shown(article: Page) -> None:
    cards = article.locator("li.card")
    everything = cards.count()
    article.get_by_role("group", name="Show only what one of them says").get_by_role("button").first.click()
    expect(cards).not_to_have_count(everything)
    assert 0 < cards.count() < everything


def test_a_claim_is_accepted_and_a_field_corrected_and_both_are_kept(own: Visit, ids: dict[str, str]) -> None:
    path = f"/documents/{ids['document']}?claim={ids['claim']}"
    page = own(path)
    page.keyboard.press("a")
    expect(page.locator("li.card.open .whole [aria-pressed=true]")).to_contain_text("Accept")
    page.get_by_role("button", name="Correct told as").click()
    page.get_by_label("What is right (told as)").select_option("possible")
    page.get_by_label("Why (may stay empty)").fill("the words leave it open")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("li.card.open .label.correct")).to_contain_text("possible")
    page = own(path)
    expect(page.locator("li.card.open .label.correct")).to_contain_text("possible")
    expect(page.locator("li.card.open .whole [aria-pressed=true]")).to_contain_text("Accept")


def test_what_was_judged_is_taken_back_by_a_key(own: Visit, ids: dict[str, str]) -> None:
    page = own(f"/documents/{ids['document']}?claim={ids['claim']}")
    page.keyboard.press("x")
    expect(page.locator("li.card.open .whole [aria-pressed=true]")).to_contain_text("Reject")
    page.keyboard.press("u")
    expect(page.locator("li.card.open .whole [aria-pressed=true]")).to_have_count(0)


def test_a_document_that_is_not_there_is_told_so(visit: Visit) -> None:
    page = visit("/documents/00000000aaaa")
    expect(page.get_by_role("alert")).to_contain_text("00000000aaaa")
