"""Adding by hand: a text that means harm and stays text, files, and what cannot be read."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from browser.conftest import Visit, settled
from browser.test_every_page import PATHS

STORY = (
    "Gunmen shot dead three farmers near Damboa on Monday, police said. The mayor denied that any farmer was killed."
)
HOSTILE = (
    "<script>document.title='broken'</script> Rebels <img src=x onerror=alert(1)> shelled Sarmin on Monday, "
    "\u202eofficials\u202c said. " + "x" * 100_000
)


def added(page: Page) -> None:
    """Wait until an addition is over."""
    expect(page.locator("main")).to_contain_text(re.compile(r"Done\."), timeout=120_000)


def test_files_are_added_and_those_that_cannot_be_read_are_told(own: Visit, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "bad.html.gz").write_bytes(b"\x1f\x8b not really")
    page = own("/add")
    page.locator("input[type=file]").set_input_files([tmp_path / "good.txt", tmp_path / "bad.html.gz"])
    added(page)
    expect(page.locator("section", has=page.get_by_role("heading", name="Problems"))).to_contain_text("bad.html.gz")


def test_a_pasted_text_is_read_and_one_that_means_harm_stays_text(own: Visit) -> None:
    page = own("/add")
    page.get_by_label("Text", exact=True).fill(HOSTILE)
    page.get_by_label("Headline (may stay empty)").fill("<b>Bold</b> \u202ereversed")
    page.get_by_label("Published on").fill("2019-09-03")
    page.get_by_role("button", name="Add the text").click()
    added(page)
    everywhere = [path for path in PATHS.values() if "{" not in path]
    for path in (*everywhere, "/search?q=Sarmin"):
        page = own(path)
        assert page.evaluate("document.querySelector('main img, main script, main b b') === null")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, path
    page = own("/search?q=Sarmin")
    page.locator("main li a[href^='/documents']").first.click()
    settled(page)
    expect(page.locator("li.card")).not_to_have_count(0)
    expect(page.locator("article.text")).to_contain_text("<script>document.title='broken'</script>")
    assert page.title().startswith("<b>Bold</b>")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
