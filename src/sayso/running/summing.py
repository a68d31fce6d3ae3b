"""An incident boiled down under a policy that the user names: each field's one value, by the rules that hold for exports."""

from datetime import UTC, datetime

from msgspec import Struct

from sayso.exporting import FORMATS, Asked, Export, NameOf
from sayso.exporting.rows import Row
from sayso.ledger import ClaimFilter, Store
from sayso.linking.policies import Policy
from sayso.linking.scoring import counted
from sayso.model import Count


class Summary(Struct, frozen=True):
    """One value a field, as shown; None where nobody tells it. policy: by whose say. origins: how many are independent.

    killed: low, best and high.
    """

    policy: str
    origins: int
    type: str
    occurrence: str
    responsibility: str | None
    target: str | None
    victims: str | None
    toll: str | None
    place: str | None
    time: str | None
    means: str | None
    killed: tuple[int | None, int | None, int | None]


def summary(store: Store, incident: str, policy: Policy, name_of: NameOf) -> Summary | None:
    """The summary of an incident (id); None where nobody says that it happened or goes on."""
    made = datetime.now(UTC).isoformat()
    asked = Asked(format=FORMATS["csv"], chosen=ClaimFilter(incidents=(incident,)), made=made, policy=policy)
    row = next(iter(Export(store, asked, name_of).rows()), None)
    return None if row is None else _summed(row)


def _summed(row: Row) -> Summary:
    assert row.merged is not None
    return Summary(
        policy=row.merged.policy,
        origins=row.merged.origins,
        type=row.type,
        occurrence=row.factuality,
        responsibility=row.agent.label,
        target=row.patient.label,
        victims=row.toll.of,
        toll=_toll(row),
        place=None if row.where is None else row.where.name,
        time=None if row.when is None else row.when.edtf,
        means=row.mode,
        killed=(row.merged.low, row.merged.best, row.merged.high),
    )


def _toll(row: Row) -> str | None:
    counts: tuple[tuple[str, Count | None], ...] = (
        ("killed", row.toll.killed),
        ("injured", row.toll.injured),
        ("detained", row.toll.detained),
        ("displaced", row.toll.displaced),
    )
    return ", ".join(f"{counted(count)} {name}" for name, count in counts if count is not None) or None
