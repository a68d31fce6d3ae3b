"""Is it a place? What the words around and inside a stretch tell, weighed by a learned linear model."""

import math
from collections.abc import Iterable, Iterator

from sayso.model import Cast, Parse
from sayso.placing.cues import cue_of
from sayso.placing.plausible import plausible
from sayso.placing.spots import PLACE_LABELS, Spot
from sayso.placing.tagged import TaggedNames, tag_features
from sayso.resources.gazetteer import Entry, Gazetteer, Match
from sayso.resources.people import People

# Chosen on the training part of lgl and geovirus: below one half, as a missed place cannot be mended later.
THRESHOLD = 0.4
TAGGED_THRESHOLD = 0.3
# The recogniser's side never outweighs the tagger by more than this (log odds).
FARTHEST = 12.0
NEAR_WORDS = frozenset({
    "in", "at", "near", "from", "around", "outside", "inside", "toward", "towards", "into", "across", "throughout",
    "via",
})  # fmt: skip
BOUNDARY = frozenset({",", ";", ":", "(", ")", "—", "–", "-", '"', "“", "”", "'s", "’s", ".", "/", "[", "]"})


class Around:
    """What a document tells of its names as a whole, gathered once."""

    def __init__(self, parse: Parse, found: Iterable[Spot], cast: Cast | None = None) -> None:
        """cast: who is named in the document, where that is known."""
        self.parse = parse
        self.surnames = _surnames(parse, cast)
        self.in_persons = _in_persons(parse, cast)
        self.given = People.open().given
        self.placed: dict[str, int] = {}
        self.others: dict[str, int] = {}
        self.persons: set[str] = set()
        self.lower = {token.text for token in parse.tokens if token.text.islower()}
        for name in parse.names:
            words = parse.text[name.span.start : name.span.end]
            if name.label in PLACE_LABELS:
                self.placed[words.removeprefix("the ")] = self.placed.get(words.removeprefix("the "), 0) + 1
            elif name.label == "PERSON":
                self.persons.update(words.split())
            else:
                self.others[words] = self.others.get(words, 0) + 1
        self.countries = {
            entry.place.country
            for spot in found
            if spot.label in ("exact:GPE", "exact:LOC")
            for entry in spot.entries
            if entry.place.kind == "country"
        }
        self.at: dict[int, Spot] = {}
        for spot in found:
            old = self.at.get(spot.first)
            if old is None or old.last < spot.last:
                self.at[spot.first] = spot
        self.called_places = {spot.name for spot in found if spot.name in self.surnames and _called_a_place(spot, self)}


PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "bint", "de", "da", "dos", "del", "la", "le", "van", "von", "der", "den"}
)


def _surnames(parse: Parse, cast: Cast | None) -> set[str]:
    """The last words of people's full names, and the single names that follow a title."""
    full = [name.span.words(parse.text) for name in parse.names if name.label == "PERSON"]
    for actor in cast.actors if cast is not None else ():
        if actor.kind == "person":
            full += actor.names
    surnames = {words[-1] for words in (name.split() for name in full) if len(words) > 1 and _is_full_name(words)}
    bare = {rest for first, _, rest in (name.partition("-") for name in surnames) if rest and first in PARTICLES}
    return surnames | bare | set(_titled(parse))


def _in_persons(parse: Parse, cast: Cast | None) -> set[int]:
    """The tokens of people's full names but the first, which may be a place: "Vicente Guerrero", "Aleppo governor Ali Saad"."""
    kinds = {actor.id: actor.kind for actor in cast.actors} if cast is not None else {}
    spans = [
        mention.span
        for mention in (cast.mentions if cast is not None else ())
        if mention.kind == "name" and kinds.get(mention.actor) == "person"
    ]
    found: set[int] = set()
    for span in spans:
        words = span.words(parse.text).split()
        if len(words) > 1 and _is_full_name(words):
            found.update(token.i for token in parse.within(span)[1:])
    return found


def _titled(parse: Parse) -> Iterator[str]:
    """Single names behind a title: "Mr Paris", "Sgt. Lincoln"; a longer name tells its surname itself."""
    for title, name, after in zip(parse.tokens, parse.tokens[1:], parse.tokens[2:], strict=False):
        named = title.text.rstrip(".") in TITLES and name.text[0].isupper() and title.sentence == name.sentence
        if named and (not after.text[0].isupper() or after.sentence != name.sentence):
            yield name.text


TITLES = frozenset({
    "Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Madam", "Prof", "Professor", "Gen", "General", "Col", "Colonel", "Maj",
    "Major", "Capt", "Captain", "Lt", "Lieutenant", "Sgt", "Sergeant", "Cpl", "Corporal", "Pvt", "Adm", "Admiral", "Sen",
    "Senator", "Rep", "Judge", "Justice", "Rev", "Reverend", "Bishop", "Archbishop", "Cardinal", "Rabbi", "Imam",
    "Sheikh", "Ayatollah", "Detective", "Inspector", "Constable",
})  # fmt: skip


def _is_full_name(words: list[str]) -> bool:
    """Are these words nothing but a name: "Omar al-Haddad", not "the mayor of Arbin"?"""
    return all(word[0].isupper() or word in PARTICLES or word.split("-")[0] in PARTICLES for word in words) and not any(
        (word[-1] in ",.;:" and len(word) > 2) or word.endswith(("'s", "’s")) for word in words
    )


def features(spot: Spot, around: Around) -> list[str]:
    """The names of the features that hold of a stretch."""
    tokens = around.parse.tokens
    first, last, label = spot.first, spot.last, spot.label
    found = ["bias", f"l={label}", f"n={last - first}", f"pos={tokens[last - 1].pos}", f"l={label} n={last - first}"]
    found += _known(spot, label, around)
    found += _beside(spot, around)
    found += _within(spot, around)
    found += _elsewhere(spot, around)
    return found


def _beside(spot: Spot, around: Around) -> list[str]:
    """The words before and after."""
    tokens = around.parse.tokens
    first, last, label = spot.first, spot.last, spot.label
    sentence = around.parse.sentences[tokens[first].sentence]
    before = tokens[first - 1] if first > sentence.first else None
    after = tokens[last] if last < sentence.last else None
    prev = before.text.lower() if before else "<s>"
    following = after.text.lower() if after else "</s>"
    found = [f"p={prev}", f"x={following}", f"l={label} p={prev}", f"l={label} x={following}"]
    if before is None:
        found.append("initial")
    elif before.text[0].isupper() and prev not in BOUNDARY:
        found += ["capbefore" if first - 1 > sentence.first else "capfirst", f"capbefore l={label}"]
    if after and after.text[0].isupper():
        found += ["capafter", f"capafter l={label}"]
        if last + 1 < sentence.last and not tokens[last + 1].text[0].isupper():
            found.append(f"x2={tokens[last + 1].text.lower()}")
    if prev in NEAR_WORDS:
        found += ["prep", f"prep l={label}"]
    if following == "," and last + 1 in around.at and _wide(around.at[last + 1]):
        found.append("comma place")
    if prev == "," and first - 2 >= sentence.first and tokens[first - 2].text[0].isupper():
        found.append("after comma" + (" wide" if _wide(spot) else ""))
    return found


def _within(spot: Spot, around: Around) -> list[str]:
    """The words themselves, and the stretches around and inside of them."""
    label, found = spot.label, []
    cue = cue_of(around.parse, spot.first, spot.last)
    if cue:
        found += ["cue", f"cue l={label}", f"cue {cue}"]
    if any(token.text.lower() in around.given for token in around.parse.tokens[spot.first : spot.last]):
        found += ["given", f"given l={label}"]
    if spot.name.isupper() and len(spot.name) > 3:
        found.append("upper")
    if spot.holds:
        found.append("holds" if spot.entries else "holds unknown")
    if spot.covered:
        found += ["covered", f"covered l={label}"]
    return found


def _wide(spot: Spot) -> bool:
    return any(entry.place.kind in ("country", "admin1") for entry in spot.entries)


def _known(spot: Spot, label: str, around: Around) -> list[str]:
    if not spot.entries:
        return ["unknown", f"unknown l={label}"]
    best = max(spot.entries, key=lambda entry: (entry.match < Match.DERIVED, entry.fame, entry.place.population))
    match = min(entry.match for entry in spot.entries)
    fame = int(math.log2(best.fame + 1))
    size = int(math.log10(max(entry.place.population for entry in spot.entries) + 1))
    many = int(math.log2(len(spot.entries)))
    found = [
        f"m={match.name}", f"k={best.place.kind}", f"fame={fame}", f"size={size}", f"many={many}",
        f"l={label} m={match.name}", f"l={label} fame={fame}", f"l={label} size={size}", f"l={label} k={best.place.kind}",
    ]  # fmt: skip
    if any(entry.place.country in around.countries for entry in spot.entries):
        found += ["country named", f"country named l={label}"]
    return found


def _elsewhere(spot: Spot, around: Around) -> list[str]:
    found = []
    own = spot.label in ("exact:GPE", "exact:LOC", "exact:FAC")
    if around.placed.get(spot.name, 0) > (1 if own else 0):
        found.append("placed elsewhere")
    if spot.name in around.others:
        found.append("other elsewhere")
    if spot.name in around.persons:
        found.append("person elsewhere" + (" own" if "PERSON" in spot.label else ""))
    if spot.name.lower() in around.lower:
        found.append("lower elsewhere")
    return found


def judge(found: list[Spot], around: Around, gazetteer: Gazetteer, tagged: TaggedNames | None = None) -> None:
    """Set each stretch's probability of naming a place; tagged: in the light of the tagger's names, where there are any."""
    weights, tagged_weights = gazetteer.spot_weights, gazetteer.tagged_weights
    named = {country for country in around.countries if country}
    for spot in found:
        known = spot.entries
        spot.entries = plausible(around.parse, spot.first, spot.last, known, named)
        if (known and not spot.entries) or _surname(spot, around) or _word_of_a_body(spot, around):
            spot.score = 0.0
            continue
        total = sum([weights.get(feature, 0.0) for feature in features(spot, around)])
        if tagged is not None:
            total = max(-FARTHEST, min(FARTHEST, total))
            total += sum([tagged_weights.get(feature, 0.0) for feature in tag_features(spot, tagged)])
        spot.score = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _surname(spot: Spot, around: Around) -> bool:
    """Is a name that is a town's and a surname of someone whom the text names in full that person here?

    So is what stands inside of such a name. The name may have lost its apostrophe ("Assads forces"). It is that person,
    unless the words beside one of its mentions call it a place.
    """
    if any(entry.place.kind == "country" for entry in spot.entries):
        return False
    if spot.first in around.in_persons and spot.last - 1 in around.in_persons:
        return True
    name = spot.name[:-1] if spot.name[-1:] == "s" and spot.name[:-1] in around.surnames else spot.name
    return name in around.surnames and spot.name not in around.called_places


def _called_a_place(spot: Spot, around: Around) -> bool:
    """Do the words beside a mention call it a place: "in X", "the town of X", "X, Y" with a wide Y?"""
    tokens = around.parse.tokens
    before = tokens[spot.first - 1] if spot.first > 0 else None
    if before is not None and before.sentence == tokens[spot.first].sentence and before.text.lower() in NEAR_WORDS:
        return True
    if cue_of(around.parse, spot.first, spot.last):
        return True
    following = tokens[spot.last] if spot.last < len(tokens) else None
    return following is not None and following.text == "," and _wide_at(around, spot.last + 1)


# From this size on a town is known beyond its country, so that something may well be named for it.
KNOWN_FAME, KNOWN_POPULATION = 20, 80_000


def well_known(entries: Iterable[Entry]) -> bool:
    """Is one of the places a country, or known by many names or people under its main name?"""
    return any(
        entry.place.kind == "country" or entry.fame >= KNOWN_FAME or entry.place.population >= KNOWN_POPULATION
        for entry in entries
        if entry.match is Match.MAIN
    )


# Words of which bodies' names are made that are by chance also little-known places.
BODY_WORDS = frozenset({
    "Air", "Alliance", "Army", "Assembly", "Border", "Cabinet", "Church", "Coast", "Commerce", "Congress", "Council",
    "Court", "Defence", "Defense", "Democratic", "Enterprise", "Equality", "Federal", "Freedom", "Front", "General",
    "Guard", "Hope", "House", "Independence", "Industry", "Islam", "Islamic", "Justice", "Labour", "Liberal", "Liberty",
    "Media", "Moro", "Nation", "National", "New", "Party", "Peace", "Police", "Progress", "Protection", "Republican",
    "Security", "Senate", "Supreme", "Unity", "Union", "Victory", "Welfare",
})  # fmt: skip


def _word_of_a_body(spot: Spot, around: Around) -> bool:
    """Is it an ordinary word of an organisation's name that only by chance is also a place's ("Coast Guard")?"""
    inside = spot.label.endswith(":ORG") and not spot.label.startswith("exact")
    return inside and spot.name in BODY_WORDS and spot.name not in around.placed


def _wide_at(around: Around, i: int) -> bool:
    return i in around.at and _wide(around.at[i])


def chosen(found: list[Spot], threshold: float = THRESHOLD) -> list[Spot]:
    """The likeliest stretches that do not overlap, in the order of the text."""
    taken: list[Spot] = []
    used: set[int] = set()
    for spot in sorted(found, key=lambda spot: (-spot.score, spot.start, -spot.end)):
        if spot.score < threshold:
            break
        if not used.intersection(range(spot.first, spot.last)):
            used.update(range(spot.first, spot.last))
            taken.append(spot)
    return sorted(taken, key=lambda spot: spot.start)
