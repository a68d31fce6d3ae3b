"""The codebook and the words of events, and what their loaders refuse."""

from pathlib import Path

import pytest

from sayso.errors import BadResource, MissingResource
from sayso.model import EVENT_TYPES, Actor, ActorKind, Codes
from sayso.resources.codebook import Lexicon, Weights, load_codebook, load_senses, load_weights
from sayso.resources.codebook.inflection import participles
from sayso.resources.codebook.schemes import CONTEXTS

TYPES = EVENT_TYPES


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


def test_every_word_with_a_code_of_its_own_is_a_word_of_its_type(lexicon: Lexicon) -> None:
    known = {(sense.type, sense.word) for senses in lexicon.senses.values() for sense in senses}
    named = {(name, word) for name, entry in lexicon.codebook.types.items() for word in entry.by_word}
    assert named - known == set()


def test_every_context_of_a_word_is_one_of_plovers(lexicon: Lexicon) -> None:
    told = {name for senses in lexicon.senses.values() for sense in senses for name in sense.contexts}
    assert told - set(CONTEXTS) == set()


def test_every_party_of_a_side_is_declared(lexicon: Lexicon) -> None:
    named = {name for side in lexicon.codebook.sides for name in side.agent | side.patient}
    assert named - lexicon.codebook.parties.keys() == set()


def test_every_type_and_mode_has_a_cameo_code_of_its_root(lexicon: Lexicon) -> None:
    roots = {
        "AGREE": ("03",), "CONSULT": ("04",), "SUPPORT": ("05",), "CONCEDE": ("08",), "COOPERATE": ("06",),
        "AID": ("07",), "RETREAT": ("08",), "REQUEST": ("10",), "ACCUSE": ("11",), "REJECT": ("12",),
        "THREATEN": ("13",), "PROTEST": ("14",), "MOBILIZE": ("15",), "SANCTION": ("16",), "COERCE": ("17", "19"),
        "ASSAULT": ("17", "18", "19", "20"),
    }  # fmt: skip
    book = lexicon.codebook
    found = {
        (name, mode, book.codes(name, mode).cameo)
        for name, entry in book.types.items()
        for mode in (None, *entry.modes)
    }
    assert {one for one in found if one[2] is None or not one[2].startswith(roots[one[0]])} == set()


@pytest.mark.parametrize(
    ("kind", "mode", "word", "cameo"),
    [
        ("ACCUSE", "disapprove", "condemn", "111"),
        ("ACCUSE", "charge", "sue", "115"),
        ("AGREE", None, "sign", "057"),
        ("AGREE", None, "promise", "03"),
        ("RETREAT", "withdraw", "withdraw", "0874"),
        ("ASSAULT", "explosives", "bombing", "183"),
        ("ASSAULT", "targeted", "assassinate", "186"),
        ("COERCE", "curfew", "curfew", "1723"),
        ("SANCTION", "embargo", "embargo", "163"),
    ],
)
def test_the_word_decides_the_finer_cameo_code(
    lexicon: Lexicon, kind: str, mode: str | None, word: str, cameo: str
) -> None:
    assert cameo == lexicon.codebook.codes(kind, mode, word).cameo


def _actor(kind: ActorKind, sector: str | None = None) -> Actor:
    return Actor(kind.upper(), kind, (kind,), sector=sector)


@pytest.mark.parametrize(
    ("agent", "patient", "mode", "ucdp", "acled"),
    [
        (_actor("military"), _actor("armed_group"), "firearms", "state-based", "Battles: Armed clash"),
        (_actor("armed_group"), _actor("police"), None, "state-based", "Battles: Armed clash"),
        (_actor("armed_group"), _actor("armed_group"), None, "non-state", "Battles: Armed clash"),
        (_actor("armed_group"), _actor("civilians"), None, "one-sided", "Violence against civilians: Attack"),
        (_actor("military"), _actor("civilians"), "aerial", None, "Explosions/Remote violence: Air/drone strike"),
        (_actor("person", "REB"), _actor("military"), None, "state-based", "Battles: Armed clash"),
        (_actor("state"), _actor("other"), "capture", None, "Battles: Government regains territory"),
        (_actor("crowd"), _actor("civilians"), "beat", None, "Riots: Mob violence"),
        (_actor("company"), _actor("civilians"), None, None, None),
    ],
)
def test_who_fights_whom_decides_the_type_of_violence(
    lexicon: Lexicon, agent: Actor, patient: Actor, mode: str | None, ucdp: str | None, acled: str | None
) -> None:
    book = lexicon.codebook
    codes = book.between(book.codes("ASSAULT", mode), "ASSAULT", mode, [agent], [patient])
    assert (ucdp, acled) == (codes.ucdp, codes.acled)


def test_nobody_known_leaves_the_type_of_violence_open(lexicon: Lexicon) -> None:
    book = lexicon.codebook
    assert book.between(book.codes("ASSAULT", None), "ASSAULT", None, [], []).ucdp is None


@pytest.mark.parametrize(
    ("codes", "cause"),
    [
        ('cameo = "21"', "cameo '21' is no CAMEO code"),
        ('acled = "Battles: Picnic"', "no event and sub-event type of ACLED"),
        ('ucdp = "two-sided"', "ucdp 'two-sided' is none of state-based, non-state, one-sided"),
    ],
)
def test_a_code_that_its_scheme_does_not_have_is_refused(tmp_path: Path, codes: str, cause: str) -> None:
    file = tmp_path / "codebook.toml"
    file.write_text(
        f'name = "x"\nversion = "1"\n[types.AGREE]\nwhat = "agree"\ncodes = {{ {codes} }}\n', encoding="utf-8"
    )
    with pytest.raises(BadResource, match=cause):
        load_codebook(file)
