"""The codebook and the words of events, and what their loaders refuse."""

from pathlib import Path
from typing import get_args

import pytest

from sayso.errors import BadResource, MissingResource
from sayso.model import Codes, EventType
from sayso.resources.codebook import Lexicon, Weights, load_codebook, load_senses, load_weights
from sayso.resources.codebook.inflection import participles

TYPES = get_args(EventType)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.open()


def _folder(path: Path, name: str, line: str) -> Path:
    for kind in TYPES:
        path.joinpath(f"{kind.lower()}.tsv").write_text("# empty\n", encoding="utf-8")
    path.joinpath(f"{name.lower()}.tsv").write_text(f"# words\n{line}\n", encoding="utf-8")
    return path


def test_the_codebook_has_all_sixteen_types(lexicon: Lexicon) -> None:
    assert set(lexicon.codebook.types) == set(TYPES)


def test_an_airstrike_has_its_codes_in_other_schemes(lexicon: Lexicon) -> None:
    expected = Codes("195", "Explosions/Remote violence: Air/drone strike", None)
    assert expected == lexicon.codebook.codes("ASSAULT", "aerial")


def test_a_mode_without_codes_falls_back_on_its_type(lexicon: Lexicon) -> None:
    assert lexicon.codebook.codes("AGREE", None).cameo == "03"


def test_the_lexicon_knows_well_over_a_thousand_words(lexicon: Lexicon) -> None:
    assert len({word for word, _ in lexicon.senses}) > 1_300


def test_every_mode_of_a_word_stands_in_the_codebook(lexicon: Lexicon) -> None:
    unknown = {
        (sense.type, sense.mode)
        for senses in lexicon.senses.values()
        for sense in senses
        if sense.mode is not None and sense.mode not in lexicon.codebook.types[sense.type].modes
    }
    assert unknown == set()


def test_every_class_that_a_condition_names_exists(lexicon: Lexicon) -> None:
    known = {f"@{name}" for names in lexicon.class_of.values() for name in names}
    labels = {"@GPE", "@LOC", "@FAC", "@ORG", "@NORP", "@PERSON", "@MONEY", "@PERCENT"}
    named = {
        value
        for senses in lexicon.senses.values()
        for sense in senses
        for condition in (*sense.when, *sense.unless)
        for value in condition.values
        if value.startswith("@")
    }
    assert named - known - labels == set()


def test_a_row_with_an_unknown_condition_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadResource, match=r"assault\.tsv:2: 'sometimes' is not a condition"):
        load_senses(_folder(tmp_path, "ASSAULT", "bomb\tv\t\t0.9\tsometimes"))


def test_a_weight_above_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadResource, match="weight 7 is not between 0 and 1"):
        load_senses(_folder(tmp_path, "AID", "aid\tn\t\t7"))


def test_a_missing_file_of_words_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingResource, match=r"agree\.tsv"):
        load_senses(tmp_path)


def test_a_codebook_without_a_type_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "codebook.toml"
    file.write_text('name = "mine"\nversion = "1"\n[types.AGREE]\nwhat = "agree"\n', encoding="utf-8")
    with pytest.raises(BadResource, match="no entry for the type CONSULT"):
        load_codebook(file)


def test_weights_with_a_short_row_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "weights.json"
    file.write_text('{"labels": ["a", "b"], "bias": [0, 0], "rows": {"x": [1]}}', encoding="utf-8")
    with pytest.raises(BadResource, match="not as long as the 2 labels"):
        load_weights(file)


def test_shares_sum_to_one_and_follow_the_features() -> None:
    weights = Weights(("no", "yes"), (0.0, 0.0), {"strong": (-2.0, 2.0)})
    no, yes = weights.shares(["strong", "unknown"])
    assert (no + yes == pytest.approx(1.0), yes > no) == (True, True)


@pytest.mark.parametrize(
    ("verb", "past", "present"),
    [
        ("besiege", "besieged", "besieging"),
        ("stab", "stabbed", "stabbing"),
        ("deny", "denied", "denying"),
        ("attack", "attacked", "attacking"),
        ("withdraw", "withdrawn", "withdrawing"),
    ],
)
def test_participles_are_spelled_as_in_print(verb: str, past: str, present: str) -> None:
    assert {past: verb, present: verb} == participles([verb])
