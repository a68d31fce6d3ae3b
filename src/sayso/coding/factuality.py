"""Factuality: does its holder present the event as happened, ongoing, denied, planned, possible, demanded or hypothetical?

The marks around the trigger are gathered first (`sayso.coding.marks`); trained weights over them, blended with what the
tagger thinks, choose the value; the marks that speak for it are the reason given.
"""

import math
from collections.abc import Mapping, Sequence

from sayso.coding.marks import FAILED, Mark
from sayso.coding.phrasings import (
    ACHIEVED,
    AFFIRMED,
    DENIED,
    DENIED_CLAIM,
    DISOWNED,
    DUE,
    GOING,
    PERFORMED,
    POINTED,
    PREPARED,
    UNTRUTH,
    WHETHER,
    YET,
)
from sayso.model import Factuality

# "their stated goal is the defeat of ...": what is not told as a finite clause of its own is what is meant to happen.
PURPOSES = frozenset(f"cue={word}" for word in ("goal", "aim", "objective", "intention", "purpose"))
FINITE = frozenset({"tag=VBD", "tag=VBZ", "tag=VBP"})
# "unless the government agrees": the verb of a condition, which "as if it had agreed" is not.
IN_CONDITION = frozenset({"own.mark=if", "own.mark=unless"})
ADVERBIAL = "dep=advcl&v"
CONDITIONAL = (".given=", "hypothetical", "asked")
AS_IF = "own.mark=as"
# Types of what is said or granted: what is denied is what they say, or they are not granted.
SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
PERFORMING = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT"})
# The value that one turn of phrase settles, and the reason in words.
SETTLING: Mapping[str, tuple[Factuality, str]] = {
    GOING: ("planned", "future: going to"),
    DUE: ("planned", "future: will begin"),
    YET: ("denied", "negation: yet to"),
    WHETHER: ("possible", "possible: whether or not"),
    AFFIRMED: ("happened", "affirmed: not denied"),
    ACHIEVED: ("happened", "claimed: to have done it"),
    DENIED_CLAIM: ("denied", "denied: a claim of it"),
    PREPARED: ("planned", "planned: under prepare"),
}
# The tagger has learned from too few of these to be asked where the marks tell them.
SELDOM = frozenset({"denied", "possible", "demanded", "hypothetical"})
# How much the logarithms of the tagger's probabilities count beside those of the marks; chosen on articles that neither has seen.
TRUST = 0.5
LEVELS = {"own": ("own.", "adj=", "det="), "up0": ("up0",), "up1": ("up1", "up2"), "cue": ("cue",)}


def factuality_of(
    type: str,  # noqa: A002  # the noun's own field name
    found: Sequence[Mark],
    shares: Sequence[float],
    scores: Sequence[float],
    labels: Sequence[str],
) -> tuple[Factuality, str]:
    """The factuality that the marks and the tagger make most likely, and the marks that speak for it.

    shares: of each label, by the weights over the marks. scores: logarithms of the tagger's probabilities (`Hints.presented`).
    """
    fixed = _fixed(found, type)
    if fixed is not None:
        return fixed
    value = likeliest(shares, scores, labels)
    if value == "hypothetical" and not any(_is_condition(one) for one in found):
        rest = [0.0 if label == value else share for share, label in zip(shares, labels, strict=True)]
        value = likeliest(rest, scores, labels)
    if value == "denied" and _only_may(found):
        value = "possible"
    reasons = [one.words for one in found if one.value == value and one.words]
    return value, "; ".join(dict.fromkeys(reasons))  # type: ignore[return-value]  # the labels are the seven values


def _fixed(found: Sequence[Mark], type: str) -> tuple[Factuality, str] | None:  # noqa: A002  # the noun's own field name
    """The value that one mark settles by itself."""
    names = {one.name for one in found}
    told = next((name for name in SETTLING if name in names), None)
    if told is not None:
        return SETTLING[told]
    if PERFORMED in names and type in PERFORMING:
        return "happened", "said: who wishes to say it says it"
    if type == "CONSULT" and FAILED in names:
        return "happened", "failed: what was held"
    if POINTED in names and not said_at(found, LEVELS["own"]):
        return "possible", "possible: things suggest it"
    if DISOWNED in names:
        return "denied", "denied: a share in it"
    if DENIED in names and type not in SPOKEN:
        return "denied", "denied: under deny"
    if UNTRUTH in names:
        return "denied", "denied: under dismiss, as untrue"
    if names & IN_CONDITION and ADVERBIAL in names and AS_IF not in names:
        return "hypothetical", "condition: if or unless"
    if names & PURPOSES and not names & FINITE:
        return "planned", "planned: a stated purpose"
    return None


def likeliest(shares: Sequence[float], scores: Sequence[float], labels: Sequence[str]) -> str:
    """The likeliest value by the marks, and where these tell none of the seldom ones, by them and the tagger together."""
    best = settled(shares, labels)
    if best in SELDOM:
        return best
    return settled([share * math.exp(TRUST * score) for share, score in zip(shares, scores, strict=True)], labels)


def settled(shares: Sequence[float], labels: Sequence[str]) -> str:
    """The label with the greatest share, the first of them where several have it."""
    return labels[max(range(len(labels)), key=lambda n: (shares[n], -n))]


def _is_condition(mark: Mark) -> bool:
    """Does a mark tell of a condition: "if", "unless", "would", a question?"""
    return mark.value == "hypothetical" or mark.name.startswith("in=") or any(one in mark.name for one in CONDITIONAL)


def _only_may(found: Sequence[Mark]) -> bool:
    """Is an event told to be possible, and nowhere denied: "he can be granted bail"?"""
    return any(one.name == "own.modal=possible" for one in found) and not any(one.value == "denied" for one in found)


def factuality_features(found: Sequence[Mark], type: str) -> list[str]:  # noqa: A002  # the noun's own field name
    """Names of the features for the weights of factuality: the marks, and what they say level by level."""
    names = [one.name for one in found]
    values = [one.value for one in found if one.value]
    names.append(f"type={type}")
    names.extend(f"value={value}" for value in dict.fromkeys(values))
    names.extend(f"{type}&{name}" for name in names if name.startswith(("own.tense", "own.modal", "tag=", "kind=")))
    kind = next((one.name for one in found if one.name.startswith("kind=")), "")
    levels = {level: said_at(found, prefixes) for level, prefixes in LEVELS.items()}
    names.extend(f"{level}:{said}" for level, said in levels.items())
    names.extend(f"{kind}&{level}:{said}" for level, said in levels.items())
    names.append(f"own|up:{levels['own']}|{levels['up0']}")
    names.append(f"first:{next((said for said in levels.values() if said), 'none')}")
    tense = next((one.name for one in found if one.name.startswith("own.tense")), "")
    dep = next((one.name for one in found if one.name.startswith("dep=")), "")
    names.append(f"{tense}&{dep}")
    return names


def said_at(found: Sequence[Mark], prefixes: tuple[str, ...]) -> str:
    """The values other than plain "happened" and "ongoing" that the marks of one level speak for."""
    said = {
        one.value
        for one in found
        if one.value and one.value not in ("happened", "ongoing") and one.name.startswith(prefixes)
    }
    return "+".join(sorted(said))
