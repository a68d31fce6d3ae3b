"""Tolls: how many were killed, injured, detained, displaced, of whom, and which event of the sentence they belong to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from sayso.coding.frames import frame_of, with_conjuncts
from sayso.coding.numbers import added, beside, how_many, number_at
from sayso.coding.phrases import phrase
from sayso.model import Count, Parse, Sentence, Span, Token, Toll
from sayso.resources.codebook import Lexicon

Harm = Literal["killed", "injured", "detained", "displaced"]
HARMS: tuple[Harm, ...] = ("killed", "injured", "detained", "displaced")
NOUNS = frozenset(
    {"death", "fatality", "casualty", "life", "injury", "wounding", "arrest", "body", "corpse", "killing", "detention"}
)
# Tokens to either side of a number of victims in which its event is looked for.
FAR = 80
DEADLY = frozenset({"dead", "death"})


class Loss(Struct, frozen=True):
    """A number of people harmed: the word that says so, the number, the heads of the phrases that name them."""

    harm: Harm
    word: Token
    count: Count
    victims: tuple[Token, ...]


class Bearer(Struct, frozen=True):
    """An event that may bear a toll: the index of its trigger token and its type."""

    i: int
    type: str


def losses(sentence: Sentence, parse: Parse, lexicon: Lexicon) -> Iterator[Loss]:
    """The numbers of people harmed that a sentence gives, in the order of the text."""
    words = lexicon.marks.toll
    for token in parse.of(sentence):
        for harm in HARMS:
            if token.lemma in words[harm] or token.text.lower() in words[harm] or _deadly(token, harm, parse):
                found = _loss(token, harm, parse, lexicon)
                if found is not None:
                    yield found


def _deadly(token: Token, harm: Harm, parse: Parse) -> bool:
    """As in "shot dead", "beaten to death"."""
    if harm != "killed" or token.pos != "VERB":
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


def _loss(token: Token, harm: Harm, parse: Parse, lexicon: Lexicon) -> Loss | None:
    marks = lexicon.marks
    if token.lemma == "toll":
        count = _toll_number(token, parse, lexicon)
        return Loss(harm, token, count, ()) if count is not None else None
    if token.pos == "NOUN" and token.lemma in NOUNS:
        if any(child.lemma == "no" for child in parse.dependents(token, "det")):
            return Loss(harm, token, Count(0, 0), ())
        own = how_many(token, parse, marks)
        if own is not None and own != Count(1, 1):
            return Loss(harm, token, own, ())
    heads = _victims(token, parse)
    counts = [(head, count) for head in heads if (count := how_many(head, parse, marks)) is not None]
    total = added([count for _, count in counts])
    if total is None and not heads:
        total = beside(token, parse, marks)
    if total is None:
        return None
    return Loss(harm, token, total, tuple(head for head, _ in counts))


def _victims(token: Token, parse: Parse) -> list[Token]:
    if token.pos == "VERB" or (token.pos == "ADJ" and token.tag == "VBN"):
        frame = frame_of(token, "v", parse)
        if token.lemma in ("die", "perish", "flee", "succumb"):
            return frame.agents
        return frame.patients
    if token.pos == "ADJ" or token.lemma == "dead":
        head = parse.head(token)
        if token.dep == "acomp":
            return [one for child in parse.dependents(head, "nsubj") for one in with_conjuncts(child, parse)]
        if token.dep in ("ccomp", "oprd", "xcomp"):
            own = [one for child in parse.dependents(token, "nsubj") for one in with_conjuncts(child, parse)]
            return own or [one for child in parse.dependents(head, "dobj") for one in with_conjuncts(child, parse)]
        if token.dep == "amod":
            return [head]
        return [token] if token.pos == "NOUN" else []
    if token.pos == "NOUN":
        frame = frame_of(token, "n", parse)
        owners = [one for one in frame.modifiers if one.dep == "poss"]
        return frame.preps.get("of", []) or owners
    return []


def _toll_number(token: Token, parse: Parse, lexicon: Lexicon) -> Count | None:
    """As in "the death toll rose to 23", "raising the toll to 23", "a death toll of 23"."""
    governor = parse.head(token)
    for head in (token, governor):
        for preposition in parse.dependents(head, "prep"):
            if preposition.lemma in ("to", "of", "at", "past", "least"):
                for child in parse.dependents(preposition, "pobj"):
                    number = number_at(child, parse, lexicon.marks) or next(
                        (
                            found
                            for one in parse.dependents(child, "nummod")
                            if (found := number_at(one, parse, lexicon.marks))
                        ),
                        None,
                    )
                    if number is not None:
                        return number[0]
    return None


def shared_out(bearers: Sequence[Bearer], found: Sequence[Loss]) -> dict[int, list[Loss]]:
    """Which event of the sentence each loss belongs to: trigger token index to losses.

    A loss belongs to the event that its own word names, else to the nearest that can have such a loss.
    """
    given: dict[int, list[Loss]] = {}
    places = [one.i for one in bearers]
    for loss in found:
        able = [one for one in _around(loss.word.i, bearers, places) if _can_bear(one, loss.harm)]
        if able:
            nearest = min(able, key=lambda one: (abs(one.i - loss.word.i), one.i))
            given.setdefault(nearest.i, []).append(loss)
    return given


def _around(i: int, bearers: Sequence[Bearer], places: Sequence[int]) -> Sequence[Bearer]:
    """The events within FAR tokens; bearers stand in the order of the text."""
    return bearers[bisect_left(places, i - FAR) : bisect_right(places, i + FAR)]


def _can_bear(bearer: Bearer, harm: Harm) -> bool:
    if harm == "detained":
        return bearer.type in ("COERCE", "ASSAULT")
    if harm == "displaced":
        return bearer.type in ("COERCE", "ASSAULT")
    return bearer.type == "ASSAULT"


def toll_of(found: Sequence[Loss], parse: Parse) -> Toll:
    """One event's losses as a toll. Of several numbers for one harm, different victims are added, a total wins."""
    counts: dict[str, Count] = {}
    evidence: list[Span] = []
    for harm in HARMS:
        own = [one for one in found if one.harm == harm]
        totals = [one for one in own if one.word.lemma == "toll"]
        seen: dict[tuple[int, ...], Count] = {}
        for one in totals or own:
            seen.setdefault(tuple(head.i for head in one.victims), one.count)
        total = added(list(seen.values()))
        if total is not None:
            counts[harm] = total
            evidence.extend(phrase(head, parse) for one in own for head in one.victims)
            evidence.extend(one.word.span for one in own if not one.victims)
    whom = next((head for one in found for head in one.victims if head.pos == "NOUN"), None)
    return Toll(
        killed=counts.get("killed"),
        injured=counts.get("injured"),
        detained=counts.get("detained"),
        displaced=counts.get("displaced"),
        of=_of_whom(whom, parse) if whom is not None else None,
        evidence=tuple(sorted(set(evidence))),
    )


def _of_whom(head: Token, parse: Parse) -> str:
    """The people's own word, through "dozens of": "civilians"."""
    for preposition in parse.dependents(head, "prep"):
        if preposition.lemma == "of":
            for child in parse.dependents(preposition, "pobj"):
                return child.text.lower()
    return head.text.lower()
