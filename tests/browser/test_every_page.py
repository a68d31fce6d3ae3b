"""Every page: nothing wrong for whoever cannot see it, in both themes, on a wide and on a narrow window; pictures for the docs."""

import json

import pytest
from playwright.sync_api import Page

from browser.conftest import AXE, SHOTS, Visit, settled

PATHS = {
    "overview": "/",
    "claims": "/claims",
    "documents": "/documents",
    "article": "/documents/{document}?claim={claim}",
    "incidents": "/incidents",
    "incident": "/incidents/{incident}",
    "disputes": "/disputes",
    "map": "/map",
    "timeline": "/timeline",
    "actors": "/actors",
    "actor": "/actors/{actor}",
    "network": "/network",
    "review": "/review",
    "add": "/add",
    "search": "/search?q=airstrike",
    "help": "/help",
    "login": "/login",
    "nowhere": "/there/is/no/such/page",
}
# the pictures of the docs: every page once, a few in the dark and on a narrow window
PICTURES = {
    "light": set(PATHS) - {"login", "nowhere"},
    "dark": {"article", "incident", "map"},
    "narrow": {"article", "claims", "incident"},
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """What axe finds wrong, a line each."""
    found = page.evaluate(f"axe.run(document, {json.dumps({'runOnly': TAGS, 'resultTypes': ['violations']})})")
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:160] + ' ' + node['failureSummary'] for node in one['nodes'][:3]]}"
        for one in found["violations"]
    ]


@pytest.mark.parametrize("name", PATHS)
def test_a_page_has_nothing_that_shuts_anybody_out(
    name: str, visit: Visit, ids: dict[str, str], request: pytest.FixtureRequest
) -> None:
    page = visit(PATHS[name].format(**ids))
    assert AXE.is_file(), "frontend/node_modules is not there: run npm ci in frontend"
    page.evaluate(AXE.read_text(encoding="utf-8"))

    def picture(kind: str) -> None:
        if request.config.getoption("--shots") and name in PICTURES[kind]:
            page.screenshot(path=SHOTS / f"{name}-{kind}.png")

    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        assert [] == violations(page), theme
        picture(theme)
    page.set_viewport_size({"width": 390, "height": 780})
    settled(page)
    assert [] == violations(page), "narrow"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, "wider than a narrow window"
    page.emulate_media(color_scheme="light")
    picture("narrow")
