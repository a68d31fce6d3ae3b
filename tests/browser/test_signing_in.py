"""A ledger that is open to those who have a token."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from browser.conftest import Server, Watched, copied, settled

TOKEN = "a-token-of-the-desk-that-nobody-guesses"


@pytest.fixture
def closed(demo_ledger: Path, tmp_path: Path) -> Server:
    (tmp_path / "token").write_text(TOKEN, encoding="ascii")
    return Server(copied(demo_ledger, tmp_path), "--token-file", str(tmp_path / "token"))


def test_whoever_has_no_token_is_asked_for_it_and_then_comes_where_they_wanted(
    closed: Server, context: BrowserContext, watched: Watched
) -> None:
    watched.bases.append(closed.base)
    try:
        page = context.new_page()
        page.goto(f"{closed.base}/claims?factuality=denied")
        page.wait_for_url("**/login?next=*")
        page.get_by_label("Token").fill("not-the-right-token-at-all")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_be_visible()
        page.get_by_label("Token").fill(TOKEN)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/claims?factuality=denied")
        settled(page)
        expect(page.locator("[role=row].data").first).to_contain_text("denied")
    finally:
        closed.stop()
