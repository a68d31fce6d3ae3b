"""Templates of MUC-3/4 and what claims agree with them: the readings that the figures rest on."""

from datetime import date
from typing import Any

import pytest

from evaluation.muc import figures, incidents_of, tally
from evaluation.muc_templates import Template, heads_of, interval, templates_of

TEXT = "REBELS OF THE NORTH FRONT KILLED TWO GUARDS IN SAN PEDRO ON FRIDAY."
KEY = {
    "MESSAGE: TEMPLATE": ["1"],
    "INCIDENT: TYPE": ["ATTACK"],
    "INCIDENT: STAGE OF EXECUTION": ["ACCOMPLISHED"],
    "INCIDENT: DATE": ["(05 JAN 90 - 06 JAN 90)"],
    "INCIDENT: LOCATION": ["PERU: SAN PEDRO (TOWN) - LA UNION (TOWN)"],
    "PERP: INDIVIDUAL ID": ['"REBELS"'],
    "PERP: ORGANIZATION ID": ['"NORTH FRONT" / "NF"'],
    "HUM TGT: DESCRIPTION": ['"GUARDS"'],
    "HUM TGT: NUMBER": ['2: "GUARDS"'],
    "HUM TGT: EFFECT OF INCIDENT": ['DEATH: "GUARDS"'],
}


def template(**slots: list[str]) -> Template:
    return templates_of({"templates": [KEY | {name.replace("_", " "): value for name, value in slots.items()}]})[0]


def event(**fields: Any) -> dict[str, Any]:
    start = TEXT.index("KILLED")
    return {
        "id": "e1", "incident": "i1", "type": "ASSAULT", "trigger": [start, start + 6], "factuality": "happened",
        "agent": [[0, 25]], "agent_actor": [], "patient": [[33, 43]], "patient_actor": [], "toll_of": None, "places": [],
        "place": {"place": "p1", "country": "PE"}, "time": {"edtf": "1990-01-05"}, "killed": [2, 2],
    } | fields  # fmt: skip


def line(*events: dict[str, Any]) -> dict[str, Any]:
    return {"actors": [], "places": [{"id": "p1", "name": "SAN PEDRO"}], "events": list(events)}


def test_a_template_tells_who_whom_where_when_and_how_many() -> None:
    found = template()
    assert (found.perpetrators, found.targets) == ((("REBELS",), ("NORTH FRONT", "NF")), (("GUARDS",),))
    assert (found.places, found.country) == (("SAN PEDRO", "LA UNION"), "PE")
    assert (found.days, found.killed) == ((date(1990, 1, 5), date(1990, 1, 6)), (2, 2))


def test_a_day_by_which_it_had_happened_is_left_out_and_so_is_an_optional_template() -> None:
    assert template(**{"INCIDENT: DATE": ["- 06 JAN 90"]}).days is None
    assert templates_of({"templates": [KEY | {"MESSAGE: TEMPLATE": ["2 (OPTIONAL)"]}]}) == []


def test_either_surname_of_a_target_will_do_and_a_part_of_a_places_name() -> None:
    found = template(**{"HUM TGT: NAME": ['"ANA RIOS VEGA"'], "INCIDENT: LOCATION": ["PERU: SAN PEDRO DEL SUR (TOWN)"]})
    assert found.names_one(found.targets, ["Ana Rios"])
    assert found.is_at(["San Pedro"])


@pytest.mark.parametrize(
    ("phrase", "heads"),
    [
        ("MEMBERS OF THE NORTH FRONT [NF]", {"FRONT", "NF"}),
        ("the bridge spanning the river", {"BRIDGE"}),
        ("two guards", {"GUARD"}),
    ],
)
def test_the_head_of_a_phrase_is_its_last_word_before_a_preposition(phrase: str, heads: set[str]) -> None:
    assert heads_of(phrase) == heads


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("1990-01-05", (date(1990, 1, 5), date(1990, 1, 5))),
        ("1990-12", (date(1990, 12, 1), date(1990, 12, 31))),
        ("1990-01-05/1990-01-07", (date(1990, 1, 5), date(1990, 1, 7))),
        ("1990-21", None),
        ("[1990-01-01,1991-01-01]", None),
    ],
)
def test_times_are_compared_as_days(edtf: str, days: tuple[date, date] | None) -> None:
    assert interval(edtf) == days


def test_claims_that_say_the_same_as_the_template_are_right_in_every_slot() -> None:
    counts = tally([({"text": TEXT, "templates": [KEY]}, line(event()))])
    assert set(figures(counts).values()) == {1.0, 0.0}  # no message without a template, so no alarm
    assert figures(counts)["alarms"] == 0.0


def test_what_a_claim_leaves_open_costs_recall_and_what_it_has_wrong_precision() -> None:
    counts = tally([({"text": TEXT, "templates": [KEY]}, line(event(agent=[], killed=[5, 5])))])
    found = figures(counts)
    assert (found["perpetrator_recall"], found["killed_precision"], found["target_precision"]) == (0.0, 0.0, 1.0)


def test_one_incident_does_for_one_template() -> None:
    counts = tally([({"text": TEXT, "templates": [KEY, KEY | {"MESSAGE: TEMPLATE": ["2"]}]}, line(event()))])
    assert (counts.templates, counts.found) == (2, 1)


def test_an_attack_in_a_message_without_templates_is_an_alarm() -> None:
    counts = tally([({"text": TEXT, "templates": []}, line(event())), ({"text": TEXT, "templates": []}, line())])
    assert figures(counts)["alarms"] == 0.5


def test_claims_of_one_incident_are_taken_together() -> None:
    (incident,) = incidents_of(line(event(), event(id="e2", agent=[], place=None, killed=None)), TEXT)
    assert (incident.types, incident.killed) == ({"ASSAULT"}, [[2, 2]])
