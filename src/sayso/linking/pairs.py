"""Pairs: what two mentions of a story have in common, as numbers that the scorer weighs.

All features are symmetric. They are computed for a block of mentions against all of a story at once.
"""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from sayso.linking.mentions import Mention

Floats: TypeAlias = NDArray[np.float32]
Bools: TypeAlias = NDArray[np.bool_]

# Verbs that are said of anything, and words that stand for another mention.
GENERAL: Final = frozenset(
    "say tell be have do go make take get come happen it this that report announce".split()  # noqa: SIM905  # a list of words
)
SETS: Final = ("agents", "patients", "others", "near", "around", "names", "numbers")
FAR: Final = 5.0


class Story(Struct, frozen=True):
    """The mentions of one story, and what is needed to compare them.

    document: for each mention, the place of its document in `alike` and `joined`: the likeness of every two documents of
    the story, and that of the groups in which they come together.
    vectors: for each mention, the direction of its words' meaning, or zeros; (mentions, dimensions).
    tells: how much a word tells in the collection.
    """

    mentions: Sequence[Mention]
    document: NDArray[np.int64]
    alike: NDArray[np.float64]
    joined: NDArray[np.float64]
    vectors: Floats
    tells: Callable[[str], float]


class Table(Struct, frozen=True):
    """A story's mentions as arrays.

    sets: for each of SETS, (mentions, words) with 1 where the word is in the set; weights: how much each word tells.
    spread: for each mention, in how many documents of the story its stem triggers an event.
    """

    story: Story
    lemma: NDArray[np.int64]
    stem: NDArray[np.int64]
    lemmas: NDArray[np.int64]
    noun: Bools
    verb: Bools
    sentence: NDArray[np.int64]
    root: Bools
    general: Bools
    sets: dict[str, Floats]
    weights: Floats
    lemma_weight: Floats
    spread: Floats


def table_of(story: Story) -> Table:
    """The arrays of a story."""
    mentions = story.mentions
    vocabulary = sorted({word for mention in mentions for name in SETS for word in getattr(mention, name)})
    column = {word: index for index, word in enumerate(vocabulary)}
    stems = _numbered([mention.stem for mention in mentions])
    holders = {(one, int(document)) for one, document in zip(stems.tolist(), story.document, strict=True)}
    counts = np.bincount([one for one, _ in holders], minlength=len(mentions))
    return Table(
        story=story,
        lemma=_numbered([mention.lemma for mention in mentions]),
        stem=stems,
        lemmas=_numbered([mention.lemmas for mention in mentions]),
        noun=np.array([mention.kind == "noun" for mention in mentions]),
        verb=np.array([mention.kind == "verb" for mention in mentions]),
        sentence=np.array([mention.sentence for mention in mentions]),
        root=np.array([mention.root for mention in mentions]),
        general=np.array([mention.lemma in GENERAL for mention in mentions]),
        sets={name: _incidence([getattr(mention, name) for mention in mentions], column) for name in SETS},
        weights=np.array([story.tells(word) for word in vocabulary], np.float32),
        lemma_weight=np.array([story.tells(mention.lemma) for mention in mentions], np.float32),
        spread=counts[stems].astype(np.float32),
    )


def _numbered(words: Sequence[str]) -> NDArray[np.int64]:
    """A number for each word, equal words having equal numbers; an empty word is equal to none."""
    numbers: dict[str, int] = {}
    return np.array(
        [numbers.setdefault(word or f"\0{index}", len(numbers)) for index, word in enumerate(words)], np.int64
    )


def _incidence(sets: Sequence[frozenset[str]], column: dict[str, int]) -> Floats:
    found = np.zeros((len(sets), len(column)), np.float32)
    for row, words in enumerate(sets):
        for word in words:
            found[row, column[word]] = 1.0
    return found


def features(table: Table, start: int, end: int) -> dict[str, Floats]:
    """The features of the mentions from start to end beside all of the story, each (end - start, mentions), by name."""
    rows = slice(start, end)
    found = _words(table, rows)
    found |= _arguments(table, rows)
    found |= _sentences(table, rows)
    found |= _documents(table, rows)
    found |= _together(found)
    return {name: values.astype(np.float32) for name, values in found.items()}


def _same(values: NDArray[np.int64], rows: slice) -> Floats:
    same: Floats = (values[rows, None] == values[None, :]).astype(np.float32)
    return same


def _both(values: Bools, rows: slice) -> Floats:
    return (values[rows, None] & values[None, :]).astype(np.float32)


def _either(values: Bools, rows: slice) -> Floats:
    return (values[rows, None] | values[None, :]).astype(np.float32)


def _words(table: Table, rows: slice) -> dict[str, Floats]:
    """What the triggers' own words have in common."""
    cosine = table.story.vectors[rows] @ table.story.vectors.T
    lemma, stem = _same(table.lemma, rows), _same(table.stem, rows)
    nouns, verbs = _both(table.noun, rows), _both(table.verb, rows)
    other = ~(table.noun | table.verb)
    low = np.minimum(table.spread[rows, None], table.spread[None, :]) / 10
    high = np.maximum(table.spread[rows, None], table.spread[None, :]) / 10
    return {
        "lemma": lemma,
        "stem": stem,
        "lemmas": _same(table.lemmas, rows),
        "meaning": cosine,
        "meaning over 0.4": np.maximum(0, cosine - 0.4),
        "meaning over 0.7": np.maximum(0, cosine - 0.7),
        "nouns": nouns,
        "verbs": verbs,
        "other kind": _either(other, rows),
        "same kind": nouns + verbs + _both(other, rows),
        "lemma tells": lemma * np.minimum(table.lemma_weight[rows, None], table.lemma_weight[None, :]) / 5,
        "general": _either(table.general, rows),
        "general lemma": lemma * _both(table.general, rows),
        "spread low": low,
        "spread high": high,
        "spread of stem": stem * low,
    }


class _Shared(Struct, frozen=True):
    """How two families of sets overlap: words shared, Jaccard, some shared, none shared though both have some, one empty."""

    count: Floats
    jaccard: Floats
    some: Floats
    clash: Floats
    empty: Floats


def _filled(sets: Floats) -> Floats:
    """1 for each set that has any word."""
    filled: Floats = (sets.sum(axis=1) > 0).astype(np.float32)
    return filled


def _shared(left: Floats, right: Floats) -> _Shared:
    count = left @ right.T
    sizes = left.sum(axis=1)[:, None] + right.sum(axis=1)[None, :]
    both = _filled(left)[:, None] * _filled(right)[None, :]
    some = (count > 0).astype(np.float32)
    return _Shared(count, count / np.maximum(1, sizes - count), some, both * (1 - some), 1 - both)


def _cosine(left: Floats, right: Floats, weights: Floats) -> Floats:
    """The cosine of sets whose words are weighed."""
    one, other = left * weights, right * weights
    lengths = np.sqrt((one**2).sum(axis=1))[:, None] * np.sqrt((other**2).sum(axis=1))[None, :]
    cosine: Floats = (one @ other.T) / np.maximum(lengths, 1e-6)
    return cosine


def _arguments(table: Table, rows: slice) -> dict[str, Floats]:
    """What those who take part have in common."""
    sets = table.sets
    agents = _shared(sets["agents"][rows], sets["agents"])
    patients = _shared(sets["patients"][rows], sets["patients"])
    others = _shared(sets["others"][rows], sets["others"])
    parts = np.maximum(sets["agents"], sets["patients"])
    every = np.maximum(parts, sets["others"])
    part, any_ = _shared(parts[rows], parts), _shared(every[rows], every)
    crossed = _shared(sets["agents"][rows], sets["patients"]), _shared(sets["patients"][rows], sets["agents"])
    found: dict[str, Floats] = {}
    for name, one in (("agents", agents), ("patients", patients), ("parts", part)):
        found |= {f"{name} alike": one.jaccard, f"{name} shared": one.some, f"{name} clash": one.clash,
                  f"{name} empty": one.empty}  # fmt: skip
    return {
        **found,
        "parts crossed": crossed[0].some + crossed[1].some,
        "others alike": others.jaccard,
        "others shared": others.some,
        "arguments alike": any_.jaccard,
        "arguments tell": _cosine(every[rows], every, table.weights),
        "parts tell": _cosine(parts[rows], parts, table.weights),
    }


def _sentences(table: Table, rows: slice) -> dict[str, Floats]:
    """What the sentences around have in common."""
    sets = table.sets
    near = _shared(sets["near"][rows], sets["near"])
    names, numbers = _shared(sets["names"][rows], sets["names"]), _shared(sets["numbers"][rows], sets["numbers"])
    weighed = (sets["near"][rows] * table.weights) @ sets["near"].T
    first = table.sentence <= 1
    return {
        "near alike": near.jaccard,
        "near tells": np.tanh(weighed / 10),
        "names alike": names.jaccard,
        "names clash": names.clash,
        "names tell": _cosine(sets["names"][rows], sets["names"], table.weights),
        "numbers shared": numbers.some,
        "numbers clash": numbers.clash,
        "sentences alike": _cosine(sets["around"][rows], sets["around"], table.weights),
        "both first": _both(first, rows),
        "both main": _both(table.root, rows),
    }


def _documents(table: Table, rows: slice) -> dict[str, Floats]:
    """How alike the documents are; within one document, how far the mentions stand apart."""
    place = table.story.document
    same = _same(place, rows)
    alike = table.story.alike[place[rows]][:, place].astype(np.float32)
    together = table.story.joined[place[rows]][:, place].astype(np.float32)
    gap = np.abs(table.sentence[rows, None] - table.sentence[None, :]).astype(np.float32)
    return {
        "documents alike": alike,
        "documents alike to 0.3": np.minimum(alike, 0.3),
        "documents joined": together,
        "documents joined to 0.1": np.minimum(together, 0.1),
        "documents joined to 0.2": np.minimum(together, 0.2),
        "same document": same,
        "same sentence": same * (gap == 0),
        "sentences apart": same * np.tanh(gap / FAR),
    }


def _together(found: dict[str, Floats]) -> dict[str, Floats]:
    """Features that mean more together than each by itself."""
    stem, meaning = found["stem"], found["meaning over 0.4"]
    return {
        "stem, documents alike": stem * found["documents alike"],
        "stem, documents joined": stem * found["documents joined to 0.2"],
        "meaning, documents joined": meaning * found["documents joined to 0.2"],
        "stem, parts shared": stem * found["parts shared"],
        "stem, patients clash": stem * found["patients clash"],
        "stem, numbers clash": stem * found["numbers clash"],
        "stem, names clash": stem * found["names clash"],
        "stem, sentences alike": stem * found["sentences alike"],
        "stem, same document": stem * found["same document"],
        "meaning, documents alike": found["meaning"] * found["documents alike"],
        "meaning, parts shared": meaning * found["parts shared"],
        "meaning, sentences alike": meaning * found["sentences alike"],
    }
