"""Titles with their abbreviation: "Superintendent of Police (SP) Karim Hossain", who is "the SP" from then on."""

from collections.abc import Sequence
from itertools import takewhile

import msgspec
from msgspec import Struct

from sayso.model import Parse, Token
from sayso.naming.recognised import Named
from sayso.resources.people import People

SMALL = frozenset({"of", "the", "for", "in", "and", "to", "at", "-", "‑", "–"})
SHORTEST, LONGEST = 2, 6
# Tokens before a name: two words of the title at least, the abbreviation and its brackets.
BEFORE = 5


class Title(Struct, frozen=True):
    """A title and its abbreviation in brackets, tokens [first, last), right before the name of who has it."""

    first: int
    last: int
    short: str


def with_titles_abbreviated(parse: Parse, names: Sequence[Named], people: People) -> list[Named]:
    """The names without those inside of such titles, and with the abbreviations that stand for their holders elsewhere."""
    titles = {
        name.first: title
        for name in names
        if name.kind == "person" and (title := _title(parse, name.first, people)) is not None
    }
    if not titles:
        return list(names)
    inside = {i for title in titles.values() for i in range(title.first, title.last)}
    shorts = {title.short for title in titles.values()}
    kept: list[Named] = []
    for name in names:
        alone = name.last - name.first == 1 and parse.tokens[name.first].text in shorts
        if not alone and inside.isdisjoint(range(name.first, name.last)):
            title = titles.get(name.first)
            kept.append(name if title is None else msgspec.structs.replace(name, short=title.short.lower()))
    taken = {i for name in kept for i in range(name.first, name.last)} | inside
    kept.extend(
        Named(token.i, token.i + 1, token.text.lower(), "person", "recogniser", because="the title's abbreviation")
        for sentence in parse.sentences
        if not sentence.left_out
        for token in parse.of(sentence)
        if token.text in shorts and token.i not in taken
    )
    return kept


def _title(parse: Parse, name: int, people: People) -> Title | None:
    """The title right before a name, where its abbreviation in brackets stands between the two."""
    tokens = parse.tokens
    if name < BEFORE or (tokens[name - 3].text, tokens[name - 1].text) != ("(", ")"):
        return None
    short = tokens[name - 2].text
    if not (SHORTEST <= len(short) <= LONGEST and short.isalpha() and short.isupper()):
        return None
    # the parser may end the sentence at the bracket
    at, left, sentence = name - 4, list(short), tokens[name - 2].sentence
    while left and at >= 0 and tokens[at].sentence == sentence:
        word = tokens[at].text
        if word[0].upper() == left[-1] and word[0].isalpha():
            left.pop()
        elif word.lower() not in SMALL:
            return None
        at -= 1
    words = tokens[at + 1 : name - 3]
    told = not left and words[0].text[0].isupper() and _of_a_person(words, people)
    return Title(at + 1, name, short) if told else None


def _of_a_person(words: Sequence[Token], people: People) -> bool:
    """Do the words before the first small one name somebody's office, and no body ("Growers Union")?"""
    main = list(takewhile(lambda word: word.text.lower() not in SMALL, words))
    nouns = [people.noun(word.lemma.lower()) for word in main]
    if nouns[-1] is not None and nouns[-1].collective:
        return False
    return any(
        noun is not None and noun.one == "person" and word.text.lower() == word.lemma.lower()
        for word, noun in zip(main, nouns, strict=True)
    )
