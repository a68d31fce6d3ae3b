"""HTML: a report of one incident or one document that stands alone: one file, no script, no request to anywhere.

Everything that other people wrote is escaped, and a content security policy forbids the page to load anything.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import BinaryIO

from jinja2 import Environment, StrictUndefined, Template

from sayso.exporting.about import About
from sayso.exporting.report.locating import locate
from sayso.exporting.report.view import report_of
from sayso.exporting.rows import Row


def write_report(rows: Iterable[Row], about: About, out: BinaryIO) -> None:
    """The page of all the rows, which are of one incident or of one document."""
    chosen = list(rows)
    page = _template().render(report=report_of(chosen, about), map=locate(chosen), style=_read("report.css"))
    out.write(page.encode("utf-8"))


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_read("report.html.j2"))


def _read(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


__all__ = ["write_report"]
