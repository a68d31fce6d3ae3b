"""sayso reads news and keeps the ledger of what is reported to have happened, and on whose say-so.

>>> import sayso
>>> ledger = sayso.read("Rebels shelled the town on Monday, residents said.", date="2015-10-02")
>>> ledger.claims[0].event.type
'ASSAULT'
"""

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.api import (
        annotate,
        explain_place,
        explain_time,
        find_attributions,
        find_places,
        find_times,
        read,
        type_between,
    )

__version__ = version("sayso")

__all__ = [
    "__version__", "annotate", "explain_place", "explain_time", "find_attributions", "find_places", "find_times", "read",
    "type_between",
]  # fmt: skip


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str) -> Any:
    """The front door is opened on first use, so that `import sayso` and `sayso --help` stay quick."""
    if name in __all__:
        from sayso import api  # noqa: PLC0415  # loads the parser and its libraries

        return getattr(api, name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")
