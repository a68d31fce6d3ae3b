"""Whose: names that many states have something by, taken for one state's only where the text speaks of that state.

"The Environmental Protection Agency" is not the American one in an article on Ghana, "Georgia" beside "Florida" is not
the country, and "Tripoli" is a Libyan government only where Libya is named.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.model import ActorKind, Parse
from sayso.naming.wordlists import words
from sayso.resources.actors import Entry, Match

STATELY = frozenset({"name", "adjective", "people", "possessive"})
OF_STATES: frozenset[ActorKind] = frozenset({"government_body", "police", "party"})
# Words of which bodies of any state are called.
COMMON = words(
    """
    the of for and a an in on to national federal supreme high constitutional central state states general house senate
    representatives assembly parliament congress council commission court tribunal agency authority administration
    department ministry office bureau board committee service services police force security defence defense justice
    environmental environment protection health food drug education transportation safety aviation energy nuclear
    regulatory communications trade reserve bank revenue internal customs border homeland intelligence investigation
    investigations election elections electoral independent human rights crimes crime international prosecutor prosecuting
    prosecutions attorney public civil emergency disaster management party people people's peoples democratic republican
    liberal conservative labour labor socialist social communist green greens workers worker's union united front alliance
    progressive freedom reform national-democratic development new republic christian centre center left right movement
    anti-corruption corruption truth reconciliation space research statistics census geological survey control prevention
    diseases disease centers centres royal privy cabinet executive legislative foreign affairs home interior finance
    treasury commerce agriculture labor labour cultural culture
    """
)
ACRONYM = 5
# Countries that share their name with a part of another country, by that country.
NAMESAKES = {"GEO": "US", "NER": "NG"}
FEW = 2
MOST = 3  # namings of another country, where it is named twice as often


def spoken_of(matches: Iterable[Match]) -> Counter[str]:
    """How often each country is named outright, by alpha-2 code: by its name, its people or an adjective."""
    found: Counter[str] = Counter()
    for match in matches:
        entries = {sense.entry.country for sense in match.senses if _stately(sense.entry, sense.via)}
        if not match.weak and len(entries) == 1:
            found.update(country for country in entries if country is not None)
    return found


def _stately(entry: Entry, via: str) -> bool:
    return (entry.kind == "state" and via in STATELY) or via == "body"


def doubtful(match: Match, written: Sequence[str], spoken: Counter[str], otherwise: frozenset[str]) -> bool:
    """Is a name better not taken for what the registry knows by it, in an article that speaks of these countries?

    written: the words of the name. otherwise: ids of states that are named by their people, an adjective or the capital.
    """
    entry = match.entry
    country = entry.country
    if country is None or match.via == "body":
        return False
    others = sum(count for other, count in spoken.items() if other != country)
    if entry.kind == "state":
        if match.via == "name" and entry.id in NAMESAKES:
            return bool(spoken[NAMESAKES[entry.id]]) and entry.id not in otherwise
        return match.via == "capital" and match.weak and not spoken[country]
    most = max((count for other, count in spoken.items() if other != country), default=0)
    elsewhere = (not spoken[country] and others >= FEW) or most >= max(MOST, 2 * spoken[country] + 1)
    return entry.kind in OF_STATES and entry.sector != "SPY" and elsewhere and common(written)


def of_many(match: Match, heard: Counter[str]) -> bool:
    """Is it the name of parties or bodies of several countries, none of which the document speaks of?

    heard: how often it names each country.
    """
    if len(match.entries) == 1 or match.via == "body" or not all(entry.kind in OF_STATES for entry in match.entries):
        return False
    countries = {entry.country for entry in match.entries}
    return len(countries) > 1 and not any(heard[country] for country in countries if country is not None)


def common(written: Sequence[str]) -> bool:
    """Is a name made of words by which any state calls its bodies, or a short acronym?"""
    if len(written) == 1 and written[0].isupper() and len(written[0]) <= ACRONYM:
        return True
    return all(word.lower().strip(".,") in COMMON for word in written)


def of_another(parse: Parse, first: int, last: int, entry: Entry, states: dict[int, str | None]) -> bool:
    """Is a body owned by someone else in the very words ("the commonwealth's House of Representatives")?

    states: the countries of the states whose names stand at these tokens.
    """
    if entry.kind not in OF_STATES or entry.country is None:
        return False
    owners = [
        child
        for i in range(first, last)
        for child in parse.dependents(parse.tokens[i], "poss")
        if not first <= child.i < last and child.tag != "PRP$" and child.pos in ("NOUN", "PROPN")
    ]
    return any(states.get(owner.i) != entry.country for owner in owners if owner.lemma not in ITS_OWN)


# Whose body it may be all the same: "the country's Supreme Court".
ITS_OWN = frozenset({"country", "nation", "state", "government", "year", "week", "month", "today", "yesterday"})


def inside_a_name(parse: Parse, first: int, last: int, told: Sequence[tuple[int, int, str]]) -> bool:
    """Is it a word in the name of a thing, by the recogniser's stretches ("the Copa Norway", "the Ghana Film Awards")?"""
    for start, end, label in told:
        if label in THINGS and start <= first and last <= end and last - first < end - start:
            beside = [parse.tokens[i] for i in (first - 1, last) if start <= i < end]
            if any(token.text[:1].isupper() and token.pos != "DET" for token in beside):
                return True
    return False


def a_place_too(parse: Parse, at: int, match: Match) -> bool:
    """Is a company's common name the name of something else ("the Amazon", but not "the Amazon warehouse")?"""
    token = parse.tokens[at]
    described = any(child.i < at for child in parse.dependents(token, "det", "amod"))
    return match.weak and match.entry.kind == "company" and token.dep != "compound" and described


THINGS = frozenset({"Misc", "Miscellaneous", "Product", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
