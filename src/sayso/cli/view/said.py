"""What is said without an event: who else speaks, and their words."""

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.text import Text

from sayso.cli.view.frame import columns, heading
from sayso.cli.view.phrases import chain, shortened, speaker, squeezed
from sayso.model import Attribution, Ledger

WHO = 34
NARROW_WHO = 22
WIDE = 90
MOST = 200


def said_of(ledger: Ledger, console: Console) -> Iterator[RenderableType]:
    """Those who are quoted or cited for something that holds no claim, in the order of the text, and for what.

    What is said inside of another's words is left to these.
    """
    told = _told(ledger)
    rest = [one for one in ledger.attributions if one.parent is None and one.id not in told and one.content]
    if not rest:
        return
    yield heading("Also said", console, "no event of the codebook in it")
    table = columns(WHO if console.width >= WIDE else NARROW_WHO, None)
    for one in rest:
        table.add_row(speaker(one, ledger), _words(one, ledger))
    yield table


def _told(ledger: Ledger) -> set[str]:
    """Attributions that the claims show already: their outermost voices, and those whose cue is itself an event."""
    holders = (chain(ledger.attribution(claim.holder), ledger) for claim in ledger.claims if claim.holder is not None)
    told = {voices[0].id for voices in holders if voices}
    triggers = {place for claim in ledger.claims for place in range(claim.event.trigger.start, claim.event.trigger.end)}
    acts = (one.id for one in ledger.attributions if any(triggers & set(range(cue.start, cue.end)) for cue in one.cue))
    return told.union(acts)


def _words(attribution: Attribution, ledger: Ledger) -> Text:
    """What is said; in quotation marks where every word of it stands in them in the text."""
    pieces = " … ".join(squeezed(span.words(ledger.document.text)) for span in attribution.content)
    words = shortened(pieces.strip('"“”„«» '), MOST) if attribution.kind == "direct" else shortened(pieces, MOST)
    return Text(f"“{words}”" if attribution.kind == "direct" else words, style="quiet")
