"""Candidates: words that may name events, with the senses that their surroundings allow.

The lexicon puts forward the words it knows, the tagger words that the lexicon lacks.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from sayso.coding.frames import ADVERBS, Frame, frame_of
from sayso.coding.hints import NO_HINTS, Hints
from sayso.model import EventType, Parse, Sentence, Token
from sayso.resources.codebook import Condition, Lexicon, Sense
from sayso.resources.codebook.inflection import LEMMAS

KINDS = {"VERB": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}
NOUN_PLACES = ("dobj", "pobj", "compound", "amod", "nsubj", "nsubjpass")
QUANTITIES = frozenset(
    {"number", "dozen", "hundred", "thousand", "series", "couple", "score", "wave", "lot", "string", "volley"}
)
HYPHENS = ("-", "‐", "‑")
CONDITION_BONUS = 0.2
# A word that the lexicon lacks is put forward when the tagger takes it for an event with this probability.
UNLISTED_BAR = 0.1
# So many of the tagger's types stand for the senses of such a word.
UNLISTED_SENSES = 3


class Candidate(Struct):
    """A word that may name an event: its frame and, for each type, the sense that fits best (best type first).

    word: the lemma under which the lexicon knows it. first: index of the trigger's first token ("cease" of "cease-fire").
    listed: the lexicon put it forward; otherwise the tagger did, and the senses are the tagger's likeliest types.
    """

    frame: Frame
    word: str
    senses: dict[EventType, Sense]
    first: int
    listed: bool = True

    @property
    def token(self) -> Token:
        """The trigger's last token, on which the syntax hangs."""
        return self.frame.token


def candidates(parse: Parse, sentence: Sentence, lexicon: Lexicon, hints: Hints = NO_HINTS) -> Iterator[Candidate]:
    """The words of a sentence that may name an event, in the order of the text."""
    for token in parse.of(sentence):
        kind = KINDS.get(token.pos)
        if kind is None:
            continue
        known = list(_entries(token, kind, parse, lexicon))
        # what the lexicon knows and rules out here ("released its report") is no guess of the tagger's
        one = _listed(known, token, parse, lexicon) if known else _unlisted(token, kind, parse, hints)
        if one is not None:
            yield one


def _listed(known: Iterable[tuple[str, str, int]], token: Token, parse: Parse, lexicon: Lexicon) -> Candidate | None:
    for word, pos, first in known:
        frame = frame_of(token, pos, parse)
        fitting = [one for one in lexicon.senses[word, pos] if fits(one, frame, parse, lexicon)]
        if fitting:
            return Candidate(frame, word, _best(fitting), first)
    return None


def _unlisted(token: Token, kind: str, parse: Parse, hints: Hints) -> Candidate | None:
    hint = hints.of(token.span) if not token.name else None
    if hint is None or 1 - hint.types["none"] < UNLISTED_BAR:
        return None
    likeliest = sorted(((-share, name) for name, share in hint.types.items() if name != "none"))[:UNLISTED_SENSES]
    senses = [Sense(token.lemma, None, kind, name, None, -share) for share, name in likeliest]
    return Candidate(frame_of(token, kind, parse), token.lemma, _best(senses), token.i, listed=False)


def _entries(token: Token, kind: str, parse: Parse, lexicon: Lexicon) -> Iterator[tuple[str, str, int]]:
    """(lemma, part of speech, first token) under which the lexicon knows the token."""
    senses = lexicon.senses
    lemma = LEMMAS.get(token.text.lower(), token.lemma)
    if (lemma, kind) not in senses and kind == "n" and lemma.endswith("s"):
        lemma = lemma.removesuffix("s")
    if token.i > 1 and parse.tokens[token.i - 1].text in HYPHENS:
        joined = f"{parse.tokens[token.i - 2].text.lower()}-{token.lemma}"
        if (joined, kind) in senses:
            yield joined, kind, token.i - 2
    if (lemma, kind) in senses:
        yield lemma, kind, token.i
    verb = lexicon.participles.get(token.text.lower())
    if verb is not None and kind != "v" and (verb, "v") in senses:
        yield verb, "v", token.i
    if kind == "v" and token.dep in NOUN_PLACES:
        for form in (token.text.lower(), lemma):
            if (form, "n") in senses:
                yield form, "n", token.i


def _best(senses: Iterable[Sense]) -> dict[EventType, Sense]:
    best: dict[EventType, Sense] = {}
    for sense in senses:
        held = best.get(sense.type)
        if held is None or strength(sense) > strength(held):
            best[sense.type] = sense
    return dict(sorted(best.items(), key=lambda item: -strength(item[1])))


def strength(sense: Sense) -> float:
    """How much a sense promises: its weight, and more for conditions that had to hold."""
    return sense.weight + (CONDITION_BONUS if sense.when or sense.second else 0.0)


def fits(sense: Sense, frame: Frame, parse: Parse, lexicon: Lexicon) -> bool:
    """Do the word's surroundings allow the sense?"""
    if sense.second is not None and not _has_second(sense.second, frame, parse):
        return False
    return all(holds(one, frame, parse, lexicon) for one in sense.when) and not any(
        holds(one, frame, parse, lexicon) for one in sense.unless
    )


def _has_second(word: str, frame: Frame, parse: Parse) -> bool:
    if frame.kind == "v":
        return any(child.lemma == word for child in parse.dependents(frame.token, *ADVERBS) if child.i > frame.token.i)
    return any(one.lemma == word for one in frame.modifiers)


def holds(condition: Condition, frame: Frame, parse: Parse, lexicon: Lexicon) -> bool:
    """Does the condition hold of the word?"""
    slot, values = condition.slot, condition.values
    if slot == "prep":
        return any(_any_of(values, frame.preps[one], lexicon) for one in condition.preps if one in frame.preps)
    if slot == "after":
        return frame.after in values
    if slot == "pass":
        return frame.passive
    if slot == "noobj":
        return not frame.patients
    return _any_of(values, _filling(slot, frame, parse), lexicon)


def _filling(slot: str, frame: Frame, parse: Parse) -> list[Token]:
    """The tokens that fill a slot of a frame."""
    if slot == "subj":
        return _counted(frame.agents, parse)
    if slot == "obj":
        return _counted(frame.patients, parse)
    if slot == "mod":
        return frame.modifiers
    if slot == "adv":
        return list(parse.dependents(frame.token, *ADVERBS))
    if slot == "oprd":
        return list(parse.dependents(frame.token, "oprd"))
    single = frame.governor if slot == "head" else frame.complement
    return [single] if single is not None else []


def _counted(tokens: list[Token], parse: Parse) -> list[Token]:
    """The tokens and, for "a number of rockets", what is counted."""
    found = list(tokens)
    for token in tokens:
        if token.lemma in QUANTITIES:
            found.extend(one for prep in parse.dependents(token, "prep") for one in parse.dependents(prep, "pobj"))
    return found


def _any_of(values: frozenset[str], tokens: list[Token], lexicon: Lexicon) -> bool:
    if not values:
        return bool(tokens)
    for token in tokens:
        if token.lemma in values or token.text.lower() in values or (token.name and f"@{token.name}" in values):
            return True
        if any(f"@{name}" in values for name in lexicon.class_of.get(token.lemma, ())):
            return True
    return False
