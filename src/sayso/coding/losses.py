"""Losses: the numbers of people killed, injured, detained or displaced that a sentence gives, and of whom."""

from collections.abc import Iterator

from msgspec import Struct

from sayso.coding.deeds import brought
from sayso.coding.frames import RELATIVES
from sayso.coding.numbers import added, before, beside, how_many
from sayso.coding.some_of import some_of
from sayso.coding.totals import HARMS, TOTALS, Harm, names, running_total
from sayso.coding.unharmed import tells_of_nobody
from sayso.coding.victims import SUFFERS, takes_things, victims
from sayso.model import Count, Parse, Sentence, Token
from sayso.resources.codebook import Lexicon

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
# What only who is said to suffer it was injured by: "sustained bruises".
WOUNDS = frozenset(
    {"bruise", "fracture", "laceration", "wound", "concussion", "suffocation", "burn", "shrapnel", "symptom", "convulsion",
     "difficulty", "treatment"}
)  # fmt: skip
# "and fifty more were wounded": whom the number before counts.
FURTHER = frozenset({"more", "other", "another"})
# Tokens within which the number of such victims stands before their word.
LONGEST = 16
# Words between "killed" and "injured" in "killed or badly injured".
EITHER = 3
REMAINS = frozenset({"body", "corpse"})
FIRST = frozenset({"a", "another"})
# Whose lives are told to be lost, and not saved or prayed for.
LIFE = "life"
LOSS = frozenset({"loss", "cost", "toll", "waste"})
TAKES_LIVES = frozenset({"lose", "claim", "take", "cost", "end", "give", "sacrifice", "lay"})
# Who dies of injuries is not told to be injured beside.
FATAL = frozenset({"succumb", "die"})
# Many who flee are displaced; "the driver fled" tells only that he ran.
RUNS = "flee"
# These are words of death where several people are their object, and else of things: "destroy him" is no killing.
NEEDING = frozenset({"eliminate", "liquidate", "neutralize", "neutralise", "destroy", "lose"})
NOBODY = frozenset({"nobody", "none"})
# "No further deaths": of none of those who may have died is told that they did.
ANY = frozenset(
    {"civilian", "human", "further", "immediate", "other", "additional", "confirmed", "reported", "such", "known"}
)
ONE = Count(1, 1)
MIN_PARTS = 2
# "A nurse and mother" may be one; these are told beside another: "a woman and child".
KIN = frozenset(
    {"child", "son", "daughter", "wife", "husband", "mother", "father", "sister", "brother", "baby", "infant", "toddler", "boy",
     "girl", "man", "woman", "driver", "passenger", "bodyguard", "grandmother", "grandfather", "teenager"}
)  # fmt: skip
LISTED = ("conj", "dobj", "pobj", "nsubjpass")


class Loss(Struct, frozen=True):
    """A number of people harmed: the word that says so, the number, the heads of the phrases that name them.

    total: a running total ("raising the toll to 23"), part: some of the victims told apart ("three were among the dead"); both
    count victims that other losses may have counted too.
    """

    harm: Harm
    word: Token
    count: Count
    victims: tuple[Token, ...]
    total: bool = False
    part: bool = False


def losses(sentence: Sentence, parse: Parse, lexicon: Lexicon) -> Iterator[Loss]:
    """The numbers of people harmed that a sentence gives, in the order of the text."""
    words = lexicon.marks.toll
    counted: set[tuple[int, Harm]] = set()
    for token in parse.of(sentence):
        if token.lemma in TOTALS:
            total = running_total(token, parse, lexicon)
            if total is not None:
                counted.update((one.i, total[0]) for one in parse.subtree(token))
                yield Loss(total[0], token, total[1], (), total=True)
        if tells_of_nobody(token, parse):
            yield from (Loss(harm, token, Count(0, 0), ()) for harm in ("killed", "injured"))
        if _no_loss(token, parse) or _one_or_other(token, parse, lexicon):
            continue
        for harm in HARMS:
            if (token.i, harm) in counted:
                continue
            if names(token, words[harm]) or _deadly(token, harm, parse) or _is_wound(token, harm, parse):
                found = _loss(token, harm, parse, lexicon)
                if found is not None:
                    yield found


def _no_loss(token: Token, parse: Parse) -> bool:
    """Does a word of harm tell of no victims: "the death penalty", "sentenced to death"?"""
    if token.lemma == "toll" or (token.lemma == RUNS and token.dep == "acl"):  # "killed three children fleeing"
        return True
    before = parse.tokens[token.i - 1] if token.i > 0 else token
    if before.text == "-" and before.end == token.start:  # "the rebel-held town"
        return True
    above = parse.head(token)
    if token.lemma == LIFE and not _is_taken(token, parse):
        return True
    if token.dep == "compound" and above.lemma in NO_DEATH:
        return True
    if token.lemma in REMAINS and any(parse.dependents(token, "poss")):
        return True
    if token.dep == "pobj" and parse.head(above).lemma in FATAL:  # "succumbed to his injuries"
        return True
    return token.lemma == "death" and above.lemma == "to" and not any(parse.dependents(token))


def _is_taken(life: Token, parse: Parse) -> bool:
    """Are lives told to be lost, as in "claimed hundreds of lives" and "the loss of nine lives", and not prayed for?"""
    above = parse.head(life)
    while life.dep == "pobj" and above.lemma == "of" and above.i != life.i:
        life = parse.head(above)
        if life.lemma in LOSS:
            return True
        above = parse.head(life)
    return above.lemma in TAKES_LIVES


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
    some = some_of(token, harm, parse, lexicon)
    if some is not None:
        return Loss(harm, token, *some, part=True)
    if token.pos == "NOUN" and token.lemma in NOUNS:
        if any(child.lemma == "no" for child in parse.dependents(token, "det")):
            of_some = any(one.lemma not in ANY for one in parse.dependents(token, "amod"))  # "no outward injuries"
            return None if of_some else Loss(harm, token, Count(0, 0), ())
        own = _how_many_dead(token, parse, lexicon)
        if own is not None and (own != ONE or token.lemma in REMAINS):
            return Loss(harm, token, own, ())
    if takes_things(token, parse, lexicon) or _is_of_many_more(token, parse):
        return None
    further = _further(token, parse, lexicon)
    if further is not None:
        return Loss(harm, token, further, ())
    heads = [_meant(head, parse) for head in victims(token, parse, lexicon) or _of_gerund(token, parse)]
    if any(_nobody(head, parse) for head in heads):
        return Loss(harm, token, Count(0, 0), ())
    counts = _once([(head, count) for head in heads if (count := _so_many(head, parse, lexicon)) is not None])
    counts = _without_parts(counts)
    counts += [(head, ONE) for head in heads if _also_named(head, [one for one, _ in counts])]
    total = added([count for _, count in counts])
    if total is None and not heads and token.lemma not in NEEDING:
        total = beside(token, parse, marks)
    if total is None or (total == ONE and (token.lemma == RUNS or token.lemma in NEEDING)):
        return None
    return Loss(harm, token, total, tuple(head for head, _ in counts))


def _of_gerund(token: Token, parse: Parse) -> list[Token]:
    """Whom a gerund that is a noun harms, though a parser takes it for a verb: "the killing of 70 people and injuring of many others"."""
    if token.tag != "VBG" or token.pos != "VERB" or any(parse.dependents(token, "aux", "dobj")):
        return []
    return list(brought(token, "of", parse))


def _once(counts: list[tuple[Token, Count]]) -> list[tuple[Token, Count]]:
    """The victims, the same noun with the same number once: a headline that runs into its sentence tells it twice."""
    return list({(head.lemma, count): (head, count) for head, count in counts}.values())


def _without_parts(counts: list[tuple[Token, Count]]) -> list[tuple[Token, Count]]:
    """The victims without those that make up the first of them: "three dockers, two men and a woman"."""
    if len(counts) > MIN_PARTS:
        rest = added([count for _, count in counts[1:]])
        if rest is not None and rest.low == counts[0][1].low:
            return counts[:1]
    return counts


def _meant(head: Token, parse: Parse) -> Token:
    """Whom a relative pronoun stands for: "Leif Odd, who they said was killed"."""
    if head.lemma not in RELATIVES or head.dep not in ("nsubj", "nsubjpass"):
        return head
    clause = parse.head(head)
    clause = parse.head(clause) if clause.dep == "ccomp" else clause
    return parse.head(clause) if clause.dep == "relcl" else head


def _so_many(head: Token, parse: Parse, lexicon: Lexicon) -> Count | None:
    """How many a phrase names; one for the second of "a woman and child"."""
    count = how_many(head, parse, lexicon.marks)
    if count is None and head.dep == "conj" and head.lemma in KIN and head.tag == "NN":
        above = how_many(parse.head(head), parse, lexicon.marks)
        return ONE if above == ONE else None
    return count


def _also_named(head: Token, counted: list[Token]) -> bool:
    """Is a name that is not known for a person's listed beside some that are: "killed Omar Haddad, Leif Odd and Ko Myo"?"""
    return head.tag == "NNP" and head not in counted and any(one.tag == "NNP" and one.dep in LISTED for one in counted)


def _one_or_other(token: Token, parse: Parse, lexicon: Lexicon) -> bool:
    """Is it told of the same people that they suffered this or another harm: "hundreds were killed or injured"?"""
    words = lexicon.marks.toll
    first = parse.head(token) if token.dep == "conj" else token
    either = [one for one in parse.dependents(first, "conj") if abs(one.i - first.i) <= EITHER]
    if not either or not any(one.lemma == "or" and one.i > first.i for one in parse.dependents(first, "cc")):
        return False
    told = {harm for one in (first, *either) for harm in HARMS if names(one, words[harm])}
    return token in (first, *either) and len(told) > 1


def _how_many_dead(token: Token, parse: Parse, lexicon: Lexicon) -> Count | None:
    """How many deaths, injuries or bodies; a body that is told of first is one."""
    if (
        token.lemma in REMAINS
        and token.tag == "NN"
        and any(one.lemma in FIRST for one in parse.dependents(token, "det"))
    ):
        return ONE
    return how_many(token, parse, lexicon.marks)


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
    if parse.tokens[token.i - 1].text.lower() == "another":  # "left one dead and another injured"
        return ONE
    found = before(token, parse, lexicon.marks, 4 if token.dep == "conj" else 1)
    return found if found is not None or token.dep in ("acl", "advcl") else _so_many_more(token, parse, lexicon)


def _is_of_many_more(token: Token, parse: Parse) -> bool:
    """Are further victims told of without a number: "three were killed and many more hurt"?"""
    before = [one.lemma for one in parse.tokens[max(0, token.i - 2) : token.i]]
    return token.tag == "VBN" and before == ["many", "more"]


def _so_many_more(token: Token, parse: Parse, lexicon: Lexicon) -> Count | None:
    """The number of a "more" that is no subject to the parser: "twenty more, including a nurse, were injured"."""
    first = max(parse.sentences[token.sentence].first, token.i - LONGEST)
    for one in reversed(parse.tokens[first : token.i]):
        if one.pos == "VERB" and one.dep != "prep":
            return None
        if one.lemma == "more":
            return how_many(one, parse, lexicon.marks)
    return None
