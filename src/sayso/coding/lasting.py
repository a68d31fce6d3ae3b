"""Lasting: what a sentence tells of how long something has gone on, which makes it ongoing or done."""

from collections.abc import Iterator

from sayso.coding.scopes import finite
from sayso.model import Parse, Token

STEPS = 5
HABIT = frozenset(
    {"sporadically", "regularly", "always", "often", "routinely", "repeatedly", "frequently", "daily", "constantly", "usually",
     "periodically", "continuously", "increasingly", "still", "now", "currently"}
)  # fmt: skip
DONE = frozenset({"ago", "yesterday", "earlier", "previously", "recently", "already", "later", "then"})
TIMES = ("DATE", "TIME")


def lasting(token: Token, parse: Parse) -> Iterator[str]:
    """Names of the times that the clause of a word tells: since when, for how long, how often."""
    verb = _verb(token, parse)
    if verb is None:
        return
    kind = "own" if verb.i == token.i else token.dep
    perfect = any(one.text.lower() in ("has", "have", "'ve") for one in parse.dependents(verb, "aux"))
    for name in dict.fromkeys(_times(verb, parse)):
        yield f"when={name}"
        yield f"when={name}&{perfect}&{kind}"
    if perfect:
        yield f"perfect&{kind}"


def _verb(token: Token, parse: Parse) -> Token | None:
    """The verb of the clause that a word stands in."""
    for _ in range(STEPS):
        if token.pos in ("VERB", "AUX"):
            return finite(token, parse)
        token = parse.head(token)
    return None


def _times(verb: Token, parse: Parse) -> Iterator[str]:
    for child in parse.dependents(verb, "prep", "mark", "advmod", "advcl", "npadvmod"):
        if child.dep == "advmod":
            if child.lemma in HABIT:
                yield "habit"
            elif child.lemma in DONE:
                yield "done"
        elif child.dep == "npadvmod":
            yield "date" if child.name in TIMES else "measure"
        elif child.dep == "advcl":
            if any(one.lemma == "since" for one in parse.dependents(child, "mark")):
                yield "since"
        elif child.lemma == "since":
            yield "since"
        elif child.dep == "prep":
            yield from _brought(child, parse)


def _brought(preposition: Token, parse: Parse) -> Iterator[str]:
    for one in parse.dependents(preposition, "pobj"):
        if one.name not in TIMES:
            continue
        recent = any(inner.lemma in ("recent", "past", "last") for inner in parse.dependents(one, "amod"))
        yield f"{preposition.lemma}-recent" if recent else f"{preposition.lemma}-date"
