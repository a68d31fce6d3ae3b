"""Tables: the registry's own files read into nouns. Tab-separated, one row an entry, "#" starts a note.

A name may carry a mark: "=" for an acronym that counts only in its capitals, "~" for a weak one (common words,
a surname), both written before it. Years are "first..last", either side may be missing.
"""

import re
from collections.abc import Iterator
from importlib.resources import files

from sayso.errors import BadResource, MissingResource
from sayso.resources.actors.entries import Active, Body, Entry, Role, Tenure
from sayso.resources.actors.spelling import plain

STATE_COLUMNS = ["id", "iso2", "region", "wikidata", "names", "adjectives", "people", "capital", "active"]
ENTRY_COLUMNS = ["id", "kind", "sector", "country", "part_of", "members", "active", "wikidata", "names"]
PERSON_COLUMNS = ["country", "wikidata", "names", "offices"]
ROLE_COLUMNS = ["singular", "plural", "kind", "sector", "denotes", "marks"]
SEAT_COLUMNS = ["seat", "of"]
SAME_COLUMNS = ["body", "entry"]
BODY_COLUMNS = ["id", "kind", "sector", "names"]
ALWAYS: Active = (None, None)
_WORD = re.compile(r"[^\W_]+")
# Endings of adjectives whose people are called the same, with an s for several of them
REGULAR = ("an", "i", "o", "ek", "ech", "ine", "ene", "ot", "in", "ajik", "zakh", "ovar", "lovak")


def rows(name: str, columns: list[str]) -> Iterator[list[str]]:
    """The rows of one of the registry's files, each with exactly the columns given.

    Raises MissingResource, and BadResource naming the line whose columns are not those.
    """
    try:
        text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise MissingResource(name, "is not installed; reinstall sayso") from error
    header, width = False, len(columns)
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        if not header:
            if cells != columns:
                raise BadResource(f"{name}, line {number}", f"columns must be {columns}, found {cells}")
            header = True
        elif len(cells) != width:
            raise BadResource(f"{name}, line {number}", f"{len(cells)} columns where {width} are wanted")
        else:
            yield cells


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that lists them between bars."""
    return tuple(cell.split("|")) if cell else ()


def years(cell: str, where: str = "") -> Active:
    """First and last year of "1990..2004", "2004..", "..1991" or "1999"; raises BadResource for anything else."""
    if not cell:
        return ALWAYS
    first, dots, last = cell.partition("..")
    try:
        start = int(first) if first else None
        return (start, int(last) if last else None) if dots else (start, start)
    except ValueError as error:
        raise BadResource(where or cell, f"not years: {cell!r} (write 1990..2004, 2004.. or ..1991)") from error


def states(name: str) -> Iterator[Entry]:
    """The states of a file; a row whose id is a slug of a region below a state becomes an entry of kind "other"."""
    for cells in rows(name, STATE_COLUMNS):
        id_, iso2, region, wikidata, names, adjectives, people, capital, active = cells
        yield Entry(
            id=id_,
            kind="state" if name == "states.tsv" else "other",
            names=several(names),
            country=iso2 or None,
            sector="GOV" if name == "states.tsv" else None,
            active=years(active, f"{name}, {id_}"),
            adjectives=several(adjectives),
            people=people_of(several(adjectives), several(people)),
            capital=several(capital),
            region=region,
            wikidata=wikidata or None,
        )


def people_of(adjectives: tuple[str, ...], listed: tuple[str, ...]) -> tuple[str, ...]:
    """The words for people that are listed, and the regular ones of adjectives: Syrian, Syrians; Iraqi, Iraqis."""
    found = list(listed)
    for adjective in adjectives:
        if adjective.endswith(REGULAR):
            found += (adjective, adjective + "s")
        elif adjective.endswith("ese"):
            found.append(adjective)
    return tuple(dict.fromkeys(found))


def organisations(name: str) -> Iterator[Entry]:
    """The entries of a file of organisations and groups."""
    for id_, kind, sector, country, part_of, members, active, wikidata, names in rows(name, ENTRY_COLUMNS):
        yield Entry(
            id=id_,
            kind=kind,  # type: ignore[arg-type]  # the tests check every kind of our own files against ActorKind
            names=several(names),
            country=country or None,
            sector=sector or None,
            part_of=part_of or None,
            members=several(members),
            active=years(active, f"{name}, {id_}") if active else ALWAYS,
            wikidata=wikidata or None,
        )


def people(name: str) -> Iterator[tuple[Entry, tuple[Tenure, ...]]]:
    """The persons of a file with their offices, written "role of years": "foreign minister RUS 2004.."."""
    for country, wikidata, names, offices in rows(name, PERSON_COLUMNS):
        listed = several(names)
        id_ = slug(listed[0])
        tenures = tuple(tenure(id_, office, f"{name}, {listed[0]}") for office in several(offices))
        entry = Entry(
            id=id_,
            kind="person",
            names=listed,
            country=country or None,
            part_of=tenures[-1].of if tenures else None,
            wikidata=wikidata or None,
        )
        yield entry, tenures


def tenure(person: str, office: str, where: str) -> Tenure:
    """The office written "role of years"; raises BadResource where it is not."""
    words = office.split()
    if len(words) < 2:
        raise BadResource(where, f"not an office: {office!r} (write: foreign minister RUS 2004..)")
    span = words.pop() if words[-1][0].isdigit() or words[-1].startswith("..") else ""
    first, last = years(span, where)
    return Tenure(person, " ".join(words[:-1]), words[-1], first, last)


def slug(name: str) -> str:
    """An id of a name: "LAVROV" of "Lavrov", "JEAN_CLAUDE_JUNCKER" of "Jean-Claude Juncker"."""
    return "_".join(_WORD.findall(plain(name).replace("'", ""))).upper()


def roles(name: str) -> Iterator[Role]:
    """The role words of a file, singular and plural each as a role of its own."""
    for singular, plural, kind, sector, denotes, marks in rows(name, ROLE_COLUMNS):
        office, speaks = "office" in marks, "speaks" in marks
        if singular:
            many = denotes in ("group", "force") and not plural and "one" not in marks
            yield Role(singular, singular, kind, sector or None, many, denotes, office, speaks)  # type: ignore[arg-type]  # as above
        if plural:
            yield Role(plural, singular or plural, kind, sector or None, True, denotes, office, speaks)  # type: ignore[arg-type]  # as above


def bodies(name: str) -> Iterator[Body]:
    """The bodies that every state has."""
    for suffix, kind, sector, names in rows(name, BODY_COLUMNS):
        yield Body(suffix, kind, sector or None, several(names))  # type: ignore[arg-type]  # as above


def seats(name: str) -> Iterator[tuple[str, str]]:
    """Buildings and streets that stand for whom they house: ("the Kremlin", "RUS_PRESIDENCY")."""
    return ((cells[0], cells[1]) for cells in rows(name, SEAT_COLUMNS))


def same(name: str) -> dict[str, str]:
    """Bodies by pattern that are entries under a name of their own: {"ISR_MIL": "IDF"}."""
    return {cells[0]: cells[1] for cells in rows(name, SAME_COLUMNS)}
