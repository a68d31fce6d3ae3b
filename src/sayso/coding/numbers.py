"""Numbers of people: from digits, number words and vague quantities to a low and a high end."""

import re
from collections.abc import Sequence

from sayso.model import Count, Parse, Token
from sayso.resources.codebook.marks import Marks

AT_LEAST = (
    ("at", "least"), ("least",), ("no", "fewer", "than"), ("no", "less", "than"), ("upwards", "of"),
    ("a", "minimum", "of"), ("not", "less", "than"), ("at-least",), ("minimum",),
)  # fmt: skip
MORE_THAN = (("more", "than"), ("over",), ("above",), ("greater", "than"), ("exceeding",), ("well", "over"))
UP_TO = (
    ("up", "to"), ("as", "many", "as"), ("at", "most"), ("fewer", "than"), ("less", "than"), ("under",),
    ("no", "more", "than"), ("a", "maximum", "of"), ("not", "more", "than"), ("maximum",),
)  # fmt: skip
DIGITS = re.compile(r"^\d{1,3}(?:[, ]\d{3})+$|^\d+$")
DECIMAL = re.compile(r"^\d+\.\d+$")
# "1.000 people": thousands are set off by a point in some languages' manner, and people are not counted in fractions.
POINTED = re.compile(r"^\d{1,3}(?:\.\d{3})+$")
THREE = re.compile(r"^\d{3}$")
RANGE = re.compile(r"^(\d+)[-–](\d+)$")
# "Several dozen" are as many as "dozens".
SEVERAL = ("several", "few", "many")
YEARS = range(1900, 2100)
TENS = 20
MOST = 5_000_000_000
SKIPPED = frozenset(
    {
        "more",
        "other",
        "others",
        "another",
        "be",
        "have",
        "get",
        "about",
        "some",
        "nearly",
        "almost",
        "seriously",
        "critically",
        "lightly",
        "slightly",
        "people",
        "civilian",
        "were",
        "are",
        "and",
    }
)
COUNTING = ("nummod", "amod", "det", "quantmod", "compound", "nmod", "npadvmod")
# "25 years" counts nobody.
UNITS = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")
MANY = 2
LARGE = frozenset({"large", "great", "huge", "high", "big", "small"})
# "A family of five" are five.
BANDS = frozenset({"family", "group", "gang", "crew", "band", "party"})
SINGULAR = ("a", "an", "another", "one", "his", "her", "the", "this", "that")


def number_at(token: Token, parse: Parse, marks: Marks) -> tuple[Count, int, int] | None:
    """The number that the token belongs to, hedges read, and its first and last token; None if it is no number."""
    first, last = token.i, token.i
    sentence = parse.sentences[token.sentence]
    while first > sentence.first and _goes_on(first - 1, -1, parse, marks):
        first -= 1
    while last + 1 < sentence.last and _goes_on(last + 1, 1, parse, marks):
        last += 1
    spread = RANGE.match(token.text)
    if spread is not None:
        return Count(int(spread[1]), int(spread[2])), token.i, token.i
    value = _value([parse.tokens[i].text.lower() for i in range(first, last + 1)], marks)
    if value is None:
        return None
    return _hedged(value, first, last, parse, marks)


def _goes_on(index: int, step: int, parse: Parse, marks: Marks) -> bool:
    """Is the token part of the same number: a further number word, or the hyphen of "twenty-two"?"""
    token = parse.tokens[index]
    if token.text == "-" and 0 < index < len(parse.tokens) - 1:
        tens, ones = (marks.numbers.get(parse.tokens[index + side].text.lower(), 0) for side in (-1, 1))
        return tens >= TENS > ones > 0
    if not _is_number(token, marks) or (
        step > 0 and token.text.lower() == "one" and parse.tokens[index - 1].text != "-"
    ):
        return False
    left, right = sorted((index, index - step))
    return _one_number(parse.tokens[left].text.lower(), parse.tokens[right].text.lower(), marks)


def _one_number(left: str, right: str, marks: Marks) -> bool:
    """Are two number words beside each other one number? "10 000", "2 million"; not "in 2016 seventeen people"."""
    if DIGITS.match(left) and right not in marks.scales and right != "dozen":
        return len(left) <= len("999") and THREE.match(right) is not None
    return not (DIGITS.match(right) and left not in marks.scales)


def _is_number(token: Token, marks: Marks) -> bool:
    text = token.text.lower()
    if DIGITS.match(text) or DECIMAL.match(text):
        return True
    return (text in marks.numbers and text not in ("a", "an")) or text in marks.scales


def _value(words: list[str], marks: Marks) -> int | None:
    """As in "one hundred twenty", which is 120; None for no number."""
    total, part, seen = 0.0, 0.0, False
    for word in words:
        if DIGITS.match(word):
            part = part * 1000 if THREE.match(word) else part
            part, seen = part + int(re.sub("[, ]", "", word)), True
        elif POINTED.match(word) and len(words) == 1:
            part, seen = part + int(word.replace(".", "")), True
        elif DECIMAL.match(word):
            part, seen = part + float(word), True
        elif word in marks.numbers:
            value = marks.numbers[word]
            part, seen = (part or 1) * value if word == "dozen" else part + value, True
        elif word in marks.scales:
            scale, seen = marks.scales[word], True
            part = (part or 1) * scale
            if scale >= 1000:
                total, part = total + part, 0
    value = int(total + part)
    return value if seen and value <= MOST else None


def _hedged(value: int, first: int, last: int, parse: Parse, marks: Marks) -> tuple[Count, int, int]:
    sentence = parse.sentences[parse.tokens[first].sentence]
    before = [token.text.lower() for token in parse.tokens[max(sentence.first, first - 4) : first]]
    if before and before[-1] in ("a", "an") and value in (12, 100, 1000, 1_000_000):
        before, first = before[:-1], first - 1
    if before and before[-1] in SEVERAL and value in (12, 100, 1000, 1_000_000):
        return Count(2 * value, None), first - 1, last
    other = _partner(before, first, parse, marks)
    if other is not None:
        return Count(min(other, value), max(other, value)), first, last
    if _ends(before, UP_TO):
        return Count(None, value), first, last
    after = [token.text.lower() for token in parse.tokens[last + 1 : min(sentence.last, last + 4)]]
    if _ends(before, MORE_THAN):
        return Count(value + 1, None), first, last
    if _ends(before, AT_LEAST) or after[:2] == ["or", "more"]:
        return Count(value, None), first, last
    paired = ["and"] if before[-1:] == ["between"] else ["to"]
    if after[:1] in (paired, ["-"], ["–"]) and len(after) > 1:
        upper = _value(after[1:2], marks)
        if upper is not None and upper > value:
            return Count(value, upper), first, last + 2
    return Count(value, value), first, last


def _partner(before: list[str], first: int, parse: Parse, marks: Marks) -> int | None:
    """The low end of "between 10 and 12" and "10 to 12", seen from the high end."""
    if len(before) >= 2 and before[-1] in ("to", "-", "–", "or") and _is_number(parse.tokens[first - 2], marks):
        return _value([before[-2]], marks)
    if len(before) >= 3 and before[-1] == "and" and before[-3] == "between":
        return _value([before[-2]], marks)
    return None


def _ends(before: list[str], phrases: tuple[tuple[str, ...], ...]) -> bool:
    return any(tuple(before[-len(one) :]) == one for one in phrases)


def how_many(head: Token, parse: Parse, marks: Marks) -> Count | None:
    """How many people a noun phrase names: "at least 18 fighters", "dozens of people", "a boy", a person's name."""
    low = head.text.lower()
    if head.name in UNITS and not _is_number(head, marks):
        return None
    some = low == SEVERAL[0] or head.tag.endswith("S")  # "injuring several"
    if low in marks.vague and some and not any(_is_number(one, marks) for one in parse.dependents(head)):
        return _vague(head, low, parse, marks)
    if _is_number(head, marks):
        found = number_at(head, parse, marks)
        return None if found is None or (found[0].low in YEARS and head.dep == "pobj") else found[0]
    return _counted(head, parse, marks) or _part_of(head, parse, marks) or _alone(head, low, parse, marks)


def _part_of(head: Token, parse: Parse, marks: Marks) -> Count | None:
    """The number that a phrase hangs on: "hundreds of civilians", "two of the victims"."""
    preposition = parse.head(head)
    if head.dep != "pobj" or preposition.lemma != "of":
        return None
    whole = parse.head(preposition)
    low = whole.text.lower()
    if low in marks.vague and whole.tag.endswith("S"):
        return _vague(whole, low, parse, marks)
    found = number_at(whole, parse, marks) if _is_number(whole, marks) else None
    return found[0] if found is not None else None


def _counted(head: Token, parse: Parse, marks: Marks) -> Count | None:
    """The number before a noun: "at least 18 fighters", "several people", "some 40 people"; not "his 2016 arrest"."""
    before = [one for one in parse.dependents(head, *COUNTING) if one.i < head.i]
    for child in before:
        found = number_at(child, parse, marks) if _is_number(child, marks) else None
        if found is not None and not (found[0].low in YEARS and head.tag == "NN"):
            return found[0]
    inner = _before_modifier(head, before, parse, marks)
    if inner is not None:
        return inner
    vague = (one.text.lower() for one in before if one.dep in ("amod", "nummod", "det"))
    return next((Count(marks.vague[word], None) for word in vague if word in marks.vague), None)


def _before_modifier(head: Token, before: Sequence[Token], parse: Parse, marks: Marks) -> Count | None:
    """A number that a parser joins to a noun's modifier: "270 security guards employees", "88 rebel and regime forces"."""
    if not head.tag.endswith("S") or not before or before[0].dep not in ("compound", "nmod"):
        return None
    first = before[0]
    while first.dep in ("compound", "nmod") and (inner := _first_before(first, parse)) is not None:
        first = inner
    found = number_at(first, parse, marks) if first.dep == "nummod" and _is_number(first, marks) else None
    if found is None or parse.tokens[found[2] + 1].text == "-" or (found[0].low or MANY) < MANY:
        return None
    return found[0]


def _first_before(token: Token, parse: Parse) -> Token | None:
    return next((one for one in parse.dependents(token, *COUNTING) if one.i < token.i), None)


def _alone(head: Token, low: str, parse: Parse, marks: Marks) -> Count | None:
    """How many a phrase without a number names: one for "a boy", "he" and a person's name, None for a bare plural."""
    if low == "another":  # "one docker died and another was hurt"; not "they hurt one another"
        return None if parse.tokens[head.i - 1].text.lower() == "one" else Count(1, 1)
    if head.pos == "PRON":
        return Count(1, 1) if low in ("he", "she", "him", "her", "his", "one", "someone", "i", "me") else None
    if low == "total":
        return _of_total(head, parse, marks)
    if low == "number" and _some_number(head, parse):
        return Count(marks.vague["some"], None)
    if head.pos == "PROPN":
        one = head.name == "PERSON" or (head.name == "NORP" and _is_first(head, parse))  # "a Norwegian"
        return Count(1, 1) if one and head.tag == "NNP" else None
    if head.lemma in BANDS and head.tag == "NN":
        return _of_total(head, parse, marks)
    if head.name == "ORDINAL" and _is_first(head, parse):  # "two were killed and a third hurt"
        return Count(1, 1)
    if head.tag != "NN" or head.lemma in marks.toll["nobody"]:
        return None
    named = any(child.name == "PERSON" for child in parse.dependents(head, "appos"))
    single = any(
        child.dep == "poss" or child.text.lower() in SINGULAR
        for child in parse.dependents(head, "det", "poss", "nummod")
    )
    return Count(1, 1) if named or single else None


def _is_first(head: Token, parse: Parse) -> bool:
    """Does "a" or "another" stand before it, as before whom nothing was told of?"""
    return any(one.lemma in ("a", "an", "another") for one in parse.dependents(head, "det"))


def _some_number(head: Token, parse: Parse) -> bool:
    """As in "a number of dockers"; not "a number of them", nor "a number of others", nor "a large number"."""
    if any(one.lemma in LARGE for one in parse.dependents(head, "amod")):
        return False
    of = [one for one in parse.dependents(head, "prep") if one.lemma == "of"]
    counted = [one for preposition in of for one in parse.dependents(preposition, "pobj")]
    return any(one.pos != "PRON" and one.lemma != "other" for one in counted)


def _of_total(head: Token, parse: Parse, marks: Marks) -> Count | None:
    """As in "a total of 24 fighters", "a family of five"."""
    for preposition in parse.dependents(head, "prep"):
        for child in parse.dependents(preposition, "pobj"):
            return how_many(child, parse, marks)
    return None


def beside(word: Token, parse: Parse, marks: Marks) -> Count | None:
    """The number that stands right before or after a word of harm where the syntax shows no victim.

    "and 50 wounded", "six more injured", "dozens hurt", "wounding another nine".
    """
    found = _towards(word, -1, 4, SKIPPED, parse, marks)
    return found if found is not None else _towards(word, 1, 3, SKIPPED, parse, marks)


def before(word: Token, parse: Parse, marks: Marks, most: int) -> Count | None:
    """The number that stands before a word of harm, at most so many tokens away, in the same limb of the clause."""
    return _towards(word, -1, most, SKIPPED - {"and"}, parse, marks)


def _towards(word: Token, step: int, most: int, skipped: frozenset[str], parse: Parse, marks: Marks) -> Count | None:
    """The first number on one side of a word, over the words that may stand between."""
    sentence = parse.sentences[word.sentence]
    at = word.i + step
    while sentence.first <= at < sentence.last and abs(at - word.i) <= most:
        token = parse.tokens[at]
        low = token.text.lower()
        if _is_number(token, marks):
            found = number_at(token, parse, marks)
            return found[0] if found is not None and found[0].low not in YEARS else None
        if low in marks.vague and low.endswith("s") and low != "others":
            return _vague(token, low, parse, marks)
        if low not in skipped and token.lemma not in skipped:
            return None
        at += step
    return None


def _vague(head: Token, word: str, parse: Parse, marks: Marks) -> Count:
    base = marks.vague[word]
    for child in parse.dependents(head, "nummod", "amod", "quantmod"):
        if child.text.lower() in marks.numbers:
            return Count(base * marks.numbers[child.text.lower()] // 2, None)
    before = [token.text.lower() for token in parse.tokens[max(0, head.i - 3) : head.i]]
    if word == "thousands" and before[-2:] == ["tens", "of"]:
        base = 20_000
    elif word == "thousands" and before[-2:] == ["hundreds", "of"]:
        base = 200_000
    return Count(base, None)


def added(counts: list[Count]) -> Count | None:
    """The sum of several counts; None for none."""
    if not counts:
        return None
    lows = [one.low for one in counts]
    highs = [one.high for one in counts]
    low = sum(one for one in lows if one is not None) if any(one is not None for one in lows) else None
    high = sum(one for one in highs if one is not None) if all(one is not None for one in highs) else None
    return Count(low, high)
