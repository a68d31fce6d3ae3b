"""Names: stretches of words that name someone outright, by the registry and by the recogniser, the longest first."""

from collections import Counter

from msgspec import Struct

from sayso.model import ActorKind, Parse, Sentence, Tags, Token
from sayso.naming.abbreviated import with_titles_abbreviated
from sayso.naming.offices import FORCES, GOVERNMENTS
from sayso.naming.recognised import ADDRESSES, LABELS, Named, agreed, as_persons, recognised, stretches
from sayso.naming.unlabelled import unlabelled
from sayso.naming.whose import a_place_too, doubtful, inside_a_name, of_another, of_many, spoken_of
from sayso.resources.actors import Match, Registry, Sense
from sayso.resources.people import People

POSSESSIVE = ("'s", "’s", "'", "’")


class Hit(Struct, frozen=True):
    """A name that the registry knows: length tokens from first."""

    first: int
    length: int
    match: Match


def named(parse: Parse, registry: Registry, tags: Tags | None, people: People) -> list[Named]:
    """The names of the report, none overlapping, in the order of the text."""
    told_persons, given = person_words(parse, tags), always_persons(parse, tags)
    matches = [
        hit
        for sentence in parse.sentences
        if not sentence.left_out
        for hit in known(parse, sentence, registry)
        if not (hit.length == 1 and _anothers(hit) and parse.tokens[hit.first].text.casefold() in told_persons)
        if not (hit.length == 1 and named_state(hit) and parse.tokens[hit.first].text in given)
    ]
    matches = own(parse, supported(parse, matches, told_persons), stretches(parse, tags))
    countries = heard(matches)
    found = [_known(hit, countries) for hit in matches]
    inner = {i: name for name in found for i in range(name.first, name.last)}
    told = agreed(as_persons(recognised(parse, tags, people, inner)))
    seen = {i for name in told for i in range(name.first, name.last)}
    kept: dict[int, Named] = {}
    for name in sorted([*found, *told], key=_preference):
        if not any(i in kept for i in range(name.first, name.last)) and not (
            name.weak and not seen.issuperset(range(name.first, name.last))
        ):
            kept.update((i, name) for i in range(name.first, name.last))
    taken = set(kept)
    names = list({id(name): name for name in kept.values()}.values())
    names.extend(unlabelled(parse, taken, people))
    return sorted(with_titles_abbreviated(parse, names, people), key=lambda name: name.first)


def supported(parse: Parse, matches: list[Hit], told_persons: frozenset[str]) -> list[Hit]:
    """Without bare surnames for which nothing else in the document speaks.

    "Anwar" alone is the politician where his full name or his country is named too, not in any Anwar's story; "Liu" in
    "Liu He" and "Sabah" in "Sheikh Sabah" are parts of other names. Where people of the surname are named in full
    ("Park Won-soon"), it is a short form of theirs. told_persons: the words of full names, see `person_words`.
    """
    strong = {entry.id for hit in matches if not hit.match.weak for entry in hit.match.entries}
    countries = {entry.country for hit in matches if not hit.match.weak for entry in hit.match.entries} - {None}
    kept = []
    for hit in matches:
        if not hit.match.weak or hit.length > 1:
            kept.append(hit)
            continue
        word = parse.tokens[hit.first].text.casefold()
        senses = tuple(
            sense
            for sense in hit.match.senses
            if sense.entry.kind != "person"
            or (word not in told_persons and (sense.entry.id in strong or sense.entry.country in countries))
        )
        named = tuple(sense for sense in senses if sense.entry.id in strong)
        if senses and not _inside_longer(parse, hit):
            kept.append(Hit(hit.first, hit.length, Match(named or senses, hit.match.length)))
    return kept


def own(parse: Parse, matches: list[Hit], told: list[tuple[int, int, str]]) -> list[Hit]:
    """Without names that are better not taken for a state or for one of its bodies, see `whose`."""
    spoken, others_too = spoken_of(hit.match for hit in matches), heard(matches)
    otherwise = frozenset(hit.match.entry.id for hit in matches if hit.match.via in ("adjective", "people", "capital"))
    states = {
        i: hit.match.entry.country
        for hit in matches
        if hit.match.entry.kind == "state"
        for i in range(hit.first, hit.first + hit.length)
    }
    bodies = {
        hit.first + hit.length - 1 for hit in matches if hit.match.entry.kind in ("media", "ngo", "igo", "company")
    }
    kept = []
    for hit in matches:
        last = hit.first + hit.length
        written = [token.text for token in parse.tokens[hit.first : last]]
        thing = named_state(hit) and (inside_a_name(parse, hit.first, last, told) or _branch(parse, hit, bodies))
        thing = thing or of_many(hit.match, others_too)
        thing = thing or (hit.length == 1 and a_place_too(parse, hit.first, hit.match))
        others = of_another(parse, hit.first, last, hit.match.entry, states)
        if not (thing or others or doubtful(hit.match, written, spoken, otherwise)):
            kept.append(hit)
    return kept


def heard(matches: list[Hit]) -> Counter[str]:
    """How often the document names each country, be it by someone of it, in names that leave no doubt."""
    told = [hit.match.entry.country for hit in matches if len(hit.match.entries) == 1 and not hit.match.weak]
    return Counter(country for country in told if country is not None)


def _branch(parse: Parse, hit: Hit, bodies: set[int]) -> bool:
    """Does a state's name only tell which branch of a body is meant ("UNICEF Ghana")? bodies: last tokens of their names."""
    before = parse.tokens[hit.first - 1] if hit.first else None
    if before is None or before.dep != "compound" or not hit.first <= before.head < hit.first + hit.length:
        return False
    return before.i in bodies or (before.text.isupper() and before.text.isalpha() and len(before.text) > 1)


def _inside_longer(parse: Parse, hit: Hit) -> bool:
    """Does the word go on as a longer name, or is it what someone who is no person of the registry is addressed by?"""
    persons = all(entry.kind == "person" for entry in hit.match.entries)
    if hit.first and parse.tokens[hit.first - 1].text.strip(".") in ADDRESSES and not persons:
        return True
    after = parse.tokens[hit.first + 1] if hit.first + 1 < len(parse.tokens) else None
    own = after is not None and after.sentence == parse.tokens[hit.first].sentence
    return (
        persons and own and after is not None and after.text == "He" and after.start == parse.tokens[hit.first].end + 1
    )


def _preference(name: Named) -> tuple[int, int, int]:
    """Longer names first; at equal length the registry's own before the recogniser's."""
    return (name.first - name.last, name.via == "recogniser", name.first)


def known(parse: Parse, sentence: Sentence, registry: Registry) -> list[Hit]:
    """The registry's names in a sentence, from left to right, the longest at each place."""
    tokens = parse.of(sentence)
    words = [token.text for token in tokens]
    found: list[Hit] = []
    at = 0
    while at < len(words):
        match = registry.longest_at(words, at) or _without_apostrophe(registry, tokens, at)
        if match is None or not _credible(match, tokens, at) or _of_several(parse, tokens[at : at + match.length]):
            at += 1
            continue
        length = match.length
        while length > 1 and words[at + length - 1] in POSSESSIVE:
            length -= 1
        article = length > 1 and words[at].lower() == "the"
        found.append(Hit(tokens[at].i + article, length - article, match))
        at += match.length
    return found


def _known(hit: Hit, countries: Counter[str]) -> Named:
    """The name of a hit, in the sense that fits the document best."""
    sense = best(hit, countries)
    return Named(
        hit.first, hit.first + hit.length, sense.entry.id, sense.entry.kind, sense.via, sense.entry,
        place=sense.via == "name" and sense.entry.kind != "state" and bool(sense.entry.region),
        weak=hit.match.weak, because=f"the registry knows {sense.name} as {sense.entry.id}",
    )  # fmt: skip


def best(hit: Hit, countries: Counter[str]) -> Sense:
    """The sense that fits best: of the country that the document names most, then a news agency, then the registry's first."""
    senses = [sense for sense in hit.match.senses if sense.weak == hit.match.senses[0].weak]

    def fit(sense: Sense) -> tuple[int, int]:
        entry = sense.entry
        if entry.kind == "media":
            return 2, 0
        named = countries[entry.country] if entry.country is not None and entry.kind != "state" else 0
        return 3 if named else 0, named

    if len(senses) == 1 or senses[0].entry.kind == "state":
        return senses[0]
    return max(senses, key=fit)


def person_words(parse: Parse, tags: Tags | None) -> frozenset[str]:
    """The words of the persons' full names, as the recogniser has them: "Amman" after "Sudesh Amman" is no capital."""
    words: set[str] = set()
    for first, last, label in stretches(parse, tags):
        if LABELS.get(label) == "person" and last - first > 1:
            words.update(token.text.casefold() for token in parse.tokens[first:last])
    return frozenset(words)


def _anothers(hit: Hit) -> bool:
    """Is it given up to a person of that surname? Not a state's own name, nor a person's ("Kanye West" is no West), nor an owner's."""
    own = hit.match.via == "name" and hit.match.entry.kind in ("state", "person")
    return not own and hit.match.via != "possessive"


def named_state(hit: Hit) -> bool:
    """Is the hit a state by its own name, not by its capital's?"""
    return hit.match.via == "name" and hit.match.entry.kind == "state"


def always_persons(parse: Parse, tags: Tags | None) -> frozenset[str]:
    """The single words that the recogniser takes for a person wherever it sees them: "Chad", who is no country then."""
    labels: dict[str, set[str | None]] = {}
    for first, last, label in stretches(parse, tags):
        if last - first == 1:
            labels.setdefault(parse.tokens[first].text, set()).add(LABELS.get(label))
    return frozenset(word for word, found in labels.items() if found == {"person"})


def _without_apostrophe(registry: Registry, tokens: tuple[Token, ...], at: int) -> Match | None:
    """A name whose possessive lost its apostrophe: an acronym ("ISILs"), or someone before what is his ("John Mahamas forces")."""
    word = tokens[at].text
    if len(word) > 3 and word[-1] == "s" and word[:-1].isupper() and word.isalpha():
        return registry.longest_at([word[:-1]], 0)
    if not (word[:1].isupper() or word in ARTICLES) or (at and tokens[at - 1].lemma in FAMILY):
        return None
    for last in range(at, min(at + LONGEST_NAME, len(tokens) - 1)):
        own, owned = tokens[last].text, tokens[last + 1]
        theirs = owned.text.lower().removesuffix("s") in HIS or (owned.pos in ("NOUN", "ADJ") and owned.text.islower())
        if own[-1:] == "s" and (theirs or owned.pos == "PROPN"):
            match = registry.longest_at([*(token.text for token in tokens[at:last]), own[:-1]], 0)
            owners = match is not None and all(entry.kind in OWNERS for entry in match.entries)
            if match is not None and match.length == last + 1 - at:
                return match if owners and (theirs or match.entry.kind != "person") else None
    return None


OWNERS: frozenset[ActorKind] = frozenset({"person", "armed_group"})
FAMILY = frozenset({"the", "these", "both", "two"})  # "the Mahamas were there"
ARTICLES = frozenset({"al", "el", "an", "ash", "as", "ar", "az"})  # of Arabic names: "al-Nusras"
LONGEST_NAME = 4  # words
# What belongs to who leads a state, and is called after him.
HIS = FORCES | GOVERNMENTS


def _of_several(parse: Parse, tokens: tuple[Token, ...]) -> bool:
    """Does the name go on with further states or bodies, so that it is not this one's ("the ministers of Ghana" + "and Peru")?"""
    if len(tokens) == 1:
        return False
    last = tokens[-1]
    whose = next((token for token in tokens if token.tag == "NNS" and token.i == parse.head(parse.head(last)).i), None)
    return last.dep == "pobj" and whose is not None and any(t.pos == "PROPN" for t in parse.dependents(last, "conj"))


def _credible(match: Match, tokens: tuple[Token, ...], at: int) -> bool:
    """Is the match a name here? One lower-case word alone, or a word that is plainly a verb, is not."""
    token = tokens[at]
    if match.length > 1:
        return True
    if "$" in token.text:  # "US$2 million"
        return False
    if token.pos in ("VERB", "AUX", "ADP", "DET", "PRON", "CCONJ", "ADV") and not token.text.isupper():
        return False
    return not match.weak or token.name != ""
