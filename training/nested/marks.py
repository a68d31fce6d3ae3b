"""Marked passages to texts with the offsets of their attributions.

usage: python -m training.nested.marks training/nested/train.txt training/nested/evaluation.txt
Writes a .jsonl file beside each.

A passage is one line. {1s words} marks a source, {1c words} a cue and {1t words} a piece of the content of attribution 1; marks nest,
and {1s+3s words} marks the source of two attributions.
"""

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

OPENED: Final = re.compile(r"\{(\d+[sct](?:\+\d+[sct])*) ")
OPENING: Final = '"\u201c\u2018'
CLOSING: Final = '"\u201d\u2019'

Span: TypeAlias = tuple[int, int]


class BadMarks(ValueError):
    """A passage whose marks do not make attributions."""


@dataclass(slots=True)
class Marked:
    """The spans of one attribution."""

    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)

    def add(self, role: str, span: Span) -> None:
        """Keep a span under the letter of its role."""
        {"s": self.source, "c": self.cue, "t": self.content}[role].append(span)


def without_marks(line: str) -> tuple[str, dict[int, Marked]]:
    """The bare text of a marked passage, and the spans of each numbered attribution in it.

    Raises BadMarks for a brace without its partner.
    """
    text, open_marks, found, at = "", list[tuple[str, int]](), dict[int, Marked](), 0
    while at < len(line):
        if opened := OPENED.match(line, at):
            open_marks.append((opened[1], len(text)))
            at = opened.end()
            continue
        if line[at] == "}":
            if not open_marks:
                raise BadMarks(f"a mark is closed that was not opened: {line}")
            names, start = open_marks.pop()
            for name in names.split("+"):
                found.setdefault(int(name[:-1]), Marked()).add(name[-1], (start, len(text)))
        elif line[at] == "{":
            raise BadMarks(f"a brace without a name: {line}")
        else:
            text += line[at]
        at += 1
    if open_marks:
        raise BadMarks(f"a mark is not closed: {line}")
    return text, found


def is_quoted(text: str, span: Span) -> bool:
    """Whether quotation marks stand right before and after a span."""
    start, end = span
    return text[start - 1 : start] in tuple(OPENING) and text[end : end + 1] in tuple(CLOSING)


def kind_of(text: str, content: list[Span]) -> str:
    """Direct, mixed or indirect, by the quotation marks around and inside a content."""
    if all(is_quoted(text, span) for span in content):
        return "direct"
    words = " ".join(text[start:end] for start, end in content)
    return (
        "mixed" if re.search('["\u201c\u201d]', words) or any(is_quoted(text, span) for span in content) else "indirect"
    )


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def parent_of(number: int, marked: dict[int, Marked]) -> int | None:
    """The attribution in whose content another one stands, the innermost if several; None for an outermost one.

    Its content counts, not its source and cue, which may stand outside: "the paper reported, citing a diplomat". Two
    contents that are one and the same belong to the source named first.
    """
    inner = marked[number].content

    def holds(other: int) -> bool:
        outer = marked[other].content
        within = all(any(_inside(piece, whole) for whole in outer) for piece in inner)
        return other != number and within and (inner != outer or marked[other].cue < marked[number].cue)

    holders = [other for other in marked if holds(other)]
    sizes = {other: sum(end - start for start, end in marked[other].content) for other in holders}
    return min(holders, key=lambda other: (sizes[other], -marked[other].cue[0][0]), default=None)


def passage(doc: str, line: str) -> dict[str, Any]:
    """One record of the data, its offsets half-open in characters of its text.

    Raises BadMarks when an attribution has no content, or not just one cue and at most one source.
    """
    text, marked = without_marks(line)
    attributions = []
    for number in sorted(marked):
        one = marked[number]
        if len(one.cue) != 1 or len(one.source) > 1 or not one.content:
            raise BadMarks(f"{doc}: attribution {number} has {one}")
        one.content.sort()
    for number, one in sorted(marked.items()):
        parent = parent_of(number, marked)
        attributions.append(
            {
                "id": f"A{number}",
                "kind": kind_of(text, one.content),
                "source": one.source[0] if one.source else None,
                "cue": one.cue[0],
                "content": one.content,
                "parent": f"A{parent}" if parent else None,
            }
        )
    return {"doc": doc, "text": text, "attributions": attributions}


def passages(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file of marked passages."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for number, line in enumerate(lines, start=1):
        yield passage(f"nested-{path.stem}-{number:03}", line)


def main() -> None:
    """Convert the files that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marked", type=Path, nargs="+")
    for path in parser.parse_args().marked:
        records = list(passages(path))
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        path.with_suffix(".jsonl").write_text("".join(lines), encoding="utf-8")
        attributions = [one for record in records for one in record["attributions"]]
        nested = sum(one["parent"] is not None for one in attributions)
        print(f"{path.stem}: {len(records)} passages, {len(attributions)} attributions, {nested} of them nested")


if __name__ == "__main__":
    main()
