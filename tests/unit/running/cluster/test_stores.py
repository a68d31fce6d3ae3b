"""Object stores: what an address holds, and what it is called."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.reading.stories import Taking
from sayso.running.cluster.pieces import files_in, pieces_of
from sayso.running.cluster.stores import name_of

HERE = Path(__file__).parent


def test_a_lake_in_an_object_store_is_written_and_read_again(tmp_path: Path) -> None:
    (tmp_path / "one file.jsonl").write_text('{"doc": "a", "text": "Two ships collided.", "date": "2024-01-02"}\n')
    (tmp_path / "50%.txt").write_text("Two ships collided near the port on Friday.")
    places = os.pathsep.join([str(HERE.parents[3] / "src"), *filter(None, sys.path)])
    done = subprocess.run(
        [sys.executable, str(HERE / "s3.py"), str(tmp_path)],
        capture_output=True, check=False, timeout=200,
        env={**os.environ, "PYTHONPATH": places, "AWS_EC2_METADATA_DISABLED": "true"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-4000:]
    found = json.loads(done.stdout)
    assert found["sources"] == ["s3://press/2024/50%.txt", "s3://press/2024/one file.jsonl"]
    assert (found["root"], found["kept"], found["problems"]) == ("s3://press/lake", True, [])
    assert {key.split("/part-")[0] for key in found["objects"] if "/part-" in key} == {
        "press/lake/documents/month=2024-01",
        "press/lake/documents/month=unknown",
    }
    assert not [key for key in found["objects"] if key.endswith(".unfinished")]
    assert found["missing"] == "s3://press/nothing: there is no such file or folder"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("s3://press/2024", "s3://press/2024"),
        ("s3://key:secret@press/a%20b.txt?endpoint_override=http%3A%2F%2Fminio%3A9000", "s3://press/a b.txt"),
        ("hdfs://reader@head:8020/news", "hdfs://head:8020/news"),
        ("abfs://news:secret@desk.dfs.core.windows.net/2024", "abfs://news@desk.dfs.core.windows.net/2024"),
        ("file:///news/50%25.txt", "file:///news/50%.txt"),
    ],
)
def test_who_opens_an_address_is_not_told(address: str, name: str) -> None:
    assert name_of(address) == name


def test_files_whose_names_are_no_addresses_are_read(tmp_path: Path) -> None:
    (tmp_path / "50% of it#1?.txt").write_text("Two ships collided.")
    (address,) = files_in([tmp_path.as_uri()])
    (one,) = pieces_of(address, Taking(), lines=True)
    assert (one.source, one.where) == (f"file://{tmp_path}/50% of it#1?.txt",) * 2


def test_a_list_may_stand_in_a_store_too(tmp_path: Path) -> None:
    article, listed = tmp_path / "a.txt", tmp_path / "list of it.txt"
    article.write_text("Two ships collided.")
    listed.write_text(f"{article.as_uri()}\n")
    assert files_in([f"@{listed.as_uri()}"]) == (article.as_uri(),)
