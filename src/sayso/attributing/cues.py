"""Cues: from a reporting verb, noun or adjective in the parse to drafts."""

from collections.abc import Iterator

from sayso.attributing.complements import (
    Complement,
    adjective_complements,
    noun_complements,
    passive_complements,
    verb_complements,
)
from sayso.attributing.draft import Draft
from sayso.attributing.phrases import below, runs
from sayso.attributing.speakers import agent, is_passive, named, noun_speaker, speaker, subject
from sayso.model import Parse, Span, Token


def lemma_of(parse: Parse, token: Token) -> str:
    """The lemma of a cue, with its particle: "point out"."""
    for index in parse.children[token.i]:
        child = parse.tokens[index]
        if child.dep == "prt":
            return f"{token.lemma} {child.text.lower()}"
    return token.lemma


def drafts_of(parse: Parse, token: Token) -> Iterator[Draft]:
    """All drafts that the parse allows with this token as the cue, whatever its lemma."""
    if token.pos in ("VERB", "AUX"):
        yield from _verb(parse, token)
    elif token.pos == "NOUN":
        source = noun_speaker(parse, token)
        for found in noun_complements(parse, token):
            yield from _draft(parse, token, found, source)
    elif token.pos == "ADJ":
        source = _of_adjective(parse, token)
        for found in adjective_complements(parse, token):
            yield from _draft(parse, token, found, source)


def _of_adjective(parse: Parse, adjective: Token) -> Span | None:
    if adjective.dep in ("acomp", "oprd", "conj", "ROOT", "ccomp", "attr", "advcl"):
        return speaker(parse, parse.tokens[adjective.head])
    return None


def _verb(parse: Parse, verb: Token) -> Iterator[Draft]:
    if is_passive(parse, verb):
        theme = subject(parse, verb)
        if theme is None and verb.dep in ("acl", "amod"):
            theme = parse.tokens[verb.head]
        source = agent(parse, verb)
        for found in passive_complements(parse, verb, theme):
            yield from _draft(parse, verb, found, source)
        return
    source = speaker(parse, verb)
    clausal = False
    for found in verb_complements(parse, verb):
        clausal = clausal or not found.frame.startswith(("obj", "prep"))
        yield from _draft(parse, verb, found, source)
    if not clausal:
        yield from _inserted(parse, verb, source)


def _inserted(parse: Parse, verb: Token, source: Span | None) -> Iterator[Draft]:
    """A clause inserted into what it reports: "the raid, officials said, failed", "as the ministry said"."""
    if verb.head == verb.i or source is None:
        return
    governor = parse.tokens[verb.head]
    if verb.dep == "parataxis":
        frame = "left"
    elif verb.dep == "advcl" and any(parse.tokens[i].text.lower() == "as" for i in parse.children[verb.i]):
        frame = "as"
    else:
        return
    words = below(parse, governor.i, {verb.i})
    yield from _draft(parse, verb, Complement(frame, words), source)


def _draft(parse: Parse, token: Token, found: Complement, source: Span | None) -> Iterator[Draft]:
    words = found.content
    if token.i in words:
        return
    content = runs(parse, words)
    if not content:
        return
    cue_words = sorted({token.i, *(i for i in parse.children[token.i] if parse.tokens[i].dep == "prt"), *found.cue})
    if source is not None and any(piece.overlaps(source) for piece in content):
        content = _apart(content, source)
        if not content:
            return
    yield Draft(
        source=() if source is None else (source,),
        cue=runs(parse, cue_words),
        content=content,
        lemma=lemma_of(parse, token),
        frame=found.frame,
        pos=token.pos if token.pos != "AUX" else "VERB",
    )


def _apart(content: tuple[Span, ...], source: Span) -> tuple[Span, ...]:
    """The content without the words of the source."""
    kept = []
    for piece in content:
        if not piece.overlaps(source):
            kept.append(piece)
            continue
        if piece.start < source.start:
            kept.append(Span(piece.start, source.start))
        if source.end < piece.end:
            kept.append(Span(source.end, piece.end))
    return tuple(kept)


__all__ = ["drafts_of", "lemma_of", "named"]
