"""What every stage keeps to: pure, deterministic, inside the text, and never felled by odd words."""

from collections.abc import Callable, Iterable

import pytest

from sayso import attributing, coding, dating, naming, placing
from sayso.model import Document, LeftOut, Parse, Span
from sayso.parsing import Parser
from sayso.reading import document_of
from sayso.resources.actors import Registry
from sayso.resources.codebook import Lexicon
from sayso.resources.cues import CueLexicon
from sayso.resources.gazetteer import Gazetteer
from sayso.tagging import Tagger

Stage = Callable[[Document, Parse], tuple[object, ...]]

TEXTS = {
    "empty": "",
    "blank": " \n\t \n",
    "no words": "?! … — ” “ ) (",
    "controls": "Rebels\x00 shelled\u202e the town\x07 on Monday, residents said.",
    "unbalanced": '“We will not leave, he said. ‘They came at night,” she added. "Never',
    "capitals": "REBELS SHELLED THE TOWN ON MONDAY, RESIDENTS SAID.",
    "lower case": "rebels shelled the town on monday, residents said.",
    "one long word": "a" * 5_000,
    "a long list": "troops " * 1_500,
    "many quotes": "“No,” he said. " * 300,
    "emoji": "😀 Protesters marched in Paris 🇫🇷 on 3 May 2015 😡, police said.",
    "wire": "GENEVA, May 3 (XYZ) — Envoys met on Monday. “We agree,” the minister said, but Russia denied that it had bombed Homs.",
}


@pytest.fixture(scope="module")
def stages(tagger: Tagger) -> dict[str, Stage]:
    registry, gazetteer, cues, lexicon = Registry.open(), Gazetteer.open(), CueLexicon.open(), Lexicon.open()

    def events(document: Document, parse: Parse) -> tuple[object, ...]:
        found = attributing.find_attributions(document, parse, cues)
        read = tagger.read(document)
        return coding.find_events(document, parse, found, lexicon, read.tags.triggers, opinion=read.parts)

    def actors(document: Document, parse: Parse) -> tuple[object, ...]:
        return naming.resolve(document, parse, registry).mentions

    return {
        "attributing": lambda document, parse: attributing.find_attributions(document, parse, cues),
        "coding": events,
        "dating": dating.find_times,
        "naming": actors,
        "placing": lambda document, parse: placing.find_places(document, parse, gazetteer),
    }


def spans(value: object) -> Iterable[Span]:
    """Every span in a noun, at whatever depth."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from spans(one)
    elif hasattr(value, "__struct_fields__"):
        for field in value.__struct_fields__:
            yield from spans(getattr(value, field))


STAGES = ("attributing", "coding", "dating", "naming", "placing")


@pytest.mark.parametrize("name", STAGES)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_stage_keeps_inside_the_text_and_says_the_same_twice(
    name: str, text: str, stages: dict[str, Stage], parser: Parser
) -> None:
    document = document_of(text, date="2015-10-02")
    parse = parser.parse(document)
    found = stages[name](document, parse)
    assert found == stages[name](document, parse)
    for span in spans(found):
        assert span.words(text).strip()


@pytest.mark.parametrize("name", ["attributing", "coding", "naming"])
def test_a_stage_passes_over_what_is_left_out(name: str, stages: dict[str, Stage], parser: Parser) -> None:
    text = "Rebels shelled the town on Monday, residents said."
    document = Document(
        doc="x", text=text, id="", language="en", left_out=(LeftOut(Span(0, len(text)), "boilerplate"),)
    )
    assert stages[name](document, parser.parse(document)) == ()
