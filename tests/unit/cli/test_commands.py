"""The commands: their options, their exit codes, their one clear line when something is wrong."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from made.calling import Outcome, Sayso
from sayso import api, pipeline
from sayso.model import Document, Ledger, Place, PlaceCandidate, Span, TimeExpression
from sayso.running import annotate as run
from sayso.settings import Settings

STORY = "Two ships collided near the harbour on Friday, and it was closed for a day, the port authority said."


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, ledger: Ledger) -> list[Any]:
    """A pipeline that gives every document the claims of one ledger; what it was given is kept in the list."""
    seen: list[Any] = []

    def read(document: Document) -> Ledger:
        seen.append(document)
        return msgspec.structs.replace(
            ledger, document=msgspec.structs.replace(ledger.document, published=document.published)
        )

    def open_(settings: Settings) -> SimpleNamespace:
        seen.append(settings)
        return SimpleNamespace(read=read)

    monkeypatch.setattr(pipeline.Pipeline, "open", open_)
    return seen


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def test_read_prints_the_ledger(sayso: Sayso, opened: list[Any], story: str) -> None:
    found = sayso("read", story)
    assert (found.code, found.err) == (0, "")
    assert "Rebel commanders · said" in found.out
    assert opened[1].text == STORY


def test_read_hands_on_what_the_user_knows(sayso: Sayso, opened: list[Any], story: str) -> None:
    found = sayso("read", story, "--date", "2015-10-02", "--title", "Collision", "--publisher", "Example Post")
    document = opened[1]
    assert (document.published.edtf, document.title, document.publisher) == ("2015-10-02", "Collision", "Example Post")
    assert "2015-10-02, as given" in found.out


def test_read_as_json_is_the_line_format(sayso: Sayso, opened: list[Any], story: str) -> None:
    del opened
    found = sayso("read", story, "--json")
    assert json.loads(found.out)["events"][0]["type"] == "ASSAULT"


def test_settings_come_from_the_file_that_is_named(sayso: Sayso, opened: list[Any], story: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("first_year = 2001\n", encoding="utf-8")
    sayso("read", story, "--settings", str(path))
    assert opened[0].first_year == 2001


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "it is empty; there is nothing to read"),
        (b"\x00\x01\x02\x03", "it is a binary file, not a text; give plain text or HTML"),
        (b"%PDF-1.7", "it is a PDF file, not a text; give plain text or HTML"),
        (b"A word. " * 2_500_000, "characters and the limit is 2,000,000; split it into articles"),
    ],
    ids=["empty", "binary", "PDF", "20 MB"],
)
def test_a_file_that_cannot_be_read_is_one_clear_line(
    sayso: Sayso, tmp_path: Path, content: bytes, complaint: str
) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(content)
    found = sayso("read", str(path))
    assert (found.code, found.out) == (1, "")
    assert found.err.startswith("sayso: ")
    assert complaint in found.err
    assert found.err.count("\n") == 1


def test_a_missing_file_is_one_clear_line(sayso: Sayso) -> None:
    assert sayso("read", "nothing.txt") == Outcome(1, "", "sayso: nothing.txt: there is no such file\n")


def test_a_wrong_date_is_one_clear_line(sayso: Sayso, story: str) -> None:
    found = sayso("read", story, "--date", "Friday")
    assert (found.code, found.err) == (
        1, "sayso: 'Friday' is no publication date; write it as YYYY-MM-DD, such as \"2015-10-02\"\n",
    )  # fmt: skip


def test_wrong_usage_is_exit_code_2(sayso: Sayso) -> None:
    assert sayso("read", "--nonsense").code == 2


def test_the_version_is_told(sayso: Sayso) -> None:
    assert sayso("--version").out.startswith("sayso ")


@pytest.fixture
def echoing(monkeypatch: pytest.MonkeyPatch, ledger: Ledger) -> None:
    """`annotate` with a reader that fails where the text says so."""

    def opener(settings: Settings) -> Callable[[Document], Ledger]:
        del settings

        def read(document: Document) -> Ledger:
            if document.text == "fail":
                raise ValueError("odd")
            return msgspec.structs.replace(ledger, document=document)

        return read

    def annotate(lines: Any, settings: Settings, workers: int | None) -> Any:
        del workers
        return run(lines, settings, 1, opener)

    monkeypatch.setattr("sayso.running.annotate", annotate)


def jsonl(*texts: str) -> bytes:
    return b"".join(json.dumps({"doc": f"d{i}", "text": text}).encode() + b"\n" for i, text in enumerate(texts))


@pytest.mark.usefixtures("echoing")
def test_annotate_writes_a_line_for_each_document(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(STORY, STORY))
    found = sayso("annotate", str(tmp_path / "in.jsonl"))
    assert [json.loads(line)["doc"] for line in found.out.splitlines()] == ["d0", "d1"]
    assert (found.code, found.err) == (0, "")


@pytest.mark.usefixtures("echoing")
def test_annotate_writes_to_a_file(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(STORY))
    found = sayso("annotate", str(tmp_path / "in.jsonl"), "--output", str(tmp_path / "out.jsonl"))
    assert (found.code, found.out) == (0, "")
    assert json.loads((tmp_path / "out.jsonl").read_bytes())["doc"] == "d0"


@pytest.mark.usefixtures("echoing")
def test_annotate_ends_with_exit_code_1_when_a_document_failed(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(STORY, "fail") + b"nonsense\n" + jsonl(STORY))
    found = sayso("annotate", str(tmp_path / "in.jsonl"))
    assert [json.loads(line).get("problem", {}).get("where") for line in found.out.splitlines()] == [
        None, "line 2", "line 3", None,
    ]  # fmt: skip
    assert (found.code, found.err) == (1, 'sayso: 2 of 4 documents failed; their lines have a "problem"\n')


def test_annotate_says_when_there_is_no_such_file(sayso: Sayso) -> None:
    assert sayso("annotate", "nothing.jsonl") == Outcome(1, "", "sayso: nothing.jsonl: there is no such file\n")


def test_annotate_says_when_the_file_is_no_text(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"\x7fELF" + bytes(range(32)) * 9)
    code, out, err = sayso("annotate", str(tmp_path / "x"))
    assert (code, out) == (1, "")
    assert "x: it is a program, not JSON Lines; `sayso add` reads other formats" in err


def test_places_shows_what_a_name_may_mean(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place("Tripoli", "city", "town", 2210247, 32.88, 13.19, "LY")
    monkeypatch.setattr(api, "explain_place", lambda name: (PlaceCandidate(place, 0.7, f"named {name}"),))
    assert "named Tripoli" in sayso("places", "Tripoli").out
    assert json.loads(sayso("places", "Tripoli", "--json").out)["geonameid"] == 2210247


def test_places_says_when_a_name_is_unknown(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "explain_place", lambda _: ())
    assert sayso("places", "Xyz") == Outcome(1, "", "sayso: the gazetteer has no place named Xyz\n")


def test_when_shows_what_an_expression_means(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    time_ = TimeExpression(Span(0, 9), "DATE", "2015-10-01", "2015-10-01", "published", "2015-10-02")
    monkeypatch.setattr(api, "explain_time", lambda _, on: (msgspec.structs.replace(time_, anchored_on=on),))
    assert "2015-10-02" in sayso("when", "yesterday", "--on", "2015-10-02").out
    assert json.loads(sayso("when", "yesterday", "--on", "2015-10-02", "--json").out)["edtf"] == "2015-10-01"


def test_when_says_when_there_is_no_time_in_the_words(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "explain_time", lambda *_, **__: ())
    assert sayso("when", "a harbour") == Outcome(1, "", "sayso: no time expression was found in 'a harbour'\n")


def test_every_command_and_option_is_documented() -> None:
    documented = (Path(__file__).parents[3] / "docs" / "commands.md").read_text(encoding="utf-8")
    from typer.main import get_command

    from sayso.cli.main import app

    group: Any = get_command(app)
    wanted = [f"sayso {name}" for name in group.commands]
    wanted += [
        option
        for command in group.commands.values()
        for one in command.params
        for option in one.opts
        if option.startswith("--")
    ]
    assert [word for word in wanted if word not in documented] == []


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; import sayso.cli; print([m for m in ('spacy', 'numpy', 'trafilatura', 'ftfy', 'lingua') if m in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ})
    assert ended.stdout.strip() == "[]"


def test_help_costs_next_to_nothing() -> None:
    spent = []
    for _ in range(3):
        before = os.times()
        subprocess.run([sys.executable, "-m", "sayso", "--help"], capture_output=True, check=True)
        after = os.times()
        # Processor time, so that a busy machine does not count; Windows tells none of a child's.
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert min(spent) < 0.6


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_an_old_encoding_of_the_terminal_is_no_error(encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "sayso", "places", "Tripoli"]
    ended = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert "?ar?bulus" in ended.stdout.decode(encoding)


def test_a_command_computes_with_one_thread_unless_its_user_says_otherwise(
    sayso: Sayso, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "gone")
    monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    monkeypatch.setenv("OMP_NUM_THREADS", "4")
    assert sayso("--help").code == 0
    assert (os.environ["OPENBLAS_NUM_THREADS"], os.environ["OMP_NUM_THREADS"]) == ("1", "4")


def test_a_reader_who_has_had_enough_is_no_error(tmp_path: Path) -> None:
    code = "import sys; sys.argv = ['sayso', '--help']; from sayso.cli import main; main()"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
    del tmp_path
