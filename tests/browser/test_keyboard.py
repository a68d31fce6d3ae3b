"""With keys alone: every page, every control of it, and a day's work from the list of claims to a judgement taken back."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit, settled
from browser.test_every_page import PATHS

MOST = 700
"""Steps after which a walk is given up: no page of the examples has so many controls."""

# a field for a date has several stops; past the last control a walk begins anew
STEP = """() => {
  const one = document.activeElement;
  window.walked ??= new Set();
  if (one === document.body || one === window.last) return null;
  if (window.walked.has(one)) return { ended: true };
  window.walked.add(one);
  window.last = one;
  const name = one.outerHTML.slice(0, 140);
  const look = () => [one, one.closest("label"), ...one.querySelectorAll("*")].filter(Boolean).map(part => {
    const { outlineStyle, outlineWidth, stroke, strokeWidth } = getComputedStyle(part);
    return `${outlineStyle === "none" ? "" : outlineWidth} ${stroke} ${strokeWidth}`;
  }).join();
  const focused = look();
  one.blur();
  const seen = look() !== focused;
  one.focus();
  const { left, right, top, bottom } = one.getBoundingClientRect();
  const points = [0.5, 0.1, 0.9].flatMap(x => [0.5, 0.1, 0.9].map(y =>
    document.elementFromPoint(left + x * (right - left), top + y * (bottom - top))));
  const open = points.some(point => point && (one.contains(point) || point.contains(one)));
  return { ended: false, name, seen, open };
}"""

# of radio buttons of one name Tab reaches the one that is chosen; arrow keys lead to the others
LEFT = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
  .filter(one => one.tabIndex >= 0 && !one.disabled && one.getClientRects().length > 0)
  .filter(one => one.checkVisibility({ visibilityProperty: true }))
  .filter(one => one.type !== "radio" || one.checked)
  .filter(one => !window.walked.has(one))
  .map(one => one.outerHTML.slice(0, 140))"""


def drawn(page: Page) -> None:
    """Wait until no more controls come in, or go."""
    before = -1
    while before != (now := page.locator("a[href], button, input, select, textarea, summary, [tabindex]").count()):
        before = now
        page.wait_for_timeout(300)


def walk(page: Page) -> list[dict[str, Any]]:
    """Where Tab leads from the beginning of a page to its end."""
    steps: list[dict[str, Any]] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        step = page.evaluate(STEP)
        if step is None:
            continue
        if step["ended"]:
            return steps
        steps.append(step)
    pytest.fail(f"no end after {MOST} steps")


@pytest.mark.parametrize("name", PATHS)
def test_tab_reaches_all_that_can_be_used_and_shows_where_it_is(name: str, visit: Visit, ids: dict[str, str]) -> None:
    page = visit(PATHS[name].format(**ids))
    drawn(page)
    page.evaluate("document.activeElement.blur()")
    steps = walk(page)
    assert [] == page.evaluate(LEFT), "never reached"
    assert [] == [step["name"] for step in steps if not step["seen"]], "focused and not seen to be"
    assert [] == [step["name"] for step in steps if not step["open"]], "focused beneath something else"


def tab_to(page: Page, role: Any, name: str, within: str = "body") -> None:
    """Press Tab until the first control of that role and name has the focus."""
    wanted = page.locator(within).get_by_role(role, name=re.compile(name)).first
    for _ in range(MOST):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {role} {name}")


def test_a_claim_is_found_judged_and_the_judgement_taken_back_with_keys_alone(own: Visit) -> None:
    page = own("/")
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/claims")
    settled(page)
    tab_to(page, "checkbox", "happened")
    page.keyboard.press("Space")
    page.wait_for_url("**factuality=happened*")
    settled(page)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*?claim=*")
    settled(page)
    expect(page.locator("li.card.open")).to_be_visible()
    page.keyboard.press("a")
    accept = page.locator("li.card.open").get_by_role("button", name="Accept", exact=False).last
    expect(accept).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("u")
    expect(accept).to_have_attribute("aria-pressed", "false")


def test_accounts_are_compared_and_a_note_is_left_with_keys_alone(own: Visit, ids: dict[str, str]) -> None:
    page = own(f"/incidents/{ids['incident']}")
    tab_to(page, "radio", "Conservative")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**policy=informative")
    settled(page)
    tab_to(page, "button", "Opens the quotation")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    dialogue = page.get_by_role("dialog")
    expect(dialogue.locator("blockquote").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialogue).to_have_count(0)
    page.keyboard.press("n")
    tab_to(page, "textbox", "Reason")
    page.keyboard.type("Told by two who were there.")
    tab_to(page, "button", "^Note", within="dialog")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Judgements")).to_contain_text("Told by two who were there.")
