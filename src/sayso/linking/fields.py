"""The fields of an incident's matrix: what one claim tells of each, as shown, and which words tell it."""

from collections.abc import Callable
from typing import Final, Literal

from sayso.linking.report import Report
from sayso.linking.scoring import counted
from sayso.model import Claim, Span, cover

Field = Literal["occurrence", "responsibility", "target", "victims", "toll", "place", "time", "intent", "means"]
FIELDS: Final[tuple[Field, ...]] = (
    "occurrence", "responsibility", "target", "victims", "toll", "place", "time", "intent", "means",
)  # fmt: skip
INTENDED: Final = frozenset({"planned", "demanded"})


def _occurrence(report: Report) -> str:
    return report.view.claim.event.factuality


def _responsibility(report: Report) -> str | None:
    if "agent" in report.view.claim.inferred:
        return None  # the holder's own words name nobody
    return ", ".join(report.agent_names) or None


def _target(report: Report) -> str | None:
    if "patient" in report.view.claim.inferred:
        return None
    return ", ".join(report.patient_names) or None


def _victims(report: Report) -> str | None:
    return report.view.claim.event.toll.of


def _toll(report: Report) -> str | None:
    toll = report.view.claim.event.toll
    counts = (
        ("killed", toll.killed),
        ("injured", toll.injured),
        ("detained", toll.detained),
        ("displaced", toll.displaced),
    )
    return ", ".join(f"{counted(count)} {name}" for name, count in counts if count is not None) or None


def _time(report: Report) -> str | None:
    time = report.view.claim.time
    return None if time is None else time.edtf


def _intent(report: Report) -> str | None:
    if report.view.claim.event.factuality not in INTENDED or not report.patient_names:
        return None
    return f"{report.view.claim.event.factuality}: {', '.join(report.patient_names)}"


SHOWN: Final[dict[Field, Callable[[Report], str | None]]] = {
    "occurrence": _occurrence,
    "responsibility": _responsibility,
    "target": _target,
    "victims": _victims,
    "toll": _toll,
    "place": lambda report: report.place_name,
    "time": _time,
    "intent": _intent,
    "means": lambda report: report.view.claim.event.mode,
}
"""What a claim tells of a field, in words; None where it is silent."""

EVIDENCE: Final[dict[Field, Callable[[Claim], tuple[Span, ...]]]] = {
    "occurrence": lambda claim: (claim.event.trigger,),
    "responsibility": lambda claim: claim.event.agent,
    "target": lambda claim: claim.event.patient,
    "victims": lambda claim: claim.event.toll.evidence,
    "toll": lambda claim: claim.event.toll.evidence,
    "place": lambda claim: () if claim.place is None or claim.place.span is None else (claim.place.span,),
    "time": lambda claim: () if claim.time is None or claim.time.span is None else (claim.time.span,),
    "intent": lambda claim: claim.event.patient,
    "means": lambda claim: claim.event.instrument or (claim.event.trigger,),
}


# What a claim calls a field that was not read from its own words.
CLAIM_NAMES: Final[dict[Field, str]] = {"responsibility": "agent", "target": "patient"}


def evidence_of(field: Field, claim: Claim) -> Span | None:
    """The words that a field's value was read from; None where it was inferred and no words of the claim tell it."""
    if CLAIM_NAMES.get(field, field) in claim.inferred:
        return None
    found = EVIDENCE[field](claim)
    return cover(found) if found else None
