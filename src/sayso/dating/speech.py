"""anchor_speech: the day on which words were spoken, and expressions inside quotations counted from it."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from sayso.dating.context import Context
from sayso.dating.finding import day_or_none, express, read
from sayso.dating.tense import Tenses
from sayso.model import Attribution, Document, Parse, Said, Span, TimeExpression, Token

# Verbs by which words come to the public; what they carry may be quoted later in the article.
SPEAKING = frozenset({
    "say", "tell", "speak", "state", "announce", "issue", "release", "publish", "deliver", "testify", "write", "address",
    "declare", "report", "add", "warn", "urge", "accuse", "condemn", "insist", "claim", "deny", "confirm", "post", "tweet",
    "read", "remark", "comment", "note", "argue", "reply", "respond", "call", "defend", "reiterate", "stress", "broadcast",
    "give", "hold", "make", "send", "quote", "cite", "explain", "acknowledge", "admit", "vow", "pledge", "promise",
})  # fmt: skip
# Things said or written, that can be named again as the source: "the statement read".
SPOKEN = frozenset({
    "statement", "letter", "speech", "interview", "remark", "report", "communique", "communiqué", "message", "address", "memo",
    "conference", "briefing", "release", "declaration", "resolution", "tweet", "post", "video", "announcement", "testimony",
})  # fmt: skip
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Speech(Struct, frozen=True):
    """A day of speech that the text tells: on which day, at which character, by whom or in what (lower-case words)."""

    day: str
    start: int
    names: frozenset[str]


def anchor_speech(
    document: Document, parse: Parse, attributions: Sequence[Attribution], times: Sequence[TimeExpression]
) -> tuple[tuple[Attribution, ...], tuple[TimeExpression, ...]]:
    """Attributions with their day of speech, and times with those inside quotations counted from it.

    The day comes from an expression tied to the cue ("said on Thursday", "speaking Thursday in New York"), or to the
    statement that is quoted ("issued a statement Friday" ... "the statement read"). Times that were counted from the
    day of publication are counted anew, with anchor "speech"; all others stay as they are.
    """
    if not attributions or not times:
        return tuple(attributions), tuple(times)
    days = [
        time
        for time in times
        if time.edtf is not None and time.type in ("DATE", "TIME") and DAY.fullmatch(time.edtf[:10])
    ]
    speeches = [speech for time in days for speech in _speeches(time, parse)]
    anchored = tuple(_said(one, parse, speeches) for one in attributions)
    return anchored, _recounted(document, parse, anchored, times)


def _day(time: TimeExpression) -> str:
    assert time.edtf is not None
    return time.edtf[:10]


def _verb_of(time: TimeExpression, parse: Parse) -> Token | None:
    """The verb that the expression depends on; None when a noun other than a thing said stands between."""
    token = parse.root_of(time.span)
    if token is None:
        return None
    for above in parse.ancestors(token):
        if above.pos in ("VERB", "AUX"):
            return above
        if above.pos in ("NOUN", "PROPN") and above.lemma not in SPOKEN:
            return None
    return None


def _speeches(time: TimeExpression, parse: Parse) -> list[Speech]:
    """The speech that the expression dates, if its verb is one of speaking."""
    verb = _verb_of(time, parse)
    if verb is None or verb.lemma not in SPEAKING:
        return []
    names: set[str] = set()
    subject = _subject(verb, parse)
    if subject is not None:
        names.update(token.text.lower() for token in _phrase(subject, parse))
    carried = False
    for thing in parse.dependents(verb, "dobj", "nsubjpass", "nsubj", "prep"):
        noun = next(iter(parse.dependents(thing, "pobj")), None) if thing.dep == "prep" else thing
        if noun is not None and noun.lemma in SPOKEN:
            names.add(noun.lemma)
            carried = True
    if (
        verb.lemma in ("give", "hold", "make", "send", "call", "deliver", "post", "issue", "release", "publish")
        and not carried
    ):
        return []
    return [Speech(_day(time), verb.start, frozenset(names))]


def _subject(verb: Token, parse: Parse) -> Token | None:
    """The subject of the verb, or of the verb or noun that its participle belongs to ("Lavrov, speaking Thursday, ...")."""
    for subject in parse.dependents(verb, "nsubj", "nsubjpass"):
        return subject
    if verb.dep in ("acl", "relcl") and verb.head != verb.i:
        return parse.head(verb)
    if verb.dep in ("advcl", "conj", "xcomp", "ccomp") and verb.head != verb.i:
        return next(iter(parse.dependents(parse.head(verb), "nsubj", "nsubjpass")), None)
    return None


def _phrase(head: Token, parse: Parse) -> list[Token]:
    """The head word and the name it belongs to: what a later mention may repeat."""
    out = [head]
    out.extend(token for token in parse.dependents(head, "compound") if token.pos == "PROPN")
    return [token for token in out if token.pos in ("NOUN", "PROPN")]


def _said(attribution: Attribution, parse: Parse, speeches: Sequence[Speech]) -> Attribution:
    """The attribution with its day of speech, where the text tells it."""
    if not attribution.cue or (attribution.said is not None and attribution.said.edtf is not None):
        return attribution
    day = _own_day(attribution, parse, speeches) or _earlier_day(attribution, parse, speeches)
    if day is None:
        return attribution
    place = attribution.said.place if attribution.said else None
    return replace(attribution, said=Said(day, place))


def _own_day(attribution: Attribution, parse: Parse, speeches: Sequence[Speech]) -> str | None:
    """The day of a speech verb that is the cue, or that stands beside it in its sentence outside of the content."""
    cue = parse.root_of(attribution.cue[0])
    if cue is None:
        return None
    sentence = parse.sentences[cue.sentence].span
    around = [
        one
        for one in speeches
        if sentence.start <= one.start < sentence.end and not _inside(one.start, attribution.content)
    ]
    for one in around:
        if cue.start <= one.start < cue.end or any(span.start <= one.start < span.end for span in attribution.cue):
            return one.day
    heads = {cue.start, parse.head(cue).start, *(child.start for child in parse.dependents(cue))}
    mine = _source_words(attribution, parse)
    for one in around:
        if one.start in heads or one.names & mine:
            return one.day
    return None


def _earlier_day(attribution: Attribution, parse: Parse, speeches: Sequence[Speech]) -> str | None:
    """The day of the latest earlier speech of the same speaker or in the same statement."""
    mine = _source_words(attribution, parse)
    if not mine:
        return None
    start = attribution.cue[0].start
    earlier = [one for one in speeches if one.start < start and one.names & mine]
    return earlier[-1].day if earlier else None


def _source_words(attribution: Attribution, parse: Parse) -> frozenset[str]:
    """The words of the source that a speech may be known by: its names, or "statement"."""
    words: set[str] = set()
    for span in (*attribution.source, *attribution.cue):
        for token in parse.within(span):
            if token.lemma in SPOKEN:
                words.add(token.lemma)
            elif token.pos == "PROPN" and span in attribution.source:
                words.add(token.text.lower())
    return frozenset(words)


def _inside(position: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= position < span.end for span in spans)


def _recounted(
    document: Document, parse: Parse, attributions: Sequence[Attribution], times: Sequence[TimeExpression]
) -> tuple[TimeExpression, ...]:
    """Times with the relative ones inside quotations counted from the day of speech."""
    anchors = {time.span: day for time in times if (day := _speech_day(time, document.text, attributions)) is not None}
    if not anchors:
        return tuple(times)
    lexed, pieces = read(document.text, parse)
    tenses = Tenses(parse)
    by_span = {Span(lexed.starts[piece.first], lexed.ends[piece.last - 1]): piece for piece in pieces}
    out = []
    for time in times:
        day, piece = anchors.get(time.span), by_span.get(time.span)
        if day is None or piece is None:
            out.append(time)
            continue
        out.extend(express(lexed, [piece], Context(said=day, anchor="speech"), tenses))
    return tuple(out)


def _speech_day(time: TimeExpression, text: str, attributions: Sequence[Attribution]) -> date | None:
    """The day of speech of the innermost quotation that holds the expression; None outside of quotations."""
    if time.anchor != "published" and not (time.anchor == "none" and "X" in time.value):
        return None
    holding = [
        (content.end - content.start, one)
        for one in attributions
        for content in one.content
        if content.covers(time.span) and one.kind != "indirect"
    ]
    if not holding:
        return None
    _, inner = min(holding, key=lambda pair: (pair[0], pair[1].id))
    if inner.said is None or (inner.kind == "mixed" and not _quoted(time.span, inner, text)):
        return None
    return day_or_none(inner.said.edtf)


def _quoted(span: Span, attribution: Attribution, text: str) -> bool:
    """Does the expression stand between quotation marks within the content of a mixed quotation?"""
    content = next(one for one in attribution.content if one.covers(span))
    before = text[max(0, content.start - 1) : span.start]
    curly = before.count("“") - before.count("”")
    return curly > 0 or (curly == 0 and before.count('"') % 2 == 1)
