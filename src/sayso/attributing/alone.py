"""Quotations alone: a paragraph that is nothing but a quotation, spoken by whom the sentence before tells of."""

from collections.abc import Sequence

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
    result = list(found)
    for mark in marks.top:
        if not (mark.opens_paragraph and mark.ends_paragraph) or _taken(mark, found):
            continue
        draft = _spoken(parse, mark)
        if draft is not None:
            result = [one for one in result if not _gives_up(one, draft)]
            result.append(draft)
    return result


def _taken(mark: Quotation, found: Sequence[Draft]) -> bool:
    """Does a draft have most of the quotation? Those inside of it are what the speaker tells of others."""
    most = (mark.inner.end - mark.inner.start) * MOST
    return any(_shared(piece, mark.inner) >= most for draft in found for piece in draft.content)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _gives_up(old: Draft, new: Draft) -> bool:
    return old.cue == new.cue and all(piece.end <= new.content[0].start for piece in old.content)


def _spoken(parse: Parse, mark: Quotation) -> Draft | None:
    inside = parse.within(mark.inner)
    if len(inside) < LEAST_WORDS or inside[0].sentence == 0:
        return None
    before = parse.sentences[inside[0].sentence - 1]
    if before.left_out or parse.sentences[inside[0].sentence].paragraph - before.paragraph != 1:
        return None
    verb = _main_verb(parse, before)
    own = speaker_token(parse, verb) if verb is not None else None
    if verb is None or own is None or not _may_speak(own):
        return None
    source = named(parse, own)
    cue = Span(verb.start, verb.end)
    return Draft((source,), (cue,), (mark.inner,), CERTAINTY, verb.lemma, "quote") if source is not None else None


def _main_verb(parse: Parse, sentence: Sentence) -> Token | None:
    root = next((token for token in parse.of(sentence) if token.head == token.i and token.pos in ("VERB", "AUX")), None)
    return root if root is not None and root.pos == "VERB" else None


def _may_speak(own: Token) -> bool:
    return own.name == "PERSON" or own.lemma in SPEAKERS or own.text.lower() in PERSONAL
