"""Parse: our own light table of sentences and tokens, so that no later stage knows which parser made it."""

from collections.abc import Iterator

from msgspec import Struct

from sayso.model.span import Span


class Token(Struct, frozen=True, gc=False):
    """One word or punctuation mark.

    i: its index in Parse.tokens; head: the index of its syntactic head (itself for a root).
    text, lemma: as written, and the lower-case lemma.
    pos, tag: the universal (UPOS) and the Penn Treebank part of speech.
    dep: the dependency label of spaCy's English pipelines (ClearNLP scheme: nsubj, dobj, nsubjpass, agent, pobj, ...).
    name: the label of the name it belongs to (OntoNotes: PERSON, ORG, GPE, NORP, ...), "" outside of names.
    sentence: the index of its sentence.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    name: str
    sentence: int

    @property
    def span(self) -> Span:
        """The characters of the token."""
        return Span(self.start, self.end)


class Sentence(Struct, frozen=True, gc=False):
    """One sentence: tokens [first, last) of the parse.

    paragraph: the index of its paragraph (text between line breaks); left_out: it is not part of the report
    (boilerplate, headline, the dateline itself), so only placing and dating look at it.
    """

    i: int
    first: int
    last: int
    span: Span
    paragraph: int
    left_out: bool = False


class Name(Struct, frozen=True, gc=False):
    """A name found by the recogniser: tokens [first, last) and its OntoNotes label."""

    first: int
    last: int
    span: Span
    label: str


class Parse(Struct, frozen=True):
    """Sentences, tokens and names of one document.

    children: for each token, the indices of its dependents in the order of the text.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    children: tuple[tuple[int, ...], ...]

    def of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def head(self, token: Token) -> Token:
        """The token's syntactic head; the token itself for a root."""
        return self.tokens[token.head]

    def dependents(self, token: Token, *deps: str) -> Iterator[Token]:
        """The token's direct dependents, in order; only those labelled with one of deps, if any are given."""
        for index in self.children[token.i]:
            child = self.tokens[index]
            if not deps or child.dep in deps:
                yield child

    def subtree(self, token: Token) -> list[Token]:
        """The token and all that depends on it, in the order of the text."""
        found, waiting = [], [token.i]
        while waiting:
            index = waiting.pop()
            found.append(index)
            waiting.extend(self.children[index])
        return [self.tokens[index] for index in sorted(found)]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The token's head, its head's head, up to the root of the sentence."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def first_joined(self, token: Token) -> Token:
        """The first of the words that a word is joined to by "and"; the word itself where it stands alone."""
        while token.dep == "conj" and token.head != token.i:
            token = self.tokens[token.head]
        return token

    def within(self, span: Span) -> tuple[Token, ...]:
        """The tokens that overlap the span."""
        first = self._first_ending_after(span.start)
        last = first
        while last < len(self.tokens) and self.tokens[last].start < span.end:
            last += 1
        return self.tokens[first:last]

    def root_of(self, span: Span) -> Token | None:
        """The syntactic head of the words of a span: the first token whose head lies outside of it; None for no token."""
        inside = self.within(span)
        indices = {token.i for token in inside}
        for token in inside:
            if token.pos != "PUNCT" and (token.head == token.i or token.head not in indices):
                return token
        return inside[0] if inside else None

    def sentence_at(self, span: Span) -> Sentence | None:
        """The sentence that holds the first token of the span; None for no token."""
        inside = self.within(span)
        return self.sentences[inside[0].sentence] if inside else None

    def _first_ending_after(self, position: int) -> int:
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= position:
                low = middle + 1
            else:
                high = middle
        return low
