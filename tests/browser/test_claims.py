"""The table of claims: filters live in the address, rows are read by keys, and what is shown leaves as CSV."""

import csv
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from browser.conftest import Visit, settled


def rows(page: Page, before: int | None = None) -> int:
    """How many rows there are, of which only those in view are drawn. before: how many there were, which has to change."""
    foot = page.locator("p.foot")
    if before is not None:
        expect(foot).not_to_have_text(re.compile(rf"^\s*{before:,}\b"))
    expect(foot).to_have_text(re.compile(r"^\s*\d"))
    found = re.match(r"[\d,]+", foot.inner_text())
    assert found is not None
    return int(found[0].replace(",", ""))


def test_a_facet_narrows_the_table_and_goes_into_the_address(visit: Visit) -> None:
    page = visit("/claims")
    everything = rows(page)
    page.get_by_role("checkbox", name=re.compile("^denied")).check()
    page.wait_for_url("**/claims?factuality=denied")
    settled(page)
    assert 0 < rows(page, everything) < everything
    expect(page.locator("[role=row].data").first).to_contain_text("denied")


def test_an_address_with_filters_opens_as_it_was_sent_and_a_chip_takes_one_away(visit: Visit) -> None:
    page = visit("/claims?type=ASSAULT&factuality=denied")
    narrow = rows(page)
    page.get_by_role("button", name=re.compile("Remove what")).click()
    page.wait_for_url("**/claims?factuality=denied")
    settled(page)
    assert narrow < rows(page, narrow)


def test_only_rows_in_view_are_drawn_and_more_come_by_scrolling(visit: Visit) -> None:
    page = visit("/claims")
    drawn = page.locator("[role=row].data")
    assert drawn.count() < rows(page)
    page.locator(".scroller").evaluate("node => node.scrollTo(0, node.scrollHeight)")
    expect(page.locator("p.foot")).to_contain_text("in all")
    assert drawn.count() < 80


def test_keys_go_through_the_rows_and_open_one(visit: Visit) -> None:
    page = visit("/claims")
    page.keyboard.press("j")
    expect(page.locator("[data-row='0'] a.open")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-row='1'] a.open")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*?claim=*")
    expect(page.locator("li.card.open")).to_have_count(1)


def test_a_column_sorts_up_and_down(visit: Visit) -> None:
    page = visit("/claims?killed=1")
    page.get_by_role("button", name="Killed", exact=True).click()
    settled(page)
    expect(page.get_by_role("columnheader", name="Killed")).to_have_attribute("aria-sort", "descending")
    page.get_by_role("button", name="Killed", exact=True).click()
    expect(page.get_by_role("columnheader", name="Killed")).to_have_attribute("aria-sort", "ascending")


def test_what_is_shown_leaves_as_csv(visit: Visit, tmp_path: Path) -> None:
    page = visit("/claims?factuality=denied")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").click()
    waiting.value.save_as(tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        assert rows(page) == len(list(csv.DictReader(file)))


def test_a_view_is_kept_under_a_name_and_opened_again(visit: Visit) -> None:
    page = visit("/claims?factuality=denied")
    page.get_by_role("button", name="Saved views").click()
    page.get_by_label("Keep what is filtered now as").fill("Denials")
    page.get_by_role("button", name="Save", exact=True).click()
    page = visit("/claims")
    page.get_by_role("button", name="Saved views").click()
    page.get_by_role("link", name="Denials").click()
    page.wait_for_url("**/claims?factuality=denied")
