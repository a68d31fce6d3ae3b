"""The templates of MUC-3/4, read: alternatives, heads of phrases, places, days and numbers of their answer keys."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final

from msgspec import Struct

MONTHS: Final = {
    name: number
    for number, name in enumerate(
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], start=1
    )
}
DAY: Final = re.compile(r"(\d\d) ([A-Z]{3}) (\d\d)")
QUOTED: Final = re.compile(r'"((?:[^"\\]|\\")+)"')
KIND: Final = re.compile(r" \([A-Z ]+\)")
# Before one of these the head of a phrase has been told: "members of the front", "attack in the town".
PREPOSITIONS: Final = re.compile(r"\b(?:OF|IN|AT|FOR|FROM|BY|WHO|THAT|WITH|ON|TO|SPANNING|LOADED|BELONGING)\b")
EMPTY: Final = frozenset({"THE", "A", "AN", "SOME", "SEVERAL", "MEMBERS", "GROUP", "AND"})
WORD: Final = re.compile(r"[^\W_]+")
COUNTRIES: Final = {
    "ARGENTINA": "AR", "BELIZE": "BZ", "BOLIVIA": "BO", "BRAZIL": "BR", "CHILE": "CL", "COLOMBIA": "CO", "COSTA RICA": "CR",
    "CUBA": "CU", "DOMINICAN REPUBLIC": "DO", "ECUADOR": "EC", "EL SALVADOR": "SV", "GUATEMALA": "GT", "GUYANA": "GY",
    "HAITI": "HT", "HONDURAS": "HN", "JAMAICA": "JM", "MEXICO": "MX", "NICARAGUA": "NI", "PANAMA": "PA", "PARAGUAY": "PY",
    "PERU": "PE", "SPAIN": "ES", "SURINAME": "SR", "UNITED STATES": "US", "URUGUAY": "UY", "VENEZUELA": "VE",
}  # fmt: skip


class Template(Struct, frozen=True):
    """One incident of the answer key.

    perpetrators, targets: of each that is named, its alternatives. places: names below the country. country: ISO 3166 alpha-2.
    days: first and last day on which it may have happened, None where the key does not tell.
    killed: how many died, as fewest and most; None where the key tells of no death or no number.
    """

    kind: str
    threatened: bool
    perpetrators: tuple[tuple[str, ...], ...]
    targets: tuple[tuple[str, ...], ...]
    places: tuple[str, ...]
    country: str | None
    days: tuple[date, date] | None
    killed: tuple[int, int] | None

    @staticmethod
    def names_one(wanted: Iterable[Sequence[str]], given: Sequence[str]) -> bool | None:
        """Whether any phrase given has the head of any alternative, or the other way round; None for none given."""
        if not given:
            return None
        heads = {head for alternatives in wanted for phrase in alternatives for head in heads_of(phrase)}
        return any(not heads.isdisjoint(heads_of(phrase.upper())) for phrase in given)

    def is_at(self, places: Sequence[str]) -> bool | None:
        """Whether one of the places below the country is named; None where no place is given."""
        if not places:
            return None
        wanted = [set(WORD.findall(place)) for place in self.places]
        given = [set(WORD.findall(place.upper())) for place in places]
        return any(one <= other or other <= one for one in wanted for other in given)

    def is_on(self, days: Sequence[str]) -> bool | None:
        """Whether a day or interval (EDTF) given falls within the days; None where none is given that can be compared."""
        found = [span for day in days if (span := interval(day)) is not None]
        if not found or self.days is None:
            return None
        first, last = self.days
        return any(start <= last and first <= end and (end - start).days <= 31 for start, end in found)

    def has_killed(self, killed: Sequence[Sequence[int | None]]) -> bool | None:
        """Whether a number of dead that is given fits; None where none is."""
        if not killed or self.killed is None:
            return None
        fewest, most = self.killed
        return any((low or 0) <= most and (high is None or high >= fewest) for low, high in killed)


def heads_of(phrase: str) -> set[str]:
    """The words of a phrase that tell who it is: the last before a preposition, as singular, and an acronym in brackets."""
    found: set[str] = set()
    for part in re.split(r"[\[\](),/]| AND ", phrase.upper()):
        words = [word for word in WORD.findall(PREPOSITIONS.split(part.strip())[0]) if word not in EMPTY]
        if not words:
            words = [word for word in WORD.findall(part) if word not in EMPTY][-1:]
        found.update(_singular(word) for word in words[-1:])
    return found


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("S") and not word.endswith("SS") else word


def templates_of(record: dict[str, Any]) -> list[Template]:
    """The templates of a message that are not optional."""
    return [_template(one) for one in record["templates"] if "OPTIONAL" not in one["MESSAGE: TEMPLATE"][0]]


def _template(slots: dict[str, list[str]]) -> Template:
    location = slots.get("INCIDENT: LOCATION", [""])[0].split(":")
    names = [name.strip() for part in location[1:] for name in KIND.sub("", part).split(" - ")]
    return Template(
        kind=slots["INCIDENT: TYPE"][0],
        threatened="THREATENED" in slots["INCIDENT: STAGE OF EXECUTION"][0],
        perpetrators=_phrases(slots, "PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID"),
        targets=(*_people(slots), *_phrases(slots, "HUM TGT: DESCRIPTION", "PHYS TGT: ID")),
        places=tuple(name for name in names if name),
        country=COUNTRIES.get(KIND.sub("", location[0]).split(" - ")[0].strip()),
        days=_days(slots.get("INCIDENT: DATE", [""])[0]),
        killed=_killed(slots),
    )


def _phrases(slots: dict[str, list[str]], *names: str) -> tuple[tuple[str, ...], ...]:
    values = [value for name in names for value in slots.get(name, ())]
    return tuple(tuple(QUOTED.findall(value)) for value in values if QUOTED.search(value))


def _people(slots: dict[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """The names of human targets, each word of some length being an alternative: of two surnames either may be used."""
    for names in _phrases(slots, "HUM TGT: NAME"):
        yield tuple(dict.fromkeys([*names, *(word for name in names for word in WORD.findall(name) if len(word) > 3)]))


def _days(value: str) -> tuple[date, date] | None:
    """The days of "30 DEC 89" and "(05 JAN 89 - 07 FEB 89)"; None for "- 20 MAY 88", which tells only a latest one."""
    if not value or value.strip().startswith("-"):
        return None
    found = [_day(match) for match in DAY.finditer(value)]
    return (min(found), max(found)) if found else None


def _day(match: re.Match[str]) -> date:
    return date(1900 + int(match[3]), MONTHS[match[2]], int(match[1]))


def _killed(slots: dict[str, list[str]]) -> tuple[int, int] | None:
    """The number of human targets for which the key says DEATH; None for none, or where one has no number."""
    dead = [
        set(QUOTED.findall(value))
        for value in slots.get("HUM TGT: EFFECT OF INCIDENT", ())
        if value.startswith("DEATH")
    ]
    fewest = most = 0
    for names in dead:
        numbers = [value for value in slots.get("HUM TGT: NUMBER", ()) if names & set(QUOTED.findall(value))]
        count = re.match(r"~?(\d+)", numbers[0]) if numbers else None
        if count is None:
            return None
        fewest, most = fewest + int(count[1]), most + int(count[1])
    return (fewest, most) if dead else None


def interval(edtf: str) -> tuple[date, date] | None:
    """The first and last day of an EDTF day, month, year or interval; None for anything else."""
    first, _, last = edtf.partition("/")
    start, end = _bounds(first), _bounds(last or first)
    return None if start is None or end is None else (start[0], end[1])


def _bounds(value: str) -> tuple[date, date] | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?[~?%]?", value)
    if match is None or match[2] not in (None, *(f"{month:02}" for month in range(1, 13))):
        return None
    year, month, day = int(match[1]), match[2], match[3]
    if day:
        return date(year, int(month), int(day)), date(year, int(month), int(day))
    first = date(year, int(month or 1), 1)
    after = date(year + 1, 1, 1) if not month or month == "12" else date(year, int(month) + 1, 1)
    return first, after - timedelta(days=1)
