"""Two phrases that copy without commas has side by side are told apart where a verb or preposition needs both."""

from collections.abc import Callable

import pytest

from sayso.model import Document, Parse

ParseText = Callable[..., tuple[Document, Parse]]


def of(parse: Parse, word: str) -> tuple[str, str]:
    """The dependency of a word and the word that it hangs on."""
    token = next(token for token in parse.tokens if token.text == word)
    return token.dep, parse.head(token).text


@pytest.mark.parametrize(
    ("text", "inner", "doer"),
    [
        ("Shells hit the western town of Masyaf residents said.", ("Masyaf", "pobj", "of"), ("residents", "said")),
        ("Shells hit the Karm district activists said on Friday.", ("district", "dobj", "hit"), ("activists", "said")),
        ("In northern Ghana Peruvian troops advanced on the town.", ("Ghana", "pobj", "In"), ("troops", "advanced")),
        (
            "Guards stopped the men near the border with Ghana local media reported.",
            ("Ghana", "pobj", "with"),
            ("media", "reported"),
        ),
        ("In the southern province of Daraa 16 men were killed.", ("Daraa", "pobj", "of"), ("men", "killed")),
    ],
)
def test_who_acts_is_no_part_of_the_phrase_before(
    parse_text: ParseText, text: str, inner: tuple[str, str, str], doer: tuple[str, str]
) -> None:
    parse = parse_text(text)[1]
    assert of(parse, inner[0]) == inner[1:]
    assert of(parse, doer[0])[0].startswith("nsubj")
    assert of(parse, doer[0])[1] == doer[1]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The soldiers of the Peruvian army said they were ready.", "army", ("pobj", "of")),
        ("Guards opened fire in the Lima suburb of Miraflores.", "suburb", ("pobj", "in")),
        ("The bombs that fell on Lima killed nine.", "Lima", ("pobj", "on")),
        ("The chief of the Watch office in Lima said nine men died.", "Lima", ("pobj", "in")),
        ("The attack by Northern Front fighters killed nine.", "fighters", ("pobj", "by")),
        ("The clerk was told by Peruvian state television.", "television", ("pobj", "by")),
    ],
)
def test_a_phrase_that_is_one_stays_whole(
    parse_text: ParseText, text: str, word: str, expected: tuple[str, str]
) -> None:
    assert of(parse_text(text)[1], word) == expected


def test_heads_stay_inside_their_sentence_and_make_a_tree(parse_text: ParseText) -> None:
    parse = parse_text("In Ghana rebels attacked a post. Shells hit the town of Masyaf residents said. Guards fled.")[1]
    assert all(parse.head(token).sentence == token.sentence for token in parse.tokens)
    assert all(len(list(parse.ancestors(token))) < len(parse.tokens) for token in parse.tokens)
