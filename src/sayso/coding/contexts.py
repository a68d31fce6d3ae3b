"""Contexts: in which of PLOVER's contexts an event stands, by its trigger and by the words of its own phrases."""

from collections.abc import Iterable

from sayso.coding.candidates import Candidate
from sayso.model import Parse, Span
from sayso.resources.codebook import Codebook, Sense


def contexts_of(
    candidate: Candidate, sense: Sense | None, phrases: Iterable[Span], parse: Parse, codebook: Codebook
) -> tuple[str, ...]:
    """PLOVER's contexts of an event: those that its trigger's sense tells, then those that its phrases tell.

    phrases: the spans of its participants.
    """
    found = dict.fromkeys(sense.contexts if sense is not None else ())
    words = {candidate.word, *(token.lemma for token in candidate.frame.modifiers)}
    words.update(token.lemma for span in phrases for token in parse.within(span))
    words.update(token.lemma for tokens in candidate.frame.preps.values() for token in tokens)
    found.update(dict.fromkeys(name for name, cues in codebook.contexts.items() if not words.isdisjoint(cues)))
    return tuple(found)
