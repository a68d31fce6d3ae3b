"""Texts that mean harm, on every page: shown as words, run by nobody, and within the page's own width."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Dialog, expect

from browser.conftest import Server, Visit, Watched, visiting
from browser.test_every_page import PATHS
from made.harm import HARM, harmful_ledger
from sayso.ledger import ClaimFilter, Judgement, Store
from sayso.ledger.opening.opened import now

WIDE = 1280
NARROW = 390


@pytest.fixture(scope="module")
def harmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of nothing but such texts; two of them told of one happening and pulling apart."""
    path = tmp_path_factory.mktemp("harm") / "harm.sayso"
    with Store.open(path, write=True) as store:
        for name, words in HARM.items():
            store.add(harmful_ledger(name, words))
        one, other = (each.id for each in list(store.incidents())[:2])
        store.judge(Judgement("merge", HARM["script"][:80], now(), one, other, verdict="same", reason=HARM["bidi"]))
    with Store.open(path, write=True) as store:
        store.settle()
    return path


@pytest.fixture(scope="module")
def harmed_server(harmed: Path) -> Iterator[Server]:
    served = Server(harmed)
    yield served
    served.stop()


@pytest.fixture
def harm(context: BrowserContext, harmed_server: Server, watched: Watched) -> Visit:
    return visiting(context, harmed_server, watched)


@pytest.fixture(scope="module")
def harmed_ids(harmed: Path, harmed_server: Server) -> dict[str, dict[str, str]]:
    """Ids of each text, its claim, incident and actor."""
    del harmed_server
    found = {}
    with Store.open(harmed) as store:
        actors = {one.name: one.id for one in store.actors()}
        for document in store.documents():
            name = str(document.url).rpartition("/")[2]
            claim = next(store.claims(ClaimFilter(documents=(document.id,))))
            assert claim.incident is not None
            actor = actors.get(claim.agents[0].name, next(iter(actors.values())))
            found[name] = {"document": document.id, "claim": claim.id, "incident": claim.incident, "actor": actor}
    return found


def test_no_page_runs_or_breaks_on_harmful_texts(
    harm: Visit, harmed_ids: dict[str, dict[str, str]], context: BrowserContext
) -> None:
    dialogs: list[str] = []

    def seen(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    context.on("dialog", seen)
    for name, path in PATHS.items():
        texts = [harmed_ids[one] for one in ("script", "word", "bidi")] if "{" in path else [{}]
        for ids in texts:
            page = harm(path.format(**ids).replace("q=airstrike", "q=shelled"))
            for width in (WIDE, NARROW):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width, ids)
            page.set_viewport_size({"width": WIDE, "height": 800})
            assert page.locator("script:not([src]), img[src=x], main iframe, b.harm").count() == 0
            assert page.title() != "harmed"
    assert dialogs == []


def test_an_article_shows_a_word_of_a_million_letters_and_harm_as_it_was_written(
    harm: Visit, harmed_ids: dict[str, dict[str, str]]
) -> None:
    page = harm(f"/documents/{harmed_ids['script']['document']}")
    expect(page.locator("main .theirs", has_text=HARM["script"][:40]).first).to_be_visible()
    page = harm(f"/documents/{harmed_ids['word']['document']}?claim={harmed_ids['word']['claim']}")
    expect(page.locator("main")).to_contain_text("shelled")
    assert len(page.locator("main").inner_text()) > 1_000_000


def test_bidirectional_controls_of_a_text_turn_nothing_around_them(
    harm: Visit, harmed_ids: dict[str, dict[str, str]]
) -> None:
    page = harm(f"/documents/{harmed_ids['bidi']['document']}?claim={harmed_ids['bidi']['claim']}")
    loose = page.locator("main").evaluate(
        """main => {
          const controls = /[\u202a-\u202e\u2066-\u2069\u200f]/, found = [];
          const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            if (!controls.test(walk.currentNode.data)) continue;
            let one = walk.currentNode.parentElement, kept = false;
            for (; one && one !== main; one = one.parentElement) {
              const { unicodeBidi, display } = getComputedStyle(one);
              kept ||= /isolate|plaintext/.test(unicodeBidi) || /block|grid|flex|table|list-item/.test(display);
            }
            if (!kept) found.push(walk.currentNode.parentElement.outerHTML.slice(0, 200));
          }
          return found;
        }"""
    )
    assert loose == []
