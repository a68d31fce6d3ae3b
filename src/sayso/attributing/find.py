"""Finding attributions: the rules on the parse, or the tagger's where it speaks, finished alike."""

from collections.abc import Iterator, Sequence

from sayso.attributing.accounts import accounts
from sayso.attributing.circumstances import circumstances
from sayso.attributing.cues import drafts_of, lemma_of
from sayso.attributing.draft import Draft
from sayso.attributing.finishing import finish
from sayso.attributing.lines import lines_of_speech
from sayso.attributing.mending import apart, trailing
from sayso.attributing.quotations import quotations
from sayso.attributing.speakers import speaker
from sayso.attributing.speech import snapped, spoken
from sayso.model import Attribution, Document, Parse, Tags, Token
from sayso.resources.cues import CueLexicon

# A construction that reports in fewer cases than this is left to the article's own voice.
THRESHOLD = 0.36
LEAST_SHARE = 0.04


def find_attributions(
    document: Document, parse: Parse, cues: CueLexicon, tags: Tags | None = None
) -> tuple[Attribution, ...]:
    """Who says what in a document, outermost and nested, in the order of the text."""
    del tags
    return finish(document, parse, cues, drafts(document, parse, cues))


def drafts(document: Document, parse: Parse, cues: CueLexicon) -> list[Draft]:
    """What the rules find, unfinished."""
    marks = quotations(document.text)
    found = apart(parse, list(_by_cues(parse, cues)))
    told = spoken(parse, cues, marks, snapped(found, marks))
    return [*told, *lines_of_speech(parse, marks, told)]


def _by_cues(parse: Parse, cues: CueLexicon) -> Iterator[Draft]:
    for token in parse.tokens:
        if parse.sentences[token.sentence].left_out:
            continue
        yield from accounts(parse, token)
        if token.lemma in cues.words:
            best = _best(parse, cues, token)
            if best is not None:
                yield best


def _best(parse: Parse, cues: CueLexicon, token: Token) -> Draft | None:
    """The likeliest reading of one cue; None where none is likely enough."""
    lemma = lemma_of(parse, token)
    pos = "VERB" if token.pos == "AUX" else token.pos
    cue = cues.of(lemma, pos) or cues.of(token.lemma, pos)
    if cue is None:
        return None
    weighed: Sequence[Draft] = [
        Draft(d.source, d.cue, d.content, cues.weight(cue, d.frame, sourced=bool(d.source)), lemma, d.frame, pos)
        for d in drafts_of(parse, token)
    ]
    best = max(weighed, key=lambda one: one.confidence, default=None)
    if best is not None and best.confidence >= LEAST_SHARE:
        likelihood = cues.likelihood(cue, best.confidence, circumstances(parse, token, best))
        if likelihood >= THRESHOLD:
            return Draft(best.source, best.cue, best.content, likelihood, lemma, best.frame, pos)
    return trailing(parse, cues, token, speaker(parse, token)) if pos == "VERB" else None
