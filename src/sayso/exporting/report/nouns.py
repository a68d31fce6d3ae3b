"""What a report shows: every piece in words, ready for the page."""

from msgspec import Struct

from sayso.exporting.about import About


class Quoted(Struct, frozen=True):
    """A quotation cut at its trigger; trigger is empty where it does not stand in it."""

    before: str
    trigger: str
    after: str


class ClaimView(Struct, frozen=True):
    """One claim, ready to be shown. number: its place in the report; source: the number of its document; cue: what attributes it."""

    number: int
    id: str
    holder: str
    cue: str
    what: str
    factuality: str
    mark: str
    who: str
    whom: str
    where: str
    when: str
    toll: str
    killed: str
    injured: str
    quoted: Quoted | None
    inferred: tuple[str, ...]
    disputed: tuple[str, ...]
    source: int
    span: str
    confidence: str


class AccountView(Struct, frozen=True):
    """What one holder says.

    chain: the speakers, outermost first, each with the word that attributes; empty where the claims have several.
    kind: what the speaker is. several: whether it goes by several names.
    """

    holder: str
    chain: tuple[tuple[str, str], ...]
    kind: str
    several: bool
    claims: tuple[ClaimView, ...]


class DisputeView(Struct, frozen=True):
    """Claims of the report that pull apart on one field: of a denial two sides, those who report it and those who deny it."""

    field: str
    how: str
    note: str
    sides: tuple[tuple[ClaimView, ...], ...]


class Piece(Struct, frozen=True):
    """A piece of a whole text; claims: the numbers of those whose trigger it is."""

    text: str
    claims: tuple[int, ...] = ()


class PaperView(Struct, frozen=True):
    """One document. pieces: its whole text, where texts were asked for."""

    number: int
    title: str
    publisher: str
    published: str
    known: str
    url: str | None
    safe_url: bool
    id: str
    claims: int
    pieces: tuple[Piece, ...]


class Report(Struct, frozen=True):
    """The whole page. elsewhere: how many disputes are with claims that are not in it. matrix: whether accounts stand side by side."""

    kind: str
    title: str
    facts: tuple[tuple[str, str], ...]
    accounts: tuple[AccountView, ...]
    disputes: tuple[DisputeView, ...]
    elsewhere: int
    papers: tuple[PaperView, ...]
    matrix: bool
    runs: tuple[str, ...]
    about: About
