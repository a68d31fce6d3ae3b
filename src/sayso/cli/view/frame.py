"""The page: its width, its colours, its headings."""

import shutil
import sys
from typing import Final

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

# Lines longer than this tire the eye; on a wider terminal the words of a claim stand beside it instead.
WIDEST: Final = 160
# From this width on there is room for the words beside the claim.
BESIDE: Final = 132
PIPE_WIDTH: Final = 100

THEME: Final = Theme(
    {
        "heading": "bold",
        "quiet": "dim",
        "name": "bold",
        "trigger": "bold underline",
        "type": "bold",
        "happened": "green",
        "ongoing": "cyan",
        "denied": "red",
        "planned": "blue",
        "possible": "yellow",
        "demanded": "magenta",
        "hypothetical": "dim",
        "warning": "yellow",
    }
)
# A mark for each factuality, so that nothing is told by colour alone; the second for terminals without Unicode.
MARKS: Final = {
    "happened": ("●", "+"),
    "ongoing": ("◐", "~"),
    "denied": ("✗", "x"),
    "planned": ("▷", ">"),
    "possible": ("?", "?"),
    "demanded": ("!", "!"),
    "hypothetical": ("○", "o"),
}


def page() -> Console:
    """The console of standard output: the terminal's width, at most WIDEST; PIPE_WIDTH when it is no terminal."""
    console = Console(theme=THEME, highlight=False)
    if console.is_terminal:
        console.width = min(console.width, WIDEST)
    else:
        console.width = min(shutil.get_terminal_size((PIPE_WIDTH, 24)).columns, WIDEST)
    return console


def plain_marks(console: Console) -> bool:
    """Whether the console can only show the characters of old encodings."""
    return not (console.encoding or sys.getdefaultencoding()).lower().startswith("utf")


def mark(factuality: str, console: Console) -> str:
    """The mark of a factuality."""
    return MARKS[factuality][1 if plain_marks(console) else 0]


def heading(words: str, console: Console, note: str = "") -> RenderableType:
    """The heading of a part of the page: its name, a note, and a line to the right edge."""
    title = Text(words, style="heading")
    if note:
        title.append(f"  {note}", style="quiet")
    line = "-" if plain_marks(console) else "─"
    return Padding(Rule(title, align="left", characters=line, style="quiet"), (1, 0, 0, 0))


def columns(*widths: int | None) -> Table:
    """A borderless table; a width of None takes what is left."""
    table = Table.grid(padding=(0, 2), expand=True)
    for width in widths:
        table.add_column(width=width, ratio=None if width is not None else 1, overflow="fold")
    return table
