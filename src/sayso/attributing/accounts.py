"""Accounts: contents that no verb, noun or adjective governs: "according to X", "reportedly"."""

from collections.abc import Iterator

from sayso.attributing.draft import Draft
from sayso.attributing.phrases import below, noun_phrase, runs
from sayso.model import Parse, Span, Token

# The share in which sourceless adverbs report.
ADVERBS = {
    "reportedly": 0.85,
    "allegedly": 0.85,
    "supposedly": 0.5,
    "purportedly": 0.6,
    "ostensibly": 0.3,
    "rumoredly": 0.5,
}
CLAUSES = frozenset({"ROOT", "ccomp", "relcl", "advcl", "conj", "parataxis", "acl", "pcomp", "csubj"})


def accounts(parse: Parse, token: Token) -> Iterator[Draft]:
    """The account that a token opens, if it opens one."""
    word = token.text.lower()
    if word == "according":
        yield from _according(parse, token)
    elif word == "per" and token.dep == "prep":
        yield from _per(parse, token)
    elif word in ADVERBS:
        yield from _adverb(parse, token, ADVERBS[word])


def clause_of(parse: Parse, token: Token) -> Token:
    """The head of the clause that an account stands beside: the whole sentence where it opens or closes it."""
    sentence = parse.sentences[token.sentence]
    words = below(parse, token.i)
    outermost = words[0] <= sentence.first + 1 or all(
        parse.tokens[index].pos == "PUNCT" for index in range(words[-1] + 1, sentence.last)
    )
    current = token
    while current.head != current.i:
        if current is not token and current.dep in CLAUSES and current.pos in ("VERB", "AUX") and not outermost:
            return current
        current = parse.tokens[current.head]
    return current


def _according(parse: Parse, token: Token) -> Iterator[Draft]:
    if token.i + 1 >= len(parse.tokens) or parse.tokens[token.i + 1].text.lower() != "to":
        return
    to = parse.tokens[token.i + 1]
    named = next((parse.tokens[i] for i in (*parse.children[to.i], *parse.children[token.i]) if i > to.i), None)
    if named is None or parse.tokens[to.i].sentence != token.sentence:
        return
    source = noun_phrase(parse, named)
    if source is None:
        return
    yield from _account(parse, token, (token.i, to.i), source, 0.9, "according")


def _per(parse: Parse, token: Token) -> Iterator[Draft]:
    named = next((parse.tokens[i] for i in parse.children[token.i] if parse.tokens[i].dep == "pobj"), None)
    if named is None or named.name not in ("ORG", "PERSON") or not _at_edge(parse, token):
        return
    source = noun_phrase(parse, named)
    if source is not None:
        yield from _account(parse, token, (token.i,), source, 0.5, "according")


def _at_edge(parse: Parse, token: Token) -> bool:
    """Does the phrase open its sentence or stand after a comma?"""
    sentence = parse.sentences[token.sentence]
    return token.i == sentence.first or parse.tokens[token.i - 1].text == ","


def _account(
    parse: Parse, token: Token, cue: tuple[int, ...], source: Span, confidence: float, frame: str
) -> Iterator[Draft]:
    clause = clause_of(parse, token)
    content = runs(parse, below(parse, clause.i, {token.i}))
    content = tuple(piece for piece in content if not piece.overlaps(source))
    if clause.i != token.i and content:
        yield Draft((source,), runs(parse, cue), content, confidence, "according", frame, "ADP")


def _adverb(parse: Parse, token: Token, confidence: float) -> Iterator[Draft]:
    governor = parse.tokens[token.head]
    content = runs(parse, below(parse, governor.i, {token.i}))
    if governor.i != token.i and content:
        yield Draft((), (token.span,), content, confidence, token.text.lower(), "adverb", "ADV")
