"""Lost commas: two phrases that the parser read as one, in copy that has no commas.

"Shells hit the town of Arbin residents said", "In northern Ghana Peruvian troops advanced": a finite verb is left without a
subject, or a preposition without an object, because the noun phrase between them took in both. It is cut where a new phrase
begins: at an article or a number, at an adjective after a noun, after a day, a place or a name, before those who speak.
"""

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
# A verb that hangs on another one has its subject there.
DEPENDENT = frozenset({"conj", "relcl", "acl", "amod", "compound", "xcomp", "pcomp", "nmod"})
OBJECTS = frozenset({"pobj", "dobj", "conj"})
AUXILIARIES = frozenset({"aux", "auxpass"})
LEFT = frozenset(
    {"det", "amod", "compound", "nmod", "nummod", "poss", "npadvmod", "advmod", "quantmod", "case", "predet"}
)
NAMES = frozenset({"GPE", "LOC", "FAC", "ORG", "PERSON"})
TIMES = frozenset({"DATE", "TIME"})
NOUNS = frozenset({"NOUN", "PROPN"})
# What is named goes on with these: "the western Arbin" + "neighbourhood", "Arbin" + "northern countryside".
GROUNDS = _words(
    """
    neighborhood neighbourhood district province governorate region area town city village suburb countryside border
    front road highway airport airbase base camp square street hospital school crossing quarter outskirts island county
    valley river mountains desert plain assault offensive siege battle attack strike strikes raid raids talks war
    northern southern eastern western
    """
)
# Who is told to have said something, without an article.
SPEAKERS = _words(
    """
    activists witnesses residents sources medics monitors observers diplomats analysts opposition media television tv
    """
)
# What stands before them and is said of them: "local media", "security sources".
OF_SPEAKERS = _words("state local military security medical news rebel opposition government hospital police")
# Whoever is these is it of the body named before: "the Watch chief".
OF_BODIES = _words(
    """
    chief head editor spokesman spokeswoman spokesperson reporter correspondent official officials leader commander member members
    director minister president secretary envoy ambassador lawmaker troops forces soldiers fighters militants
    """
)
SAYING = _words(
    "said says say told reported reports added announced claimed confirmed noted warned stated insisted explained"
)
PARTICLES = frozenset({"off", "up", "out", "down", "over", "away", "as", "than", "like", "with"})
PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
PLACED = frozenset({"in", "at", "near", "inside", "outside", "around"})
LONGEST = 14  # words


@Language.component("sayso_lost_commas")
def lost_commas(doc: Doc) -> Doc:
    """Cut noun phrases that hold what a preposition or verb before them has for an object and the subject of the verb after them."""
    for token in doc:
        if token.tag_ in FINITE and token.i:
            _subject_before(doc, token)
        elif token.dep_ == "prep" and token.pos_ == "ADP" and token.i + 1 < len(doc):
            _object_after(doc, token)
    return doc


def _subject_before(doc: Doc, finite: Any) -> None:
    """Give a verb without a subject the end of the object that stands right before it, where that is two phrases."""
    last: Any = doc[finite.i - 1]
    verb: Any = finite.head if finite.dep_ in AUXILIARIES else finite
    if last.dep_ not in OBJECTS or last.pos_ not in NOUNS or verb.dep_ in DEPENDENT or verb.pos_ not in ("VERB", "AUX"):
        return
    if any(child.dep_ in SUBJECTS for child in (*verb.children, *finite.children)) or finite.is_sent_start:
        return
    if any(child.i < finite.i and child.dep_ in AUXILIARIES for child in verb.children if finite is not verb):
        return
    if last in verb.ancestors or last.sent != verb.sent:
        return
    first = _first(last)
    at = _cut(doc, first, last.i, said=finite.text in SAYING, placed=_of_place(last.head))
    if at is not None:
        _part(doc, first, at, last, last.head, last.dep_)
        last.head, last.dep_ = verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"


def _object_after(doc: Doc, preposition: Any) -> None:
    """Give a preposition without an object the beginning of the subject that stands right after it, where that is two phrases."""
    if preposition.lower_ in PARTICLES or any(child.i > preposition.i for child in preposition.children):
        return
    last: Any = doc[preposition.i + 1]
    while last.head.i > last.i and last.dep_ in LEFT and last.i - preposition.i < LONGEST:
        last = last.head
    if last.dep_ not in ("nsubj", "nsubjpass") or last.pos_ not in NOUNS or _first(last) != preposition.i + 1:
        return
    verb = last.head
    told = verb.tag_ in FINITE or any(child.tag_ in FINITE for child in verb.children if child.dep_ in AUXILIARIES)
    at = _cut(doc, preposition.i + 1, last.i, said=verb.text in SAYING, placed=_of_place(preposition)) if told else None
    if at is not None and preposition.sent == last.sent:
        _part(doc, preposition.i + 1, at, last, preposition, "pobj")


def _first(head: Any) -> int:
    """The first word of a noun phrase whose words before its head run on unbroken."""
    first: int = min(token.i for token in head.subtree)
    return first if head.i - first < LONGEST else head.i


def _part(doc: Doc, first: int, at: int, last: Any, above: Any, dep: str) -> None:
    """Make the words [first, at) a phrase of their own under `above`; the rest stays with its head `last`."""
    own: Any = doc[at - 1]
    for i in range(first, at - 1):
        token: Any = doc[i]
        if token.head.i >= at:
            token.head = own
    for i in range(at, last.i):
        if doc[i].head.i < at:
            doc[i].head = last
    own.head, own.dep_ = above, dep


def _of_place(preposition: Any) -> bool:
    """Does a preposition tell where something is ("in Arbin", "the province of Arbin")?"""
    return preposition.lower_ in PLACED or (preposition.lower_ == "of" and preposition.head.lower_ in GROUNDS)


def _cut(doc: Doc, first: int, last: int, *, said: bool, placed: bool) -> int | None:
    """Where a second phrase begins among the words of a noun phrase; None where it is but one."""
    words = doc[first : last + 1]
    if len(words) < 2 or any(t.is_punct and t.text not in "-()" for t in words):
        return None
    at = _after_time(words) or _at_determiner(words) or _at_adjective(words)
    at = at or (_before_speakers(words) if said else None) or _after_name(words, said=said, placed=placed)
    if not at or words[at].tag_ == "POS" or words[at].is_punct or words[at - 1].is_punct or words[at].pos_ == "CCONJ":
        return None
    return first + at if words[at - 1].pos_ in (*NOUNS, "NUM", "ADJ") else None


def _after_time(words: Any) -> int | None:
    """After the day or time that a phrase begins with: "On Sunday" + "army planes"."""
    at = next((i for i, word in enumerate(words) if word.ent_type_ not in TIMES), 0)
    while at and words[at - 1].pos_ == "NUM" and words[at - 1].is_alpha:  # "in early October" + "four men"
        at -= 1
    if not at or words[at - 1].lower_.endswith("s") or words[at].lower_ in PARTS_OF_DAY:  # "Tuesdays attack"
        return None
    return at


def _at_determiner(words: Any) -> int | None:
    """At an article or number after a noun: "the city of Arbin" + "the ministry", "Arbin" + "16 civilians"."""
    for at in range(1, len(words)):
        if words[at - 1].pos_ not in NOUNS or words[at].ent_type_ in TIMES:
            continue
        named = words[at - 1].ent_type_ in NAMES and words[at].ent_iob_ == "B" and at < len(words) - 1
        if words[at].pos_ == "DET" or (words[at].pos_ == "NUM" and (named or words[at].head.i == words[-1].i)):
            return at
        if words[at].dep_ in ("quantmod", "advmod") and words[at].head.pos_ == "NUM":
            return at
    return None


def _at_adjective(words: Any) -> int | None:
    """At an adjective after a noun: "northern Ghana" + "Peruvian troops", "the border" + "local media"."""
    for at in range(len(words) - 1, 0, -1):
        word, before = words[at], words[at - 1]
        if word.pos_ != "ADJ" or word.dep_ != "amod" or before.pos_ not in NOUNS or word.head.i != words[-1].i:
            continue
        whole = before.ent_type_ != word.ent_type_ or not word.ent_type_
        if whole and (word.ent_type_ == "NORP" or word.lower_ in OF_SPEAKERS):
            return at
    return None


def _after_name(words: Any, *, said: bool, placed: bool) -> int | None:
    """After the name that a phrase begins with, where another name or those who speak follow: "Arbin" + "activist Omar Said"."""
    at = next((i for i, word in enumerate(words) if word.ent_type_ in NAMES), len(words))
    placed = placed and at < len(words) and words[at].ent_type_ == "GPE"
    while at + 1 < len(words) and words[at + 1].ent_iob_ == "I":
        at += 1
    at += 1
    while at < len(words) and words[at].lower_ in GROUNDS:
        at += 1
    if at >= len(words) or words[at].lower_ in OF_BODIES or (words[at].tag_ == "NNS" and at < len(words) - 1):
        return None
    rest = words[at:]
    named = any(word.ent_iob_ == "B" and word.ent_type_ in NAMES for word in rest)
    many = placed and rest[-1].tag_ == "NNS" and all(word.is_lower for word in rest)
    return at if named or many or (said and rest[-1].lower_ in SPEAKERS) else None


def _before_speakers(words: Any) -> int | None:
    """Before those who speak: "the Arbin raid" + "residents", "the mixed district" + "state media"."""
    at = len(words) - 1
    if words[at].lower_ not in SPEAKERS:
        return None
    while at and words[at - 1].lower_ in OF_SPEAKERS:
        at -= 1
    alone = at == len(words) - 1 and words[at].lower_ in ("television", "tv")
    return at if at and words[at - 1].pos_ in NOUNS and not alone else None
