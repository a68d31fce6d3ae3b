"""Sources: the words that name who speaks, as a trained finder chose them, neither cut nor glued to what stands beside them."""

from collections.abc import Sequence
from typing import Final

from sayso.model import Parse, Span, Token

# Adverbs before a name that tell when somebody spoke, and not who.
WHEN: Final = frozenset(
    {"earlier", "finally", "later", "lately", "meanwhile", "now", "recently", "today", "tomorrow", "yesterday"}
)
PAIRING: Final = (("as", "well", "as"), ("and",), ("or",))
ADJECTIVES: Final = frozenset({"ADJ", "PROPN"})


def whole_source(parse: Parse, source: Span) -> Span:
    """The source without an adverb of time before it, and with the first half of a pair that shares its noun.

    "[Recently] activists", "[Western as well as] Arab states".
    """
    words = [token for token in parse.within(source) if token.pos != "PUNCT"]
    while len(words) > 1 and words[0].text.lower() in WHEN:
        words.pop(0)
    if not words:
        return source
    first = _first_half(parse, words) or words[0]
    return Span(first.start, source.end)


def _first_half(parse: Parse, words: Sequence[Token]) -> Token | None:
    """The adjective that shares a noun with the one after "and", "or" or "as well as"; None where there is none."""
    second, sentence = words[0], parse.sentences[words[0].sentence]
    before = [token.text.lower() for token in parse.tokens[sentence.first : second.i]]
    joint = next((pair for pair in PAIRING if tuple(before[-len(pair) :]) == pair), None)
    if joint is None or second.pos not in ADJECTIVES or len(words) == 1 or len(before) == len(joint):
        return None
    first = parse.tokens[second.i - len(joint) - 1]
    opens = first.i == sentence.first or parse.tokens[first.i - 1].pos == "PUNCT"
    shared = first.dep == "amod" and any(first.head == token.i for token in words[1:])
    return first if first.pos in ADJECTIVES and (shared or (opens and len(joint) > 1)) else None
