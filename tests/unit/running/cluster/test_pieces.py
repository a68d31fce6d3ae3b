"""Pieces: sources become articles that can be sent to whoever reads them."""

import gzip
import json
from pathlib import Path

import pytest

from sayso.errors import UnreadableSource
from sayso.reading.stories import Taking
from sayso.running.cluster.pieces import (
    FailedPiece,
    LinePiece,
    Placed,
    StoryPiece,
    decode_piece,
    encode_piece,
    files_in,
    pieces_of,
)


def taken(source: str, *, lines: bool = True) -> list[Placed]:
    return list(pieces_of(source, Taking(), lines=lines))


def test_a_folder_a_list_and_an_address_name_the_same_files_once(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    files = [tmp_path / "news" / name for name in ("a.txt", "b.txt")]
    for file in files:
        file.write_text("Two ships collided.")
    listed = tmp_path / "list.txt"
    listed.write_text(f"{files[1]}\n\n{files[0]}\n")
    assert files_in([str(tmp_path / "news"), f"@{listed}"]) == tuple(map(str, files))
    assert files_in([(tmp_path / "news").as_uri()]) == tuple(f"file://{file}" for file in files)


@pytest.mark.parametrize(
    "source", ["https://news.example/feed", "-", "nowhere.txt", "file:///nowhere/at/all", "@nowhere"]
)
def test_what_a_cluster_cannot_read_is_refused_before_anything_is_read(source: str) -> None:
    with pytest.raises(UnreadableSource):
        files_in([source])


def test_lines_keep_their_number_and_their_bytes(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl.gz"
    source.write_bytes(gzip.compress(b'{"doc": "a", "text": "x"}\r\n\n{"doc": "b"\n'))
    found = taken(str(source))
    assert [(one.number, one.piece) for one in found] == [
        (1, LinePiece(b'{"doc": "a", "text": "x"}')),
        (3, LinePiece(b'{"doc": "b"')),
    ]


def test_the_same_file_holds_stories_where_lines_are_not_meant(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps({"id": "a", "text": "Two ships collided near the port."}) + "\n")
    (one,) = taken(str(source), lines=False)
    assert isinstance(one.piece, StoryPiece)
    assert one.piece.story.text == "Two ships collided near the port."


def test_a_file_of_an_object_store_is_read_as_a_file_is(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Two ships collided.")
    (here,), (there,) = taken(str(source)), taken(source.as_uri())
    assert isinstance(here.piece, StoryPiece)
    assert isinstance(there.piece, StoryPiece)
    assert here.piece.story.text == there.piece.story.text


def test_what_cannot_be_read_is_a_piece_that_says_so(tmp_path: Path) -> None:
    (gone,) = taken(str(tmp_path / "gone.txt"))
    feed = tmp_path / "feed.xml"
    feed.write_text('<?xml version="1.0"?><rss version="2.0"><channel><title>t</title></channel></rss>')
    (followed,) = taken(str(feed))
    for one, words in ((gone, "cannot be opened"), (followed, "it is a feed")):
        assert isinstance(one.piece, FailedPiece)
        assert words in one.piece.problem.cause


def test_a_piece_comes_back_from_its_bytes_with_its_key(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text('{"doc": "a", "text": "x"}\n{"doc": "a", "text": "x"}\n')
    one, other = taken(str(source))
    assert decode_piece(encode_piece(one)) == one
    assert one.key != other.key
