"""Answering: whom the words around a deed's noun make answer for it, who is its doer.

"Was responsible for the strike", "the group behind the raid", "claimed the bombing", "blamed the army for the raid", "a raid that
it blamed on the army", "charged with murder". Whom somebody blames in a way that others may tell too is its doer for who blames.
"""

from collections.abc import Iterator
from typing import Final

from sayso.coding.deeds import Deed, Sides, without
from sayso.coding.done_to import someone
from sayso.coding.frames import RELATIVES, is_passive, objects_of, subjects_of, with_conjuncts
from sayso.model import Token

CLAIMS: Final = frozenset({"claim", "accept", "take", "assume", "admit", "acknowledge", "bear"})
ANSWERABLE: Final = frozenset({"responsible", "accountable", "answerable", "liable", "responsibility", "behind"})
NO_ONE: Final = frozenset({"no", "nobody", "none"})
BLAMED_FOR: Final = frozenset({"for", "of", "with", "over"})
ACCUSING: Final = frozenset({"accuse", "blame", "suspect", "convict", "acquit", "charge", "indict"})
HELD_FOR: Final = ACCUSING | {"arrest", "detain", "hold", "try", "jail", "imprison", "sentence"}
CHARGES: Final = frozenset({"charge", "accusation", "allegation", "suspicion", "count"})
FACING: Final = frozenset({"face", "deny", "admit", "dismiss", "reject"})
CLAIMED: Final = frozenset({"claim", "attribute", "blame"})
BLAMING: Final = frozenset({"blame", "accuse", "condemn"})
NAMING: Final = ("NOUN", "PROPN", "PRON")


def answering(deed: Deed, sides: Sides) -> Sides:
    """The sides of a deed that somebody answers for, who did it; "no one claimed responsibility" names nobody."""
    if deed.word.pos not in ("NOUN", "PROPN"):
        return sides
    sure = [*_accused(deed), *(_claiming(deed) if deed.type == "ASSAULT" else ())]
    found = tuple(dict.fromkeys((*_responsible(deed), *sure) if deed.type == "ASSAULT" else sure))
    if found:
        return found, without(sides[1], {one.i for one in found})
    nobody = {one.i for one in sides[0] if any(child.lemma in NO_ONE for child in deed.parse.dependents(one, "det"))}
    sides = without(sides[0], nobody), sides[1]
    if sides[0]:
        return sides
    told = tuple(one for one in dict.fromkeys((*_responsible(deed), *_blamed_by_holder(deed))) if one.pos != "PRON")
    return told, without(sides[1], {one.i for one in told})


def _accused(deed: Deed) -> Iterator[Token]:
    parse = deed.parse
    preposition = parse.head(deed.word)
    above = parse.head(preposition)
    if deed.word.dep != "pobj" or preposition.lemma not in BLAMED_FOR:
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


def _responsible(deed: Deed) -> Iterator[Token]:
    """As in "was responsible for the attack", "claimed responsibility for it", "was behind it", "holds X responsible for it"."""
    parse = deed.parse
    preposition = parse.head(deed.word)
    if deed.word.dep != "pobj":
        return
    if preposition.lemma == "behind" and parse.head(preposition).pos in (
        "NOUN",
        "PROPN",
    ):  # "the group behind the raid"
        yield from (one for one in (parse.head(preposition),) if someone(one, deed.class_of))
        return
    answer = preposition if preposition.lemma == "behind" else parse.head(preposition)
    if answer.lemma not in ANSWERABLE or (answer is not preposition and preposition.lemma != "for"):
        return
    verb = parse.head(answer)
    if answer.lemma == "responsibility" and (verb.lemma not in CLAIMS or any(parse.dependents(verb, "neg"))):
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
                yield from (one for one in objects_of(child, parse) if one.pos in NAMING)


def _blamed_by_holder(deed: Deed) -> Iterator[Token]:
    """Whom the deed's own holder blames for it: "blamed the raid on the army", "condemned the army for the raid"."""
    parse = deed.parse
    cues = {word.i for cue in (deed.holders[0].cue if deed.holders else ()) for word in parse.within(cue)}
    above = parse.head(deed.word)
    over = parse.head(above)
    if deed.word.dep in ("dobj", "nsubjpass") and above.lemma == "blame" and above.i in cues:
        for on in (*parse.dependents(above, "prep"), *parse.dependents(deed.word, "prep")):
            yield from (one for one in objects_of(on, parse) if on.lemma in ("on", "upon"))
    if deed.word.dep == "pobj" and above.lemma in ("for", "of"):
        if over.lemma == "condemn" and over.i in cues:
            yield from parse.dependents(over, "nsubjpass", "dobj")
        elif over.dep in ("dobj", "nsubjpass") and parse.head(over).i in cues and parse.head(over).lemma in BLAMING:
            yield over
