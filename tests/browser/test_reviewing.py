"""The review queue by its keys: accepted, rejected, skipped, taken back, in bulk, and out as training data."""

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from browser.conftest import Visit


def left(page: Page) -> int:
    found = re.search(r"\d+", page.get_by_role("heading", name=re.compile("^Queue")).inner_text())
    assert found is not None
    return int(found[0])


def tally(page: Page, accepted: int, rejected: int, skipped: int) -> None:
    expect(page.locator("nav.kinds [role=status]")).to_have_text(
        f"{accepted} accepted, {rejected} rejected, {skipped} skipped in this sitting"
    )


def test_a_review_goes_by_keys_from_the_queue_to_the_export(own: Visit, tmp_path: Path) -> None:
    page = own("/review?kind=disputes")
    start = left(page)
    assert start >= 3
    page.keyboard.press("a")
    tally(page, 1, 0, 0)
    page.keyboard.press("r")
    tally(page, 1, 1, 0)
    page.keyboard.press("s")
    tally(page, 1, 1, 1)
    page.keyboard.press("u")
    tally(page, 1, 1, 0)
    page.keyboard.press("u")
    tally(page, 1, 0, 0)
    page.keyboard.press("r")
    tally(page, 1, 1, 0)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Export your labels").click()
    waiting.value.save_as(tmp_path / "labels.jsonl")
    labels = [json.loads(line) for line in (tmp_path / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sorted(one["verdict"] for one in labels) == ["accept", "reject"]
    assert {one["field"] for one in labels} == {"dispute"}


def test_what_was_judged_does_not_come_back(own: Visit) -> None:
    page = own("/review?kind=disputes")
    first = page.locator("ol li .title").first.inner_text()
    start = left(page)
    page.keyboard.press("a")
    tally(page, 1, 0, 0)
    page = own("/review?kind=disputes")
    assert left(page) == start - 1
    assert page.locator("ol li .title").all_inner_texts().count(first) < start


def test_chosen_items_are_decided_together(own: Visit) -> None:
    page = own("/review?kind=disputes")
    start = left(page)
    for index in (0, 2):
        page.locator("ol li input[type=checkbox]").nth(index).check()
    expect(page.get_by_role("group", name="At hand")).to_contain_text("2 chosen")
    page.get_by_role("button", name="Accept").click()
    tally(page, 2, 0, 0)
    assert left(page) == start - 2


def test_two_reviewers_see_how_far_they_agree(own: Visit) -> None:
    page = own("/review?kind=disputes")
    base = page.url.split("/review")[0]
    csrf = next(one["value"] for one in page.context.cookies() if one["name"] == "sayso_csrf")
    for name, verdicts in (("anna", ["accept", "reject"]), ("bela", ["accept", "reject"])):
        assert page.request.post(f"{base}/api/v1/me", data={"name": name}, headers={"X-Sayso-CSRF": csrf}).ok
        items = page.request.get(f"{base}/api/v1/review?kind=disputes&limit=2").json()["items"]
        labels = [
            {"claim": one["claim"]["id"], "field": "dispute", "verdict": verdict, "value": one["dispute"]["id"]}
            for one, verdict in zip(items, verdicts, strict=True)
        ]
        assert page.request.post(f"{base}/api/v1/labels", data=labels, headers={"X-Sayso-CSRF": csrf}).ok
    page.reload()
    panel = page.get_by_role("region", name="Agreement of two reviewers")
    expect(panel).to_contain_text("alpha 1.00 over 2 common items, 2 judged alike")
    expect(panel).to_contain_text("reliable")
