"""Accounts: contents that no verb, noun or adjective governs: "according to X", "reportedly"."""

from collections.abc import Iterator

from sayso.attributing.citing import CITES, whom_it_cites
from sayso.attributing.draft import Draft
from sayso.attributing.phrases import below, noun_phrase, runs
from sayso.attributing.speakers import speaker
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
# Who counts the dead: "the ministry gave a lower toll of 31 killed", "activists put the number at 48".
COUNTS = frozenset({"give", "put"})
COUNTED = frozenset({"toll", "number", "figure", "count", "tally"})
# What is announced as somebody's purpose: "Russia's stated goal is the defeat of the rebels".
PURPOSES = frozenset({"goal", "aim", "objective", "intention", "purpose", "plan", "policy", "position"})
STATED = frozenset({"stated", "declared", "avowed", "professed", "proclaimed", "announced", "official"})
# What tells something without speaking: "intelligence suggesting that ...".
WITNESSES = frozenset(
    {
        "intelligence", "report", "evidence", "document", "video", "footage", "image", "photo", "photograph", "letter",
        "statement", "memo", "datum", "data", "figure", "rumor", "rumour", "information", "cable", "email", "survey",
    }
)  # fmt: skip
SUGGESTS = frozenset({"suggest", "indicate", "say", "allege", "claim", "show", "reveal", "accuse", "confirm"})
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
    elif word in CITES:
        yield from whom_it_cites(parse, token)
    elif token.lemma in COUNTS and token.pos == "VERB":
        yield from _counted(parse, token)
    elif token.lemma in PURPOSES and token.dep == "nsubj":
        yield from _stated(parse, token)
    elif token.lemma in SUGGESTS and token.tag == "VBG" and token.dep == "acl":
        yield from _witnessed(parse, token)


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


def _counted(parse: Parse, verb: Token) -> Iterator[Draft]:
    """Who gives a number, and the number."""
    told = next((one for one in parse.dependents(verb, "dobj") if one.lemma in COUNTED), None)
    source = speaker(parse, verb) if told is not None else None
    if told is None or source is None or told.i < verb.i:
        return
    words = [index for index in below(parse, verb.i) if index > verb.i and parse.tokens[index].dep != "punct"]
    if not any(parse.tokens[index].pos == "NUM" for index in words):
        return  # "put that number in context"
    content = Span(verb.end + 1, parse.tokens[words[-1]].end)
    yield Draft((source,), (verb.span,), (content,), 0.95, verb.lemma, "obj")


def _stated(parse: Parse, noun: Token) -> Iterator[Draft]:
    """A stated purpose, its owner and what it is."""
    owner = next(parse.dependents(noun, "poss"), None)
    stated = next((one for one in parse.dependents(noun, "amod") if one.text.lower() in STATED), None)
    copula = parse.head(noun)
    told = next(parse.dependents(copula, "attr", "xcomp", "ccomp"), None) if copula.lemma == "be" else None
    if owner is None or stated is None or told is None or told.i < copula.i:
        return
    source = noun_phrase(parse, owner)
    words = below(parse, told.i)
    if source is not None:
        content = Span(parse.tokens[words[0]].start, parse.tokens[words[-1]].end)
        named = Span(source.start, owner.end)  # without the possessive
        yield Draft((named,), (Span(stated.start, noun.end),), (content,), 0.92, noun.lemma, "be", "NOUN")


def _witnessed(parse: Parse, verb: Token) -> Iterator[Draft]:
    """A source that is no speaker, its participle and what it tells."""
    witness = parse.head(verb)
    told = next((one for one in parse.dependents(verb, "ccomp", "dobj") if one.i > verb.i), None)
    if witness.lemma not in WITNESSES or told is None:
        return
    last = max(below(parse, verb.i))
    sentence = parse.sentences[verb.sentence]
    # the parser often breaks a clause without "that" off; it goes on to the next stop
    while last + 1 < sentence.last and parse.tokens[last + 1].pos != "PUNCT":
        last += 1
    content = Span(parse.tokens[verb.i + 1].start, parse.tokens[last].end)
    source, cue = Span(witness.start, witness.end), Span(verb.start, verb.end)
    yield Draft((source,), (cue,), (content,), 0.92, verb.lemma, "witness")


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
