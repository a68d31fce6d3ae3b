"""Unlabelled: proper nouns that no recogniser saw, where they stand as subject, object or owner."""

from sayso.model import ActorKind, Parse, Token
from sayso.naming.no_one import NAMED_THINGS, thing_named
from sayso.naming.phrases import ADDRESSED, FATED
from sayso.naming.recognised import HONORIFICS, Named, comparable, organised
from sayso.resources.people import People

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "poss", "appos", "conj", "dative"})
SPENT = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "EVENT", "LAW", "LANGUAGE", "GPE", "LOC",
                   "FAC"})  # fmt: skip


def unlabelled(parse: Parse, taken: set[int], people: People) -> list[Named]:
    """Runs of proper nouns that no recogniser saw, where they stand as subject, object or owner."""
    found: list[Named] = []
    for sentence in parse.sentences:
        if sentence.left_out:
            continue
        for token in parse.of(sentence):
            if token.pos != "PROPN" or token.i in taken or not _argument(parse, token):
                continue
            if token.name in SPENT and parse.tokens[token.i - 1].text.lower() not in people.given:
                continue
            if people.noun(token.lemma.lower()) is not None or not token.text[:1].isupper():
                continue
            first = token.i
            while first > sentence.first and _joins(parse.tokens[first - 1], token, taken):
                first -= 1
            tokens = parse.tokens[first : token.i + 1]
            if thing_named(tokens) or _the_thing(parse, first, tokens):
                continue
            found.append(_unlabelled(tokens, people))
            taken.update(range(first, token.i + 1))
    return found


def _the_thing(parse: Parse, first: int, tokens: tuple[Token, ...]) -> bool:
    """Is a single word that of a law or the like, by its article or what is put in brackets ("the (Amendment) Bill")?"""
    before = parse.tokens[first - 1].text.lower() if first else ""
    return len(tokens) == 1 and before in ("the", "this", ")") and tokens[0].text.lower() in NAMED_THINGS


def _argument(parse: Parse, token: Token) -> bool:
    if token.dep == "dobj":
        return parse.head(token).lemma in ADDRESSED | FATED
    if token.dep in ARGUMENTS:
        return token.dep != "conj" or _argument(parse, parse.head(token))
    return token.dep == "pobj" and (parse.head(token).dep == "agent" or parse.head(token).lemma in ("with", "by", "as"))


def _joins(token: Token, head: Token, taken: set[int]) -> bool:
    return (
        token.pos == "PROPN"
        and token.i not in taken
        and token.text[:1].isupper()
        and token.head in (head.i, head.i - 1)
    )


def _unlabelled(tokens: tuple[Token, ...], people: People) -> Named:
    titled = any(t.text.casefold().strip(".") in HONORIFICS for t in tokens[:-1])
    given = tokens[0].text.lower() in people.given and len(tokens) > 1
    person = titled or given
    kind: ActorKind = "person" if person else organised(tokens, people)
    return Named(
        tokens[0].i, tokens[-1].i + 1, comparable(tokens, person=person), kind, "recogniser",
        because="a proper noun that acts or is acted on",
    )  # fmt: skip
