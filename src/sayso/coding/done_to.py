"""Done to: patients of which the syntax is sure. Places, reflexives, idioms, whose policy it is, past participles."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.coding.deeds import Deed, Sides, after, without
from sayso.coding.losses import Loss
from sayso.model import Token
from sayso.resources.codebook.marks import Words
from sayso.resources.people import People

WHERE = ("in", "into")
# Places are not done to, but what helps, punishes or frees them is meant for them: "suspended aid in Marwan", "a truce in
# Marwan", "a curfew in Marwan". An inquiry goes into somebody.
FOR_PLACES = frozenset({"AID", "RETREAT", "CONCEDE", "SANCTION"})
MEASURES = frozenset({"curfew", "lockdown", "siege", "blockade", "emergency", "restriction", "impose"})
PLACES = frozenset({"GPE", "LOC"})
# Whoever rejects, praises or condemns what somebody does or has, rejects, praises or condemns that somebody.
OF_SOMEBODY = frozenset({"REJECT", "SUPPORT", "ACCUSE"})
PERSONS = frozenset({"people", "troops", "police", "crowd", "speaker", "court"})
NAMES = frozenset({"PERSON", "NORP", "GPE", "ORG", "LOC", "FAC"})
# "took them hostage", "joined forces with": these nouns are no patients.
IDIOMS = frozenset({"hostage", "captive", "prisoner", "force", "hand", "part", "place", "refuge", "shelter"})
# Nouns for what is done to whose they are, unless somebody else has it done to him: "the mayor's arrest", "their suspension".
SUFFERED = frozenset(
    {"death", "murder", "killing", "arrest", "detention", "abduction", "kidnapping", "assassination", "suspension", "conviction",
     "imprisonment", "extradition", "exile", "impeachment", "indictment", "dismissal", "expulsion", "deportation", "eviction",
     "ousting", "ouster", "sentence", "intimidation", "persecution", "blacklisting"}
)  # fmt: skip
NUMBERS = frozenset({"dozen", "score", "hundred", "thousand", "other", "more"})
HURT = ("killed", "injured")
CARRYING = frozenset({"take", "hold", "join", "seek"})


def not_where(deed: Deed, sides: Sides) -> Sides:
    """In what a deed is done takes no part in it: "arrested in Oregon", "advanced into the town"."""
    where = {one.i for preposition in WHERE for one in after(deed, preposition)}
    meant = {one.i for one in sides[1] if one.name in PLACES} if _for_places(deed) else set()
    if deed.type == "ACCUSE":
        meant |= {one.i for one in after(deed, "into")}
    left = after(deed, "from") if deed.word.pos == "VERB" and deed.type != "AID" else ()  # "expelled from the party"
    others = without(sides[1], where)
    return without(sides[0], where.union(one.i for one in left)), others or without(sides[1], where - meant)


def _for_places(deed: Deed) -> bool:
    return deed.type in FOR_PLACES or deed.word.lemma in MEASURES


def on_oneself(_: Deed, sides: Sides) -> Sides:
    """A word like "himself" is no patient."""
    return sides[0], tuple(one for one in sides[1] if not one.lemma.lower().endswith(("self", "selves")))


def no_idiom(deed: Deed, sides: Sides) -> Sides:
    """The noun of "took them hostage" and of "joined forces with" is no patient."""
    if deed.word.lemma not in CARRYING:
        return sides
    kept: list[Token] = []
    for one in sides[1]:
        if one.lemma not in IDIOMS or one.head != deed.word.i:
            kept.append(one)
        else:  # "took 40 soldiers hostage", where a parser joins the two
            kept.extend(deed.parse.dependents(one, "compound"))
    return sides[0], tuple(dict.fromkeys(kept))


def whose(deed: Deed, sides: Sides) -> Sides:
    """Whose policy it is, is criticised with it: "the unions rejected statements by the council", "defended Ghana's plan"."""
    if deed.word.pos != "VERB" or deed.type not in OF_SOMEBODY:
        return sides
    kept: list[Token] = []
    for one in sides[1]:
        if one.dep != "dobj" or one.head != deed.word.i or someone(one, deed.class_of):
            kept.append(one)
            continue
        kept.extend([owner for owner in _owners(one, deed) if owner not in sides[0]] or [one])
    return sides[0], tuple(dict.fromkeys(kept))


def _owners(thing: Token, deed: Deed) -> Iterator[Token]:
    yield from deed.parse.dependents(thing, "poss")
    for child in deed.parse.dependents(thing, "prep", "agent"):
        if child.lemma == "by":
            yield from (one for one in deed.parse.dependents(child, "pobj") if someone(one, deed.class_of))


def someone(one: Token, class_of: Mapping[str, Words]) -> bool:
    """Does a phrase name people, a body or a place?"""
    if one.pos in ("PRON", "PROPN") or one.name in NAMES:
        return True
    return bool(class_of.get(one.lemma, frozenset()) & PERSONS)


def names_someone(one: Token, class_of: Mapping[str, Words]) -> bool:
    """Does a phrase name people, a body or a place, or is its noun one for people in the registry's words?"""
    return someone(one, class_of) or People.open().noun(one.lemma.lower()) is not None


def participle(deed: Deed, sides: Sides) -> Sides:
    """Whom a past participle describes is done to: "soldiers taken hostage at the base"."""
    word, parse = deed.word, deed.parse
    if deed.type == "PROTEST" and word.tag == "VBG" and word.dep == "amod":  # "protesting nurses" do it
        noun = parse.head(word)
        return ((*sides[0], noun), without(sides[1], {noun.i})) if noun in sides[1] else sides
    if deed.type not in ("ASSAULT", "COERCE") or word.tag != "VBN" or word.dep != "acl":
        return sides
    if any(one.lemma not in IDIOMS for one in parse.dependents(word, "dobj")):
        return sides
    noun = parse.head(word)
    if noun not in sides[0] or noun in sides[1]:
        return sides
    return without(sides[0], {noun.i}), (noun, *sides[1])


def suffers(deed: Deed, sides: Sides) -> Sides:
    """Whose arrest or suspension it is has it done to them: "the mayor's arrest", but "the army's arrest of the mayor"."""
    if deed.word.pos != "NOUN" or deed.word.lemma not in SUFFERED or after(deed, "of"):
        return sides
    owners = tuple(deed.parse.dependents(deed.word, "poss"))
    moved = tuple(one for one in owners if one in sides[0] and one not in sides[1])
    return without(sides[0], {one.i for one in owners}), (*sides[1], *moved)


def with_victims(deed: Deed, sides: Sides, lost: Sequence[Loss]) -> Sides:
    """To whom an attack costs life or health it is done, beside its target: "eight dockers died in the attack".

    lost: what the event's toll is counted from.
    """
    victims = [head for one in lost if one.harm in HURT for head in one.victims if head.i != deed.word.i]
    heads = {one.i for one in victims}
    if deed.type != "ASSAULT" or not heads:
        return sides
    more = [one for one in dict.fromkeys(victims) if one not in sides[1] and not (sides[1] and _number(one))]
    return without(sides[0], heads), tuple(sorted((*sides[1], *more), key=lambda one: one.i))


def _number(one: Token) -> bool:
    """Is it only told how many they are: "and wounding 33", "and wounding dozens"?"""
    return one.pos == "NUM" or one.lemma in NUMBERS
