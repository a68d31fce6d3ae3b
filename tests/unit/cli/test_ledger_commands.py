"""The commands over a ledger: what they give out, and how they end."""

import csv
import hashlib
import io
import json
from pathlib import Path

import msgspec
import pytest

from bench.made_up import made_up
from made.arbin import arbin_ledger
from made.calling import Sayso
from sayso.ledger import Store
from sayso.model import Problem, Run

pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger of one article, read twice, which the commands take by default."""
    path = tmp_path / "desk.sayso"
    monkeypatch.setenv("SAYSO_LEDGER", str(path))
    ledger = arbin_ledger()
    with Store.open(path, write=True) as store:
        store.add(ledger)
        store.add(msgspec.structs.replace(ledger, run=Run("0.2.0", "m", "s"), claims=ledger.claims[:-1]))
        store.problem(Problem("x.html", "it holds no text", "reading"), "folder")
    return path


def test_claims_are_lines_of_the_line_format_with_the_ledgers_ids(sayso: Sayso) -> None:
    code, out, _ = sayso("claims", "--json", "--who", "SYR_MIL", "--killed", "10", "--type", "assault")
    (line,) = [json.loads(one) for one in out.splitlines()]
    assert code == 0
    assert (line["type"], line["killed"], line["factuality"], line["agent_actor"]) == (
        "ASSAULT",
        [12, None],
        "happened",
        ["SYR_MIL"],
    )
    assert line["place"]["name"] == "Arbin"
    assert {len(line[name]) for name in ("id", "holder", "incident", "document", "run")} == {64}
    assert sayso("claims", "--json", "--id", line["id"][:10])[1] == out


def test_a_page_of_claims_is_as_long_as_asked(sayso: Sayso) -> None:
    whole = sayso("claims", "--json")[1].splitlines()
    assert len(whole) == 4
    assert whole[2:4] == sayso("claims", "--json", "--limit", "2", "--page", "2")[1].splitlines()
    code, out, err = sayso("claims", "--limit", "1")
    assert (code, "are shown" in err, "Arbin" in out) == (0, False, True)


@pytest.mark.parametrize("command", [("changes", "--since", "2020-01-01"), ("diff", "0.1.0", "0.2.0")])
def test_every_list_has_pages(sayso: Sayso, command: tuple[str, ...]) -> None:
    whole = sayso(*command, "--json")[1].splitlines()
    first, second = (sayso(*command, "--json", "--limit", "1", "--page", page)[1].splitlines() for page in "12")
    assert [*first, *second] == whole[:2]
    assert first


def test_a_table_marks_what_was_inferred_and_says_what_the_mark_means(sayso: Sayso) -> None:
    table = sayso("claims", "--csv")[1].splitlines()
    assert any("; time" in one or ",time," in one for one in table)
    _, out, err = sayso("claims")
    assert "*" in out
    assert "* is inferred" in err
    assert "*" not in "".join(table)


def test_lines_of_claims_show_the_labels_that_stand_on_them(sayso: Sayso) -> None:
    (found,) = [
        json.loads(one) for one in sayso("search", '"covered market"', "--in", "claims", "--json")[1].splitlines()
    ]
    assert found["labels"] == []
    for number, by in (("13", "anna"), ("14", "anna"), ("15", "ben")):
        sayso("label", found["id"], "killed", "correct", "--value", number, "--by", by, "--reason", "the list of names")
    shown = json.loads(sayso("claims", "--json", "--id", found["id"])[1])["labels"]
    assert [(one["by"], one["field"], one["verdict"], one["value"]) for one in shown] == [
        ("anna", "killed", "correct", "14"),
        ("ben", "killed", "correct", "15"),
    ]
    sayso("undo", shown[1]["id"], "--by", "ben")
    again = json.loads(sayso("search", '"covered market"', "--in", "claims", "--json")[1])
    assert again["labels"] == shown[:1]
    assert [line["labels"] for line in map(json.loads, sayso("claims", "--json")[1].splitlines())].count([]) == 3


@pytest.mark.parametrize("command", ["problems", "runs"])
def test_problems_and_runs_come_in_pages(command: str, sayso: Sayso, desk: Path) -> None:
    with Store.open(desk, write=True) as store:
        store.problem(Problem("y.html", "it holds no text", "reading"), "folder")
    whole = sayso(command, "--json")[1].splitlines()
    assert len(whole) == 2
    assert whole == [sayso(command, "--json", "--limit", "1", "--page", page)[1].rstrip("\n") for page in ("1", "2")]


def test_a_table_of_values_opens_in_other_programs(sayso: Sayso, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    rows = list(csv.DictReader(io.StringIO(sayso("claims", "--csv", "--near", "Arbin", "--within", "1")[1])))
    assert [row["place"] for row in rows] == ["Arbin", "Arbin"]
    assert sayso("actors", "--xlsx", str(tmp_path / "a.xlsx"))[0] == 0
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in next(sheet.iter_rows())][:3] == ["id", "code", "name"]
    assert sayso("claims", "--csv", "--json")[0] == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["actors", "northern front"], "FRONT"),
        (["places", "--ledger", "{desk}"], "Arbin"),
        (["documents", "--publisher", "Northern News Wire"], "Market bombed in Arbin"),
        (["incidents", "--disputed"], "ASSAULT"),
        (["search", '"covered mark"*'], "covered market"),
        (["problems"], "it holds no text"),
        (["runs"], "0.2.0"),
        (["diff", "0.1.0", "0.2.0"], "gone"),
        (["changes", "--since", "2020-01-01"], "revised"),
    ],
)
def test_a_list_is_made_to_be_read(
    arguments: list[str], words: str, sayso: Sayso, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    code, out, _ = sayso(*(one.format(desk=desk) for one in arguments))
    assert code == 0
    assert words in out


def test_verify_ends_with_1_where_something_was_altered(sayso: Sayso, desk: Path) -> None:
    code, out, _ = sayso("verify")
    assert (code, "nothing was altered" in out) == (0, True)
    seal = out.split()[-1]
    assert sayso("verify", "--seal", seal)[0] == 0
    assert sayso("verify", "--seal", "0" * 64)[0] == 1
    with Store.open(desk, write=True) as store, store.writing() as connection:
        connection.exec_driver_sql("UPDATE claims SET killed_low = 900 WHERE killed_low = 12")
    code, out, err = sayso("verify")
    assert (code, "killed_low" in out, "not as they were written" in err) == (1, True, True)


def test_a_text_is_forgotten_with_a_reason(sayso: Sayso) -> None:
    document = json.loads(sayso("documents", "--json")[1])["id"]
    assert sayso("forget", document)[0] == 2
    assert "forgotten" in sayso("forget", document[:12], "--because", "the author asked")[1]
    assert sayso("claims", "--json")[1] == ""
    assert json.loads(sayso("documents", "--forgotten", "--json")[1])["because"] == "the author asked"


def test_two_ledgers_are_merged(sayso: Sayso, tmp_path: Path) -> None:
    with Store.open(tmp_path / "other.sayso", write=True) as store:
        store.add(made_up(1, 3))
    assert sayso("merge", str(tmp_path / "other.sayso"))[1].startswith("1 documents, 1 readings")
    assert len(sayso("claims", "--json")[1].splitlines()) == 7


@pytest.mark.parametrize(
    "sheet",
    [
        "event_id_cnty,event_date,actor1,actor2,location,latitude,longitude,fatalities\nSYR1,28 September 2015,Military of Syria,,Arbin,33.53,36.36,15\n",
        "id;date_start;date_end;side_a;side_b;latitude;longitude;low;best;high\n7;2015-09-27;2015-09-28;Government;;33.54;36.37;12;14;20\n",
        "id\tdate_start\tdate_end\tactor1\tlocation\tdeaths_best\n9\t2015-09-28\t2015-09-28\tgovernment jets\tarbin\t13\n",
    ],
)
def test_a_sheet_is_laid_beside_the_incidents(sheet: str, sayso: Sayso, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(sheet, encoding="utf-8")
    first, *rest = [json.loads(one) for one in sayso("compare", str(path), "--json")[1].splitlines()]
    assert first["incident"] is not None
    assert (first["day"], first["place"], first["killed"]) == ("agree", "agree", "agree")
    assert all(one["row"] is None for one in rest)


def test_a_row_of_a_sheet_that_has_no_day_fits_no_incident(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text("event_date,fatalities,country\n,10,Mali\n", encoding="utf-8")
    code, out, _ = sayso("compare", str(tmp_path / "sheet.csv"), "--json")
    assert code == 0
    assert [(one["row"], one["sheet_day"], one["incident"]) for one in map(json.loads, out.splitlines())] == [
        (2, None, None)
    ]


def test_a_sheet_of_another_kind_is_refused(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    code, _, err = sayso("compare", str(tmp_path / "sheet.csv"))
    assert (code, "no sheet of ACLED" in err) == (1, True)
    (tmp_path / "sheet.csv").write_text("event_date,fatalities\n31 June,2\n", encoding="utf-8")
    assert "line 2" in sayso("compare", str(tmp_path / "sheet.csv"))[2]


def test_a_bundle_fits_its_manifests(sayso: Sayso, tmp_path: Path) -> None:
    incident = json.loads(sayso("incidents", "--disputed", "--json")[1])["id"]
    bag = tmp_path / "bag"
    assert sayso("bundle", incident, "--out", str(bag), "--texts")[0] == 0
    assert (bag / "bagit.txt").read_text() == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        for line in (bag / manifest).read_text().splitlines():
            digest, name = line.split("  ")
            assert hashlib.sha256((bag / name).read_bytes()).hexdigest() == digest
    listed = {line.split("  ")[1] for line in (bag / "manifest-sha256.txt").read_text().splitlines()}
    assert listed == {str(file.relative_to(bag)) for file in (bag / "data").rglob("*") if file.is_file()}
    assert len((bag / "data/ledger/claims.jsonl").read_text().splitlines()) == 2
    assert "given out" in sayso("changes", "--since", "2020-01-01")[1]
    assert sayso("bundle", incident, "--out", str(bag))[0] == 1


def test_a_whole_ledger_needs_no_migration_and_is_recovered(sayso: Sayso, tmp_path: Path) -> None:
    assert "nothing to do" in sayso("migrate")[1]
    assert "1 documents saved, 2 readings" in sayso("recover", str(tmp_path / "saved.sayso"))[1]


def test_a_ledger_that_is_not_there_is_said_in_one_line(sayso: Sayso, tmp_path: Path) -> None:
    for command in ("claims", "verify", "migrate"):
        code, out, err = sayso(command, "--ledger", str(tmp_path / "none.sayso"))
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert "none.sayso" in err
    code, _, err = sayso("claims", "--since", "yesterday")
    assert (code, err) == (1, "sayso: 'yesterday' is no day; write it as YYYY-MM-DD\n")


def test_a_label_is_given_listed_and_taken_back(sayso: Sayso) -> None:
    claim = json.loads(sayso("claims", "--json", "--killed", "10")[1])["id"]
    assert sayso("label", claim[:12], "killed", "correct", "--value", "14", "--by", "anna")[0] == 0
    assert sayso("label", claim, "type", "accept", "--by", "anna")[1].startswith("label ")
    assert sayso("label", claim, "type", "reject", "--by", "ben")[0] == 0
    lines = [
        json.loads(one) for one in sayso("labels", claim[:12], "--by", "anna", "--standing", "--json")[1].splitlines()
    ]
    assert {one["field"]: (one["was"], one["value"]) for one in lines} == {
        "type": ("ASSAULT", None),
        "killed": ("12+", "14"),
    }
    assert "1 item that both decided, 0 alike" in sayso("agreement", "anna", "ben")[1]
    assert json.loads(sayso("agreement", "anna", "ben", "--json")[1])["items"] == 1
    assert sayso("undo", lines[0]["id"], "--by", "ben")[0] == 1
    assert "undone by" in sayso("undo", lines[0]["id"][:16], "--by", "anna")[1]
    assert len(sayso("labels", "--standing", "--csv")[1].splitlines()) == 3
    assert "labelled" in sayso("changes", "--since", "2020-01-01")[1]
    for bad in (
        ("label", claim, "type", "correct"),
        ("labels", "--field", "colour"),
        ("label", "f" * 64, "type", "accept"),
    ):
        code, _, err = sayso(*bad)
        assert (code, err.startswith("sayso: ")) == (1, True)


def test_the_review_queue_is_listed(sayso: Sayso, desk: Path) -> None:
    with Store.open(desk, write=True) as store:
        store.add(made_up(3, 6))
    lines = [json.loads(one) for one in sayso("review", "--by", "anna", "--json")[1].splitlines()]
    assert [one["kind"] for one in lines] == sorted(one["kind"] for one in lines)
    low = [one["id"] for one in lines if one["kind"] == "low"]
    assert sayso("label", low[0], "claim", "accept", "--by", "anna")[0] == 0
    left = sayso("review", "--by", "anna", "--json", "--kind", "low")[1].splitlines()
    assert [json.loads(one)["id"] for one in left] == low[1:]
    assert sayso("review", "--kind", "high")[0] == 1


def test_incidents_and_claims_are_judged_by_the_beginnings_of_their_ids(sayso: Sayso, desk: Path) -> None:
    with Store.open(desk) as store:
        record = next(one for one in store.incidents() if one.claims > 0)
        incident, claim = record.id, store.incident(record.id).claim_ids[0]
    line = json.loads(sayso("judge", "cut", incident[:12], claim[:12], "--by", "anna", "--json")[1])
    assert (incident, [claim]) == (line["judgement"]["incident"], line["judgement"]["claims"])
    code, _, err = sayso("judge", "cut", incident, "zzz")
    assert (code, "there is no claim zzz" in err) == (1, True)


def test_actors_are_shown_merged_and_told_apart_with_who_decided(sayso: Sayso, desk: Path) -> None:
    with Store.open(desk) as store:
        first, second = [one.id for one in store.actors()][:2]
    assert sayso("actors", "merge", first, second[:12], "--by", "anna", "--reason", "one man")[1].startswith(
        "judgement "
    )
    shown = sayso("actors", "show", first)[1]
    assert f"merged with it: {second}" in shown
    assert "merge, same as" in shown
    assert "by anna: one man" in shown
    assert sayso("actors", "split", first, second, "--by", "ben")[0] == 0
    with Store.open(desk) as store:
        assert {one.merged for one in store.actors()} == {()}
    assert sayso("actors", "propose")[1] == "0 new proposals\n"
    assert sayso("actors", "proposed")[0] == 0


def test_a_file_of_own_actors_is_checked_line_by_line(sayso: Sayso, tmp_path: Path) -> None:
    right, wrong = tmp_path / "right.toml", tmp_path / "wrong.toml"
    right.write_text('[[actor]]\nid = "FRONT"\nkind = "armed_group"\nnames = ["Front of Odd"]\n')
    wrong.write_text('[[actor]]\nid = "front"\nkind = "armed_group"\nnames = ["Front of Odd"]\n')
    assert sayso("actors", "check", str(right))[:2] == (0, f"{right}: nothing wrong\n")
    code, _, err = sayso("actors", "check", str(wrong))
    assert code != 0
    assert "wrong.toml" in err
    assert "line 1" in err or "line 2" in err
