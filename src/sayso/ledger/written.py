"""What a Ledger noun is called: the ids of everything in it, which hang on the words alone and on no local id."""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from sayso.ledger.canon import content_id, dumps, encoded, lean
from sayso.ledger.folding import fold
from sayso.ledger.nouns import Appearance
from sayso.model import Actor, Attribution, Claim, ClaimPlace, Document, Ledger, Place, Run

Row: TypeAlias = dict[str, Any]


def plain(text: str | None) -> str | None:
    """The text as every database takes it: NUL and halves of surrogate pairs become U+FFFD. The noun keeps them."""
    if text is None or (text.isprintable() and text.isascii()):
        return text
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def run_id(run: Run) -> str:
    """The ledger's id of a run."""
    return content_id("run", run)


def given_of(document: Document) -> list[str | None]:
    """What was given beside the text and changes its reading: the same before the reading and after it."""
    published = document.published
    given = published.how == "given" or (published.how == "read" and not published.evidence)
    return [published.edtf if given else None, document.title]


def reading_id(document: Document, run: Run) -> str:
    """The ledger's id of the reading of a document by a run."""
    return content_id("reading", document.id, run_id(run), given_of(document))


def appearance_of(document: Document) -> Appearance:
    """The appearance that a Document itself tells of."""
    return Appearance(
        doc=document.doc,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        published=given_of(document)[0],
        bytes_hash=document.bytes_hash,
    )


def actor_identity(actor: Actor) -> tuple[str, Row]:
    """The id of an actor across documents, and its columns."""
    code = actor.registry or actor.id
    columns = {
        "code": plain(code),
        "kind": actor.kind,
        "country": actor.country,
        "sector": actor.sector,
        "registry": actor.registry,
    }
    return content_id("actor", code, actor.kind, actor.country, actor.sector, actor.registry), columns


def place_identity(place: Place) -> tuple[str, Row]:
    """The id of a place, and its columns."""
    return content_id("place", place), {
        "name": plain(place.name),
        "folded": fold(place.name),
        "kind": place.kind,
        "precision": place.precision,
        "geonameid": place.geonameid,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "admin1": plain(place.admin1),
        "noun": dumps(place),
    }


UNHASHED: Final = frozenset({"id", "incident", "confidence", "because", "codes"})
"""Fields of a claim, its event or an attribution that do not tell it apart: local ids, sureness, and what follows."""


class Written:
    """A Ledger noun with what its nouns refer to written out, so that their ids do not hang on local ids."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.document = ledger.document
        self.actors = {actor.id: actor_identity(actor)[0] for actor in ledger.cast.actors}
        self.places = {one.id: place_identity(one.place)[0] for one in ledger.places if one.place is not None}
        self.toponyms = {one.id: one for one in ledger.places}
        self.attributions: dict[str, str] = {}
        self._nouns = {one.id: one for one in ledger.attributions}
        self._lean_attributions = {one.id: lean(one) for one in ledger.attributions}
        self._lean_claims = {one.id: lean(one) for one in ledger.claims}
        self.nouns: dict[str, list[str]] = {
            "document": [dumps(bare(ledger.document))],
            "run": [dumps(ledger.run)],
            "actors": [dumps(one) for one in ledger.cast.actors],
            "mentions": [dumps(ledger.cast.mentions)],
            "places": [dumps(one) for one in ledger.places],
            "times": [dumps(one) for one in ledger.times],
            "attributions": [encoded(self._lean_attributions[one.id]).decode() for one in ledger.attributions],
            "claims": [encoded(self._lean_claims[one.id]).decode() for one in ledger.claims],
            "disputes": [dumps(one) for one in ledger.disputes],
        }
        for one in ledger.attributions:
            self._attribution_id(one, ())
        seen: dict[str, int] = {}
        self.claims: dict[str, str] = {}
        for claim in ledger.claims:
            meaning = self._meaning(claim)
            first = content_id("claim", self.document.id, meaning)
            seen[first] = seen.get(first, 0) + 1
            self.claims[claim.id] = (
                first if seen[first] == 1 else content_id("claim", self.document.id, meaning, seen[first])
            )

    def holder(self, claim: Claim) -> Attribution | None:
        """The attribution of the one who holds a claim; None for the article's own voice."""
        return None if claim.holder is None else self._nouns.get(claim.holder)

    def _attribution_id(self, one: Attribution, inside: tuple[str, ...]) -> str:
        if one.id not in self.attributions:
            parent = None if one.parent is None or one.parent in inside else self._nouns.get(one.parent)
            kept = self._lean_attributions[one.id]
            fields = {name: value for name, value in kept.items() if name not in UNHASHED}
            fields["source_actor"] = self._actor(one.source_actor)
            fields["parent"] = None if parent is None else self._attribution_id(parent, (*inside, one.id))
            if one.said is not None:
                fields["said"] = [one.said.edtf, self._place(one.said.place)]
            self.attributions[one.id] = content_id("attribution", self.document.id, fields)
        return self.attributions[one.id]

    def _meaning(self, claim: Claim) -> Row:
        kept = self._lean_claims[claim.id]
        fields: Row = {name: value for name, value in kept.items() if name not in UNHASHED}
        fields["event"] = {name: value for name, value in kept["event"].items() if name not in UNHASHED}
        fields["holder"] = None if claim.holder is None else self.attributions.get(claim.holder, claim.holder)
        for name in ("agent_actor", "patient_actor"):
            fields[name] = [self._actor(one) for one in getattr(claim, name)]
        fields["place"] = None if claim.place is None else self._claim_place(claim.place)
        fields["places"] = [self._claim_place(place) for place in claim.places]
        return fields

    def _claim_place(self, where: ClaimPlace) -> list[Any]:
        return [lean(where.span), self._place(where.place)]

    def _actor(self, local: str | None) -> str | None:
        return None if local is None else self.actors.get(local, local)

    def _place(self, local: str | None) -> Any:
        if local is None:
            return None
        if local in self.places:
            return self.places[local]
        toponym = self.toponyms.get(local)
        return local if toponym is None else [toponym.name, lean(toponym.span)]

    def first_claims(self) -> Iterator[tuple[str, list[Claim]]]:
        """The reading's incidents: the id that each has when it is new, and its claims.

        A claim that the reading puts into none is one by itself.
        """
        groups: dict[str, list[Claim]] = {}
        for claim in self.ledger.claims:
            groups.setdefault(claim.incident if claim.incident is not None else f"\0{claim.id}", []).append(claim)
        for group in groups.values():
            yield content_id("incident", min(self.claims[claim.id] for claim in group)), group


def bare(document: Document) -> Document:
    """The document without its text."""
    return Document(**{name: getattr(document, name) for name in document.__struct_fields__ if name != "text"}, text="")


def digest_of(written: Written) -> str:
    """SHA-256 (hex) over the nouns of a reading."""
    return content_id("nouns", [[kind, *nouns] for kind, nouns in written.nouns.items()])
