"""What opens over a page shuts nobody out either: dialogues, menus, corrections, filters on a narrow window."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import AXE, Visit, settled
from browser.test_every_page import violations


@pytest.fixture
def axe(visit: Visit) -> Visit:
    """Opens a path with axe in it."""

    def opened(path: str) -> Page:
        page = visit(path)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        return page

    return opened


def test_a_dialogue_keeps_focus_and_keys_and_gives_focus_back(axe: Visit) -> None:
    page = axe("/claims")
    button = page.get_by_role("button", name="Saved views")
    button.click()
    dialog = page.get_by_role("dialog", name="Saved views")
    expect(dialog).to_be_visible()
    assert [] == violations(page)
    page.get_by_role("button", name="Close").focus()
    page.keyboard.press("j")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_a_correction_is_left_by_escape_and_takes_its_choices_from_the_codebook(
    axe: Visit, ids: dict[str, str]
) -> None:
    page = axe(f"/documents/{ids['document']}?claim={ids['claim']}")
    page.keyboard.press("c")
    choice = page.get_by_label("What is right (what)")
    expect(choice).to_be_focused()
    assert {"assault", "protest"} <= set(choice.locator("option").all_inner_texts())
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        assert [] == violations(page), theme
    page.keyboard.press("Escape")
    expect(choice).to_be_hidden()


def test_navigation_and_filters_unfold_on_a_narrow_window(axe: Visit) -> None:
    page = axe("/claims")
    page.set_viewport_size({"width": 390, "height": 780})
    settled(page)
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("navigation", name="Pages")).to_be_visible()
    assert [] == violations(page)
    page.get_by_role("button", name="Menu").click()
    page.locator("aside summary", has_text="Filters").click()
    expect(page.get_by_label("Disputed only")).to_be_visible()
    assert [] == violations(page)
