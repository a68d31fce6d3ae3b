"""No part: phrases that the syntax puts beside a deed and that take no part in it, whatever the weights of roles say."""

from itertools import takewhile
from typing import Final

from sayso.coding.deeds import Deed, Sides, after, without
from sayso.coding.frames import is_passive, with_conjuncts
from sayso.coding.victims import is_weapon
from sayso.model import Parse, Token

HARMING: Final = frozenset({"kill", "die", "wound", "injure", "hurt", "perish", "shoot"})
TIMES: Final = frozenset(
    {"date", "day", "week", "month", "year", "hour", "minute", "today", "morning", "evening", "night", "afternoon", "moment"}
)  # fmt: skip
WHEN: Final = frozenset({"pobj", "npadvmod", "tmod"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
DENYING: Final = frozenset({"deny", "refute", "dismiss", "disavow", "reject"})
BACKED: Final = frozenset(
    {"backed", "supported", "sponsored", "funded", "financed", "aided", "brokered", "armed", "trained", "approved"}
)
BESIDE_BACKED: Final = ("npadvmod", "compound", "amod", "nmod")
HELPING: Final = frozenset({"SUPPORT", "AID"})
INSTEAD: Final = (("rather", "than"), ("instead", "of"), ("as", "opposed", "to"))


def no_means(deed: Deed, sides: Sides) -> Sides:
    """What one attacks with neither attacks nor is attacked: "an attack with rockets"."""
    if deed.type != "ASSAULT":
        return sides
    weapons = {one.i for side in sides for one in side if is_weapon(one, deed.class_of)}
    return without(sides[0], weapons), without(sides[1], weapons)


def no_other_name(deed: Deed, sides: Sides) -> Sides:
    """Another name of who stands on one side is not on the other: "a visit by the president of Peru, Leif Odd"."""
    agents, patients = sides
    named = {one.i for one in agents}, {one.i for one in patients}
    return (
        tuple(one for one in agents if not _names_one_of(one, named[1], deed.parse)),
        tuple(one for one in patients if not _names_one_of(one, named[0], deed.parse)),
    )


def _names_one_of(one: Token, others: set[int], parse: Parse) -> bool:
    """Does an apposition, or what holds it, name one of the others?"""
    above = parse.head(one)
    if one.dep != "appos":
        return False
    around = takewhile(lambda token: token.dep in ("pobj", "prep"), parse.ancestors(above))
    return above.i in others or (above.dep == "pobj" and any(token.i in others for token in around))


def none_instead(deed: Deed, sides: Sides) -> Sides:
    """Who is told not to take part does not: "Peru rather than Ghana agreed"."""
    out = {one.i for side in sides for one in side if _told_instead(one, deed.parse)}
    return without(sides[0], out), without(sides[1], out)


def _told_instead(one: Token, parse: Parse) -> bool:
    first = min((child.i for child in parse.subtree(one)), default=one.i)
    before = tuple(token.lemma.lower() for token in parse.tokens[max(first - 3, 0) : first])
    return any(before[-len(words) :] == words for words in INSTEAD)


def not_its_noun(deed: Deed, sides: Sides) -> Sides:
    """The noun that a deed's word stands before takes no part in the deed: "the blast site", "a protest song"."""
    if deed.word.pos != "NOUN" or deed.word.dep != "compound" or deed.word.head != deed.word.i + 1:
        return sides
    noun = {deed.word.head}
    return without(sides[0], noun), without(sides[1], noun)


def others_victims(deed: Deed, sides: Sides) -> Sides:
    """Whom another clause tells to be harmed is not harmed by a deed that has its own: "two died in raids while six were shot"."""
    parse, word = deed.parse, deed.word
    verb = parse.head(parse.head(word))
    if deed.type != "ASSAULT" or word.dep != "pobj" or verb.lemma not in HARMING:
        return sides
    own = parse.first_joined(verb).i
    out = {
        one.i
        for one in sides[1]
        if parse.first_joined(one).dep in SUBJECTS and (clause := parse.head(parse.first_joined(one))).lemma in HARMING
        and parse.first_joined(clause).i != own
    }  # fmt: skip
    return sides[0], without(sides[1], out)


def not_what_is_denied(deed: Deed, sides: Sides) -> Sides:
    """What is denied is no side, nor who is joined to it: "they were denied by Peru", "denied that troops fired"."""
    word, parse = deed.word, deed.parse
    if deed.type != "REJECT" or word.lemma not in DENYING:
        return sides
    objects = {one.i for one in parse.dependents(word, "dobj")}
    denied = set() if objects else {one.i for one in parse.dependents(word, "nsubjpass") if one.pos == "PRON"}
    for clause in parse.dependents(word, "ccomp"):
        told = list(parse.dependents(clause, "nsubj", "nsubjpass")) or list(parse.dependents(word, "dobj"))
        denied |= {other.i for one in told if one.i < clause.i for other in with_conjuncts(one, parse)}
    patients = {one.i for one in sides[1]}
    joined = {one.i for one in sides[1] if one.dep == "conj" and parse.first_joined(one).i in objects - patients}
    return sides[0], without(sides[1], denied | joined)


def no_backer(deed: Deed, sides: Sides) -> Sides:
    """Who backs a deed or a doer did not do it: "a Belgian-backed coup", but "a US-led raid"."""
    if deed.type in HELPING:
        return sides
    out = {one.i for one in sides[0] if one.dep in BESIDE_BACKED and _is_backing(deed.parse.head(one), deed.parse)}
    return without(sides[0], out), sides[1]


def _is_backing(word: Token, parse: Parse) -> bool:
    hyphenated = word.i > 0 and parse.tokens[word.i - 1].text == "-"
    return hyphenated and word.dep == "amod" and word.text.lower() in BACKED


def no_opponent(deed: Deed, sides: Sides) -> Sides:
    """Against whom somebody is helped is not who is helped: "supports the army against rebels"."""
    if deed.type not in HELPING or deed.word.pos != "VERB":
        return sides
    helped = {one.i for one in sides[1] if one.head == deed.word.i and one.dep in ("dobj", "nsubjpass")}
    out = {one.i for one in sides[1] if deed.parse.head(deed.parse.first_joined(one)).lemma == "against"}
    return (sides[0], without(sides[1], out)) if helped - out else sides


def not_whence(deed: Deed, sides: Sides) -> Sides:
    """From where somebody is freed is not who is freed: "his release from Marwan prison"."""
    if deed.type != "CONCEDE":
        return sides
    left = {one.i for one in after(deed, "from")}
    return sides[0], without(sides[1], left)


def not_replaced_by(deed: Deed, sides: Sides) -> Sides:
    """Who does the next deed of a clause has not the first done to him: "she was ousted and replaced by the judge"."""
    parse, word = deed.parse, deed.word
    out = set()
    for one in sides[1]:
        by = parse.head(parse.first_joined(one))
        verb = parse.head(by)
        if by.dep == "agent" and verb.i > word.i and parse.first_joined(verb).i == parse.first_joined(word).i:
            out.add(one.i)
    return sides[0], without(sides[1], out)


def not_its_subject(deed: Deed, sides: Sides) -> Sides:
    """Who does a deed to an object has it not done to himself: "he shot the mayor"."""
    parse, word = deed.parse, deed.word
    if word.pos != "VERB" or is_passive(word, parse):
        return sides
    patients = {one.i for one in sides[1]}
    objects = {one.i for one in parse.dependents(word, "dobj")} & patients
    subjects = {one.i for one in parse.dependents(word, "nsubj")} & patients
    return (sides[0], without(sides[1], subjects)) if objects else sides


def only_its_owner(deed: Deed, sides: Sides) -> Sides:
    """Whose arrest it is, is arrested, and not who acts beside: "as a result of his arrest, friends avoided her"."""
    parse, word = deed.parse, deed.word
    if word.pos != "NOUN":
        return sides
    owners = {
        one.i for child in parse.dependents(word, "poss") for one in with_conjuncts(child, parse) if one.pos != "PRON"
    }
    if not owners & {one.i for one in sides[1]}:
        return sides
    own = {one.i for one in parse.subtree(word)}
    out = {one.i for one in sides[1] if one.i not in own and parse.first_joined(one).dep in SUBJECTS}
    return sides[0], without(sides[1], out)


def not_when(_: Deed, sides: Sides) -> Sides:
    """A word for a time takes no part: "raids to date"."""
    out = {
        one.i for side in sides for one in side if one.lemma.lower() in TIMES and one.pos == "NOUN" and one.dep in WHEN
    }
    return without(sides[0], out), without(sides[1], out)


def no_description(deed: Deed, sides: Sides) -> Sides:
    """What somebody is, told right after the name and without a comma, is no second one: "killed Ana Brandt a Peruvian nurse"."""
    agents, patients = ({one.i for one in side} for side in sides)
    parse = deed.parse
    return (
        tuple(one for one in sides[0] if not (one.head in agents and _describes(one, parse))),
        tuple(one for one in sides[1] if not (one.head in patients and _describes(one, parse))),
    )


def _describes(one: Token, parse: Parse) -> bool:
    """Does a phrase that begins with "a" stand right after the name of which it is said, and nothing joined to it?"""
    named = parse.head(one)
    if one.dep != "appos" or named.pos != "PROPN" or named.i + 1 >= one.i or any(parse.dependents(one, "conj")):
        return False
    article = parse.tokens[named.i + 1]
    return article.head == one.i and article.lemma in ("a", "an")
