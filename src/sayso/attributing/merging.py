"""Merging: what the trained tagger found, and what the rules add to it."""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from sayso.attributing.draft import Draft
from sayso.attributing.nesting import parents
from sayso.model import Attribution, Parse, Span, Token

# The rules add an outermost attribution of their own only when they are this sure and the tagger has nothing there.
SURE = 0.9
# Constructions whose clause the parse knows from its first word on: before its cue, and after "that".
WHOLE = frozenset({"left", "that"})
# Constructions in which the rules add what is told inside of another's words; in the others they are wrong in most cases there.
NESTED = frozenset({"that", "pass+that", "pass+inf", "obj+inf", "adverb", "citing", "witness", "colon"})
SLACK = 3
# Two contents are one when they share this much of what they cover together.
MOST = 0.5


def drafts_from(parse: Parse, attributions: Sequence[Attribution]) -> list[Draft]:
    """Drafts of attributions that another finder has linked; lemma and part of speech are those of the cue's main word."""
    return [_draft(parse, one) for one in attributions]


def _draft(parse: Parse, found: Attribution) -> Draft:
    main = main_word(parse, found.cue)
    return Draft(
        source=found.source,
        cue=found.cue,
        content=found.content,
        confidence=found.confidence,
        lemma="" if main is None else main.lemma,
        frame="tagged",
        pos="VERB" if main is None or main.pos == "AUX" else main.pos,
        exact=True,
    )


def main_word(parse: Parse, cue: Sequence[Span]) -> Token | None:
    """The last verb of a cue ("continued to insist"), else its last noun or adjective, else its last word."""
    words = [token for span in cue for token in parse.within(span)]
    for parts in (("VERB",), ("NOUN", "ADJ", "PROPN"), ("ADV", "ADP", "AUX")):
        for token in reversed(words):
            if token.pos in parts:
                return token
    return words[-1] if words else None


def merged(parse: Parse, tagged: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """The tagger's attributions with those of the rules that stand inside of them, and the surest of the others.

    Where both have one cue, the tagger's roles stay, with the lemma and construction of the rules; but a clause that it cut
    short is mended, and whose claim a noun tells of ("his sister's requests for help") is taken from the rules.
    """
    by_cue = {token: index for index, draft in enumerate(tagged) for span in draft.cue for token in _places(span)}
    result = list(tagged)
    added: list[Draft] = []
    for draft in ruled:
        known = by_cue.get(draft.cue[0].start) if draft.cue else None
        if known is None:
            added.append(draft)
            continue
        one = result[known]
        swallowed = _swallowed(one, draft)
        ruled_content = swallowed or _cut_short(one, draft) or _of_adverb(one, draft)
        content = _outside(one.cue, draft.content) if ruled_content else one.content
        source = draft.source if swallowed or (draft.pos == "NOUN" and not one.source) else one.source
        result[known] = msgspec.structs.replace(
            one, source=source, content=content, lemma=draft.lemma, frame=draft.frame, pos=draft.pos
        )
    result = [one for one in result if not any(_told_by_witness(draft, one) for draft in added)]
    named = [span for draft in added if draft.frame == "citing" for span in draft.source]
    result = [_with_reporter(parse, _without_cited(one, named), ruled) for one in result]
    every = [*result, *added]
    above = parents(every)[len(result) :]
    taken = _stretches(result)
    return [
        *result,
        *(
            one
            for one, parent in zip(added, above, strict=True)
            if (_adds(one, taken) if parent is None else one.frame in NESTED)
        ),
    ]


def _told_by_witness(ruled: Draft, tagged: Draft) -> bool:
    """Is this what "intelligence suggesting ..." tells, given to another cue further off?"""
    if ruled.frame != "witness" or len(tagged.content) != 1:
        return False
    mine, whole = tagged.content[0], ruled.content[0]
    shared = min(mine.end, whole.end) - max(mine.start, whole.start)
    return shared >= MOST * (max(mine.end, whole.end) - min(mine.start, whole.start))


def _without_cited(tagged: Draft, named: Sequence[Span]) -> Draft:
    """The attribution without whom it cites as a piece of what is told: "the paper said, quoting [a doctor]"."""
    kept = tuple(piece for piece in tagged.content if not any(span.covers(piece) for span in named))
    return msgspec.structs.replace(tagged, content=kept) if kept else tagged


def _with_reporter(parse: Parse, tagged: Draft, ruled: Sequence[Draft]) -> Draft:
    """The attribution of who passes on what others announced, with these others: "[The army announced that ...], the paper said"."""
    if not tagged.source or not tagged.cue or tagged.cue[0].start < tagged.content[-1].end:
        return tagged
    first, sentence = tagged.content[0], parse.sentence_at(tagged.cue[0])
    for draft in ruled:
        if sentence is None or draft.frame != "that" or not draft.source or not sentence.span.covers(draft.source[0]):
            continue
        told = draft.source[0].end <= draft.cue[0].start < draft.cue[0].end <= first.start
        shared = min(first.end, draft.content[-1].end) - max(first.start, draft.content[0].start)
        if told and sentence.span.covers(first) and shared > MOST * (first.end - first.start):
            opened = Span(parse.tokens[sentence.first].start, tagged.content[-1].end)
            return msgspec.structs.replace(tagged, content=(opened,))
    return tagged


def _of_adverb(tagged: Draft, ruled: Draft) -> bool:
    """Is it what an adverb tells of, which is its whole clause: "the school was reportedly shut"?"""
    return ruled.frame == "adverb" and not tagged.source


def _swallowed(tagged: Draft, ruled: Draft) -> bool:
    """Did the tagger take the source for a part of the content: "According to [the letter, the road is shut]"?"""
    return ruled.frame == "according" and not tagged.source and _within(ruled.source, tagged.content)


def _outside(cue: Sequence[Span], content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content without words of the cue that it opens with: "said Monday [two men fled]"."""
    ends = [
        span.end
        for span in cue
        if span.overlaps(content[0]) and span.start <= content[0].start < span.end < content[0].end
    ]
    return (Span(ends[-1], content[0].end), *content[1:]) if ends else content


def _within(source: Sequence[Span], content: Sequence[Span]) -> bool:
    return any(one.overlaps(piece) for one in source for piece in content)


def _cut_short(tagged: Draft, ruled: Draft) -> bool:
    """Did the tagger lose the first words of the clause: "[The planes hit] a camp, officials said", "said that [at dawn] ..."?"""
    if len(tagged.content) != 1 or len(ruled.content) != 1 or ruled.frame not in WHOLE:
        return False
    mine, whole = tagged.content[0], ruled.content[0]
    same_end = abs(whole.end - mine.end) <= SLACK
    return same_end and whole.start < mine.start


def _places(span: Span) -> range:
    return range(span.start, span.end)


def _stretches(drafts: Sequence[Draft]) -> list[Span]:
    """The stretches of the text that the contents of drafts take, in order, none overlapping."""
    found: list[Span] = []
    for piece in sorted(piece for draft in drafts for piece in draft.content):
        if found and piece.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, piece.end))
        else:
            found.append(piece)
    return found


def _adds(draft: Draft, taken: Sequence[Span]) -> bool:
    """Does a draft of the rules tell surely what nothing else has been found of, but for what stands inside of it?"""
    return draft.confidence >= SURE and not any(_overlapped(piece, taken) for piece in draft.content)


def _overlapped(piece: Span, taken: Sequence[Span]) -> bool:
    at = bisect_right(taken, piece)
    return any(one.overlaps(piece) and not piece.covers(one) for one in taken[max(0, at - 1) : at + 1])
