"""Phrases: from tokens of the parse to the spans of the text that a reader would mark."""

from collections.abc import Iterable

from sayso.model import Parse, Span, Token

OPENING = frozenset('"“„«‹‘`') | {"``", "''", "'"}
CLOSING = frozenset('"”»›’') | {"''", "'"}
EDGE = frozenset(",;:-–—.!?…") | {"--", "..."}
# Marks inside of a name: "Al-Jazeera".
JOINING = frozenset("-–/&")
# A clause set off by a comma tells more of the speaker, but is no part of the name.
ASIDES = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp"})


def runs(parse: Parse, indices: Iterable[int]) -> tuple[Span, ...]:
    """The spans of maximal runs of neighbouring tokens of one sentence, without punctuation at their edges.

    indices: token indices in ascending order.
    """
    spans: list[Span] = []
    run: list[Token] = []
    for index in indices:
        if run and index != run[-1].i + 1:
            _close(run, spans)
            run = []
        run.append(parse.tokens[index])
    _close(run, spans)
    return tuple(spans)


def _close(run: list[Token], spans: list[Span]) -> None:
    first, last = 0, len(run)
    while first < last and (run[first].text in EDGE or run[first].pos == "SPACE"):
        first += 1
    while last > first and run[last - 1].text in EDGE:
        last -= 1
    if first < last and any(token.pos != "PUNCT" for token in run[first:last]):
        spans.append(Span(run[first].start, run[last - 1].end))


def below(parse: Parse, top: int, without: frozenset[int] | set[int] = frozenset()) -> list[int]:
    """Indices of a token and all that depends on it, in order, leaving out the tokens in without with their dependents."""
    found, waiting = [], [top]
    children = parse.children
    while waiting:
        index = waiting.pop()
        if index in without:
            continue
        found.append(index)
        waiting.extend(children[index])
    found.sort()
    return found


def noun_phrase(parse: Parse, head: Token, without: frozenset[int] = frozenset()) -> Span | None:
    """The words that name someone: the head with its titles, appositions and close modifiers.

    Clauses after a comma are left out, and so is what lies beyond a gap in the phrase.
    """
    asides = set(without)
    asides.update(index for index in parse.children[head.i] if _is_aside(parse, head, parse.tokens[index]))
    pieces = runs(parse, below(parse, head.i, asides))
    for piece in pieces:
        if piece.start <= head.start < piece.end:
            return _closed_bracket(parse.text, piece)
    return None


def _is_aside(parse: Parse, head: Token, child: Token) -> bool:
    """Is a dependent of a name no part of it: a clause after a comma, a dangling conjunction, an adverb before it?"""
    if child.dep in ASIDES:
        return child.i > head.i and (child.lemma == "cite" or _set_off(parse, child))
    if child.dep == "prep":
        return child.text.lower() == "according"
    if child.dep in ("cc", "preconj"):
        return not any(parse.tokens[i].dep == "conj" and i > child.i for i in parse.children[head.i])
    before = child.dep in ("advmod", "mark", "punct") and child.i < head.i
    return before and child.pos in ("ADV", "SCONJ", "PUNCT") and child.text not in JOINING


def _set_off(parse: Parse, clause: Token) -> bool:
    """Does a comma or dash stand right before the clause?"""
    first = below(parse, clause.i)[0]
    return first > 0 and parse.tokens[first - 1].text in EDGE


def _closed_bracket(text: str, span: Span) -> Span:
    """A phrase that opens a bracket keeps the closing one."""
    words = span.words(text)
    if words.count("(") > words.count(")") and text[span.end : span.end + 1] == ")":
        return Span(span.start, span.end + 1)
    return span
