"""What the stages before found in a document."""

from msgspec import Struct

from sayso.model import Attribution, Cast, Document, Event, Parse, TimeExpression, Toponym


class Pieces(Struct, frozen=True):
    """What the stages found in one document, ready to be put together."""

    document: Document
    parse: Parse
    cast: Cast
    places: tuple[Toponym, ...]
    times: tuple[TimeExpression, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[Event, ...]
