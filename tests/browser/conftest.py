"""The pages in a real browser: a ledger of the examples, a server of its own process, Chromium, and nothing else of the world."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, expect, sync_playwright

from made import demo
from sayso.ledger import ClaimFilter, IncidentFilter, Store
from sayso.pipeline import Pipeline

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "src" / "sayso" / "web" / "pages"
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SHOTS = ROOT / "docs" / "pages"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

# a busy machine takes its time; what is right appears at once, so only failures wait so long
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


class Server:
    """`sayso serve` over a ledger, in a process of its own, at a port that was free."""

    def __init__(
        self,
        ledger: Path,
        *options: str,
        python: Path = Path(sys.executable),
        environment: dict[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.ledger = ledger
        # the sources that stand beside these tests, wherever else sayso is installed
        paths = [str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]
        ours = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
        self._process = subprocess.Popen(
            [str(python), "-m", "sayso", "serve", str(ledger), "--port", "0", "--no-browser", *options],
            env=environment or ours,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self._process.stdout is not None
        told = []
        for line in self._process.stdout:
            told.append(line)
            if found := re.search(r"http://[\d.]+:\d+", line):
                self.base = found[0]
                return
        self.stop()
        pytest.fail("the server ended: " + "".join(told))

    def stop(self) -> None:
        self._process.terminate()
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._process.wait(60)


@pytest.fixture(scope="session")
def demo_ledger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the examples, linked. Only to be copied."""
    given = request.config.getoption("--demo")
    if given is not None:
        return Path(given)
    pipeline: Pipeline = request.getfixturevalue("pipeline")
    path = tmp_path_factory.mktemp("demo") / "demo.sayso"
    demo.make(path, pipeline.read, pipeline.run)
    return path


def copied(ledger: Path, folder: Path) -> Path:
    """A copy of a ledger that nobody has open, with what its log still holds."""
    for part in ledger.parent.glob(f"{ledger.name}*"):
        shutil.copy(part, folder / part.name)
    return folder / ledger.name


@pytest.fixture(scope="session")
def server(demo_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that all tests share which change nothing."""
    assert (PAGES / "index.html").is_file(), "the pages are not built: run python hatch_build.py"
    served = Server(copied(demo_ledger, tmp_path_factory.mktemp("shared")))
    yield served
    served.stop()


@pytest.fixture
def own_server(demo_ledger: Path, tmp_path: Path) -> Iterator[Server]:
    """A server over a copy of the ledger, for a test that changes it."""
    served = Server(copied(demo_ledger, tmp_path))
    yield served
    served.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next((path for name in BROWSERS if (path := shutil.which(name)) is not None), None)
    assert found is not None, "no Chromium on the PATH: apt-get install chromium"
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


class Watched:
    """What a page said while it was open: errors, and requests to other hosts, of which there must be none."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self.strangers: list[str] = []
        self.bases: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        context.route("**/*", self._route)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", self._console)

    def _route(self, route: Route) -> None:
        if route.request.url.startswith((*self.bases, "data:", "blob:")):
            route.continue_()
        else:
            self.strangers.append(route.request.url)
            route.abort()

    def _console(self, message: ConsoleMessage) -> None:
        # an answer that is not there is told by the pages themselves, and tested where it is meant
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.errors.append(message.text)


@pytest.fixture
def watched() -> Watched:
    return Watched()


@pytest.fixture
def context(browser: Browser, watched: Watched) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 820}, reduced_motion="reduce", color_scheme="light")
    made.set_default_timeout(PATIENCE)
    watched.watch(made)
    yield made
    made.close()
    assert watched.strangers == []
    assert watched.errors == []


Visit = Callable[..., Page]


@pytest.fixture
def visit(context: BrowserContext, server: Server, watched: Watched) -> Visit:
    """Opens a path of the shared server, and waits until the page has what it asked for."""
    return visiting(context, server, watched)


@pytest.fixture
def own(context: BrowserContext, own_server: Server, watched: Watched) -> Visit:
    """The same of a server over a ledger that the test may change."""
    return visiting(context, own_server, watched)


def visiting(context: BrowserContext, served: Server, watched: Watched) -> Visit:
    watched.bases.append(served.base)
    page = context.new_page()

    def visit(path: str) -> Page:
        page.goto(served.base + path)
        settled(page)
        return page

    return visit


def settled(page: Page) -> None:
    """Wait until a page stands with all that it asked for."""
    expect(page.locator("main h1")).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


# when the page's own timers and frames have had their turn: what its content is then
LATER = """() => new Promise(done => setTimeout(() => requestAnimationFrame(() =>
  requestIdleCallback(() => done(document.querySelector("main").innerHTML), {timeout: 5000})), 300))"""


def at_rest(page: Page) -> None:
    """Wait until a page that moves by itself, such as a drawing, does not change any more."""
    before = None
    for _ in range(PATIENCE // 300):
        settled(page)
        now = page.evaluate(LATER)
        if now == before:
            return
        before = now
    pytest.fail("the page does not come to rest")


@pytest.fixture(scope="session")
def ids(demo_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Ids of one of each kind, for the pages of single things."""
    with Store.open(copied(demo_ledger, tmp_path_factory.mktemp("ids"))) as store:
        article = next(one.id for one in store.documents() if one.doc == "contested-airstrike")
        return {
            "document": article,
            "claim": next(one.id for one in store.claims(ClaimFilter(documents=(article,), disputed=True))),
            "incident": max(
                store.incidents(IncidentFilter(disputed=True)), key=lambda one: (one.documents, one.claims)
            ).id,
            "actor": next(one.id for one in store.actors()),
        }
