"""Two sides that blame each other: who is said to have done it, or to have said so, lays it at another's door."""

from typing import Final

from sayso.comparing.differing import RULERS
from sayso.comparing.dismissing import BLAME
from sayso.comparing.footing import doers, factuality, guessed, quoted
from sayso.comparing.view import Finding, View

# Who "blames" names another doer of what was told; who "accuses" may speak of other deeds, but in the sentence that tells it.
BLAMES: Final = "blam"
TOLD: Final = frozenset({"happened", "possible"})


def blamed_in_turn(report: View, charge: View) -> Finding | None:
    """Somebody reports a deed of one side; that side, or somebody else, blames another for it, or the very one who reports it."""
    if not _is_report(report) or not _is_charge(charge) or not _is_beside(report, charge):
        return None
    if charge.agents & report.speaker or charge.patients & doers(report):
        return None
    if charge.patients & report.patients or (quoted(charge) and charge.claim.holder == report.claim.holder):
        return None  # "executed 19 men on charges of corruption"
    in_turn = charge.patients & report.speaker or (charge.patient_words & RULERS and report.source & RULERS)
    if charge.agents & doers(report) or in_turn:
        return "responsibility", "contradicts", "the two sides blame each other for it"
    return None


def _is_report(view: View) -> bool:
    told = view.claim.event.type == "ASSAULT" and factuality(view) in TOLD and quoted(view)
    return told and bool(view.agents and view.speaker) and not (guessed(view) or view.nameless or view.disowned)


def _is_charge(view: View) -> bool:
    told = view.claim.event.type == "ACCUSE" and factuality(view) == "happened" and view.lemma.startswith(BLAME)
    return told and bool(view.agents and view.patients) and not guessed(view)


def _is_beside(report: View, charge: View) -> bool:
    apart = charge.sentence - report.sentence
    return apart == 0 or (abs(apart) == 1 and charge.lemma.startswith(BLAMES))
