"""Formats are told by their first bytes, and by their names only where those do not tell."""

import io
import json

import pytest

from bench import samples as made
from sayso.errors import UnreadableSource
from sayso.reading.kinds import form_of
from sayso.reading.opened import Opened

PAGE = ("http://post.example/1", made.page(), "text/html", 200)


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (made.STORY.encode(), "x", "text"),
        (made.page(), "x.txt.bak", "html"),
        (made.page(), "story.php", "html"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?><!-- a --><!DOCTYPE html><html>", "x", "html"),
        (b'{"text": "x"}\n{"text": "y"}\n', "x", "jsonl"),
        (b'{"text": "x", "headline": "y"}\n', "x.json", "jsonl"),
        (json.dumps(made.NINJS).encode(), "x.json", "ninjs"),
        (json.dumps([made.NINJS], indent=1).encode(), "x", "ninjs"),
        (b'{"text": "x"}', "x", "jsonl"),
        (b'{\n "text": "x"\n}', "x", "json"),
        (b'[{"text": "x"},\n {"text": "y"}]', "x.json", "json"),
        (b"[Editor's note] The bridge is closed, the mayor said.", "x", "text"),
        (b"title,text\n", "news.csv", "csv"),
        (b"PAR1....", "x", "parquet"),
        (made.rss([]), "x.xml", "feed"),
        (made.rss([]).decode().replace("UTF-8", "UTF-16").encode("utf-16"), "x.xml", "feed"),
        (made.ATOM, "x", "feed"),
        (made.opml([]), "x.xml", "opml"),
        (made.newsml(), "x.xml", "newsml"),
        (made.warc([PAGE], compressed=False), "x", "warc"),
        (made.warc([PAGE]), "x", "warc"),
        (made.wacz({"archive/a.warc": b""}), "x.zip", "wacz"),
        (made.mail(), "x", "eml"),
        (b"Note: this is no mail\nBut: two lines with colons.\n", "x", "text"),
        (b"<!---->" * 2_000 + b"<x", "x", "text"),
    ],
)
def test_formats_are_told(data: bytes, name: str, form: str) -> None:
    assert form_of(Opened(name, io.BytesIO(data))) == form


def test_the_users_word_goes_before() -> None:
    opened = Opened("x.csv", io.BytesIO(b"a,b\n"))
    assert form_of(opened, "text") == "text"
    with pytest.raises(UnreadableSource, match="'docx' is no format; it must be one of text, html"):
        form_of(opened, "docx")
