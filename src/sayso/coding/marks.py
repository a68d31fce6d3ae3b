"""Marks: the signs around a trigger that tell how its event is presented.

Negation, modals, tense, governing verbs, adjectives, conditions, and the words by which a holder is made to speak.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sayso.coding.frames import Frame
from sayso.coding.scopes import asked, clause, conditions, finite, form, imperative, nobody, scope
from sayso.model import Attribution, Parse, Token
from sayso.resources.codebook import Lexicon

DEEP = 4
# How many words up somebody may be said not to have done it.
LEVELS_OF_NOBODY = 3
# "are going to strike": a stated future, whatever stands around it.
GOING = "own.going-to"
# "evidence suggests that planes raided the camp": possible, unless more is said of it.
POINTED = "pointed-at"
POINTING = frozenset({"suggest", "indicate", "imply"})
# "denied any role in the attack": as far as its holder goes, it did not do it.
DISOWNED = "disowned"
DISOWNING = frozenset({"deny", "reject", "dismiss", "disavow", "disclaim"})
SHARES = frozenset({"involvement", "role", "responsibility", "part", "complicity", "participation", "hand", "link"})
# "denied the attack": what is done is denied, what is said ("denied the accusations") was said.
DENIED = "denied-itself"
DENYING = frozenset({"deny", "disclaim", "refute"})
# "described the reports that it shelled the town as untrue".
UNTRUTH = "untruth"
CALLING = frozenset({"describe", "call", "brand", "label", "reject", "dismiss", "denounce", "deny", "term", "slam"})
UNTRUE = frozenset(
    "untrue false baseless unfounded groundless fabricated fabrication lie nonsense bogus fake propaganda invention".split()  # noqa: SIM905
)


class Mark(Struct, frozen=True):
    """One sign around a trigger.

    name: the feature; value: the factuality it speaks for ("" for none); words: the sign in words, for the reason.
    """

    name: str
    value: str = ""
    words: str = ""


def marks_of(frame: Frame, attributions: Sequence[Attribution], parse: Parse, lexicon: Lexicon) -> list[Mark]:
    """All signs of factuality around a trigger. attributions: those whose content holds it, innermost first."""
    found = list(_own(frame, parse, lexicon))
    found.extend(_governing(frame.token, parse, lexicon))
    found.extend(_reaching(frame, parse, lexicon))
    found.extend(_speaking(attributions, parse, lexicon))
    if _is_pointed_at(frame.token, attributions, parse, lexicon):
        found.append(Mark(POINTED))
    if _is_called_untrue(frame.token, attributions, parse):
        found.append(Mark(UNTRUTH))
    if _is_denied(frame, parse):
        found.append(Mark(DENIED))
    if _is_disowned(frame.token, parse):
        found.append(Mark(DISOWNED))
    return found


def _reaching(frame: Frame, parse: Parse, lexicon: Lexicon) -> Iterator[Mark]:
    """What reaches down to the trigger from above, the conditions it stands in, and who is said not to have done it."""
    token, own = frame.token, ""
    if frame.kind == "v":
        verb = finite(token, parse)
        if imperative(verb, parse):
            yield Mark("own.imperative", "demanded", "imperative")
        own = "+".join(clause(verb, parse, lexicon.marks)) + f"|{form(verb, parse)}"
        if nobody(verb, parse):
            yield Mark("own.nobody", "denied", "negation: of who or what")
    elif any(one.text.lower() == "not" for one in parse.dependents(token)):
        yield Mark("own.not", "denied", "negation: not")
    for level, above in enumerate(_over(token, parse)):
        if above.pos in ("VERB", "AUX") and nobody(above, parse):
            yield Mark(f"up{level}.nobody", "denied", "negation: of who or what")
    yield from map(Mark, scope(token, own, parse, lexicon.marks))
    yield from map(Mark, conditions(token, parse))
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
    if _is_going_to(frame.token, parse):
        yield Mark(GOING)
    if frame.kind == "v":
        yield from _clause(finite(frame.token, parse), "own", parse, lexicon)
    if frame.kind == "n":
        yield Mark(f"plural={frame.token.tag.endswith('S')}")
        if not any(child.dep in ("det", "poss") for child in parse.dependents(frame.token)):
            yield Mark("bare")
    yield from _modified(frame.token, parse, lexicon)


def _is_going_to(verb: Token, parse: Parse) -> bool:
    above = parse.head(verb)
    if verb.dep != "xcomp" or verb.tag != "VB" or above.text.lower() != "going":
        return False
    now = any(one.lemma == "be" and one.tag in ("VBP", "VBZ") for one in parse.dependents(above, "aux"))
    return now and not any(parse.dependents(above, "neg"))


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
            yield Mark(f"amod={child.lemma}")


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
            yield from _under(above, where, label, lexicon)
            if above.pos in ("VERB", "AUX"):
                yield from _clause(above, f"{where}.{label}" if level == 0 else where, parse, lexicon)
            elif above.pos == "NOUN":
                yield from _adjectives(above, where, parse, lexicon)
        token = above


def _under(above: Token, where: str, label: str, lexicon: Lexicon) -> Iterator[Mark]:
    yield Mark(f"{where}:{label}={above.lemma}")
    yield Mark(f"gov={above.lemma}")
    for value, words in lexicon.marks.governors.items():
        if above.lemma in words:
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
        if word.pos in ("VERB", "AUX"):
            yield from (Mark(f"cue!{sign}") for sign in clause(word, parse, lexicon.marks))
        if word.pos in ("VERB", "NOUN", "ADJ", "ADV", "ADP"):
            yield Mark(f"cue={word.lemma}")
            for value, words in lexicon.marks.governors.items():
                if word.lemma in words:
                    yield Mark(f"cue@{value}", value if value != "attempted" else "possible", f"{value}: {word.text}")


def _is_disowned(token: Token, parse: Parse) -> bool:
    """Does somebody deny a share in the event, as in "denied any role in the attack"?"""
    share = parse.head(parse.head(token))
    verb = parse.head(share)
    owned = token.dep == "pobj" and share.lemma in SHARES and share.dep == "dobj"
    return owned and verb.lemma in DISOWNING and not any(parse.dependents(verb, "neg"))


def _is_denied(frame: Frame, parse: Parse) -> bool:
    """Is it what somebody denies, as in "denied the attack"?"""
    verb = parse.head(frame.token)
    denied = frame.kind == "n" and frame.token.dep == "dobj" and verb.lemma in DENYING
    return denied and not any(parse.dependents(verb, "neg"))


def _is_called_untrue(token: Token, attributions: Sequence[Attribution], parse: Parse) -> bool:
    """Does its holder call the event untrue, as in "described reports that it shelled the town as wholly false"?"""
    cues = [word for one in attributions[:2] for span in one.cue for word in parse.within(span)]
    if not any(word.lemma in CALLING for word in cues):
        return False
    words = parse.of(parse.sentences[token.sentence])
    return any(
        word.lemma in UNTRUE
        and word.i > token.i
        and _stands_after_as(word, parse)
        and not any(parse.dependents(word, "neg"))
        for word in words
    )


def _stands_after_as(word: Token, parse: Parse) -> bool:
    """Is it what something is described as: "as false", "as a complete fabrication"?"""
    words = [one.text.lower() for one in parse.tokens[max(0, word.i - 3) : word.i]]
    return "as" in words


def _is_pointed_at(token: Token, attributions: Sequence[Attribution], parse: Parse, lexicon: Lexicon) -> bool:
    """Does a thing suggest the event, as in "evidence suggesting that planes raided the camp"?"""
    if not attributions or not _told_by_things(attributions[0], parse, lexicon):
        return False
    cue = {word.i for span in attributions[0].cue for word in parse.within(span) if word.lemma in POINTING}
    return bool(cue & {token.head, parse.head(token).head})


def _told_by_things(attribution: Attribution, parse: Parse, lexicon: Lexicon) -> bool:
    """Is the source no person? "Evidence suggests" points to something, "the envoy suggests" may propose it."""
    heads = [head for span in attribution.source if (head := parse.root_of(span)) is not None]
    people = {"people", "speaker", "troops", "police", "court", "crowd"}
    return bool(heads) and not any(
        head.name or head.pos in ("PRON", "PROPN") or people & lexicon.class_of.get(head.lemma, frozenset())
        for head in heads
    )
