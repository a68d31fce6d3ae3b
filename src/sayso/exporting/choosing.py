"""Choosing: which claims of which documents go into an export, and which an embargo withholds."""

from msgspec import Struct

from sayso.exporting.embargo import Embargo
from sayso.ledger import ClaimFilter, Page, Store


class ClaimsOf(Struct):
    """The chosen claims of one document: their ids and incidents by local id; the run that read them; the document's root."""

    run: str
    ids: dict[str, str] = {}
    incidents: dict[str, str] = {}
    origin: str | None = None


class Chosen(Struct):
    """What was chosen, by document in the order of publication; the ids of the claims that are withheld, and of how many documents."""

    documents: dict[str, ClaimsOf] = {}
    withheld: set[str] = set()
    withheld_documents: int = 0
    undated_documents: int = 0


def choose_claims(store: Store, asked: ClaimFilter, embargo: Embargo | None) -> Chosen:
    """The claims that fit, the earliest published first, without those of documents under an embargo."""
    chosen = Chosen()
    held: dict[str, bool] = {}
    for record in store.claims(asked, order="published", page=Page(descending=False)):
        if embargo is not None and not embargo.frees(record.published):
            chosen.withheld.add(record.id)
            held[record.document] = record.published is None
            continue
        found = chosen.documents.get(record.document)
        if found is None:
            found = chosen.documents[record.document] = ClaimsOf(record.run)
        if found.run != record.run:  # of several readings, the first that was met
            continue
        found.ids[record.claim.id] = record.id
        if record.incident is not None:
            found.incidents[record.claim.id] = record.incident
    chosen.withheld_documents = len(held)
    chosen.undated_documents = sum(held.values())
    _find_origins(store, chosen)
    return chosen


def _find_origins(store: Store, chosen: Chosen) -> None:
    for document, claims in chosen.documents.items():
        claims.origin = store.document(document).origin
