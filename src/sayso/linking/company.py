"""Company: what all the chances of a story say of two of its mentions, for a second look.

Two mentions that are likely the same as the same others are likely the same; one that has a likelier partner in the other's
document is not. A mention that is told everywhere links more readily than one that stands alone.
"""

from typing import Final, TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Doubles: TypeAlias = NDArray[np.float64]

# Go-betweens are looked for among so many of a mention's likeliest partners.
PARTNERS: Final = 8
# Chances are kept this far from 0 and 1 where odds are taken.
EDGE: Final = 1e-4
CROWD: Final = 10.0


class Company(Struct, frozen=True):
    """The chances of a story, and what is read off each row of them.

    chances: (mentions, mentions), 1 with itself. rows: the chances scaled to length 1. best, sums: the highest chance with any
    other, and the sum of them. partners: each mention's likeliest others, (mentions, at most PARTNERS).
    document: the document of each mention. rivals: for each mention the highest chance with any in the document of another,
    that other left out; (mentions, mentions).
    """

    chances: Doubles
    rows: Doubles
    best: Doubles
    sums: Doubles
    partners: NDArray[np.int64]
    document: NDArray[np.int64]
    rivals: Doubles


def company_of(chances: Doubles, document: NDArray[np.int64]) -> Company:
    """What the rows of a story's chances show."""
    others = chances.copy()
    np.fill_diagonal(others, 0.0)
    partners = np.argsort(-others, axis=1, kind="stable")[:, :PARTNERS]
    return Company(
        chances=chances,
        rows=chances / np.sqrt((chances**2).sum(axis=1))[:, None],
        best=others.max(axis=1),
        sums=others.sum(axis=1),
        partners=partners,
        document=document,
        rivals=_rivals(others, document),
    )


def _rivals(others: Doubles, document: NDArray[np.int64]) -> Doubles:
    """[i, j]: the highest chance of i with a mention of j's document, other than j itself."""
    found = np.zeros_like(others)
    for one in np.unique(document):
        columns = np.flatnonzero(document == one)
        if len(columns) > 1:
            inside = others[:, columns]
            first = inside.argmax(axis=1)
            ordered = np.sort(inside, axis=1)
            found[:, columns] = ordered[:, -1:]
            found[np.arange(len(others)), columns[first]] = ordered[:, -2]
    return found


def look_again(company: Company, start: int, end: int) -> dict[str, Floats]:
    """Features of the mentions from start to end beside all of the story, each (end - start, mentions), by name."""
    rows = slice(start, end)
    chances = company.chances[rows]
    edged = np.clip(chances, EDGE, 1 - EDGE)
    alike = company.rows[rows] @ company.rows.T
    same = company.document[rows, None] == company.document[None, :]
    rival = company.rivals[rows], company.rivals[:, rows].T
    likelier = np.maximum(*rival)
    crowd = np.tanh(company.sums / CROWD)
    found = {
        "odds": np.log(edged / (1 - edged)),
        "chance": chances,
        "company": alike,
        "go-between": _between(company, rows),
        "best low": np.minimum(company.best[rows, None], company.best[None, :]),
        "best high": np.maximum(company.best[rows, None], company.best[None, :]),
        "crowd low": np.minimum(crowd[rows, None], crowd[None, :]),
        "crowd high": np.maximum(crowd[rows, None], crowd[None, :]),
        "rival high": likelier,
        "rival low": np.minimum(*rival),
        "over rival": chances - likelier,
        "chance, company": chances * alike,
        "same document, company": same * alike,
    }
    return {name: values.astype(np.float32) for name, values in found.items()}


def _between(company: Company, rows: slice) -> Doubles:
    """The chance by way of the best third mention: the lower of its chances with the two."""
    chances, partners = company.chances, company.partners
    size = len(chances)
    places = np.arange(size)
    found = np.zeros((rows.stop - rows.start, size))
    for rank in range(partners.shape[1]):
        third = partners[rows, rank]
        by = np.minimum(chances[np.arange(rows.start, rows.stop), third][:, None], chances[third])
        by[third[:, None] == places[None, :]] = 0.0
        np.maximum(found, by, out=found)
        third = partners[:, rank]
        by = np.minimum(chances[places, third][None, :], chances[third][:, rows].T)
        by[third[None, :] == np.arange(rows.start, rows.stop)[:, None]] = 0.0
        np.maximum(found, by, out=found)
    return found
