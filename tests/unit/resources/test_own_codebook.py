"""The user's own codebook: what it may declare, and how what is wrong with it is named by line and cause."""

from pathlib import Path

import pytest

from sayso.errors import BadResource, MissingResource
from sayso.resources.codebook import Lexicon
from sayso.resources.codebook.whereabouts import lines_of

HEAD = 'name = "labour"\nversion = "1"\n'
WALKOUT = '[types.WALKOUT]\nwhat = "workers stop working"\n'
WORDS = '[[types.WALKOUT.words]]\nwords = ["down tool"]\npos = "v"\n'


def opened(path: Path, text: str) -> Lexicon:
    file = path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    return Lexicon.open(file)


def test_a_type_is_added_to_those_that_ship(tmp_path: Path) -> None:
    book = opened(tmp_path, HEAD + 'extends = "sayso"\n' + WALKOUT).codebook
    assert (book.name, len(book.types)) == ("labour", 17)


def test_without_extends_the_types_of_the_file_alone_are_recorded(tmp_path: Path) -> None:
    book = opened(tmp_path, HEAD + '[types.PROTEST]\nwhat = "any protest"\n' + WALKOUT).codebook
    assert (set(book.types), book.recorded("ASSAULT", None)) == ({"PROTEST", "WALKOUT"}, None)


def test_a_type_with_a_shipped_name_keeps_what_it_does_not_tell_anew(tmp_path: Path) -> None:
    book = opened(tmp_path, HEAD + '[types.PROTEST]\nwhat = "any protest"\n').codebook
    assert (book.types["PROTEST"].what, book.codes("PROTEST", "hunger").cameo) == ("any protest", "142")


def test_what_is_judged_to_be_one_type_is_recorded_as_another(tmp_path: Path) -> None:
    text = HEAD + 'extends = "sayso"\n' + WALKOUT + 'judged_as = ["PROTEST:strike"]\n'
    book = opened(tmp_path, text).codebook
    assert ("WALKOUT", "PROTEST") == (book.recorded("PROTEST", "strike"), book.recorded("PROTEST", "demo"))


def test_two_files_with_the_same_name_and_other_content_have_other_digests(tmp_path: Path) -> None:
    one = opened(tmp_path, HEAD + WALKOUT).codebook.digest
    assert one != opened(tmp_path, HEAD + WALKOUT + "# changed\n").codebook.digest


def test_a_side_of_the_user_goes_before_those_that_ship(tmp_path: Path) -> None:
    side = '[[sides]]\ntypes = ["ASSAULT"]\nacled = "Battles: Armed clash"\n'
    book = opened(tmp_path, HEAD + 'extends = "sayso"\n' + side).codebook
    assert book.between(book.codes("ASSAULT", "aerial"), "ASSAULT", "aerial", [], []).acled == "Battles: Armed clash"


@pytest.mark.parametrize(
    ("text", "line", "cause"),
    [
        ("name = \n", 1, "not TOML"),
        ('version = "1"\n' + WALKOUT, 1, "name is missing"),
        (HEAD, 1, "declare a type"),
        (HEAD + "[typs.WALKOUT]\n", 3, "unknown key 'typs'"),
        (HEAD + 'extends = "cameo"\n', 3, 'extends must be "sayso"'),
        (HEAD + '[types.walkout]\nwhat = "x"\n', 3, "must be upper-case letters"),
        (HEAD + "[types.WALKOUT]\n", 3, "missing required field `what`"),
        (HEAD + WALKOUT + "wat = 1\n", 5, "unknown field `wat`"),
        (HEAD + WALKOUT + 'judged_as = ["STRIKE"]\n', 5, "judged_as names 'STRIKE'"),
        (HEAD + WALKOUT + 'judged_as = ["PROTEST:nap"]\n', 5, "PROTEST has no mode 'nap'"),
        (HEAD + WALKOUT + '[types.WALKOUT.modes]\nwild = { cameo = "99" }\n', 6, "is no CAMEO code"),
        (HEAD + WALKOUT + WORDS + "weight = 3\n", 8, "weight 3.0 is not between 0 and 1"),
        (HEAD + WALKOUT + WORDS + 'mode = "wild"\n', 8, "'wild' is no mode of WALKOUT"),
        (HEAD + WALKOUT + WORDS + 'when = ["sometimes"]\n', 8, "'sometimes' is not a condition"),
        (HEAD + WALKOUT + WORDS + 'when = ["subj:@nobody"]\n', 8, "no noun class '@nobody'"),
        (HEAD + WALKOUT + WORDS + 'contexts = ["fun"]\n', 8, "none of PLOVER's contexts"),
        (HEAD + WALKOUT + WORDS + WORDS.replace('"v"', '"x"'), 10, "Invalid enum value 'x'"),
        (HEAD + WALKOUT + '[[sides]]\ntypes = ["WALKOUT"]\nagent = ["aliens"]\n', 5, "no party 'aliens'"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, line: int, cause: str) -> None:
    with pytest.raises(BadResource) as caught:
        opened(tmp_path, text)
    assert cause in str(caught.value)
    assert f"mine.toml, line {line}:" in str(caught.value) or "not TOML" in cause


def test_a_codebook_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingResource, match=r"none\.toml: no such file; give --codebook"):
        Lexicon.open(tmp_path / "none.toml")


def test_the_lines_of_listed_tables_are_told_apart() -> None:
    lines = lines_of("[a]\nx = 1\n[[a.b]]\ny = 1\n[[a.b]]\ny = 2\n[a.b.c]\nz = 1\n")
    assert (2, 4, 6, 8) == (
        lines["a", "x"],
        lines["a", "b", 0, "y"],
        lines["a", "b", 1, "y"],
        lines["a", "b", 1, "c", "z"],
    )
