"""Words of the user's own codebook: no trained weights know them, so that the lexicon's conditions alone decide."""

from collections.abc import Iterator, Sequence

from sayso.coding.candidates import Candidate, candidates, strength
from sayso.model import EventType, Parse, Sentence
from sayso.resources.codebook import Lexicon

# A word whose conditions hold and whose row promises less is not taken for an event.
OWN_BAR = 0.5


def own_events(
    parse: Parse, sentences: Sequence[Sentence], lexicon: Lexicon
) -> Iterator[tuple[Candidate, EventType, float]]:
    """The events that the user's own words name: candidate, type, confidence; in the order of the text."""
    if lexicon.own is None:
        return
    for sentence in sentences:
        for one in candidates(parse, sentence, lexicon.own):
            name, sense = next(iter(one.senses.items()))
            if strength(sense) >= OWN_BAR:
                yield one, name, min(round(strength(sense), 3), 1.0)
