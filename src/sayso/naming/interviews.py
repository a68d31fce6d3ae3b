"""Interviews: who answers where an article is questions and answers, so that "we" in an answer is someone."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from sayso.model import Cast, Parse, Sentence, Token

# So many questions, each followed by an answer of someone's own, make an interview.
FEWEST = 3
LONGEST_QUESTION = 4  # sentences
OWN = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})


def interviewed(cast: Cast, parse: Parse) -> tuple[str, list[Token]] | None:
    """Who is interviewed, and the words of the answers; None for no interview, or one with several.

    It is the only person named before the first question, or the one named most often there.
    """
    paragraphs = [list(found) for _, found in groupby(parse.sentences, key=lambda one: one.paragraph)]
    asking = [_asks(parse, found) for found in paragraphs]
    pairs = sum(
        asked and not follows and _own(parse, answer)
        for (asked, follows), answer in zip(pairwise(asking), paragraphs[1:], strict=True)
    )
    if pairs < FEWEST:
        return None
    first = asking.index(True)
    if any(_own(parse, found) for found in paragraphs[:first]):
        return None  # a column, whose writer asks and speaks
    person = _introduced(cast, paragraphs[first][0].span.start)
    if person is None:
        return None
    answers = (found for found, asked in zip(paragraphs[first:], asking[first:], strict=True) if not asked)
    return person, [token for found in answers for sentence in found for token in _report(parse, sentence)]


def _report(parse: Parse, sentence: Sentence) -> Iterator[Token]:
    if not sentence.left_out:
        yield from parse.of(sentence)


def _asks(parse: Parse, sentences: list[Sentence]) -> bool:
    """Is a paragraph a question?"""
    return len(sentences) <= LONGEST_QUESTION and sentences[-1].span.words(parse.text).rstrip().endswith("?")


def _own(parse: Parse, sentences: list[Sentence]) -> bool:
    """Does someone speak of themselves in a paragraph?"""
    return any(token.text.lower() in OWN and token.text != "US" for one in sentences for token in parse.of(one))


def _introduced(cast: Cast, before: int) -> str | None:
    """The person named most often before the first question; None where two are named equally often."""
    kinds = {actor.id: actor.kind for actor in cast.actors}
    named = Counter(
        mention.actor
        for mention in cast.mentions
        if mention.span.start < before and kinds.get(mention.actor) == "person"
    )
    told = {mention.actor for mention in cast.mentions if mention.kind == "name" and mention.span.start < before}
    ranked = [(one, count) for one, count in named.most_common() if one in told][:2]
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
