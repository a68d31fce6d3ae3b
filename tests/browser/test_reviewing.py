"""The review queue by its keys: accepted, rejected, skipped, taken back, in bulk, and out as training data."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.conftest import Server, Visit, Watched, copied, visiting
from sayso.ledger import Judgement, Store
from sayso.ledger import Page as Ledgers
from sayso.ledger.opening.opened import now


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


def judged_by(page: Page, name: str, verdicts: list[str]) -> None:
    """Let somebody decide on the disputes that the ledger has, in the order of their ids."""
    base = page.url.split("/review")[0]
    csrf = next(one["value"] for one in page.context.cookies() if one["name"] == "sayso_csrf")
    assert page.request.post(f"{base}/api/v1/me", data={"name": name}, headers={"X-Sayso-CSRF": csrf}).ok
    items = page.request.get(f"{base}/api/v1/review?kind=disputes").json()["items"]
    items.sort(key=lambda one: one["id"])
    labels = [
        {"claim": one["claim"]["id"], "field": "dispute", "verdict": verdict, "value": one["dispute"]["id"]}
        for one, verdict in zip(items, verdicts, strict=False)
    ]
    assert page.request.post(f"{base}/api/v1/labels", data=labels, headers={"X-Sayso-CSRF": csrf}).ok


def test_two_reviewers_see_how_far_they_agree_and_where_they_do_not(own: Visit) -> None:
    page = own("/review?kind=disputes")
    judged_by(page, "anna", ["accept", "reject", "accept"])
    judged_by(page, "bela", ["accept", "reject"])
    page.reload()
    panel = page.get_by_role("region", name="Agreement of two reviewers")
    expect(panel).to_contain_text("alpha 1.00 over 2 common items, 2 judged alike")
    expect(panel).to_contain_text("reliable")
    expect(panel).not_to_contain_text("Decided differently")
    judged_by(page, "carla", ["accept", "accept", "accept"])
    page.reload()
    panel.get_by_label("Another reviewer").select_option("carla")
    expect(panel).to_contain_text("over 3 common items, 2 judged alike")
    conflict = panel.get_by_role("listitem")
    expect(conflict).to_have_count(1)
    expect(conflict.locator("dl")).to_have_text(re.compile(r"anna\s*✕ rejected\s*carla\s*✓ accepted"))
    conflict.get_by_role("link").click()
    page.wait_for_url("**/documents/*?claim=*")


@pytest.fixture
def proposed(demo_ledger: Path, context: BrowserContext, watched: Watched, tmp_path: Path) -> Iterator[Visit]:
    """Opens pages over a ledger in which a rule is unsure whether the first two incidents are one."""
    ledger = copied(demo_ledger, tmp_path)
    with Store.open(ledger, write=True) as store:
        one, other = (each.id for each in store.incidents(page=Ledgers(2)))
        store.judge(Judgement("note", "a rule", now(), one, other, verdict="unsure", author="rule", score=0.41))
    served = Server(ledger)
    yield visiting(context, served, watched)
    served.stop()


def claims_of(page: Page, incident: str) -> set[str]:
    base = page.url.split("/review")[0]
    return {one["id"] for one in page.request.get(f"{base}/api/v1/incidents/{incident}").json()["claims"]}


def nearly_merged(page: Page) -> int:
    """How many incidents the queue shows that were nearly merged."""
    base = page.url.split("/review")[0]
    items = page.request.get(f"{base}/api/v1/review?kind=merges").json()["items"]
    return sum(not one["merge"]["merged"] for one in items)


def test_a_merge_is_carried_out_and_taken_back_from_the_queue(proposed: Visit) -> None:
    page = proposed("/review?kind=merges")
    # a rule that was unsure comes before those that were surer
    links = page.locator(".incidents a")
    expect(links).to_have_count(2)
    one, other = (str(link.get_attribute("href")).rsplit("/", 1)[1] for link in links.all())
    apart = (claims_of(page, one), claims_of(page, other))
    assert not apart[0] & apart[1]
    start = left(page)
    page.keyboard.press("a")
    tally(page, 1, 0, 0)
    assert left(page) == start - 1
    assert claims_of(page, one) == claims_of(page, other) == apart[0] | apart[1]
    page.keyboard.press("u")
    tally(page, 0, 0, 0)
    assert (claims_of(page, one), claims_of(page, other)) == apart
    assert left(page) == start
    page = proposed(f"/incidents/{one}")
    expect(page.get_by_role("region", name="Judgements")).to_contain_text("took back a judgement")


def test_a_merge_of_a_rule_is_rejected_and_made_again_from_the_queue(proposed: Visit) -> None:
    page = proposed("/review?kind=merges")
    links = page.locator(".incidents a")
    # what was nearly merged comes first, and shows both incidents
    expect(links).to_have_count(2)
    near = nearly_merged(page)
    for skipped in range(1, near + 1):
        page.keyboard.press("s")
        tally(page, 0, 0, skipped)
    expect(links).to_have_count(1)
    whole = str(links.get_attribute("href")).rsplit("/", 1)[1]
    before = claims_of(page, whole)
    page.keyboard.press("r")
    tally(page, 0, 1, near)
    assert claims_of(page, whole) < before
    page.keyboard.press("u")
    tally(page, 0, 0, near)
    assert claims_of(page, whole) == before
