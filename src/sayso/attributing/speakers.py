"""Speakers: who speaks, for a verb, noun or adjective that reports."""

import re
from typing import Final

from sayso.attributing.draft import Draft
from sayso.attributing.phrases import noun_phrase
from sayso.model import Parse, Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
CONTROLLED = frozenset({"xcomp", "advcl", "pcomp", "conj", "ccomp", "prep", "dep", "parataxis"})
DEEPEST = 6


NOBODY: Final = re.compile(r"(?:no|none|nobody|neither)\b", re.IGNORECASE)
OWNED: Final = re.compile(r"(?:responsibility|credit)\b", re.IGNORECASE)

# Nouns that speak themselves: documents, recordings, and people without a name.
DOCUMENTS = frozenset(
    {
        "account", "ad", "advertisement", "amendment", "announcement", "article", "banner", "bill", "book", "broadcast",
        "chant", "clip", "column", "comment", "communique", "constitution", "decree", "directive", "document", "edict",
        "editorial", "email", "e-mail", "essay", "estimate", "evidence", "fatwa", "figure", "filing", "finding",
        "footage", "image", "intelligence", "interview", "law", "leaflet", "letter", "list", "manifesto", "memo",
        "message", "motion", "note", "notice", "order", "paper", "petition", "placard", "poll", "post", "poster",
        "press", "release", "remark", "report", "resolution", "ruling", "sign", "speech", "statement", "story", "study",
        "survey", "testimony", "text", "tweet", "verdict", "video", "warning", "website", "man", "woman", "people",
        "person", "official", "source", "witness", "activist", "spokesman", "spokeswoman", "expert", "analyst", "voice",
        "critic", "voter", "leader", "advert", "map", "data", "record", "sticker", "song", "graffiti", "chants",
    }
)  # fmt: skip


def claimed_by_nobody(text: str, draft: Draft) -> bool:
    """Is it that nobody claims a deed: "no group has claimed responsibility for the blast"? The blast is not told by "no group"."""
    return (
        bool(draft.source)
        and NOBODY.match(draft.source[0].words(text)) is not None
        and OWNED.match(draft.content[0].words(text)) is not None
    )


def subject(parse: Parse, verb: Token) -> Token | None:
    """The verb's own subject, active or passive, if it has one."""
    found = None
    for index in parse.children[verb.i]:
        child = parse.tokens[index]
        if child.dep in ("nsubj", "nsubjpass"):
            found = child
    return found


def is_passive(parse: Parse, verb: Token) -> bool:
    """Is the verb in the passive: "was told", "accused of" after a noun?"""
    for index in parse.children[verb.i]:
        if parse.tokens[index].dep in ("nsubjpass", "auxpass", "agent"):
            return True
    return verb.tag == "VBN" and verb.dep in ("acl", "amod")


def agent(parse: Parse, verb: Token) -> Span | None:
    """Who does it in the passive: "by the ministry"."""
    for index in parse.children[verb.i]:
        child = parse.tokens[index]
        if child.dep == "agent" or (child.dep == "prep" and child.text == "by"):
            for below in parse.children[child.i]:
                if parse.tokens[below].dep == "pobj" and not parse.tokens[below].text.isdigit():
                    return noun_phrase(parse, parse.tokens[below])
    return None


def speaker(parse: Parse, verb: Token) -> Span | None:
    """Who does what the verb says, through relative pronouns, conjoined verbs, infinitives and participles."""
    found = speaker_token(parse, verb)
    return None if found is None else named(parse, found)


def named(parse: Parse, token: Token) -> Span | None:
    """The phrase of a speaker's head word; None for words that stand for nobody ("it" of "it was reported", "there")."""
    if token.dep == "expl" or token.text.lower() in ("what", "there", "this", "whatever", "how"):
        return None
    return noun_phrase(parse, token)


def speaker_token(parse: Parse, verb: Token) -> Token | None:
    """The head word of the speaker's phrase."""
    current: Token | None = verb
    for _ in range(DEEPEST):
        if current is None:
            return None
        own = subject(parse, current)
        if own is not None:
            return _resolved(parse, current, own)
        if current.pos in ("NOUN", "PROPN", "PRON"):
            return current
        if current.dep == "relcl":
            return parse.tokens[current.head]
        if current.dep == "acl":
            noun = parse.tokens[current.head]
            clause = None if current.tag == "VBN" or _speaks(noun) else _clause(parse, noun)
            if clause is None:
                return noun if current is not verb or current.tag != "VBN" else None
            current = clause
            continue
        if current.dep == "xcomp" and (controller := _controller(parse, current)) is not None:
            return controller
        current = _governor(parse, current)
    return None


def _governor(parse: Parse, verb: Token) -> Token | None:
    """The word whose subject a clause without one shares; None where it shares nobody's."""
    if verb.dep not in CONTROLLED or verb.head == verb.i:
        return None
    above = parse.tokens[verb.head]
    if verb.dep == "pcomp" and above.text == "as" and (quoted := _object(parse, parse.tokens[above.head])) is not None:
        return quoted  # "quoted a doctor as saying"
    if verb.dep in ("ccomp", "dep", "parataxis") and verb.tag not in ("VBG", "VB", "VBN"):
        return None
    return parse.tokens[verb.head]


def _controller(parse: Parse, verb: Token) -> Token | None:
    """The object of the governing verb, which does what an infinitive says: "urged them to leave"."""
    found = _object(parse, parse.tokens[verb.head])
    return found if found is not None and found.i < verb.i else None


def _speaks(noun: Token) -> bool:
    """May a noun itself be the one that a participle after it speaks for: "a letter saying", not "the blast, saying"?"""
    return (
        noun.lemma in DOCUMENTS
        or noun.name in ("PERSON", "ORG", "NORP")
        or noun.dep in ("nsubj", "ROOT", "appos", "attr")
    )


def _clause(parse: Parse, noun: Token) -> Token | None:
    """The verb that a noun is object of, at whatever depth."""
    current = noun
    for _ in range(DEEPEST):
        if current.head == current.i:
            return None
        current = parse.tokens[current.head]
        if current.pos in ("VERB", "AUX"):
            return current
    return None


def _resolved(parse: Parse, verb: Token, own: Token) -> Token | None:
    """The antecedent of a relative pronoun, else the subject itself."""
    if own.tag not in ("WP", "WDT") and not (own.text.lower() in RELATIVE and verb.dep == "relcl"):
        return own
    clause = verb
    for _ in range(DEEPEST):
        if clause.dep == "relcl":
            return parse.tokens[clause.head]
        if clause.dep not in ("conj", "ccomp", "xcomp") or clause.head == clause.i:
            break
        clause = parse.tokens[clause.head]
    return own if own.text.lower() == "who" else None


def _object(parse: Parse, verb: Token) -> Token | None:
    for index in parse.children[verb.i]:
        child = parse.tokens[index]
        if child.dep in ("dobj", "dative"):
            return child
    return None


# ---- nouns and adjectives ------------------------------------------------------------------------------------------

LIGHT = frozenset(
    [
        "make",
        "issue",
        "give",
        "offer",
        "voice",
        "express",
        "raise",
        "have",
        "repeat",
        "release",
        "publish",
        "send",
        "deliver",
        "file",
        "submit",
        "sign",
        "announce",
        "lodge",
        "level",
        "hold",
        "harbor",
        "harbour",
        "share",
        "reiterate",
        "renew",
        "level",
        "post",
        "state",
        "draw",
        "present",
        "put",
        "bring",
    ]
)


def noun_speaker(parse: Parse, noun: Token) -> Span | None:
    """Whose claim it is: "Israel's claim", "a claim by Israel", "Israel made the claim", "Israeli claims"."""
    return _owner(parse, noun) or _maker(parse, noun) or _modifier(parse, noun)


def _owner(parse: Parse, noun: Token) -> Span | None:
    for child in parse.dependents(noun, "poss"):
        return noun_phrase(parse, child)
    for child in parse.dependents(noun, "prep", "agent"):
        if child.text in ("by", "from"):
            for below in parse.dependents(child, "pobj"):
                if below.tag != "CD":
                    return noun_phrase(parse, below)
    return None


def _maker(parse: Parse, noun: Token) -> Span | None:
    """Who makes, issues or voices it, by a verb that the noun hangs on."""
    governor = parse.tokens[noun.head]
    if governor.pos == "ADP":
        governor = parse.tokens[governor.head]
    if governor.pos != "VERB" or governor.lemma not in LIGHT or noun.dep not in ("dobj", "nsubjpass", "pobj"):
        return None
    return agent(parse, governor) if is_passive(parse, governor) else speaker(parse, governor)


def _modifier(parse: Parse, noun: Token) -> Span | None:
    for child in parse.dependents(noun, "amod", "compound", "nmod"):
        if child.name in ("NORP", "ORG", "GPE", "PERSON") or (
            child.dep == "compound" and child.pos in ("NOUN", "PROPN")
        ):
            return child.span
    return None
