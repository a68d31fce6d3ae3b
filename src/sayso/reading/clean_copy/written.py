"""What was found in a clean copy, told in the text's own words."""

import re
from collections.abc import Iterable

import msgspec

from sayso.model import Actor, Cast, Ledger, Span, Toponym
from sayso.reading.clean_copy.marks import widened


def as_written(ledger: Ledger, text: str) -> Ledger:
    """The ledger of a document that was read from the clean copy of a text, with the text itself and its own names."""
    copy = ledger.document.text
    return msgspec.structs.replace(
        ledger,
        document=msgspec.structs.replace(ledger.document, text=text),
        cast=_cast_as_written(ledger.cast, copy, text),
        places=toponyms_as_written(ledger.places, text),
        attributions=tuple(
            msgspec.structs.replace(one, content=widened(one.content, text)) for one in ledger.attributions
        ),
    )


def toponyms_as_written(toponyms: Iterable[Toponym], text: str) -> tuple[Toponym, ...]:
    """Toponyms that were found in the clean copy, named as the text has them."""
    return tuple(msgspec.structs.replace(one, name=_squeezed(one.span.words(text))) for one in toponyms)


def _cast_as_written(cast: Cast, copy: str, text: str) -> Cast:
    return Cast(tuple(_actor_as_written(actor, cast, copy, text) for actor in cast.actors), cast.mentions)


def _actor_as_written(actor: Actor, cast: Cast, copy: str, text: str) -> Actor:
    """The actor under the names that the text has for it, each once."""
    spans = [mention.span for mention in cast.mentions if mention.actor == actor.id]
    names = (_name_as_written(name, spans, copy, text) for name in actor.names)
    return msgspec.structs.replace(actor, names=tuple(dict.fromkeys(names)))


def _name_as_written(name: str, spans: Iterable[Span], copy: str, text: str) -> str:
    """The text's words for a name: those of the actor's own mention, else those where the copy first has it."""
    own = (span.start + span.words(copy).find(name) for span in spans if name in span.words(copy))
    start = next(own, copy.find(name))
    return _squeezed(text[start : start + len(name)]) if start >= 0 else name


def _squeezed(words: str) -> str:
    """A name over a line's end, on one line."""
    return re.sub(r"\s+", " ", words)
