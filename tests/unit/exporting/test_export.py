"""From a ledger to a file: what is chosen, guarded, delivered, told in the manifest and noted in the custody log."""

import hashlib
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from made.arbin import arbin_ledger
from sayso.errors import BadExport, BadQuery, LedgerReadOnly
from sayso.exporting import (
    FORMATS,
    Asked,
    Coarsening,
    Embargo,
    Export,
    Grain,
    Pseudonyms,
    deliver,
    name_in,
    note_in_log,
    pour,
)
from sayso.ledger import ClaimFilter, Store
from sayso.linking.policies import Policy
from sayso.model import Ledger, Published
from sayso.resources.actors import Registry

MADE = "2015-10-04T12:00:00Z"
NOW = datetime(2015, 10, 4, 12, tzinfo=UTC)


def asked(name: str = "csv", **options: object) -> Asked:
    return Asked(**{"format": FORMATS[name], "chosen": ClaimFilter(), "made": MADE, **options})  # type: ignore[arg-type]


@pytest.fixture
def arbin(tmp_path: Path) -> Path:
    """A ledger of two articles that tell the same; the second was published a day later."""
    path = tmp_path / "arbin.sayso"
    first = arbin_ledger()
    later = replace(
        first.document, id="1" * 64, doc="later", published=Published("2015-10-03", "given"), publisher="Post"
    )
    with Store.open(path, write=True) as store:
        store.add(first)
        store.add(replace(first, document=later))
    return path


OPENED: list[Store] = []


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Ledgers that a test opened are closed after it."""
    yield
    while OPENED:
        OPENED.pop().close()


def export(path: Path, asked: Asked, registry: Registry) -> Export:
    OPENED.append(Store.open(path))
    return Export(OPENED[-1], asked, name_in(registry))


def test_ids_are_the_ledgers_own(desk: Path, registry: Registry, ledgers: tuple[Ledger, ...]) -> None:
    with Store.open(desk) as store:
        rows = list(Export(store, asked(), name_in(registry)).rows())
        known = {record.id: record for record in store.claims()}
    assert sum(len(ledger.claims) for ledger in ledgers) == len(rows)
    assert set(known) == {row.id for row in rows}
    assert all(known[row.id].incident == row.incident for row in rows)
    assert {contest.other for row in rows for contest in row.contests} <= set(known)
    assert any(row.contests for row in rows)


def test_the_same_claims_are_written_in_the_same_order_every_time(desk: Path, registry: Registry) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    digests = [export(desk, asked("rdf"), registry).write(out) for out in (first, second)]
    assert first.getvalue() == second.getvalue()
    assert [hashlib.sha256(first.getvalue()).hexdigest()] * 2 == digests


def test_filters_choose_claims_and_are_told(desk: Path, registry: Registry) -> None:
    chosen = ClaimFilter(type=("ASSAULT",), country=("SY",))
    made = export(desk, asked(chosen=chosen), registry)
    rows = list(made.rows())
    assert rows
    assert {("ASSAULT", "SY")} == {(row.type, row.where.country if row.where else None) for row in rows}
    assert ("type ASSAULT", "country SY") == made.about.chosen


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"parquet"}))
def test_no_format_holds_a_text_unless_it_is_asked_for(
    name: str, desk: Path, registry: Registry, ledgers: tuple[Ledger, ...]
) -> None:
    documents = ClaimFilter(documents=(ledgers[1].document.id,))
    out = io.BytesIO()
    export(desk, asked(name, chosen=documents), registry).write(out)
    found = " ".join(out.getvalue().decode().split())
    text = " ".join(ledgers[1].document.text.split())
    assert not [start for start in range(0, len(text) - 400, 10) if text[start : start + 400] in found]


@pytest.mark.parametrize("name", ["csv", "plover", "geojson", "annotations", "rdf", "ftm", "html"])
def test_texts_go_along_where_they_are_asked_for(
    name: str, desk: Path, registry: Registry, ledgers: tuple[Ledger, ...]
) -> None:
    chosen = ClaimFilter(documents=(ledgers[1].document.id,))
    out = io.BytesIO()
    export(desk, asked(name, chosen=chosen, texts=True), registry).write(out)
    assert "Follow Levant Wire on social media" in out.getvalue().decode()


def test_an_embargo_withholds_documents_and_every_trace_of_their_claims(arbin: Path, registry: Registry) -> None:
    made = export(arbin, asked(embargo=Embargo(24, NOW)), registry)
    rows = list(made.rows())
    assert {"Northern News Wire"} == {row.paper.publisher for row in rows}
    assert 5 == len(rows) == len(made.chosen.withheld)
    others = {contest.other for row in rows for contest in row.contests}
    assert others <= {row.id for row in rows}


def test_a_file_is_delivered_with_its_package_and_manifest(arbin: Path, registry: Registry, tmp_path: Path) -> None:
    out = tmp_path / "given" / "claims.csv"
    pseudonyms = Pseudonyms.open(tmp_path / "key.json", registry)
    made = export(
        arbin,
        asked(
            policy=Policy("highest"), embargo=Embargo(24, NOW), coarsening=Coarsening(Grain.of("admin1")), pseudonyms=pseudonyms
        ),
        registry,
    )  # fmt: skip
    delivered = deliver(made, out)
    assert (
        out,
        out.with_name("claims.csv.datapackage.json"),
        out.with_name("claims.csv.manifest.json"),
    ) == delivered.files
    assert hashlib.sha256(out.read_bytes()).hexdigest() == delivered.sha256
    assert ["claims.csv", "claims.csv.datapackage.json", "claims.csv.manifest.json"] == sorted(
        one.name for one in out.parent.iterdir()
    )
    manifest = json.loads(delivered.files[2].read_text())
    assert (delivered.sha256, "highest", MADE) == (manifest["sha256"], manifest["policy"], manifest["made"])
    assert {"asked": "24h", "documents": 1, "withheld_claims": 5, "undated_documents": 0} == manifest["embargo"]
    assert "admin1" == manifest["coarsen"]["asked"]
    assert manifest["coarsen"]["places"] > 0
    assert list(pseudonyms.given) == manifest["pseudonymise"]["pseudonyms"]
    assert "Rahal" not in json.dumps(manifest)
    assert 0o600 == (tmp_path / "key.json").stat().st_mode & 0o777


def test_a_folder_gets_a_file_called_after_the_format(arbin: Path, registry: Registry, tmp_path: Path) -> None:
    delivered = deliver(export(arbin, asked("geojson"), registry), f"{tmp_path}/new/")
    assert (tmp_path / "new" / "claims.geojson",) == delivered.files
    again = deliver(export(arbin, asked("acled"), registry), tmp_path / "new")
    assert ["acled.csv", "datapackage.json"] == [one.name for one in again.files]


def test_what_cannot_be_written_is_told_and_leaves_nothing(arbin: Path, registry: Registry, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BadExport, match=r"claims\.csv: the export cannot be written"):
        deliver(export(arbin, asked(), registry), tmp_path / "file" / "claims.csv")


def test_an_export_that_fails_halfway_leaves_the_old_file(
    arbin: Path, registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "claims.csv"
    out.write_text("the old one")
    made = export(arbin, asked(), registry)
    monkeypatch.setattr(made, "rows", lambda: iter([object()]))
    with pytest.raises(AttributeError):
        deliver(made, out)
    assert "the old one" == out.read_text()
    assert [] == [one for one in tmp_path.iterdir() if one.name.startswith(".claims")]


def test_on_a_stream_the_manifest_needs_a_file(arbin: Path, registry: Registry, tmp_path: Path) -> None:
    made = export(arbin, asked(coarsening=Coarsening(Grain.of("1deg"))), registry)
    with pytest.raises(BadExport, match="name a file for it with --manifest FILE"):
        pour(made, io.BytesIO())
    delivered = pour(made, io.BytesIO(), tmp_path / "changes.json")
    assert (tmp_path / "changes.json",) == delivered.files


def test_an_export_is_noted_in_the_custody_log(arbin: Path, registry: Registry) -> None:
    made = export(arbin, asked("acled", policy=Policy("lowest"), chosen=ClaimFilter(type=("ASSAULT",))), registry)
    delivered = pour(made, io.BytesIO())
    assert note_in_log(made, delivered) is None
    with Store.open(arbin) as store:
        entry = list(store.log())[-1]
    assert ("export", "acled", delivered.sha256) == (entry.kind, entry.subject, entry.digest)
    detail = msgspec.json.decode(entry.detail)
    assert ("lowest", ["type ASSAULT"], delivered.rows) == (detail["policy"], detail["chosen"], detail["rows"])


@pytest.mark.parametrize(
    ("name", "options", "cause"),
    [
        ("graphml", {"policy": Policy("lowest")}, "graphml keeps every claim apart and cannot be aggregated"),
        ("acled", {"texts": True}, "acled has no place for whole texts"),
        ("csv", {"texts": True, "coarsening": Coarsening(Grain(None))}, "whole texts tell the places and names"),
        ("html", {}, "html tells one incident or one document"),
    ],
)
def test_what_does_not_go_together_is_refused(name: str, options: dict[str, object], cause: str) -> None:
    with pytest.raises(BadExport, match=cause):
        asked(name, **options)


def test_an_export_of_a_ledger_that_cannot_be_written_is_made_and_says_so(
    arbin: Path, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = export(arbin, asked("plover"), registry)
    delivered = pour(made, io.BytesIO())
    assert 10 == delivered.rows

    def refuse(*_: object, **__: object) -> None:
        raise LedgerReadOnly("arbin.sayso", "the file does not allow it")

    monkeypatch.setattr(Store, "note", refuse)
    assert "arbin.sayso: the file does not allow it" == note_in_log(made, delivered)


def test_a_question_that_cannot_be_answered_is_refused_before_anything_is_written(
    arbin: Path, registry: Registry
) -> None:
    out = io.BytesIO()
    with pytest.raises(BadQuery, match="'soon' is no day"):
        pour(export(arbin, asked(chosen=ClaimFilter(since="soon")), registry), out)
    assert b"" == out.getvalue()


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_an_empty_ledger_gives_an_empty_file_of_every_format(name: str, tmp_path: Path, registry: Registry) -> None:
    path = tmp_path / "empty.sayso"
    Store.open(path, write=True).close()
    chosen = ClaimFilter(documents=("0" * 64,)) if FORMATS[name].one else ClaimFilter()
    delivered = deliver(export(path, asked(name, chosen=chosen), registry), tmp_path / FORMATS[name].file)
    assert 0 == delivered.rows


def test_a_forgotten_text_is_in_no_export(arbin: Path, registry: Registry) -> None:
    with Store.open(arbin, write=True) as store:
        store.forget("1" * 64, because="its publisher asked for it")
    rows = list(export(arbin, asked(), registry).rows())
    assert {arbin_ledger().document.id} == {row.paper.id for row in rows}
