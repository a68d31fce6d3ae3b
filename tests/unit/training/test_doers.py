"""The weights of doers and the choices that they are learned from."""

import json
from pathlib import Path
from typing import Final

from sayso.claiming.chooser import Option
from sayso.resources.attachment import load_weights
from training.choosing import BIASES, Case, learn
from training.doers import KEPT, keep, kept_cases

# What rounding of another processor's sums may change of a weight.
ROUNDING: Final = 0.02


def test_kept_choices_come_back_without_names() -> None:
    options = [
        Option(None, "", ["none"]),
        Option(0, "NOR", ["own", "rare"]),
        Option(1, "PER GHA", ["own", "near"]),
        Option(2, "NOR", ["near"]),
    ]
    cases = [Case(n, options, frozenset({1, 3}), wanted=True) for n in range(3)]
    lone = Case(3, [Option(None, "", ["none", "lone"])], frozenset({0}), wanted=False)
    found = kept_cases(keep([*cases, *cases, lone]))
    assert [(case.article, case.right, case.wanted) for case in found[:3]] == [
        (n, frozenset({1, 3}), True) for n in range(3)
    ]
    assert [option.value for option in found[0].options] == ["", "1", "2", "1"]
    assert [option.site is None for option in found[0].options] == [True, False, False, False]
    assert found[-1].options[0].features == ["none"]
    assert b"NOR" not in keep(cases)


def test_the_weights_that_ship_are_learned_from_the_choices_that_are_kept() -> None:
    shipped = json.loads(Path("src/sayso/resources/attachment/agent.json").read_text(encoding="utf-8"))["weights"]
    learned = learn(kept_cases(KEPT.read_bytes()))
    moved = {name for name, weight in learned.items() if abs(weight - shipped.get(name, 0.0)) > ROUNDING}
    assert moved == {"none"}
    assert any(abs(learned["none"] + bias - shipped["none"]) <= ROUNDING for bias in BIASES)
    assert load_weights("agent").score(["none"]) == shipped["none"]
