"""Choosing: which claims of which documents go into an export, and which an embargo withholds."""

from msgspec import Struct

from sayso.exporting.embargo import Embargo
from sayso.ledger import ClaimFilter, ClaimRecord, Page, Store


class ClaimsOf(Struct):
    """The chosen claims of one document: their ids, incidents and origins by local id, and the run that read them."""

    run: str
    ids: dict[str, str] = {}
    incidents: dict[str, str] = {}
    origins: dict[str, str] = {}


class Chosen(Struct):
    """What was chosen, by document in the order of publication.

    ids, withheld: of the claims that are chosen, and of those that fit but are withheld; of how many documents these are.
    """

    documents: dict[str, ClaimsOf] = {}
    ids: set[str] = set()
    withheld: set[str] = set()
    withheld_documents: int = 0
    undated_documents: int = 0


def choose_claims(store: Store, asked: ClaimFilter, embargo: Embargo | None) -> Chosen:
    """The claims that fit, the earliest published first, without those of documents under an embargo."""
    chosen = Chosen()
    held: dict[str, bool] = {}
    roots: dict[str, str] = {}
    for record in store.claims(asked, order="published", page=Page(descending=False)):
        if embargo is not None and not embargo.frees(record.published):
            chosen.withheld.add(record.id)
            held[record.document] = record.published is None
            continue
        found = chosen.documents.get(record.document)
        if found is None:
            roots[record.document] = store.document(record.document).origin or record.document
            found = chosen.documents[record.document] = ClaimsOf(record.run)
        if found.run != record.run:  # of several readings, the first that was met
            continue
        found.ids[record.claim.id] = record.id
        chosen.ids.add(record.id)
        found.origins[record.claim.id] = _origin(record, roots[record.document])
        if record.incident is not None:
            found.incidents[record.claim.id] = record.incident
    chosen.withheld_documents = len(held)
    chosen.undated_documents = sum(held.values())
    return chosen


def _origin(record: ClaimRecord, root: str) -> str:
    """What makes two claims one source, as linking has it: who says so, whoever quotes it, or a text with all its copies."""
    holder = record.holder
    if holder is None:
        return f"voice:{root}"
    return holder.speaker.id if holder.speaker is not None else f"unresolved:{holder.id}"
