"""Recasing: a text of capitals alone, or of small letters alone, written as it would be in the paper.

For each word one of four ways of writing is chosen (small, Title, UPPER, mixed), those of a text together: what its
features speak for, and which way of writing follows on which.
"""

from collections import defaultdict
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.reading.clean_copy.features import features, hashed
from sayso.reading.clean_copy.words import LOWER, MIXED, TITLE, UPPER, Word, words_of
from sayso.resources.casing import MARK, UNKNOWN, Casing

# "W" of a word that may be written in any way.
NEVER: Final = np.float32(-1e4)
# Words whose features are weighed at once; a monstrous text has hundreds of thousands.
CHUNK: Final = 2_000
SURELY: Final = np.float32(20)
# Habits of words that may be acronyms, and of those that are none.
ACRONYMS: Final = "Uua?"
SMALL: Final = "Ll"
# Small words of a name that its acronym may leave out, and the longest acronym that is looked for.
LEFT_OUT: Final = frozenset({
    "of", "the", "and", "for", "in", "on", "de", "del", "la", "las", "los", "el", "y", "e", "do", "da", "-", "&", "'s", "’s",
})  # fmt: skip
LONGEST: Final = 8


def recased(text: str, casing: Casing) -> str:
    """The text in restored case, character for character as long as it was.

    A word that is not of the text's one case ("McKAY" among capitals, a name in a transcript) stays as it is written.
    """
    words = words_of(text)
    own = raised if sum(map(str.isupper, text)) > sum(map(str.islower, text)) else str
    written = list(text)
    for word, case in zip(words, cases_of(words, casing), strict=True):
        if text[word.start : word.end] == own(word.text):
            written[word.start : word.end] = _written(word, case, casing)
    return "".join(written)


def cases_of(words: list[Word], casing: Casing) -> list[int]:
    """How each word is written."""
    if not words:
        return []
    texts = [word.text for word in words]
    habits = "".join(MARK if not has_letters(text) else casing.habit(hashed(text)) for text in texts)
    scores = _scores(texts, habits, casing)
    _agree(texts, habits, scores)
    told, named = acronyms(texts)
    for i in named:
        scores[i, TITLE] += SURELY
    for i, word in enumerate(words):
        if word.text in told and habits[i] not in SMALL:
            scores[i, UPPER] += SURELY
        elif word.opens and habits[i] not in ACRONYMS:
            scores[i, UPPER] = NEVER
    return best(scores, casing.moves)


def has_letters(text: str) -> bool:
    """Whether a token can have capitals at all: a word, and no mark, number or genitive's ending."""
    return text[0] not in "'’" and any(one.isalpha() for one in text)


def _scores(texts: list[str], habits: str, casing: Casing) -> NDArray[np.float32]:
    """(words, 4): what the features of each word speak for; marks are small."""
    rows = features(texts, habits, lambda words: hashed(words) in casing.names)
    parts = []
    while chunk := list(islice(rows, CHUNK)):
        parts.append(casing.scores[casing.places(np.array(chunk, np.uint32))].sum(axis=1))
    scores: NDArray[np.float32] = np.concatenate(parts)
    for i, text in enumerate(texts):
        if habits[i] == MARK:
            scores[i, 1:] = NEVER
        elif text not in casing.mixed:
            scores[i, MIXED] = NEVER
    return scores


def _agree(texts: list[str], habits: str, scores: NDArray[np.float32]) -> None:
    """Let an unknown word be written alike wherever it stands: each place weighs what all speak for together."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, habit in enumerate(habits):
        if habit == UNKNOWN:
            places[texts[i]].append(i)
    for alike in places.values():
        scores[alike] = scores[alike].mean(axis=0)


def acronyms(texts: list[str]) -> tuple[set[str], set[int]]:
    """The words in brackets that are the initials of the words before them ("north front (nf)"), and the places of those words."""
    found: set[str] = set()
    named: set[int] = set()
    for i in range(2, len(texts) - 1):
        word = texts[i]
        if texts[i - 1] in "([" and texts[i + 1] in ")]" and 2 <= len(word) <= LONGEST and word.isalpha():
            places = _initials(word, texts, i - 1)
            if places:
                found.add(word)
                named.update(places)
    return found, named


def _initials(word: str, texts: list[str], end: int) -> list[int]:
    """The places of the last words before end that begin, but for small ones, with the letters of the word; none where they do not."""
    left = list(word)
    places: list[int] = []
    for i in range(end - 1, max(-1, end - 1 - 3 * len(word)), -1):
        if left and texts[i][0] == left[-1]:
            left.pop()
            places.append(i)
        elif texts[i] not in LEFT_OUT:
            break
    return [] if left else places


def best(scores: NDArray[np.float32], moves: NDArray[np.float32]) -> list[int]:
    """The ways of writing that fit best together (Viterbi)."""
    total = scores[0]
    back: list[NDArray[np.intp]] = []
    for row in scores[1:]:
        paths = total[:, None] + moves
        back.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    case = int(total.argmax())
    found = [case]
    for step in reversed(back):
        case = int(step[case])
        found.append(case)
    return found[::-1]


def _written(word: Word, case: int, casing: Casing) -> str:
    if case == UPPER:
        return raised(word.text)
    if case == MIXED:
        return casing.mixed[word.text]
    if case == TITLE or (case == LOWER and word.opens):
        return raised(word.text[:1]) + word.text[1:]
    return word.text


def raised(text: str) -> str:
    """The text in capitals, as long as it was: the few characters whose capital is longer stay as they are."""
    return "".join(one.upper() if len(one.upper()) == 1 else one for one in text)
