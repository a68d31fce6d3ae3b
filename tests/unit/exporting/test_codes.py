"""Actors and events in the codes of other projects."""

import pytest
from msgspec.structs import replace

from sayso.exporting.codes import (
    acled_type,
    disorder_type,
    inter_code,
    plover_sector,
    plover_type,
    quad_code,
    type_of_violence,
)
from sayso.exporting.rows import Paper, Party, Row, Where, Who
from sayso.model import ActorKind, Codes, Count, EventType, Toll

ARMY = Who("SYR_MIL", "Syrian army", (), "military", "SY", "MIL")
FOREIGN = Who("RUS_MIL", "Russian army", (), "military", "RU", "MIL")
REBELS = Who("NF", "Northern Front", (), "armed_group", "SY", "REB")
GANG = Who("GANG", "a gang", (), "armed_group", "SY", "CRM")
CIVILIANS = Who("CIV", "villagers", (), "civilians", None, "CVL")
CROWD = Who("CROWD", "protesters", (), "crowd", None, "CVL")
UN = Who("UN", "United Nations", (), "igo", None, "IGO")
MINISTER = Who("MIN", "a minister", (), "person", "SY", "GOV")


def row(
    agent: Who | None,
    patient: Who | None,
    type: EventType = "ASSAULT",  # noqa: A002  # the noun's own field name
    mode: str | None = None,
    acled: str | None = None,
    killed: Count | None = None,
) -> Row:
    return Row(
        "c", "i", Paper("0", "0", 1), "run", type, mode, "happened", "o", codes=Codes(acled=acled), toll=Toll(killed=killed),
        agent=Party((), (agent,) if agent else ()), patient=Party((), (patient,) if patient else ()),
        where=Where("Arbin", country="SY"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("agent", "patient", "violence"),
    [
        (ARMY, REBELS, 1), (REBELS, ARMY, 1), (ARMY, FOREIGN, 1), (REBELS, GANG, 2), (ARMY, CIVILIANS, 3), (GANG, CIVILIANS, 3),
        (CIVILIANS, CIVILIANS, None), (None, CIVILIANS, None), (ARMY, None, None),
    ],
)  # fmt: skip
def test_violence_is_of_the_type_that_its_sides_make_it(
    agent: Who | None, patient: Who | None, violence: int | None
) -> None:
    assert violence == type_of_violence(row(agent, patient))


def test_the_claims_own_code_decides_and_what_falls_from_afar_is_left_open() -> None:
    assert type_of_violence(row(ARMY, CIVILIANS, mode="aerial")) is None
    coded = replace(row(ARMY, CIVILIANS, mode="aerial"), codes=Codes(ucdp="one-sided"))
    assert 3 == type_of_violence(coded)


def test_what_is_no_attack_is_no_violence() -> None:
    assert type_of_violence(row(ARMY, REBELS, "SANCTION")) is None


@pytest.mark.parametrize(
    ("who", "code"),
    [(ARMY, 1), (FOREIGN, 8), (REBELS, 2), (GANG, 3), (CIVILIANS, 7), (UN, 8), (MINISTER, 1)],
)
def test_inter_codes_tell_forces_at_home_from_those_abroad(who: Who, code: int) -> None:
    assert code == inter_code(who, row(who, None))


def test_who_protests_is_a_protester_and_who_riots_a_rioter() -> None:
    assert 6 == inter_code(CIVILIANS, row(CIVILIANS, None, "PROTEST", "demo"))
    assert 5 == inter_code(CROWD, row(CROWD, None, "PROTEST", "riot"))
    assert 7 == inter_code(CROWD, row(ARMY, CROWD))


@pytest.mark.parametrize(
    ("event", "wanted"),
    [
        (row(ARMY, CIVILIANS, acled="Explosions/Remote violence: Air/drone strike"), ("Explosions/Remote violence", "Air/drone strike")),
        (row(ARMY, CIVILIANS, acled="Battles: Armed clash"), ("Violence against civilians", "Attack")),
        (row(ARMY, None, mode="capture", acled="Battles: Non-state actor overtakes territory"), ("Battles", "Government regains territory")),
        (row(REBELS, None, mode="capture", acled="Battles: Non-state actor overtakes territory"), ("Battles", "Non-state actor overtakes territory")),
        (row(ARMY, REBELS), ("Battles", "Armed clash")),
        (row(REBELS, CIVILIANS), ("Violence against civilians", "Attack")),
        (row(ARMY, CROWD), ("Protests", "Protest with intervention")),
        (row(ARMY, CROWD, killed=Count(1, 1)), ("Protests", "Excessive force against protesters")),
        (row(ARMY, None), None),
        (row(UN, UN, "CONSULT"), None),
    ],
)  # fmt: skip
def test_acled_types_follow_mode_and_sides(event: Row, wanted: tuple[str, str] | None) -> None:
    assert wanted == acled_type(event)


@pytest.mark.parametrize(
    ("event", "sub", "disorder"),
    [
        ("Battles", "Armed clash", "Political violence"),
        ("Protests", "Peaceful protest", "Demonstrations"),
        ("Protests", "Excessive force against protesters", "Political violence; Demonstrations"),
        ("Riots", "Violent demonstration", "Demonstrations"),
        ("Riots", "Mob violence", "Political violence"),
        ("Strategic developments", "Arrests", "Strategic developments"),
    ],
)
def test_disorder_types_follow_event_types(event: str, sub: str, disorder: str) -> None:
    assert disorder == disorder_type(event, sub)


@pytest.mark.parametrize(
    ("kind", "sector", "wanted"),
    [("media", "MED", "JRN"), ("person", "HLH", "MED"), ("armed_group", "SEP", "REB"), ("armed_group", "PAR", "PRM"),
     ("igo", "IGO", None), ("military", "MIL", "MIL"), ("other", None, None)],
)  # fmt: skip
def test_sectors_are_written_as_plover_writes_them(kind: ActorKind, sector: str | None, wanted: str | None) -> None:
    assert wanted == plover_sector(Who("x", "x", (), kind, None, sector))


def test_quad_codes_split_words_from_deeds() -> None:
    assert [1, 2, 3, 4] == [quad_code(one) for one in ("CONSULT", "AID", "ACCUSE", "PROTEST")]
    assert "RETREAT" == plover_type("CONCEDE", "release")
    assert "CONCEDE" == plover_type("CONCEDE", None)
