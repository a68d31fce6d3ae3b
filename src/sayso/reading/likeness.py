"""Likeness: how much two texts have in common, word run by word run, whatever stands around the report."""

import hashlib
import re
import struct
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec import Struct

from sayso.model import Document

if TYPE_CHECKING:
    from datasketch import MinHash

WORD: Final = re.compile(r"\w+")
# A shingle is this many words in a row: fewer are common to any two reports of a war, more break at every edit.
RUN: Final = 5
# 128 permutations in 32 bands of 4: two texts that share half of their shingles fall into a common band with a
# probability of 0.87, a fifth of them 0.05 (1 - (1 - s^4)^32).
PERMUTATIONS: Final = 128
BANDS: Final = 32
ROWS: Final = PERMUTATIONS // BANDS
SEED: Final = 1
# Texts with fewer shingles are alike for no reason.
FEWEST: Final = 20
# Signatures that let expect less than this in common are not looked into: a short text in a long one may still be whole.
ALMOST: Final = 0.1


class Signature(Struct, frozen=True):
    """A text's MinHash signature as bytes (128 numbers of 32 bits, little-endian), and its keys, one a band (64 bits, signed)."""

    data: bytes
    bands: tuple[int, ...]


class Likeness(Struct, frozen=True):
    """How alike two texts are. jaccard: share of common shingles among all; contained: among those of the shorter text."""

    jaccard: float
    contained: float


def shingles_of(document: Document) -> frozenset[str]:
    """The runs of five words of a report, without its dateline and what is no part of it; without case and punctuation."""
    text = document.text
    cut = sorted([left.span for left in document.left_out] + ([document.dateline.span] if document.dateline else []))
    kept: list[str] = []
    at = 0
    for span in cut:
        if span.start > at:
            kept.append(text[at : span.start])
        at = max(at, span.end)
    kept.append(text[at:])
    words = WORD.findall(" ".join(kept).casefold())
    return frozenset(" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def signature_of(shingles: Iterable[str]) -> Signature | None:
    """The signature of a text's shingles; None where they are too few."""
    found = sorted(shingles)
    if len(found) < FEWEST:
        return None
    hashes = _blank().copy()
    hashes.update_batch([shingle.encode() for shingle in found])
    values = np.asarray(hashes.hashvalues, dtype="<u4")
    data = values.tobytes()
    return Signature(data, tuple(_key(band, data[4 * ROWS * band : 4 * ROWS * (band + 1)]) for band in range(BANDS)))


def estimated(one: bytes, other: bytes) -> float:
    """The share of common shingles that two signatures let expect (standard error 0.045 at one half)."""
    left, right = (np.frombuffer(data, dtype="<u4") for data in (one, other))
    return float(np.mean(left == right)) if len(left) == len(right) == PERMUTATIONS else 0.0


def likeness(one: frozenset[str], other: frozenset[str]) -> Likeness:
    """How alike two texts are, counted exactly over their shingles."""
    common, fewer = len(one & other), min(len(one), len(other))
    return Likeness(common / len(one | other) if one or other else 0.0, common / fewer if fewer else 0.0)


@cache
def _blank() -> "MinHash":
    """A MinHash of nothing; the scheme is named, so that kept signatures stay comparable."""
    from datasketch import MinHash  # noqa: PLC0415  # only where texts are compared

    return MinHash(num_perm=PERMUTATIONS, seed=SEED, scheme="affine32")


def _key(band: int, rows: bytes) -> int:
    digest = hashlib.blake2b(bytes([band]) + rows, digest_size=8).digest()
    return int(struct.unpack("<q", digest)[0])
