"""Articles whose every word means harm."""

from msgspec.structs import replace

from sayso.model import Actor, Attribution, Cast, Claim, Document, Event, Ledger, Mention, Published, Run, Span
from sayso.reading import document_of

HARM = {
    "script": "<script>alert(1)</script><img src=x onerror=\"document.title='harmed'\"><b class=harm>bold</b>",
    "bidi": "\u202eexploded\u2066 \u200f\u061c army",
    "word": "x" * 1_000_000,
    "surrogate": "\ud800 half \udfff",
    "nul": "a\0b\x1b[31m\x07",
    "formula": '=cmd|"/c calc"!A1',
    "crlf": "a\r\nSet-Cookie: evil=1\r\n\r\n<b>",
    "json": '"}],"items":[{"id":"\\u0000',
}


def harmful_ledger(name: str, words: str) -> Ledger:
    """An article whose every word is harmful: text, title, outlet, names."""
    text = f"{words} shelled {words}, {words} said."
    said = text.index(" shelled ") + 1
    document = replace(
        document_of(text, doc=words[:2_000], title=words[:5_000], publisher=words[:300], url=f"http://x.example/{name}"),
        language="en", published=Published("2015-10-02", "given"),
    )  # fmt: skip
    assert isinstance(document, Document)
    start = Span(0, max(1, said - 1))
    return Ledger(
        document,
        Run("0.1.0", "hostile", "0" * 64),
        cast=Cast((Actor("X", "other", (words,)),), (Mention(start, start, "name", "X"),)),
        attributions=(
            Attribution(
                "a1", "indirect", (start,), (Span(len(text) - 5, len(text) - 1),), (Span(said, said + 7),), "X"
            ),
        ),
        claims=(Claim("e1", Event(Span(said, said + 7), "ASSAULT", agent=(start,)), "a1", ("X",), ("X",)),),
    )
