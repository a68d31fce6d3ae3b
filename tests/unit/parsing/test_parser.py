from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import spacy

from sayso.errors import MissingResource
from sayso.model import Dateline, Document, LeftOut, Parse, Span
from sayso.parsing import Parser
from sayso.reading import document_of

ParseText = Callable[..., tuple[Document, Parse]]


def sentences(parse: Parse) -> list[str]:
    return [sentence.span.words(parse.text) for sentence in parse.sentences]


def test_a_line_break_ends_a_sentence(parse_text: ParseText) -> None:
    _, parse = parse_text("Troops entered the town\nResidents fled.")
    assert sentences(parse) == ["Troops entered the town", "Residents fled."]
    assert [sentence.paragraph for sentence in parse.sentences] == [0, 1]


@pytest.mark.parametrize("title", ["Col.", "Gen.", "Lt.", "Sgt.", "Sen.", "Brig."])
def test_an_abbreviated_rank_does_not_end_a_sentence(parse_text: ParseText, title: str) -> None:
    text = f"The order was given by {title} Adam Kowal on Monday."
    assert sentences(parse_text(text)[1]) == [text]


def test_a_closing_quotation_mark_stays_with_its_sentence(parse_text: ParseText) -> None:
    _, parse = parse_text("“We will stay.” He left.")
    assert sentences(parse)[0].startswith("“We will stay.")
    assert not any(words.startswith("”") for words in sentences(parse))


def test_is_in_capitals_is_a_name(parse_text: ParseText) -> None:
    _, parse = parse_text("Troops retook two villages from IS on Monday.")
    assert next(token.pos for token in parse.tokens if token.text == "IS") == "PROPN"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("IS killed nine guards and members of a militia during an assault on a gas field.", "nsubj"),
        ("The assault comes less than two weeks after IS killed nine guards of the field.", "nsubj"),
        ("IS was driven out of two villages on Monday.", "nsubjpass"),
    ],
)
def test_the_group_is_the_subject_of_what_it_does(parse_text: ParseText, text: str, word: str) -> None:
    _, parse = parse_text(text)
    assert word == next(token.dep for token in parse.tokens if token.text == "IS")


@pytest.mark.parametrize(
    ("text", "day", "doer"),
    [
        ("On Sunday army planes bombed the village of Tarna.", "Sunday", "planes"),
        ("On Wednesday Homs governor Adam Sile had also reported the attack.", "Wednesday", "Sile"),
        ("The army said on Monday rebels fired mortars at the capital.", "Monday", "rebels"),
    ],
)
def test_a_day_before_a_name_belongs_to_its_preposition(parse_text: ParseText, text: str, day: str, doer: str) -> None:
    _, parse = parse_text(text)
    found = next(token for token in parse.tokens if token.text == day)
    assert (found.dep, parse.head(found).text.lower()) == ("pobj", "on")
    assert any(token.text == doer and token.dep == "nsubj" for token in parse.tokens)


def test_a_day_that_names_what_follows_stays_with_it(parse_text: ParseText) -> None:
    _, parse = parse_text("The advertisement was printed in the Sunday newspapers.")
    assert parse.head(next(token for token in parse.tokens if token.text == "Sunday")).text == "newspapers"


def test_heads_stay_inside_their_sentence(parse_text: ParseText) -> None:
    _, parse = parse_text("Rebels shelled the town. The army answered with rockets, and the clashes went on.")
    for token in parse.tokens:
        assert parse.head(token).sentence == token.sentence


def test_the_dateline_is_no_part_of_the_first_sentence(parser: Parser) -> None:
    document = document_of("GENEVA (XYZ) — Envoys met on Monday.")
    document = msgspec.structs.replace(document, dateline=Dateline(Span(0, 15), place=Span(0, 6)))
    parse = parser.parse(document)
    assert sentences(parse) == ["GENEVA (XYZ) —", "Envoys met on Monday."]
    assert [sentence.left_out for sentence in parse.sentences] == [True, False]


def test_what_is_left_out_is_parsed_and_marked(parser: Parser) -> None:
    text = "Envoys met on Monday.\nShare this article"
    document = document_of(text)
    document = msgspec.structs.replace(document, left_out=(LeftOut(Span(22, len(text)), "navigation"),))
    assert [sentence.left_out for sentence in parser.parse(document).sentences] == [False, True]


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00\x01\u202e", "”””", "a" * 20_000, "word " * 12_000])
def test_odd_text_is_parsed_without_loss(parse_text: ParseText, text: str) -> None:
    _, parse = parse_text(text)
    for token in parse.tokens:
        assert parse.text[token.start : token.end].strip()
    written = "".join(parse.text[token.start : token.end] for token in parse.tokens)
    assert len(written) >= sum(not character.isspace() for character in text) - text.count("\x00") - text.count(
        "\x01"
    ) - text.count("\u202e")


def test_words_without_an_end_are_cut(parse_text: ParseText) -> None:
    _, parse = parse_text("troops " * 600)
    assert [sentence.last - sentence.first for sentence in parse.sentences] == [250, 250, 100]
    assert all(parse.head(token).sentence == token.sentence for token in parse.tokens)


def test_a_document_is_parsed_the_same_alone_and_after_others(parser: Parser) -> None:
    one = document_of("The envoy left Geneva on Friday.\nShe will return, officials said.")
    alone = parser.parse(one)
    parser.parse(document_of("Soldiers burned the market and " * 30))
    assert parser.parse(one) == alone


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(MissingResource, match="no_such_pipeline"):
        Parser.open("no_such_pipeline")


def test_words_that_mean_much_the_same_point_the_same_way(parser: Parser) -> None:
    robbery, theft, water = (parser.vector(word) for word in ("robbery", "theft", "water"))
    assert robbery is not None
    assert theft is not None
    assert water is not None
    assert robbery @ theft > robbery @ water
    assert parser.dimensions == len(robbery)
    assert 1.0 == pytest.approx(float(robbery @ robbery), abs=1e-4)


def test_a_word_without_a_meaning_has_no_vector(parser: Parser) -> None:
    assert parser.vector("xqzzyv") is None


def test_every_label_of_the_pipeline_can_be_read_back(parser: Parser) -> None:
    strings = parser._pipeline.vocab.strings
    labels = {label for _, component in parser._pipeline.pipeline for label in getattr(component, "labels", ())}
    assert {"NNP", "nsubj", "GPE"} <= labels
    assert labels == {strings[strings[label]] for label in labels}


def test_a_component_that_knows_words_by_their_numbers_has_the_words_of_its_pipeline(tmp_path: Path) -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.vocab.strings.add("Qqq")
    pipeline.to_disk(tmp_path)
    assert "Qqq" in Parser.open(str(tmp_path))._pipeline.vocab.strings


def test_a_folder_without_a_pipeline_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingResource, match=r"no config\.cfg"):
        Parser.open(str(tmp_path))
