"""What the general pipeline gets wrong in news copy, mended before and inside it."""

import calendar
from itertools import pairwise
from typing import Any

from spacy.language import Language
from spacy.symbols import NORM, ORTH
from spacy.tokens import Doc

from sayso.parsing import state_lists  # noqa: F401  # registers its component
from sayso.parsing.lost_commas import AUXILIARIES, SUBJECTS

# Titles, ranks, months and places that wire copy abbreviates; the tokenizer would end a sentence after them.
ABBREVIATIONS = (
    "Adm.", "Amb.", "Brig.", "Capt.", "Cmdr.", "Col.", "Cpl.", "Dr.", "Gen.", "Gov.", "Hon.", "Lt.", "Maj.", "Mr.",
    "Mrs.", "Ms.", "Pfc.", "Pvt.", "Rep.", "Reps.", "Rev.", "Sen.", "Sens.", "Sgt.", "Spc.", "St.", "Supt.", "Insp.",
    "Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Sep.", "Oct.", "Nov.", "Dec.", "No.", "Nos.", "vs.", "Ltd.",
    "Inc.", "Corp.", "Co.", "Bros.", "U.S.", "U.N.", "U.K.", "E.U.", "D.C.", "U.A.E.", "a.m.", "p.m.", "Ave.", "Mt.",
)  # fmt: skip


def add_abbreviations(pipeline: Language) -> None:
    """Keep an abbreviation and its full stop in one token."""
    tokenizer: Any = pipeline.tokenizer
    for abbreviation in ABBREVIATIONS:
        tokenizer.add_special_case(abbreviation, [{ORTH: abbreviation}])


# No plural ends so: a possessive that lost its mark ("the armys positions").
OWNERS = (
    "army", "military", "country", "city", "ministry", "party", "enemy", "family", "community", "embassy", "university",
    "company", "agency", "authority",
)  # fmt: skip


def add_lost_apostrophes(pipeline: Language) -> None:
    """Read "armys" as "army's": two tokens, the second of which has lost its mark."""
    tokenizer: Any = pipeline.tokenizer
    for owner in OWNERS:
        for word in (owner, owner.capitalize()):
            tokenizer.add_special_case(f"{word}s", [{ORTH: word}, {ORTH: "s", NORM: "'s"}])


@Language.component("sayso_sentence_starts")
def sentence_starts(doc: Doc) -> Doc:
    """No sentence starts after an abbreviated title or rank, nor with a closing quotation mark or lower-case word.

    One does after an agency or a town in capitals that ends a headline or dateline: "Raid on Arbin AFP" + "At least nine died".
    """
    for token in doc[:-1]:
        following: Any = doc[token.i + 1]
        if (token.text in NEVER_LAST and following.text[:1].isupper()) or following.text in CLOSING:
            following.is_sent_start = False
        elif token.i and following.text in OPENING and _signed(token) and _goes_on_small(doc, token.i + 2):
            following.is_sent_start = True
    return doc


def _signed(token: Any) -> bool:
    """Is a word one that signs a headline or dateline ("AFP", "LIMA")?"""
    return len(token) > 2 and token.is_alpha and token.is_upper


def _goes_on_small(doc: Doc, at: int) -> bool:
    return at < len(doc) and doc[at].is_lower and doc[at].is_alpha


OPENING = frozenset(
    {"The", "An", "At", "Some", "Several", "Dozens", "Hundreds", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight",
     "Nine", "Ten"}
)  # fmt: skip
NEVER_LAST = frozenset(ABBREVIATIONS[:26]) | {"vs.", "No.", "Nos."}
CLOSING = frozenset("”’)]»")


@Language.component("sayso_names")
def names(doc: Doc) -> Doc:
    """Make a name of "IS" in capitals inside a text that is not all capitals: it is the group, not the verb.

    Where the parser took it for the auxiliary of a passive ("IS killed nine guards"), it is the subject instead.
    """
    if doc.text.isupper():
        return doc
    for token in doc:
        if token.text == "IS":
            token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", "is"
            if token.dep_ in AUXILIARIES and not any(child.dep_ in SUBJECTS for child in token.head.lefts):
                passive = any(child.dep_ == "auxpass" and child != token for child in token.head.lefts)
                token.dep_ = "nsubjpass" if passive else "nsubj"
    return doc


@Language.component("sayso_days")
def days(doc: Doc) -> Doc:
    """Make a day or month the object of the preposition before it, where the parser drew it into the name that follows.

    "On Sunday army planes bombed" has no comma to keep the two apart.
    """
    for before, token in pairwise(doc):
        if token.text not in DAYS or token.dep_ not in NAMING or before.pos_ != "ADP":
            continue
        if token.head.i > token.i and not any(child.dep_ in OBJECTS for child in before.children):
            token.head, token.dep_ = before, "pobj"
    return doc


DAYS = frozenset(calendar.day_name) | frozenset(calendar.month_name[1:])
NAMING = frozenset({"compound", "nmod", "amod", "nummod"})
OBJECTS = frozenset({"pobj", "pcomp"})


@Language.component("sayso_whence")
def whence(doc: Doc) -> Doc:
    """Make "from" part of the deed, not of the place that it follows: "the liberation of Arbin" + "from the rebels".

    Nobody's place is told with "from"; the parser hangs it there as it does in "fighters from the Front".
    """
    for token in doc:
        if token.lower_ != "from" or token.dep_ != "prep" or token.head.i >= token.i:
            continue
        above = token.head
        while _placed(above) and above.dep_ in REACHED and above.head.i < above.i:
            above = above.head.head if above.dep_ == "pobj" else above.head
        if above != token.head and above.pos_ in ("VERB", "NOUN"):
            token.head = above
    return doc


REACHED = frozenset({"dobj", "pobj", "conj"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
GROUNDS = frozenset(
    {"town", "city", "village", "district", "area", "region", "province", "airport", "airbase", "base", "neighborhood",
     "neighbourhood", "suburb", "countryside", "territory"}
)  # fmt: skip


def _placed(token: Any) -> bool:
    return token.ent_type_ in PLACES or token.lower_ in GROUNDS


def mend_sentence_starts(pipeline: Language) -> None:
    """Put the components in their places: sentence starts before the parser, the others after the lemmatizer."""
    if "parser" in pipeline.pipe_names:
        pipeline.add_pipe("sayso_sentence_starts", before="parser")
        pipeline.add_pipe("sayso_days")
        pipeline.add_pipe("sayso_whence")
        pipeline.add_pipe("sayso_state_lists")
        pipeline.add_pipe("sayso_lost_commas")
    pipeline.add_pipe("sayso_names")
