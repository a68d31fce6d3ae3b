"""Reports made by hand, for the tests of linking."""

from datetime import date
from typing import Any

from sayso.comparing import View
from sayso.comparing.dates import days_of
from sayso.linking.report import Report
from sayso.linking.stems import stem
from sayso.linking.words import content_stems
from sayso.model import Claim, ClaimTime, Count, Event, EventType, Place, Span, Toll

ARBIN = Place("Arbin", "city", "town", 1, 33.54, 36.37, "SY", "Rif-dimashq")
DOUMA = Place("Douma", "city", "town", 2, 33.57, 36.40, "SY", "Rif-dimashq")
HOMS = Place("Homs", "city", "town", 3, 34.73, 36.72, "SY", "Homs")
SYRIA = Place("Syria", "country", "country", 4, 35.0, 38.0, "SY")


def report(
    id_: str,
    *,
    document: str = "",
    type_: EventType = "ASSAULT",
    mode: str | None = "aerial",
    day: str | None = "2015-10-01",
    place: Place | None = ARBIN,
    agents: tuple[str, ...] = (),
    patients: tuple[str, ...] = (),
    killed: Count | None = None,
    injured: Count | None = None,
    of: str | None = None,
    published: str | None = "2015-10-02",
    holder: str | None = None,
    speaker: tuple[str, ...] = (),
    words: str = "Jets bombed the covered market",
    trigger: str = "bombed",
    laid_open: dict[str, Any] | None = None,
    **more: Any,
) -> Report:
    """A report; document and incident are its own unless given. laid_open: further fields of its view."""
    claim = Claim(
        id_,
        Event(
            Span(0, 1), type_, mode, toll=Toll(killed, injured, of=of), factuality=more.pop("factuality", "happened")
        ),
        holder or f"voice:{document or id_}",
        agents,
        patients,
        time=None if day is None else ClaimTime(Span(2, 3), day),
        incident=more.get("incident", f"incident of {id_}"),
    )
    view = View(
        claim, stem(trigger), 0, agents=frozenset(agents), patients=frozenset(patients), own_agents=agents,
        own_patients=patients, speaker=frozenset(speaker), place=place, days=days_of(day), **(laid_open or {}),
    )  # fmt: skip
    return Report(
        id=id_,
        document=document or f"document of {id_}",
        origin=more.pop("origin", document or f"document of {id_}"),
        incident=more.pop("incident", f"incident of {id_}"),
        view=view,
        published=None if published is None else date.fromisoformat(published).toordinal(),
        holder=holder,
        holder_name=more.pop("holder_name", holder),
        trigger=stem(trigger),
        context=content_stems(words),
        words=words,
        agent_names=agents,
        patient_names=patients,
        place_name=None if place is None else place.name,
        **more,
    )
