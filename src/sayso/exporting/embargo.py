"""Embargo: what was published less than so many hours ago is withheld, and what was published nobody knows when."""

import re
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from sayso.errors import BadExport
from sayso.exporting.days import published_before
from sayso.model import Published

SPAN: Final = re.compile(r"(\d+)\s*(h|d|w)")
HOURS: Final = {"h": 1, "d": 24, "w": 168}
LONGEST_HOURS = 100 * 366 * 24


class Embargo(Struct, frozen=True):
    """So many hours from publication, as of a moment."""

    hours: int
    now: datetime

    @classmethod
    def of(cls, given: str, now: datetime) -> "Embargo":
        """The embargo as an option gives it: "72h", "3d", "2w". Raises BadExport for anything else."""
        match = SPAN.fullmatch(given.strip())
        hours = 0 if match is None else int(match[1]) * HOURS[match[2]]
        if not 0 < hours <= LONGEST_HOURS:
            raise BadExport(f'{given!r} is no embargo; write hours, days or weeks, such as "72h", "3d" or "2w"')
        return cls(hours, now)

    @property
    def until(self) -> datetime:
        """What was published by then is free."""
        return self.now - timedelta(hours=self.hours)

    def frees(self, published: str | None) -> bool:
        """Was a document of that day of publication (EDTF) surely published long enough ago?"""
        return published_before(Published(published), self.until)
