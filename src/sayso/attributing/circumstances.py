"""Circumstances: what, beside the cue and its construction, tells whether somebody's words are reported."""

from collections.abc import Iterator

from sayso.attributing.draft import Draft
from sayso.model import Parse, Token

PRONOUNS = {
    "he": "third", "she": "third", "they": "third", "i": "first", "we": "first", "you": "second", "it": "it",
    "who": "relative", "his": "third", "her": "third", "their": "third", "its": "it", "our": "first", "my": "first",
}  # fmt: skip
NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
QUOTES = frozenset('"“”«»')
SHORT, MIDDLING = 3, 7


def circumstances(parse: Parse, token: Token, draft: Draft) -> Iterator[str]:
    """The names of the features that hold of a cue and its draft, as the table of weights lists them."""
    yield f"pos {draft.pos}"
    yield f"tag {token.tag}"
    yield f"dep {token.dep}"
    yield from _verb_group(parse, token)
    yield f"source {_source(parse, draft)}"
    yield from _content(parse, token, draft)


def _verb_group(parse: Parse, token: Token) -> Iterator[str]:
    for index in parse.children[token.i]:
        child = parse.tokens[index]
        if child.dep == "aux":
            if child.tag == "TO":
                yield "with to"
            elif child.tag == "MD":
                yield f"modal {child.lemma}"
            else:
                yield f"auxiliary {child.lemma}"
        elif child.dep == "neg":
            yield "negated"
        elif child.dep == "mark":
            yield f"mark {child.lemma}"
        elif child.dep == "nsubj":
            yield "own subject"


def _source(parse: Parse, draft: Draft) -> str:
    """What kind of words name the speaker."""
    if not draft.source:
        return "none"
    words = parse.within(draft.source[0])
    head = parse.root_of(draft.source[0])
    if head is None:
        return "none"
    if len(words) == 1 and head.text.lower() in PRONOUNS:
        return PRONOUNS[head.text.lower()]
    if head.name in NAMES:
        # States speak as organisations do.
        return "ORG" if head.name == "GPE" else head.name
    if head.pos in ("PROPN", "PRON"):
        return head.pos
    return "plural" if head.tag == "NNS" else "noun"


def _content(parse: Parse, token: Token, draft: Draft) -> Iterator[str]:
    first, last = draft.content[0], draft.content[-1]
    words = [word for piece in draft.content for word in parse.within(piece)]
    length = len(words)
    if length == 1:
        yield f"single {words[0].pos}"
    yield "short" if length <= SHORT else "middling" if length <= MIDDLING else "long"
    if any(word.text[0] in QUOTES for word in words):
        yield "quotation"
    if not any(word.pos in ("VERB", "AUX") for word in words):
        yield "no verb"
    if len(draft.content) > 1:
        yield "pieces"
    head = parse.root_of(first)
    if head is not None and head.name:
        yield f"content {head.name}"
    if last.end <= token.start:
        yield "before"
    if words and words[0].tag in ("WP", "WRB", "WDT"):
        yield "wh"
