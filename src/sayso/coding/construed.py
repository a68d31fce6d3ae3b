"""Construed: participants that a construction tells where the weights of roles leave a side empty, or take a thing for one.

Each rule reads one construction: a doer before an attack ("rebel fire"), responsibility, custody, aims of weapons, recipients.
"""

from functools import reduce
from typing import Final

from sayso.coding.answering import answering
from sayso.coding.attackers import BEFORE, FORCE, attacker_before, weapon, whose_weapon
from sayso.coding.deeds import Deed, Rule, Sides, after, without
from sayso.coding.done_to import someone
from sayso.coding.frames import RELATIVES, is_passive, objects_of, subjects_of, with_conjuncts
from sayso.coding.no_part import (
    no_backer,
    no_description,
    no_means,
    no_opponent,
    no_other_name,
    none_instead,
    not_its_noun,
    not_its_subject,
    not_replaced_by,
    not_what_is_denied,
    not_when,
    not_whence,
    only_its_owner,
    others_victims,
)
from sayso.coding.turned import against_whom, by_whom, drawn_from, of_the_protest, on_what, subject_of_passive
from sayso.model import Token

CUSTODY: Final = frozenset(
    {"custody", "arrest", "detention", "siege", "lockdown", "curfew", "quarantine", "surveillance", "blockade"}
)
HELD: Final = frozenset({"in", "under", "into"})
TARGETS: Final = frozenset({"target", "victim", "object", "subject"})
AIMED: Final = ("on", "at", "into", "against", "toward", "towards", "upon", "onto", "over")
OBJECTS: Final = ("dobj", "pobj", "conj")
BESIDE_PLACES: Final = ("at", "over", "near", "outside", "around")
PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
GIVEN: Final = ("to", "for")
FINGER: Final = frozenset({"finger", "blame"})
MAKING: Final = frozenset(
    {"make", "carry", "conduct", "launch", "wage", "stage", "commit", "perpetrate", "mount", "maintain", "impose", "lead", "hold",
     "organise", "organize", "execute", "undertake", "perform", "unleash", "issue", "level", "file", "lodge", "deliver", "enforce",
     "direct", "orchestrate", "inflict", "call", "declare"}
)  # fmt: skip
BACKING: Final = frozenset(
    {"back", "support", "condemn", "repel", "foil", "thwart", "disperse", "stop", "suppress", "denounce", "criticise", "criticize",
     "praise", "report", "describe", "witness", "film", "suffer", "oppose"}
)  # fmt: skip
BESIDE: Final = ("alongside", "beside")
TELLING: Final = frozenset({"say", "tell", "add", "report"})


def construed(deed: Deed, sides: Sides) -> Sides:
    """The agents and patients, with those that the constructions tell."""
    return reduce(lambda found, rule: rule(deed, found), RULES, sides)


def in_custody(deed: Deed, sides: Sides) -> Sides:
    """Who is put or stands in custody, under arrest, siege or lockdown has it done: "placed her under arrest"."""
    parse, word = deed.parse, deed.word
    preposition = parse.head(word)
    if word.lemma not in CUSTODY or word.dep != "pobj" or preposition.lemma not in HELD:
        return sides
    verb = parse.head(preposition)
    if verb.pos not in ("VERB", "AUX"):
        return sides
    held = [one for child in parse.dependents(verb, "dobj") for one in with_conjuncts(child, parse)]
    if not held:
        held = subjects_of(verb, parse)[0]
    indices = {one.i for one in held}
    return without(sides[0], indices), tuple(held) or sides[1]


def target_of(deed: Deed, sides: Sides) -> Sides:
    """What is told to be the target of an attack is attacked: "the port has been the target of shelling"."""
    parse, of = deed.parse, deed.parse.head(deed.word)
    if sides[1] or deed.word.dep != "pobj" or of.lemma != "of":
        return sides
    target = parse.head(of)
    if target.lemma not in TARGETS:
        return sides
    be = parse.head(target)
    if target.dep == "attr":
        return sides[0], tuple(parse.dependents(be, "nsubj"))
    return (sides[0], (be,)) if target.dep == "appos" else sides


def aimed_at(deed: Deed, sides: Sides) -> Sides:
    """What is fired is no patient, but at what: "fired a number of rockets at the port"."""
    parse, word = deed.parse, deed.word
    if deed.type != "ASSAULT" or word.pos != "VERB":
        return sides
    fired = [one for one in sides[1] if one.dep == "dobj" and one.head == word.i and _fired(one, deed)]
    if not fired:
        return sides
    aims = [one for way in (word, *fired) for child in parse.dependents(way, "prep") if child.lemma in AIMED
            for one in objects_of(child, parse)]  # fmt: skip
    others = without(sides[1], {one.i for one in fired})
    more = tuple(one for one in dict.fromkeys(aims) if one not in others and one not in sides[0])
    return sides[0], (*others, *more)


def not_beside_its_object(deed: Deed, sides: Sides) -> Sides:
    """At what place an object of its own has it done to it is not done to: "took 40 soldiers hostage at the base"."""
    parse, word = deed.parse, deed.word
    own = {one.i for child in parse.dependents(word, "dobj") for one in with_conjuncts(child, parse)}
    own |= {one.i for one in after(deed, "of")} if word.pos == "NOUN" else set()
    done_to = {one.i for one in sides[1]}
    if not any(
        {one.i, one.head} & own and not _fired(one, deed) for one in sides[1] if one.dep in ("compound", *OBJECTS)
    ):
        return sides
    beside = set()
    for one in sides[1]:
        preposition = parse.head(one)
        if one.dep == "pobj" and preposition.lemma in BESIDE_PLACES and preposition.head in own | done_to | {word.i}:
            beside |= {one.i} - own if _place(one, deed) else set()
    return sides[0], without(sides[1], beside)


def _place(one: Token, deed: Deed) -> bool:
    return one.name in PLACES or not someone(one, deed.class_of)


def _fired(thing: Token, deed: Deed) -> bool:
    counted = [one for of in deed.parse.dependents(thing, "prep") for one in deed.parse.dependents(of, "pobj")]
    return weapon(thing, deed) or (
        thing.lemma in ("number", "dozen", "hundred") and any(weapon(one, deed) for one in counted)
    )


def recipient(deed: Deed, sides: Sides) -> Sides:
    """To whom something is given is the patient, not the thing: "provides shells to the rebels"."""
    parse, word = deed.parse, deed.word
    if deed.type not in ("AID", "CONCEDE") or word.pos != "VERB":
        return sides
    things = [one for one in sides[1] if one.dep == "dobj" and one.head == word.i and not someone(one, deed.class_of)]
    to = [one for one in after(deed, "to") if someone(one, deed.class_of)]
    to += [one for one in parse.dependents(word, "dative") if one.pos in ("NOUN", "PROPN", "PRON")]
    for thing in parse.dependents(word, "dobj") if deed.type == "AID" else ():
        to += [one for child in parse.dependents(thing, "prep") if child.lemma in GIVEN
               for one in objects_of(child, parse) if someone(one, deed.class_of)]  # fmt: skip
    if not to:
        return sides
    others = without(sides[1], {one.i for one in things})
    more = tuple(one for one in dict.fromkeys(to) if one not in others and one not in sides[0])
    return sides[0], (*others, *more)


def whom_relative(deed: Deed, sides: Sides) -> Sides:
    """Whom a relative clause tells that it is done to: "the Front, which the army blames"."""
    parse, word = deed.parse, deed.word
    if sides[1] or word.dep != "relcl" or not any(one.lemma in RELATIVES for one in parse.dependents(word, "dobj")):
        return sides
    noun = parse.head(word)
    return (sides[0], (noun,)) if noun not in sides[0] and someone(noun, deed.class_of) else sides


def own_object(deed: Deed, sides: Sides) -> Sides:
    """A verb with an object of its own takes none from another verb: "targeted a depot and did not hit any civilians"."""
    parse, word = deed.parse, deed.word
    own = {one.i for child in parse.dependents(word, "dobj") for one in with_conjuncts(child, parse)}
    if word.pos != "VERB" or not own & {one.i for one in sides[1]}:
        return sides
    return sides[0], tuple(one for one in sides[1] if one.i in own or not _of_other_verb(one, deed))


def _of_other_verb(one: Token, deed: Deed) -> bool:
    one = deed.parse.first_joined(one)
    verb = deed.parse.head(one)
    return one.dep in ("dobj", "nsubj", "nsubjpass") and verb.i != deed.word.i and verb.pos == "VERB"


def finger(deed: Deed, sides: Sides) -> Sides:
    """At whom a finger is pointed, or on whom the blame is laid, is accused."""
    if deed.type != "ACCUSE" or not any(one.lemma in FINGER for one in deed.parse.dependents(deed.word, "dobj")):
        return sides
    at = [*after(deed, "at"), *after(deed, "on")]
    return (sides[0], tuple(at)) if at else sides


def by_its_clause(deed: Deed, sides: Sides) -> Sides:
    """Who does what a clause without a subject tells is the subject above, where only a thing stands nearer."""
    parse, word = deed.parse, deed.word
    if word.pos != "VERB" or word.dep != "acl" or word.tag != "VBG":
        return sides
    noun = parse.head(word)
    if [one.i for one in sides[0]] not in ([noun.i], []) or someone(noun, deed.class_of):
        return sides
    verb = next((one for one in parse.ancestors(noun) if one.pos == "VERB"), None)
    if verb is None:
        return sides
    above = tuple(one for one in subjects_of(verb, parse)[0] if someone(one, deed.class_of))
    return (above, without(sides[1], {one.i for one in above})) if above else sides


def made_by(deed: Deed, sides: Sides) -> Sides:
    """By whom a deed is made, or kept up, does it: "the siege maintained by rebels", "the crimes that the army committed"."""
    parse, word = deed.parse, deed.word
    if word.pos != "NOUN":
        return sides
    found = [one for one in after(deed, "by") if someone(one, deed.class_of)] if not sides[0] else []
    verbs = list(parse.dependents(word, "acl", "relcl"))
    if word.dep == "nsubjpass":
        verbs.append(parse.head(word))
    for verb in verbs:
        if verb.lemma not in MAKING:
            continue
        found += [one for by in parse.dependents(verb, "agent") for one in objects_of(by, parse)]
        if verb.dep == "relcl" and not is_passive(verb, parse):
            found += [one for one in parse.dependents(verb, "nsubj") if one.lemma not in RELATIVES]
    named = tuple(one for one in dict.fromkeys(found) if someone(one, deed.class_of))
    return (named, without(sides[1], {one.i for one in named})) if named else sides


def own_doer(deed: Deed, sides: Sides) -> Sides:
    """Who does it where nobody else is found: "was freed by Peru", "the men who shot him"."""
    parse, word = deed.parse, deed.word
    if sides[0]:
        return sides
    found: list[Token] = []
    if word.pos == "VERB" and is_passive(word, parse):
        found = [one for by in parse.dependents(word, "agent") for one in objects_of(by, parse)]
    elif (
        word.pos == "VERB"
        and word.dep == "relcl"
        and any(one.lemma in RELATIVES for one in parse.dependents(word, "nsubj"))
    ):
        found = [parse.head(word)]
    doers = (one for one in found if one not in sides[1] and one.lemma not in RELATIVES)
    return tuple(one for one in doers if someone(one, deed.class_of)), sides[1]


def not_its_backer(deed: Deed, sides: Sides) -> Sides:
    """By whom force is backed, answered or told of did not use it: "the campaign backed by Ghana", "broke the siege"."""
    parse, word = deed.parse, deed.word
    if word.pos != "NOUN" or deed.type not in FORCE:
        return sides
    by = {
        one.i
        for verb in parse.dependents(word, "acl")
        if verb.lemma in BACKING
        for agent in parse.dependents(verb, "agent")
        for one in objects_of(agent, parse)
    }
    broken = parse.head(word) if word.dep == "dobj" and word.lemma in CUSTODY else word
    if broken.lemma == "break":
        by |= {one.i for one in subjects_of(broken, parse)[0]}
    return without(sides[0], by), sides[1]


def shared_subject(deed: Deed, sides: Sides) -> Sides:
    """A verb joined to one before shares its subject: "the units met the rebels and shelled them"."""
    parse, word = deed.parse, deed.word
    if word.pos != "VERB" or word.dep != "conj" or is_passive(word, parse) or not sides[0]:
        return sides
    if any(parse.dependents(word, "nsubj", "nsubjpass")):
        return sides
    shared = [one for one in subjects_of(word, parse)[0] if someone(one, deed.class_of)]
    if not shared or any(one in sides[0] for one in shared):
        return sides
    return tuple(shared), without(sides[1], {one.i for one in shared})


def bystanders(deed: Deed, sides: Sides) -> Sides:
    """Neither who fights alongside is fought, nor who tells of it, nor is a modifier of whom it is done to a doer."""
    parse = deed.parse
    beside = {one.i for preposition in BESIDE for one in after(deed, preposition) if deed.type == "ASSAULT"}
    told = {one.i for one in sides[1] if one.dep == "nsubj" and parse.head(one).lemma in TELLING}
    done_to = {one.i for one in sides[1]}
    inside = {one.i for one in sides[0] if one.dep in BEFORE and one.head in done_to and is_passive(deed.word, parse)}
    return without(sides[0], inside), without(sides[1], beside | told)


RULES: Final[tuple[Rule, ...]] = (
    attacker_before, whose_weapon, answering, in_custody, target_of, aimed_at, not_beside_its_object, recipient, finger,
    whom_relative,
    by_its_clause, made_by, own_doer, not_its_backer, shared_subject, bystanders, own_object,
    no_means, no_other_name, none_instead, not_its_noun, others_victims, not_what_is_denied,
    against_whom, by_whom, drawn_from, of_the_protest, on_what, subject_of_passive,
    not_when, no_backer, no_opponent, not_whence, not_replaced_by, not_its_subject, only_its_owner,
    no_description,
)  # fmt: skip
