"""What readers share. A reader goes from a match of a pattern to what it says: see `days`, `years`, `spans`, `steps`, `recurring`."""

from collections.abc import Callable

from msgspec.structs import replace

from sayso.dating.meaning import Meaning, Piece, Role
from sayso.dating.modifiers import mod_of
from sayso.dating.numbers import number_of, year_of
from sayso.dating.pattern import Found
from sayso.resources.times import load_words

Reader = Callable[[Found], list[Piece]]
WORDS = load_words()
MONTHS = {word: int(value) for name in ("month", "mon") for word, value in WORDS[name].items()}
WEEKDAYS = {word: int(value) for name in ("weekday", "wkd", "weekdays") for word, value in WORDS[name].items()}
PARTS = WORDS["part"] | WORDS["partof"] | {"later": "", "earlier": "", "latter": "END", "first": "H1", "second": "H2"}
DEICTIC = {word: int(value) for word, value in WORDS["deictic"].items()}
ANAPHORIC = {word: int(value) for word, value in WORDS["anaphoric"].items()}


def whole(found: Found, meaning: Meaning) -> list[Piece]:
    """The one expression that the whole match is, with what the words before its amount or day make of it."""
    mod = mod_of(found.words("about")) or mod_of(found.words("mod"))
    if mod is not None:
        meaning = replace(meaning, mod=mod)
    return [Piece(found.first, found.last, meaning, found.rule.kind)]


def part_of(found: Found) -> str:
    """START, MID, END or ""."""
    words = (*found.words("part"), *found.words("part2"))
    return next((PARTS[word] for word in words if PARTS.get(word)), "")


def relation(words: list[str]) -> tuple[int | None, Role]:
    """What "last", "this same", "the following" say: -1, 0, 1, and what it is counted from."""
    told = any(word in ANAPHORIC for word in words)
    for word in words:
        if word in ANAPHORIC:
            return ANAPHORIC[word], "told"
    for word in words:
        if word in ("past", "coming", "current", "upcoming", "last", "next"):
            # "the next day" goes on from what was told; "next week" is counted from the day of publication.
            role: Role = "told" if words[0] == "the" and word == "next" else "said"
            return DEICTIC[word], role
    if "this" in words:
        return 0, "said"
    if "the" in words or "of" in words:
        return 0, "told"
    return None, "told" if told else "said"


def year_told(found: Found) -> tuple[int | None, int | None, Role]:
    """The year; or the relation of a relative one and its role."""
    if found.has("year"):
        bc = found.word("era") in ("bc", "bce")
        return int(number_of(found.words("year")) or 0) if bc else year_of(found.word("year")), None, "said"
    if found.has("relyear"):
        relative, role = relation(found.words("relyear"))
        return None, relative, role
    return None, None, "said"
