"""Labels of sentences on what police did, from claims."""

from typing import Any

import pytest

from evaluation.police import documents, labels_of

GOLD = [
    {
        "doc": "a",
        "sentences": [{"text": "police shot two men dead.", "labels": ["KILL"]}, {"text": "they left.", "labels": []}],
    }
]
OFFICERS = {"id": "POLICE", "kind": "police", "sector": "COP"}
CROWD = {"id": "CROWD", "kind": "crowd", "sector": None}


def labels(**fields: Any) -> list[set[str]]:
    event = {
        "trigger": [7, 11], "type": "ASSAULT", "mode": "firearms", "factuality": "happened", "agent": [[0, 6]],
        "agent_actor": ["POLICE"], "killed": None,
    } | fields  # fmt: skip
    return labels_of({"actors": [OFFICERS, CROWD], "events": [event]}, documents(GOLD)[0])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {"FORCE", "ANY_ACTION"}),
        ({"killed": [2, 2]}, {"FORCE", "KILL", "ANY_ACTION"}),
        ({"type": "COERCE", "mode": "arrest"}, {"ARREST", "ANY_ACTION"}),
        ({"type": "COERCE", "mode": "arrest", "agent": [], "agent_actor": []}, {"ARREST", "ANY_ACTION"}),
        ({"type": "COERCE", "mode": "curfew"}, {"ANY_ACTION"}),
        ({"factuality": "denied"}, {"FAIL"}),
        ({"factuality": "planned"}, set()),
        ({"agent": [[12, 19]], "agent_actor": ["CROWD"]}, set()),
    ],
)
def test_a_claim_of_police_labels_the_sentence_of_its_trigger(fields: dict[str, Any], expected: set[str]) -> None:
    assert labels(**fields) == [expected, set()]
