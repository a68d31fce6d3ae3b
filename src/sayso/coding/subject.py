"""Subject: how much an article is about politics and conflict, told by all its words together.

"Met", "praised" and "asked" name events in a report on a summit and none in one on a singer; what the word's own sentence
says often does not tell.
"""

from bisect import bisect_left
from collections.abc import Set as AbstractSet
from typing import Final

from sayso.model import Parse, Token
from sayso.resources.codebook import Subject

CONTENT: Final = frozenset({"NOUN", "VERB", "ADJ"})
# An article of fewer words is too short to tell its subject by.
FEWEST: Final = 60
# The class of such a text: what somebody gives by the sentence is chosen for what it tells.
SHORT: Final = 8
# Borders between the classes of articles, in logarithms of 1 + events per hundred words.
BORDERS: Final = (0.15, 0.35, 0.55, 0.75, 0.95, 1.2, 1.5)


def is_short(parse: Parse) -> bool:
    """Is a text too short to have a subject, such as a sentence that somebody gives by itself?"""
    return len(_own(parse)) < FEWEST


def subject_words(parse: Parse) -> AbstractSet[str]:
    """The lemmas of an article's own nouns, verbs and adjectives that are no names; none where it is too short."""
    own = _own(parse)
    if len(own) < FEWEST:
        return frozenset()
    return {token.lemma for token in own if token.pos in CONTENT and not token.name}


def subject_class(parse: Parse, subject: Subject) -> int:
    """The class of an article, 0 (no events to be expected) to 7; SHORT where it is too short to tell."""
    words = subject_words(parse)
    return bisect_left(BORDERS, subject.expected(words)) if words else SHORT


def _own(parse: Parse) -> list[Token]:
    return [token for sentence in parse.sentences if not sentence.left_out for token in parse.of(sentence)]
