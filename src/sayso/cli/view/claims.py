"""The claims, in the order of the text, under those who make them."""

from collections.abc import Iterator
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.view.frame import BESIDE, columns, heading, mark, plain_marks
from sayso.cli.view.phrases import (
    EXCERPT,
    excerpt,
    holder_words,
    place_words,
    sentence_around,
    time_words,
    toll_words,
    who_to_whom,
)
from sayso.model import Claim, Ledger

LEFT = 22
AGAIN = 90
NUMBER = 4
INFERRED = {
    "agent": "who", "agent_actor": "who", "patient": "to whom", "patient_actor": "to whom", "place": "where", "time": "when"
}  # fmt: skip


def claims_of(ledger: Ledger, console: Console) -> Iterator[RenderableType]:
    """The claims; those that one holder makes one after the other stand together."""
    if not ledger.claims:
        if ledger.document.language in ("en", None):
            yield heading("Claims", console)
            yield Text("No event of the codebook is reported.", style="quiet")
        return
    yield heading("Claims", console, "in the order of the text")
    seen: set[tuple[int, int]] = set()
    for holder, claims in groupby(ledger.claims, key=lambda claim: claim.holder):
        yield Padding(holder_words(holder, ledger, console), (1, 0, 0, 0))
        yield _table([_row(claim, ledger, console, seen) for claim in claims], console)


def _table(rows: list[tuple[RenderableType, ...]], console: Console) -> Table:
    table = columns(NUMBER, LEFT, None, None) if console.width >= BESIDE else columns(NUMBER, LEFT, None)
    for row in rows:
        table.add_row(*row)
    return table


def _row(claim: Claim, ledger: Ledger, console: Console, seen: set[tuple[int, int]]) -> tuple[RenderableType, ...]:
    """One claim. seen: the sentences that were shown; of those, only the words next to the trigger are shown again."""
    number = Text(claim.id, style="quiet")
    sentence = sentence_around(claim.event.trigger, ledger.document.text)
    words = excerpt(claim.event.trigger, ledger.document, console, most=AGAIN if sentence in seen else EXCERPT)
    seen.add(sentence)
    body: list[RenderableType] = [who_to_whom(claim, ledger, "->" if plain_marks(console) else "→")]
    facts = _facts(claim, ledger)
    if facts.plain:
        body.append(facts)
    if console.width >= BESIDE:
        return number, _what(claim, console), Group(*body), words
    return number, _what(claim, console), Group(*body, words)


def _what(claim: Claim, console: Console) -> RenderableType:
    """Type and mode, and how certain the holder is."""
    event = claim.event
    kind = Text.assemble((event.type, "type"), f" {event.mode.replace('_', ' ')}" if event.mode else "")
    certain = Text(f"{mark(event.factuality, console)} {event.factuality}", style=event.factuality)
    return Group(kind, certain)


def _facts(claim: Claim, ledger: Ledger) -> Text:
    """Where, when, and the toll; what was not in the claim's own words is lighter, and said so."""
    places = [place_words(place, ledger) for place in (claim.place, *claim.places) if place is not None]
    told = [
        ("place", ", ".join(dict.fromkeys(places))),
        ("time", "" if claim.time is None else time_words(claim.time, ledger)),
        ("toll", toll_words(claim.event.toll)),
    ]
    parts = [Text(words, style="quiet" if field in claim.inferred else "") for field, words in told if words]
    found = Text(" · ").join(parts)
    inferred = list(dict.fromkeys(INFERRED[one] for one in claim.inferred if one in INFERRED))
    if inferred:
        found.append(("  " if parts else "") + f"[inferred: {', '.join(inferred)}]", style="quiet")
    return found
