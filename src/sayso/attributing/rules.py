"""Rules: the attributions that the parse, the quotation marks and the cue lexicon tell."""

from collections.abc import Iterator

from sayso.attributing.accounts import accounts
from sayso.attributing.alone import standing_alone
from sayso.attributing.circumstances import circumstances
from sayso.attributing.citing import cited
from sayso.attributing.cues import drafts_of, lemma_of
from sayso.attributing.draft import Draft
from sayso.attributing.evidence import Evidence
from sayso.attributing.lines import lines_of_speech
from sayso.attributing.mending import apart, named_apart, trailing
from sayso.attributing.nesting import parents
from sayso.attributing.quotations import Marks
from sayso.attributing.snapping import continued, snapped
from sayso.attributing.speakers import speaker
from sayso.attributing.speech import spoken
from sayso.model import Document, Parse, Tags, Token
from sayso.resources.cues import Cue, CueLexicon

# A cue that is less likely to report is left to the article's own voice.
THRESHOLD = 0.55
# Below this share of its construction a cue is not looked at any further.
LEAST_SHARE = 0.04
# The thresholds inside of another content: of speech with its speaker, and of thoughts and of what has no source.
NESTED_SPEECH = 0.55
NESTED_THOUGHT = 0.75
SPEECH = frozenset(
    {
        "accuses", "admits", "asks", "claims", "demands", "denies", "orders", "promises", "quotes", "rejects",
        "reports", "reveals", "says", "threatens", "warns",
    }
)  # fmt: skip


def drafts(document: Document, parse: Parse, cues: CueLexicon, tags: Tags | None = None) -> list[Draft]:
    """What the rules find in a document, unfinished."""
    marks = Marks.of(document.text)
    by_cues = list(_by_cues(parse, cues, Evidence(tags)))
    found = snapped(cited(parse, apart(parse, by_cues)), marks)
    told = continued(parse, standing_alone(parse, marks, spoken(parse, cues, marks, found)), marks)
    return _sifted(cues, [*told, *lines_of_speech(parse, marks, told)])


def _by_cues(parse: Parse, cues: CueLexicon, evidence: Evidence) -> Iterator[Draft]:
    for token in parse.tokens:
        if parse.sentences[token.sentence].left_out:
            continue
        told = list(accounts(parse, token))
        yield from told
        if not told and token.lemma in cues.words:
            best = _likeliest(parse, cues, evidence, token)
            if best is not None:
                yield best


def _likeliest(parse: Parse, cues: CueLexicon, evidence: Evidence, token: Token) -> Draft | None:
    """The likeliest reading of one cue; None where none is likely enough."""
    pos = "VERB" if token.pos == "AUX" else token.pos
    cue = cues.of(lemma_of(parse, token), pos) or cues.of(token.lemma, pos)
    if cue is None:
        return None
    readings = (_read(cues, cue, named_apart(parse, draft)) for draft in drafts_of(parse, token))
    best = max(readings, key=lambda one: one.confidence, default=None)
    if best is not None and best.confidence >= LEAST_SHARE:
        likelihood = cues.likelihood(cue, best.confidence, circumstances(parse, token, best))
        likelihood = evidence.weigh(likelihood, token)
        if likelihood >= THRESHOLD:
            return Draft(best.source, best.cue, best.content, likelihood, cue.lemma, best.frame, pos)
    return trailing(parse, cues, token, speaker(parse, token)) if pos == "VERB" else None


def _read(cues: CueLexicon, cue: Cue, draft: Draft) -> Draft:
    share = cues.weight(cue, draft.frame, sourced=bool(draft.source))
    return Draft(draft.source, draft.cue, draft.content, share, cue.lemma, draft.frame, draft.pos)


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
