"""Articles that were drawn at random to measure by."""

import json
from pathlib import Path

from evaluation.drawn import HERE
from training.gold import ANNOTATIONS, kept_apart


def docs(folder: Path) -> list[str]:
    return [json.loads(path.read_text(encoding="utf-8"))["doc"] for path in sorted(folder.glob("*/*.json"))]


def test_nothing_is_learned_from_the_drawn_articles() -> None:
    drawn = docs(HERE)
    assert 40 == len(drawn)
    assert not set(drawn) & set(docs(ANNOTATIONS))


def test_articles_kept_apart_from_the_tagger_are_annotated() -> None:
    assert kept_apart() <= set(docs(ANNOTATIONS))
    assert kept_apart()


def test_names_are_kept_as_offsets_alone() -> None:
    for path in HERE.glob("*/*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        names = [name for kind in ("actors", "places") for one in record[kind] for name in one["names"]]
        assert all(0 <= start < end <= record["characters"] for start, end in names)
