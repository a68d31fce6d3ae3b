"""What is built: small enough to be quick, whole in the wheel, and shown by a sayso that was installed from it."""

import gzip
import json
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from browser.conftest import PAGES, ROOT, Server, Watched, copied, visiting

FIRST_PAGE = 600_000


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (found,) = folder.glob("*.whl")
    return found


def test_the_first_page_is_small(context: BrowserContext, server: Server, watched: Watched) -> None:
    visit = visiting(context, server, watched)
    sizes: dict[str, int] = {}
    context.on("response", lambda answer: sizes.update({answer.url: answer.request.sizes()["responseBodySize"]}))
    visit("/")
    ours = {url: size for url, size in sizes.items() if "/api/" not in url}
    assert len(ours) > 3
    assert FIRST_PAGE > sum(ours.values())


def test_every_text_of_the_pages_has_its_packed_twins() -> None:
    for path in PAGES.rglob("*.js"):
        if path.stat().st_size >= 1024:
            assert path.read_bytes() == gzip.decompress(path.with_name(f"{path.name}.gz").read_bytes())
            assert path.with_name(f"{path.name}.br").is_file()


def test_the_pages_name_no_other_host() -> None:
    # names of XML's vocabularies, of the compiler's own help and of a warning of pmtiles' are words, and nobody asks for them
    words = re.compile(r"https?://(?!www\.w3\.org/|svelte\.dev/|github\.com/protomaps/PMTiles/|…)[\w.-]+\.\w+")
    for path in PAGES.rglob("*.*"):
        if path.suffix in {".js", ".css", ".html"}:
            assert [] == words.findall(path.read_text(encoding="utf-8")), path.name


def test_the_wheel_has_the_pages(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = {name for name in packed.namelist() if name.startswith("sayso/web/pages/")}
    made = {f"sayso/web/pages/{path.relative_to(PAGES).as_posix()}" for path in PAGES.rglob("*") if path.is_file()}
    assert made == names


def test_a_sayso_installed_from_the_wheel_shows_its_pages(
    wheel: Path, demo_ledger: Path, context: BrowserContext, watched: Watched, tmp_path: Path
) -> None:
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    install = ["install", "--quiet", "--no-index", "--no-deps", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", "--python", str(python), *install], check=True)
    # what sayso needs comes from where the tests run; sayso itself does not: a path in PYTHONPATH runs no .pth file
    needs = {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")}
    where = subprocess.run(
        [str(python), "-c", "import json, sayso; print(json.dumps(sayso.__file__))"],
        env=needs, cwd=tmp_path, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert Path(json.loads(where.stdout)).is_relative_to(tmp_path)
    served = Server(copied(demo_ledger, tmp_path), python=python, environment=needs, folder=tmp_path)
    try:
        page = visiting(context, served, watched)("/claims")
        expect(page.locator("[role=row].data").first).to_be_visible()
    finally:
        served.stop()
