"""What is known of how words are written: weights for giving a text of one case its capitals back.

Made by `python -m training.casing`; MODEL_CARD.md beside this file tells from what.
"""

from functools import cache
from importlib import resources
from typing import Any, Final
from zipfile import BadZipFile

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from sayso.errors import BadResource, MissingResource

FILE: Final = "casing.npz"
WHERE: Final = f"resources/casing/{FILE}"
HABITS: Final = "LlTtUuMa"
"""Always and mostly small, Title, UPPER; mixed; all about equally often. "?" stands for an unknown word, "." for a mark."""
UNKNOWN: Final = "?"
MARK: Final = "."


class Casing(Struct, frozen=True):
    """The tables, looked up by the 32-bit hash of a word or feature.

    habits: of each known word, its letter in HABITS. names: words and pairs of words that stand in known names.
    mixed: how words with capitals inside are written. features: in ascending order; scores: (features + 1, 4), the last row, of
    zeros, is for whatever is no feature. moves: (4, 4) scores of one way of writing after another.
    """

    habits: dict[int, str]
    names: frozenset[int]
    mixed: dict[str, str]
    features: NDArray[np.uint32]
    scores: NDArray[np.float32]
    moves: NDArray[np.float32]

    def places(self, features: NDArray[np.uint32]) -> NDArray[np.intp]:
        """The place of each feature in `scores`."""
        found = np.minimum(np.searchsorted(self.features, features), len(self.features) - 1)
        return np.where(self.features[found] == features, found, len(self.features))

    def habit(self, hashed: int) -> str:
        """How the word with that hash is mostly written."""
        return self.habits.get(hashed, UNKNOWN)


@cache
def load_casing() -> Casing:
    """The tables that are installed, read once; raises MissingResource, BadResource."""
    path = resources.files("sayso.resources.casing").joinpath(FILE)
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return casing_of(dict(stored))
    except FileNotFoundError as error:
        raise MissingResource(WHERE, "the weights for texts of one case are not installed") from error
    except (OSError, KeyError, ValueError, BadZipFile) as error:
        raise BadResource(WHERE, str(error)) from error


def casing_of(stored: dict[str, NDArray[Any]]) -> Casing:
    """The tables of the stored arrays."""
    mixed = str(stored["mixed"]).split()
    kinds = stored["habits"].tolist()
    return Casing(
        habits={key: HABITS[kind] for key, kind in zip(stored["words"].tolist(), kinds, strict=True)},
        names=frozenset(stored["names"].tolist()),
        mixed={form.lower(): form for form in mixed},
        features=stored["features"],
        scores=np.vstack(
            [stored["scores"].astype(np.float32) / np.float32(stored["unit"]), np.zeros((1, 4), np.float32)]
        ),
        moves=stored["moves"].astype(np.float32),
    )
