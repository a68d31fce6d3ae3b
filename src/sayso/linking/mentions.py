"""Mentions: what is seen of an event where it is mentioned, as the linking across documents looks at it."""

from collections.abc import Iterable

from msgspec import Struct

from sayso.linking.stems import stem
from sayso.model import Parse, Span, Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
PLAIN = frozenset({"ADP", "PART", "DET", "ADV", "AUX", "PUNCT"})
KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun"}
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT"})
COUNTED = frozenset({"DATE", "CARDINAL", "MONEY", "QUANTITY"})
# Where a word without an agent of its own finds it at the verb that it hangs on.
HANGING = frozenset({"conj", "xcomp", "advcl", "relcl", "acl", "dobj", "nsubj", "nsubjpass"})
# Words this close to the trigger are near (tokens).
NEAR = 4
# A phrase is looked at no further than this (tokens).
LONGEST = 40


class Mention(Struct, frozen=True, gc=False):
    """One mention of an event.

    span: its words in the text. lemma, stem: of its head. words: all its words, in lower case; lemmas: their lemmas.
    kind: verb, noun or other. sentence: the index of its sentence; root: it is the main verb there.
    agents, patients, others: content lemmas of its arguments by what they are to it. near: content lemmas beside it.
    around, names, numbers: content lemmas, parts of names, and numbers and dates of its sentence.
    A mention on which no token stands has an empty lemma and nothing around it.
    """

    span: Span
    lemma: str = ""
    stem: str = ""
    words: str = ""
    lemmas: str = ""
    kind: str = "other"
    sentence: int = 0
    root: bool = False
    agents: frozenset[str] = frozenset()
    patients: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


def mention_at(parse: Parse, span: Span) -> Mention:
    """What the parse shows of the event that is mentioned in a span."""
    inside = parse.within(span)
    head = _head(parse, span, inside)
    if head is None:
        return Mention(span)
    own = frozenset(token.i for token in inside)
    agents, patients, others = _arguments(parse, head, own)
    sentence = parse.of(parse.sentences[head.sentence])
    content = [token for token in sentence if token.pos in CONTENT and token.i not in own]
    lemma = head.lemma.lower()
    return Mention(
        span=span,
        lemma=lemma,
        stem=stem(lemma),
        words=" ".join(token.text.lower() for token in inside),
        lemmas=" ".join(token.lemma.lower() for token in inside),
        kind=KINDS.get(head.pos, "other"),
        sentence=head.sentence,
        root=head.dep == "ROOT",
        agents=agents,
        patients=patients,
        others=others,
        near=_lemmas(token for token in content if abs(token.i - head.i) <= NEAR),
        around=_lemmas(content),
        names=_lemmas(token for token in sentence if token.name in NAMED and token.pos in CONTENT),
        numbers=frozenset(token.text.lower() for token in sentence if _counts(token)),
    )


def _head(parse: Parse, span: Span, inside: tuple[Token, ...]) -> Token | None:
    head = parse.root_of(span)
    if head is not None and head.pos in PLAIN:
        return next((token for token in inside if token.pos in KINDS and token.pos != "AUX"), head)
    return head


def _counts(token: Token) -> bool:
    return token.pos == "NUM" or (token.name in COUNTED and token.pos == "PROPN")


def _lemmas(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(token.lemma.lower() for token in tokens)


def _phrase(parse: Parse, token: Token, own: frozenset[int]) -> frozenset[str]:
    """Content lemmas of a dependent and what depends on it, the mention's own words left out."""
    found: list[Token] = []
    waiting = [token.i]
    while waiting and len(found) < LONGEST:
        index = waiting.pop()
        found.append(parse.tokens[index])
        waiting.extend(parse.children[index])
    return _lemmas(one for one in found if one.pos in CONTENT and one.i not in own)


def _arguments(parse: Parse, head: Token, own: frozenset[int]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Content lemmas of agents, patients and other dependents; some are found at the verb that the head hangs on."""
    found: dict[str, frozenset[str]] = {"agent": frozenset(), "patient": frozenset(), "other": frozenset()}
    for child in parse.dependents(head):
        role = _role(child)
        if role is not None:
            found[role] |= _phrase(parse, child, own)
    above = parse.head(head)
    if head.dep not in HANGING or above.i == head.i:
        return found["agent"], found["patient"], found["other"]
    for child in parse.dependents(above, "nsubj", "nsubjpass"):
        role = "agent" if child.dep == "nsubj" else "patient"
        if child.i != head.i and not found[role]:
            found[role] = _phrase(parse, child, own)
    if head.dep in ("relcl", "acl") and above.pos in ("NOUN", "PROPN"):
        found["agent" if head.tag == "VBG" else "patient"] |= {above.lemma.lower()}
    return found["agent"], found["patient"], found["other"]


def _role(child: Token) -> str | None:
    """What a dependent is to the event: agent, patient, other, or nothing."""
    if child.dep in ("nsubj", "poss", "agent") or (child.dep == "prep" and child.lemma == "by"):
        return "agent"
    if child.dep in ("dobj", "nsubjpass") or (child.dep == "prep" and child.lemma == "of"):
        return "patient"
    if child.dep in ("prep", "compound", "amod", "nmod", "npadvmod", "advmod", "nummod"):
        return "other"
    return None
