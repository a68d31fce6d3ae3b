"""What several deny together is each one's own share."""

from typing import Any

import pytest

from sayso.comparing import View
from sayso.comparing.denying import denied_occurrence, denied_responsibility
from sayso.comparing.joint import denies_jointly, is_among
from sayso.model import Claim, Event, Span


def view(sentence: int, holder: str | None, factuality: Any = "happened", **more: Any) -> View:
    claim = Claim(
        f"e{sentence}", Event(Span(sentence * 10, sentence * 10 + 5), "ASSAULT", factuality=factuality), holder
    )
    own = tuple(more.pop("own_agents", ()))
    doing = more.pop("denies_doing", False)
    laid_open: dict[str, Any] = {name: frozenset(value) for name, value in more.items()}
    return View(claim, "use", sentence, own_agents=own, denies_doing=doing, **laid_open)


JOINT = view(
    1, "a1", "denied", own_agents=["GOV", "REBELS"], agents=["GOV", "REBELS"], speaker=["GOV"], denies_doing=True,
    agent_words=["government", "rebel"], source=["government", "rebel"],
)  # fmt: skip
BY_GOVERNMENT = view(2, "a2", agents=["REBELS"], speaker=["SYR"], source=["regime"])
BY_OTHERS = view(2, "a3", agents=["GOV"], speaker=["PANEL"], source=["panel"])


def test_who_denies_beside_others_does_not_deny_what_he_lays_at_their_door() -> None:
    assert denied_occurrence(JOINT, BY_GOVERNMENT) is None
    assert denied_responsibility(JOINT, BY_GOVERNMENT) is None


def test_each_one_s_share_answers_the_charge_of_somebody_else() -> None:
    found = denied_responsibility(JOINT, BY_OTHERS)
    assert found is not None
    assert found[:2] == ("responsibility", "denies")


@pytest.mark.parametrize(
    ("denier", "expected"),
    [
        (JOINT, True),
        (view(1, "a1", "denied", source=["side"]), True),
        (view(1, "a1", "denied", own_agents=["GOV"], agents=["GOV"], speaker=["GOV"]), False),
        (view(1, "a1", "denied", own_agents=["GOV", "MILITIA"], agents=["GOV", "MILITIA"], speaker=["UN"]), False),
    ],
)
def test_several_deny_together_what_is_their_own(denier: View, *, expected: bool) -> None:
    assert denies_jointly(denier) == expected


def test_a_government_that_denies_alone_is_not_any_government_that_accuses() -> None:
    alone = view(1, "a1", "denied", own_agents=["GOV"], agents=["GOV"], agent_words=["government"])
    assert is_among(BY_GOVERNMENT, JOINT)
    assert not is_among(BY_GOVERNMENT, alone)
    assert is_among(view(2, "a2", speaker=["GOV"]), alone)
