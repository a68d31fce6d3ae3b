"""Exporting: claims chosen from a ledger, guarded, aggregated if a policy is named, and written in one format."""

import hashlib
import io
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct

from sayso.errors import BadExport
from sayso.exporting.about import About
from sayso.exporting.aggregating import aggregate
from sayso.exporting.choosing import Chosen, ClaimsOf, choose_claims
from sayso.exporting.coarsening import Coarsening
from sayso.exporting.embargo import Embargo
from sayso.exporting.formats import Format
from sayso.exporting.gathering import Gathering, NameOf
from sayso.exporting.pseudonyms import Pseudonyms
from sayso.exporting.rows import Row
from sayso.ledger import ClaimFilter, DisputeRecord, Store
from sayso.linking.policies import Policy

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Asked(Struct, frozen=True, kw_only=True):
    """What an export is asked for.

    chosen: which claims. policy: how incidents are boiled down, None for one row a claim. texts: whole texts go along.
    embargo, coarsening, pseudonyms: the guards, where they are wanted. made: the time, ISO 8601 in UTC.
    """

    format: Format
    chosen: ClaimFilter
    made: str
    policy: Policy | None = None
    texts: bool = False
    embargo: Embargo | None = None
    coarsening: Coarsening | None = None
    pseudonyms: Pseudonyms | None = None

    def __post_init__(self) -> None:
        name = self.format.name
        if self.policy is not None and not self.format.aggregates:
            raise BadExport(f"{name} keeps every claim apart and cannot be aggregated; leave out --policy")
        if self.texts and not self.format.texts:
            raise BadExport(f"{name} has no place for whole texts; leave out --texts")
        if self.texts and (self.coarsening is not None or self.pseudonyms is not None):
            raise BadExport(
                "whole texts tell the places and names that --coarsen and --pseudonymise take out; leave out --texts"
            )
        if self.format.one and not (self.chosen.incidents or self.chosen.documents):
            raise BadExport(f"{name} tells one incident or one document; name it with --incident ID or --document ID")


class Change(Struct, frozen=True, omit_defaults=True):
    """One guard's part of the manifest: what was asked, and what it changed."""

    asked: str
    claims: tuple[str, ...] = ()
    documents: int | None = None
    withheld_claims: int | None = None
    undated_documents: int | None = None
    places: int | None = None
    names: int | None = None
    pseudonyms: tuple[str, ...] | None = None


class Manifest(Struct, frozen=True, omit_defaults=True):
    """What an export is and what was changed in it. It names no withheld document, no real name and no fine place."""

    file: str
    sha256: str
    format: str
    sayso: str
    made: str
    notes: str
    rows: int
    left_out: int
    policy: str | None = None
    embargo: Change | None = None
    coarsen: Change | None = None
    pseudonymise: Change | None = None


def about_of(store: Store, asked: Asked) -> About:
    """What the export says of itself."""
    guards = []
    if asked.embargo is not None:
        guards.append(f"documents published within {asked.embargo.hours} hours, or nobody knows when, are withheld")
    if asked.coarsening is not None:
        guards.append(
            f"places are no finer than {asked.coarsening.grain.words}, and their names are taken out of quotations"
        )
    if asked.pseudonyms is not None:
        guards.append("private persons have pseudonyms")
    path = store.path
    return About(
        sayso=version("sayso"),
        ledger=path.name if path is not None else "postgresql",
        made=asked.made,
        policy=None if asked.policy is None else asked.policy.words,
        chosen=tuple(_filters(asked.chosen)),
        guarded=tuple(guards),
        texts=asked.texts,
    )


def _filters(chosen: ClaimFilter) -> Iterator[str]:
    """The filters that are set, in words."""
    default = ClaimFilter()
    for name in chosen.__struct_fields__:
        value = getattr(chosen, name)
        if value != getattr(default, name):
            yield f"{name} {', '.join(value) if isinstance(value, tuple) else value}"


class Export:
    """One export of a ledger. `rows` are what is written; `write` writes them."""

    def __init__(self, store: Store, asked: Asked, registry_name: NameOf) -> None:
        self.store = store
        self.asked = asked
        self.registry_name = registry_name
        self.about = about_of(store, asked)
        self.chosen = Chosen()
        self.written = 0
        self.left_out = 0

    def rows(self) -> Iterator[Row]:
        """The rows to be written: chosen, guarded, boiled down under the policy, and fit for the format.

        They are chosen at once, so that a question that cannot be answered is refused before anything is written.
        """
        self.chosen = choose_claims(self.store, self.asked.chosen, self.asked.embargo)
        rows = self._guarded()
        return self._fitting(rows if self.asked.policy is None else aggregate(rows, self.asked.policy))

    def _fitting(self, rows: Iterable[Row]) -> Iterator[Row]:
        fits = self.asked.format.fits
        for row in rows:
            if fits is None or fits(row):
                self.written += 1
                yield row
            else:
                self.left_out += 1

    def _guarded(self) -> Iterator[Row]:
        coarsening, pseudonyms = self.asked.coarsening, self.asked.pseudonyms
        for document, claims in self.chosen.documents.items():
            ledger = self.store.ledger(document, claims.run)
            gathering = Gathering(
                ledger,
                self.registry_name,
                claim_ids=claims.ids,
                incident_ids=claims.incidents,
                disputes=self._disputes(claims),
                origins=claims.origins,
                texts=self.asked.texts,
            )
            rows = gathering.rows()
            if pseudonyms is not None:
                veil = pseudonyms.veil(ledger)
                rows = (pseudonyms.row(row, veil) for row in rows)
            if coarsening is not None:
                mask = coarsening.mask(ledger)
                rows = (coarsening.row(row, mask) for row in rows)
            yield from rows

    def _disputes(self, claims: ClaimsOf) -> list[DisputeRecord]:
        """The disputes of a document's claims; under an embargo those alone whose both claims are in the export."""
        found = self.store.disputes(list(claims.ids.values()))
        if self.asked.embargo is None:
            return list(found)
        return [one for one in found if {one.a, one.b} <= self.chosen.ids]

    def write(self, out: BinaryIO) -> str:
        """Write the export to a stream; returns its SHA-256 in hex."""
        hashing = _Hashing(out)
        with io.BufferedWriter(hashing) as buffered:
            self.asked.format.write(self.rows(), self.about, buffered)
        if self.asked.pseudonyms is not None:
            self.asked.pseudonyms.save()
        return hashing.found.hexdigest()

    def manifest(self, file: str, sha256: str) -> Manifest:
        """What was changed, once it was written."""
        asked = self.asked
        return Manifest(
            file=file, sha256=sha256, format=asked.format.name, sayso=version("sayso"), made=asked.made, notes=self.about.notes,
            rows=self.written, left_out=self.left_out, policy=self.about.policy,
            embargo=None if asked.embargo is None else Change(
                asked=f"{asked.embargo.hours}h",
                documents=self.chosen.withheld_documents,
                withheld_claims=len(self.chosen.withheld),
                undated_documents=self.chosen.undated_documents,
            ),
            coarsen=None if asked.coarsening is None else Change(
                asked=asked.coarsening.grain.words, claims=tuple(asked.coarsening.claims), places=asked.coarsening.places,
                names=asked.coarsening.names,
            ),
            pseudonymise=None if asked.pseudonyms is None else Change(
                asked="yes", claims=tuple(asked.pseudonyms.claims), names=asked.pseudonyms.names,
                pseudonyms=tuple(asked.pseudonyms.given),
            ),
        )  # fmt: skip


class _Hashing(io.RawIOBase):
    """Hands bytes on to a stream, which it leaves open, and hashes them on the way."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__()
        self.out = out
        self.found = hashlib.sha256()

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: "ReadableBuffer", /) -> int:
        """Hash and hand on."""
        piece = bytes(data)
        self.found.update(piece)
        self.out.write(piece)
        return len(piece)
