"""Limits: how often one caller may ask, by buckets that fill again as time goes."""

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final, Literal

from msgspec import Struct

from sayso.web.errors import Refused

Kind = Literal["read", "change", "login"]
MANY: Final = 10_000
"""Callers that are remembered; of more, those who have not asked for the longest time are forgotten."""


class Rate(Struct, frozen=True):
    """So many at once, and so many more a second."""

    burst: float
    second: float


RATES: Final[dict[Kind, Rate]] = {
    "read": Rate(600, 200),
    "change": Rate(200, 50),
    "login": Rate(10, 1 / 6),
}
"""A person's pages ask for a dozen things at once; a login that is tried again and again is somebody who guesses."""


class Limits:
    """The buckets of all callers. clock: seconds that only go forward."""

    def __init__(self, rates: dict[Kind, Rate] | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._rates = RATES if rates is None else rates
        self._clock = clock
        self._left: OrderedDict[tuple[Kind, str], tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, kind: Kind, caller: str) -> None:
        """Count a request. Raises Refused for one too many, and says when to come again."""
        rate, now = self._rates[kind], self._clock()
        with self._lock:
            left, at = self._left.pop((kind, caller), (rate.burst, now))
            left = min(rate.burst, left + (now - at) * rate.second)
            enough = left >= 1
            self._left[kind, caller] = (left - 1 if enough else left, now)
            if len(self._left) > MANY:
                self._left.popitem(last=False)
        if not enough:
            wait = math.ceil((1 - left) / rate.second)
            raise Refused(
                429, "too_many", f"too many requests; come again in {wait} s", headers={"Retry-After": str(wait)}
            )
