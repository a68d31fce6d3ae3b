"""Marks: the signs around a trigger that tell how its event is presented.

Negation, modals, tense, governing verbs, adjectives, conditions, and the words by which a holder is made to speak.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sayso.coding.frames import Frame
from sayso.coding.lasting import lasting
from sayso.coding.phrasings import phrasings
from sayso.coding.scopes import asked, clause, conditions, finite, form, governs, imperative, nobody, scope
from sayso.model import Attribution, Parse, Token
from sayso.resources.codebook import Lexicon

DEEP = 4
OWN_NEGATION = "own.neg"
FAILED = "amod=failed"
# How many words up somebody may be said not to have done it.
LEVELS_OF_NOBODY = 3


class Mark(Struct, frozen=True):
    """One sign around a trigger.

    name: the feature; value: the factuality it speaks for ("" for none); words: the sign in words, for the reason.
    """

    name: str
    value: str = ""
    words: str = ""


def marks_of(
    frame: Frame, attributions: Sequence[Attribution], parse: Parse, lexicon: Lexicon, *, refusal: bool = False
) -> list[Mark]:
    """All signs of factuality around a trigger.

    attributions: those whose content holds it, innermost first. refusal: is the event one by its own negation ("did not
    accept"), which denies it no more?
    """
    found = [one for one in _own(frame, parse, lexicon) if not (refusal and one.name == OWN_NEGATION)]
    found.extend(_governing(frame.token, parse, lexicon))
    found.extend(_reaching(frame, parse, lexicon, refusal))
    found.extend(_speaking(attributions, parse, lexicon))
    found.extend(map(Mark, phrasings(frame, attributions, parse, lexicon)))
    return found


def _reaching(frame: Frame, parse: Parse, lexicon: Lexicon, refusal: bool) -> Iterator[Mark]:
    """What reaches down to the trigger from above, the conditions it stands in, and who is said not to have done it."""
    token, own = frame.token, ""
    if frame.kind == "v":
        verb = finite(token, parse)
        if imperative(verb, parse):
            yield Mark("own.imperative", "demanded", "imperative")
        signs = [one for one in clause(verb, parse, lexicon.marks) if not (refusal and one == "neg")]
        own = "+".join(signs) + f"|{form(verb, parse)}"
        if nobody(verb, parse) and not refusal:
            yield Mark("own.nobody", "denied", "negation: of who or what")
    elif any(one.text.lower() == "not" for one in parse.dependents(token)):
        yield Mark("own.not", "denied", "negation: not")
    for level, above in enumerate(_over(token, parse)):
        if above.pos in ("VERB", "AUX") and nobody(above, parse):
            yield Mark(f"up{level}.nobody", "denied", "negation: of who or what")
    yield from map(Mark, scope(token, own, parse, lexicon.marks))
    yield from map(Mark, conditions(token, parse))
    yield from map(Mark, lasting(token, parse))
    if asked(token, parse):
        yield Mark("asked")


def _over(token: Token, parse: Parse) -> Iterator[Token]:
    """The words above a word, the nearest first, as far as what they deny may hold for it too."""
    for _ in range(LEVELS_OF_NOBODY):
        if token.head == token.i or token.dep in ("conj", "relcl"):
            return
        token = parse.head(token)
        yield token


def _own(frame: Frame, parse: Parse, lexicon: Lexicon) -> Iterator[Mark]:
    yield Mark(f"kind={frame.kind}")
    yield Mark(f"word={frame.token.lemma}.{frame.kind}")
    yield Mark(f"tag={frame.token.tag}")
    yield Mark(f"dep={frame.token.dep}&{frame.kind}")
    if frame.kind == "v":
        yield from _clause(finite(frame.token, parse), "own", parse, lexicon)
    if frame.kind == "n":
        yield Mark(f"plural={frame.token.tag.endswith('S')}")
        if not any(child.dep in ("det", "poss") for child in parse.dependents(frame.token)):
            yield Mark("bare")
    yield from _modified(frame.token, parse, lexicon)


def _modified(token: Token, parse: Parse, lexicon: Lexicon) -> Iterator[Mark]:
    """Adjectives, compounds and articles before the trigger."""
    for child in parse.dependents(token, "amod", "compound", "advmod", "nmod", "det"):
        if child.dep == "det":
            yield Mark(f"det={child.lemma}", "denied" if child.lemma == "no" else "", f"negation: {child.text}")
            continue
        for value, words in lexicon.marks.adjectives.items():
            if child.lemma in words or child.text.lower() in words:
                yield Mark(f"adj={value}", value, f"{value}: {child.text}")
        if child.dep == "amod":
            yield Mark(FAILED if child.text.lower() == "failed" else f"amod={child.lemma}")


def _clause(verb: Token, where: str, parse: Parse, lexicon: Lexicon) -> Iterator[Mark]:
    """Negation, modals, tense and conditionals of the clause of a verb."""
    marks = lexicon.marks
    auxiliaries = []
    for child in parse.dependents(verb):
        lemma = child.text.lower()
        if child.dep == "neg" or (child.dep == "advmod" and lemma in marks.adverbs["denied"]):
            yield Mark(f"{where}.neg", "denied", f"negation: {child.text}")
        elif child.dep in ("aux", "auxpass"):
            auxiliaries.append(child)
            yield from _modal(child, where, lexicon)
        elif child.dep == "mark":
            yield Mark(
                f"{where}.mark={lemma}", "hypothetical" if lemma in ("if", "unless") else "", f"condition: {child.text}"
            )
        elif child.dep == "advmod":
            for value, words in marks.adverbs.items():
                if lemma in words:
                    yield Mark(f"{where}.adv={value}", value, f"{value}: {child.text}")
            yield Mark(f"{where}.advw={lemma}")
        elif child.dep == "prep" and where != "own":
            yield Mark(f"{where}.prep={lemma}")
    tense = "+".join(
        f"{one.tag}:{one.lemma}" if one.lemma in ("be", "have", "do", "get", "to") else one.tag for one in auxiliaries
    )
    yield Mark(f"{where}.tense={tense}|{verb.tag}", *_tense(tense, verb))


def _modal(child: Token, where: str, lexicon: Lexicon) -> Iterator[Mark]:
    for value, words in lexicon.marks.modals.items():
        if child.text.lower() in words:
            yield Mark(f"{where}.modal={value}", value, f"modal: {child.text}")
            yield Mark(f"{where}.modalw={child.text.lower()}")


def _tense(tense: str, verb: Token) -> tuple[str, str]:
    if verb.tag == "VBG" and (":be" in tense) and "VBD" not in tense:
        return "ongoing", "tense: present progressive"
    if verb.tag == "VBN" and "VBG:be" in tense and ("VBZ" in tense or "VBP" in tense):
        return "ongoing", "tense: present progressive"
    if not tense and verb.tag in ("VBZ", "VBP"):
        return "ongoing", "tense: present"
    return ("happened", "tense: past") if verb.tag in ("VBD", "VBN") else ("", "")


def _governing(token: Token, parse: Parse, lexicon: Lexicon) -> Iterator[Mark]:
    """What the words above the trigger make of it, up to DEEP words up."""
    for level in range(DEEP):
        if token.head == token.i:
            return
        above = parse.head(token)
        if token.dep != "conj":
            where = f"up{min(level, 2)}"
            label = f"{token.dep}_{token.lemma}" if token.dep in ("prep", "agent", "mark") else token.dep
            yield from _under(above, token, where, label, parse, lexicon)
            if above.pos in ("VERB", "AUX"):
                yield from _clause(above, f"{where}.{label}" if level == 0 else where, parse, lexicon)
            elif above.pos == "NOUN":
                yield from _adjectives(above, where, parse, lexicon)
        token = above


def _under(above: Token, below: Token, where: str, label: str, parse: Parse, lexicon: Lexicon) -> Iterator[Mark]:
    yield Mark(f"{where}:{label}={above.lemma}")
    yield Mark(f"gov={above.lemma}")
    undone = above.pos in ("VERB", "AUX") and "neg" in clause(above, parse, lexicon.marks)
    for value in governs(above, below, parse, lexicon.marks):
        if undone and value == "denied":  # "did not deny", "could not prevent"
            yield Mark(f"{where}:undenied")
            continue
        reading = "possible" if value == "attempted" else value
        yield Mark(f"{where}:{label}@{value}", reading, f"{value}: under {above.text}")
        yield Mark(f"{where}@{value}", reading, "")


def _adjectives(noun: Token, where: str, parse: Parse, lexicon: Lexicon) -> Iterator[Mark]:
    for child in parse.dependents(noun, "amod", "det"):
        for value, words in lexicon.marks.adjectives.items():
            if child.lemma in words:
                yield Mark(f"{where}.adj={value}", value, f"{value}: {child.text}")


def _speaking(attributions: Sequence[Attribution], parse: Parse, lexicon: Lexicon) -> Iterator[Mark]:
    yield Mark(f"held={min(len(attributions), 2)}")
    if not attributions:
        return
    yield Mark(f"speech={attributions[0].kind}")
    for word in [word for cue in attributions[0].cue for word in parse.within(cue)]:
        signs = clause(word, parse, lexicon.marks) if word.pos in ("VERB", "AUX") else []
        yield from (Mark(f"cue!{sign}") for sign in signs)
        if word.pos in ("VERB", "NOUN", "ADJ", "ADV", "ADP"):
            yield Mark(f"cue={word.lemma}")
            for value, words in lexicon.marks.governors.items():
                if word.lemma in words and not (value == "denied" and "neg" in signs):
                    yield Mark(f"cue@{value}", value if value != "attempted" else "possible", f"{value}: {word.text}")
