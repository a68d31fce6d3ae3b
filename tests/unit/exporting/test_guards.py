"""Embargo, coarse places and pseudonyms: what is taken out is out of every field and every quotation."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.errors import BadExport
from sayso.exporting import FORMATS, Coarsening, Embargo, Gathering, Grain, Pseudonyms, name_in
from sayso.exporting.masking import Mask
from sayso.exporting.rows import Row
from sayso.model import Actor, Cast, Ledger
from sayso.pipeline import Pipeline
from sayso.reading import document_of
from sayso.resources.actors import Registry

Written = Callable[..., bytes]
BEFORE_NOON = datetime(2015, 10, 6, 11, 59, tzinfo=UTC)
KEY = "0123456789abcdef" * 4


def coarse(ledgers: Iterable[Ledger], registry: Registry, grain: str) -> tuple[Coarsening, list[Row]]:
    coarsening = Coarsening(Grain.of(grain))
    found = []
    for ledger in ledgers:
        mask = coarsening.mask(ledger)
        found += [coarsening.row(row, mask) for row in Gathering(ledger, name_in(registry)).rows()]
    return coarsening, found


def veiled(ledgers: Iterable[Ledger], pseudonyms: Pseudonyms) -> list[Row]:
    found = []
    for ledger in ledgers:
        veil = pseudonyms.veil(ledger)
        found += [pseudonyms.row(row, veil) for row in Gathering(ledger, name_in(pseudonyms.registry)).rows()]
    return found


@pytest.fixture
def pseudonyms(tmp_path: Path, registry: Registry) -> Pseudonyms:
    path = tmp_path / "key.json"
    path.write_text(json.dumps({"key": KEY, "people": {}}))
    return Pseudonyms.open(path, registry)


@pytest.mark.parametrize(
    ("published", "free"),
    [("2015-10-01", True), ("2015-10-02", False), ("2015-10-03", False), ("2015-09", True), ("2015-10", False), (None, False),
     ("2015-10-02/..", False), ("[2009-10-02,2015-10-02]", False), ("[2009-10-02,2015-10-01]", True)],
)  # fmt: skip
def test_an_embargo_counts_from_the_last_moment_at_which_it_may_have_been_published(
    published: str | None, free: bool
) -> None:
    assert free == Embargo.of("72h", BEFORE_NOON).frees(published)


@pytest.mark.parametrize(("given", "hours"), [("72h", 72), ("3d", 72), ("2w", 336), (" 1 h ", 1)])
def test_an_embargo_is_written_in_hours_days_or_weeks(given: str, hours: int) -> None:
    assert hours == Embargo.of(given, BEFORE_NOON).hours


@pytest.mark.parametrize("given", ["", "72", "0h", "h", "-3d", "3 months", "9999999999h"])
def test_what_is_no_embargo_is_refused(given: str) -> None:
    with pytest.raises(BadExport, match='write hours, days or weeks, such as "72h"'):
        Embargo.of(given, BEFORE_NOON)


@pytest.mark.parametrize("given", ["", "0.1", "0deg", "91deg", "admin2", "-1deg"])
def test_what_is_no_grain_is_refused(given: str) -> None:
    with pytest.raises(BadExport, match=r'write cells as degrees, such as "0\.1deg"'):
        Grain.of(given)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"parquet"}))
@pytest.mark.parametrize("grain", ["0.1deg", "admin1"])
def test_no_town_is_left_in_any_format_once_places_are_coarse(
    name: str, grain: str, ledgers: tuple[Ledger, ...], registry: Registry, written: Written
) -> None:
    found = written(name, coarse(ledgers, registry, grain)[1]).decode()
    for town in (
        "Maarat al-Numan",
        "Ma‘arrat an Nu‘mān",
        "Jalalabad",
        "Achin",
        "Bama",
        "Bab al-Hawa",
        "35.6483",
        "167611",
    ):
        assert re.search(rf"\b{re.escape(town)}\b", found, re.IGNORECASE) is None


def test_places_are_put_in_the_middle_of_their_cell(ledgers: tuple[Ledger, ...], registry: Registry) -> None:
    before = [row for ledger in ledgers for row in Gathering(ledger, name_in(registry)).rows()]
    _, after = coarse(ledgers, registry, "0.1deg")
    moved = 0
    for old, new in zip(before, after, strict=True):
        if old.where is None or new.where is None or old.where.precision not in ("exact", "town", "district"):
            assert (old.where is None) == (new.where is None)
            continue
        moved += 1
        assert new.where.geonameid is None
        assert 0.1 == new.where.cell
        for degrees, middle in ((old.where.lat, new.where.lat), (old.where.lon, new.where.lon)):
            assert degrees is not None
            assert middle is not None
            assert abs(degrees - middle) <= 0.05 + 1e-9
            assert round(middle * 100) % 10 == 5
    assert moved > 3


def test_a_place_made_a_province_has_its_name_and_no_point(ledgers: tuple[Ledger, ...], registry: Registry) -> None:
    _, after = coarse(ledgers, registry, "admin1")
    idlib = next(row.where for row in after if row.where is not None and row.where.name == "Idlib")
    assert ("admin1", "province", None, None, "SY") == (
        idlib.kind,
        idlib.precision,
        idlib.lat,
        idlib.lon,
        idlib.country,
    )


def test_words_whose_names_were_taken_out_are_no_longer_quoted_as_the_texts_own(
    ledgers: tuple[Ledger, ...], registry: Registry, written: Written
) -> None:
    _, after = coarse(ledgers, registry, "admin1")
    sentence = next(row.sentence for row in after if row.sentence and "[a place in Idlib]" in (row.sentence.text or ""))
    assert sentence.altered
    for item in json.loads(written("annotations", after))["items"]:
        assert all("[a place" not in json.dumps(one) for one in item["target"]["selector"])


def test_the_manifest_of_coarse_places_counts_what_was_changed(ledgers: tuple[Ledger, ...], registry: Registry) -> None:
    coarsening, after = coarse(ledgers, registry, "1deg")
    assert set(coarsening.claims) <= {row.id for row in after}
    assert coarsening.places > 3
    assert coarsening.names > coarsening.places


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"parquet"}))
def test_no_private_person_is_named_in_any_format(
    name: str, ledgers: tuple[Ledger, ...], pseudonyms: Pseudonyms, written: Written
) -> None:
    found = written(name, veiled(ledgers, pseudonyms)).decode().casefold()
    for person in ("khaled", "hauwa", "bukar", "rosa", "quispe"):
        assert person not in found
    # whose words are of what such sheets of events have rows for
    officials = {"ucdp": (), "acled": (), "eventreport": ("ghani", "borrell")}.get(
        name, ("ghani", "darwish", "borrell")
    )
    assert all(official in found for official in officials)


def test_a_person_has_one_pseudonym_that_tells_what_it_is(ledgers: tuple[Ledger, ...], pseudonyms: Pseudonyms) -> None:
    first = veiled(ledgers, pseudonyms)
    again = veiled(ledgers, Pseudonyms.open(pseudonyms.path, pseudonyms.registry))
    assert first == again
    worker = next(row for row in first if row.voices and row.voices[-1].who and row.voices[-1].who.pseudonym)
    assert worker.voices[-1].who is not None
    assert worker.voices[-1].who.name in pseudonyms.file.people
    assert any(name.startswith("rescue worker ") for name in pseudonyms.given)
    pseudonyms.save()
    kept = Pseudonyms.open(pseudonyms.path, pseudonyms.registry).file
    assert ["Abu Khaled"] in kept.people.values()


def test_the_same_name_has_the_same_pseudonym_in_another_article_whatever_it_is_called_there(
    pseudonyms: Pseudonyms,
) -> None:
    first = pseudonyms.name(Actor("DUARTE", "person", ("nurse Ana Duarte",)), "Ana Duarte")
    assert first.startswith("nurse ")
    assert first == pseudonyms.name(Actor("DUARTE", "person", ("Ana Duarte",)), "Ana Duarte")
    assert first != pseudonyms.name(Actor("SOUSA", "person", ("nurse Ana Sousa",)), "Ana Sousa")


def test_private_persons_who_act_together_are_named_neither_in_their_common_name_nor_id(
    pipeline: Pipeline, registry: Registry, pseudonyms: Pseudonyms, written: Written
) -> None:
    text = (
        "KADUNA, 3 March 2021 - Nurse Ana Duarte, teacher Hauwa Bukar and baker Rosa Quispe met in Kaduna on Tuesday."
    )
    ledger = pipeline.read(document_of(text, doc="three"))
    assert any(len(who.members) == 3 for row in Gathering(ledger, name_in(registry)).rows() for who in row.agent.who)
    rows = veiled((ledger,), pseudonyms)
    assert rows
    for name in ("csv", "plover", "graphml", "ftm"):
        assert not {"duarte", "bukar", "quispe"} & set(re.findall("[a-z]+", written(name, rows).decode().casefold()))


def test_another_key_gives_other_pseudonyms(
    ledgers: tuple[Ledger, ...], pseudonyms: Pseudonyms, tmp_path: Path
) -> None:
    veiled(ledgers, pseudonyms)
    other = Pseudonyms.open(tmp_path / "other.json", pseudonyms.registry)
    veiled(ledgers, other)
    assert pseudonyms.given.keys()
    assert not set(pseudonyms.given) & set(other.given)
    assert not (tmp_path / "other.json").exists()


def test_a_key_that_is_none_is_refused(tmp_path: Path, registry: Registry) -> None:
    path = tmp_path / "key.json"
    path.write_text('{"key": "no hex"}')
    with pytest.raises(BadExport, match=r"key\.json: not a key of pseudonyms"):
        Pseudonyms.open(path, registry)


@pytest.mark.parametrize(
    ("names", "registry_id", "private"),
    [
        (("Ana Duarte",), None, True),
        (("Ana Duarte, a shopkeeper",), None, True),
        (("Mayor Ana Duarte",), None, False),
        (("party spokeswoman Ana Duarte",), None, False),
        (("Justice Minister Ana Duarte", "Ana Duarte"), None, False),
        (("Ana Duarte",), "ANA_DUARTE", False),
        (("Brigadier General Ana Duarte",), None, False),
        (("soldier Ana Duarte",), None, True),
    ],
)
def test_who_holds_or_speaks_for_an_office_is_no_private_person(
    names: tuple[str, ...], registry_id: str | None, private: bool, pseudonyms: Pseudonyms
) -> None:
    assert private == pseudonyms.is_private(Actor("DUARTE", "person", names, registry=registry_id))


@pytest.mark.parametrize(
    ("names", "spellings"),
    [
        (("a nurse", "Ana Duarte"), ("Ana Duarte", "Duarte", "Ana")),
        (("shopkeeper Ana bin Duarte's",), ("Ana bin Duarte", "Duarte", "Ana")),
        (("Gunmen",), ()),
        (("Abu Salem",), ("Abu Salem", "Salem")),
        (("Mr. Baker", "John Baker"), ("John Baker", "Baker", "John")),
    ],
)
def test_names_are_told_from_words_for_what_someone_is(
    names: tuple[str, ...], spellings: tuple[str, ...], pseudonyms: Pseudonyms
) -> None:
    assert set(spellings) == set(pseudonyms.spellings(Actor("X", "person", names)))


def test_an_address_with_a_persons_name_is_left_out(ledgers: tuple[Ledger, ...], pseudonyms: Pseudonyms) -> None:
    ledger = next(one for one in ledgers if "Khaled" in one.document.text)
    document = replace(
        ledger.document,
        url="https://wire.example/2018/abu-khaled-speaks",
        doc="Abu_Khaled.txt",
        title="Abu Khaled speaks",
    )
    row = veiled([replace(ledger, document=document)], pseudonyms)[0]
    assert (None, None) == (row.paper.url, row.paper.name)
    assert row.paper.title is not None
    assert row.paper.title.startswith("[rescue worker ")


@settings(max_examples=50)
@given(
    st.lists(st.sampled_from(["Ana", "Ana Duarte", "Duarte", "Zoë", "Al", "Ana-Maria"]), min_size=1, max_size=4),
    st.lists(st.sampled_from(["said", "in", "“", "”,", "’s", "\n", "9", ""]), min_size=1, max_size=6),
)
def test_no_name_survives_its_mask(names: Sequence[str], between: Sequence[str]) -> None:
    mask = Mask(dict.fromkeys(names, "[x]"), str)
    text = " ".join(f"{one} {name}" for one, name in zip([*between] * 4, names, strict=False))
    assert not any(name in mask.text(text).split(" ") for name in names)
    assert mask.replaced > 0


def test_an_unknown_cast_is_nobody(pseudonyms: Pseudonyms, ledgers: tuple[Ledger, ...]) -> None:
    empty = replace(ledgers[0], cast=Cast())
    assert {} == pseudonyms.veil(empty).hidden
