"""Finding: the phrases of a document that may name someone.

Names come from the registry and from the recogniser (the parser's, or the tagger's where it has them); nominals from
the lexicon of people; pronouns from the parse. Every sighting has a head token of its own.
"""

from collections.abc import Iterable, Iterator, Sequence

from sayso.model import Parse, Sentence, Tags, Token
from sayso.naming.inside_names import backers, state_inside
from sayso.naming.names import named
from sayso.naming.nominals import nominal
from sayso.naming.parts_of_the_world import place_and_owner
from sayso.naming.peoples import acts_as_state, bare, numbered, one_of_a_people
from sayso.naming.phrases import COMPASS, acts, bounds, located, seated
from sayso.naming.recognised import HONORIFICS, Named, comparable
from sayso.naming.sighting import Number, Sighting
from sayso.naming.titles import add_titles, titular
from sayso.naming.wordlists import words
from sayso.resources.actors import Registry
from sayso.resources.people import Gender, People

PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she",
    "herself": "she", "it": "it", "its": "it", "itself": "it", "they": "they", "them": "they", "their": "they",
    "theirs": "they", "themselves": "they", "who": "who", "whom": "who", "whose": "who", "which": "who",
}  # fmt: skip


class Findings:
    """The sightings of a document in the order of the text, and which sighting has which head token.

    places: states that are named only as where something is; they act nowhere, and yet "the country" may mean them.
    """

    def __init__(self) -> None:
        self.by_head: dict[int, Sighting] = {}
        self.places: list[Sighting] = []

    def add(self, sighting: Sighting) -> None:
        """Keep a sighting unless its head is taken."""
        self.by_head.setdefault(sighting.head, sighting)

    def ordered(self) -> list[Sighting]:
        """All sightings by the position of their heads."""
        return [self.by_head[head] for head in sorted(self.by_head)]

    def stated(self) -> list[Sighting]:
        """Every naming of a state, be it only a place, in the order of the text."""
        acting = [one for one in self.by_head.values() if one.actor_kind == "state" and one.entry is not None]
        return sorted((one for one in (*acting, *self.places) if not one.seat), key=lambda one: one.head)


def find(parse: Parse, registry: Registry, people: People, tags: Tags | None) -> Findings:
    """All sightings outside of what was left out."""
    found = Findings()
    names = named(parse, registry, tags, people)
    inside = {i for name in names for i in range(name.first, name.last)}
    for name in names:
        _take(name, found, parse, registry, people)
    for token in report_tokens(parse):
        if token.i in found.by_head:
            continue
        sighting = pronoun(parse, token) or (
            None if token.i in inside else nominal(parse, token, people, registry, found.by_head)
        )
        if sighting is not None:
            found.add(sighting)
    for sighting in found.ordered():
        if sighting.kind == "nominal":
            place_and_owner(parse, sighting, found.by_head)
        add_titles(parse, sighting, people, found.by_head)
    return found


def _take(name: Named, found: Findings, parse: Parse, registry: Registry, people: People) -> None:
    """Note who is named by a name and by the words inside of it."""
    named_one = name_sighting(parse, name, people)
    if not only_a_place(parse, name) and not (name.via == "possessive" and of_people(parse, name, people)):
        found.add(named_one)
    elif named_one.actor_kind == "state" and name.via != "capital":
        found.places.append(named_one)
    for backer in backers(parse, name, registry):
        found.add(backer)
    state = state_inside(parse, name, registry)
    if state is not None:
        found.places.append(state)


def report_tokens(parse: Parse) -> Iterator[Token]:
    """The tokens of the sentences that belong to the report."""
    for sentence in report_sentences(parse.sentences):
        yield from parse.of(sentence)


def report_sentences(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences that were not left out."""
    return (sentence for sentence in sentences if not sentence.left_out)


def only_a_place(parse: Parse, name: Named) -> bool:
    """Does a name only tell where something is, so that nobody acts by it?"""
    head, entry = name_head(parse, name), name.entry
    if (name.via == "capital" or name.place) and (not acts(parse, head) or located(parse, head)):
        return True
    stated = entry is not None and entry.kind == "state" and name.via == "name"
    return stated and (compass(parse, name, head) or inside_of(parse, head))


def of_people(parse: Parse, name: Named, people: People) -> bool:
    """Is a state's name, whose possessive lost its mark, only whose people are told of ("Ghanas leading opposition group")?

    Where the parser lost it too, the name stands in their place.
    """
    if name_head(parse, name).dep in ("compound", "poss", "nmod", "amod"):
        return False
    for token in parse.tokens[name.last : name.last + REACH]:
        noun = people.noun(token.lemma.lower()) if token.tag in ("NN", "NNS") else None
        if token.pos == "PROPN":
            return True  # "Ghanas Northern Front"
        if token.pos not in ("ADJ", "NOUN", "VERB", "ADV"):
            return False
        after = parse.tokens[token.i + 1].pos if token.i + 1 < len(parse.tokens) else ""
        if noun is not None and after != "NOUN":
            return noun.sector not in ("GOV", "MIL")
    return False


REACH = 4  # words


def name_sighting(parse: Parse, name: Named, people: People) -> Sighting:
    """The sighting of a name."""
    head, entry = name_head(parse, name), name.entry
    outer = bounds(parse, head)
    first, last = min(outer.first, name.first), max(outer.last, name.last)
    if name.kind == "person" and not titled(parse.tokens[first : name.first], people):
        first = name.first
    if name.kind in BODIES and any(token.lemma in ("and", "or") for token in parse.tokens[first : name.first]):
        first = name.first  # "Ghanaian and Peruvian jets"
    sighting = Sighting(
        head=head.i, first=first, last=last, core_first=name.first, core_last=name.last,
        kind="demonym" if name.via in ("adjective", "people") else "name", sentence=head.sentence, key=name.key,
        actor_kind=name.kind, entry=entry, country=entry.country if entry else name.country,
        sector=entry.sector if entry else None, subject=head.dep in SUBJECTS,
        number=name_number(name, head), because=name.because, weak=name.weak,
        spelled=comparable(parse.tokens[name.first : name.last], person=name.kind == "person"), short=name.short,
        seat=seated(parse, name.last),
    )  # fmt: skip
    people_of_it = numbered(parse, head) or bare(parse, head) or not acts_as_state(parse, head)
    if sighting.kind == "demonym" and sighting.number == "many" and people_of_it:
        several_of_a_people(sighting)
    elif sighting.kind == "demonym" and one_of_a_people(parse, head):
        several_of_a_people(sighting)
        sighting.actor_kind, sighting.number, sighting.counted, sighting.other = "person", "one", False, True
    if sighting.actor_kind == "person":
        sighting.gender = gender_of(parse.tokens[first:last], parse.tokens[name.first : name.last], people)
    return sighting


BODIES = frozenset({"military", "police", "government_body"})


def titled(before: Sequence[Token], people: People) -> bool:
    """Does what stands before a person's name tell who that is, and is it no other name ("Saudi Arabia Ana Brandt")?"""
    return any(token.pos != "PROPN" or titular(token, people) for token in before)


def gender_of(phrase: Sequence[Token], name: Sequence[Token], people: People) -> Gender | None:
    """He or she, by a word of the phrase ("Queen", "Mr.") or the given name; None where neither tells."""
    for token in phrase:
        found = people.gendered.get(token.lemma.lower().strip("."))
        if found is not None:
            return found
    given = [t.text.lower() for t in name if t.text.lower().strip(".") not in HONORIFICS]
    return people.given.get(given[0]) if len(given) > 1 else None


def several_of_a_people(sighting: Sighting) -> None:
    """Read counted nationals as civilians of their country."""
    sighting.kind, sighting.actor_kind, sighting.sector, sighting.entry = "nominal", "civilians", "CVL", None
    sighting.counted = True


SUBJECTS = ("nsubj", "nsubjpass", "agent")


def compass(parse: Parse, name: Named, head: Token) -> bool:
    """Is only a part of the country meant ("northern Iraq")?"""
    return any(child.lemma in COMPASS and child.i < name.first for child in parse.dependents(head, "amod", "compound"))


def inside_of(parse: Parse, head: Token) -> bool:
    """Is a country only where something is ("a town in Ghana"), not whose law rules there ("a group banned in Ghana")?"""
    above = parse.head(head)
    within = head.dep == "pobj" and above.dep == "prep" and above.lemma in WITHIN
    return within and parse.head(above).lemma not in RULED


RULED = frozenset({"ban", "outlaw", "prohibit", "forbid", "proscribe", "blacklist", "restrict", "legalise", "legalize"})
WITHIN = frozenset({"in", "inside", "across", "throughout", "within", "outside", "around", "near"})


def name_number(name: Named, head: Token) -> Number:
    """One person, many people ("Russians", "Kurds") or one body."""
    if name.kind == "person":
        return "one"
    plural = head.tag in ("NNPS", "NNS") and (name.last - name.first == 1 or name.via == "people")
    return "many" if plural and name.via in ("people", "recogniser", "adjective") else "body"


def name_head(parse: Parse, name: Named) -> Token:
    """The syntactic head among the words of a name; of an adjective that is joined to another one, the noun after it."""
    tokens = parse.tokens[name.first : name.last]
    for token in tokens:
        if not name.first <= token.head < name.last or token.head == token.i:
            joined = token.dep == "conj" and token.pos == "ADJ"  # "Ghanaian and Peruvian jets"
            return tokens[-1] if joined else token
    return tokens[-1]


def pronoun(parse: Parse, token: Token) -> Sighting | None:
    """The sighting of a third-person or relative pronoun; those of the first person wait for `speakers`."""
    if token.pos not in ("PRON", "DET", "ADJ") and token.tag not in ("PRP", "PRP$", "WP", "WP$", "WDT"):
        return None
    key = PRONOUNS.get(token.text.lower())
    if key is None or expletive(parse, token):
        return None
    return Sighting(
        head=token.i, first=token.i, last=token.i + 1, core_first=token.i, core_last=token.i + 1, kind="pronoun",
        sentence=token.sentence, key=key, subject=token.dep in SUBJECTS,
        number="many" if key == "they" else "body" if key == "it" else "one",
    )  # fmt: skip


def expletive(parse: Parse, token: Token) -> bool:
    """Is it the empty "it" of "it is raining", "it was reported that"?"""
    if token.lemma != "it":
        return False
    if token.dep == "expl":
        return True
    head = parse.head(token)
    if token.dep not in ("nsubj", "nsubjpass", "dobj"):
        return False
    if head.pos == "ADJ" or (token.dep == "dobj" and head.lemma in ("make", "find", "think", "consider")):
        return _weighed(parse, head)
    if token.dep == "dobj":
        return False
    if head.lemma == "come" and any(child.lemma == "when" for child in parse.dependents(head, "advmod", "mark")):
        return True  # "when it comes to prices"
    if head.lemma == "turn" or (head.lemma == "be" and _judged(parse, head)):
        return True
    clause = any(
        child.dep in ("csubj", "ccomp", "xcomp", "acomp") and child.i > head.i for child in parse.dependents(head)
    )
    timed = head.lemma == "be" and any(child.lemma in TIMED for child in parse.dependents(head, "attr"))
    return timed or (clause and (head.lemma in ("be", "seem", "appear") or token.dep == "nsubjpass"))


TIMED = frozenset({"time", "day", "year", "o'clock", "winter", "summer"})


def _judged(parse: Parse, verb: Token) -> bool:
    """Is it called an honour or a long way ("it is an honour to serve"), or worth something?"""
    for noun in parse.dependents(verb, "attr"):
        clauses = [*parse.dependents(noun, "acl", "relcl"), *parse.dependents(verb, "xcomp", "ccomp", "advcl", "csubj")]
        told = any(
            child.lemma in ("to", "that")
            for one in clauses
            if one.i > noun.i
            for child in parse.dependents(one, "aux", "mark")
        )
        if noun.lemma in WAYS or (noun.lemma in WEIGHED_AS and told):
            return True
    return any(child.lemma == "worth" for child in parse.dependents(verb, "acomp", "prep"))


WAYS = frozenset({"way", "drive", "walk", "distance", "mile", "kilometre", "kilometer"})
WEIGHED_AS = words(
    """
    honour honor pleasure privilege shame pity mistake fact surprise matter question thing idea duty responsibility
    wonder miracle tragedy crime right challenge opportunity problem relief joke lie myth secret
    """
)


def _weighed(parse: Parse, head: Token) -> bool:
    """Is what is called easy, hard, dangerous a clause that follows ("make it easier to vote")?"""
    return any(
        child.i > head.i and child.dep in ("xcomp", "ccomp", "advcl", "csubj") for child in parse.dependents(head)
    )
