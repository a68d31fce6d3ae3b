"""How the pieces of a claim are put into words."""

from collections.abc import Iterable
from typing import Final

from rich.console import Console
from rich.text import Text

from sayso.cli.view.frame import plain_marks
from sayso.exporting.wording import count_words, date_words, says, sentence_around, shortened, squeezed, toll_words
from sayso.model import Attribution, Claim, ClaimPlace, ClaimTime, Document, Ledger, Span

EXCERPT: Final = 220


def spans_words(spans: Iterable[Span], text: str, most: int = 90) -> str:
    """The words of some spans, joined by commas."""
    return ", ".join(shortened(span.words(text), most) for span in spans)


def party(spans: tuple[Span, ...], actors: tuple[str, ...], ledger: Ledger) -> Text:
    """A participant: its words in the text and, where they do not name it themselves, who it is."""
    words = spans_words(spans, ledger.document.text)
    names = [name_of(actor, ledger) for actor in actors]
    others = [name for name in dict.fromkeys(names) if not says(words, name, whole=False) and not says(name, words)]
    found = Text(words)
    if not words:
        return Text(", ".join(dict.fromkeys(names)), style="italic")
    if others:
        found.append(f" ({', '.join(others)})", style="quiet")
    return found


def name_of(actor: str, ledger: Ledger) -> str:
    """What the text first calls an actor; its id where it has no name."""
    found = ledger.cast.actor(actor)
    return squeezed(found.names[0]).rstrip(",;") if found is not None and found.names else actor


def who_to_whom(claim: Claim, ledger: Ledger, arrow: str) -> Text:
    """Who did it to whom, lighter where it was inferred; "nobody is named" where the text names neither."""
    event = claim.event
    agent = party(event.agent, claim.agent_actor, ledger)
    patient = party(event.patient, claim.patient_actor, ledger)
    for told, field in ((agent, "agent"), (patient, "patient")):
        if field in claim.inferred:
            told.stylize("quiet")
    if not agent.plain and not patient.plain:
        return Text("nobody is named", style="quiet")
    if not patient.plain:
        return agent
    doer = agent if agent.plain else Text("not told", style="quiet")
    return Text.assemble(doer, (f" {arrow} ", "quiet"), patient)


def chain(attribution: Attribution | None, ledger: Ledger) -> list[Attribution]:
    """The attributions that an attribution stands in, the outermost first, and itself last."""
    found: list[Attribution] = []
    while attribution is not None and attribution not in found:
        found.append(attribution)
        attribution = ledger.attribution(attribution.parent)
    return found[::-1]


def speaker(attribution: Attribution, ledger: Ledger) -> Text:
    """Who speaks, in the words of the text, with the cue: "U.S. military officials said"."""
    text = ledger.document.text
    source = spans_words(attribution.source, text).rstrip(",;: ")
    found = Text()
    if source:
        found.append(source, style="name")
        known = name_of(attribution.source_actor, ledger) if attribution.source_actor is not None else ""
        if known and not says(source, known, whole=False) and not says(known, source):
            found.append(f" ({known})", style="quiet")
    elif attribution.source_actor is not None:
        found.append(name_of(attribution.source_actor, ledger), style="name")
    else:
        found.append("source not named", style="quiet")
    cue = spans_words(attribution.cue, text)
    if cue:
        found.append(" · ", style="quiet").append(cue, style="italic")
    return found


def holder_words(holder: str | None, ledger: Ledger, console: Console) -> Text:
    """Who says it: the article itself, a source, or a source in the words of another ("Rahal · said › the mayor · reported")."""
    if holder is None:
        return Text.assemble(("The article itself", "name"))
    voices = [speaker(one, ledger) for one in chain(ledger.attribution(holder), ledger)]
    if not voices:
        return Text.assemble((holder, "name"))
    found = voices[0]
    for voice in voices[1:]:
        found.append(" > " if plain_marks(console) else " › ", style="quiet").append_text(voice)
    return found


def place_words(place: ClaimPlace, ledger: Ledger) -> str:
    """Where: the name in the text, its province and country."""
    toponym = ledger.toponym(place.place)
    if toponym is None:
        return place.place
    found = toponym.place
    if found is None:
        return f"{squeezed(toponym.name)} (not in the gazetteer)"
    around = [found.name] if found.name.casefold() != squeezed(toponym.name).casefold() else []
    if found.admin1 and found.admin1.casefold() not in (found.name.casefold(), toponym.name.casefold()):
        around.append(found.admin1)
    if found.country and found.kind != "country":
        around.append(found.country)
    return squeezed(toponym.name) + (f" ({', '.join(around)})" if around else "")


def time_words(time: ClaimTime, ledger: Ledger) -> str:
    """When: the date, and the words it was read from."""
    words = "" if time.span is None else shortened(time.span.words(ledger.document.text), 50)
    if time.edtf is None:
        return f"“{words}”" if words else ""
    said = date_words(time.edtf)
    return f"{said} “{words}”" if words and words != said else said


def excerpt(trigger: Span, document: Document, console: Console, most: int = EXCERPT) -> Text:
    """The sentence around a trigger, shortened, the trigger standing out (between asterisks where there is no styling)."""
    text = document.text
    start, end = sentence_around(trigger, text)
    if document.dateline is not None and document.dateline.span.end <= trigger.start:
        start = max(start, document.dateline.span.end)
    half = max(30, (most - (trigger.end - trigger.start)) // 2)
    before, after = squeezed(text[start : trigger.start]), squeezed(text[trigger.end : end])
    room = half + max(0, half - len(after))
    if len(before) > room:
        cut = before.find(" ", len(before) - room)
        before = "…" + before[cut if cut > 0 else len(before) - room :].lstrip()
    after = shortened(after, max(30, most - len(before) - (trigger.end - trigger.start)))
    gap = " " if before and text[trigger.start - 1].isspace() else ""
    behind = " " if after and text[trigger.end].isspace() else ""
    word = squeezed(trigger.words(text))
    if not console.is_terminal:
        word = f"*{word}*"
    return Text.assemble((before + gap, "quiet"), (word, "trigger"), (behind + after, "quiet"))


__all__ = [
    "EXCERPT", "chain", "count_words", "date_words", "excerpt", "holder_words", "name_of", "party", "place_words", "says",
    "sentence_around", "shortened", "spans_words", "speaker", "squeezed", "time_words", "toll_words", "who_to_whom",
]  # fmt: skip
