"""Complements: what a reporting verb, noun or adjective takes as its content, and in which construction."""

from collections.abc import Iterator

from msgspec import Struct

from sayso.attributing.phrases import below
from sayso.model import Parse, Token


class Complement(Struct, frozen=True):
    """A stretch of the clause that may be a content.

    frame: the construction, as named in the cue lexicon. content: token indices in order.
    cue: indices of words that belong to the cue besides its main word (a preposition, a particle).
    """

    frame: str
    content: list[int]
    cue: tuple[int, ...] = ()


ADDRESSING = frozenset({"on", "upon", "for", "to", "with"})


def clause_kind(parse: Parse, clause: Token) -> str:
    """Say "that" for a finite clause, "inf", "ing", or "small" for a clause without a verb ("called him a liar")."""
    if clause.pos not in ("VERB", "AUX") and not any(
        parse.tokens[i].dep in ("cop", "aux", "auxpass", "mark") for i in parse.children[clause.i]
    ):
        return "small"
    for index in parse.children[clause.i]:
        child = parse.tokens[index]
        if child.dep == "aux" and child.tag == "TO":
            return "inf"
    if clause.tag == "VBG" and not any(parse.tokens[i].dep == "aux" for i in parse.children[clause.i]):
        return "ing"
    if clause.tag in ("VB", "VBN") and not any(
        parse.tokens[i].dep in ("aux", "auxpass", "nsubj", "nsubjpass", "mark") for i in parse.children[clause.i]
    ):
        return "small"
    return "that"


def without_that(parse: Parse, indices: list[int]) -> list[int]:
    """The content without the conjunction that opens it."""
    for position, index in enumerate(indices):
        token = parse.tokens[index]
        if token.pos == "PUNCT":
            continue
        if token.text.lower() == "that" and (token.dep == "mark" or token.tag == "IN"):
            return indices[position + 1 :]
        return indices
    return indices


def verb_complements(parse: Parse, verb: Token) -> Iterator[Complement]:
    """The complements of a verb in the active voice."""
    tokens = parse.tokens
    kids = [tokens[i] for i in parse.children[verb.i]]
    objects = [kid for kid in kids if kid.dep in ("dobj", "dative") and kid.pos != "ADP"]
    object_words = below(parse, objects[0].i) if objects else []
    clausal = False
    for kid in kids:
        if kid.dep == "ccomp":
            clausal = True
            yield from _finite(parse, kid, verb)
        elif kid.dep == "xcomp":
            kind = clause_kind(parse, kid)
            clausal = True
            words = below(parse, kid.i)
            addressed = _addressed(parse, kids, kid) if kind == "inf" and not objects else None
            if kind == "inf" and objects and objects[0].i < kid.i:
                yield Complement("obj+inf", sorted(object_words + words))
            elif addressed is not None:
                inner = [i for i in below(parse, addressed.i) if i != addressed.i]
                yield Complement(f"prep:{addressed.text.lower()}+inf", sorted(inner + words), (addressed.i,))
            elif kind == "small" or kid.pos in ("ADJ", "NOUN"):
                yield Complement("small", sorted({*object_words, *words}))
            else:
                yield Complement(kind, words)
        elif kid.dep == "oprd":
            clausal = True
            yield Complement("small", sorted({*object_words, *below(parse, kid.i)}))
    particles = tuple(kid.i for kid in kids if kid.dep == "prt")
    if not clausal:
        yield from _nominal(parse, kids, objects, object_words, particles)


def _addressed(parse: Parse, kids: list[Token], clause: Token) -> Token | None:
    """The preposition before whom an infinitive addresses: "called on both sides to stop"."""
    before = [kid for kid in kids if kid.dep == "prep" and kid.i < clause.i and kid.text.lower() in ADDRESSING]
    return before[-1] if before and parse.children[before[-1].i] else None


def _finite(parse: Parse, clause: Token, verb: Token) -> Iterator[Complement]:
    kind = clause_kind(parse, clause)
    words = below(parse, clause.i)
    if kind == "inf":
        has_subject = any(parse.tokens[i].dep in ("nsubj", "nsubjpass") for i in parse.children[clause.i])
        first = parse.tokens[words[0]]
        if first.tag in ("WRB", "WP", "WDT") or first.lemma == "whether":
            has_subject = False
        yield Complement("obj+inf" if has_subject else "inf", words)
    elif kind == "ing":
        yield Complement("ing", words)
    elif kind == "small":
        yield Complement("small", words)
    else:
        yield Complement("that" if clause.i > verb.i else "left", without_that(parse, words))


def _nominal(
    parse: Parse, kids: list[Token], objects: list[Token], object_words: list[int], particles: tuple[int, ...]
) -> Iterator[Complement]:
    """Objects and prepositions: "condemned the raid", "accused X of Y", "called for talks"."""
    with_object = bool(objects)
    for kid in kids:
        if kid.dep not in ("prep", "agent") or kid.text.lower() == "according":
            continue
        inner = [i for i in below(parse, kid.i) if i != kid.i]
        if not inner:
            continue
        name = kid.text.lower()
        clause = _told_in(parse, kid)
        if clause is not None:
            yield Complement("that", without_that(parse, below(parse, clause.i)))
        if with_object and kid.i > objects[0].i:
            yield Complement(f"obj+prep:{name}", sorted({*object_words, *inner, kid.i}))
        elif not with_object:
            yield Complement(f"prep:{name}", inner, (*particles, kid.i))
    if with_object:
        yield Complement("obj", sorted({i for one in objects[-1:] for i in below(parse, one.i)}), particles)


def _told_in(parse: Parse, preposition: Token) -> Token | None:
    """The clause that the parser hung on the document it was told in: "demanded in a resolution that troops leave"."""
    if preposition.text.lower() not in ("in", "through", "at", "during", "on", "to"):
        return None
    for noun in parse.dependents(preposition, "pobj"):
        for clause in parse.dependents(noun, "acl", "ccomp", "relcl"):
            marks = [child.text.lower() for child in parse.dependents(clause, "mark")]
            if marks == ["that"] and any(True for _ in parse.dependents(clause, "nsubj", "nsubjpass")):
                return clause
    return None


def passive_complements(parse: Parse, verb: Token, theme: Token | None) -> Iterator[Complement]:
    """The complements of a verb in the passive; theme: its subject, or the noun that the participle stands by."""
    tokens = parse.tokens
    expletive = theme is None or (theme.text.lower() == "it" and theme.dep in ("nsubjpass", "nsubj"))
    about = [] if theme is None or expletive else below(parse, theme.i, {verb.i})
    found = False
    for index in parse.children[verb.i]:
        kid = tokens[index]
        if kid.dep in ("ccomp", "xcomp"):
            found = True
            kind = clause_kind(parse, kid)
            words = below(parse, kid.i)
            if kind == "that":
                yield Complement("pass+that", without_that(parse, words))
            else:
                yield Complement("pass+inf" if kind == "inf" else "pass+small", sorted({*about, *words}))
        elif kid.dep == "oprd":
            found = True
            yield Complement("pass+small", sorted({*about, *below(parse, kid.i)}))
        elif kid.dep == "prep" and kid.text.lower() not in ("by", "according"):
            inner = [i for i in below(parse, kid.i) if i != kid.i]
            if inner:
                yield Complement(f"pass+prep:{kid.text.lower()}", sorted({*about, kid.i, *inner}))
    if not found and about:
        yield Complement("pass", about)


def noun_complements(parse: Parse, noun: Token) -> Iterator[Complement]:
    """The complements of a noun: "the claim that", "a plan to", "fears of", "their goal is to"."""
    for index in parse.children[noun.i]:
        kid = parse.tokens[index]
        if kid.dep in ("acl", "ccomp", "relcl", "xcomp") and kid.i > noun.i:
            kind = clause_kind(parse, kid)
            words = below(parse, kid.i)
            first = parse.tokens[words[0]]
            if kind == "that" and (first.dep == "mark" or first.lemma in ("that", "whether")) and first.tag == "IN":
                yield Complement("that", without_that(parse, words))
            elif kind == "inf":
                yield Complement("inf", words)
        elif kid.dep == "prep" and kid.text.lower() not in ("by", "from", "according"):
            inner = [i for i in below(parse, kid.i) if i != kid.i]
            if inner:
                yield Complement(f"prep:{kid.text.lower()}", inner, (kid.i,))
    governor = parse.tokens[noun.head]
    if noun.dep == "nsubj" and governor.lemma == "be":
        for index in parse.children[governor.i]:
            kid = parse.tokens[index]
            if kid.dep in ("ccomp", "xcomp") and kid.i > governor.i:
                yield Complement("be", without_that(parse, below(parse, kid.i)))


def adjective_complements(parse: Parse, adjective: Token) -> Iterator[Complement]:
    """The complements of an adjective: "sure that", "willing to", "worried about"."""
    for index in parse.children[adjective.i]:
        kid = parse.tokens[index]
        if kid.i < adjective.i:
            continue
        if kid.dep in ("ccomp", "xcomp"):
            kind = clause_kind(parse, kid)
            yield Complement(kind, without_that(parse, below(parse, kid.i)))
        elif kid.dep == "prep":
            inner = [i for i in below(parse, kid.i) if i != kid.i]
            if inner:
                yield Complement(f"prep:{kid.text.lower()}", inner, (kid.i,))
