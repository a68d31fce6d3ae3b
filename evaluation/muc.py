"""sayso's claims against the incident templates of MUC-3/4: news of Latin America in capitals, 1988 to 1990.

usage: python -m evaluation.muc [--part dev|tst1|tst2] [--every N] [--system FILE] [--workers N] [--json]

The claims of an incident are taken together, and each template is given the incident of a fitting type with which it shares most
(docs/other-gold.md tells how its slots are read). What is not in the messages' templates is not wrong: they hold attacks on
civilians and property by groups and states, and leave out fighting between armed forces.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from msgspec import Struct

from evaluation.annotating import add_options, annotated, part_of
from evaluation.muc_templates import Template, templates_of
from training.gold import as_spans, records

PARTS: Final = ("dev", "tst1", "tst2")
SLOTS: Final = ("perpetrator", "target", "place", "country", "date", "killed")
FITTING: Final = {
    "KIDNAPPING": {"ASSAULT", "COERCE", "CONCEDE"},
    "ROBBERY": {"ASSAULT", "COERCE"},
    "FORCED WORK STOPPAGE": {"PROTEST", "COERCE", "THREATEN", "ASSAULT"},
}
"""Types of the codebook that an incident of a kind may have; the others (attack, bombing, arson) are ASSAULT."""


class Incident(Struct):
    """What the claims of one incident say together."""

    types: set[str]
    happened: bool
    agents: list[str]
    patients: list[str]
    places: list[str]
    countries: set[str]
    days: list[str]
    killed: list[list[int | None]]


class Tally(Struct):
    """Counts: of slots that templates fill, that their incidents fill, and that agree; and of messages."""

    filled: dict[str, int]
    given: dict[str, int]
    right: dict[str, int]
    templates: int = 0
    found: int = 0
    relevant: int = 0
    detected: int = 0
    irrelevant: int = 0
    alarms: int = 0


def incidents_of(line: dict[str, Any], text: str) -> list[Incident]:
    """The incidents of an annotated message."""
    names = {actor["id"]: actor["names"] for actor in line["actors"]}
    claims: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for event in line["events"]:
        claims[event["incident"] or event["id"]].append(event)
    return [_incident(events, names, text, line["places"]) for events in claims.values()]


def _incident(
    events: Sequence[dict[str, Any]], names: dict[str, list[str]], text: str, places: Sequence[dict[str, Any]]
) -> Incident:
    by_id = {place["id"]: place for place in places}
    found = [place for event in events for place in [event["place"], *event["places"]] if place]
    return Incident(
        types={event["type"] for event in events}
        | {"THREATEN" for event in events if event["factuality"] == "planned"},
        happened=any(event["factuality"] in ("happened", "ongoing") for event in events),
        agents=list(_words(events, "agent", names, text)),
        patients=[*_words(events, "patient", names, text), *(event["toll_of"] for event in events if event["toll_of"])],
        places=[by_id[place["place"]]["name"] for place in found],
        countries={place["country"] for place in found if place["country"]},
        days=[event["time"]["edtf"] for event in events if event["time"] and event["time"]["edtf"]],
        killed=[event["killed"] for event in events if event["killed"]],
    )


def _words(events: Iterable[dict[str, Any]], role: str, names: dict[str, list[str]], text: str) -> Iterator[str]:
    for event in events:
        for start, end in as_spans(event[role]):
            yield text[start:end]
        for actor in event[f"{role}_actor"]:
            yield from names.get(actor, ())


def agreements(template: Template, incident: Incident) -> dict[str, bool | None]:
    """Of each slot that the template fills: whether the incident agrees, None where it does not fill it."""
    found: dict[str, bool | None] = {}
    if template.perpetrators:
        found["perpetrator"] = template.names_one(template.perpetrators, incident.agents)
    if template.targets:
        found["target"] = template.names_one(template.targets, incident.patients)
    if template.places:
        found["place"] = template.is_at(incident.places)
    if template.country:
        found["country"] = template.country in incident.countries if incident.countries else None
    if template.days is not None:
        found["date"] = template.is_on(incident.days)
    if template.killed is not None:
        found["killed"] = template.has_killed(incident.killed)
    return found


def match(templates: Sequence[Template], incidents: Sequence[Incident]) -> list[Incident | None]:
    """For each template an incident of a fitting type, none used twice, those that agree most first."""
    pairs = sorted(
        (
            (sum(value is True for value in agreements(template, incident).values()), incident.happened, -t, -i)
            for t, template in enumerate(templates)
            for i, incident in enumerate(incidents)
            if incident.types & _fitting(template)
        ),
        reverse=True,
    )
    found: list[Incident | None] = [None] * len(templates)
    used: set[int] = set()
    for _, _, t, i in pairs:
        if found[-t] is None and -i not in used:
            found[-t] = incidents[-i]
            used.add(-i)
    return found


def _fitting(template: Template) -> set[str]:
    types = FITTING.get(template.kind, {"ASSAULT"})
    return types | {"THREATEN"} if template.threatened else types


def tally(messages: Iterable[tuple[dict[str, Any], dict[str, Any]]]) -> Tally:
    """Counts over pairs of a gold record and its annotated line."""
    zero = dict.fromkeys(SLOTS, 0)
    counts = Tally(dict(zero), dict(zero), dict(zero))
    for record, line in messages:
        templates, incidents = templates_of(record), incidents_of(line, record["text"])
        attacked = any("ASSAULT" in incident.types and incident.happened for incident in incidents)
        if not record["templates"]:
            counts.irrelevant += 1
            counts.alarms += attacked
        if not templates:
            continue
        counts.relevant += 1
        counts.detected += any(incident.types & _fitting(one) for one in templates for incident in incidents)
        for template, incident in zip(templates, match(templates, incidents), strict=True):
            counts.templates += 1
            counts.found += incident is not None
            empty = Incident(set(), False, [], [], [], set(), [], [])  # one with nothing in it
            for slot, value in agreements(template, incident or empty).items():
                counts.filled[slot] += 1
                counts.given[slot] += value is not None
                counts.right[slot] += value is True
    return counts


def figures(counts: Tally) -> dict[str, float]:
    """Shares: detection by message and by template, alarms, and precision and recall of the slots."""
    found = {
        "messages_detected": counts.detected / max(1, counts.relevant),
        "alarms": counts.alarms / max(1, counts.irrelevant),
        "templates_found": counts.found / max(1, counts.templates),
    }
    for slot in SLOTS:
        found[f"{slot}_precision"] = counts.right[slot] / max(1, counts.given[slot])
        found[f"{slot}_recall"] = counts.right[slot] / max(1, counts.filled[slot])
    return {name: round(value, 4) for name, value in found.items()}


def main() -> None:
    """Annotate, or take what was annotated, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser, PARTS, "tst1")
    options = parser.parse_args()
    gold = part_of(records(f"events/muc4-{options.part}.jsonl"), options.every)
    lines = annotated(gold, options.system, options.workers)
    counts = tally((record, lines[record["doc"]]) for record in gold)
    found = figures(counts)
    if options.json:
        json.dump(found, sys.stdout)
        return
    print(
        f"{len(gold)} messages of {options.part}, {counts.relevant} with {counts.templates} templates that are not optional"
    )
    for name, value in found.items():
        print(f"  {name:24} {value:.3f}")


if __name__ == "__main__":
    main()
