"""Victims: the phrases that name whom a word of harm harmed."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.coding.frames import frame_of, objects_of, with_conjuncts
from sayso.model import Parse, Token
from sayso.resources.codebook import Lexicon

SUFFERS = frozenset({"sustain", "suffer", "receive", "experience"})
DYING = frozenset({"die", "perish", "flee", "succumb"})
THEM = frozenset({"they", "them", "whom", "which"})
# The words that may stand between a verb and the number of its victims, and how many there may be.
HEDGES = frozenset(
    {"at", "least", "most", "more", "less", "than", "some", "about", "around", "nearly", "over", "up", "to"}
)
HEDGED = 4
# Words from a verb to the one that it shares its object with: "killed and later hanged".
BESIDE = 3
# What sets somebody apart; after a name "a" and "the" do not: "Omar Haddad, a poet and a critic".
OWN = ("det", "poss", "nummod")
# Verbs of whom injuries are told after "with".
LEFT_WITH = frozenset({"leave", "take", "rush", "bring", "escape", "hospitalize", "hospitalise", "admit", "fly"})
INJURIES = frozenset({"injury", "burn", "bruise", "fracture", "wound", "laceration"})
# Labels of what a number right after a verb is not counted in: "wounded 40 Tuesday".
DAYS = ("DATE", "TIME")
AMONG_THEM = frozenset({"including", "include", "among"})
# What these are done to is more often a place or a thing than a person.
TAKING = frozenset(
    {"seize", "capture", "hold", "round", "treat", "burn", "evacuate", "execute",
     "eliminate", "liquidate", "neutralize", "neutralise", "destroy", "lose"}
)  # fmt: skip
VEHICLES = frozenset({"car", "truck", "lorry", "bus", "van", "vehicle", "motorcycle", "motorbike", "boat", "tractor"})
# Words of troops that are things all the same.
THINGS = frozenset({"tank", "convoy", "column", "fleet", "armada"})
PERSONS = frozenset({"people", "troops", "police", "crowd", "speaker"})
STATES = frozenset({"nation", "country", "state", "government", "regime", "army", "junta", "military"})
NAMES_OF_PERSONS = frozenset({"PERSON", "NORP"})


def victims(token: Token, parse: Parse, lexicon: Lexicon) -> list[Token]:
    """The heads of the phrases that name whom a word of harm harmed, each counted once, in the order of the text."""
    named = _named(token, parse)
    named = [one for head in named for one in (head, *_listed_with(head, named[-1], parse))]
    named = [one for one in named if not _is_other_harm(one, lexicon)]
    found = _apart([*named, *_besides(named[-1:], token, parse)], parse)
    if token.lemma in TAKING:
        found = [one for one in found if _person(one, lexicon) and not _town(one, token, parse)]
    kept = [one for one in found if not _is_thing(one, lexicon.class_of) and not _of_another(one, token, parse)]
    without_was = _in_headline(token, parse) or _shares_was(token, parse)
    if not kept and (any(_of_another(one, token, parse) for one in found) or without_was):
        kept = [one for one in parse.dependents(token, "nsubj") if not _is_thing(one, lexicon.class_of)]
    return kept


def _in_headline(token: Token, parse: Parse) -> bool:
    """Is it a participle whose "was" a headline leaves out: "a nurse killed, 30 hurt"?"""
    bare = token.tag == "VBN" and not any(parse.dependents(token, "aux", "auxpass", "dobj"))
    return bare and any(one.i == token.i - 1 for one in parse.dependents(token, "nsubj"))


def _shares_was(token: Token, parse: Parse) -> bool:
    """Is it a participle that shares the "was" of the verb before: "a guard was killed and his brother injured"?"""
    bare = token.dep == "conj" and not any(parse.dependents(token, "aux", "auxpass", "dobj"))
    return bare and any(parse.dependents(parse.head(token), "auxpass"))


def _listed_with(head: Token, last: Token, parse: Parse) -> Iterator[Token]:
    """Who is listed after one whom a parser takes them for another name of: "killed the mayor, his wife and a guard".

    "A poet and father of three" is one, and whoever "was killed", too. last: the last of the heads that the parser gives.
    """
    was = any(one.text.lower() in ("was", "has") for one in parse.dependents(parse.head(head), "aux", "auxpass"))
    if was or head.tag not in ("NN", "NNP"):
        return
    for first in parse.dependents(head, "appos"):
        joined = with_conjuncts(first, parse)
        apart = any(parse.dependents(first, *OWN[head.pos == "PROPN" :])) and any(parse.dependents(joined[-1], *OWN))
        if apart and (len(joined) > 1 or last.i > first.i):
            yield from joined


def _is_other_harm(head: Token, lexicon: Lexicon) -> bool:
    """Is it a harm beside this one: "the death of two and the injury of five", "two were killed and another 12 hurt"?"""
    harmed = head.lemma in lexicon.marks.toll["injured"] or head.lemma in INJURIES
    return harmed and head.pos == "NOUN" and head.dep == "conj"


def is_weapon(head: Token, class_of: Mapping[str, frozenset[str]]) -> bool:
    """Is it what harms, which a parser takes for whom is harmed: "two car bombs killed 25 people"?"""
    return "weapon" in class_of.get(head.lemma, frozenset())


def _is_thing(head: Token, class_of: Mapping[str, frozenset[str]]) -> bool:
    """Is it a weapon, an attack or a vehicle, which a parser takes for whom is harmed: "two raids killed 25 people"?"""
    classes = class_of.get(head.lemma, frozenset())
    violence = "violence" in classes and not PERSONS & classes  # "gunman" is of both
    return is_weapon(head, class_of) or head.lemma in VEHICLES or violence


def _besides(last: Sequence[Token], token: Token, parse: Parse) -> Iterator[Token]:
    """Who is told after "in addition to" and "along with": "injured three visitors in addition to a guard"."""
    for one in (*last, token) if last else ():
        for preposition in parse.dependents(one, "prep"):
            if preposition.lemma == "along" and preposition.i > last[0].i:
                yield from objects_of(preposition, parse)
            for brought in parse.dependents(preposition, "pobj"):
                if preposition.lemma == "in" and brought.lemma == "addition" and brought.i > last[0].i:
                    yield from (inner for to in parse.dependents(brought, "prep") for inner in objects_of(to, parse))


def takes_things(token: Token, parse: Parse, lexicon: Lexicon) -> bool:
    """Is what is taken told, and is it no person: "seized three villages", "executed an operation"?"""
    if token.lemma not in TAKING:
        return False
    named = _named(token, parse)
    return bool(named) and not any(_person(one, lexicon) for one in named)


def _town(head: Token, token: Token, parse: Parse) -> bool:
    """Is it a bare name after "the capture of", which is a town's more often than a person's, whatever the parser takes it for?"""
    return token.pos == "NOUN" and head.pos == "PROPN" and not any(parse.dependents(head, "compound", "nummod"))


def _person(head: Token, lexicon: Lexicon) -> bool:
    if head.pos in ("PRON", "NUM") or head.name in NAMES_OF_PERSONS:
        return True
    if head.lemma in THINGS or head.lemma in lexicon.marks.toll["nobody"]:  # "three groups of rebels"
        return False
    return bool(PERSONS & lexicon.class_of.get(head.lemma, frozenset()))


def _of_another(head: Token, token: Token, parse: Parse) -> bool:
    """Is a phrase the subject of a later clause that the parser took apart: "and nine others injured", "killed others were hurt"?"""
    if token.pos == "NOUN" or head.i < token.i or head.i + 1 >= len(parse.tokens):  # "the deaths of two nurses were"
        return False
    after = parse.tokens[head.i + 1]
    later = head.dep == "conj" or (head.pos == "NUM" and not _is_number_at(head.i + 2, parse))  # "two killed 6 injured"
    participle = after.tag == "VBN" and after.dep == "acl" and after.head == head.i and later
    return participle or (after.dep in ("aux", "auxpass") and after.head > after.i)


def _is_number_at(i: int, parse: Parse) -> bool:
    return i < len(parse.tokens) and parse.tokens[i].pos == "NUM"


def _apart(heads: list[Token], parse: Parse) -> list[Token]:
    """The heads without those that are counted in one before: "nine people, among them a child"."""
    kept: list[Token] = []
    for head in heads:
        between = parse.tokens[kept[-1].i + 1 : head.i] if kept else ()
        if not any(one.lemma in AMONG_THEM for one in between) and not _some_of_them(head, parse):
            kept.append(head)
    return kept


def _some_of_them(head: Token, parse: Parse) -> bool:
    """Is a phrase a part of one before: "nine people were killed, two of them nurses"?"""
    numbers = list(parse.dependents(head, "nummod"))
    return bool(numbers) and all(_of_them(one, parse) for one in numbers)


def _of_them(number: Token, parse: Parse) -> bool:
    return any(
        inner.lemma in THEM
        for preposition in parse.dependents(number, "prep")
        for inner in parse.dependents(preposition, "pobj")
    )


def _named(token: Token, parse: Parse) -> list[Token]:
    if token.pos == "VERB" or (token.pos == "ADJ" and token.tag == "VBN"):
        left = _left_so(token, parse) or (_told_to_be(token, parse) if token.dep == "oprd" else [])
        frame = frame_of(token, "v", parse)
        if left or token.lemma in DYING:
            return left or _between(token, parse) or frame.agents
        if _without_comma(token, parse):
            return _right_after(token, parse)
        return (
            [*_listed(token, parse), *frame.patients, *_also(token, parse)]
            or _shared(token, parse)
            or _between(token, parse)
            or _right_after(token, parse)
        )
    if token.pos == "ADJ" or token.lemma == "dead":
        return _described(token, parse)
    return _of_noun(token, parse) if token.pos == "NOUN" else []


def _listed(token: Token, parse: Parse) -> list[Token]:
    """The counted nouns before the last of a list that a headline's participle follows: "five children and four nurses killed"."""
    last = parse.head(token)
    if token.dep != "acl" or token.tag != "VBN" or last.dep != "conj" or token.i != last.i + 1:
        return []
    before = parse.head(last)
    return [before] if all(any(parse.dependents(one, "nummod")) for one in (last, before)) else []


def _shared(token: Token, parse: Parse) -> list[Token]:
    """The object that a verb shares with the one right after it: "killed and hanged nine men"."""
    if any(parse.dependents(token, "dobj", "nsubjpass", "auxpass")):
        return []
    for other in parse.dependents(token, "conj"):
        if other.i - token.i <= BESIDE and other.tag == token.tag and not any(parse.dependents(other, "nsubj")):
            return [one for child in parse.dependents(other, "dobj") for one in with_conjuncts(child, parse)]
    return []


def _left_so(token: Token, parse: Parse) -> list[Token]:
    """Whom something left in a state: "left two of the victims injured"."""
    above = parse.head(token)
    before = parse.tokens[token.i - 1] if token.i > 0 else token
    if token.tag == "VBN" and before.dep == "dobj" and parse.head(before).lemma == "leave":
        return with_conjuncts(before, parse)
    if above.lemma != "leave" or token.dep not in ("advcl", "xcomp", "ccomp", "oprd") or token.tag != "VBN":
        return []
    own = list(parse.dependents(token, "nsubj", "nsubjpass"))
    return own or [one for child in parse.dependents(above, "dobj") for one in with_conjuncts(child, parse)]


def _told_to_be(token: Token, parse: Parse) -> list[Token]:
    """Whom a verb in the passive tells it of: "were reported wounded", "were shot dead"."""
    subjects = parse.dependents(parse.head(token), "nsubjpass")
    return [one for child in subjects for one in with_conjuncts(child, parse)]


def _also(token: Token, parse: Parse) -> Iterator[Token]:
    """Counted nouns that a parser joins to the verb instead of its object: "killing Saleh and eight more militants"."""
    for child in parse.dependents(token, "conj"):
        if child.pos == "NOUN" and any(parse.dependents(child, "nummod")) and not any(parse.dependents(child, "nsubj")):
            yield child


def _between(token: Token, parse: Parse) -> list[Token]:
    """The number of a subject that is a phrase with "between": "between 10 and 15 dockers were hurt"."""
    found = [one for one in parse.dependents(token, "prep") if one.lemma == "between" and one.i < token.i]
    return [one for preposition in found for one in parse.dependents(preposition, "pobj")][:1]


def _without_comma(token: Token, parse: Parse) -> bool:
    """Is a participle that a parser ties to a noun another verb, its comma lost: "killed 30 people injured 90"?"""
    if token.dep != "acl" or token.tag != "VBN" or parse.head(parse.head(token)).pos != "VERB":
        return False
    after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else token
    return after.pos == "NUM" and parse.head(token).dep == "dobj"


def _right_after(token: Token, parse: Parse) -> list[Token]:
    """The counted noun right after an active verb, that a parser takes for the subject of the clause that follows.

    "The raid killed at least 12 people the monitor said", "wounded 40 on Tuesday", "wounded 40 Tuesday".
    """
    for one in parse.tokens[token.i + 1 : token.i + 1 + HEDGED]:
        if one.pos == "NUM":
            head = parse.head(one)
            return [one] if one.dep != "nummod" or head.name in DAYS else [head]
        if one.lemma not in HEDGES:
            break
    return []


def _described(token: Token, parse: Parse) -> list[Token]:
    """Whom an adjective describes: "two are dead", "left five people dead", "the wounded soldier"."""
    head = parse.head(token)
    if token.dep == "acomp":
        return [one for child in parse.dependents(head, "nsubj") for one in with_conjuncts(child, parse)]
    if token.dep in ("ccomp", "oprd", "xcomp"):
        own = [one for child in parse.dependents(token, "nsubj") for one in with_conjuncts(child, parse)]
        done_to = [one for child in parse.dependents(head, "dobj") for one in with_conjuncts(child, parse)]
        return own or done_to or _told_to_be(token, parse)
    if token.dep == "amod":
        return [head]
    return [token] if token.pos == "NOUN" else []


def _of_noun(token: Token, parse: Parse) -> list[Token]:
    """Whose death or injury: "the deaths of", "her death", "two others sustained injuries", "the dead are two women"."""
    above = parse.head(token)
    has = above.lemma in SUFFERS or (above.lemma == "have" and token.lemma in INJURIES)
    if token.dep == "dobj" and (has or (token.lemma == "life" and above.lemma == "lose")):
        return frame_of(above, "v", parse).agents
    if token.dep == "pobj" and above.lemma == "with" and token.lemma in INJURIES:
        return _with_injuries(parse.head(above), parse)
    if token.dep == "nsubj" and above.lemma == "be":
        told = [one for child in parse.dependents(above, "attr") for one in with_conjuncts(child, parse)]
        if told:
            return told
    frame = frame_of(token, "n", parse)
    return frame.preps.get("of", []) or [one for one in frame.modifiers if one.dep == "poss" and not _of_state(one)]


def _with_injuries(verb: Token, parse: Parse) -> list[Token]:
    """Who is left or taken somewhere with injuries: "left nine with burns", "two were taken to hospital with injuries"."""
    if verb.lemma not in LEFT_WITH:
        return []
    frame = frame_of(verb, "v", parse)
    return frame.patients or frame.agents


def _of_state(owner: Token) -> bool:
    """Is whose executions they are a state that kills: "the nation's first executions"?"""
    return owner.name in ("GPE", "ORG", "NORP") or owner.lemma in STATES
