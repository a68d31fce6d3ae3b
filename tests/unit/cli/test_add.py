"""`sayso add`: exit codes, summary and complaints."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bench import samples as made
from made.desk import RUN, open_desk
from sayso.cli.main import app
from sayso.cli.summary import line_of
from sayso.running import adding
from sayso.running.tally import Tally

run = CliRunner()


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "open_pipeline", open_desk)
    monkeypatch.setattr(adding, "_run_of", lambda _: RUN)
    monkeypatch.setattr(adding.add, "__kwdefaults__", {**(adding.add.__kwdefaults__ or {}), "opener": open_desk})


def test_a_folder_is_added_and_summed_up(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    made.jsonl(tmp_path / "in" / "news.jsonl", [{"text": made.STORY}, {"text": made.OTHER}])
    result = run.invoke(app, ["add", str(tmp_path / "in"), "--ledger", str(tmp_path / "x.sayso"), "--workers", "1"])
    assert result.exit_code == 0
    assert result.stdout.startswith("2 documents: 2 read, 0 read before\n2 claims in 120 words\n")


def test_a_problem_makes_the_exit_code_1_and_a_retry_takes_it_in(tmp_path: Path) -> None:
    source, ledger = tmp_path / "news.jsonl", str(tmp_path / "x.sayso")
    made.jsonl(source, [{"text": made.STORY}, {"words": "x"}])
    result = run.invoke(app, ["add", str(source), "--ledger", ledger, "--workers", "1", "--json"])
    told = json.loads(result.stdout)
    assert (result.exit_code, told["read"], told["problems"], told["interrupted"]) == (1, 1, 1, False)
    assert "1 problem; `sayso problems` lists them" in result.stderr
    made.jsonl(source, [{"text": made.STORY}, {"text": made.OTHER}])
    result = run.invoke(app, ["add", "--retry", "--ledger", ledger, "--workers", "1", "--json"])
    told = json.loads(result.stdout)
    assert (result.exit_code, told["read"], told["known"], told["solved"]) == (0, 1, 1, 1)


def test_a_retry_says_which_sources_are_gone(tmp_path: Path) -> None:
    source, ledger = tmp_path / "news.jsonl", str(tmp_path / "x.sayso")
    made.jsonl(source, [{"words": "x"}])
    run.invoke(app, ["add", str(source), "--ledger", ledger])
    source.unlink()
    result = run.invoke(app, ["add", "--retry", "--ledger", ledger])
    assert (result.exit_code, f"{source} is not there any more" in result.stderr) == (0, True)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--format", "docx"], "is no format"),
        (["--column", "colour=red"], "is no field"),
        (["--date", "yesterday"], "is no publication date"),
    ],
)
def test_what_would_fail_for_every_source_is_refused_at_once(tmp_path: Path, options: list[str], message: str) -> None:
    (tmp_path / "a.txt").write_text(made.STORY, encoding="utf-8")
    result = run.invoke(app, ["add", str(tmp_path / "a.txt"), "--ledger", str(tmp_path / "x.sayso"), *options])
    assert result.exit_code != 0
    assert message in str(result.exception)
    assert not (tmp_path / "x.sayso").exists()


def test_a_column_without_a_name_and_no_source_at_all_are_wrong_usage(tmp_path: Path) -> None:
    for words in (["add", "x", "--column", "text"], ["add", "--ledger", str(tmp_path / "x.sayso")]):
        assert run.invoke(app, words).exit_code == 2


def test_the_line_of_progress_tells_documents_speed_problems_and_time_left() -> None:
    tally = Tally(documents=1_200, problems=2, words=0)
    assert line_of(tally) == "1,200 documents, 0 words/s, 2 problems"
