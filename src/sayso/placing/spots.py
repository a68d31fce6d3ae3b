"""Stretches of words that may name a place: the recogniser's names and what the gazetteer knows."""

from collections.abc import Iterator

from msgspec import Struct

from sayso.model import Parse, Sentence, Token
from sayso.resources.gazetteer import Entry, Gazetteer, Match, without_direction

LONGEST = 6
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# Lower-case words that stand inside names of places ("Rio de Janeiro", "Stoke upon Trent", "Dayr az Zawr").
LINKS = frozenset(
    "of de del della di da do dos das la le les el al ar as ash at az ad an ez es et ed ul upon on in the and "
    "sur sous der den van am im bei y e i bin ibn abu umm ou o'".split()
)
ARTICLES = frozenset("al el ar as ash at az ad an ez es esh et ed al-".split())
GLUE = frozenset({"-", "–", "‐", "'", "’", ".", "/"})
# Parts of speech that a lone capitalised word must not have to be looked up when the recogniser saw no name in it.
CLOSED = frozenset({"DET", "PRON", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "PUNCT", "SYM", "NUM", "INTJ"})


class Spot(Struct):
    """Words that may name a place: tokens [first, last), their characters, and what the gazetteer has for them.

    entries: without demonyms. label: how the recogniser's names lie to it ("exact:GPE", "inside:ORG", "none").
    covered: the words are part of a longer name of the gazetteer.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    label: str
    covered: bool = False
    score: float = 0.0


def spots(parse: Parse, gazetteer: Gazetteer) -> list[Spot]:
    """All candidate stretches, in the order of the text, overlapping ones included."""
    labels = _labels(parse)
    found: list[Spot] = []
    for sentence in parse.sentences:
        seen: dict[tuple[int, int], Spot] = {}
        for spot in _known(parse, sentence, gazetteer, labels):
            seen[(spot.first, spot.last)] = spot
        _mark_covered(list(seen.values()))
        found.extend(seen.values())
    countries = countries_named(parse, found, gazetteer)
    if countries & gazetteer.TRANSLITERATED:
        found.extend(_alike(parse, found, countries, gazetteer, labels))
    known = {(spot.first, spot.last) for spot in found}
    found.extend(spot for spot in _recognised(parse, gazetteer) if (spot.first, spot.last) not in known)
    return sorted(found, key=lambda spot: (spot.start, -spot.end))


def countries_named(parse: Parse, found: list[Spot], gazetteer: Gazetteer) -> set[str]:
    """ISO codes of the countries that the text names, by themselves or by their people."""
    named = {
        entry.place.country or ""
        for spot in found
        for entry in spot.entries
        if entry.place.kind == "country" and not spot.label.endswith("PERSON")
    }
    for name in parse.names:
        if name.label == "NORP":
            named.update(entry.place.country or "" for entry in gazetteer.people(name.span.words(parse.text)))
    return named - {""}


def _alike(
    parse: Parse, found: list[Spot], countries: set[str], gazetteer: Gazetteer, labels: list[int]
) -> Iterator[Spot]:
    """Capitalised stretches that the gazetteer knows in another transliteration, in the countries named alone."""
    taken = {i for spot in found for i in range(spot.first, spot.last)}
    tokens = parse.tokens
    for sentence in parse.sentences:
        done = sentence.first
        for i in range(sentence.first, sentence.last):
            if i < done or not starts(tokens[i]) or (tokens[i].text not in ARTICLES and _closed(tokens[i], labels[i])):
                continue
            for j in sorted(_ends(tokens, i, sentence.last), reverse=True):
                if any(k in taken for k in range(i, j)) and j - i == 1:
                    continue
                name = parse.text[tokens[i].start : tokens[j - 1].end]
                if tokens[i].text in ARTICLES and j == i + 1:
                    continue
                entries = tuple(entry for entry in gazetteer.alike(name) if entry.place.country in countries)
                if entries and not gazetteer.entries(name):
                    yield Spot(i, j, tokens[i].start, tokens[j - 1].end, name, entries, relation(parse, labels, i, j))
                    done = j
                    break


def _labels(parse: Parse) -> list[int]:
    """For each token the index of the recogniser's name that it belongs to, -1 for none."""
    labels = [-1] * len(parse.tokens)
    for index, name in enumerate(parse.names):
        for i in range(name.first, name.last):
            labels[i] = index
    return labels


def relation(parse: Parse, labels: list[int], first: int, last: int) -> str:
    """How tokens [first, last) lie to the recogniser's names."""
    own = labels[first]
    if own < 0 and labels[last - 1] < 0:
        return "none"
    name = parse.names[own if own >= 0 else labels[last - 1]]
    start = name.first
    if parse.tokens[start].text.lower() == "the" and name.last - start > 1:
        start += 1
    if (start, name.last) == (first, last) or (name.first, name.last) == (first, last):
        return f"exact:{name.label}"
    if name.first <= first and last <= name.last:
        where = "start" if first == start else "end" if last == name.last else "mid"
        return f"{where}:{name.label}"
    return f"over:{name.label}"


def starts(token: Token) -> bool:
    """Can a name of a place start with this token?"""
    return token.text[0].isupper() or token.text in ARTICLES


def _known(parse: Parse, sentence: Sentence, gazetteer: Gazetteer, labels: list[int]) -> Iterator[Spot]:
    """Stretches of capitalised words that the gazetteer knows."""
    tokens, text = parse.tokens, parse.text
    for i in range(sentence.first, sentence.last):
        if not starts(tokens[i]):
            continue
        for j in _ends(tokens, i, sentence.last):
            if j - i == 1 and _closed(tokens[i], labels[i]):
                continue
            name = text[tokens[i].start : tokens[j - 1].end]
            entries = tuple(entry for entry in gazetteer.entries(name) if entry.match is not Match.DEMONYM)
            if entries and (len(name) > 2 or name.isupper()):
                yield Spot(
                    i, j, tokens[i].start, tokens[j - 1].end, name, entries, relation(parse, labels, i, j)
                )  # fmt: skip


def _closed(token: Token, label: int) -> bool:
    return token.text in ARTICLES or (label < 0 and token.pos in CLOSED)


def _ends(tokens: tuple[Token, ...], first: int, limit: int) -> Iterator[int]:
    """The token indices after which a name that starts at `first` may end."""
    for j in range(first, min(first + LONGEST, limit)):
        word = tokens[j].text
        if word[0].isupper() or word[0].isdigit():
            if word[0].isupper():
                yield j + 1
        elif word not in GLUE and word.lower() not in LINKS:
            # "Deir ez-Zor" comes as one token in lower case after a hyphen in some tokenisations
            if j > first and tokens[j - 1].text in GLUE:
                yield j + 1
                continue
            return


def _mark_covered(found: list[Spot]) -> None:
    for spot in found:
        spot.covered = any(
            other.first <= spot.first and spot.last <= other.last and other.last - other.first > spot.last - spot.first
            for other in found
        )


def _recognised(parse: Parse, gazetteer: Gazetteer) -> Iterator[Spot]:
    """The recogniser's places that the gazetteer does not know by all their words."""
    for name in parse.names:
        if name.label not in PLACE_LABELS:
            continue
        first, last = name.first, name.last
        while first < last - 1 and (parse.tokens[first].text.lower() == "the" or parse.tokens[first].text in '"“‘\'('):
            first += 1
        while last - 1 > first and parse.tokens[last - 1].text in ("'s", "’s", "'", "’", '"', "”", ")", ",", "."):
            last -= 1
        start, end = parse.tokens[first].start, parse.tokens[last - 1].end
        words = parse.text[start:end]
        if not words[0].isalpha() or "\n" in words:
            continue
        bare = without_direction(words.lower())
        entries = gazetteer.entries(bare) if bare != words.lower() else ()
        yield Spot(first, last, start, end, words, tuple(e for e in entries if e.match is not Match.DEMONYM),
                   f"exact:{name.label}")  # fmt: skip
