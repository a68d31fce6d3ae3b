"""No one: words that could name someone and here do not: "health services", "your head", "the Rome Statute"."""

from collections.abc import Callable

from sayso.model import Parse, Token
from sayso.naming.phrases import SAYING, acts
from sayso.naming.sighting import Sighting
from sayso.naming.wordlists import WORDS_OF, words
from sayso.resources.people import Noun, People

# Nouns that are things as well, and are only meant as someone where they act.
THINGS_TOO = words(
    """
    house chamber office station embassy consulate mission palace camp precinct bank agency prison platform service trust
    network resistance section wing branch business channel website press enterprise bench campaign market front axis
    """
)
# What tells a body of that name from the thing: "the intelligence services", "a terrorist network".
OF_A_BODY = words(
    """
    security secret intelligence emergency rescue fire police border news prison customs immigration terror terrorist
    criminal smuggling trafficking spy hacking militant television radio armed medical ambulance
    """
)
NO_BUILDINGS = frozenset({"service", "network", "agency", "wing", "branch", "section", "resistance"})
OF_ARMED = words(
    """
    terror terrorist sleeper armed jihadist jihadi militant islamist extremist rebel sabotage isis is isil daesh qaeda al-qaeda
    underground spy espionage clandestine
    """
)
VESSELS = frozenset({"personnel", "aircraft", "troop"})
BODILY = frozenset({"severed", "bare", "shaved", "own"})
FIGURED = words("opposition senior public leading key top political religious prominent military popular tribal party")
# What people feast or set out for: no political party.
FESTIVE = words(
    """
    graduation birthday wedding dinner tea cocktail house engagement farewell goodbye retirement christmas halloween new-year garden
    pool street block dance launch victory search rescue boarding landing
    """
)
# What a law, an agreement, a road, a contest or an illness is called by; none of them acts.
NAMED_THINGS = words(
    """
    act law bill treaty accord accords agreement statute constitution charter code amendment protocol pact resolution
    convention road street avenue highway bridge election elections referendum war day week month festival cup
    championship championships olympics games award awards prize virus coronavirus covid covid-19 disease syndrome hurricane
    typhoon cyclone storm river sea ocean mountain island islands plan deal verdict ruling lawsuit
    """
)
NAMED_ALONE = words("constitution coronavirus covid covid-19")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
# Nouns for single people that stand before a noun only to say what sort of thing it is: "voter intimidation".
COLLECTIVE = frozenset({"soldiers", "rebels", "attackers", "protesters", "officers", "partisans", "criminals"})
# What happens to people, so that who stands before it is meant after all: "student protests", "civilian casualties".
HAPPENING = words(
    """
    protest demonstration rally march strike casualty death toll fatality victim loss attack killing murder massacre
    abduction arrest testimony statement complaint petition demand vote population family force group leader leadership
    house home neighborhood neighbourhood area camp post position base convoy vehicle life representative team delegation
    community movement union activity bombing raid shelling fire assault offensive coup ambush rocket mortar kidnapping
    """
)


def no_one(parse: Parse, token: Token, noun: Noun) -> bool:
    """Is a nominal of this head no one, although its noun is a word for people?"""
    lemma = token.lemma.lower()
    if lemma in THINGS_TOO and not _of_a_body(parse, token, noun):
        return not acts(parse, token)
    rule = RULES.get(lemma)
    return rule(parse, token) if rule is not None else _merely_before(parse, token, noun)


def _next(parse: Parse, token: Token) -> str:
    """The word after a token; "" at the end of the text."""
    return parse.tokens[token.i + 1].text.lower() if token.i + 1 < len(parse.tokens) else ""


def _each_other(parse: Parse, token: Token) -> bool:
    return any(child.lemma in ("each", "no") for child in parse.dependents(token, "det"))


def _abstract(parse: Parse, token: Token) -> bool:
    """Is justice demanded, and is no judge meant?"""
    counted = any(child.lemma in ("a", "another") for child in parse.dependents(token, "det"))
    return token.text.islower() and token.tag == "NN" and not counted


def _by_force(parse: Parse, token: Token) -> bool:
    """Is force what is used, and no troops ("force could be used", "by force")?"""
    return token.text == "force" and not any(parse.dependents(token, "det", "poss", "amod", "compound", "nummod"))


def _of_something(parse: Parse, token: Token) -> bool:
    """A source of income, jets of water."""
    return any(prep.lemma == "of" for prep in parse.dependents(token, "prep"))


def _administering(parse: Parse, token: Token) -> bool:
    """Is it the running of something, and nobody who runs it ("the administration of justice", "topics such as administration")?"""
    told = any(child.i < token.i for child in parse.dependents(token, "det", "poss", "amod", "compound", "nmod"))
    run = any(
        inner.text.islower()
        for prep in parse.dependents(token, "prep")
        if prep.lemma == "of"
        for inner in parse.dependents(prep, "pobj")
    )
    return run or not told


def _of_a_body(parse: Parse, token: Token, noun: Noun) -> bool:
    """Do the words beside a noun tell that a body is meant and no thing ("a network of agents", "the secret service")?"""
    made_of = token.lemma.lower() == "network" and _made_of_people(parse, token)
    known = token.lemma.lower() == "service" and noun.group in ("security", "government")
    told = token.lemma.lower() in NO_BUILDINGS and _modified(parse, token, OF_A_BODY)
    return made_of or known or told or noun.group == "media"


def _made_of_people(parse: Parse, token: Token) -> bool:
    """A network of agents, a cell of jihadists."""
    people = People.open()
    return any(
        people.noun(inner.lemma.lower()) is not None
        for prep in parse.dependents(token, "prep")
        if prep.lemma == "of"
        for inner in parse.dependents(prep, "pobj")
    )


def _modified(parse: Parse, token: Token, by: frozenset[str]) -> bool:
    return any(child.lemma.lower() in by for child in parse.dependents(token, "amod", "compound", "nmod"))


def _bodily(parse: Parse, token: Token) -> bool:
    """Is a head a part of someone's body ("shot in his head", "the severed heads")?"""
    owned = any(child.tag == "PRP$" and child.lemma not in ("its", "it") for child in parse.dependents(token, "poss"))
    hit = token.dep == "pobj" and parse.head(token).lemma in ("in", "on", "to", "over", "above")
    named = any(parse.dependents(token, "appos", "compound", "prep"))
    return _modified(parse, token, BODILY) or owned or (hit and not named)


def _merely_before(parse: Parse, token: Token, noun: Noun) -> bool:
    """Does a noun for one person stand before another noun, only to say of what sort that is ("tourist walkways")?"""
    if noun.collective or noun.group in COLLECTIVE:
        return False
    return _only_sorts(parse, token)


def _only_sorts(parse: Parse, token: Token) -> bool:
    """Does a noun stand before another one that is nothing that happens to people ("a family drama")?"""
    if token.dep not in ("compound", "nmod"):
        return False
    if token.pos not in ("NOUN", "PROPN") or any(parse.dependents(token, "det", "poss", "amod", "nummod", "compound")):
        return False
    above = parse.head(token)
    while above.dep == "compound" and above.head != above.i:
        above = parse.head(above)
    return above.pos in ("NOUN", "PROPN") and above.lemma.lower() not in HAPPENING | WORDS_OF


def likened(parse: Parse, token: Token) -> bool:
    """Is the noun only a likeness or a capacity ("like a terrorist", "as a soldier")?"""
    above = parse.head(token)
    return token.dep == "pobj" and above.lemma in ("like", "as") and token.tag == "NN"


def before_its_name(parse: Parse, token: Token, by_head: dict[int, Sighting]) -> bool:
    """Does a word for several states stand right before their names, and only tells what they are ("rebel allies Ghana and Peru")?"""
    if token.tag != "NNS" or token.lemma.lower() not in ALLIES or token.i + 1 >= len(parse.tokens):
        return False
    name = by_head.get(token.i + 1)
    return name is not None and name.actor_kind == "state" and name.first <= token.i + 1


# What states are to each other.
ALLIES = frozenset({"ally", "rival", "neighbour", "neighbor", "power", "member", "nation", "country", "foe", "enemy"})


def speaks(token: Token, verb: Token) -> bool:
    """Is a noun of no known kind made to say something ("the trust said"), and so someone? Whatever kills need not be."""
    return token.dep == "nsubj" and token.pos == "NOUN" and verb.lemma in SAYING - LIFELESS


LIFELESS = words("kill threaten arrest detain state")


def thing_named(tokens: tuple[Token, ...]) -> bool:
    """Is the name that of a law, a road, an illness ("the Rome Statute", "International Humanitarian Law")?"""
    last = tokens[-1].text.lower().strip(".")
    return last in (NAMED_THINGS if len(tokens) > 1 else NAMED_ALONE)


# For single nouns, when they are no one.
RULES: dict[str, Callable[[Parse, Token], bool]] = {
    "twin": lambda _, token: token.dep in ("amod", "compound", "nmod"),
    "carrier": lambda parse, token: _modified(parse, token, VESSELS),
    "fraction": lambda _, token: token.tag == "NN",
    "other": _each_other,
    "one": _each_other,
    "body": _each_other,
    "head": _bodily,
    "figure": lambda parse, token: not _modified(parse, token, FIGURED),
    "cell": lambda parse, token: not (_modified(parse, token, OF_ARMED) or _made_of_people(parse, token)),
    "foundation": lambda parse, token: token.text.islower() and _next(parse, token) in ("of", "for"),
    "family": _only_sorts,
    "couple": lambda _, token: token.dep in ("amod", "compound", "nmod", "nummod", "quantmod"),
    "national": lambda _, token: token.tag in ("NNP", "NNPS", "JJ"),
    "justice": _abstract,
    "force": _by_force,
    "source": _of_something,
    "administration": _administering,
    "jet": _of_something,
    "party": lambda parse, token: _modified(parse, token, FESTIVE),
    "diet": lambda _, token: token.text.islower(),
}
