"""Files, pages and standard input."""

import hashlib
import io
from pathlib import Path

import pytest

from sayso.errors import TextTooLong, UnreadableSource
from sayso.model import Published
from sayso.reading import read_source

STORY = "Two ships collided near the harbour on Friday, and it was closed for a day, the port authority said."
PARAGRAPHS = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        STORY,
        "The captains were questioned by the police, and both of them said that there had been fog over the water.",
        "A spokesman of the harbour said that the wrecks would be lifted on Monday, when the wind is expected to turn.",
    )
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Two ships collide - Example Post</title>
<meta property="og:title" content="Two ships collide"><meta property="og:site_name" content="Example Post">
<meta property="article:published_time" content="2015-10-02T10:00:00Z">
<link rel="canonical" href="https://example.org/ships"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Two ships collide</h1>{PARAGRAPHS}</article>
<footer>Copyright 2015 Example Post</footer></body></html>"""


def test_a_text_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    document = read_source(str(path), date="2015-10-02", title="Collision")
    assert (document.text, document.doc, document.title) == (STORY, str(path), "Collision")
    assert document.published == Published("2015-10-02", "given")
    assert document.bytes_hash == hashlib.sha256(STORY.encode()).hexdigest()


def test_standard_input_is_read() -> None:
    document = read_source("-", standard_input=io.BytesIO(STORY.encode()))
    assert (document.text, document.doc) == (STORY, "standard input")


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    path.write_text(PAGE, encoding="utf-8")
    document = read_source(str(path))
    assert STORY in document.text
    assert "Home" not in document.text
    assert (document.title, document.publisher, document.url) == (
        "Two ships collide", "Example Post", "https://example.org/ships",
    )  # fmt: skip
    assert document.published == Published("2015-10-02", "read")


def test_what_the_caller_knows_wins_over_the_page(tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    path.write_text(PAGE, encoding="utf-8")
    document = read_source(str(path), date="2015-10-03", title="Fog", publisher="Another Post")
    assert (document.title, document.publisher) == ("Fog", "Another Post")
    assert document.published == Published("2015-10-03", "given")


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text("<html><body><nav></nav></body></html>", encoding="utf-8")
    with pytest.raises(UnreadableSource, match="no article was found on the page"):
        read_source(str(path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="there is no such file"):
        read_source(str(tmp_path / "nothing.txt"))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match=r"folder|cannot be opened"):
        read_source(str(tmp_path))


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="cannot be opened"):
        read_source("story\x00.txt")


def test_a_twenty_megabyte_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"A word. " * 2_500_000)
    with pytest.raises(TextTooLong, match="split it into articles"):
        read_source(str(path), limit=2_000_000)


def test_more_than_any_text_of_the_limit_can_need_is_not_even_read_to_the_end() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert size > 0
            return b"x" * size

    with pytest.raises(TextTooLong):
        read_source("-", limit=100, standard_input=Endless())  # type: ignore[arg-type]  # only read() is asked for
