"""Phrases: how far the words reach that name a participant."""

from collections.abc import Sequence

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
# Marks that stand in pairs; a straight quotation mark both opens and closes.
CLOSED_BY = {"“": "”", "(": ")", "[": "]", '"': '"'}
MAX_WORDS = 24
MAX_STEPS = 6
NOTHING = range(0)


def phrase(head: Token, parse: Parse, without: range = NOTHING) -> Span:
    """The noun phrase of a head: what stands left of it, and its "of" and "from" phrases; no relative clauses.

    "at least 18 fighters from the Northern Front who ..." reaches from "at" to "Front".
    without: indices of tokens that are no part of it, nor what lies beyond them; the head is none of them.
    """
    first, last = _reaches(head, parse)
    if without and first < without.stop and without.start <= last:
        first, last = _beside(first, last, head, without, parse)
    first, last = _in_pairs(first, last, head, without, parse)
    return Span(parse.tokens[first].start, parse.tokens[last].end)


def _in_pairs(first: int, last: int, head: Token, without: range, parse: Parse) -> tuple[int, int]:
    """The part of a phrase around the head in which marks stand in pairs; the other one of a pair is taken in from right beside it."""
    odd = [one for one in _unpaired(parse.tokens[first : last + 1]) if one.i != head.i]
    if not odd:
        return first, last
    mark = odd[0]
    before = parse.tokens[first - 1].text if first > 0 and first - 1 not in without else ""
    after = parse.tokens[last + 1].text if last + 1 < len(parse.tokens) and last + 1 not in without else ""
    if len(odd) == 1 and after and CLOSED_BY.get(mark.text) == after:
        return first, last + 1
    if len(odd) == 1 and before and CLOSED_BY.get(before) == mark.text:
        return first - 1, last
    inside = (mark.i + 1, last) if mark.i < head.i else (first, mark.i - 1)
    return _in_pairs(*inside, head, without, parse)


def _unpaired(tokens: Sequence[Token]) -> list[Token]:
    """The marks among some words that open what is not closed, or close what was not opened."""
    odd: list[Token] = []
    for token in tokens:
        if odd and token.text == CLOSED_BY.get(odd[-1].text):
            odd.pop()
        elif token.text in CLOSED_BY or token.text in CLOSED_BY.values():
            odd.append(token)
    return odd


def _beside(first: int, last: int, head: Token, without: range, parse: Parse) -> tuple[int, int]:
    """The part of a phrase on the head's side of some tokens, the punctuation between them left aside."""
    if head.i < without.start:
        last = without.start - 1
        inner = parse.tokens[without.start]
        while inner.head not in (head.i, inner.i):
            inner = parse.head(inner)
        if inner.dep == "prep" and head.i < inner.i <= last:  # "accused [the army] of the raid"
            last = inner.i - 1
        while last > head.i and parse.tokens[last].pos == "PUNCT":
            last -= 1
    else:
        first = without.stop
        while first < head.i and parse.tokens[first].pos == "PUNCT":
            first += 1
    return first, last


def _reaches(head: Token, parse: Parse) -> tuple[int, int]:
    """First and last token of the noun phrase of a head."""
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
    return first, last


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
