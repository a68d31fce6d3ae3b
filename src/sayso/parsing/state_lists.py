"""Lists of states that lost their commas: "Ghana Peru and Norway" are three, not a Peru that Ghana stands before."""

from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from sayso.resources.actors.tables import states

LONGEST = 4  # words of a state's name
JOINING = frozenset({"and", "or", "&"})


@cache
def _names() -> frozenset[tuple[str, ...]]:
    """The names of states, word by word."""
    return frozenset(
        tuple(name.lstrip("=").split())
        for entry in states("states.tsv")
        for name in entry.names
        if name[0] != "~" and name[-1] != "."
    )


@Language.component("sayso_state_lists")
def state_lists(doc: Doc) -> Doc:
    """Join the states that stand side by side before an "and" to each other, as if a comma stood between them."""
    at = 0
    while at < len(doc):
        listed = _listed(doc, at)
        if len(listed) > 1 and listed[-1][1] < len(doc) and doc[listed[-1][1]].lower_ in JOINING:
            _join(doc, listed)
        at = listed[-1][1] if listed else at + 1
    return doc


def _listed(doc: Doc, at: int) -> list[tuple[int, int]]:
    """The states that are named one right after the other from a token on: the tokens [first, last) of each."""
    found: list[tuple[int, int]] = []
    while at < len(doc):
        first = at + 1 if found and doc[at].lower_ == "the" and at + 1 < len(doc) else at
        length = _length(doc, first)
        if not length or (found and doc[first].sent != doc[found[0][0]].sent):
            break
        found.append((first, first + length))
        at = first + length
    return found


def _length(doc: Doc, at: int) -> int:
    """How many words of a state's name stand at a token; 0 for none."""
    if not doc[at].text[:1].isupper():
        return 0
    words = [token.text for token in doc[at : at + LONGEST]]
    return next((n for n in range(len(words), 0, -1) if tuple(words[:n]) in _names()), 0)


def _join(doc: Doc, listed: list[tuple[int, int]]) -> None:
    """Make each state of a list the conjunct of the one before it; the first has the place of them all in the sentence."""
    inside = range(listed[0][0], listed[-1][1])
    top: Any = next((t for t in doc[inside.start : inside.stop] if t.head.i not in inside or t.head == t), None)
    heads = [doc[last - 1] for _, last in listed]
    if top is None or any(t.head.i not in inside for t in doc[inside.start : inside.stop] if t != top):
        return
    above, dep = top.head, top.dep_
    if top not in heads or above == top:
        return
    for (first, last), head in zip(listed, heads, strict=True):
        for token in doc[first : last - 1]:
            if not first <= token.head.i < last:
                token.head = head
    for token in [t for head in heads for t in head.lefts if t.i < inside.start]:
        token.head = heads[0]
    for n in range(len(heads) - 1, 0, -1):
        heads[n].head, heads[n].dep_ = heads[n - 1], "conj"
    heads[0].head, heads[0].dep_ = above, dep
