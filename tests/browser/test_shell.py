"""What stands around every page: search, keys, themes, help, names, and a server that went away."""

from playwright.sync_api import BrowserContext, expect

from browser.conftest import Server, Visit, Watched, settled

GOING = {"o": "/", "c": "/claims", "d": "/documents", "i": "/incidents", "x": "/disputes", "m": "/map", "t": "/timeline",
         "a": "/actors", "n": "/network", "r": "/review", "+": "/add"}  # fmt: skip


def test_a_slash_searches_from_everywhere(visit: Visit) -> None:
    page = visit("/claims")
    page.keyboard.press("/")
    page.keyboard.type("airstrike")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=airstrike")
    settled(page)
    expect(page.locator("main mark").first).to_have_text("airstrike")
    page.keyboard.press("j")
    expect(page.locator("main li a").first).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**")


def test_two_keys_go_to_every_page(visit: Visit, server: Server) -> None:
    page = visit("/help")
    for key, path in GOING.items():
        page.keyboard.press("g")
        page.keyboard.press(key)
        page.wait_for_url(server.base + path)
        settled(page)


def test_the_keyboard_alone_meets_the_skip_link_first_and_then_the_content(visit: Visit) -> None:
    page = visit("/help")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('header.bar') === null")


def test_help_lists_the_keys_of_every_page(visit: Visit) -> None:
    page = visit("/help")
    for words in ("Search the ledger", "Next row", "Accept the claim", "Take back your last judgement"):
        expect(page.locator("dd", has_text=words).first).to_be_visible()


def test_the_theme_is_switched_and_kept(visit: Visit) -> None:
    page = visit("/help")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(paper)
    page.keyboard.press("Shift+D")
    page.keyboard.press("Shift+D")
    dark = page.evaluate(paper)
    assert light != dark
    assert visit("/help").evaluate(paper) == dark


def test_at_twice_the_size_nothing_is_lost(visit: Visit) -> None:
    page = visit("/claims")
    page.set_viewport_size({"width": 640, "height": 410})
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("link", name="Timeline")).to_be_visible()


def test_back_and_forward_go_through_what_was_seen(visit: Visit) -> None:
    page = visit("/claims")
    page.get_by_role("link", name="Documents").click()
    page.wait_for_url("**/documents")
    page.go_back()
    page.wait_for_url("**/claims")
    expect(page.get_by_role("heading", level=1)).to_have_text("Claims")


def test_whoever_sits_here_gives_their_name(own: Visit) -> None:
    page = own("/help")
    page.get_by_role("button", name="Your name").click()
    page.get_by_role("textbox", name="Your name").fill("Ana Belén")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Your name")).to_contain_text("Ana Belén")
    expect(own("/help").get_by_role("button", name="Your name")).to_contain_text("Ana Belén")


def test_a_server_that_went_away_is_told_and_asked_again(
    visit: Visit, context: BrowserContext, watched: Watched
) -> None:
    page = visit("/help")
    context.set_offline(True)
    page.keyboard.press("g")
    page.keyboard.press("i")
    expect(page.get_by_role("button", name="Try again").first).to_be_visible()
    context.set_offline(False)
    watched.errors.clear()
