"""Quotations alone: a paragraph that is nothing but a quotation, spoken by whom the sentence before tells of."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from sayso.attributing.draft import Draft
from sayso.attributing.quotations import Marks, Quotation
from sayso.attributing.speakers import named, speaker_token
from sayso.model import Parse, Sentence, Span, Token

LEAST_WORDS = 4
CERTAINTY = 0.6
MOST = 0.5
PERSONAL = frozenset({"he", "she", "they"})
# Nouns for one who speaks, without a name: "the minister defended the raid".
SPEAKERS = frozenset(
    {
        "minister", "president", "premier", "chancellor", "spokesman", "spokeswoman", "spokesperson", "official",
        "officer", "commander", "general", "colonel", "chief", "leader", "head", "envoy", "ambassador", "diplomat",
        "lawmaker", "senator", "governor", "mayor", "activist", "witness", "resident", "doctor", "lawyer", "analyst",
        "expert", "director", "secretary", "judge", "prosecutor", "bishop", "cleric", "statement", "ministry",
        "government", "army", "police", "group", "party", "union",
    }
)  # fmt: skip


def standing_alone(parse: Parse, marks: Marks, found: Sequence[Draft]) -> list[Draft]:
    """All drafts, with the paragraphs of pure quotation that none of them has.

    "The minister, speaking Thursday in New York, defended the mission." and then "We are going to stay." as a paragraph
    of its own: the minister says so. A draft of the same verb gives its words up for the longer quotation.
    """
    taken = _Pieces(found)
    alone = [
        draft
        for mark in marks.top
        if mark.opens_paragraph and mark.ends_paragraph and not taken.most_of(mark.inner)
        for draft in _spoken(parse, mark)
    ]
    longer = {draft.cue: draft for draft in alone}
    return [*(draft for draft in found if not _gives_up(draft, longer.get(draft.cue))), *alone]


class _Pieces:
    """The contents of all drafts, looked up by place."""

    def __init__(self, found: Sequence[Draft]) -> None:
        self._spans = sorted(piece for draft in found for piece in draft.content)
        self._starts = [span.start for span in self._spans]
        # the furthest end up to each span: where to stop looking back
        self._ends = list(accumulate((span.end for span in self._spans), max))

    def most_of(self, inner: Span) -> bool:
        """Does a content have most of the quotation? Those inside of it are what the speaker tells of others."""
        most = (inner.end - inner.start) * MOST
        at = bisect_left(self._starts, inner.end) - 1
        while at >= 0 and self._ends[at] > inner.start:
            span = self._spans[at]
            if min(span.end, inner.end) - max(span.start, inner.start) >= most:
                return True
            at -= 1
        return False


def _gives_up(old: Draft, new: Draft | None) -> bool:
    return new is not None and all(piece.end <= new.content[0].start for piece in old.content)


def _spoken(parse: Parse, mark: Quotation) -> Iterator[Draft]:
    inside = parse.within(mark.inner)
    if len(inside) < LEAST_WORDS or inside[0].sentence == 0:
        return
    before = parse.sentences[inside[0].sentence - 1]
    if before.left_out or parse.sentences[inside[0].sentence].paragraph - before.paragraph != 1:
        return
    verb = _main_verb(parse, before)
    own = speaker_token(parse, verb) if verb is not None else None
    if verb is None or own is None or not _may_speak(own):
        return
    source = named(parse, own)
    cue = Span(verb.start, verb.end)
    if source is not None:
        yield Draft((source,), (cue,), (mark.inner,), CERTAINTY, verb.lemma, "quote")


def _main_verb(parse: Parse, sentence: Sentence) -> Token | None:
    root = next((token for token in parse.of(sentence) if token.head == token.i and token.pos in ("VERB", "AUX")), None)
    return root if root is not None and root.pos == "VERB" else None


def _may_speak(own: Token) -> bool:
    return own.name == "PERSON" or own.lemma in SPEAKERS or own.text.lower() in PERSONAL
