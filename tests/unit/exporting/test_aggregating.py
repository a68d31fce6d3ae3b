"""Claims of one incident boiled down to one row, under a policy and never without one."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from sayso.errors import BadExport
from sayso.exporting.aggregating import aggregate, policy_of, read_ranking
from sayso.exporting.rows import Paper, Party, Row, Voice, When, Where, Who
from sayso.linking.policies import Policy
from sayso.model import Count, Factuality, Published, Toll


def said(
    number: int,
    holder: str | None,
    *,
    killed: Count | None = None,
    where: Where | None = None,
    when: str | None = None,
    factuality: Factuality = "happened",
    outlet: str = "Wire",
) -> Row:
    who = None if holder is None else Who(holder, holder.title(), (), "other", registry=holder)
    return Row(
        id=f"c{number}",
        incident="market",
        paper=Paper(
            f"{number:064d}", f"{number}.txt", 100, Published(f"2020-01-{number + 1:02d}", "given"), publisher=outlet
        ),
        run="run",
        type="ASSAULT",
        mode="aerial",
        factuality=factuality,
        origin=holder or outlet,
        toll=Toll(killed=killed),
        where=where,
        when=None if when is None else When(when),
        voices=() if who is None else (Voice(f"a{number}", "indirect", (), (), (), who),),
        agent=Party((), (Who("RUS", "Russia", (), "state", registry="RUS"),)) if number == 1 else Party(),
    )


TOWN = Where("Arbin", kind="city", precision="town", lat=33.5, lon=36.4, country="SY")
COUNTRY = Where("Syria", kind="country", precision="country", country="SY")
ROWS = [
    said(1, "MONITOR", killed=Count(20, None), where=TOWN, when="2019-12-30"),
    said(2, "MINISTRY", killed=Count(3, 3), where=COUNTRY, when="2019-12"),
    said(3, "ARMY", killed=Count(3, 3), when="2019-12-30"),
    said(4, "REBELS", killed=Count(31, 31), factuality="denied"),
    said(5, None, where=TOWN),
]


@pytest.mark.parametrize(
    ("policy", "best", "place", "time"),
    [
        (Policy("lowest"), 3, "Syria", "2019-12"),
        (Policy("highest"), 20, "Arbin", "2019-12-30"),
        (Policy("majority"), 3, "Arbin", "2019-12-30"),
        (Policy("ranking", ("Ministry", "MONITOR")), 3, "Syria", "2019-12"),
        (Policy("ranking", ("monitor",)), 20, "Arbin", "2019-12-30"),
    ],
)
def test_every_field_is_chosen_under_the_policy(policy: Policy, best: int, place: str, time: str) -> None:
    (row,) = aggregate(ROWS, policy)
    assert row.merged is not None
    assert (best, 3, 20) == (row.merged.best, row.merged.low, row.merged.high)
    assert place == (row.where.name if row.where else None)
    assert time == (row.when.edtf if row.when else None)
    assert policy.words == row.merged.policy


def test_a_merged_row_tells_what_went_into_it_and_denials_do_not() -> None:
    (row,) = aggregate(ROWS, Policy("lowest"))
    assert row.merged is not None
    assert ("c1", "c2", "c3", "c5") == row.merged.claims
    assert 4 == row.merged.origins
    assert ("Monitor", "Ministry", "Army", "the article") == row.merged.holders
    assert "market@lowest" == row.id
    assert "Russia" == row.agent.label
    assert () == row.voices


def test_what_only_a_denial_or_a_plan_tells_makes_no_incident() -> None:
    rows = [replace(ROWS[3], incident="other"), replace(ROWS[0], incident="third", factuality="planned")]
    assert [] == list(aggregate(rows, Policy("highest")))


def test_claims_that_stand_alone_are_incidents_of_their_own() -> None:
    rows = [replace(ROWS[0], incident=None), replace(ROWS[1], incident=None)]
    assert ["c1@majority", "c2@majority"] == [row.id for row in aggregate(rows, Policy("majority"))]


def test_a_ranking_is_read_one_source_a_line(tmp_path: Path) -> None:
    path = tmp_path / "ranking.txt"
    path.write_text("# whom we believe\nUN\n\n  Northern Wire  \n")
    assert ("UN", "Northern Wire") == read_ranking(path)
    assert Policy("ranking", ("UN", "Northern Wire")) == policy_of("ranking", path)


def test_a_ranking_without_a_source_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ranking.txt"
    path.write_text("# nobody\n")
    with pytest.raises(BadExport, match=r"ranking\.txt: the ranking of sources names no source"):
        read_ranking(path)
    with pytest.raises(BadExport, match=r"missing\.txt: the ranking of sources cannot be read"):
        read_ranking(tmp_path / "missing.txt")


def test_a_ranking_goes_with_its_policy_alone(tmp_path: Path) -> None:
    for name, path in (("ranking", None), ("lowest", tmp_path), (None, tmp_path)):
        with pytest.raises(BadExport, match="the policy ranking needs --ranking FILE"):
            policy_of(name, path)
    with pytest.raises(BadExport, match="'mean' is no policy"):
        policy_of("mean")
    assert policy_of(None) is None
