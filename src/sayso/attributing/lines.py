"""Lines of speech: "Reza: we will not leave", as in transcripts, interviews and headings."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.attributing.draft import Draft
from sayso.attributing.quotations import LINE, Marks
from sayso.model import Parse, Sentence, Span

# Up to five words that look like a name or its title, a colon, and the words spoken.
SPEAKER = re.compile(r"\s*([A-Z][\w.’'-]*(?: (?:[A-Z(][\w.’')-]*|of|the|de|al|bin|von|van)){0,5})\s?:\s+(?=\S)")
NO_SPEAKERS = frozenset(
    {
        "abstract", "background", "by", "caption", "copyright", "correction", "date", "editor", "file", "full text",
        "images", "location", "note", "photo", "photos", "picture", "read more", "related", "see also", "source",
        "sources", "tags", "time", "update", "updated", "video", "watch", "where", "when", "who", "what", "why", "how",
        "more", "also", "image", "credit", "place", "topic", "topics", "category", "contact", "tel", "email", "e-mail",
        "q", "question", "a", "answer", "p.s", "ps", "warning", "breaking", "exclusive", "opinion", "analysis",
    }
)  # fmt: skip


def lines_of_speech(parse: Parse, marks: Marks, found: Sequence[Draft]) -> list[Draft]:
    """Drafts of lines that open with a speaker and a colon, where no other draft has the words after it."""
    by_paragraph: dict[int, list[Sentence]] = {}
    for sentence in parse.sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    taken = sorted(piece for draft in found for piece in draft.content)
    starts = [piece.start for piece in taken]
    quoted = {mark.outer.start for mark in marks.top}
    result: list[Draft] = []
    for paragraph, line in enumerate(LINE.finditer(parse.text)):
        sentences = by_paragraph.get(paragraph, [])
        opening = SPEAKER.match(parse.text, line.start(), line.end())
        if opening is None or not sentences or sentences[0].left_out or opening[1].lower() in NO_SPEAKERS:
            continue
        draft = _line(parse, line, opening, quoted)
        if draft is not None:
            first = max(0, bisect_left(starts, line.start()) - 1)
            last = bisect_left(starts, line.end())
            if not any(draft.content[0].overlaps(piece) for piece in taken[first:last]):
                result.append(draft)
    return result


def _line(parse: Parse, line: re.Match[str], opening: re.Match[str], quoted: set[int]) -> Draft | None:
    source = Span(opening.start(1), opening.end(1))
    named = [token for token in parse.within(source) if token.pos == "PROPN" or token.name]
    content = Span(opening.end(), line.end())
    if len(content.words(parse.text).split()) < 3 or not named:
        return None
    certainty = 0.8 if content.start in quoted else 0.45
    colon = Span(source.end, source.end + 1)
    return Draft((source,), (_colon(parse.text, colon),), (content,), certainty, ":", "colon", "PUNCT")


def _colon(text: str, near: Span) -> Span:
    at = text.index(":", near.start)
    return Span(at, at + 1)
