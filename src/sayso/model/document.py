"""Document: an immutable text and what is known about its publication."""

from typing import Literal

from msgspec import Struct

from sayso.model.span import Span

HowKnown = Literal["given", "read", "inferred", "unknown"]
WhyLeftOut = Literal["boilerplate", "credit", "navigation", "headline"]


class DateCandidate(Struct, frozen=True):
    """One publication date that fits what the text tells, with its score and the reasons.

    edtf: an EDTF date, such as "2015-10-02".
    score: share of the evidence, 0 to 1; the candidates of one document sum to 1. The day that was given with an article which
    prints another has none.
    because: the reasons in words, such as 'the text names Friday; "Islamic State" is active from 2013'.
    """

    edtf: str
    score: float
    because: str


class Published(Struct, frozen=True):
    """When the document was published, and how that is known.

    edtf: an EDTF date, an EDTF set of candidates ("[2009-10-02,2015-10-02]"), or None when unknown.
    how: given by the caller, read off the text or page, inferred from what the text tells, or unknown.
    candidates: ranked, best first, when inferred; the day that was given where the one that the article prints was read instead.
    evidence: the words it was read or inferred from.
    """

    edtf: str | None = None
    how: HowKnown = "unknown"
    candidates: tuple[DateCandidate, ...] = ()
    evidence: tuple[Span, ...] = ()

    @property
    def date(self) -> str | None:
        """The publication day as "YYYY-MM-DD" where it is one certain day, else None."""
        if self.how in ("given", "read") and self.edtf is not None and len(self.edtf) == 10:
            return self.edtf
        return None


class Dateline(Struct, frozen=True):
    """The line opening of wire copy: "WASHINGTON, Oct. 2 (UPI) —".

    span: the whole opening, including the dash; the report's own words start after it.
    """

    span: Span
    place: Span | None = None
    date: Span | None = None
    agency: Span | None = None


class LeftOut(Struct, frozen=True):
    """A stretch of the text that is not the report: furniture, a credit, navigation, a headline."""

    span: Span
    why: WhyLeftOut


class Document(Struct, frozen=True):
    """An immutable text and what is known about its publication.

    doc: the caller's name of the document.
    text: the text; every span of every later noun counts in its characters. Never repaired or stripped.
    id: SHA-256 of the text's UTF-8 bytes, in hex.
    language: ISO 639-1 code of the detected language, or None when the text is too short to tell.
    bytes_hash: SHA-256 of the bytes the text was read from, in hex; None when a str was given.
    """

    doc: str
    text: str
    id: str
    published: Published = Published()
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    bytes_hash: str | None = None
    dateline: Dateline | None = None
    left_out: tuple[LeftOut, ...] = ()
