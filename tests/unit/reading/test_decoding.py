"""From bytes to a text."""

import codecs

import pytest

from sayso.errors import TextTooLong, UnreadableSource
from sayso.reading import read_bytes


@pytest.mark.parametrize(
    "data",
    [
        "“Señor,” he said".encode(),
        codecs.BOM_UTF8 + "“Señor,” he said".encode(),
        "“Señor,” he said".encode("utf-16"),
        codecs.BOM_UTF16_BE + "“Señor,” he said".encode("utf-16-be"),
        "“Señor,” he said".encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big-endian", "windows-1252"],
)
def test_the_encoding_is_found(data: bytes) -> None:
    assert read_bytes(data, "story.txt") == "“Señor,” he said"


def test_mojibake_is_mended() -> None:
    broken = "â€œWe are leaving,â€\x9d he said".encode()
    assert read_bytes(broken, "story.txt") == "“We are leaving,” he said"


def test_curly_quotation_marks_and_entities_stay_as_they_are() -> None:
    assert read_bytes("“Fire &amp; smoke,” he said…".encode(), "story.txt") == "“Fire &amp; smoke,” he said…"


def test_every_line_break_becomes_a_line_feed() -> None:
    assert read_bytes(b"one\r\ntwo\rthree\n", "story.txt") == "one\ntwo\nthree\n"


@pytest.mark.parametrize("data", [b"", b"  \n\t"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"story\.txt: it is empty; there is nothing to read"):
        read_bytes(data, "story.txt")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04....", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n", "a picture"),
        (b"words\x00and\x00more", "a binary file"),
        (bytes(range(1, 32)) * 20, "a binary file"),
    ],
)
def test_a_binary_file_is_refused_and_named(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableSource, match=f"it is {kind}, not a text"):
        read_bytes(data, "story.txt")


def test_a_text_over_the_limit_is_refused() -> None:
    with pytest.raises(TextTooLong):
        read_bytes(b"word " * 100, "story.txt", limit=100)
