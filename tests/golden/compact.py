"""A ledger in a form that a person writes and reads: one line a claim, its fields as the article's words."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sayso.model import Attribution, Claim, Count, Ledger, Span


def claim_lines(ledger: Ledger) -> list[str]:
    """Each claim as "TYPE/mode factuality 'trigger' | holder: cue | agent > patient | place | time | toll"."""
    return [_claim(ledger, claim) for claim in ledger.claims]


def _claim(ledger: Ledger, claim: Claim) -> str:
    event, text = claim.event, ledger.document.text
    kind = event.type if event.mode is None else f"{event.type}/{event.mode}"
    parts = [
        f"{kind} {event.factuality} '{event.trigger.words(text)}'",
        _holder(ledger, ledger.attribution(claim.holder)),
        f"{_words(event.agent, text)} > {_words(event.patient, text)}",
        _places(ledger, claim),
        (claim.time.edtf or "?") if claim.time is not None else "-",
        _toll(claim),
    ]
    return " | ".join(parts)


def _holder(ledger: Ledger, holder: Attribution | None) -> str:
    if holder is None:
        return "the article"
    text = ledger.document.text
    return f"{_words(holder.source, text)}: {_words(holder.cue, text)}"


def _words(spans: Iterable[Span], text: str) -> str:
    return " + ".join(span.words(text) for span in spans) or "-"


def _places(ledger: Ledger, claim: Claim) -> str:
    names = []
    for where in (claim.place, *claim.places):
        toponym = ledger.toponym(where.place) if where is not None else None
        if toponym is not None:
            names.append(toponym.name)
    return ", ".join(names) or "-"


def _toll(claim: Claim) -> str:
    toll = claim.event.toll
    counts = {"killed": toll.killed, "injured": toll.injured, "detained": toll.detained, "displaced": toll.displaced}
    return ", ".join(f"{name} {_count(count)}" for name, count in counts.items() if count is not None) or "-"


def _count(count: Count) -> str:
    if count.low == count.high:
        return str(count.low)
    return f"{count.low if count.low is not None else ''}..{count.high if count.high is not None else ''}"


def dispute_lines(ledger: Ledger) -> list[str]:
    """Each dispute as "field how: 'trigger' of holder - 'trigger' of holder"."""
    claims = {claim.id: claim for claim in ledger.claims}

    def side(name: str) -> str:
        claim = claims[name]
        holder = ledger.attribution(claim.holder)
        who = "the article" if holder is None else _words(holder.source, ledger.document.text)
        return f"'{claim.event.trigger.words(ledger.document.text)}' of {who}"

    return [f"{one.field} {one.how}: {side(one.a)} - {side(one.b)}" for one in ledger.disputes]


def example(folder: Path) -> tuple[str, dict[str, Any], dict[str, list[str]]]:
    """An example's text, what is known of its publication, and its expected ledger."""
    text = (folder / "article.txt").read_text(encoding="utf-8")
    about = tomllib.loads((folder / "article.toml").read_text(encoding="utf-8"))
    expected = tomllib.loads((folder / "ledger.toml").read_text(encoding="utf-8"))
    return text, about, expected
