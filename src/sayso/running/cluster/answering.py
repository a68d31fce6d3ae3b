"""What is made of one piece: its line of output, its claims as rows, and its ledger."""

import io
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from sayso.comparing.dates import days_of
from sayso.errors import cause_of
from sayso.exporting.claims_table import claims_table
from sayso.exporting.gathering import Gathering, NameOf, name_in
from sayso.model import Document, Ledger, Problem
from sayso.reading import document_of
from sayso.reading.stories import Story
from sayso.resources.actors import Registry
from sayso.running.cluster.pieces import FailedPiece, LinePiece, Placed, decode_piece
from sayso.running.lines import decode_document, encode, encode_problem
from sayso.running.one import Read
from sayso.settings import Settings

UNKNOWN = "unknown"


class Answer(Struct, frozen=True, kw_only=True):
    """A document of the lake.

    key, source, number, where: which piece of which source. line: as `sayso annotate` writes it, ledger or problem.
    document: SHA-256 of the text. month: of publication, "2015-10" or "unknown". published: EDTF.
    ledger, story: as msgpack, for those who load the lake; of a document that failed, the story keeps its text.
    claims: the rows of its claims (Arrow IPC), empty where it has none.
    """

    key: str
    source: str
    number: int
    where: str
    line: bytes
    month: str = UNKNOWN
    doc: str | None = None
    document: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    words: int = 0
    count: int = 0
    problem: str | None = None
    ledger: bytes | None = None
    story: bytes | None = None
    claims: bytes = b""


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Answer)


def decode_answer(data: bytes) -> Answer:
    """The answer of bytes."""
    return _decoder.decode(data)


def problem_answer(placed: Placed, problem: Problem) -> Answer:
    """The answer of a piece that has no ledger. A story keeps its text, so that nothing is lost."""
    story = None if isinstance(placed.piece, LinePiece | FailedPiece) else _encoder.encode(placed.piece.story)
    return Answer(
        key=placed.key, source=placed.source, number=placed.number, where=problem.where, line=encode_problem(problem),
        doc=problem.doc, problem=problem.cause, story=story,
    )  # fmt: skip


def answer_piece(data: bytes, number: int, read: Read, settings: Settings) -> bytes:
    """The answer to a piece, as bytes; whatever goes wrong with it is its problem."""
    del number
    placed = decode_piece(data)
    return _encoder.encode(_answered(placed, read, settings))


def _answered(placed: Placed, read: Read, settings: Settings) -> Answer:
    piece = placed.piece
    if isinstance(piece, FailedPiece):
        return problem_answer(placed, piece.problem)
    try:
        story, document = _document(placed, settings)
        return _read(placed, story, read(document), settings)
    except Exception as error:  # noqa: BLE001  # the border of one document: whatever it does must not end the run
        return problem_answer(placed, Problem(placed.doc, cause_of(error, placed.where), placed.where))


def _document(placed: Placed, settings: Settings) -> tuple[Story, Document]:
    """The story and the document of a piece; of a line, the document that `sayso annotate` makes of it."""
    piece, limit = placed.piece, settings.max_characters
    assert not isinstance(piece, FailedPiece)
    if not isinstance(piece, LinePiece):
        return piece.story, piece.story.document(limit)
    found = decode_document(piece.line, placed.where)
    document = document_of(
        found.text, doc=found.doc, date=found.date, title=found.title, publisher=found.publisher, url=found.url, limit=limit
    )  # fmt: skip
    story = Story(
        found.doc, f"{placed.source}, line {placed.number}", found.text, title=found.title, date=found.date,
        publisher=found.publisher, url=found.url,
    )  # fmt: skip
    return story, document


def _read(placed: Placed, story: Story, ledger: Ledger, settings: Settings) -> Answer:
    document = ledger.document
    return Answer(
        key=placed.key,
        source=placed.source,
        number=placed.number,
        where=placed.where,
        line=encode(ledger),
        month=month_of(document),
        doc=document.doc,
        document=document.id,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        published=document.published.edtf,
        language=document.language,
        words=len(document.text.split()),
        count=len(ledger.claims),
        ledger=_encoder.encode(ledger),
        # the ledger has the text
        story=_encoder.encode(msgspec.structs.replace(story, text="")),
        claims=_rows(ledger, settings.actors),
    )


def month_of(document: Document) -> str:
    """The month of publication, "2015-10"; "unknown" where it is not known to the month."""
    days = days_of(document.published.edtf)
    edtf = document.published.edtf or ""
    if days is None or days.length is None or days.length > 31 or len(edtf) < 7:
        return UNKNOWN
    return edtf[:7]


@cache
def _names(actors: tuple[str, ...]) -> NameOf:
    """What names the actors of the registry and of the user's own files."""
    return name_in(Registry.open([Path(file) for file in actors]))


def _rows(ledger: Ledger, actors: tuple[str, ...]) -> bytes:
    if not ledger.claims:
        return b""
    import pyarrow as pa  # noqa: PLC0415  # takes half a second to load

    table = claims_table(Gathering(ledger, _names(actors)).rows())
    out = io.BytesIO()
    with pa.ipc.new_stream(out, table.schema) as writer:
        writer.write_table(table)
    return out.getvalue()
