"""Unharmed: words that say that nobody was harmed at all: "no casualties", "caused only material damage"."""

from sayso.model import Parse, Token

# As news spells it, too.
CASUALTIES = frozenset({"casualty", "causality", "victim"})
NONE = frozenset({"no", "without", "zero"})
DAMAGE = frozenset({"damage", "loss"})
MATERIAL = frozenset({"material", "property", "structural"})
# How far before or after the damage its "only" stands: "material damage only", "only minor material damage".
NEAR = 4


def tells_of_nobody(token: Token, parse: Parse) -> bool:
    """Does a word say that nobody was killed or injured?"""
    if token.lemma in CASUALTIES:
        return _without(token, parse)
    return token.lemma in DAMAGE and _only_material(token, parse)


def _without(token: Token, parse: Parse) -> bool:
    above = parse.head(token)
    return any(one.lemma in NONE for one in (*parse.dependents(token, "det", "nummod"), above))


def _only_material(token: Token, parse: Parse) -> bool:
    if not any(one.lemma in MATERIAL for one in parse.dependents(token, "amod", "compound")):
        return False
    sentence = parse.sentences[token.sentence]
    near = parse.tokens[max(sentence.first, token.i - NEAR) : min(sentence.last, token.i + 2)]
    return any(one.lemma == "only" for one in near)
