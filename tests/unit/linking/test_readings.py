"""Every pair of values of every field, as docs/readings.md lays them out."""

from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest

from made.reports import ARBIN, DOUMA, HOMS, SYRIA, report
from sayso.linking.accounts import accounts
from sayso.linking.fields import FIELDS
from sayso.model import Count, Place

PAGE: Final = Path(__file__).parents[3] / "docs" / "readings.md"
SUBURBS: Final = Place("Rif-dimashq", "admin1", "province", 5, 33.5, 36.8, "SY")
IRAQ: Final = Place("Iraq", "country", "country", 6, 33.0, 44.0, "IQ")
SILENT: Final = "nothing"
RUS: Final = {"agents": ("RUS", "country:RU"), "speaker": ("RUS", "country:RU")}


def _goal(name: str, factuality: str = "planned") -> dict[str, Any]:
    return {"factuality": factuality, "patients": (name,)}


def _people(name: str, **more: Any) -> dict[str, Any]:
    return {"patients": (name,), **more}


VALUES: Final[dict[str, dict[str, dict[str, Any]]]] = {
    "occurrence": {
        **{one: {"factuality": one} for one in ("happened", "ongoing", "possible", "planned", "demanded", "hypothetical", "denied")},
        "failed": {"factuality": "denied", "laid_open": {"no_denial": True}},
    },
    "responsibility": {
        "Russia": {"agents": ("RUS", "country:RU")}, "its air force": {"agents": ("RUS_MIL", "country:RU")}, "the army": {"agents": ("SAA",)},
        "gunmen": {"agents": ("GUNMEN",), "vague": True}, "Russia denies it": {**RUS, "factuality": "denied"},
        "Russia was stopped": {**RUS, "factuality": "denied", "laid_open": {"no_denial": True}},
    },
    "target": {
        "the Front": _people("FRONT", laid_open={"parties": frozenset({"FRONT"}), "patient_words": frozenset({"camp", "front"})}),
        "its camp": _people("CAMP", laid_open={"patient_words": frozenset({"camp"})}),
        "the Brigade": _people("BRIGADE", laid_open={"parties": frozenset({"BRIGADE"}), "patient_words": frozenset({"brigade"})}),
        "civilians": _people("CIVILIANS", vague_target=True, laid_open={"bystanders": True, "patient_words": frozenset({"civilian"})}),
        "people": _people("PEOPLE", vague_target=True, laid_open={"patient_words": frozenset({"people"})}),
    },
    "victims": {one: {"of": one} for one in ("people", "civilians", "children", "women", "fighters", "soldiers")},
    "toll": {
        "12 killed": {"killed": Count(12, 12)}, "9 killed": {"killed": Count(9, 9)}, "at least 10 killed": {"killed": Count(10, None)},
        "up to 10 killed": {"killed": Count(None, 10)}, "10 to 12 killed": {"killed": Count(10, 12)}, "5 injured": {"injured": Count(5, 5)},
    },
    "place": {
        "Arbin": {"place": ARBIN}, "Douma, 4 km away": {"place": DOUMA}, "Homs": {"place": HOMS}, "its province": {"place": SUBURBS},
        "Syria": {"place": SYRIA}, "Iraq": {"place": IRAQ},
    },
    "time": {
        "1 October": {"day": "2015-10-01"}, "2 October": {"day": "2015-10-02"}, "that week": {"day": "2015-09-28/2015-10-04"},
        "the week before": {"day": "2015-09-21/2015-09-27"}, "October": {"day": "2015-10"}, "since 30 September": {"day": "2015-09-30/.."},
    },
    "intent": {
        "the Front is meant": _goal("FRONT"), "the Front should be hit": _goal("FRONT", "demanded"), "the Brigade is meant": _goal("BRIGADE"),
    },
    "means": {one: {"mode": one} for one in (
        "aerial", "drone", "heavy_weapons", "explosives", "suicide_attack", "firearms", "unconventional", "targeted", "abduct",
    )},
}  # fmt: skip
"""What an account says of a field, by the name that it has on the page, as a report says it."""
UNTOLD: Final[dict[str, dict[str, Any]]] = {"place": {"place": None}, "time": {"day": None}, "means": {"mode": None}}


def _told(name: str, field: str, value: str, **more: Any) -> Any:
    chosen = UNTOLD.get(field, {}) if value == SILENT else VALUES[field][value]
    return report(name, **{**chosen, **more})


def _reading(field: str, this: str, others: str) -> str:
    """How an account's value reads beside that of two others."""
    reports = [_told(name, field, others, published="2015-10-02") for name in ("a", "b")]
    found = accounts([*reports, _told("c", field, this, published="2015-10-03")], [])
    last = found[-1]
    return next(cell.reading for cell in last.cells if cell.field == field)


def _page() -> dict[str, dict[tuple[str, str], str]]:
    """The readings that the page tells, by field and by this account's value and the others'."""
    tables: dict[str, dict[tuple[str, str], str]] = {}
    field, columns = "", list[str]()
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            field, columns = line[3:].lower(), []
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|") or field not in FIELDS or set(cells[0]) <= {"-"}:
            continue
        if columns:
            tables.setdefault(field, {}).update(
                {(cells[0], name): cell for name, cell in zip(columns, cells[1:], strict=True)}
            )
        else:
            columns = cells[1:]
    return tables


TABLES: Final = _page()
PAIRS: Final = [(field, this, others) for field, table in TABLES.items() for this, others in table]


def test_the_page_lays_out_every_pair_of_values_of_every_field() -> None:
    wanted = {field: set(product([*values, SILENT], repeat=2)) for field, values in VALUES.items()}
    wanted["occurrence"] = set(product(VALUES["occurrence"], repeat=2))  # no claim is silent on whether it happened
    assert set(FIELDS) == set(wanted)
    assert wanted == {field: set(table) for field, table in TABLES.items()}


@pytest.mark.parametrize(("field", "this", "others"), PAIRS)
def test_a_value_reads_beside_the_others_as_the_page_says(field: str, this: str, others: str) -> None:
    assert TABLES[field][this, others] == _reading(field, this, others)


@pytest.mark.parametrize("field", FIELDS)
def test_another_value_of_the_same_holder_is_an_update(field: str) -> None:
    for early, late in product(VALUES[field], repeat=2):
        said = {"holder": "MEDICS", "speaker": ()}
        reports = [
            _told("a", field, early, published="2015-10-02", **said),
            _told("b", field, late, published="2015-10-03", **said),
        ]
        shown = [next(cell for cell in accounts([one], [])[0].cells if cell.field == field).value for one in reports]
        found = next(cell.reading for cell in accounts(reports, [])[0].cells if cell.field == field)
        assert found == ("updates" if shown[0] != shown[1] else "only"), (early, late)
