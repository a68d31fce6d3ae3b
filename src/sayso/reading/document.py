"""From a text and what the caller knows of it to a Document."""

import hashlib

from sayso.errors import TextTooLong
from sayso.model import Dateline, Document, LeftOut, Published, Span
from sayso.reading.clean_copy import clean_text
from sayso.reading.dates import checked_date
from sayso.reading.furniture import furniture_of
from sayso.reading.language import language_of
from sayso.reading.monitored import day_of_header
from sayso.reading.opening import front_of


def document_of(
    text: str,
    *,
    doc: str = "-",
    date: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    limit: int | None = None,
) -> Document:
    """The Document of a text: its language, its dateline, and what of it is no part of the report.

    doc: the caller's name for it. date: the day of publication as "YYYY-MM-DD", None when it is not known.
    limit: the most characters that the text may have.

    The text stays as it is, to the character: every span that is found later counts in it.
    Raises BadDate, and TextTooLong before anything is read.
    """
    if limit is not None and len(text) > limit:
        raise TextTooLong(len(text), limit)
    day = checked_date(date)
    copy = clean_text(text)
    front = front_of(copy, title)
    left_out = [*front.left_out, *furniture_of(copy, front.start, front.author)]
    return Document(
        doc=doc,
        text=text,
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        published=_published(day, copy, front.dateline),
        title=title,
        publisher=publisher,
        url=url,
        language=language_of(copy[front.start :]) or language_of(copy),
        dateline=front.dateline,
        left_out=tuple(_merged(left_out)),
    )


def _published(given: str | None, text: str, dateline: Dateline | None) -> Published:
    """The day that was given, else that of a monitored header, whose short year no later stage would take for one."""
    if given is not None:
        return Published(edtf=given, how="given")
    if dateline is None or dateline.date is None or (day := day_of_header(dateline.date.words(text))) is None:
        return Published()
    return Published(edtf=day, how="read", evidence=(dateline.date,))


def _merged(left_out: list[LeftOut]) -> list[LeftOut]:
    """In the order of the text, without overlaps: what lies inside another piece goes, what overlaps it is joined."""
    merged: list[LeftOut] = []
    for left in sorted(left_out, key=lambda left: (left.span.start, -left.span.end)):
        if merged and left.span.start < merged[-1].span.end:
            last = merged[-1]
            merged[-1] = LeftOut(Span(last.span.start, max(last.span.end, left.span.end)), last.why)
        else:
            merged.append(left)
    return merged
