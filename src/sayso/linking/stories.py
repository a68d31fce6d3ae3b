"""Stories: documents whose words are alike enough to be about the same happenings.

Mentions are compared within a story only, which keeps the cost near linear in the number of documents.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy.cluster.hierarchy import cophenet, linkage
from scipy.sparse import csr_matrix
from scipy.spatial.distance import squareform

from sayso.linking.clustering import PLACES, sparse_clusters
from sayso.linking.mentions import CONTENT, NAMED
from sayso.model import Parse, Token

# A word shorter than this tells nothing of the story.
SHORTEST = 3
# Words no further apart than this are in a row (tokens); "ministry of defence" has its noun at 2.
BESIDE = 2
# Sentences at the head of a report that tell what it is about.
FIRST = 2
# Documents are compared when they share one of the words that weigh most in both.
KEYS = 40
# A key that stands in more documents than this brings nothing together by itself.
COMMONEST = 200
# Documents in one story; the cost of linking grows with the square of this, not with the number of documents.
LARGEST = 200
CHUNK = 4096


class Collection(Struct, frozen=True):
    """The documents' words, weighed.

    weights: (documents, words), rows of length 1. idf: how much a word tells in this collection, by word.
    documents: how many there are.
    """

    weights: csr_matrix
    idf: dict[str, float]
    documents: int

    def tells(self, word: str) -> float:
        """How much a word tells (inverse document frequency, natural logarithm)."""
        return self.idf.get(word, math.log((self.documents + 1) / 0.5))


def words_of(parse: Parse) -> Counter[str]:
    """What tells one story from another: a document's content lemmas, two of them in a row, and figures, counted.

    Parts of names count three times, figures twice more, and words of the first sentences once more than others.
    """
    found: Counter[str] = Counter()
    last: Token | None = None
    for token in parse.tokens:
        if token.pos not in CONTENT:
            continue
        lemma = token.lemma.lower()
        if len(lemma) >= SHORTEST:
            found[lemma] += 1 + (2 if token.name in NAMED else 0) + (1 if token.sentence < FIRST else 0)
        if token.pos == "NUM" and any(letter.isdigit() for letter in token.text):
            found[token.text] += 2
        if last is not None and token.i - last.i <= BESIDE:
            found[f"{last.lemma.lower()} {lemma}"] += 1
        last = token
    return found


def collection(documents: Sequence[Counter[str]]) -> Collection:
    """The documents' words weighed by (1 + ln count) * idf."""
    seen = Counter(word for words in documents for word in words)
    idf = {word: math.log((len(documents) + 1) / (count + 0.5)) for word, count in sorted(seen.items())}
    column = {word: index for index, word in enumerate(idf)}
    rows, columns, values = [], [], []
    for row, words in enumerate(documents):
        weighed = [(column[word], (1 + math.log(count)) * idf[word]) for word, count in sorted(words.items())]
        length = math.sqrt(math.fsum(weight * weight for _, weight in weighed)) or 1.0
        rows += [row] * len(weighed)
        columns += [index for index, _ in weighed]
        values += [weight / length for _, weight in weighed]
    shape = (len(documents), len(idf))
    return Collection(csr_matrix((values, (rows, columns)), shape=shape, dtype=np.float64), idf, len(documents))


def stories(found: Collection, least: float, largest: int = LARGEST) -> list[list[int]]:
    """The documents (by number) of each story: average linkage on the cosine of their words, least joined at `least`."""
    return sparse_clusters(found.documents, _alike(found), least, largest)


def likeness(found: Collection, documents: Sequence[int]) -> NDArray[np.float64]:
    """The cosine of the words of every two of the documents, 1 for a document with itself."""
    rows = found.weights[list(documents)]
    alike: NDArray[np.float64] = (rows @ rows.T).toarray()
    np.fill_diagonal(alike, 1.0)
    return alike


def _alike(found: Collection) -> Iterator[tuple[int, int, float]]:
    """Pairs of documents that share a key, with the cosine of their words."""
    pairs = sorted(_candidates(found))
    for start in range(0, len(pairs), CHUNK):
        some = pairs[start : start + CHUNK]
        left = found.weights[[one for one, _ in some]]
        right = found.weights[[other for _, other in some]]
        values = np.asarray(left.multiply(right).sum(axis=1)).ravel()
        for (one, other), value in zip(some, values.tolist(), strict=True):
            yield one, other, value


def joined(alike: NDArray[np.float64]) -> NDArray[np.float64]:
    """For every two documents, how alike the groups are, on average, in which they come together; symmetric, 1 with itself.

    alike: the likeness of every two. This tells two stories apart that lie close, where a single pair may mislead.
    """
    size = len(alike)
    if size < 2:
        return np.ones((size, size))
    apart = np.round(1.0 - alike[np.triu_indices(size, 1)], PLACES)
    found: NDArray[np.float64] = 1.0 - squareform(cophenet(linkage(apart, "average")))
    return found


def _candidates(found: Collection) -> set[tuple[int, int]]:
    """Pairs of documents that share one of the words that weigh most in both, of those that stand in several."""
    matrix = found.weights
    holders = np.bincount(matrix.indices, minlength=matrix.shape[1])
    telling: dict[int, list[int]] = defaultdict(list)
    for document in range(found.documents):
        start, end = matrix.indptr[document], matrix.indptr[document + 1]
        columns, values = matrix.indices[start:end], matrix.data[start:end]
        kept = (holders[columns] > 1) & (holders[columns] <= COMMONEST)
        columns, values = columns[kept], values[kept]
        for column in columns[np.lexsort((columns, -values))[:KEYS]].tolist():
            telling[column].append(document)
    return {
        (one, other)
        for documents in telling.values()
        for position, one in enumerate(documents)
        for other in documents[position + 1 :]
    }
