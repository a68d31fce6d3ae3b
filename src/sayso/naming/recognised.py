"""Recognised: the names that the recogniser marks, and what their words tell of whom they name."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from sayso.model import ActorKind, Parse, Tags, Token
from sayso.naming.no_one import WEEKDAYS, thing_named
from sayso.naming.phrases import FINITE
from sayso.naming.wordlists import words
from sayso.resources.actors import Entry
from sayso.resources.people import People

# The recognisers' labels (the parser's, then the tagger's) and how we read them.
LABELS = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people",
    "Person": "person", "Organization": "organisation", "Location": "place", "Facility": "place",
}  # fmt: skip
HONORIFICS = words(
    """
    mr mrs ms miss dr sir lord lady president gen general col colonel maj major capt captain lt lieutenant sgt sergeant
    adm admiral sen senator rep gov governor prof professor judge justice pope king queen prince princess sheikh
    ayatollah imam rev brig brigadier cmdr commander minister chancellor mayor ambassador secretary hon pol cpl
    premier inspector chief constable detective spokesman spokeswoman md ambassador comrade
    """
)
# What the registry knows of but is no one: a demonym as part of these names is left inside of them.
ORGANISED = {
    "news": "media", "times": "media", "post": "media", "press": "media", "tv": "media", "television": "media",
    "radio": "media", "tribune": "media", "herald": "media", "gazette": "media", "daily": "media",
    "inc": "company", "ltd": "company", "corp": "company", "co": "company", "plc": "company", "limited": "company",
    "airlines": "company", "airways": "company", "bank": "company", "motors": "company", "holdings": "company",
    "party": "party", "alliance": "party", "front": "armed_group", "brigade": "armed_group", "militia": "armed_group",
    "brigades": "armed_group", "battalion": "military", "army": "military", "forces": "military",
    "society": "ngo", "rights": "ngo", "crescent": "ngo", "cross": "ngo", "foundation": "ngo", "watch": "ngo",
    "observatory": "ngo", "association": "ngo", "federation": "ngo", "nations": "igo", "ministry": "government_body",
    "parliament": "government_body", "court": "government_body", "senate": "government_body",
    "congress": "government_body", "commission": "government_body", "council": "government_body",
    "department": "government_body", "committee": "government_body", "assembly": "government_body",
    "agency": "government_body", "bureau": "government_body", "office": "government_body", "police": "police",
    "university": "other", "hospital": "other", "school": "other", "college": "other",
}  # fmt: skip
HEADING = words("ministry embassy department university bank office court college institute agency council commission")
ADDRESSES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lord", "Lady", "Sheikh", "Gen", "Col", "Lt", "Maj", "Capt",
                       "Sgt", "Sen", "Rep", "Gov", "Prof", "Justice", "Imam"})  # fmt: skip
POSSESSIVE = ("'s", "’s", "'", "’")


class Named(Struct, frozen=True):
    """A name: tokens [first, last), whom it may name, and how it was recognised.

    key: its comparable form. via: the registry's sense ("adjective", "capital", ...) or "recogniser". place: it names
    a place as far as can be told, and counts only where it acts. country: of a demonym inside of it.
    short: the abbreviation of the person's title that the text gives ("sp").
    """

    first: int
    last: int
    key: str
    kind: ActorKind
    via: str
    entry: Entry | None = None
    place: bool = False
    country: str | None = None
    weak: bool = False
    because: str = ""
    short: str = ""


def recognised(parse: Parse, tags: Tags | None, people: People, inner: dict[int, Named]) -> list[Named]:
    """The recogniser's persons, organisations, peoples and places: the tagger's where it has them, else the parser's."""
    found: list[Named] = []
    for start, end, label in before_owners(parse, without_verbs(parse, items(parse, stretches(parse, tags))), inner):
        kind = LABELS.get(label, "people" if label == "NORP" else "")
        if not kind or parse.sentences[parse.tokens[start].sentence].left_out:
            continue
        first, last = trimmed(parse, start, end)
        if first >= last:  # nothing but marks
            continue
        if kind != "place":
            first, kind = after_title(parse, first, last, kind, people)
        if kind == "person":
            first = past_country(parse, first, last, people, inner)
            last = without_role(parse, first, whole_person(parse, first, last, inner), people)
        if first >= last or not any(t.text != t.text.lower() for t in parse.tokens[first:last]):
            continue
        name = _recognised(parse, first, last, kind, people, inner)
        if name is not None:
            found.append(_of_state_before(name, inner.get(first - 1)))
    return found


def _of_state_before(name: Named, before: Named | None) -> Named:
    """A person is of the state whose possessive without its mark stands right before the name ("Ghanas Brandt")."""
    if before is None or before.entry is None or before.kind != "state" or before.via != "possessive":
        return name
    if name.kind != "person" or name.country is not None:
        return name
    return msgspec.structs.replace(name, country=before.entry.country)


def after_title(parse: Parse, first: int, last: int, kind: str, people: People) -> tuple[int, str]:
    """Where a name begins after a person's title inside of it ("U.S. President Ana Brandt"), and that it is a person's."""
    for at in range(last - 2, first, -1):
        token, after = parse.tokens[at], parse.tokens[at + 1 : last]
        if token.text.casefold().strip(".") in HONORIFICS and token.text.casefold() not in ROYAL:
            named = all(t.text[:1].isupper() and t.text.lower() not in ORGANISED for t in after)
            if named and people.noun(after[-1].lemma.lower()) is None:
                return at + 1, "person"
    return first, kind


def past_country(parse: Parse, first: int, last: int, people: People, inner: dict[int, Named]) -> int:
    """Where a person's name begins after a country that stands before it without a mark ("Saudi Arabia Brandt", "Ghanas Brandt")."""
    state = inner.get(first)
    if state is None or state.first != first or state.kind != "state" or state.last >= last:
        return first
    if state.via == "possessive":
        return state.last
    if state.via != "name":
        return first
    longer = state.last - state.first > 1 or parse.tokens[state.last].text.lower() in people.given
    return state.last if longer else first


def whole_person(parse: Parse, first: int, last: int, inner: dict[int, Named]) -> int:
    """Where a person's name ends, with the surname that the recogniser left outside ("Omar bin Tariq Al" + "Nasir")."""
    end = parse.sentences[parse.tokens[first].sentence].last
    while last < end:
        token = parse.tokens[last]
        joined = any(t.head == last and t.dep in ("compound", "nmod", "flat") for t in parse.tokens[first:last])
        if last in inner and inner[last].via == "possessive":  # "Ana Brandt" + "Ghanas interior minister"
            break
        if token.pos != "PROPN" or not joined or not token.text[:1].isupper() or not token.text.isalpha():
            break
        last += 1
    return last


def without_role(parse: Parse, first: int, last: int, people: People) -> int:
    """Where a person's name ends, without the small word of a role that lost its comma ("Ana Brandt head" of the port)."""
    while last - first > 1:
        token = parse.tokens[last - 1]
        if not token.text.islower() or people.noun(token.lemma.lower()) is None:
            break
        last -= 1
    return last


# Titles that are also the names of buildings, places and bodies: "King Fahd University", "Queen Mary".
ROYAL = frozenset(
    {"king", "queen", "prince", "princess", "pope", "lady", "lord", "sir", "justice", "secretary", "general"}
)


def agreed(told: list[Named]) -> list[Named]:
    """The readings of one name made one: what is mostly a people or organisation in the text is no place anywhere in it."""
    placed = Counter(name.key for name in told if name.place)
    counted = Counter(name.key for name in told if not name.place)
    others = {name.key: name for name in told if not name.place and counted[name.key] >= placed[name.key]}
    return [
        msgspec.structs.replace(name, kind=others[name.key].kind, place=False)
        if name.place and name.key in others
        else name
        for name in told
    ]


def as_persons(told: list[Named]) -> list[Named]:
    """A single word read as a place or organisation that is part of a person's full name here names that person."""
    words = {word for name in told if name.kind == "person" and " " in name.key for word in name.key.split()}
    return [
        msgspec.structs.replace(name, kind="person", place=False, because="a short form of a person's name")
        if name.kind != "person" and name.last - name.first == 1 and name.key in words
        else name
        for name in told
    ]


def stretches(parse: Parse, tags: Tags | None) -> list[tuple[int, int, str]]:
    """The token ranges and labels of the recogniser: the tagger's where it has names, else the parser's."""
    if tags is None or not tags.names:
        return [(name.first, name.last, name.label) for name in parse.names]
    found = []
    for tag in tags.names:
        inside = parse.within(tag.span)
        if inside:
            found.append((inside[0].i, inside[-1].i + 1, tag.label))
    return found


def items(parse: Parse, found: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The stretches, those of several bodies cut at their commas ("Ministry of Health, Embassy of Ghana")."""
    for first, last, label in found:
        start = first
        for at in range(first + 1, last - 1):
            if parse.tokens[at].text == "," and parse.tokens[at + 1].text.lower() in HEADING:
                yield start, at, label
                start = at + 1
        yield start, last, label


def before_owners(
    parse: Parse, found: Iterable[tuple[int, int, str]], inner: dict[int, Named]
) -> Iterator[tuple[int, int, str]]:
    """The stretches, cut before an owner whose mark is lost ("Northern Front" + "Ghanas" + largest militia)."""
    for first, last, label in found:
        owner = next(
            (i for i in range(first + 1, last) if i in inner and inner[i].first == i and _lost(parse, inner[i])), 0
        )
        if owner and any(token.text[:1].isupper() for token in parse.tokens[first:owner]):
            yield first, owner, label
            yield owner, last, label
        else:
            yield first, last, label


def without_verbs(parse: Parse, found: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The stretches, cut before a verb that was taken into them ("the Front captured Base 46")."""
    for first, last, label in found:
        words = parse.tokens[first:last]
        verb = next(
            (
                one.i
                for one in words
                if one.text.islower() and one.pos == "VERB" and one.tag in FINITE and _has_subject(parse, one, first)
            ),
            last,
        )
        if verb > first:
            yield first, verb, label
        if verb + 1 < last and parse.tokens[verb + 1].text[:1].isupper():
            yield verb + 1, last, label


def _has_subject(parse: Parse, verb: Token, first: int) -> bool:
    return any(first <= one.i < verb.i for one in parse.dependents(verb, "nsubj", "nsubjpass"))


def _lost(parse: Parse, name: Named) -> bool:
    """Is it a name whose possessive lost its apostrophe, before what is owned?"""
    word = parse.tokens[name.last - 1].text
    after = parse.tokens[name.last] if name.last < len(parse.tokens) else None
    if word[-1:] != "s" or name.entry is None or after is None or after.pos not in ("NOUN", "ADJ", "PROPN"):
        return False
    return name.via == "possessive" or not any(word in told for told in (*name.entry.names, *name.entry.people))


LISTING = frozenset({"the", ","})
YEAR = re.compile(r"(?:19|20)\d\d")


def trimmed(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """A name without its determiner, its possessive ending and stray punctuation."""
    tokens = parse.tokens
    while first < last and (
        tokens[first].lemma in ("the", "a", "an")
        or tokens[first].pos == "PUNCT"
        or (last - first > 1 and YEAR.fullmatch(tokens[first].text))
    ):
        first += 1
    while last > first and (
        tokens[last - 1].text in POSSESSIVE
        or tokens[last - 1].pos == "PUNCT"
        or (last - first > 1 and tokens[last - 1].text.lower() in WEEKDAYS)
    ):
        last -= 1
    return first, last


def _recognised(
    parse: Parse, first: int, last: int, label: str, people: People, inner: dict[int, Named]
) -> Named | None:
    tokens = parse.tokens[first:last]
    if (
        label in ("organisation", "place")
        and not any(i in inner for i in range(first, last))
        and personal(parse, first, last, people)
    ):
        label = "person"
    entries = {id(inner[i]): inner[i] for i in range(first, last) if i in inner}
    if label != "place" and thing_named(tokens):
        return None
    if label == "organisation" and _generic(tokens, people, inner):
        return None
    if len(entries) > 1 and all(token.i in inner or token.lemma in LISTING for token in tokens):
        return None  # names only put side by side: "in Syria ISIL has", "France Britain the United States"
    if len(entries) == 1 and label != "person":
        (only,) = entries.values()
        if _goes_on(tokens, only):
            return msgspec.structs.replace(only, last=last)
        rest = [t for t in tokens if not only.first <= t.i < only.last]
        if (
            rest
            and all(not t.text[:1].isupper() or people.noun(t.lemma.lower()) for t in rest)
            and only.via != "adjective"
        ):
            return None
    states = (one.entry for one in entries.values() if one.entry is not None and one.entry.kind == "state")
    country = next((state.country for state in states), None)  # a surname that a king shares tells no country
    key = comparable(tokens, person=label == "person")
    if not key:
        return None
    kind: ActorKind = "person" if label == "person" else "other" if label == "people" else organised(tokens, people)
    return Named(
        first, last, key, kind, "recogniser", place=label == "place", country=country,
        because=f"recognised as the name of a {label}" if label != "organisation" else "recognised as an organisation",
    )  # fmt: skip


def _goes_on(tokens: tuple[Token, ...], known: Named) -> bool:
    """Does the name of a body that the registry knows go on after "and" ("Ministry of Justice" + "and Public Security")?"""
    after = [token for token in tokens if token.i >= known.last]
    whole = known.first == tokens[0].i and known.kind in ("government_body", "military", "police")
    return whole and len(after) > 1 and after[0].lemma in ("and", "&") and after[1].text[:1].isupper()


def personal(parse: Parse, first: int, last: int, people: People) -> bool:
    """Do an honorific before it or a given name in it show that a name is a person's?"""
    tokens = parse.tokens[first:last]
    before = parse.tokens[first - 1].text.strip(".") if first else ""
    if before in ADDRESSES or tokens[0].text.strip(".") in ADDRESSES:
        return True
    given = tokens[0].text.lower() in people.given and 2 <= len(tokens) <= 4
    return given and all(t.text[:1].isupper() and t.text.lower() not in ORGANISED for t in tokens)


def _generic(tokens: tuple[Token, ...], people: People, inner: dict[int, Named]) -> bool:
    """Is it a common noun with a demonym at most ("Turkish Army", "Parliament"), which the nominal rules read?"""
    last = tokens[-1]
    noun = people.noun(last.lemma.lower())
    if noun is None or noun.group in ("schools", "health"):
        return False
    return all(token.i in inner and inner[token.i].via in ("adjective", "name") for token in tokens[:-1])


def comparable(tokens: tuple[Token, ...], *, person: bool = False) -> str:
    """The comparable form of a name's words: case-folded, without accents, for persons without honorifics."""
    words = [plain(t.text.casefold()).strip(".'’") for t in tokens if t.pos != "PUNCT"]
    if person:
        bare = [word for word in words if word not in HONORIFICS]
        words = bare or words
    return " ".join(word for word in words if word)


def plain(word: str) -> str:
    """A word without its accents: "Brudzinski" and "Brudziński" are one name."""
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


def organised(tokens: tuple[Token, ...], people: People) -> ActorKind:
    """The kind of an organisation by the words of its name, from the last to the first."""
    for token in reversed(tokens):
        word = token.text.lower().strip(".")
        kind = ORGANISED.get(word)
        if kind is not None:
            return kind  # type: ignore[return-value]
        noun = people.noun(token.lemma.lower())
        if noun is not None and noun.collective and noun.group != "groups":
            return noun.one
    return "other"
