"""The second look at participants: phrases beside their rivals and beside other events."""

from collections.abc import Callable

import numpy as np
import pytest

from sayso.coding.candidates import candidates
from sayso.coding.participants import BARS, first_look, roles_of
from sayso.coding.second_look import HARDLY, Look, looked_again, rows, verbs_of
from sayso.model import Document, EventType, Parse
from sayso.resources.codebook import Lexicon, Trees

Parsed = Callable[..., tuple[Document, Parse]]
TEXT = "Rebels shelled the port after the army had arrested a clerk."


@pytest.fixture
def looks(parse_text: Parsed, lexicon: Lexicon) -> tuple[Parse, list[Look]]:
    """The first looks at the two events of a sentence."""
    parse = parse_text(TEXT)[1]
    kinds: dict[str, EventType] = {"shelled": "ASSAULT", "arrested": "COERCE"}
    some = [one for one in candidates(parse, parse.sentences[0], lexicon) if one.token.text in kinds]
    return parse, [first_look(one, kinds[one.token.text], some, parse, lexicon) for one in some]


def always(*values: float) -> Trees:
    """Trees of one leaf each, that say the same of every phrase."""
    nothing = np.zeros((3, 1), dtype=np.int32)
    return Trees(
        ("none", "agent", "patient"), nothing, np.zeros((3, 1), np.float32), nothing, nothing,
        np.array(values, dtype=np.float32)[:, None], 0,
    )  # fmt: skip


def test_every_phrase_has_a_row_of_one_length(looks: tuple[Parse, list[Look]]) -> None:
    parse, (first, second) = looks
    table = rows(first, [second], verbs_of(0, parse))
    assert len(table) == len(first.prospects) == len(first.both)
    assert {len(row) for row in table} == {29}


def test_what_another_event_claims_is_seen(looks: tuple[Parse, list[Look]]) -> None:
    parse, (first, second) = looks
    army = next(n for n, one in enumerate(first.prospects) if one.head.text == "army")
    alone, beside = (rows(first, others, verbs_of(0, parse))[army] for others in ([], [second]))
    changed = [(before, after) for before, after in zip(alone, beside, strict=True) if before != after]
    # likely agent of the arrest, whose word stands two words on; the arrest is no word between it and the shelling
    assert changed[0] == (0.0, second.both[army][1])
    assert (0.0, 2.0) in changed


def test_phrases_that_hardly_take_part_keep_their_shares(looks: tuple[Parse, list[Look]]) -> None:
    parse, some = looks
    told = looked_again(some, parse, always(0.0, 9.0, 0.0))
    for look, shares in zip(some, told, strict=True):
        for before, after in zip(look.both, shares, strict=True):
            if before[1] + before[2] < HARDLY:
                assert after == before
            else:
                assert after[1] > 0.99


def test_the_trees_that_ship_tell_the_doers_of_two_deeds_apart(
    looks: tuple[Parse, list[Look]], lexicon: Lexicon
) -> None:
    parse, some = looks
    told = looked_again(some, parse, lexicon.second_look)
    doers = [
        max(zip(shares, look.prospects, strict=True), key=lambda pair: pair[0][1])[1].head.text
        for look, shares in zip(some, told, strict=True)
    ]
    assert doers == ["Rebels", "army"]


@pytest.mark.parametrize(
    ("text", "told"),
    [("Ghana and Peru agreed to a truce.", ["Ghana", "Peru"]), ("Ghana agreed as Peru watched.", ["Ghana"])],
)
def test_who_is_joined_with_a_doer_needs_less(parse_text: Parsed, lexicon: Lexicon, text: str, told: list[str]) -> None:
    parse = parse_text(text)[1]
    deed = next(one for one in candidates(parse, parse.sentences[0], lexicon) if one.token.text == "agreed")
    look = first_look(deed, "AGREE", [deed], parse, lexicon)
    sure = {"Ghana": (0.1, 0.9, 0.0), "Peru": (0.7, 0.3, 0.0)}
    shares = [sure.get(one.head.text, (1.0, 0.0, 0.0)) for one in look.prospects]
    assert [one.text for one in roles_of(look, shares, parse, lexicon, BARS).agents] == told
