"""Trained weights that tell from the words of an article how many events it reports, kept as a JSON file."""

import math
from collections.abc import Collection
from importlib.resources.abc import Traversable

import msgspec
from msgspec import Struct

from sayso.errors import BadResource
from sayso.resources.codebook.book import text_of


class Subject(Struct, frozen=True, forbid_unknown_fields=True):
    """A ridge regression over the words of an article.

    mean: what is expected of an article without known words. words: lemma to weight.
    """

    mean: float
    words: dict[str, float]

    def expected(self, words: Collection[str]) -> float:
        """Logarithm of 1 + events per hundred words that an article with these lemmas is expected to report."""
        known = [self.words[word] for word in words if word in self.words]
        return self.mean + math.fsum(known) / math.sqrt(max(len(known), 1))


def load_subject(file: Traversable) -> Subject:
    """The weights of a JSON file. Raises BadResource naming the file and what is wrong with it."""
    try:
        return msgspec.json.decode(text_of(file), type=Subject)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise BadResource(str(file), str(error)) from error
