"""Ledger: everything read from one article; Problem: a failure kept as a value."""

from msgspec import Struct

from sayso.model.actor import Actor, Cast
from sayso.model.attribution import Attribution
from sayso.model.document import Document
from sayso.model.event import Claim, Dispute
from sayso.model.place import Toponym
from sayso.model.time import TimeExpression


class Run(Struct, frozen=True):
    """What produced a reading: version, the tagger's id and the digest of the settings (SHA-256, hex)."""

    sayso: str
    model: str
    settings: str


class Problem(Struct, frozen=True):
    """A failure kept as a value: what went wrong (cause), and in which file, line or stage (where)."""

    doc: str | None
    cause: str
    where: str


class Ledger(Struct, frozen=True):
    """The ledger of one article: who is reported to have done what, and on whose say-so."""

    document: Document
    run: Run
    cast: Cast = Cast()
    places: tuple[Toponym, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    def actor(self, name: str) -> Actor | None:
        """The actor with that id, or that the text calls by that name."""
        return self.cast.actor(name) or next((actor for actor in self.cast.actors if name in actor.names), None)

    def attribution(self, id: str | None) -> Attribution | None:  # noqa: A002  # the noun's own field name
        """The attribution with that local id; None for the article's own voice."""
        return next((one for one in self.attributions if one.id == id), None)

    def toponym(self, id: str) -> Toponym | None:  # noqa: A002  # the noun's own field name
        """The toponym with that local id."""
        return next((one for one in self.places if one.id == id), None)
