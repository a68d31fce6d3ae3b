"""Citing: whom a report takes its words from: "the paper said, citing a doctor", "the agency quoted a doctor as saying".

Who is cited stands behind who reports: the content is the same, and his attribution stands in the report's.
"""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.attributing.complements import without_that
from sayso.attributing.draft import Draft
from sayso.attributing.phrases import below, noun_phrase, runs
from sayso.attributing.speakers import agent, is_passive, subject
from sayso.model import Parse, Span, Token

CITES = frozenset({"citing", "quoting"})
AS_SAYING = frozenset({"saying", "telling"})
CITING_VERBS = frozenset({"quote", "cite"})
CITING = 0.7
# People, bodies and papers that an account can be taken from.
AGENTS = frozenset({"PERSON", "ORG", "NORP"})
INFORMANTS = frozenset(
    {
        "activist", "agency", "analyst", "army", "authority", "channel", "command", "commander", "data", "datum", "diplomat", "doctor",
        "document", "expert", "eyewitness", "government", "group", "intelligence", "investigator", "journalist", "lawyer", "local", "medic",
        "media", "member", "military", "minister", "ministry", "monitor", "newspaper", "observer", "office", "officer", "official",
        "outlet", "paper", "people", "person", "police", "relative", "report", "representative", "research", "resident", "source",
        "spokesman", "spokesperson", "spokeswoman", "statement", "study", "supporter", "survivor", "villager", "witness", "worker",
    }
)  # fmt: skip


def whom_it_cites(parse: Parse, token: Token) -> Iterator[Draft]:
    """A draft of whom a report cites, by "citing" or by "as saying"; its content is found when all reports are known."""
    source = _quoted(parse, token) if token.text.lower() in AS_SAYING else _cited_by(parse, token)
    if source is not None:
        yield Draft((source,), (token.span,), (source,), CITING, token.lemma, "citing", "VERB")


def _cited_by(parse: Parse, token: Token) -> Span | None:
    for named in parse.dependents(token, "dobj"):
        if named.name in AGENTS or named.lemma in INFORMANTS:
            return noun_phrase(parse, named, frozenset(one.i for one in parse.dependents(named, "relcl")))
    return None


def _quoted(parse: Parse, token: Token) -> Span | None:
    """Whom somebody quotes as saying: "quoted a doctor as saying", "was quoted by the agency as saying", "as saying by the agency"."""
    as_ = parse.head(token)
    if token.dep != "pcomp" or as_.text.lower() != "as" or parse.head(as_).lemma not in CITING_VERBS:
        return None
    verb = parse.head(as_)
    if is_passive(parse, verb):
        quoting = agent(parse, verb) or agent(parse, token)
        named = subject(parse, verb) if quoting is not None else None
        return None if named is None else noun_phrase(parse, named)
    named = next(parse.dependents(verb, "dobj"), None)
    phrase = None if named is None or named.i > as_.i else noun_phrase(parse, named)
    if phrase is None:
        return None
    after = [one for one in parse.tokens[: as_.i] if one.start >= phrase.end]
    # Where the speaker is, or what he is, often hangs on the verb: "quoted a doctor [in the town] as saying".
    whole = all(one.pos not in ("VERB", "AUX") and one.name not in ("DATE", "TIME") for one in after)
    return runs(parse, range(parse.within(phrase)[0].i, as_.i))[0] if after and whole else phrase


def cited(parse: Parse, found: Sequence[Draft]) -> list[Draft]:
    """Drafts in which "citing the ministry" makes the ministry the source of what the sentence says.

    The content is that of the report which cites, or the sentence.
    """
    by_cue = {draft.cue[0].start: draft for draft in found if draft.cue}
    cited_at = {draft.cue[0].start for draft in found if draft.frame == "citing"}
    result: list[Draft] = []
    for draft in found:
        if draft.frame == "citing":
            result.extend(_cited(parse, draft, by_cue))
        elif not draft.cue or draft.cue[0].start not in cited_at:
            result.append(draft)
    return result


def _cited(parse: Parse, draft: Draft, by_cue: dict[int, Draft]) -> Iterator[Draft]:
    token = parse.within(draft.cue[0])[0]
    phrase = below(parse, token.i)
    content: tuple[Span, ...] = ()
    for governor in parse.ancestors(token):
        outer = by_cue.get(governor.start)
        if outer is not None and outer.frame != "citing":
            content = _cut(outer.content, Span(parse.tokens[phrase[0]].start, parse.tokens[phrase[-1]].end))
            break
        if governor.head == governor.i:
            content = runs(parse, below(parse, governor.i, {token.i}))
    content = tuple(piece for piece in content if not piece.overlaps(draft.source[0]))
    if content:
        yield msgspec.structs.replace(draft, content=content)


def relayed(parse: Parse, tagged: Sequence[Draft], ruled: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """The tagger's reports without the words that name whom they cite, and the rules' drafts with those of whom they cite.

    The tagger often takes "reported citing" for one cue, or begins after "quoted a doctor as saying": then the doctor,
    whose words they are, would be nobody.
    """
    reports, others = list(tagged), list(ruled)
    for token in parse.tokens:
        if token.text.lower() not in CITES | AS_SAYING or parse.sentences[token.sentence].left_out:
            continue
        for draft in whom_it_cites(parse, token):
            report = _report(parse, token, reports)
            content = () if report is None else _told(parse, token, draft, reports[report])
            if report is None or not content:
                continue
            others = [one for one in others if not one.cue or one.cue[0] != draft.cue[0]]
            others.append(msgspec.structs.replace(draft, content=content))
            if not _follows(token, draft, reports[report]):
                cue = tuple(piece for piece in _cut(reports[report].cue, token.span) if _tells(parse, piece))
                reports[report] = msgspec.structs.replace(reports[report], content=content, cue=cue)
    return reports, others


def _told(parse: Parse, token: Token, draft: Draft, report: Draft) -> tuple[Span, ...]:
    """What a report tells, without the words that name who is cited: what follows "as saying", where anything does."""
    end = max(draft.source[0].end, token.end)
    start = 0 if _follows(token, draft, report) else min(draft.source[0].start, token.start)
    found = [piece for piece in _cut(report.content, Span(start, end)) if _tells(parse, piece)]
    return _without_that(parse, found)


def _follows(token: Token, draft: Draft, report: Draft) -> bool:
    """Does what is told follow "as saying", inside of what the report tells?"""
    end = max(draft.source[0].end, token.end)
    return token.text.lower() in AS_SAYING and any(piece.start < end < piece.end for piece in report.content)


def _without_that(parse: Parse, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """Pieces without the punctuation at their edges and the conjunction that opens the first."""
    kept: list[Span] = []
    for number, piece in enumerate(pieces):
        words = [token.i for token in parse.within(piece)]
        kept += runs(parse, without_that(parse, words) if number == 0 else words)[:1]
    return tuple(kept)


def _report(parse: Parse, token: Token, reports: Sequence[Draft]) -> int | None:
    """Which report cites: whose cue the citing word hangs on or stands beside; None where the citing word is its only cue."""
    above = {token.i, *(one.i for one in parse.ancestors(token))}
    nearest: tuple[int, int] | None = None
    for index, report in enumerate(reports):
        words = [one for span in report.cue for one in parse.within(span)]
        if token in words and all(one == token or one.pos == "AUX" for one in words):
            return None
        if any(one.i in above for one in words):
            return index
        between = range(words[-1].i + 1, token.i) if words and words[-1].sentence == token.sentence else range(0)
        if between and not any(parse.tokens[i].pos in ("VERB", "AUX") for i in between):
            nearest = max(nearest or (-1, -1), (words[-1].i, index))
    return None if nearest is None else nearest[1]


def _tells(parse: Parse, piece: Span) -> bool:
    """Has a piece more than punctuation and the conjunction of a clause?"""
    return any(token.pos not in ("PUNCT", "SPACE", "SCONJ") for token in parse.within(piece))


def _cut(content: tuple[Span, ...], out: Span) -> tuple[Span, ...]:
    """The content without the words of a stretch."""
    kept = []
    for piece in content:
        if piece.start < min(piece.end, out.start):
            kept.append(Span(piece.start, min(piece.end, out.start)))
        if max(piece.start, out.end) < piece.end:
            kept.append(Span(max(piece.start, out.end), piece.end))
    return tuple(kept)
