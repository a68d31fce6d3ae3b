"""`sayso export`: its options, its exit codes, its one clear line when something is wrong."""

import json
from pathlib import Path
from typing import get_args

import pytest

from made.arbin import arbin_ledger
from made.calling import Sayso
from sayso.cli.export import Name
from sayso.exporting import FORMATS
from sayso.ledger import Store

pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A ledger of one article, which the commands take by default, in the working folder."""
    path = tmp_path / "desk.sayso"
    with Store.open(path, write=True) as store:
        store.add(arbin_ledger())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_LEDGER", str(path))


def test_the_command_knows_every_format() -> None:
    assert set(FORMATS) == set(get_args(Name))


def test_without_out_the_export_is_all_that_is_on_standard_output(sayso: Sayso) -> None:
    found = sayso("export", "geojson")
    assert 0 == found.code
    assert 5 == len(json.loads(found.out)["features"])
    assert "sayso: 5 rows\n" == found.err


def test_what_was_done_is_told_on_standard_error(sayso: Sayso, tmp_path: Path) -> None:
    found = sayso("export", "csv", "--policy", "lowest", "--out", "out/")
    assert (0, "") == (found.code, found.out)
    assert "2 rows" in found.err
    assert "out/claims.csv, out/datapackage.json" in found.err.replace("\\", "/")
    assert "lowest" in (tmp_path / "out" / "claims.csv").read_text()


def test_guards_write_manifest_and_key_beside_export_and_ledger(sayso: Sayso, tmp_path: Path) -> None:
    found = sayso("export", "csv", "--pseudonymise", "--coarsen", "admin1", "--embargo", "3d", "--out", "claims.csv")
    assert 0 == found.code
    assert (tmp_path / "desk.sayso.pseudonyms.json").exists()
    manifest = json.loads((tmp_path / "claims.csv.manifest.json").read_text())
    assert {"embargo", "coarsen", "pseudonymise"} <= set(manifest)
    assert "Rahal" not in (tmp_path / "claims.csv").read_text()


def test_one_incident_is_chosen_by_its_id(sayso: Sayso, tmp_path: Path) -> None:
    with Store.open(tmp_path / "desk.sayso") as store:
        incident = next(record.incident for record in store.claims() if record.claim.id == "e1")
    assert incident is not None
    found = sayso("export", "html", "--incident", incident)
    assert 0 == found.code
    assert "Incident report" in found.out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("spreadsheet",), 2, "spreadsheet"),
        (("acled", "--policy", "mean"), 2, "mean"),
        (("acled", "--policy", "ranking"), 1, "the policy ranking needs --ranking FILE"),
        (("graphml", "--policy", "lowest"), 1, "graphml keeps every claim apart"),
        (("csv", "--embargo", "soon"), 1, "'soon' is no embargo"),
        (("csv", "--coarsen", "town"), 1, "'town' is no grain"),
        (("csv", "--coarsen", "1deg"), 1, "name a file for it with --manifest FILE"),
        (("html",), 1, "name it with --incident ID or --document ID"),
        (("html", "--incident", "none"), 1, "none"),
        (("csv", "--ledger", "nowhere.sayso"), 1, "nowhere.sayso: there is no such file"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    sayso: Sayso, arguments: tuple[str, ...], code: int, words: str
) -> None:
    found = sayso("export", *arguments)
    assert (code, "") == (found.code, found.out)
    assert words in found.err
    assert "Traceback" not in found.err
