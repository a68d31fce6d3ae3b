"""Construed: participants that a construction tells where the weights of roles leave a side empty, or take a thing for one.

Each rule reads one construction: a doer before an attack ("rebel fire"), responsibility, custody, aims of weapons, recipients.
"""

from collections.abc import Iterator
from functools import reduce
from typing import Final

from sayso.coding.deeds import Deed, Rule, Sides, after, without
from sayso.coding.done_to import someone
from sayso.coding.frames import RELATIVES, is_passive, objects_of, subjects_of, with_conjuncts
from sayso.model import Token

DOERS: Final = frozenset({"troops", "police", "crowd"})
# Who attacks, as the noun or adjective before it: "terrorist attacks", "a suicide-bomber attack".
ATTACKERS: Final = frozenset(
    {"terrorist", "jihadist", "jihadi", "rebel", "militant", "insurgent", "opposition", "regime", "government", "army",
     "police", "guerrilla", "militia", "gang", "mob", "bomber", "coalition", "takfiri", "islamist", "extremist"}
)  # fmt: skip
POWER: Final = frozenset({"coup", "rule", "takeover"})
BEFORE: Final = ("compound", "amod", "nmod", "poss")
FORCE: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
CUSTODY: Final = frozenset(
    {"custody", "arrest", "detention", "siege", "lockdown", "curfew", "quarantine", "surveillance", "blockade"}
)
HELD: Final = frozenset({"in", "under", "into"})
TARGETS: Final = frozenset({"target", "victim", "object", "subject"})
AIMED: Final = ("on", "at", "into", "against", "toward", "towards", "upon", "onto", "over")
MISSILES: Final = frozenset({"shot", "round", "fire", "volley", "barrage", "salvo", "stone", "bottle", "barrel"})
GIVEN: Final = ("to", "for")
FINGER: Final = frozenset({"finger", "blame"})
CLAIMS: Final = frozenset({"claim", "accept", "take", "assume", "admit", "acknowledge", "bear"})
ANSWERABLE: Final = frozenset({"responsible", "responsibility", "behind"})
NO_ONE: Final = frozenset({"no", "nobody", "none"})
BLAMED_FOR: Final = frozenset({"for", "of", "with", "over"})
ACCUSING: Final = frozenset({"accuse", "blame", "suspect", "convict", "acquit", "charge", "indict"})
HELD_FOR: Final = ACCUSING | {"arrest", "detain", "hold", "try", "jail", "imprison", "sentence"}
CHARGES: Final = frozenset({"charge", "accusation", "allegation", "suspicion", "count"})
FACING: Final = frozenset({"face", "deny", "admit", "dismiss", "reject"})
CLAIMED: Final = frozenset({"claim", "attribute", "blame"})
MAX_STEPS: Final = 4


def construed(deed: Deed, sides: Sides) -> Sides:
    """The agents and patients, with those that the constructions tell."""
    return reduce(lambda found, rule: rule(deed, found), RULES, sides)


def attacker_before(deed: Deed, sides: Sides) -> Sides:
    """Who stands before an attack makes it: "terrorist attacks", "rebel mortar fire", "a police raid"."""
    if sides[0] or deed.word.pos != "NOUN" or deed.type not in FORCE:
        return sides
    found = tuple(_attackers(deed.word, deed))
    return found, without(sides[1], {one.i for one in found})


def _attackers(word: Token, deed: Deed, steps: int = 0) -> Iterator[Token]:
    for one in deed.parse.dependents(word, *BEFORE):
        if one.i > word.i:
            continue
        if _attacks(one, deed):
            yield one
        elif steps < MAX_STEPS and _weapon(one, deed):
            yield from _attackers(one, deed, steps + 1)


def _attacks(one: Token, deed: Deed) -> bool:
    if one.lemma.lower() in ATTACKERS or one.lemma == "military":
        return one.lemma != "military" or deed.word.lemma in POWER  # "military intervention" names nobody
    return one.pos in ("NOUN", "PROPN") and bool(DOERS & deed.class_of.get(one.lemma, frozenset()))


def _weapon(one: Token, deed: Deed) -> bool:
    return one.lemma in MISSILES or "weapon" in deed.class_of.get(one.lemma, frozenset())


def whose_weapon(deed: Deed, sides: Sides) -> Sides:
    """Whose weapon hits is who hits: "was hit by rebel gunfire", "shells fired by rebels hit the port"."""
    parse, word = deed.parse, deed.word
    if deed.type != "ASSAULT" or word.pos != "VERB":
        return sides
    heads = [one for child in parse.dependents(word, "agent") for one in objects_of(child, parse)]
    if not is_passive(word, parse):
        heads = [one for child in parse.dependents(word, "nsubj") for one in with_conjuncts(child, parse)]
    weapons = [one for one in heads if _weapon(one, deed)]
    found = [one for weapon in weapons for one in (*_attackers(weapon, deed), *_firing(weapon, deed))]
    left = without(sides[0], {one.i for one in weapons})
    return (left, sides[1]) if left or not found else (tuple(found), without(sides[1], {one.i for one in found}))


def _firing(weapon: Token, deed: Deed) -> Iterator[Token]:
    for clause in deed.parse.dependents(weapon, "acl"):
        for by in deed.parse.dependents(clause, "agent"):
            yield from objects_of(by, deed.parse)


def answerable(deed: Deed, sides: Sides) -> Sides:
    """Who claims an attack, or is told to be responsible for it, made it: "no one claimed responsibility" names nobody."""
    if deed.type != "ASSAULT" or deed.word.pos != "NOUN":
        return sides
    found = tuple(dict.fromkeys((*_responsible(deed), *_claiming(deed))))
    return (found, without(sides[1], {one.i for one in found})) if found else sides


def _responsible(deed: Deed) -> Iterator[Token]:
    """As in "was responsible for the attack", "claimed responsibility for it", "was behind it", "holds X responsible for it"."""
    parse = deed.parse
    preposition = parse.head(deed.word)
    if deed.word.dep != "pobj":
        return
    answer = preposition if preposition.lemma == "behind" else parse.head(preposition)
    if answer.lemma not in ANSWERABLE or (answer is not preposition and preposition.lemma != "for"):
        return
    verb = parse.head(answer)
    if answer.lemma == "responsibility" and verb.lemma not in CLAIMS:
        return
    if any(parse.dependents(verb, "neg")):
        return
    held = list(parse.dependents(answer, "nsubj")) or (
        list(parse.dependents(verb, "dobj")) if answer.lemma == "responsible" else []
    )
    for one in held or subjects_of(verb, parse)[0]:
        if one.lemma not in NO_ONE and not any(child.lemma in NO_ONE for child in parse.dependents(one, "det")):
            yield one


def _claiming(deed: Deed) -> Iterator[Token]:
    """As in "an attack claimed by the Front", "the attack was claimed by it", "an attack blamed on the army"."""
    parse = deed.parse
    above = parse.head(deed.word)
    verbs = list(parse.dependents(deed.word, "acl", "relcl"))
    if deed.word.dep == "nsubjpass":
        verbs.append(above)
    for verb in verbs:
        if verb.lemma not in CLAIMED or any(parse.dependents(verb, "neg")):
            continue
        by = ("agent",) if verb.lemma == "claim" else ("prep",)
        for child in parse.dependents(verb, *by):
            if child.lemma in ("by", "on", "to"):
                yield from (one for one in objects_of(child, parse) if one.pos in ("NOUN", "PROPN", "PRON"))


def blamed(deed: Deed, sides: Sides) -> Sides:
    """Who is blamed for a deed, or charged with it, is to have done it: "blames the Front for the raid", "charged with murder"."""
    if deed.word.pos != "NOUN" or deed.word.dep != "pobj":
        return sides
    found = tuple(dict.fromkeys(_accused(deed)))
    return (found, without(sides[1], {one.i for one in found})) if found else sides


def _accused(deed: Deed) -> Iterator[Token]:
    parse = deed.parse
    preposition = parse.head(deed.word)
    above = parse.head(preposition)
    if preposition.lemma not in BLAMED_FOR:
        return
    if above.lemma in CHARGES and above.pos == "NOUN":
        verb = parse.head(above)
        if above.dep == "dobj" and verb.lemma in FACING:  # "faces charges of assault"
            yield from subjects_of(verb, parse)[0]
            return
        above = parse.head(verb) if above.dep == "pobj" else above  # "arrested on charges of assault"
        if above.lemma not in HELD_FOR:
            return
    elif above.lemma not in ACCUSING:
        return
    if above.pos != "VERB":
        return
    if is_passive(above, parse):
        yield from (one for one in subjects_of(above, parse)[0] if one.pos in ("NOUN", "PROPN", "PRON"))
        return
    for child in parse.dependents(above, "dobj"):
        relative = child.lemma in RELATIVES and above.dep == "relcl"
        yield from [parse.head(above)] if relative else with_conjuncts(child, parse)


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


def _fired(thing: Token, deed: Deed) -> bool:
    counted = [one for of in deed.parse.dependents(thing, "prep") for one in deed.parse.dependents(of, "pobj")]
    return _weapon(thing, deed) or (
        thing.lemma in ("number", "dozen", "hundred") and any(_weapon(one, deed) for one in counted)
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
    while one.dep == "conj" and one.head != one.i:
        one = deed.parse.head(one)
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


RULES: Final[tuple[Rule, ...]] = (
    attacker_before, whose_weapon, blamed, answerable, in_custody, target_of, aimed_at, recipient, finger, whom_relative,
    by_its_clause, own_object,
)  # fmt: skip
