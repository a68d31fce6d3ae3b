"""Lists: so many items at a time, and a cursor to go on from."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Annotated, Final, Generic, TypeVar

from fastapi import Depends, Query
from msgspec import Struct
from starlette.responses import Response

from sayso.ledger import Page
from sayso.web.encoding import answer
from sayso.web.errors import Refused

Item = TypeVar("Item")

MOST: Final = 1_000
FARTHEST: Final = 1 << 40


class Listed(Struct, Generic[Item], frozen=True):
    """A part of a list. next: the cursor of the part that follows; null at the end."""

    items: list[Item]
    next: str | None = None


class Window(Struct, frozen=True):
    """The part of a list that is asked for."""

    limit: int
    offset: int

    def page(self, *, descending: bool = True) -> Page:
        """What to ask the ledger for: one more, which tells whether the list goes on."""
        return Page(self.limit + 1, self.offset, descending)

    def listed(self, found: Iterable[Item]) -> Listed[Item]:
        """The items of such a page, and the cursor of the next."""
        items = list(islice(found, self.limit + 1))
        following = f"o{self.offset + self.limit:x}" if len(items) > self.limit else None
        return Listed(items[: self.limit], following)

    def cut(self, found: Iterable[Item]) -> Listed[Item]:
        """The part of a list that is there as a whole."""
        return self.listed(islice(found, self.offset, None))

    def answer(self, found: Iterable[object]) -> Response:
        """The items of a page as an answer."""
        return answer(self.listed(found))


Limit = Annotated[int, Query(ge=1, le=MOST, description="At most so many items.")]
Cursor = Annotated[str | None, Query(max_length=400, description="Where to go on, as `next` of the part before told.")]
Offset = Annotated[int, Query(ge=0, le=FARTHEST, description="Or after how many items to begin.")]


async def window(limit: Limit = 50, cursor: Cursor = None, offset: Offset = 0) -> Window:
    """The part of a list that a request asks for. Raises Refused for a cursor that no list gave."""
    return Window(limit, offset if cursor is None else offset_of(cursor))


class Stretch(Struct, frozen=True):
    """The part of a list that goes on after its last entry: from a cursor on, or after so many items."""

    limit: int
    cursor: str | None
    offset: int

    def listed(
        self,
        after: Callable[[str | None, int], tuple[Sequence[Item], str | None]],
        counted: Callable[[Page], Iterable[Item]],
        *,
        descending: bool,
    ) -> Listed[Item]:
        """The items. after: gives so many after a cursor, and the next cursor; counted: gives a page, for those who count."""
        if self.offset == 0 if self.cursor is None else not is_offset(self.cursor):
            items, following = after(self.cursor, self.limit)
            return Listed(list(items), following)
        part = Window(self.limit, self.offset if self.cursor is None else offset_of(self.cursor))
        return part.listed(counted(part.page(descending=descending)))


async def stretch(limit: Limit = 50, cursor: Cursor = None, offset: Offset = 0) -> Stretch:
    """The part of a list that a request asks for."""
    return Stretch(limit, cursor, offset)


def is_offset(cursor: str) -> bool:
    """Does a cursor tell how many items came before?"""
    return cursor.startswith("o")


def offset_of(cursor: str) -> int:
    """How many items came before. Raises Refused for a cursor that no list gave."""
    try:
        found = int(cursor.removeprefix("o"), 16)
    except ValueError:
        found = -1
    if not is_offset(cursor) or not 0 <= found <= FARTHEST:
        raise Refused(400, "bad_cursor", "no list gave this cursor; begin without one", "cursor")
    return found


Part = Annotated[Window, Depends(window)]
GoingOn = Annotated[Stretch, Depends(stretch)]
