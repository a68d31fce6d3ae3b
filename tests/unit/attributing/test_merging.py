"""What the rules mend of attributions that a trained finder linked."""

from collections.abc import Callable

import pytest

from sayso.attributing import find_attributions
from sayso.model import Attribution, Document, Parse, Span
from sayso.resources.cues import CueLexicon

ParseText = Callable[..., tuple[Document, Parse]]
Found = Callable[..., list[tuple[list[str], list[str]]]]


def at(text: str, words: str) -> tuple[Span, ...]:
    """Where words stand in the text; several pieces are set apart by an ellipsis."""
    return tuple(Span(text.index(one), text.index(one) + len(one)) for one in words.split(" … ") if one)


@pytest.fixture
def found(parse_text: ParseText) -> Found:
    """A text and one attribution that a trained finder linked -> sources and contents of all."""
    cues = CueLexicon.open()

    def run(text: str, source: str, cue: str, content: str) -> list[tuple[list[str], list[str]]]:
        document, parse = parse_text(text)
        linked = Attribution("a1", "indirect", at(text, source), at(text, cue), at(text, content), confidence=0.8)
        made = find_attributions(document, parse, cues, tagged=[linked])
        return [([span.words(text) for span in one.source], [span.words(text) for span in one.content]) for one in made]

    return run


def test_a_clause_after_that_keeps_its_first_words(found: Found) -> None:
    text = "The envoy said that despite the storm the ferry had left the harbour."
    whole = "despite the storm the ferry had left the harbour"
    assert (["The envoy"], [whole]) in found(text, "The envoy", "said", "the ferry had left the harbour")


def test_the_source_is_no_part_of_what_is_told_according_to_it(found: Found) -> None:
    text = "According to the letter, the bridge was shut on Monday."
    assert [(["the letter"], ["the bridge was shut on Monday"])] == found(
        text, "", "According to", "the letter, the bridge was shut on Monday"
    )


def test_an_adverb_tells_of_its_whole_clause(found: Found) -> None:
    text = "The school was reportedly damaged and its bus was burned."
    contents = found(text, "", "reportedly", "damaged")
    assert [([], ["The school was", "damaged and its bus was burned"])] == contents


def test_a_claim_told_by_a_noun_has_its_owner_for_a_source(found: Found) -> None:
    text = "The court heard Mr Reza’s claim that the vote was bought."
    assert (["Mr Reza’s"], ["the vote was bought"]) in found(text, "", "claim", "the vote was bought")


def test_whom_a_paper_quotes_is_no_part_of_what_it_reports(found: Found) -> None:
    text = "Rebels took the town, the paper reported, quoting a local activist."
    assert [(["the paper"], ["Rebels took the town"]), (["a local activist"], ["Rebels took the town"])] == found(
        text, "the paper", "reported", "Rebels took the town … a local activist"
    )


def test_whom_a_speaker_quotes_before_speaking_stands_behind_the_words(found: Found) -> None:
    text = "Quoting the locals, the officer said the shop was looted at noon."
    assert (["the locals"], ["the shop was looted at noon"]) in found(
        text, "the officer", "said", "the shop was looted at noon"
    )


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The agency quoted a nurse at the clinic as saying that two boys had drowned.", "two boys had drowned"),
        ("The agency quoted a nurse at the clinic as saying that two boys had drowned.",
         "a nurse at the clinic as saying that two boys had drowned"),
        ("Two boys had drowned, the agency quoted a nurse at the clinic as saying.", "Two boys had drowned"),
    ],
)  # fmt: skip
def test_whom_an_agency_quotes_as_saying_it_is_who_says_it(found: Found, text: str, content: str) -> None:
    cited = [one for one in found(text, "he agency", "quoted", content) if one[0] == ["a nurse at the clinic"]]
    assert ["two boys had drowned"] == [told[0].lower() for _, told in cited]


def test_a_cue_of_reporting_and_citing_is_two(found: Found) -> None:
    text = "The strikes killed six people local media reported citing a military source."
    whole = "The strikes killed six people"
    assert [(["local media"], [whole]), (["a military source"], [whole])] == found(
        text, "local media", "reported citing", whole
    )


def test_what_a_speaker_cites_as_a_reason_is_nobodys_account(found: Found) -> None:
    text = "The mayor closed the school, the paper said, citing poor health."
    assert [["the paper"]] == [source for source, _ in found(text, "the paper", "said", "The mayor closed the school")]


def test_who_does_nothing_but_cite_speaks_himself(found: Found) -> None:
    text = "The officers were citing intelligence that the bridge would be blown up."
    told = "intelligence that the bridge would be blown up"
    assert (["The officers"], [told]) in found(text, "The officers", "were citing", told)


def test_what_nobody_claims_is_not_told_by_nobody(found: Found) -> None:
    text = "No group has claimed responsibility for the blast."
    assert not found(text, "No group", "claimed", "responsibility for the blast")


def test_the_rules_add_a_clause_that_is_told_inside_of_anothers_words(found: Found) -> None:
    text = "The envoy said the mayor claimed that the dam would hold."
    whole = "the mayor claimed that the dam would hold"
    assert (["the mayor"], ["the dam would hold"]) in found(text, "The envoy", "said", whole)


def test_the_rules_add_no_act_on_a_thing_inside_of_anothers_words(found: Found) -> None:
    text = "The envoy said the ministry had denied the visas."
    whole = "the ministry had denied the visas"
    assert [(["The envoy"], [whole])] == found(text, "The envoy", "said", whole)


def test_whom_something_quotes_is_who_says_it_where_who_quotes_comes_last(found: Found) -> None:
    text = "Two boys had drowned, the harbour office was quoted as saying by local media."
    told = ["Two boys had drowned"]
    assert [(["local media"], told), (["the harbour office"], told)] == found(
        text, "local media", "quoted", "Two boys had drowned"
    )


def test_who_passes_an_announcement_on_tells_who_announced_it(found: Found) -> None:
    text = "The harbour office announced on Monday that the ferry had sunk, according to Radio Nova."
    announced, sunk = "The harbour office announced on Monday that the ferry had sunk", "the ferry had sunk"
    assert [(["Radio Nova"], [announced]), (["The harbour office"], [sunk])] == found(
        text, "Radio Nova", "according to", "on Monday that the ferry had sunk"
    )


def test_a_clause_that_is_made_longer_keeps_off_the_weekday_of_its_cue(found: Found) -> None:
    text = "The police said Monday two men were arrested after the storm."
    told = "two men were arrested after the storm"
    assert [(["The police"], [told])] == found(text, "The police", "said Monday", "men were arrested after the storm")


def test_what_is_counted_is_all_that_a_participle_after_it_tells_of(found: Found) -> None:
    text = "The mayor counted 40 thefts reported from the port."
    assert [([], ["40 thefts"])] == found(text, "", "reported", "The mayor counted 40 thefts")
