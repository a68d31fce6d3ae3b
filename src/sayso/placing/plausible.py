"""What looks like a little-known place and is none: "U.N.", "the South", "NATO", "in Congress"."""

from sayso.model import Parse, Token
from sayso.resources.gazetteer import Entry, Match

# An abbreviation of this many letters or fewer is hardly a town in capitals.
SHORT = 5
# Cities that go by their initials, and a news agency that goes by the name of one.
CITIES = frozenset({"DC", "KL", "LA", "NYC"})
AGENCIES = frozenset({"SANA"})
KNOWN = 20
WIDE = frozenset({"country", "admin1", "region"})
DATELINE_MARKS = frozenset({",", ":", "(", "—", "–", "-", "--", "/"})
# An American state's abbreviation stands behind a town or in a party's brackets: "Raleigh, NC", "(R-NC)".
BEFORE_STATE = frozenset({",", "(", "-", "–"})
DIRECTIONS = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast", "northwest",
    "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "midwest", "upper",
    "lower", "old", "new", "the", "capital", "federal", "mainland", "coastal",
})  # fmt: skip
GENERIC = frozenset({"area", "capital", "city", "coast", "district", "hill", "province", "region", "side", "territory"})
# Bodies, acts and ranks that some little-known place shares its name with.
NEVER = frozenset({
    "Act", "Army", "Brig", "Conquest", "Congress", "Constitution", "Corps", "Gen", "Grand", "Parliament", "Senate",
    "Standard", "State", "Union",
})  # fmt: skip


def plausible(
    parse: Parse, first: int, last: int, entries: tuple[Entry, ...], countries: set[str]
) -> tuple[Entry, ...]:
    """The entries that tokens [first, last) may name, none for an abbreviation, a body or a mere direction.

    countries: ISO codes of the countries that the document names; divisions called "Eastern" lie in one of those.
    """
    words = [token.text for token in parse.tokens[first:last]]
    if is_abbreviation(parse, first, last) and not _opens(parse, first, entries):
        return tuple(entry for entry in entries if entry.place.kind in WIDE and _whole_or_beside(parse, first, entry))
    if all(word.lower() in DIRECTIONS or word.lower() in GENERIC for word in words):
        return tuple(entry for entry in entries if entry.place.country in countries)
    if len(words) == 1 and words[0].rstrip(".") in NEVER:
        return ()
    return entries


def is_abbreviation(parse: Parse, first: int, last: int) -> bool:
    """Is it one short word in capitals in a sentence that is not all in capitals, and no dateline ("HOMS, Syria")?"""
    if last - first != 1:
        return False
    token = parse.tokens[first]
    letters = [char for char in token.text if char.isalpha()]
    if "".join(letters) in CITIES:
        return False
    if not 2 <= len(letters) <= SHORT or not all(char.isupper() for char in letters):
        return False
    sentence = parse.sentences[token.sentence]
    after = parse.tokens[last] if last < sentence.last else None
    if first == sentence.first and (after is None or after.text in DATELINE_MARKS):
        return False
    return not any(
        _shouted(other) for other in parse.tokens[max(sentence.first, first - 1) : last + 1] if other != token
    )


def _opens(parse: Parse, first: int, entries: tuple[Entry, ...]) -> bool:
    """Is it a well-known place with which a sentence opens, as some datelines do ("PARIS Two men were held")?"""
    token = parse.tokens[first]
    known = any(entry.match is Match.MAIN and entry.fame >= KNOWN for entry in entries)
    return known and token.text not in AGENCIES and first == parse.sentences[token.sentence].first


def _shouted(token: Token) -> bool:
    return len(token.text) > SHORT and token.text.isupper()


def _whole_or_beside(parse: Parse, first: int, entry: Entry) -> bool:
    """A country goes by its abbreviation everywhere, a first-level division behind the name of a town, not of a person."""
    if entry.place.kind != "admin1":
        return True
    if first == 0 or parse.tokens[first - 1].text not in BEFORE_STATE:
        return False
    return not any(name.label == "PERSON" and name.first < first <= name.last + 1 for name in parse.names)
