"""Documents that tell one story."""

from collections import Counter
from collections.abc import Callable

import numpy as np
import pytest

from sayso.linking.stories import collection, joined, likeness, stories, words_of
from sayso.model import Document, Parse

Parsed = Callable[..., tuple[Document, Parse]]
HEIST = ["robbery bank varna mask police monday", "bank varna robbery van police", "robbery varna mask van gold"]
STORM = ["storm coast roof flood police", "flood storm roof monday river"]


def words(*texts: str) -> list[Counter[str]]:
    return [Counter(text.split()) for text in texts]


def test_documents_with_the_same_telling_words_are_one_story() -> None:
    found = collection(words(*HEIST, *STORM))
    assert [[0, 1, 2], [3, 4]] == stories(found, 0.12)


def test_a_word_of_every_document_tells_less_than_a_rare_one() -> None:
    found = collection(words(*HEIST, *STORM))
    assert found.tells("gold") > found.tells("police")
    assert found.tells("unheard") > found.tells("gold")


def test_a_story_does_not_outgrow_the_largest() -> None:
    found = collection(words(*HEIST))
    assert [2, 1] == [len(one) for one in stories(found, 0.0001, largest=2)]


def test_documents_are_as_alike_as_their_words() -> None:
    alike = likeness(collection(words(*HEIST, *STORM)), [0, 1, 3])
    assert np.allclose(alike, alike.T)
    assert [1.0, 1.0, 1.0] == pytest.approx(np.diag(alike).tolist())
    assert alike[0, 1] > alike[0, 2]


def test_no_documents_and_empty_documents_are_no_error() -> None:
    assert [] == stories(collection([]), 0.12)
    assert [[0], [1]] == stories(collection(words("", "")), 0.12)


def test_groups_come_together_at_their_mean_likeness() -> None:
    alike = np.array([[1.0, 0.8, 0.2], [0.8, 1.0, 0.4], [0.2, 0.4, 1.0]])
    assert np.allclose(joined(alike), [[1.0, 0.8, 0.3], [0.8, 1.0, 0.3], [0.3, 0.3, 1.0]])
    assert np.allclose(joined(np.ones((1, 1))), [[1.0]])


def test_two_words_in_a_row_and_figures_are_words_of_a_document(parse_text: Parsed) -> None:
    found = words_of(parse_text("Divers searched the ferry on Monday. Then 14 divers left. They came back.")[1])
    assert found["14"] > 1
    assert 1 == found["search ferry"]
    assert found["diver"] == 4
