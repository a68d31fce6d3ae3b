"""A user's own map (`sayso serve --maps`): read from this server alone, and drawn where it belongs."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.conftest import Server, Visit, Watched, at_rest, copied, visiting
from made import pmtiles

COLOURS = {(0, 0): (200, 30, 30), (1, 0): (30, 160, 30), (0, 1): (30, 30, 200), (1, 1): (200, 160, 30)}
# what lies on the canvas under the middle of each dot of a town, where no country is shaded
UNDER = """() => [...document.querySelectorAll(".dot")].flatMap(dot => {
  const canvas = document.querySelector(".stage canvas"), box = canvas.getBoundingClientRect();
  const place = dot.getBoundingClientRect(), hit = dot.querySelector(".ink").getBoundingClientRect();
  const [x, y] = [hit.left + hit.width / 2 - box.left, hit.top + hit.height / 2 - box.top];
  if (x < 0 || y < 0 || x >= box.width || y >= box.height) return [];
  const ratio = canvas.width / box.width;
  return [[dot.dataset.id, [...canvas.getContext("2d").getImageData(x * ratio, y * ratio, 1, 1).data].slice(0, 3)]];
})"""


@pytest.fixture
def mapped(
    context: BrowserContext, demo_ledger: Path, watched: Watched, tmp_path: Path
) -> Iterator[Callable[[Path], Visit]]:
    """Opens pages of a server that was given a map."""
    servers = []

    def open_(maps: Path) -> Visit:
        servers.append(Server(copied(demo_ledger, tmp_path), "--maps", str(maps)))
        return visiting(context, servers[-1], watched)

    yield open_
    for one in servers:
        one.stop()


def under(page: Page) -> dict[str, tuple[int, ...]]:
    """The colour of the map beneath each dot, once it is drawn no other way."""
    before = None
    for _ in range(40):
        at_rest(page)
        now = page.evaluate(UNDER)
        if now == before:
            return {id_: tuple(colour) for id_, colour in now}
        before = now
    pytest.fail("the map is drawn anew again and again")


def test_pictures_lie_where_their_places_are(mapped: Callable[[Path], Visit], tmp_path: Path) -> None:
    credit = '<a href="https://elsewhere.example">Made by <b>hand</b></a>&copy;<img src=x onerror="document.title=1">'
    page = mapped(pmtiles.pictures(tmp_path / "own.pmtiles", COLOURS, credit))("/map")
    expect(page.locator(".map .credit")).to_have_text("Made by hand©")
    expect(page.locator(".map .credit *")).to_have_count(0)
    page.keyboard.press("Tab")
    at = {one["place"]["id"]: one["place"]["place"] for one in places(page)}
    shaded = {place["country"] for place in at.values() if place["precision"] == "country"}
    for zoomed in range(2):
        if zoomed:
            page.get_by_role("button", name="Closer").click()
        seen = {id_: colour for id_, colour in under(page).items() if at[id_]["country"] not in shaded}
        assert len(seen) > 2
        for id_, colour in seen.items():
            right = COLOURS[int(at[id_]["lon"] > 0), int(at[id_]["lat"] < 0)]
            assert max(abs(a - b) for a, b in zip(colour, right, strict=True)) < 12, at[id_]["name"]


def places(page: Page) -> list[dict[str, Any]]:
    """What the server tells of the places of its claims."""
    found: list[dict[str, Any]] = page.request.get(page.evaluate("location.origin") + "/api/v1/map").json()["places"]
    return found


def test_shapes_are_drawn_and_the_map_can_do_without(mapped: Callable[[Path], Visit], tmp_path: Path) -> None:
    world = [(0, 0), (4096, 0), (4096, 4096), (0, 4096)]
    page = mapped(pmtiles.shapes(tmp_path / "own.pmtiles", {"water": [world], "zones": [world]}))("/map")
    button = page.get_by_role("button", name="Base map")
    expect(button).to_have_attribute("aria-pressed", "true")
    drawn = under(page)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    without = under(page)
    assert len(drawn) > 3
    assert all(drawn[id_] != without[id_] for id_ in drawn)
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_a_file_that_breaks_off_is_told_and_the_map_stands(mapped: Callable[[Path], Visit], tmp_path: Path) -> None:
    whole = pmtiles.pictures(tmp_path / "own.pmtiles", COLOURS).read_bytes()
    torn = tmp_path / "torn.pmtiles"
    torn.write_bytes(whole[:-90])
    page = mapped(torn)("/map")
    expect(
        page.get_by_role("status").filter(has_text=re.compile("tiles of the map file cannot be read"))
    ).to_be_visible()
    expect(page.locator(".dot").first).to_be_visible()


def test_without_a_map_nothing_asks_for_one(visit: Visit, context: BrowserContext) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = visit("/map")
    expect(page.locator(".dot").first).to_be_visible()
    assert not [one for one in asked if "pmtiles" in one or "tiles-" in one]
    expect(page.get_by_role("button", name="Base map")).to_have_count(0)
