"""Prospects: every phrase of a sentence that could take part in an event, and the syntactic way that leads to it."""

from collections.abc import Iterator

from msgspec import Struct

from sayso.coding.frames import MAX_STEPS, Frame
from sayso.model import Parse, Token

NOMINAL = ("NOUN", "PROPN", "PRON")
PEOPLES = ("NORP", "GPE", "ORG")
# Tokens to either side of the trigger in which its participants are looked for.
FAR = 70
TIMES = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL")
BOUND = ("compound", "amod", "nmod", "npadvmod", "quantmod")
EMPTY = frozenset({"it", "there", "this", "that", "which", "what", "who", "whom", "where", "how", "when", "why"})


class Prospect(Struct):
    """A phrase's head, the tree path from the trigger to it, and its part in the frame.

    way: labels up ("^dobj") and down ("dobj"), prepositions named; route: "agent", "patient", "prep:on", "mod:amod", "".
    """

    head: Token
    way: str
    steps: int
    route: str


def prospects(frame: Frame, parse: Parse) -> Iterator[Prospect]:
    """The phrases of the trigger's sentence that could take part, in the order of the text."""
    trigger = frame.token
    sentence = parse.sentences[trigger.sentence]
    up = _upward(trigger, parse)
    routes = _routes(frame)
    first = max(sentence.first, trigger.i - FAR)
    last = min(sentence.last, trigger.i + FAR)
    for token in parse.tokens[first:last]:
        if token.i != trigger.i and _may_name(token, trigger):
            way, steps = _way(token, up, parse)
            yield Prospect(token, way, steps, routes.get(token.i, ""))


def _may_name(token: Token, trigger: Token) -> bool:
    if token.name in TIMES:
        return False
    if token.pos in NOMINAL:
        if token.dep in BOUND:
            return token.name in PEOPLES or token.head == trigger.i
        return not (token.pos == "PRON" and token.lemma in EMPTY and token.dep != "nsubj")
    if token.pos == "ADJ":
        as_noun = token.dep in ("nsubj", "pobj", "dobj", "nsubjpass")
        return token.name in PEOPLES or as_noun or (token.head == trigger.i and bool(token.name))
    if token.tag == "PRP$" or (token.pos == "DET" and token.dep == "poss"):
        return True
    return token.pos in ("NUM", "DET") and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")


def _routes(frame: Frame) -> dict[int, str]:
    found: dict[int, str] = {}
    for child in frame.modifiers:
        if child.dep != "det":
            found[child.i] = f"mod:{child.dep}"
    for preposition, heads in frame.preps.items():
        for n, head in enumerate(heads):
            found[head.i] = f"prep:{preposition}" if n == 0 else f"prep+:{preposition}"
    for n, head in enumerate(frame.patients):
        found[head.i] = f"patient:{'first' if n == 0 else 'more'}:{'passive' if frame.passive else 'active'}"
    for n, head in enumerate(frame.agents):
        found[head.i] = f"agent:{'first' if n == 0 else 'more'}:{'passive' if frame.passive else frame.route}"
    return found


def _upward(token: Token, parse: Parse) -> dict[int, tuple[str, int]]:
    """Token index to (path, steps) for the trigger and all that it hangs on."""
    found = {token.i: ("", 0)}
    path = ""
    for steps in range(1, MAX_STEPS):
        if token.head == token.i:
            break
        path += f"^{_label(token)}"
        token = parse.head(token)
        found[token.i] = (path, steps)
    return found


def _way(token: Token, up: dict[int, tuple[str, int]], parse: Parse) -> tuple[str, int]:
    down: list[str] = []
    while token.i not in up:
        if len(down) >= MAX_STEPS or token.head == token.i:
            return "far", MAX_STEPS
        down.append(_label(token))
        token = parse.head(token)
    path, steps = up[token.i]
    return path + "/" + ".".join(reversed(down)), steps + len(down)


def _label(token: Token) -> str:
    return f"prep_{token.lemma}" if token.dep in ("prep", "agent") else token.dep
