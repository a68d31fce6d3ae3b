"""The report stands alone, escapes what others wrote, and shows who says what."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from made.arbin import arbin_ledger
from sayso.exporting import Gathering
from sayso.exporting.about import About
from sayso.exporting.report.locating import locate
from sayso.exporting.rows import Row, Where, Words
from sayso.model import Span

Written = Callable[..., bytes]
VOID = {"meta", "br", "img", "hr", "link", "input", "path", "circle", "rect"}


class Page(HTMLParser):
    """The elements of a page, its text, and whether they are well nested."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert tag == self.open.pop(), tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.text += data


@pytest.fixture
def arbin() -> list[Row]:
    return list(Gathering(arbin_ledger(), lambda _: None, texts=True).rows())


def test_the_page_is_well_nested_and_asks_nobody_for_anything(written: Written, rows: tuple[Row, ...]) -> None:
    data = written("html", [row for row in rows if row.paper.publisher == "Levant Wire"])
    page = Page(data)
    assert [] == page.open
    assert not {"script", "link", "img", "iframe", "object", "embed", "form", "base"} & {
        tag for tag, _ in page.elements
    }
    assert not [attrs for _, attrs in page.elements if "src" in attrs or "srcset" in attrs]
    assert b"url(" not in data
    assert b"@import" not in data
    policy = next(attrs["content"] for tag, attrs in page.elements if tag == "meta" and "http-equiv" in attrs)
    assert policy is not None
    assert policy.startswith("default-src 'none'")


def test_what_others_wrote_is_escaped(written: Written, arbin: list[Row]) -> None:
    bad = "</style><script>alert(1)</script><img src=x onerror=alert(1)>"
    rows = [
        replace(
            row,
            paper=replace(row.paper, title=bad, publisher=bad, url=f"javascript:alert('{bad}')", text=bad * 3),
            sentence=Words(Span(0, 10), bad),
            where=Where(bad, lat=1.0, lon=1.0),
            voices=(),
        )
        for row in arbin
    ]
    page = Page(written("html", rows))
    assert not {"script", "img"} & {tag for tag, _ in page.elements}
    assert bad in page.text
    assert not [attrs for _, attrs in page.elements if (attrs.get("href") or "").startswith("javascript")]


def test_an_incidents_accounts_stand_side_by_side_with_their_dispute(written: Written, arbin: list[Row]) -> None:
    page = Page(written("html", [row for row in arbin if (row.incident or "").endswith("i1")]))
    text = " ".join(page.text.split())
    assert "Incident report" in text
    assert "The accounts side by side" in text
    assert "occurrence Denied by one side" in text
    assert "at least 12" in text
    assert re.search(r"Rebel commanders said\b", text)
    assert "✗ denied" in text


def test_every_link_within_the_page_leads_somewhere(written: Written, rows: tuple[Row, ...]) -> None:
    page = Page(written("html", rows))
    ids = {attrs["id"] for _, attrs in page.elements if "id" in attrs}
    links = {attrs["href"] for tag, attrs in page.elements if tag == "a" and (attrs["href"] or "").startswith("#")}
    assert links
    assert {(link or "")[1:] for link in links} <= ids


def test_the_whole_text_is_there_only_where_it_was_asked_for(written: Written, arbin: list[Row]) -> None:
    assert "Residents may march to the town hall" in Page(written("html", arbin)).text
    bare = list(Gathering(arbin_ledger(), lambda _: None).rows())[:1]
    assert "Residents may march to the town hall" not in Page(written("html", bare)).text


def test_guards_are_told_on_the_page(written: Written, arbin: list[Row]) -> None:
    about = About("0.1.0", "desk.sayso", "2026-11-28T12:00:00Z", guarded=("private persons have pseudonyms",))
    assert "In this report, private persons have pseudonyms." in Page(written("html", arbin, about)).text


def test_a_document_without_claims_still_has_a_page(written: Written) -> None:
    assert "No event of the codebook is reported." in Page(written("html", [])).text


def test_the_map_keeps_its_places_inside(arbin: list[Row]) -> None:
    row = arbin[0]
    places = [
        Where("Arbin", kind="city", lat=33.54, lon=36.37, country="SY"),
        Where("Vladivostok", kind="city", lat=43.1, lon=131.9, country="RU"),
        Where("Suva", kind="city", lat=-18.1, lon=178.4, country="FJ"),
        Where("a cell", kind="admin1", lat=0.5, lon=0.5, country=None, cell=1.0),
    ]
    for some in ([places[0]], [places[1]], [places[2]], [places[3]], places):
        found = locate([replace(row, where=one, others=()) for one in some])
        assert found is not None
        assert all(0 <= dot.x <= found.width and 0 <= dot.y <= found.height for dot in found.dots)
    assert locate([replace(row, where=None, others=())]) is None
    assert (
        locate([replace(row, where=Where("Syria", kind="country", lat=35.0, lon=38.0, country="SY"), others=())])
        is None
    )


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1])
def test_every_colour_of_words_can_be_read_on_every_ground(theme: int, written: Written) -> None:
    style = written("html", []).decode().partition("<style>")[2].partition("</style>")[0]
    found = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[: theme + 1]
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", " ".join(found)))
    factualities = ["happened", "ongoing", "denied", "planned", "possible", "demanded", "hypothetical"]
    for word in ("ink", "quiet", "accent", "warn", *factualities):
        for ground in (
            "paper",
            "card",
            *(["tint"] if word in ("ink", "warn") else []),
            *(["mark"] if word == "ink" else []),
        ):
            light, dark = sorted((luminance(colours[word]), luminance(colours[ground])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (word, ground)
