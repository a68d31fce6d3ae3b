"""Building our table from a parsed piece of text."""

from typing import Any

from sayso.model import Name, Parse, Sentence, Span, Token
from sayso.parsing.pieces import Piece

# Words without a full stop for longer than this are no sentence but a list or a lost one, and are cut: the work of later
# stages grows faster than a sentence does.
LONGEST = 250


class TableBuilder:
    """Collects parsed pieces, in the order of the text, into one Parse."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: list[Token] = []
        self._sentences: list[Sentence] = []
        self._names: list[Name] = []

    def add(self, parsed: Any, piece: Piece) -> None:
        """Add the parse of one piece; white space is no token, and a sentence of white space alone is no sentence."""
        first = len(self._tokens)
        place: dict[int, int] = {}
        for token in parsed:
            if not token.is_space:
                place[token.i] = first + len(place)
        for sentence in parsed.sents:
            kept = [token for token in sentence if not token.is_space]
            for first_kept in range(0, len(kept), LONGEST):
                self._sentence(kept[first_kept : first_kept + LONGEST], place, piece)
        for name in parsed.ents:
            kept = [place[token.i] for token in name if token.i in place]
            if kept:
                span = Span(self._tokens[kept[0]].start, self._tokens[kept[-1]].end)
                self._names.append(Name(kept[0], kept[-1] + 1, span, name.label_))

    def _sentence(self, kept: list[Any], place: dict[int, int], piece: Piece) -> None:
        first, index, offset = len(self._tokens), len(self._sentences), piece.span.start
        last = first + len(kept)
        for token in kept:
            own = place[token.i]
            head = place.get(token.head.i, own)
            self._tokens.append(
                Token(
                    i=own,
                    start=offset + token.idx,
                    end=offset + token.idx + len(token),
                    text=token.text,
                    lemma=token.lemma_.lower(),
                    pos=token.pos_,
                    tag=token.tag_,
                    dep=token.dep_,
                    head=head if first <= head < last else own,
                    name=token.ent_type_,
                    sentence=index,
                )
            )
        span = Span(self._tokens[first].start, self._tokens[-1].end)
        self._sentences.append(Sentence(index, first, last, span, piece.paragraph, piece.left_out))

    def parse(self) -> Parse:
        """The finished table."""
        children: list[list[int]] = [[] for _ in self._tokens]
        for token in self._tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        return Parse(
            text=self._text,
            tokens=tuple(self._tokens),
            sentences=tuple(self._sentences),
            names=tuple(self._names),
            children=tuple(map(tuple, children)),
        )
