import pytest

from sayso.model import Span
from sayso.tagging.quotation import kind_of


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ('"We left at dawn," she said.', '"We left at dawn,"', "direct"),
        ("“We left at dawn,” she said.", "We left at dawn,", "direct"),
        ('She said they "left at dawn" on foot.', 'they "left at dawn" on foot', "mixed"),
        ("She said they left at dawn.", "they left at dawn", "indirect"),
        ('She said: "We left at dawn', '"We left at dawn', "mixed"),
    ],
)
def test_kinds_are_read_off_the_quotation_marks(text: str, content: str, kind: str) -> None:
    start = text.index(content)
    assert kind_of(text, [Span(start, start + len(content))]) == kind


def test_no_content_is_indirect() -> None:
    assert kind_of("It was denied.", []) == "indirect"
