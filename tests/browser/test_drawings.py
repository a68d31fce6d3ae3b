"""Map, timeline and network: drawn, moved by keys, and told in words beside."""

import re

from playwright.sync_api import expect

from browser.conftest import Visit, at_rest, settled


def test_a_place_on_the_map_opens_its_claims(visit: Visit) -> None:
    page = visit("/map")
    listed = page.get_by_role("complementary", name="Places").locator("li button").first
    name = listed.locator("span").first.inner_text()
    listed.click()
    panel = page.get_by_role("complementary", name="Places")
    expect(panel.get_by_role("heading", name=name)).to_be_focused()
    expect(panel.locator("article").first).to_be_visible()
    page.locator(".dot[role=button]").first.click()
    expect(panel.locator("article").first).to_be_visible()


def test_towns_are_dots_and_nothing_vaguer_is(visit: Visit) -> None:
    page = visit("/map")
    for name in page.locator(".dot:not(.ring):not(.many)").evaluate_all("all => all.map(one => one.ariaLabel)"):
        assert re.search(r": \d", name), name
    expect(page.locator(".foot")).to_contain_text("draws who controls an area in fact")


def test_the_brush_narrows_the_map_to_days_and_lets_go_again(visit: Visit) -> None:
    page = visit("/map")
    box = page.get_by_role("img", name=re.compile("^Claims by day")).bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.4, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, middle, steps=6)
    page.mouse.up()
    page.wait_for_url(re.compile(r"since=\d{4}-\d\d-\d\d&until="))
    at_rest(page)
    page.get_by_role("button", name="All days").click()
    page.wait_for_url(re.compile(r"/map$"))


def test_the_brush_is_moved_by_keys(visit: Visit) -> None:
    page = visit("/map")
    end = page.get_by_role("slider", name="First day shown")
    end.focus()
    at_rest(page)
    before = end.get_attribute("aria-valuetext")
    page.keyboard.press("Shift+ArrowRight")
    page.wait_for_url(re.compile("since="))
    expect(end).not_to_have_attribute("aria-valuetext", before or "")


def test_the_map_is_moved_and_zoomed_by_keys(visit: Visit) -> None:
    page = visit("/map")
    stage = page.get_by_role("group", name=re.compile("^Map of"))
    scale = page.locator(".scale")
    expect(page.locator(".dot").first).to_be_visible()
    stage.focus()
    # where the map opens is decided once its places are there
    page.keyboard.press("0")
    at_rest(page)
    before = scale.inner_text()
    for key in ("+", "+", "+", "+", "ArrowLeft"):
        page.keyboard.press(key)
    expect(scale).not_to_have_text(before)
    page.keyboard.press("0")
    expect(scale).to_have_text(before)


def test_the_timeline_zooms_from_years_to_hours_and_back(visit: Visit) -> None:
    page = visit("/timeline")
    for scale in ("Years", "Months", "Days", "Hours"):
        page.get_by_role("button", name=scale, exact=True).click()
        page.wait_for_url(re.compile(r"from=-?\d+&to="))
        expect(page.get_by_role("button", name=scale, exact=True)).to_have_attribute("aria-pressed", "true")
        at_rest(page)
    page.get_by_role("button", name="Show all").click()
    page.wait_for_url(re.compile(r"/timeline$"))


def test_claims_on_the_timeline_are_reached_by_keys_and_read_in_their_article(visit: Visit) -> None:
    page = visit("/timeline")
    page.get_by_role("button", name="Days", exact=True).click()
    at_rest(page)
    claims = page.locator("a.stop")
    expect(claims.first).to_be_visible()
    page.locator("a.stop[tabindex='0']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*?claim=*")


def test_a_vague_date_is_drawn_paler_and_wider_than_a_day(visit: Visit) -> None:
    page = visit("/timeline")
    page.get_by_role("button", name="Months", exact=True).click()
    at_rest(page)
    expect(page.locator("a.stop rect.core")).not_to_have_count(0)
    inks = page.locator("a.stop rect.core").evaluate_all(
        "all => all.map(one => [Number(one.getAttribute('width')), Number(one.getAttribute('fill-opacity'))])"
    )
    days = [width for width, ink in inks if ink == 1]
    vague = [width for width, ink in inks if 0 < ink < 1]
    assert days
    assert not vague or max(vague) > max(days)


def test_the_network_is_told_by_a_table_too(visit: Visit) -> None:
    page = visit("/network")
    rows = page.get_by_role("table").locator("tbody tr")
    nodes = page.locator(".node[role=button]")
    expect(nodes.first).to_be_visible()
    more = page.get_by_role("button", name=re.compile(r"^All \d+$"))  # there are more relations than are listed at once
    if more.count():
        more.click()
        expect(more).to_have_count(0)
    told = {name for row in rows.all() for name in row.locator("a").all_inner_texts()}
    drawn = set(nodes.evaluate_all("all => all.map(one => one.ariaLabel.replace(/, [^,]*$/, ''))"))
    assert told == drawn
    rows.get_by_role("button", name=re.compile("^See the claims")).first.click()
    expect(page.get_by_role("dialog").locator("article").first).to_be_visible()


def test_an_actor_of_the_network_is_kept_by_keys_and_let_go(visit: Visit) -> None:
    page = visit("/network")
    everyone = page.locator(".node[role=button]").count()
    page.locator(".node[tabindex='0']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**actor=*")
    settled(page)
    assert 0 < page.locator(".node[role=button]").count() <= everyone
    page.get_by_role("button", name="Show everyone").click()
    expect(page.locator(".node[role=button]")).to_have_count(everyone)


def test_an_actor_has_its_names_and_its_claims(visit: Visit, ids: dict[str, str]) -> None:
    page = visit("/actors")
    page.locator("[data-row='0'] a.open").click()
    page.wait_for_url(f"**/actors/{ids['actor']}")
    settled(page)
    for title in ("Says", "Said to have done", "Said to have been done to"):
        expect(page.get_by_role("region", name=title)).to_be_visible()


def test_actors_are_found_by_how_their_name_begins(visit: Visit) -> None:
    page = visit("/actors")
    name = page.locator("[data-row='3'] strong").inner_text()
    page.get_by_role("searchbox", name="Find by name").fill(name)
    page.wait_for_url("**words=*")
    expect(page.locator("[data-row='0'] strong")).to_have_text(name)
