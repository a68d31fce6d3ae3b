"""Attribution: who is made responsible for a content, by which words."""

from typing import Literal

from msgspec import Struct

from sayso.model.span import Span

AttributionKind = Literal["direct", "indirect", "mixed"]
HolderCommitment = Literal["certain", "probable", "possible", "against", "wants", "intends", "asks", "none"]
ArticleCommitment = Literal["neutral", "accepts", "doubts", "rejects"]


class Said(Struct, frozen=True):
    """When and where the words were spoken, where the text tells: EDTF date, and the local id of a toponym."""

    edtf: str | None = None
    place: str | None = None


class Commitment(Struct, frozen=True):
    """How far a content is stood behind, as its cue tells.

    holder: certain ("said"), probable ("believes"), possible ("fears"), against ("denies"), wants, intends, asks, or none.
    article: whether it accepts the content by its choice of cue ("revealed"), doubts ("claimed") or rejects it, or not.
    """

    holder: HolderCommitment
    article: ArticleCommitment


class Attribution(Struct, frozen=True):
    """Someone other than the article's own voice is made responsible for a content.

    id: local to the document ("a1"), in the order of the text.
    kind: direct (whole content in quotation marks), mixed (partly), indirect.
    source, cue, content: their spans; source may be empty ("it was reported"). A content that is a quotation has its
    quotation marks where the tagger found it, and not where the rules did.
    source_actor: the local id of the actor who speaks. cue_class: says, claims, denies, orders, believes, fears, plans, ...
    commitment: of the holder and of the article towards the content; None for a cue that the lexicon does not know.
    said: the day and place of speech. parent: the id of the attribution whose content this one stands in.
    """

    id: str
    kind: AttributionKind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_actor: str | None = None
    cue_class: str | None = None
    said: Said | None = None
    parent: str | None = None
    confidence: float = 1.0
    commitment: Commitment | None = None
