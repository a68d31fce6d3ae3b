from collections.abc import Callable

from sayso.attributing import find_attributions
from sayso.model import Attribution, Document, Parse
from sayso.resources.cues import CueLexicon

ParseText = Callable[..., tuple[Document, Parse]]
CUES = CueLexicon.open()


def found(parse_text: ParseText, text: str) -> list[tuple[str, str]]:
    document, parse = parse_text(text)
    attributions: tuple[Attribution, ...] = find_attributions(document, parse, CUES)
    return [(one.source[0].words(text), one.content[0].words(text)) for one in attributions if one.source]


def test_a_paragraph_of_quotation_is_spoken_by_whom_the_sentence_before_tells_of(parse_text: ParseText) -> None:
    text = "Defence Minister Ana Moreno, on a visit to Lima, defended the raid.\n“The camp was a threat to all of us.”"
    assert ("Defence Minister Ana Moreno", "The camp was a threat to all of us") in found(parse_text, text)


def test_a_quotation_after_a_sentence_about_things_has_no_speaker(parse_text: ParseText) -> None:
    text = "The bridge collapsed on Monday.\n“The camp was a threat to all of us.”"
    assert found(parse_text, text) == []
