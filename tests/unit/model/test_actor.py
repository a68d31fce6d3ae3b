from sayso.model import Actor, Cast, Mention, Span

TEXT = "Pentagon spokesman Steve Warren"
CAST = Cast(
    actors=(Actor("PENTAGON", "government_body", ("Pentagon",)), Actor("WARREN", "person", ("Steve Warren",))),
    mentions=(
        Mention(Span(0, 8), Span(0, 8), "name", "PENTAGON"),
        Mention(Span(0, 31), Span(25, 31), "name", "WARREN"),
        Mention(Span(19, 31), Span(25, 31), "name", "WARREN"),
    ),
)


def test_the_mention_with_exactly_the_words_names_the_actor() -> None:
    assert CAST.named_by(Span(0, 31)) == ("WARREN",)
    assert CAST.named_by(Span(0, 8)) == ("PENTAGON",)


def test_a_word_inside_of_a_mention_is_read_as_that_mention() -> None:
    assert CAST.named_by(Span(25, 31)) == ("WARREN",)


def test_words_that_no_mention_touches_name_nobody() -> None:
    assert CAST.named_by(Span(40, 44)) == ()


def test_an_actor_is_found_by_its_id() -> None:
    found = CAST.actor("WARREN")
    assert found is not None
    assert found.kind == "person"
    assert CAST.actor("NOBODY") is None
