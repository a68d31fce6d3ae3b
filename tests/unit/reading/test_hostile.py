"""Hostile sources: each ends as a Problem that says what it is, quickly, and in little memory."""

import gzip
import io
import json
import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench import samples as made
from sayso.errors import UnreadableSource
from sayso.model import Problem
from sayso.reading.inflating import inflating
from sayso.reading.intake import stories_of
from sayso.reading.kinds import FORMS
from sayso.reading.politeness import Fetcher
from sayso.reading.stories import Outcome, Passed, Story, Taking
from sayso.reading.visiting import Visitor

# No link of a fuzzed feed is followed: the reader is under test, not the network.
TAKING = Taking(follow=False)


def outcomes_of(data: bytes, form: str | None = None) -> list[Outcome]:
    taking = Taking(follow=False, form=form)
    return list(stories_of("-", taking, Visitor(Fetcher(taking)), standard_input=io.BytesIO(data)))


def the_problem(data: bytes, form: str | None = None) -> str:
    found = outcomes_of(data, form)
    assert [type(one) for one in found] == [Problem], found
    assert isinstance(found[0], Problem)
    return found[0].cause


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<rss version='2.0'><channel><title>&b;</title></channel></rss>"
)
SECRET = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY s SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_declares_entities_is_refused(encoding: str) -> None:
    assert "declares entities" in the_problem(
        BOMB.replace("?>", f' encoding="{encoding}"?>', 1).encode(encoding), "feed"
    )


@pytest.mark.parametrize(
    ("form", "body"),
    [
        ("feed", "<rss version='2.0'><channel><title>&s;</title></channel></rss>"),
        ("opml", "<opml><body><outline xmlUrl='&s;'/></body></opml>"),
        ("newsml", "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='1'>&s;</newsItem>"),
    ],
)
def test_xml_that_asks_for_a_file_is_refused(form: str, body: str) -> None:
    assert "declares entities" in the_problem((SECRET + body).encode(), form)


def test_xml_nested_without_measure_is_refused() -> None:
    assert "nested more than 500 deep" in the_problem(b"<rss>" + b"<x>" * 3_000_000, "feed")


@pytest.mark.parametrize("tag", ["div", "p", "a", "x-y", "br", "table"])
def test_ten_megabytes_of_tags_are_refused_at_once(tag: str) -> None:
    start = time.process_time()
    cause = the_problem(b"<html><body>" + f"<{tag}>".encode() * (10_000_000 // (len(tag) + 2)))
    assert "nested more than" in cause or "elements" in cause
    assert time.process_time() - start < 20


@pytest.mark.parametrize("piece", [b"<", b"<a", b"<script ", b"<!--", b"<!---->", b"&#", b"<![CDATA[", b"<?xml "])
def test_markup_that_never_ends_is_gone_through_once(piece: bytes) -> None:
    start = time.process_time()
    outcomes_of(b"<html><body>" + piece * (300_000 // len(piece)))
    assert time.process_time() - start < 20


@pytest.mark.parametrize("form", ["jsonl", "json", "ninjs"])
def test_json_nested_without_measure_is_refused(form: str) -> None:
    assert "JSON" in the_problem(b'{"text": ' + b"[" * 5_000_000, form)


def drain(stream: io.BufferedReader) -> None:
    while stream.read(1_000_000):
        pass


def test_a_gzip_bomb_is_refused_while_it_goes_off() -> None:
    bomb = gzip.compress(b"\0" * 60_000_000)
    tracemalloc.start()
    with pytest.raises(UnreadableSource, match="decompression bomb"):
        drain(inflating(io.BytesIO(bomb), "bomb.gz"))
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_a_bomb_in_an_archive_is_told() -> None:
    assert "decompression bomb" in the_problem(made.warc([("http://p.example/", b"\0" * 55_000_000, "image/png", 200)]))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/data.warc", b"WARC/1.0\r\n" + b"\0" * 60_000_000)
    assert "decompression bomb" in the_problem(out.getvalue(), "wacz")


def test_what_was_compressed_and_cut_off_is_told() -> None:
    cut = gzip.compress(random.Random(0).randbytes(100_000))[:50_000]
    assert "cut off" in the_problem(cut, "text")


def test_a_line_without_end_is_a_problem_and_the_next_one_is_read() -> None:
    class Endless(io.RawIOBase):
        """21 MB in one line, and then an article."""

        def __init__(self) -> None:
            self._rest: list[bytes] = [json.dumps({"text": made.STORY}).encode(), *[b'"' + b"x" * 1_000_000] * 21]
            self._rest[1] += b"\n"

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            if not self._rest:
                return b""
            piece = self._rest.pop()
            if len(piece) > size >= 0:
                self._rest.append(piece[size:])
                piece = piece[:size]
            return piece

    taking = Taking(form="jsonl")
    found = list(stories_of("-", taking, Visitor(Fetcher(taking)), standard_input=Endless()))  # type: ignore[arg-type]  # only read() is asked for
    assert [type(one) for one in found] == [Problem, Story]


def test_a_table_with_a_quotation_mark_that_never_closes_is_a_problem() -> None:
    cause = the_problem(b'text,title\n"' + b"word " * 1_000_000 + b"\n", "csv")
    assert "field larger than field limit" in cause


def test_a_message_of_parts_in_parts_is_refused() -> None:
    part = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n"
    assert "more than 1,000 parts" in the_problem(b"From: a@b.example\nMIME-Version: 1.0\n" + part * 3_000, "eml")


def test_a_large_warc_is_read_in_constant_memory() -> None:
    noise = random.Random(1)

    def pages(count: int) -> Iterator[bytes]:
        for number in range(count):
            body = noise.randbytes(500_000) if number % 50 else made.page()
            kind = "image/jpeg" if number % 50 else "text/html"
            yield made.warc([(f"http://post.example/{number}", body, kind, 200)], compressed=False)

    class Generated(io.RawIOBase):
        """A WARC of any size that is nowhere."""

        def __init__(self, count: int) -> None:
            self._pages, self._rest = pages(count), b""

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            while len(self._rest) < size and (more := next(self._pages, None)) is not None:
                self._rest += more
            piece, self._rest = self._rest[:size], self._rest[size:]
            return piece

    def peak(count: int) -> tuple[int, int]:
        tracemalloc.start()
        stories = 0
        for one in stories_of("-", TAKING, Visitor(Fetcher(TAKING)), standard_input=Generated(count)):  # type: ignore[arg-type]  # the same
            stories += isinstance(one, Story)
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return stories, found

    peak(51)  # what is loaded once
    few, many = peak(51), peak(151)
    assert (few[0], many[0]) == (2, 4)
    assert many[1] < few[1] * 1.5 + 2_000_000


def seeds() -> list[bytes]:
    """A sound sample of each format, for fuzzing to start from."""
    return [
        made.STORY.encode(),
        made.page(head=made.LINKED_HEAD),
        json.dumps({"text": made.STORY, "date": "2015-10-02"}).encode() + b"\n",
        b'text,date\n"Fog, he said.",2015-10-02\n',
        made.rss([("Ferries", "http://post.example/1", "Fri, 02 Oct 2015 23:10:00 -0400", made.STORY)]),
        made.ATOM,
        made.opml([]),
        made.warc([("http://post.example/1", made.page(), "text/html", 200)], compressed=False),
        made.warc([("http://post.example/1", made.page(), "text/html", 200)]),
        made.wacz(
            {"archive/a.warc": made.warc([("http://p.example/", made.page(), "text/html", 200)], compressed=False)}
        ),
        json.dumps(made.NINJS).encode(),
        made.newsml(),
        made.mail(),
        made.mail(html=True),
    ]


def _parquet(tmp: Path) -> bytes:
    return made.parquet(tmp / "seed.parquet", {"text": [made.STORY], "date": ["2015-10-02"]}).read_bytes()


SEEDS = seeds()


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A sound sample with pieces cut out, doubled, overwritten or put in."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 64))
        how = draw(st.sampled_from(["cut", "twice", "over", "in"]))
        if how == "cut":
            del data[at : at + length]
        elif how == "twice":
            data[at:at] = data[at : at + length] * draw(st.integers(1, 20))
        else:
            noise = draw(
                st.binary(max_size=16)
                | st.sampled_from([b"\0", b"<", b"]]>", b"\xff\xfe", b"99999999", b"&x;", b"\r\n\r\n"])
            )
            data[at : at + (len(noise) if how == "over" else 0)] = noise
    return bytes(data)


def is_sound(found: list[Outcome]) -> bool:
    """Whether everything that came out can be used: a text, or a cause."""
    return all(
        (one.text.strip() and one.document().text == one.text)
        if isinstance(one, Story)
        else one.cause
        if isinstance(one, Problem)
        else True
        for one in found
    )


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=damaged() | st.binary(max_size=300), form=st.sampled_from([None, *FORMS]))
def test_no_damage_to_any_format_is_more_than_a_problem(data: bytes, form: str | None) -> None:
    assert is_sound(outcomes_of(data, form))


@pytest.fixture
def write(tmp_path: Path) -> Callable[[bytes], Path]:
    def write(data: bytes) -> Path:
        (tmp_path / "x.parquet").write_bytes(data)
        return tmp_path / "x.parquet"

    return write


def test_damaged_parquet_is_a_problem(tmp_path: Path, write: Callable[[bytes], Path]) -> None:
    sound, noise = _parquet(tmp_path), random.Random(3)
    for _ in range(60):
        data = bytearray(sound)
        for _ in range(noise.randrange(1, 6)):
            data[noise.randrange(len(data))] = noise.randrange(256)
        found = list(stories_of(str(write(bytes(data))), TAKING, Visitor(Fetcher(TAKING))))
        assert all(isinstance(one, (Story, Problem, Passed)) for one in found)
