from made.reports import ARBIN, HOMS, SYRIA, report
from sayso.linking.accounts import Account, accounts
from sayso.linking.grading import grade
from sayso.linking.origins import origins
from sayso.model import Count, Dispute, DisputeField


def readings(found: list[Account], field: str) -> list[tuple[str | None, str]]:
    return [(cell.value, cell.reading) for one in found for cell in one.cells if cell.field == field]


def test_copies_of_a_wire_story_are_one_origin() -> None:
    reports = [
        report("a", origin="w", publisher="Northern Wire", published="2015-10-02"),
        report("b", origin="w", publisher="City Herald", published="2015-10-03"),
        report("c", origin="w", publisher="Evening Post", published="2015-10-03"),
    ]
    assert ["Northern Wire, printed by 3 outlets"] == [one.words for one in origins(reports)]


def test_a_spokesman_whom_many_quote_is_one_origin() -> None:
    reports = [report(name, holder="SPOKESMAN", holder_name="the spokesman") for name in "abcd"]
    assert ["the spokesman, quoted in 4 documents"] == [one.words for one in origins(reports)]


def test_a_wider_range_is_less_precise_and_a_lower_number_differs() -> None:
    reports = [
        report("a", killed=Count(12, 12), publisher="A"),
        report("b", killed=Count(12, 12), publisher="B", published="2015-10-03"),
        report("c", killed=Count(10, None), publisher="C", published="2015-10-03"),
        report("d", killed=Count(3, 3), publisher="D", published="2015-10-03"),
    ]
    expected = [
        ("12 killed", "agrees"),
        ("12 killed", "agrees"),
        ("at least 10 killed", "less precise"),
        ("3 killed", "differs"),
    ]
    assert expected == readings(accounts(reports, []), "toll")


def test_a_later_figure_of_the_same_voice_is_an_update() -> None:
    reports = [
        report("a", killed=Count(6, 6), holder="MEDICS", published="2015-10-02"),
        report("b", killed=Count(9, 9), holder="MEDICS", published="2015-10-03"),
    ]
    assert [("9 killed", "updates")] == readings(accounts(reports, []), "toll")


def test_silence_is_neither_agreement_nor_dispute() -> None:
    reports = [report("a", agents=("RUS",)), report("b")]
    assert [("RUS", "only"), (None, "silent")] == readings(accounts(reports, []), "responsibility")


def test_a_country_is_less_precise_than_a_town_and_another_town_differs() -> None:
    reports = [report("a", place=ARBIN), report("b", place=ARBIN), report("c", place=SYRIA), report("d", place=HOMS)]
    expected = [("Arbin", "agrees"), ("Arbin", "agrees"), ("Syria", "less precise"), ("Homs", "differs")]
    assert expected == readings(accounts(reports, []), "place")


def test_who_denies_is_read_off_the_dispute() -> None:
    reports = [report("a", agents=("RUS",)), report("b", agents=("RUS",), factuality="denied", holder="MINISTRY")]
    found = accounts(reports, [Dispute("i", "responsibility", "a", "b", "denies")])
    assert [("RUS", "agrees"), ("RUS", "denies")] == readings(found, "responsibility")


def dispute(field: DisputeField) -> Dispute:
    return Dispute("i", field, "a", "b", "contradicts")


def test_grades_say_what_the_claims_amount_to() -> None:
    dead = Count(5, 5)
    one = report("a", agents=("RUS",), killed=dead, publisher="A")
    other = report("b", agents=("RUS",), killed=dead, publisher="B")
    own = report("c", agents=("RUS",), killed=dead, holder="RUS", speaker=("RUS",))
    fighters = report("d", agents=("RUS",), patients=("REBELS",), killed=dead)
    expected = ["weak", "fair", "confirmed", "contested", "discounted", "none"]
    found = [
        grade([one], []),
        grade([one, other], []),
        grade([one, own], []),
        grade([one, other], [dispute("responsibility")]),
        grade([fighters], [], frozenset({"REBELS"})),
        grade([report("e")], []),
    ]
    assert expected == [each.grade for each in found]
    assert all(each.reasons and "computed" in each.label for each in found)
