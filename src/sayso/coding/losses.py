"""Losses: the numbers of people killed, injured, detained or displaced that a sentence gives, and of whom."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from sayso.coding.frames import with_conjuncts
from sayso.coding.numbers import added, before, beside, how_many, number_at
from sayso.coding.unharmed import tells_of_nobody
from sayso.coding.victims import SUFFERS, takes_things, victims
from sayso.model import Count, Parse, Sentence, Token
from sayso.resources.codebook import Lexicon
from sayso.resources.codebook.marks import Words

Harm = Literal["killed", "injured", "detained", "displaced"]
HARMS: tuple[Harm, ...] = ("killed", "injured", "detained", "displaced")
NOUNS = frozenset(
    {
        "death",
        "fatality",
        "casualty",
        "life",
        "injury",
        "wounding",
        "arrest",
        "body",
        "corpse",
        "killing",
        "detention",
        "execution",
        "assassination",
        "hanging",
        "beheading",
        "femicide",
        "homicide",
    }
)
DEADLY = frozenset({"dead", "death"})
# "death penalty", "death threats": nobody is said to have died.
NO_DEATH = frozenset(
    {"penalty", "row", "threat", "sentence", "squad", "certificate", "wish", "camp", "trap", "rate", "attempt", "plot", "bid",
     "chamber", "order", "charge"}
)  # fmt: skip
# "the number killed rose to 45": a running total, not further victims.
TOTALS = frozenset({"toll", "number", "count", "total", "tally"})
MOVES = frozenset(
    {"bring", "raise", "take", "push", "put", "rise", "climb", "reach", "stand", "pass", "increase", "jump", "grow", "go",
     "surpass", "exceed", "hit", "revise", "drive", "be", "top", "mount"}
)  # fmt: skip
# What only who is said to suffer it was injured by: "sustained bruises".
WOUNDS = frozenset({"bruise", "fracture", "laceration", "wound", "concussion", "suffocation", "burn", "shrapnel"})
# "and fifty more were wounded": whom the number before counts.
FURTHER = frozenset({"more", "other", "another"})
# Tokens within which the number of such victims stands before their word.
LONGEST = 16
REMAINS = frozenset({"body", "corpse"})
# Many who flee are displaced; "the driver fled" tells only that he ran.
RUNS = "flee"
# These are words of death where several people are their object, and else of things: "destroy him" is no killing.
NEEDING = frozenset({"eliminate", "liquidate", "neutralize", "neutralise", "destroy", "lose"})
NOBODY = frozenset({"nobody", "none"})
ONE = Count(1, 1)
LISTED = ("conj", "dobj", "pobj", "nsubjpass")


class Loss(Struct, frozen=True):
    """A number of people harmed: the word that says so, the number, the heads of the phrases that name them.

    total: a running total ("raising the toll to 23"), which counts victims that other losses may have counted too.
    """

    harm: Harm
    word: Token
    count: Count
    victims: tuple[Token, ...]
    total: bool = False


def losses(sentence: Sentence, parse: Parse, lexicon: Lexicon) -> Iterator[Loss]:
    """The numbers of people harmed that a sentence gives, in the order of the text."""
    words = lexicon.marks.toll
    counted: set[tuple[int, Harm]] = set()
    for token in parse.of(sentence):
        if token.lemma in TOTALS:
            total = _total(token, parse, lexicon)
            if total is not None:
                counted.update((one.i, total.harm) for one in parse.subtree(token))
                yield total
        if tells_of_nobody(token, parse):
            yield from (Loss(harm, token, Count(0, 0), ()) for harm in ("killed", "injured"))
        if _no_loss(token, parse):
            continue
        for harm in HARMS:
            if (token.i, harm) in counted:
                continue
            if _names(token, words[harm]) or _deadly(token, harm, parse) or _is_wound(token, harm, parse):
                found = _loss(token, harm, parse, lexicon)
                if found is not None:
                    yield found


def _names(token: Token, words: Words) -> bool:
    return token.lemma in words or token.text.lower() in words


def _no_loss(token: Token, parse: Parse) -> bool:
    """Does a word of harm tell of no victims: "the death penalty", "sentenced to death"?"""
    if token.lemma == "toll" or (token.lemma == RUNS and token.dep == "acl"):  # "killed three children fleeing"
        return True
    above = parse.head(token)
    if token.dep == "compound" and above.lemma in NO_DEATH:
        return True
    if token.lemma in REMAINS and any(parse.dependents(token, "poss")):
        return True
    return token.lemma == "death" and above.lemma == "to" and not any(parse.dependents(token))


def _deadly(token: Token, harm: Harm, parse: Parse) -> bool:
    """As in "shot dead", "beaten to death"; not "sentenced to death"."""
    if harm != "killed" or token.pos != "VERB" or token.lemma in ("sentence", "condemn"):
        return False
    for child in parse.dependents(token):
        if child.lemma in DEADLY and child.dep in ("acomp", "oprd", "advmod"):
            return True
        if (
            child.dep == "prep"
            and child.lemma == "to"
            and any(one.lemma == "death" for one in parse.dependents(child, "pobj"))
        ):
            return True
    return False


def _is_wound(token: Token, harm: Harm, parse: Parse) -> bool:
    return harm == "injured" and token.lemma in WOUNDS and token.dep == "dobj" and parse.head(token).lemma in SUFFERS


def _loss(token: Token, harm: Harm, parse: Parse, lexicon: Lexicon) -> Loss | None:
    marks = lexicon.marks
    some = _some_of_dead(token, harm, parse, lexicon) or _some_of_them(token, parse, lexicon)
    if some is not None:
        return Loss(harm, token, *some)
    if token.pos == "NOUN" and token.lemma in NOUNS:
        if any(child.lemma == "no" for child in parse.dependents(token, "det")):
            return Loss(harm, token, Count(0, 0), ())
        own = how_many(token, parse, marks)
        if own is not None and (own != ONE or token.lemma in REMAINS):
            return Loss(harm, token, own, ())
    if takes_things(token, parse, lexicon):
        return None
    further = _further(token, parse, lexicon)
    if further is not None:
        return Loss(harm, token, further, ())
    heads = victims(token, parse, lexicon)
    if any(_nobody(head, parse) for head in heads):
        return Loss(harm, token, Count(0, 0), ())
    counts = _once([(head, count) for head in heads if (count := how_many(head, parse, marks)) is not None])
    counts += [(head, ONE) for head in heads if _also_named(head, [one for one, _ in counts])]
    total = added([count for _, count in counts])
    if total is None and not heads and token.lemma not in NEEDING:
        total = beside(token, parse, marks)
    if total is None or (total == ONE and (token.lemma == RUNS or token.lemma in NEEDING)):
        return None
    return Loss(harm, token, total, tuple(head for head, _ in counts))


def _once(counts: list[tuple[Token, Count]]) -> list[tuple[Token, Count]]:
    """The victims, the same noun with the same number once: a headline that runs into its sentence tells it twice."""
    return list({(head.lemma, count): (head, count) for head, count in counts}.values())


def _also_named(head: Token, counted: list[Token]) -> bool:
    """Is a name that is not known for a person's listed beside some that are: "killed Omar Haddad, Leif Odd and Ko Myo"?"""
    return head.tag == "NNP" and head not in counted and any(one.tag == "NNP" and one.dep in LISTED for one in counted)


def _nobody(head: Token, parse: Parse) -> bool:
    """As in "no one was hurt", "nobody died", "none of them"."""
    return head.lemma in NOBODY or any(child.lemma == "no" for child in parse.dependents(head, "det"))


def _further(token: Token, parse: Parse, lexicon: Lexicon) -> Count | None:
    """The number right before a participle that tells of further victims: "three were killed and dozens more wounded".

    The syntax often lends such a participle the victims of the verb before.
    """
    if token.tag not in ("VBN", "VBD") or token.dep not in ("conj", "acl", "ROOT", "advcl"):
        return None
    if any(child.lemma not in FURTHER for child in parse.dependents(token, "nsubj", "nsubjpass", "dobj")):
        return None
    other = next(
        (one for one in parse.dependents(token, "nsubj", "nsubjpass") if any(parse.dependents(one, "det"))), None
    )
    if other is not None and other.lemma == "other" and other.text.lower() == "other":
        return how_many(other, parse, lexicon.marks)
    found = before(token, parse, lexicon.marks, 4 if token.dep == "conj" else 1)
    return found if found is not None or token.dep in ("acl", "advcl") else _so_many_more(token, parse, lexicon)


def _so_many_more(token: Token, parse: Parse, lexicon: Lexicon) -> Count | None:
    """The number of a "more" that is no subject to the parser: "twenty more, including a nurse, were injured"."""
    first = max(parse.sentences[token.sentence].first, token.i - LONGEST)
    for one in reversed(parse.tokens[first : token.i]):
        if one.pos == "VERB" and one.dep != "prep":
            return None
        if one.lemma == "more":
            return how_many(one, parse, lexicon.marks)
    return None


def _some_of_dead(token: Token, harm: Harm, parse: Parse, lexicon: Lexicon) -> tuple[Count, tuple[Token, ...]] | None:
    """So many, where a part of the dead is told of: "five of the dead were children", "six of those killed"."""
    inner = token if token.lemma == "dead" else parse.head(token)
    of = parse.head(inner)
    if harm != "killed" or inner.dep != "pobj" or of.lemma != "of" or inner.pos == "VERB":
        return None
    if token.pos == "NOUN" and token.lemma != "dead":  # "six of the murders"
        return None
    number = parse.head(of)
    part = how_many(number, parse, lexicon.marks) if number.pos == "NUM" else None
    return (part, (inner,)) if part is not None else None


def _some_of_them(token: Token, parse: Parse, lexicon: Lexicon) -> tuple[Count, tuple[Token, ...]] | None:
    """At least so many, where a part is told: "three children were among those killed", "among the nine killed"."""
    inner = token if token.dep == "pobj" else parse.head(token)
    preposition = parse.head(inner)
    if inner.dep != "pobj" or preposition.lemma != "among":
        return None
    whole = how_many(inner, parse, lexicon.marks)
    if whole is not None:
        return whole, (inner,)
    verb = parse.head(preposition)
    heads = [one for child in parse.dependents(verb, "nsubj", "attr") for one in with_conjuncts(child, parse)]
    counts = [(head, count) for head in heads if (count := how_many(head, parse, lexicon.marks)) is not None]
    total = added([count for _, count in counts])
    if total is None or total.low is None or total == ONE:
        return None
    return Count(total.low, None), tuple(head for head, _ in counts)


def _total(token: Token, parse: Parse, lexicon: Lexicon) -> Loss | None:
    """As in "the death toll rose to 23", "a toll of 23", "bringing the number of people killed to 45"."""
    own = token.lemma == "toll"
    harm = "killed" if own else _harm_counted(token, parse, lexicon)
    if harm is None or not (own or parse.head(token).lemma in MOVES):
        return None
    count = next((one for child in _amounts(token, parse) if (one := _number_of(child, parse, lexicon))), None)
    return Loss(harm, token, count, (), total=True) if count is not None else None


def _amounts(token: Token, parse: Parse) -> Iterator[Token]:
    """The words that may give a running total's number."""
    for head in (token, parse.head(token)) if token.lemma == "toll" else (parse.head(token),):
        for preposition in parse.dependents(head, "prep"):
            if preposition.lemma in ("to", "of", "at", "past", "least"):
                yield from parse.dependents(preposition, "pobj")
    if token.dep == "nsubj":
        yield from parse.dependents(parse.head(token), "dobj", "attr")


def _harm_counted(token: Token, parse: Parse, lexicon: Lexicon) -> Harm | None:
    """What the people of a "number" have suffered: "the number killed", "the number of arrests"."""
    inside = [one for one in parse.subtree(token) if one.i > token.i]
    words = lexicon.marks.toll
    return next((harm for harm in HARMS if any(_names(one, words[harm]) for one in inside)), None)


def _number_of(token: Token, parse: Parse, lexicon: Lexicon) -> Count | None:
    number = number_at(token, parse, lexicon.marks)
    for one in parse.dependents(token, "nummod"):
        number = number or number_at(one, parse, lexicon.marks)
    return number[0] if number is not None else None
