"""Ruled out: mentions that the judge takes for events and that their sentence, or the ones beside it, shows to be none.

Accidents and natural deaths, what a question asks, interviews, standing opinions and relations, and a light verb beside its own
noun. The words are in `ruled_out.toml`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from sayso.coding.background import is_background
from sayso.coding.candidates import NOUN_PLACES
from sayso.coding.frames import SUBJECTS
from sayso.coding.judging import Found
from sayso.model import Parse, Sentence, Token
from sayso.resources.codebook import Lexicon
from sayso.resources.codebook.marks import Words

QUESTION = "?"
# How many of a sentence's last tokens may hold its question mark, with the quotation marks that close it.
LAST = 3
# What begins an indirect question, the clause that has it, and how far a quoted one may end before "asked".
QUESTION_WORDS = frozenset({"whether", "if", "why", "what", "who", "how", "when", "where", "which"})
CLAUSES = ("ccomp", "advcl", "xcomp")
FIRST = ("mark", "advmod", "nsubj", "nsubjpass", "dobj", "attr")
CLOSE = 6
# Whom a question asks. "Why did the army shell the port?" and "Who shelled it?" take the shelling for known.
ASKED = frozenset({"you", "we", "i", "anyone", "anybody"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
SECOND = frozenset({"your", "our", "my"})
# Whoever stands outside of these clauses asks nothing about them.
APART = frozenset({"relcl", "acl", "advcl", "ccomp", "pcomp"})
# Labels of names of who may do harm.
NAMES = frozenset({"PERSON", "NORP", "GPE", "ORG"})
# What joins a death to what caused it: "died in a crash", "died of cancer".
CAUSED = ("in", "of", "from", "by")
# By so much a light verb must be the likelier event to win over its noun.
SURER = 0.05
MAX_STEPS = 8


def without_ruled_out(found: Sequence[Found], parse: Parse, tellings: "Tellings", lexicon: Lexicon) -> Iterator[Found]:
    """The mentions that no rule shows to be no event, in their order."""
    doubled = _doubled(found, lexicon) | _inside(found)
    for one in found:
        if one.candidate.token.i not in doubled and not _is_none(one, tellings, parse, lexicon):
            yield one


def _is_none(one: Found, tellings: "Tellings", parse: Parse, lexicon: Lexicon) -> bool:
    return (
        _standing(one, lexicon)
        or _told_to_media(one, parse, lexicon)
        or _asked_about(one, parse)
        or _asks_question(one, parse)
        or _is_the_accused(one, parse)
        or is_background(one, parse, lexicon)
        or _by_disaster(one, tellings, parse, lexicon)
        or _by_mishap(one, tellings, parse, lexicon)
    )


class Tellings:
    """What the sentences of a document tell of: attacks, accidents. A sentence is looked at when it is asked about."""

    def __init__(self, parse: Parse, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
        by_number = {sentence.i: sentence for sentence in sentences}

        def tells(is_one: Callable[[Token, Parse, Mapping[str, Words]], bool], number: int) -> bool:
            sentence = by_number.get(number)
            return sentence is not None and any(is_one(one, parse, lexicon.ruled_out) for one in parse.of(sentence))

        self._tells = cache(tells)

    def attack_near(self, sentence: int) -> bool:
        """Does the sentence, or one beside it, speak of an attack or of who attacks?"""
        return any(self._tells(is_attack, sentence + step) for step in (-1, 0, 1))

    def accident_near(self, sentence: int) -> bool:
        """Is an accident told of beside the sentence, and no attack?"""
        return self.mishap_near(sentence, after=True) and not self.attack_near(sentence)

    def mishap_near(self, sentence: int, *, after: bool) -> bool:
        """Does the sentence, the one before, or the one after, speak of an accident, an illness, a fire, a disaster?"""
        return any(self._tells(is_mishap, sentence + step) for step in ((-1, 0, 1) if after else (-1, 0)))


def is_attack(token: Token, parse: Parse, words: Mapping[str, Words]) -> bool:
    """Does a word speak of an attack: "gunmen", "shelling", "opened fire"; not "a heart attack"?"""
    if token.lemma == "fire":
        return token.pos == "VERB" or not _burns(token, parse, words)
    if token.lemma not in words["attack"] and token.text.lower() not in words["attack"]:
        return False
    return not _described_by(words["no_attack"], token, parse)


def is_mishap(token: Token, parse: Parse, words: Mapping[str, Words]) -> bool:
    """Does a word speak of an accident, an illness, a fire or a disaster?"""
    if token.lemma == "fire":
        return token.pos == "NOUN" and _burns(token, parse, words)
    if token.lemma in words["mishap"]:
        return True
    return token.lemma == "attack" and _described_by(words["no_attack"], token, parse)


def _described_by(some: Words, token: Token, parse: Parse) -> bool:
    return any(child.lemma in some for child in parse.dependents(token, "compound", "amod", "nmod"))


def _burns(fire: Token, parse: Parse, words: Mapping[str, Words]) -> bool:
    """Is a fire one that burns, and not one of guns: "a fire at the mill", not "rocket fire", "Marwani fire", "under fire"?"""
    above = parse.head(fire)
    named = any(child.name in NAMES for child in parse.dependents(fire, "compound", "amod", "poss"))
    if named or _described_by(words["attack"], fire, parse):
        return False
    return above.lemma not in words["fires_guns"]


def _by_mishap(one: Found, tellings: Tellings, parse: Parse, lexicon: Lexicon) -> bool:
    """Is a death, an injury or a damage that of an accident or an illness, with no attack told of beside it?"""
    words, token, sentence = lexicon.ruled_out, one.candidate.token, one.candidate.token.sentence
    if one.type != "ASSAULT" or (one.candidate.word not in words["harm"] and token.lemma not in words["harm"]):
        return False
    if _harmed_by_somebody(one, lexicon):
        return False
    if _caused_by_mishap(one, parse, words):
        return True
    if tellings.attack_near(sentence):
        return False
    dying = one.candidate.word in words["dying"]
    return tellings.mishap_near(sentence, after=dying) or _of_age(token, parse, words)


def _by_disaster(one: Found, tellings: "Tellings", parse: Parse, lexicon: Lexicon) -> bool:
    """Does a disaster do it: "the typhoon forced thousands out", "Typhoon Ilse. It blocked roads"?"""
    frame, words = one.candidate.frame, lexicon.ruled_out
    if frame.kind != "v" or not frame.agents:
        return False
    if all(_is_disaster(head, parse, words) for head in frame.agents):
        return True
    alone = [head.lemma for head in frame.agents] == ["it"] and one.type in ("ASSAULT", "COERCE")
    sentence = one.candidate.token.sentence
    return alone and tellings.mishap_near(sentence, after=False) and not tellings.attack_near(sentence)


def _is_disaster(head: Token, parse: Parse, words: Mapping[str, Words]) -> bool:
    return head.lemma.lower() in words["disaster"] or any(
        child.lemma.lower() in words["disaster"] for child in parse.dependents(head, "compound") if head.pos == "PROPN"
    )


def _caused_by_mishap(one: Found, parse: Parse, words: Mapping[str, Words]) -> bool:
    """As in "three soldiers died in a crash", whatever else is told; not "in a fire that shelling caused"."""
    causes = [head for preposition in CAUSED for head in one.candidate.frame.preps.get(preposition, ())]
    return any(
        is_mishap(head, parse, words) and not any(is_attack(other, parse, words) for other in parse.subtree(head))
        for head in causes
    )


def _harmed_by_somebody(one: Found, lexicon: Lexicon) -> bool:
    """Does the word's own subject, a person or a body, do the harm: "the guards killed two of them"?"""
    frame = one.candidate.frame
    if one.candidate.word in lexicon.ruled_out["dying"] or frame.kind != "v":
        return False
    return any(head.name in NAMES or lexicon.ruled_out["doers"] & _classes(head, lexicon) for head in frame.agents)


def _classes(head: Token, lexicon: Lexicon) -> Words:
    return lexicon.class_of.get(head.lemma, frozenset())


def _of_age(token: Token, parse: Parse, words: Mapping[str, Words]) -> bool:
    """As in "died at 91", "died peacefully at the age of 91", "aged 91"."""
    if token.lemma not in words["dying"]:
        return False
    for child in parse.dependents(token):
        if child.lemma in words["peaceful"]:
            return True
        if child.lemma == "at" and any(
            one.pos == "NUM" or one.lemma == "age" for one in parse.dependents(child, "pobj")
        ):
            return True
    return False


def _asked_about(one: Found, parse: Parse) -> bool:
    """Does a question ask whether there is, or would be, such an event?"""
    token = one.candidate.token
    sentence = parse.sentences[token.sentence]
    if not any(
        last.text == QUESTION for last in parse.tokens[max(sentence.first, sentence.last - LAST) : sentence.last]
    ):
        return False
    for _ in range(MAX_STEPS):
        if _asks(token, parse):
            return True
        if token.head == token.i or _apart(token) or _told_as_known(token, parse):
            return False
        token = parse.head(token)
    return False


def _asks_question(one: Found, parse: Parse) -> bool:
    """Does somebody ask something, and nothing of anybody: "asked whether he knew", "asked about it", "Why? he asked"?"""
    verb = one.candidate.token
    if one.type != "REQUEST" or verb.lemma != "ask" or verb.pos != "VERB":
        return False
    asked = [inner for clause in parse.dependents(verb, *CLAUSES) for inner in parse.dependents(clause, *FIRST)]
    if any(word.text.lower() in QUESTION_WORDS and word.i > verb.i for word in asked):
        return True
    before = parse.tokens[max(parse.sentences[verb.sentence].first, verb.i - CLOSE) : verb.i]
    return "about" in one.candidate.frame.preps or any(word.text == QUESTION for word in before)


def _is_the_accused(one: Found, parse: Parse) -> bool:
    """Is it somebody in court and no accusation: "the accused", "accused persons"; not "accused of murder"?"""
    token = one.candidate.token
    if one.type != "ACCUSE" or token.text.lower() != "accused" or token.dep not in NOUN_PLACES:
        return False
    return "of" not in one.candidate.frame.preps and not any(parse.dependents(token, "auxpass", "nsubj", "nsubjpass"))


def _apart(token: Token) -> bool:
    """Does a verb stand in a clause of its own; not an infinitive: "what would you do to help them"?"""
    return token.dep in APART and token.tag != "VB"


def _told_as_known(token: Token, parse: Parse) -> bool:
    """Does a noun take its event for known: "the attack", "the army's attack"; not "your plea"?"""
    if token.pos not in ("NOUN", "PROPN"):
        return False
    return any(child.lemma in DEFINITE or child.dep == "poss" for child in parse.dependents(token, "det", "poss"))


def _asks(token: Token, parse: Parse) -> bool:
    """Is the verb asked of somebody, as in "will you support it", or the noun theirs, as in "your plea"?"""
    if token.pos in ("NOUN", "PROPN"):
        return any(child.text.lower() in SECOND for child in parse.dependents(token, "poss"))
    helping = [child.i for child in parse.dependents(token, "aux", "auxpass")]
    if not helping or any(parse.dependents(token, "neg")):
        return False
    return any(child.text.lower() in ASKED and child.i > min(helping) for child in parse.dependents(token, *SUBJECTS))


def _standing(one: Found, lexicon: Lexicon) -> bool:
    """Is it a relation or an opinion that stands: "their ties", "supports the right to"?"""
    words, candidate = lexicon.ruled_out, one.candidate
    if candidate.token.lemma in words["relation"] and candidate.frame.kind == "n":
        return True
    if candidate.token.lemma in words["trade"]:
        return one.type == "AID"
    if one.type not in ("SUPPORT", "REJECT") or candidate.token.lemma not in words["opinion"]:
        return False
    held = candidate.frame.patients[:1]
    return any(head.lemma in words["idea"] for head in held)


def _told_to_media(one: Found, parse: Parse, lexicon: Lexicon) -> bool:
    """Is it an interview: "spoke to the newspaper", "spoke with Radio Marwan to discuss"?"""
    words, frame = lexicon.ruled_out, one.candidate.frame
    if one.type != "CONSULT" or one.candidate.token.lemma not in words["speaking"]:
        return False
    verbs = [frame.token]
    if frame.governor is not None and frame.governor.lemma in words["speaking"]:
        verbs.append(frame.governor)
    return any(
        _medium(head, parse, words)
        for verb in verbs
        for preposition in parse.dependents(verb, "prep", "dative")
        if preposition.lemma in ("to", "with")
        for head in parse.dependents(preposition, "pobj")
    )


def _medium(head: Token, parse: Parse, words: Mapping[str, Words]) -> bool:
    """Does a phrase name a newspaper, a station, a journalist?"""
    if head.lemma in words["media"]:
        return True
    names = (head, *parse.dependents(head, "compound")) if head.pos == "PROPN" else ()
    return any(one.text.lower().endswith(tuple(words["media_names"])) for one in names)


def _inside(found: Sequence[Found]) -> set[int]:
    """The tokens inside of a longer trigger: "co" in "co-operation"."""
    return {i for one in found for i in range(one.candidate.first, one.candidate.token.i)}


def _doubled(found: Sequence[Found], lexicon: Lexicon) -> set[int]:
    """Of a light verb and its object, where both are events of one type, the verb, or the noun if it is much less likely."""
    by_token = {one.candidate.token.i: one for one in found}
    less = set()
    for verb in found:
        if verb.candidate.frame.kind == "v" and verb.candidate.token.lemma in lexicon.ruled_out["light"]:
            for head in verb.candidate.frame.patients:
                noun = by_token.get(head.i)
                if noun is not None and noun.type == verb.type:
                    surer = verb.confidence > noun.confidence + SURER
                    less.add((noun if surer else verb).candidate.token.i)
    return less
