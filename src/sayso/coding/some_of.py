"""Some of: the numbers by which a sentence tells of a part of the victims, and what they say of all."""

from sayso.coding.frames import with_conjuncts
from sayso.coding.numbers import added, how_many
from sayso.coding.totals import Harm
from sayso.model import Count, Parse, Token
from sayso.resources.codebook import Lexicon

ONE = Count(1, 1)
THOSE = frozenset({"those", "dead", "victim", "casualty", "fatality"})


def some_of(token: Token, harm: Harm, parse: Parse, lexicon: Lexicon) -> tuple[Count, tuple[Token, ...]] | None:
    """The number that the word of a harm gives by telling of a part of the victims, and who they are; None where it does not."""
    return _some_of_dead(token, harm, parse, lexicon) or _some_of_them(token, parse, lexicon)


def _some_of_dead(token: Token, harm: Harm, parse: Parse, lexicon: Lexicon) -> tuple[Count, tuple[Token, ...]] | None:
    """So many, where a part of the dead is told of: "five of the dead were children", "six of those killed"."""
    inner = token if token.lemma == "dead" else parse.head(token)
    of = parse.head(inner)
    if harm != "killed" or inner.dep != "pobj" or of.lemma != "of" or inner.pos == "VERB":
        return None
    if token.pos == "NOUN" and token.lemma != "dead":  # "six of the murders"
        return None
    number = parse.head(of)
    part = how_many(number, parse, lexicon.marks) if number.pos == "NUM" else None
    return (part, (inner,)) if part is not None else None


def _some_of_them(token: Token, parse: Parse, lexicon: Lexicon) -> tuple[Count, tuple[Token, ...]] | None:
    """At least so many, where a part is told: "three children were among those killed", "among the nine killed"."""
    inner = token if token.dep in ("pobj", "nsubj") else parse.head(token)
    preposition = parse.head(inner)
    if inner.dep == "nsubj" and preposition.lemma == "include" and inner.lemma in THOSE:
        told = [one for child in parse.dependents(preposition, "dobj") for one in _listed(child, parse)]
        return _at_least(told, parse, lexicon)
    if inner.dep != "pobj" or preposition.lemma != "among":
        return None
    whole = how_many(inner, parse, lexicon.marks)
    if whole is not None:
        return whole, (inner,)
    verb = parse.head(preposition)
    heads = [one for child in parse.dependents(verb, "nsubj", "attr") for one in with_conjuncts(child, parse)]
    return _at_least(heads, parse, lexicon)


def _listed(first: Token, parse: Parse) -> list[Token]:
    """A noun and those listed after it, whose commas may be lost: "six women five children and a guard"."""
    return [one for head in (first, *parse.dependents(first, "appos")) for one in with_conjuncts(head, parse)]


def _at_least(heads: list[Token], parse: Parse, lexicon: Lexicon) -> tuple[Count, tuple[Token, ...]] | None:
    counts = [(head, count) for head in heads if (count := how_many(head, parse, lexicon.marks)) is not None]
    total = added([count for _, count in counts])
    if total is None or total.low is None or total == ONE:
        return None
    return Count(total.low, None), tuple(head for head, _ in counts)
