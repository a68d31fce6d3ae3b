"""The page of an incident: accounts side by side, the words behind each cell, and judgements with their way back."""

import re

from playwright.sync_api import Locator, Page, expect

from browser.conftest import Visit, settled


def matrix(page: Page) -> Locator:
    return page.get_by_role("grid", name="Accounts side by side")


def told_by_most(visit: Visit) -> Page:
    """The page of the incident that most documents tell."""
    page = visit("/incidents?order=documents")
    page.locator("[data-row='0'] a.open").click()
    page.wait_for_url("**/incidents/*")
    settled(page)
    return page


def claims_of(page: Page) -> int:
    """How many claims the head of the page tells."""
    found = re.search(r"(\d+) claims?", page.locator("main dl").first.inner_text())
    assert found is not None
    return int(found[1])


def test_a_cell_opens_its_words_in_context_and_leads_to_the_article(visit: Visit, ids: dict[str, str]) -> None:
    page = visit(f"/incidents/{ids['incident']}")
    cell = matrix(page).get_by_role("button", name=re.compile("Opens the quotation")).first
    value = cell.locator(".value").inner_text()
    cell.click()
    dialogue = page.get_by_role("dialog")
    expect(dialogue.locator("strong").first).to_have_text(value)
    expect(dialogue.locator("blockquote mark").first).not_to_be_empty()
    dialogue.get_by_role("link", name="Read in the article").first.click()
    page.wait_for_url("**/documents/*?claim=*")


def test_keys_walk_through_the_matrix_and_come_back_from_a_quotation(visit: Visit, ids: dict[str, str]) -> None:
    page = visit(f"/incidents/{ids['incident']}")
    cells = matrix(page).locator("tbody [data-cell]")
    cells.first.focus()
    page.keyboard.press("ArrowRight")
    expect(matrix(page).locator("[data-cell='0 1']")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    expect(matrix(page).locator("[data-cell='1 0']")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(matrix(page).locator("[data-cell='1 0']")).to_be_focused()


def test_every_reading_is_told_by_a_word_and_not_by_colour_alone(visit: Visit, ids: dict[str, str]) -> None:
    page = visit(f"/incidents/{ids['incident']}")
    words = {text.split(maxsplit=1)[1] for text in matrix(page).locator(".reading").all_inner_texts()}
    assert words <= {"agrees", "only one", "less precise", "updates", "differs", "contradicts", "denies"}
    assert words & {"differs", "contradicts", "denies"}


def test_the_policy_goes_into_the_address_and_into_the_row_that_is_boiled_down(
    visit: Visit, ids: dict[str, str]
) -> None:
    page = visit(f"/incidents/{ids['incident']}")
    row = matrix(page).get_by_role("row", name=re.compile("^Boiled down"))
    expect(row).to_contain_text("Conservative")
    page.get_by_role("radio", name="Informative").check()
    page.wait_for_url("**policy=informative")
    expect(row).to_contain_text("Informative")
    page.keyboard.press("p")
    page.wait_for_url("**policy=representative")


def test_two_incidents_are_merged_with_a_reason_and_parted_again(own: Visit) -> None:
    page = told_by_most(own)
    before = claims_of(page)
    here = page.url.rsplit("/", 1)[1].split("?")[0]
    answer = page.request.get(f"{page.url.split('/incidents')[0]}/api/v1/incidents?limit=100").json()["items"]
    other = next(one for one in answer if one["id"] != here)
    page.keyboard.press("m")
    dialogue = page.get_by_role("dialog")
    dialogue.get_by_label("Id of an incident").fill(other["id"])
    dialogue.get_by_label("Reason").fill("Both tell of the same night.")
    dialogue.get_by_role("button", name="Merge").click()
    expect(page.locator("main dl").first).to_contain_text(f"{before + other['claims']} claims")
    history = page.get_by_role("region", name="Judgements")
    expect(history).to_contain_text("Both tell of the same night.")
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator("main dl").first).to_contain_text(re.compile(rf"\b{before} claims?"))


def test_chosen_claims_are_split_off_and_brought_back(own: Visit) -> None:
    page = told_by_most(own)
    before = claims_of(page)
    page.get_by_role("checkbox", name=re.compile("^Choose:")).first.check()
    page.keyboard.press("s")
    page.get_by_role("dialog").get_by_role("button", name="Split off").click()
    expect(page.locator("main dl").first).to_contain_text(re.compile(rf"\b{before - 1} claims?"))
    page.keyboard.press("u")
    expect(page.locator("main dl").first).to_contain_text(re.compile(rf"\b{before} claims?"))


def test_the_chronology_has_two_lanes_and_says_the_same_as_a_table(visit: Visit, ids: dict[str, str]) -> None:
    page = visit(f"/incidents/{ids['incident']}")
    drawing = page.get_by_role("img", name=re.compile("^Two lanes"))
    expect(drawing.locator("text.lane")).to_have_text(["happened", "said"])
    lines = page.get_by_role("group", name="Chronology").locator("tbody tr")
    assert lines.count() == claims_of(page)


def test_incidents_are_listed_with_ranges_origins_and_contested_fields(visit: Visit) -> None:
    page = visit("/incidents?disputed=true&order=killed")
    row = page.locator("[role=row].data").first
    expect(row.locator(".chip").first).to_be_visible()
    expect(page.get_by_role("columnheader", name="Killed, low–high")).to_have_attribute("aria-sort", "descending")
    page.get_by_label("Country").fill("zz")
    page.keyboard.press("Tab")
    page.wait_for_url("**country=ZZ*")
    expect(page.locator("p.foot")).to_have_text("Nothing matches.")


def test_disputes_set_two_claims_against_each_other(visit: Visit) -> None:
    page = visit("/disputes")
    first = page.locator("main li").first
    expect(first.locator("article")).to_have_count(2)
    field = first.locator(".chip").first.inner_text()
    page.get_by_label("Field").select_option("toll")
    page.wait_for_url("**field=toll")
    settled(page)
    assert field
    # the list of before may stand for a moment
    expect(page.locator("main li .how .chip").filter(has_not_text="toll")).to_have_count(0)
