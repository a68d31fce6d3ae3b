"""An incident as its page shows it: the matrix of accounts, the chronology, the places."""

from collections.abc import Sequence

from msgspec import Struct

from sayso.ledger import ClaimRecord, PlaceRecord, stretch_of
from sayso.linking.accounts import FIELDS, Account, Cell
from sayso.running.incident import Incident, Said


class MatrixCell(Struct, frozen=True):
    """What an account says of a field. claim, document, start, end: where its words stand; claims: all that tell it.

    before: what the same holder said earlier, where that was something else.
    """

    value: str | None
    reading: str
    claim: str | None = None
    document: str | None = None
    quote: str = ""
    start: int | None = None
    end: int | None = None
    claims: tuple[str, ...] = ()
    before: str | None = None


class MatrixAccount(Struct, frozen=True):
    """What one holder says in the documents of an origin. holder: null for the article's own voice."""

    id: str
    holder: str | None
    documents: tuple[str, ...]
    cells: dict[str, MatrixCell]


class MatrixOrigin(Struct, frozen=True):
    """An independent source. publishers: the outlets that print or quote it."""

    id: str
    label: str
    documents: int
    publishers: tuple[str, ...]
    accounts: tuple[MatrixAccount, ...]


class Matrix(Struct, frozen=True):
    """Accounts side by side, in groups of independent origins, the earliest first."""

    fields: tuple[str, ...]
    origins: tuple[MatrixOrigin, ...]


class Lane(Struct, frozen=True):
    """A claim on the two lanes of the chronology. happened: EDTF of the event; said: day of publication; null where unknown."""

    claim: str
    happened: str | None
    said: str | None
    holder: str
    factuality: str
    words: str
    document: str


class PlaceOfClaims(Struct, frozen=True):
    """A place, and the ids of the incident's claims that are put there."""

    place: PlaceRecord
    claims: tuple[str, ...]


class Grade(Struct, frozen=True):
    """What the claims amount to: a civilian-harm grade, computed, with its reasons and the claims that it rests on."""

    grade: str
    reasons: tuple[str, ...]
    claims: tuple[str, ...]


def matrix_of(found: Incident, records: Sequence[ClaimRecord]) -> Matrix:
    """The matrix of an incident. records: its claims."""
    known = {one.id: one for one in records}
    return Matrix(FIELDS, tuple(_origin(account, known) for account in found.accounts))


def _origin(account: Account, known: dict[str, ClaimRecord]) -> MatrixOrigin:
    origin = account.origin
    cells: dict[str, MatrixCell] = {cell.field: _cell(cell, known) for cell in account.cells}
    only = MatrixAccount(origin.id, None if origin.voice else origin.name, origin.documents, cells)
    return MatrixOrigin(origin.id, origin.words, len(origin.documents), origin.publishers, (only,))


def _cell(cell: Cell, known: dict[str, ClaimRecord]) -> MatrixCell:
    first = known.get(cell.claims[0]) if cell.claims else None
    if first is None:
        return MatrixCell(cell.value, cell.reading)
    span = stretch_of(first.claim)
    return MatrixCell(
        cell.value, cell.reading, first.id, first.document, cell.words, span.start, span.end, cell.claims, cell.before
    )


def lanes_of(chronology: Sequence[Said]) -> tuple[Lane, ...]:
    """The chronology, in the order in which it was published."""
    return tuple(
        Lane(one.claim, one.happened, one.published, one.who, one.factuality, one.words, one.document)
        for one in chronology
    )


def places_of(records: Sequence[ClaimRecord]) -> tuple[PlaceOfClaims, ...]:
    """The places of an incident's claims, those of most claims first."""
    found: dict[str, tuple[PlaceRecord, list[str]]] = {}
    for record in records:
        for place in (record.place, *record.places):
            if place is not None:
                found.setdefault(place.id, (place, []))[1].append(record.id)
    ordered = sorted(found.values(), key=lambda one: (-len(one[1]), one[0].place.name))
    return tuple(PlaceOfClaims(place, tuple(dict.fromkeys(claims))) for place, claims in ordered)
