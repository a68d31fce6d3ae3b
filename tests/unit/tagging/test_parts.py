"""Who takes part, as far as the encoder's states tell."""

import shutil
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadResource, MissingResource
from sayso.model import Document, LeftOut, Span
from sayso.tagging import Tagger
from sayso.tagging.parts import FILE, GAPS, PARTS, PartWeights, States, gaps
from sayso.tagging.tagger import HERE

Make = Callable[[str], Document]


@pytest.mark.parametrize(
    ("text", "word", "agent", "patient"),
    [
        ("Rebels shelled the port on Tuesday.", "shelled", "Rebels", "port"),
        ("The port was shelled by rebels on Tuesday.", "shelled", "rebels", "port"),
        ("The minister condemned the generals in a speech.", "condemned", "minister", "generals"),
    ],
)
def test_who_does_it_and_to_whom(
    tagger: Tagger, document: Make, text: str, word: str, agent: str, patient: str
) -> None:
    told = tagger.read(document(text)).parts(text.index(word), [text.index(agent), text.index(patient)])
    assert [PARTS[int(np.argmax(scores))] for scores in told] == ["agent", "patient"]


def test_the_scores_are_logarithms_of_probabilities(tagger: Tagger, document: Make) -> None:
    told = tagger.read(document("Rebels shelled the port.")).parts(7, [0, 19])
    assert np.exp(told).sum(axis=1) == pytest.approx([1.0, 1.0])


def test_what_is_left_out_gives_no_opinion(tagger: Tagger) -> None:
    text = "Rebels shelled the port."
    left_out = (LeftOut(Span(0, len(text)), "boilerplate"),)
    assert tagger.read(Document(doc="own", text=text, id="own", left_out=left_out)).parts(7, [0, 19]) == []


def test_words_are_found_by_their_place() -> None:
    states = States(np.array([0, 7, 15]), np.arange(6, dtype=np.float32).reshape(3, 2))
    assert states.rows([0, 6, 7, 14, 15, 99]).tolist() == [0, 0, 1, 1, 2, 2]
    assert states.beside(np.array([0, 1])).tolist() == [[0, 1, 0, 1, 2, 3], [0, 1, 2, 3, 4, 5]]


@given(trigger=st.integers(0, 500), row=st.integers(0, 500))
def test_gaps_tell_the_side_and_the_distance(trigger: int, row: int) -> None:
    gap = int(gaps(trigger, np.array([row]))[0])
    assert (gap > GAPS) - (gap < GAPS) == (row > trigger) - (row < trigger)
    assert 0 <= gap <= 2 * GAPS


def test_missing_weights_say_so(tmp_path: Path) -> None:
    with pytest.raises(MissingResource):
        PartWeights.open(tmp_path)


def test_weights_of_other_shapes_are_refused(tmp_path: Path) -> None:
    weights = PartWeights.open(HERE)
    stored = {field.name: getattr(weights, field.name) for field in fields(weights)}
    np.savez(tmp_path / FILE, **{**stored, "out": stored["out"][:, :2]})
    with pytest.raises(BadResource, match="shapes"):
        PartWeights.open(tmp_path)
    np.savez(tmp_path / FILE, out=stored["out"])
    with pytest.raises(BadResource, match="it has"):
        PartWeights.open(tmp_path)


def test_a_tagger_without_the_weights_has_no_opinion(tmp_path: Path, document: Make) -> None:
    for name in ("tagger.onnx", "tokenizer.json", "linker.json"):
        shutil.copyfile(HERE / name, tmp_path / name)
    assert Tagger.open(tmp_path).read(document("Rebels shelled the port.")).parts(7, [0, 19]) == []
