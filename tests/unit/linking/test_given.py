"""Marked events, linked across documents."""

from itertools import combinations

import pytest

from sayso.linking.given import Marked, Seen, link, see
from sayso.model import Span
from sayso.parsing import Parser
from sayso.resources.linking import load_mention_weights

HARBOUR = {
    "coast": ("A ferry sank off the port of Lune on Tuesday, and 14 passengers drowned. Divers searched the ferry.",
              ("sank", "drowned", "searched")),
    "times": ("Fourteen passengers of a ferry drowned when it sank near the port of Lune, police said on Tuesday.",
              ("drowned", "sank")),
    "wire": ("The ferry that sank off Lune on Tuesday was not insured. The sinking of the ferry shocked the port.",
             ("sank", "sinking")),
    "council": ("The council of Brenn raised the tax on water on Friday. The mayor of Brenn defended the tax.",
                ("raised", "defended")),
    "herald": ("A tax on water was raised by the council of Brenn, its mayor told residents on Friday.", ("raised",)),
}  # fmt: skip


def marked(doc: str, text: str, words: tuple[str, ...]) -> Marked:
    return Marked(doc, text, tuple(Span(text.index(word), text.index(word) + len(word)) for word in words))


@pytest.fixture(scope="module")
def seen(parser: Parser) -> list[Seen]:
    return [see(marked(doc, *story), parser) for doc, story in HARBOUR.items()]


def names(seen: list[Seen]) -> dict[tuple[str, str], str]:
    """The event of each mention, by document and word."""
    linked = link(seen, load_mention_weights())
    return {
        (one.marked.doc, span.words(one.marked.text)): name
        for one, found in zip(seen, linked, strict=True)
        for span, name in found.items()
    }


def test_the_same_happening_in_several_documents_is_one_event(seen: list[Seen]) -> None:
    found = names(seen)
    assert found["coast", "sank"] == found["times", "sank"] == found["wire", "sank"] == found["wire", "sinking"]
    assert found["coast", "drowned"] == found["times", "drowned"]
    assert found["council", "raised"] == found["herald", "raised"]


def test_different_happenings_are_different_events(seen: list[Seen]) -> None:
    found = names(seen)
    apart = [found["coast", "sank"], found["coast", "drowned"], found["coast", "searched"], found["council", "raised"]]
    assert [] == [pair for pair in combinations(apart, 2) if len(set(pair)) == 1]


def test_the_order_of_the_documents_decides_nothing(seen: list[Seen]) -> None:
    assert names(seen) == names(seen[::-1]) == names(seen[2:] + seen[:2])


def test_a_document_that_is_given_twice_is_one(seen: list[Seen], parser: Parser) -> None:
    text, _ = HARBOUR["coast"]
    again = see(marked("coast", text, ("searched", "sank", "sank")), parser)
    linked = link([*seen, again], load_mention_weights())
    assert linked[0].items() >= linked[-1].items()


def test_documents_with_one_name_and_other_texts_are_kept_apart(parser: Parser) -> None:
    one = see(marked("same", "Rebels fled from Arbin on Monday.", ("fled",)), parser)
    other = see(marked("same", "Prices fell in the shops of Lune.", ("fell",)), parser)
    first, second = link([one, other], load_mention_weights())
    assert set(first.values()).isdisjoint(second.values())


def test_no_documents_and_documents_without_events_are_no_error(parser: Parser) -> None:
    assert [] == link([], load_mention_weights())
    assert [{}, {}] == link(
        [see(Marked("a", "Rebels fled."), parser), see(Marked("b", ""), parser)], load_mention_weights()
    )
