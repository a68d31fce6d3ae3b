"""An evidence bundle (BagIt 1.0, RFC 8493): incidents with their documents, claims, judgements and the custody log."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

from sayso.errors import LedgerError, in_words
from sayso.ledger.canon import lean
from sayso.ledger.filters import ClaimFilter
from sayso.ledger.lines import attribution_line, claim_line
from sayso.ledger.records import AttributionRecord, ClaimRecord
from sayso.ledger.reviewing.labels import LabelFilter

if TYPE_CHECKING:
    from sayso.ledger.store import Store

DECLARATION: Final = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class Bundled(Struct, frozen=True):
    """What was put into a bundle; digest: SHA-256 of its manifest, which stands for all of it."""

    path: str
    incidents: int
    documents: int
    claims: int
    files: int
    digest: str


def bundle(store: "Store", incidents: Sequence[str], target: Path, *, texts: bool, day: str) -> Bundled:
    """Write the bundle of incidents (ids) into a new folder.

    texts: with the whole texts and the original bytes; else with quotations and hashes alone.
    Raises NotInLedger for an incident that is not there, LedgerError where the folder exists already.
    """
    records = [store.incident(one) for one in incidents]
    ids = list(dict.fromkeys(record.id for record in records))
    try:
        target.mkdir(parents=True)
    except FileExistsError as error:
        raise LedgerError(str(target), "there is something of that name already", "name a new folder") from error
    except OSError as error:
        raise LedgerError(str(target), f"the folder cannot be made: {in_words(error)}") from error
    claims = list(store.claims(ClaimFilter(incidents=tuple(ids))))
    documents = list(dict.fromkeys(claim.document for claim in claims))
    bag = _Bag(target)
    bag.lines("ledger/incidents.jsonl", (lean(record) for record in records))
    standing = store.standing_labels()
    bag.lines("ledger/claims.jsonl", (claim_line(claim, standing.get(claim.id, ())) for claim in claims))
    bag.lines("ledger/attributions.jsonl", (attribution_line(one) for one in _attributions(claims)))
    bag.lines("ledger/disputes.jsonl", store.disputes([claim.id for claim in claims]))
    bag.lines("ledger/documents.jsonl", (store.document(one) for one in documents))
    bag.lines("ledger/judgements.jsonl", (one for id_ in ids for one in store.judgements(incident=id_)))
    if claims:
        bag.lines("ledger/labels.jsonl", store.labels(LabelFilter(claims=tuple(claim.id for claim in claims))))
    bag.lines("custody/log.jsonl", store.log())
    if texts:
        _texts(store, bag, documents)
    info = {
        "Source-Organization": "sayso",
        "Bagging-Date": day,
        "External-Description": f"{len(ids)} incidents, {len(claims)} claims, {len(documents)} documents",
        "Internal-Sender-Identifier": store.seal(),
        "Payload-Oxum": f"{bag.size}.{len(bag.sums)}",
    }
    digest = bag.close(info)
    return Bundled(str(target), len(ids), len(documents), len(claims), len(bag.sums), digest)


def _attributions(claims: Iterable[ClaimRecord]) -> Iterator[AttributionRecord]:
    seen = set()
    for claim in claims:
        for one in (claim.holder, *claim.chain):
            if one is not None and one.id not in seen:
                seen.add(one.id)
                yield one


def _texts(store: "Store", bag: "_Bag", documents: Iterable[str]) -> None:
    for document in documents:
        bag.write(f"texts/{document}.txt", store.text(document).encode("utf-8", "surrogatepass"))
        for appearance in store.document(document).appearances:
            kept = None if appearance.bytes_hash is None else store.original(appearance.bytes_hash)
            if kept is not None:
                bag.write(f"originals/{appearance.bytes_hash}", kept)


class _Bag:
    """A bag that is being filled."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.sums: dict[str, str] = {}
        self.size = 0

    def write(self, name: str, content: bytes) -> None:
        """Put a file into the payload; a name once."""
        path = f"data/{name}"
        if path not in self.sums:
            self.sums[path] = self._put(path, content)
            self.size += len(content)

    def lines(self, name: str, nouns: Iterable[object]) -> None:
        """Put nouns into the payload, a line of JSON each."""
        self.write(name, b"".join(msgspec.json.encode(noun) + b"\n" for noun in nouns))

    def close(self, info: dict[str, str]) -> str:
        """Write the tag files; returns the SHA-256 of the manifest."""
        manifest = "".join(f"{digest}  {path}\n" for path, digest in sorted(self.sums.items()))
        tags = {
            "bagit.txt": DECLARATION,
            "bag-info.txt": "".join(f"{name}: {value}\n" for name, value in info.items()),
            "manifest-sha256.txt": manifest,
        }
        sums = {name: self._put(name, content.encode()) for name, content in tags.items()}
        self._put(
            "tagmanifest-sha256.txt", "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())).encode()
        )
        return sums["manifest-sha256.txt"]

    def _put(self, path: str, content: bytes) -> str:
        target = self.target / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        return hashlib.sha256(content).hexdigest()
