"""Draft: an attribution as a finder sees it, before it is checked, ordered and nested."""

from msgspec import Struct

from sayso.model import Span


class Draft(Struct, frozen=True):
    """Words that seem to make someone responsible for a content.

    source, cue, content: spans in the order of the text; source is empty where the text names nobody.
    confidence: 0 to 1. lemma: the lemma of the cue's main word ("accuse"), "" when there is no cue word.
    frame: the construction that tied them together ("that", "obj+prep:of", "quote", ...), as the cue lexicon names it.
    exact: its spans stand as they are: a trained finder chose them, quotation marks included.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float = 1.0
    lemma: str = ""
    frame: str = ""
    pos: str = "VERB"
    exact: bool = False
