"""What a user can meet is in the documentation."""

from pathlib import Path

import pytest

from sayso.resources.codebook import Lexicon

DOCS = Path(__file__).parents[2] / "docs"


def test_every_type_and_mode_is_in_the_codebook_page() -> None:
    page = (DOCS / "codebook.md").read_text(encoding="utf-8")
    codebook = Lexicon.open().codebook
    assert [name for name in codebook.types if f"| {name} |" not in page] == []
    assert [mode for entry in codebook.types.values() for mode in entry.modes if f"`{mode}`" not in page] == []


@pytest.mark.parametrize("command", ["read", "annotate", "places", "when"])
def test_every_command_is_in_the_commands_page(command: str) -> None:
    assert f"sayso {command}" in (DOCS / "commands.md").read_text(encoding="utf-8")
