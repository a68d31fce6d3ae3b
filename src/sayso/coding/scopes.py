"""Scopes: what reaches down to a word through complements, in which conditions it stands, and who is said not to have done it."""

from collections.abc import Iterator

from sayso.coding.frames import SUBJECTS
from sayso.model import Parse, Token
from sayso.resources.codebook.marks import Marks, Words

# What is told so is demanded only by an infinitive or "for": "told them to leave", "asked for help", not "told a meeting".
TELLING = frozenset({"tell", "ask"})
# These say that something is so, or that it should be: "suggested that he left", "suggested that he leave".
TWOFOLD = frozenset({"suggest", "suggestion", "insist", "insistence"})
# How far up a sentence is followed.
STEPS = 7
# Through these a word reaches what is under it: "called [for [a ceasefire]]", "refused [to sign]".
COMPLEMENTS = frozenset(
    {"dobj", "xcomp", "ccomp", "pcomp", "pobj", "acl", "attr", "acomp", "nsubjpass", "prep", "agent", "oprd", "csubj"}
    | {"csubjpass", "dative", "conj", "prt"}
)
# Through these it still reaches a noun within a phrase: "[attack] helicopters were called for".
PHRASES = frozenset({"compound", "amod", "nmod", "appos"})
NOBODY = frozenset({"nobody", "nothing", "none", "neither", "no-one", "nowhere"})
NEITHER = frozenset({"neither", "nor"})
SUBORDINATING = frozenset(
    {"if", "unless", "whether", "until", "till", "before", "when", "lest", "once", "provided", "case"}
    | {"otherwise", "instead", "rather", "without", "unlike"}
)
# "if it fails, they strike": what an event is told to depend on.
ON_CONDITION = frozenset({"if", "unless", "once", "until", "when", "should", "case"})
BOUNDING = frozenset({"if", "unless", "whether", "until", "before", "lest", "once", "till"})


def finite(verb: Token, parse: Parse) -> Token:
    """The verb whose negation and auxiliaries also hold for a coordinated verb without its own: "did not yield or admit"."""
    while verb.dep == "conj" and verb.head != verb.i and parse.head(verb).pos == "VERB":
        if any(parse.dependents(verb, "aux", "auxpass", "neg", "nsubj", "nsubjpass")):
            break
        if parse.head(verb).tag != verb.tag:
            break
        verb = parse.head(verb)
    return verb


def nobody(verb: Token, parse: Parse) -> bool:
    """Is a verb denied by its subject or object: "nobody was hurt", "no party joined", "conceded nothing"?"""
    for child in parse.dependents(verb, "nsubj", "nsubjpass", "dobj", "attr", "expl"):
        if NOBODY & {child.lemma, child.text.lower()}:
            return True
        if any(one.lemma in ("no", "neither") for one in parse.dependents(child, "det", "neg", "preconj", "nummod")):
            return True
    return any(one.lemma in NEITHER for one in parse.dependents(verb, "preconj", "cc", "advmod"))


def imperative(verb: Token, parse: Parse) -> bool:
    """Does a verb tell its hearers to do it: "Release them", "Please do not shoot"?"""
    if verb.tag not in ("VB", "VBP") or verb.dep not in ("ROOT", "ccomp", "parataxis", "conj"):
        return False
    helpers = {one.lemma for one in parse.dependents(verb, "aux", "auxpass")}
    return helpers <= {"do"} and not any(parse.dependents(verb, *SUBJECTS, "mark", "expl"))


def readings(lemma: str, table: dict[str, Words]) -> list[str]:
    """The values that a table of marks has a word under."""
    return [value for value, words in table.items() if lemma in words]


def governs(above: Token, below: Token, parse: Parse, marks: Marks) -> list[str]:
    """The values that a word has what hangs on it in; some words have two senses, which what hangs on them tells apart."""
    values = readings(above.lemma, marks.governors)
    if "demanded" not in values:
        return values
    if above.lemma == "propose" and below.dep == "xcomp" and form(below, parse) == "to":
        return ["planned"]
    if not _demands(above, below, parse):
        return [one for one in values if one != "demanded"]
    if above.lemma in TWOFOLD and below.dep in ("ccomp", "acl"):
        return ["demanded"]
    return values


def _demands(above: Token, below: Token, parse: Parse) -> bool:
    """Is it demanded: "called for talks", "told them to leave"; not "called the talks useless", "told a meeting", "in order to"?"""
    to = form(below, parse) == "to" and below.dep in ("xcomp", "ccomp", "acl", "advcl")
    if above.lemma == "call":
        return to or (below.dep == "prep" and below.lemma in ("for", "on", "upon"))
    if above.lemma in TELLING:
        return to or (below.dep == "prep" and below.lemma == "for")
    if above.lemma == "order" and above.pos == "NOUN":
        return parse.head(above).lemma != "in" or below.dep == "prep"
    if above.lemma in TWOFOLD and below.dep in ("ccomp", "acl"):
        return to or _subjunctive(below, parse)
    return True


def _subjunctive(verb: Token, parse: Parse) -> bool:
    """Is a verb bare where its subject would bend it: "suggested that the talks be held", "demanded that he leave"?"""
    helpers = list(parse.dependents(verb, "aux", "auxpass"))
    if verb.tag == "VB":
        return not helpers
    return verb.tag == "VBN" and [one.text.lower() for one in helpers] == ["be"]


def clause(verb: Token, parse: Parse, marks: Marks) -> list[str]:
    """What the small words of a verb's clause make of it: "neg", a value of a modal, the word of a condition."""
    found = []
    for child in parse.dependents(verb):
        word = child.text.lower()
        if child.dep == "neg" or (child.dep == "advmod" and word in marks.adverbs["denied"]):
            found.append("neg")
        elif child.dep in ("aux", "auxpass"):
            found.extend(readings(word, marks.modals)[:1])
        elif child.dep == "mark" and word in BOUNDING:
            found.append(word)
    if nobody(verb, parse):
        found.append("neg")
    return found


def form(verb: Token, parse: Parse) -> str:
    """Its part of speech, "to" for an infinitive with "to"."""
    return "to" if any(one.tag == "TO" for one in parse.dependents(verb, "aux", "auxpass")) else verb.tag


def scope(token: Token, own: str, parse: Parse, marks: Marks) -> Iterator[str]:
    """Names of what reaches down to a word, the nearest first. own: what its own clause makes of it."""
    over, stopped = _over(token, parse, marks)
    nearest = over[0] if over else "-"
    yield f"scope.own={own}"
    yield f"scope.first={nearest}"
    yield f"scope.first={nearest}&{own}"
    yield f"scope.depth={min(len(over), 3)}"
    if len(over) > 1:
        yield f"scope.two={over[0]}>{over[1]}"
    yield f"scope.stops={stopped}"
    yield f"scope.stops={stopped}&first={nearest}"


def _over(token: Token, parse: Parse, marks: Marks) -> tuple[list[str], str]:
    """What stands over a word, and the kind of clause or phrase at which that ends ("" at the top of the sentence)."""
    found: list[str] = []
    stopped = ""
    for _ in range(STEPS):
        if token.head == token.i:
            break
        if token.dep not in COMPLEMENTS:
            stopped = token.dep
            if token.dep not in PHRASES:
                break
        above = parse.head(token)
        if token.dep != "conj":
            sign = "/".join(governs(above, token, parse, marks))
            small = clause(above, parse, marks) if above.pos in ("VERB", "AUX") else []
            if sign or small:
                found.append(sign + "".join(f"!{one}" for one in small))
        token = above
    return found, stopped


def conditions(token: Token, parse: Parse) -> Iterator[str]:
    """Names of the conditions that a word stands in, and of those that it or what is over it depends on."""
    for level in range(STEPS):
        for child in parse.dependents(token, "advcl"):
            for word in _words(child, parse, ON_CONDITION):
                yield f"{'own' if level == 0 else 'up'}.given={word}"
        for word in _words(token, parse, SUBORDINATING):
            yield f"in={word}"
            yield f"{min(level, 2)}.in={word}"
        if token.head == token.i:
            return
        token = parse.head(token)


def _words(verb: Token, parse: Parse, wanted: Words) -> list[str]:
    return [one.text.lower() for one in parse.dependents(verb, "mark", "advmod") if one.text.lower() in wanted]


def asked(token: Token, parse: Parse) -> bool:
    """Does the word stand in a question?"""
    last = parse.of(parse.sentences[token.sentence])[-3:]
    return any(one.text == "?" for one in last)
