"""The gazetteer: spellings, the compiled file, the cache, the tables."""

import time
from array import array
from pathlib import Path

import pytest

from sayso.errors import BadResource
from sayso.resources.gazetteer import Gazetteer, own
from sayso.resources.gazetteer.cache import cache_folder, made_once
from sayso.resources.gazetteer.pack import Pack, write
from sayso.resources.gazetteer.spelling import key, skeleton, without_article, without_direction


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Saint-Étienne", "saint etienne"), ("St. Petersburg", "saint petersburg"), ("Dayr az-Zawr", "dayr az zawr"),
        ("U.S.", "us"), ("Ma‘arrat an Nu‘mān", "maarrat an numan"), ("the Hague", "hague"), ("Łódź", "lodz"),
        ("حمص", ""), ("", ""), ("’", ""),
    ],
)  # fmt: skip
def test_spellings_of_one_name_have_one_key(name: str, expected: str) -> None:
    assert key(name) == expected


def test_an_article_is_cut_off_a_key() -> None:
    assert [without_article(words) for words in ("al rastan", "ar raqqah", "aleppo")] == ["rastan", "raqqah", "aleppo"]


def test_a_compass_word_is_cut_off_a_key() -> None:
    assert [without_direction(words) for words in ("northern idlib", "north")] == ["idlib", "north"]


def test_transliterations_share_a_skeleton() -> None:
    assert skeleton(key("Sheikh Zuweid")) == skeleton(key("Ash Shaykh Zuwayd"))


def test_different_names_have_different_skeletons() -> None:
    assert skeleton(key("Homs")) != skeleton(key("Hama"))


def test_a_country_has_point_code_and_geonames_id(gazetteer: Gazetteer) -> None:
    (syria,) = gazetteer.candidates("Syria")
    assert (syria.kind, syria.country, syria.geonameid, syria.lat, syria.lon) == ("country", "SY", 163843, 35.0, 38.0)


def test_a_city_has_its_province_and_population(gazetteer: Gazetteer) -> None:
    (city,) = (place for place in gazetteer.candidates("Idlib") if place.kind == "city")
    assert (city.geonameid, city.admin1, city.population > 100_000) == (169389, "Idlib", True)


def test_a_city_and_the_province_of_its_name_are_both_candidates(gazetteer: Gazetteer) -> None:
    assert {"city", "admin1"} <= {place.kind for place in gazetteer.candidates("Homs") if place.country == "SY"}


def test_people_lead_to_their_country(gazetteer: Gazetteer) -> None:
    assert [entry.place.country for entry in gazetteer.people("Syrians")] == ["SY"]


def test_abbreviated_states_are_known(gazetteer: Gazetteer) -> None:
    assert [gazetteer.candidates(name)[0].name for name in ("Calif.", "W.Va.", "N.Y.")] == [
        "California", "West Virginia", "New York",
    ]  # fmt: skip


def test_an_unknown_name_has_no_candidates(gazetteer: Gazetteer) -> None:
    assert [gazetteer.candidates(name) for name in ("Xqvzzburg", "", "…")] == [(), (), ()]


def test_no_place_lies_at_zero_zero(gazetteer: Gazetteer) -> None:
    assert [place for place in gazetteer.candidates("Asia-Pacific") if place.lat is not None] == []


def test_the_compiled_file_opens_in_a_tenth_of_a_second() -> None:
    Gazetteer.open()
    assert min(_seconds_to_open() for _ in range(5)) < 0.1


def _seconds_to_open() -> float:
    start = time.process_time()
    Gazetteer.open()
    return time.process_time() - start


def test_a_pack_gives_back_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "pack.bin"
    write(path, {"keys": array("Q", [1, 2**60]), "kinds": array("B", [7])}, {"names": b"abc"})
    pack = Pack.open(path)
    assert (list(pack.numbers["keys"]), list(pack.numbers["kinds"]), bytes(pack.texts["names"])) == (
        [1, 2**60],
        [7],
        b"abc",
    )


@pytest.mark.parametrize("words", [b"", b"no gazetteer", b"SAYSOGAZ\x10\x00\x00\x00{", b"SAYSOGAZ\xff\xff\xff\xff"])
def test_a_broken_file_is_a_clear_error(words: bytes, tmp_path: Path) -> None:
    path = tmp_path / "broken.bin"
    path.write_bytes(words)
    with pytest.raises(BadResource, match="made again"):
        Pack.open(path)


def test_a_file_in_the_cache_is_made_once(tmp_path: Path) -> None:
    calls = []

    def make(path: Path) -> None:
        calls.append(path)
        path.write_text("made", encoding="utf-8")

    found = [made_once("one.bin", make, tmp_path).read_text(encoding="utf-8") for _ in range(2)]
    assert (found, len(calls), [path.name for path in tmp_path.iterdir()]) == (["made", "made"], 1, ["one.bin"])


def test_a_failed_making_leaves_nothing_behind(tmp_path: Path) -> None:
    def make(_: Path) -> None:
        raise BadResource("table.tsv, line 7", "no names")

    with pytest.raises(BadResource, match="line 7"):
        made_once("one.bin", make, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    with pytest.raises(BadResource, match="SAYSO_CACHE"):
        made_once("one.bin", lambda path: path.touch(), blocked / "below")


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({"SAYSO_CACHE": "/there"}, "linux", Path("/there")),
        ({"XDG_CACHE_HOME": "/cache"}, "linux", Path("/cache/sayso")),
        ({"LOCALAPPDATA": "/local"}, "win32", Path("/local/sayso/cache")),
    ],
)
def test_the_cache_folder_is_the_systems(environment: dict[str, str], platform: str, expected: Path) -> None:
    assert cache_folder(environment, platform) == expected


@pytest.mark.parametrize("name", ["regions.tsv", "towns.tsv"])
def test_every_row_of_our_own_tables_is_well_formed(name: str) -> None:
    assert all(row.name and row.names for row in own.places(name))


def test_a_malformed_coordinate_names_its_line() -> None:
    with pytest.raises(BadResource, match=r"towns\.tsv, line 3: 'north' is no number"):
        own.coordinate("gazetteer/towns.tsv, line 3", "north", 90)


def test_a_coordinate_out_of_range_names_its_line() -> None:
    with pytest.raises(BadResource, match="out of range"):
        own.coordinate("gazetteer/towns.tsv, line 3", "95", 90)
