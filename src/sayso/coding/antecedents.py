"""Antecedents: whom a sentence names, in place of the pronoun that takes part ("Ghana says it will not accept")."""

from typing import Final

import msgspec

from sayso.coding.phrases import phrase
from sayso.model import Cast, Event, Parse, Span, Token

# Who each pronoun may be read as where only the syntax tells: tags of its noun.
SINGULAR: Final = ("NN", "NNP")
TAGS: Final = {
    "he": SINGULAR, "his": SINGULAR, "him": SINGULAR, "she": SINGULAR, "her": SINGULAR, "it": SINGULAR, "its": SINGULAR,
    "they": ("NN", "NNP", "NNS", "NNPS"), "their": ("NN", "NNP", "NNS", "NNPS"), "them": ("NN", "NNP", "NNS", "NNPS"),
}  # fmt: skip
PERSONAL: Final = frozenset({"he", "his", "him", "she", "her"})
# What "he" never is.
BODIES: Final = frozenset({"GPE", "NORP", "ORG", "LOC", "FAC"})
WITHIN: Final = ("ccomp", "conj", "xcomp")


def with_names(event: Event, parse: Parse, cast: Cast) -> Event:
    """The event, each pronoun among its participants replaced by the words of its sentence that it stands for, if any do.

    Nobody does a thing to themselves by that: such an antecedent is wrong.
    """
    agents, patients = (
        tuple(sorted({_named(span, parse, cast) for span in spans})) for spans in (event.agent, event.patient)
    )
    if (agents, patients) == (event.agent, event.patient) or not set(agents).isdisjoint(patients):
        return event
    return msgspec.structs.replace(event, agent=agents, patient=patients)


def _named(span: Span, parse: Parse, cast: Cast) -> Span:
    word = parse.root_of(span)
    if word is None or word.span != span or word.text.lower() not in TAGS:
        return span
    other = _by_cast(word, parse, cast) or _speaker(word, parse)
    return phrase(other, parse) if other is not None else span


def _by_cast(pronoun: Token, parse: Parse, cast: Cast) -> Token | None:
    """The head of the nearest words before a pronoun, or else the first after it, by which its sentence names the same actor."""
    actor = next((one.actor for one in cast.mentions if one.head == pronoun.span and one.kind == "pronoun"), None)
    if actor is None:
        return None
    sentence = parse.sentences[pronoun.sentence].span
    heads = [one.head for one in cast.mentions if one.actor == actor and one.kind != "pronoun"]
    own = [head for head in heads if sentence.covers(head)]
    before = [head for head in own if head < pronoun.span]
    return parse.root_of((before[-1:] or own[:1])[0]) if own else None


def _speaker(pronoun: Token, parse: Parse) -> Token | None:
    """The subject of the verb under which a pronoun is the subject of a clause: "the committee says it will not accept"."""
    clause = parse.head(pronoun)
    if pronoun.dep not in ("nsubj", "nsubjpass"):
        return None
    while clause.dep in WITHIN and clause.head != clause.i:
        above = parse.head(clause)
        if clause.dep == "ccomp":
            return next((one for one in parse.dependents(above, "nsubj") if _agrees(pronoun, one)), None)
        clause = above
    return None


def _agrees(pronoun: Token, noun: Token) -> bool:
    word = pronoun.text.lower()
    if noun.tag not in TAGS[word]:
        return False
    return not (word in PERSONAL and noun.name in BODIES) and not (word in ("it", "its") and noun.name == "PERSON")
