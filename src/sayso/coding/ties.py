"""Ties: of which deeds a death or an injury is told to be the outcome: "killed in an air strike", "the raid left nine dead"."""

from collections.abc import Iterator

from sayso.coding.frames import is_passive, objects_of, with_conjuncts
from sayso.model import Parse, Token

# How a sentence joins an outcome to its deed.
BROUGHT = ("in", "by", "during", "from")
# "as a result of the bombing", "because of the bombing".
RESULTS = frozenset({"result", "consequence", "because", "due"})
CLAUSES = ("advcl", "acl", "relcl", "xcomp", "oprd")
# Verbs that tell how somebody was killed, and the words from one to its "killed".
WAYS = frozenset({"shoot", "stab", "beat", "ambush", "gun", "hack", "strangle", "bomb", "behead", "poison"})
BESIDE = 3
WHEN = frozenset({"when", "as", "after"})
MAX_STEPS = 4
# How far ahead of an outcome the deed is told that a parser ties to a later outcome alone, and the verbs that tell outcomes.
AHEAD = 25
OUTCOMES = frozenset({"kill", "die", "wound", "injure", "hurt", "sustain", "suffer", "be", "have", "include"})


def tied(word: Token, parse: Parse) -> frozenset[int]:
    """Indices of the words that may name the deed of an outcome, by the syntax: "killed and wounded in these raids" has both tied."""
    found: set[int] = set()
    if word.pos == "VERB" and (is_passive(word, parse) or word.lemma == "die"):
        found.update(_ahead(word, parse))
        found.update(_when(word, parse))
    if word.dep == "conj" and not is_passive(word, parse) and not any(parse.dependents(word, "nsubj")):
        found.update(_before(word, parse))
    if word.tag == "VBD" and not is_passive(word, parse) and not any(parse.dependents(word, "nsubj")):
        found.update(_behind(word, parse))
    for one in _coordinated(word, parse):
        if one.lemma in WAYS and 0 < word.i - one.i <= BESIDE:  # "shot and killed"
            found.add(one.i)
        found.update(_around(one, parse))
        above = one
        for _ in range(MAX_STEPS):
            if above.dep not in CLAUSES or above.head == above.i or _is_since(above, parse):
                break
            above = parse.head(above)
            found.add(above.i)
            if not is_passive(above, parse):
                found.update(_subjects(above, parse))
                found.update(one.i for one in parse.dependents(above, "dobj"))
    return frozenset(found - {word.i})


def is_of_before(word: Token, deed: Token, parse: Parse) -> bool:
    """Is an outcome told in a clause of what was before the deed: "the deadliest attack since a bomb killed forty"?"""
    clause = next((one for one in (word, *parse.ancestors(word)) if _is_since(one, parse)), None)
    return clause is not None and clause not in (deed, *parse.ancestors(deed))


def _is_since(clause: Token, parse: Parse) -> bool:
    return clause.dep in CLAUSES and any(one.lemma == "since" for one in parse.dependents(clause, "mark"))


def _coordinated(word: Token, parse: Parse) -> list[Token]:
    first = word
    for _ in range(MAX_STEPS):
        if first.dep != "conj" or first.head == first.i:
            break
        first = parse.head(first)
    return [one for one in with_conjuncts(first, parse) if one.pos == word.pos] if first.pos == word.pos else [word]


def _before(word: Token, parse: Parse) -> Iterator[int]:
    """What whoever kills did first: "attacked a bus and killed nine", "launched an attack and killed nine"."""
    for _ in range(MAX_STEPS):
        above = parse.head(word)
        if word.dep != "conj" or above.tag != word.tag or is_passive(above, parse):
            return
        yield above.i
        yield from (one.i for one in parse.dependents(above, "dobj"))
        word = above


def _ahead(word: Token, parse: Parse) -> Iterator[int]:
    """The deeds in which the outcomes of a clause end, however a parser joins them: "were killed and 30 hurt in a raid"."""
    sentence = parse.sentences[word.sentence]
    for one in parse.tokens[word.i + 1 : min(sentence.last, word.i + 1 + AHEAD)]:
        if one.pos in ("VERB", "AUX") and one.lemma not in OUTCOMES:
            return
        if one.dep in ("mark", "csubj") or (
            one.dep in ("nsubj", "nsubjpass") and parse.head(one).lemma not in OUTCOMES
        ):
            return
        if one.pos == "ADP" and one.lemma in BROUGHT:
            yield from (brought.i for brought in objects_of(one, parse))


def _when(word: Token, parse: Parse) -> Iterator[int]:
    """The deed of a clause that tells when somebody was killed: "were killed after rebels shot at the bus"."""
    for clause in parse.dependents(word, "advcl"):
        if any(one.lemma in WHEN for one in parse.dependents(clause, "mark", "advmod")):
            yield clause.i
            yield from (one.i for one in parse.dependents(clause, "dobj", "nsubjpass"))


def _behind(word: Token, parse: Parse) -> Iterator[int]:
    """The nouns before a verb in whose place a parser finds no subject: "killed nine and artillery fire killed two"."""
    for i in range(word.i - 1, parse.sentences[word.sentence].first - 1, -1):
        one = parse.tokens[i]
        if one.pos in ("VERB", "AUX", "SCONJ") or word.i - i > AHEAD:
            return
        if one.pos == "NOUN":
            yield i


def _around(word: Token, parse: Parse) -> Iterator[int]:
    """The deeds that the word's own phrases and its subject name."""
    if word.pos == "VERB" and not is_passive(word, parse):
        yield from _subjects(word, parse)
    for child in parse.dependents(word, "prep", "agent"):
        brought = list(objects_of(child, parse))
        if child.lemma in BROUGHT or child.lemma in RESULTS:
            yield from (one.i for one in brought)
        for result in brought:
            if result.lemma in RESULTS:
                yield from (
                    one.i
                    for inner in parse.dependents(result, "prep")
                    if inner.lemma == "of"
                    for one in objects_of(inner, parse)
                )


def _subjects(verb: Token, parse: Parse) -> Iterator[int]:
    for child in parse.dependents(verb, "nsubj"):
        yield from (one.i for one in with_conjuncts(child, parse))
