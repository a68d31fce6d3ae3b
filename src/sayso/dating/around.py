"""Around: an expression in its surroundings, as the checks of plausibility look at it."""

from msgspec import Struct

from sayso.dating.lexer import Lexed
from sayso.dating.meaning import Meaning, Piece
from sayso.dating.tense import Tenses
from sayso.model import Token


class Around(Struct, frozen=True):
    """A piece with the words beside it and the parse's tokens under it."""

    piece: Piece
    lexed: Lexed
    tenses: Tenses

    @property
    def meaning(self) -> Meaning:
        """What the piece says."""
        return self.piece.meaning

    @property
    def words(self) -> list[str]:
        """Its own words, in lower case."""
        return self.lexed.words[self.piece.first : self.piece.last]

    @property
    def before(self) -> str:
        """The word before it; a line break at the start of the text."""
        return self.lexed.words[self.piece.first - 1] if self.piece.first > 0 else "\n"

    @property
    def after(self) -> str:
        """The word after it; a line break at the end of the text."""
        return self.lexed.words[self.piece.last] if self.piece.last < len(self.lexed.words) else "\n"

    @property
    def first_token(self) -> Token | None:
        """The parse's token at its first word; None where nothing was parsed."""
        return self.tenses.token_at(self.lexed.starts[self.piece.first])

    @property
    def last_token(self) -> Token | None:
        """The parse's token at its last word."""
        return self.tenses.token_at(self.lexed.starts[self.piece.last - 1])

    def letter(self, index: int) -> str:
        """The first character, as written, of a word of the text."""
        return self.lexed.text[self.lexed.starts[index]]
