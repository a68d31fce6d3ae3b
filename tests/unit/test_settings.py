from pathlib import Path

import pytest

from sayso.errors import BadSettings
from sayso.settings import Settings, load_settings


def test_settings_come_from_the_file_and_the_environment_wins(tmp_path: Path) -> None:
    file = tmp_path / "sayso.toml"
    file.write_text("first_year = 2000\nlast_year = 2020\n", encoding="utf-8")
    assert load_settings(file, {"SAYSO_LAST_YEAR": "2025"}) == Settings(first_year=2000, last_year=2025)


def test_without_a_file_the_defaults_hold() -> None:
    assert load_settings(None, {}) == Settings()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("first_yaer = 2000", "first_yaer"),
        ("first_year = 'soon'", "first_year"),
        ("first_year = 2031", "after last_year"),
        ("first_year = ", "sayso.toml"),
        ("max_characters = 0", "at least 1"),
    ],
)
def test_a_bad_file_is_refused_with_its_name_or_setting(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "sayso.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadSettings, match=message):
        load_settings(file, {})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match=r"nowhere\.toml"):
        load_settings(tmp_path / "nowhere.toml", {})


def test_the_digest_tells_settings_apart() -> None:
    assert Settings().digest == Settings().digest
    assert Settings().digest != Settings(first_year=1991).digest
