"""What a user can meet is in the documentation."""

import re
import shlex
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from sayso.cli.main import app as commands
from sayso.exporting import FORMATS, acled, claims_table, eventreport, graphml, plover, ucdp
from sayso.ledger import Store
from sayso.resources.codebook import Lexicon
from sayso.web import app
from sayso.web.assistants.server import Tools
from sayso.web.errors import CODES, STATUS

DOCS = Path(__file__).parents[2] / "docs"

COMMANDS = [*(one.name for one in commands.registered_commands), *(one.name for one in commands.registered_groups)]


def test_every_type_and_mode_is_in_the_codebook_page() -> None:
    page = (DOCS / "codebook.md").read_text(encoding="utf-8")
    codebook = Lexicon.open().codebook
    assert [name for name in codebook.types if f"| {name} |" not in page] == []
    assert [mode for entry in codebook.types.values() for mode in entry.modes if f"`{mode}`" not in page] == []


def test_the_example_of_an_own_codebook_is_one(tmp_path: Path) -> None:
    page = (DOCS / "codebook.md").read_text(encoding="utf-8")
    file = tmp_path / "labour.toml"
    file.write_text(page.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    assert {"WALKOUT", "DISMISSAL"} <= set(Lexicon.open(file).codebook.types)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_commands_page(command: str) -> None:
    assert f"sayso {command}" in (DOCS / "commands.md").read_text(encoding="utf-8")


OF_EVERY_LIST = {"--json", "--csv", "--xlsx", "--limit", "--page", "--sort", "--ascending", "--ledger", "--help"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_in_the_part_of_its_command(command: str) -> None:
    parts = (DOCS / "commands.md").read_text(encoding="utf-8").split("\n## ")
    told = "".join(part for part in parts if f"sayso {command}" in part)
    group: Any = get_command(commands)
    chosen = group.commands[command]
    params = [one for each in (getattr(chosen, "commands", None) or {command: chosen}).values() for one in each.params]
    options = {option for one in params for option in (*one.opts, *one.secondary_opts) if option.startswith("--")}
    assert [option for option in sorted(options - OF_EVERY_LIST) if option not in told] == []


def test_every_endpoint_and_error_code_is_in_the_api_page(tmp_path: Path) -> None:
    page = (DOCS / "api.md").read_text(encoding="utf-8")
    with Store.open(tmp_path / "desk.sayso", write=True):
        pass
    paths = app(tmp_path / "desk.sayso").openapi()["paths"]
    named = [f"{method.upper()} {path.removeprefix('/api/v1')}" for path, told in paths.items() for method in told]
    assert [one for one in named if f"`{one}`" not in page] == []
    codes = {code for _, _, code in STATUS} | set(CODES.values())
    assert [code for code in sorted(codes) if f"`{code}`" not in page] == []


def test_every_tool_is_in_the_page_for_assistants() -> None:
    page = (DOCS / "mcp.md").read_text(encoding="utf-8")
    tools = [name for name in vars(Tools) if not name.startswith("_")]
    assert [name for name in tools if f"| `{name}` |" not in page] == []
    taken = {one for name in tools for one in signature(getattr(Tools, name)).parameters} - {"self"}
    assert [one for one in sorted(taken) if f"`{one}`" not in page] == []


def test_every_field_of_every_export_is_documented_as_the_file_has_it() -> None:
    page = (DOCS / "exports.md").read_text(encoding="utf-8")
    columns = (*claims_table.COLUMNS, *acled.COLUMNS, *ucdp.THEIRS, *eventreport.COLUMNS)
    assert [one.name for one in columns if f"| `{one.name}` | {one.type} | {one.what} |" not in page] == []
    fields = {**plover.FIELDS, **plover.ENTITY_FIELDS, **{name: what for name, (_, what) in graphml.NODE.items()}}
    assert [name for name, what in fields.items() if f"| `{name}` | {what} |" not in page] == []
    assert [name for name in FORMATS if f"`{name}`" not in page] == []


def test_the_tables_of_the_ledger_are_described_as_they_are() -> None:
    from sayso.ledger.schema.columns import metadata
    from sayso.ledger.schema.describe import MARK, described

    page = (DOCS / "ledger.md").read_text(encoding="utf-8")
    assert described() == page.split(MARK)[1]
    assert [name for name in metadata.tables if f"### {name}\n" not in page] == []


FENCED = re.compile(r"^```.*?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"^ {4}(.+)$", re.MULTILINE)
TYPED = re.compile(r"^(?:.+ [|&]{1,2} )?(?:\.venv/bin/)?sayso (.+)$", re.MULTILINE)


def typed(page: Path) -> list[str]:
    """The commands that a page gives to be typed, each after its `sayso`."""
    text = page.read_text(encoding="utf-8")
    return TYPED.findall("\n".join([*FENCED.findall(text), *INDENTED.findall(FENCED.sub("", text))]))


WRITTEN = [DOCS.parent / "README.md", *sorted(DOCS.glob("*.md")), *sorted((DOCS / "tutorials").glob("*.md"))]
PAGES = [page for page in WRITTEN if page.stem != "commands" and typed(page)]


def test_tutorials_and_the_first_pages_type_commands() -> None:
    assert {"README", "quickstart", "adding", "cluster", "verify-an-incident"} <= {page.stem for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_what_a_page_types_can_be_typed(page: Path) -> None:
    group: Any = get_command(commands)
    for line in typed(page):
        name, *words = shlex.split(line.partition(" #")[0])
        assert name in group.commands, line
        known = {option for one in group.commands[name].params for option in (*one.opts, *one.secondary_opts)}
        assert [word for word in words if word.startswith("--") and word not in known] == [], line
