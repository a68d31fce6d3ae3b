"""Finding attributions: the rules on the parse, or the tagger's where it speaks, finished alike."""

from collections.abc import Iterator, Sequence

from sayso.attributing.accounts import accounts, cited
from sayso.attributing.circumstances import circumstances
from sayso.attributing.cues import drafts_of, lemma_of
from sayso.attributing.draft import Draft
from sayso.attributing.finishing import finish
from sayso.attributing.lines import lines_of_speech
from sayso.attributing.mending import apart, named_apart, trailing
from sayso.attributing.nesting import parents
from sayso.attributing.quotations import Marks
from sayso.attributing.snapping import continued, snapped
from sayso.attributing.speakers import speaker
from sayso.attributing.speech import spoken
from sayso.model import Attribution, Document, Parse, Tags, Token
from sayso.resources.cues import CueLexicon

# A construction that reports in fewer cases than this is left to the article's own voice.
THRESHOLD = 0.45
# Below this share of its construction a cue is not looked at any further.
LEAST_SHARE = 0.04
# The same inside of another content.
NESTED_SPEECH = 0.45
NESTED_THOUGHT = 0.7
SPEECH = frozenset(
    {
        "says",
        "claims",
        "reports",
        "denies",
        "admits",
        "reveals",
        "asks",
        "orders",
        "demands",
        "promises",
        "threatens",
        "warns",
        "accuses",
        "rejects",
    }
)


def find_attributions(
    document: Document, parse: Parse, cues: CueLexicon, tags: Tags | None = None
) -> tuple[Attribution, ...]:
    """Who says what in a document, outermost and nested, in the order of the text."""
    del tags
    return finish(document, parse, cues, drafts(document, parse, cues))


def drafts(document: Document, parse: Parse, cues: CueLexicon) -> list[Draft]:
    """What the rules find, unfinished."""
    marks = Marks.of(document.text)
    found = cited(parse, apart(parse, list(_by_cues(parse, cues))))
    told = continued(parse, spoken(parse, cues, marks, snapped(found, marks)), marks)
    return _sifted(cues, [*told, *lines_of_speech(parse, marks, told)])


def _sifted(cues: CueLexicon, found: list[Draft]) -> list[Draft]:
    """Without the weaker ones inside of other contents: what a speaker thinks or wants is mostly just what is said."""
    kept = []
    for draft, parent in zip(found, parents(found), strict=True):
        cue = cues.of(draft.lemma, draft.pos)
        if parent is None or cue is None:
            kept.append(draft)
            continue
        least = NESTED_SPEECH if cue.class_in(draft.frame) in SPEECH and draft.source else NESTED_THOUGHT
        if draft.confidence >= least:
            kept.append(draft)
    return kept


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
        for d in (named_apart(parse, draft) for draft in drafts_of(parse, token))
    ]
    best = max(weighed, key=lambda one: one.confidence, default=None)
    if best is not None and best.confidence >= LEAST_SHARE:
        likelihood = cues.likelihood(cue, best.confidence, circumstances(parse, token, best))
        if likelihood >= THRESHOLD:
            return Draft(best.source, best.cue, best.content, likelihood, lemma, best.frame, pos)
    return trailing(parse, cues, token, speaker(parse, token)) if pos == "VERB" else None
