"""Numbers in words and figures."""

from collections.abc import Sequence

from sayso.resources.times import load_words

_WORDS = load_words()
CARDINALS = {word: int(value) for word, value in _WORDS["cardinal"].items()}
ORDINALS = {word: int(value) for word, value in _WORDS["ordinal"].items()}
SCALES = {word: int(value) for word, value in _WORDS["scale"].items()}


def number_of(words: Sequence[str]) -> float | None:
    """The number that the words tell ("twenty", "-", "five" is 25.0; "half", "a" is 0.5); None for none."""
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word[:1].isdigit():
            current += _figure(word)
        elif word in CARDINALS:
            current += CARDINALS[word]
        elif word in ORDINALS:
            current += ORDINALS[word]
        elif word in SCALES:
            scale = SCALES[word]
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        elif word == "half":
            current += 0.5
        elif word in ("a", "an", "another") and not seen and len(words) == 1:
            current = 1.0
        else:
            continue
        seen = True
    return total + current if seen else None


def _figure(word: str) -> float:
    digits = "".join(char for char in word if char.isdigit() or char == ".")
    try:
        return float(digits)
    except ValueError:
        return 0.0


def year_of(word: str) -> int:
    """The year that a figure tells: "1990", or "'90" and "90" as the year of the last hundred before 2030."""
    digits = "".join(char for char in word if char.isdigit())
    year = int(digits or "0")
    if len(digits) <= 2:
        return 2000 + year if year < 30 else 1900 + year
    return year


def shown(number: float) -> str:
    """A number as TIMEX3 writes it: "2", "2.5"."""
    return str(int(number)) if number == int(number) else f"{number:g}"
