"""Phrases: how far the words reach that name a participant."""

from sayso.model import Parse, Span, Token

LEFT = (
    "det",
    "amod",
    "compound",
    "poss",
    "nummod",
    "nmod",
    "quantmod",
    "advmod",
    "predet",
    "case",
    "npadvmod",
    "nummod",
)
MAX_WORDS = 24
MAX_STEPS = 6


def phrase(head: Token, parse: Parse) -> Span:
    """The noun phrase of a head: what stands left of it, and its "of" and "from" phrases; no relative clauses.

    "at least 18 fighters from the Northern Front who ..." reaches from "at" to "Front".
    """
    first = head.i
    for child in parse.dependents(head, *LEFT):
        if child.i < head.i:
            first = min(first, _leftmost(child, parse, first))
    last = head.i
    for child in parse.dependents(head):
        if child.i > head.i and child.dep == "prep" and child.lemma in ("of", "from"):
            reach = _reach(child, parse)
            if reach - last <= MAX_WORDS and child.i == last + 1:
                last = reach
        elif child.i == last + 1 and child.dep in ("nummod", "case"):
            last = child.i
    return Span(parse.tokens[first].start, parse.tokens[last].end)


def _leftmost(token: Token, parse: Parse, stop: int) -> int:
    """First token of a modifier's own words, those after the head and loose punctuation left aside."""
    first = token.i
    for child in parse.dependents(token):
        if child.i < first and child.dep != "punct" and stop - child.i <= MAX_WORDS:
            first = _leftmost(child, parse, stop)
    return first


def _reach(preposition: Token, parse: Parse, steps: int = 0) -> int:
    """Last token of a prepositional phrase, its object's own phrase included."""
    last = preposition.i
    for child in parse.dependents(preposition, "pobj"):
        last = max(last, child.i)
        for grandchild in parse.dependents(child, "prep"):
            if grandchild.i == last + 1 and grandchild.lemma == "of" and steps < MAX_STEPS:
                last = max(last, _reach(grandchild, parse, steps + 1))
    return last
