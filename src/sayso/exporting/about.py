"""About: what an export says of itself."""

from msgspec import Struct


class About(Struct, frozen=True):
    """What goes into an export beside its rows.

    sayso: the version; ledger: the name of the ledger; made: when, ISO 8601 in UTC.
    policy: the aggregation policy in words, None where nothing was aggregated. chosen: the filters, in words.
    guarded: what was withheld or made coarser, in words. texts: whether whole texts were asked for.
    """

    sayso: str
    ledger: str
    made: str
    policy: str | None = None
    chosen: tuple[str, ...] = ()
    guarded: tuple[str, ...] = ()
    texts: bool = False

    @property
    def notes(self) -> str:
        """All that a reader must know, in sentences."""
        parts = [
            "Claims as read by sayso: who is reported to have done what, and on whose say-so. Not a list of facts.",
            f"Aggregated under the policy {self.policy}." if self.policy else "Not aggregated: one record a claim.",
            *(f"Chosen: {one}." for one in self.chosen),
            *(f"Guarded: {one}." for one in self.guarded),
        ]
        return " ".join(parts)
