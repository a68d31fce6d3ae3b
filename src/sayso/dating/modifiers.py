"""TIMEX3's mod, quant and freq: "more than three days", "early 2014", "every Friday", "twice a week"."""

from collections.abc import Sequence

from sayso.dating.meaning import Meaning
from sayso.model import TimexMod

# What stands before an amount, and how it modifies it; the longest that the words begin with counts.
BEFORE_AMOUNT: dict[str, TimexMod] = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "circa": "APPROX", "close to": "APPROX", "only about": "APPROX", "only some": "APPROX", "barely": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "under": "LESS_THAN", "well under": "LESS_THAN",
    "just under": "LESS_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN", "not quite": "LESS_THAN",
    "just short of": "LESS_THAN", "the better part of": "LESS_THAN", "the best part of": "LESS_THAN",
    "over": "MORE_THAN", "well over": "MORE_THAN", "just over": "MORE_THAN", "more than": "MORE_THAN",
    "a little more than": "MORE_THAN", "a little over": "MORE_THAN", "little over": "MORE_THAN",
    "little more than": "MORE_THAN", "slightly more than": "MORE_THAN", "upwards of": "MORE_THAN",
    "in excess of": "MORE_THAN", "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE",
    "no fewer than": "EQUAL_OR_MORE", "as few as": "EQUAL_OR_MORE", "as little as": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS", "not more than": "EQUAL_OR_LESS",
    "no longer than": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "a maximum of": "EQUAL_OR_LESS",
    "as long as": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS", "as much as": "EQUAL_OR_LESS",
    "shortly before": "BEFORE", "shortly after": "AFTER", "early": "START", "late": "END",
}  # fmt: skip
LONGEST = max(len(phrase.split()) for phrase in BEFORE_AMOUNT)
OF_PART: dict[str, TimexMod] = {
    "START": "START", "OPEN": "START", "H1": "START", "MID": "MID", "END": "END", "CLOSE": "END", "H2": "END",
}  # fmt: skip
# "More than a year ago" is a date before that of a year ago; "more than a year later" one after it.
AGO: dict[TimexMod, TimexMod] = {
    "MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER",
}  # fmt: skip
LATER: dict[TimexMod, TimexMod] = {
    "MORE_THAN": "AFTER", "LESS_THAN": "BEFORE", "EQUAL_OR_MORE": "ON_OR_AFTER", "EQUAL_OR_LESS": "ON_OR_BEFORE",
}  # fmt: skip


def mod_of(words: Sequence[str]) -> TimexMod | None:
    """What the words before an amount make of it: "more than" is MORE_THAN; None for "just"."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        mod = BEFORE_AMOUNT.get(" ".join(words[:length]))
        if mod is not None:
            return mod
    return None


def marks(meaning: Meaning) -> tuple[TimexMod | None, str | None, str | None]:
    """The mod, quant and freq of an expression; None for each that its words do not tell."""
    mod = meaning.mod or OF_PART.get(meaning.part)
    if mod is not None and meaning.how == "shift" and meaning.amount:
        mod = (AGO if meaning.amount < 0 else LATER).get(mod, mod)
    return mod, meaning.quant or None, meaning.freq or None
