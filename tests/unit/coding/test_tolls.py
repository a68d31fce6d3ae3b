"""How many, of whom, and for which event."""

from collections.abc import Callable

import pytest

from sayso.coding.losses import losses
from sayso.coding.numbers import how_many
from sayso.coding.tolls import toll_of
from sayso.model import Count, Document, Event, Parse
from sayso.resources.codebook import Lexicon

Code = Callable[..., dict[str, Event]]


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("five soldiers", Count(5, 5)),
        ("at least five soldiers", Count(5, None)),
        ("more than 100 soldiers", Count(101, None)),
        ("up to 12 soldiers", Count(None, 12)),
        ("between 10 and 12 soldiers", Count(10, 12)),
        ("dozens of soldiers", Count(24, None)),
        ("hundreds of soldiers", Count(200, None)),
        ("1,300 soldiers", Count(1300, 1300)),
        ("a soldier", Count(1, 1)),
        ("twenty-two soldiers", Count(22, 22)),
        ("several dozen soldiers", Count(24, None)),
        ("a few hundred soldiers", Count(200, None)),
        ("some 100 soldiers", Count(100, 100)),
        ("some 34 soldiers", Count(34, 34)),
        ("the soldiers", None),
    ],
)
def test_numbers_are_read_with_their_hedges(
    parse_text: Callable[..., tuple[Document, Parse]], lexicon: Lexicon, phrase: str, count: Count | None
) -> None:
    _, parse = parse_text(f"The blast killed {phrase}.")
    head = next(one for one in parse.tokens if one.text in ("soldiers", "soldier"))
    if phrase.startswith(("dozens", "hundreds")):
        head = next(one for one in parse.tokens if one.dep == "dobj")
    assert count == how_many(head, parse, lexicon.marks)


def test_deaths_and_injuries_belong_to_the_attack(code: Code) -> None:
    toll = code("An air strike on the market killed nine civilians and wounded at least 30 others.")["strike"].toll
    assert (toll.killed, toll.injured, toll.of) == (Count(9, 9), Count(30, None), "civilians")


def test_victims_joined_by_and_are_added(code: Code) -> None:
    toll = code("Two soldiers and three civilians were killed in clashes with rebels.")["clashes"].toll
    assert toll.killed == Count(5, 5)


def test_the_detained_are_counted(code: Code) -> None:
    assert code("Police arrested 14 protesters in the capital.")["arrested"].toll.detained == Count(14, 14)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels seized three villages and two tanks near Marwan.",
        "Special forces executed a special operation against the rebels in Marwan.",
        "The shelling destroyed 15 vehicles and two depots.",
        "The minimum prison sentence for the crime is now 25 years.",
    ],
)
def test_what_is_done_to_things_harms_nobody(code: Code, text: str) -> None:
    assert all((one.toll.detained, one.toll.killed) == (None, None) for one in code(text).values())


def test_a_year_counts_nobody(code: Code) -> None:
    events = code("He appeared in public for the first time after his 2016 arrest.")
    assert events["arrest"].toll.detained == Count(1, 1)


def test_fighters_destroyed_or_eliminated_are_killed(code: Code) -> None:
    assert code("The army eliminated 70 rebels near the port.")["eliminated"].toll.killed == Count(70, 70)


def test_all_the_outcomes_of_a_clause_are_those_of_its_attack(code: Code) -> None:
    events = code("Sixty soldiers were killed and a hundred others were injured in these strikes.")
    assert [(one.toll.killed, one.toll.injured) for one in events.values()] == [(Count(60, 60), Count(100, 100))]


def test_a_headline_and_its_sentence_tell_the_same_number_once(
    parse_text: Callable[..., tuple[Document, Parse]], lexicon: Lexicon
) -> None:
    _, parse = parse_text("Shelling of port kills 19. At least 19 dockers were killed on Tuesday, a monitor said.")
    found = [one for sentence in parse.sentences for one in losses(sentence, parse, lexicon)]
    assert toll_of(found, parse).killed == Count(19, None)


def test_prisoners_taken_beside_tanks_are_counted(code: Code) -> None:
    events = code("Rebels captured 40 soldiers and two tanks in Marwan.")
    assert events["captured"].toll.detained == Count(40, 40)


def test_a_dozen_or_more_beside_a_number_is_open_upwards(code: Code) -> None:
    events = code("In the battle 120 soldiers and several dozen militiamen were also killed.")
    assert events["battle"].toll.killed == Count(144, None)


@pytest.mark.parametrize(
    ("text", "displaced"),
    [
        ("Rebels stormed the farm, and the driver fled.", None),
        ("Rebels stormed the farm, and 40 villagers fled.", 40),
        ("Air strikes killed three children fleeing across the river.", None),
    ],
)
def test_one_who_runs_is_not_displaced(code: Code, text: str, displaced: int | None) -> None:
    told = {one.toll.displaced for one in code(text).values() if one.toll.displaced is not None}
    assert told == (set() if displaced is None else {Count(displaced, displaced)})


def test_the_capture_of_a_town_detains_nobody(code: Code) -> None:
    events = code("The capture of Palmyra has raised fears that militants might destroy it.")
    assert all((one.toll.detained, one.toll.killed) == (None, None) for one in events.values())


def test_who_takes_a_place_detains_nobody(code: Code) -> None:
    events = code("Troops seized a stronghold of the rebels on the coast.")
    assert all(one.toll.detained is None for one in events.values())


def test_a_planned_killing_has_no_toll(code: Code) -> None:
    events = code("The gunman threatened to kill three hostages.")
    assert all(one.toll.killed is None for one in events.values())


@pytest.mark.parametrize(
    ("text", "trigger", "killed"),
    [
        ("The blast left hundreds of civilians dead.", "blast", Count(200, None)),
        ("Two nurses were among those killed in the shelling.", "shelling", Count(2, None)),
        ("The death toll from the bombing reached at least 31 people.", "bombing", Count(31, None)),
        ("Four villagers were killed in the raid and three herders lost their lives.", "raid", Count(7, 7)),
        ("Some 1.200 people were killed in the massacre.", "massacre", Count(1200, 1200)),
        ("In 2014 twelve miners were killed in the attack.", "attack", Count(12, 12)),
        ("The shelling killed nine people, among them a child.", "shelling", Count(9, 9)),
        ("Nine people were killed in the shelling, two of them nurses.", "shelling", Count(9, 9)),
        ("Raids by the coalition killed at least 21 herders near the port.", "Raids", Count(21, None)),
        ("Two dockers were reported killed in the shelling on Monday.", "shelling", Count(2, 2)),
        ("Six people were killed as a result of the bombing that destroyed two homes.", "bombing", Count(6, 6)),
        ("The army lost 15 soldiers in the attack.", "attack", Count(15, 15)),
        ("The planes carried out four strikes near the port, leaving 62 soldiers killed.", "strikes", Count(62, 62)),
        ("Rebels killed 70 factory guards drivers and members of the militia in an attack.", "attack", Count(70, 70)),
        ("Five children and four nurses killed by shelling of a clinic in Marwan.", "shelling", Count(9, 9)),
        ("Between 50 and 130 people died in the bombing.", "bombing", Count(50, 130)),
        (
            "Three dockers were killed and two others sustained injuries in clashes near the port.",
            "clashes",
            Count(3, 3),
        ),
        ("The raid killed Omar Haddad, Leif Odd and Sara Karimi.", "raid", Count(3, 3)),
        ("The shelling killed a nurse in addition to two drivers.", "shelling", Count(3, 3)),
        ("Rebels fired shells on the port, causing only material damage.", "fired", Count(0, 0)),
        ("The attack damaged two homes but no casualties were reported.", "attack", Count(0, 0)),
        (
            "Two killed in shelling of Marwan Two people were killed in shelling of Marwan on Monday.",
            "shelling",
            Count(2, 2),
        ),
    ],
)
def test_the_killed_are_counted(code: Code, text: str, trigger: str, killed: Count) -> None:
    killings = [one.toll.killed for one in code(text).values() if one.toll.killed is not None]
    assert (trigger in code(text), killings) == (True, [killed])


def test_injuries_that_people_sustained_are_theirs(code: Code) -> None:
    toll = code("Two officers sustained injuries in the attack.")["attack"].toll
    assert toll.injured == Count(2, 2)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Three herders were killed and dozens more wounded in the shelling.", Count(3, 3), Count(24, None)),
        ("Nine people were killed, including two nurses, and more than 30 wounded in the shelling.",
         Count(9, 9), Count(31, None)),
        ("The shelling killed nine nurses and wounded at least 30 others.", Count(9, 9), Count(30, None)),
        ("Ten miners were killed and fifty more were wounded in the shelling.", Count(10, 10), Count(50, 50)),
        ("Five nurses died in the shelling; around twenty more, including Omar Haddad, were injured.",
         Count(5, 5), Count(20, 20)),
        ("The shelling left two of the shepherds wounded.", None, Count(2, 2)),
        ("The shelling killed Omar Haddad and eight more fighters.", Count(9, 9), None),
        ("In the shelling a nurse sustained bruises.", None, Count(1, 1)),
        ("One herder was killed and nine others injured by shelling in the valley.", Count(1, 1), Count(9, 9)),
        ("Several herders were killed and some other wounded in the shelling.", Count(3, None), Count(2, None)),
        ("A number of herders were killed in the shelling.", Count(2, None), None),
        ("Between 10 and 15 dockers were wounded in the shelling.", None, Count(10, 15)),
        ("No one was injured in the shelling.", None, Count(0, 0)),
        ("A bomber killed at least 16 people and wounded 40 Tuesday in an attack on the port.", Count(16, None), Count(40, 40)),
        ("The clashes left at least 40 dead and 70 wounded on Friday.", Count(40, None), Count(70, 70)),
        ("Shells hit the port, killing four dockers and injuring 10 others, 4 of them in a critical condition.",
         Count(4, 4), Count(10, 10)),
        ("One docker was killed and many others were injured in the shelling.", Count(1, 1), None),
        ("One docker died and another was wounded in the shelling.", Count(1, 1), Count(1, 1)),
        ("The shelling left one docker dead and another injured.", Count(1, 1), Count(1, 1)),
        ("Two dockers were killed and a third wounded in the shelling.", Count(2, 2), Count(1, 1)),
        ("Four villagers were killed and another 12 hurt by shelling.", Count(4, 4), Count(12, 12)),
        ("A guard was killed and his brother injured in the shelling.", Count(1, 1), Count(1, 1)),
        ("Two people died and five were taken to hospital with injuries after shelling.", Count(2, 2), Count(5, 5)),
        ("The shelling killed eight nurses and left 20 others with burns.", Count(8, 8), Count(20, 20)),
        ("The shelling resulted in the death of two nurses and the injury of five others.", Count(2, 2), Count(5, 5)),
        ("Three herders were shot dead and ten others sustained wounds in the attack.", Count(3, 3), Count(10, 10)),
        ("The shelling destroyed a school, injuring several.", None, Count(3, None)),
        ("Ten herders were reported wounded in the shelling.", None, Count(10, 10)),
    ],
)  # fmt: skip
def test_further_victims_have_the_number_beside_their_own_word(
    code: Code, text: str, killed: Count | None, injured: Count | None
) -> None:
    tolls = [one.toll for one in code(text).values()]
    assert [killed] * (killed is not None) == [one.killed for one in tolls if one.killed is not None]
    assert [injured] * (injured is not None) == [one.injured for one in tolls if one.injured is not None]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The shelling killed a guard, a nurse and two children.", Count(4, 4)),
        ("The mayor, his driver and two guards were killed in the shelling.", Count(4, 4)),
        ("Omar Haddad, a poet and a critic, was killed in the shelling.", Count(1, 1)),
        ("Omar Haddad, a nurse and father of three, was killed in the shelling.", Count(1, 1)),
        ("A herder was killed in the shelling along with her two children.", Count(3, 3)),
        ("The shelling killed a family of five.", Count(5, 5)),
        ("A Norwegian was killed in the shelling.", Count(1, 1)),
        ("The bodies of three dockers were found after the shelling.", Count(3, 3)),
    ],
)
def test_everybody_in_a_list_of_victims_counts(code: Code, text: str, killed: Count) -> None:
    assert [killed] == [one.toll.killed for one in code(text).values() if one.toll.killed is not None]


def test_the_same_large_number_twice_is_of_the_same_victims(
    parse_text: Callable[..., tuple[Document, Parse]], lexicon: Lexicon
) -> None:
    _, parse = parse_text("Seventeen dockers died and 17 people were killed.")
    found = [one for sentence in parse.sentences for one in losses(sentence, parse, lexicon)]
    assert (2, Count(17, 17)) == (len(found), toll_of(found, parse).killed)


def test_a_toll_of_the_dead_leaves_the_wounded_to_be_counted(code: Code) -> None:
    tolls = [one.toll for one in code("The agency gave a toll of 12 dead and 55 wounded in the shelling.").values()]
    assert Count(55, 55) in [one.injured for one in tolls]


def test_a_running_total_is_not_added(code: Code) -> None:
    events = code("Five more people were killed in the shelling, raising the death toll to 23.")
    assert [Count(5, 5)] == [one.toll.killed for one in events.values() if one.toll.killed is not None]


def test_a_running_total_belongs_to_the_event_of_which_no_other_number_is_told(code: Code) -> None:
    events = code("An air strike killed four people, bringing the number killed in the bombardment to 45.")
    tolls = {words: one.toll.killed for words, one in events.items() if one.toll.killed is not None}
    assert Count(45, 45) == tolls["bombardment"]


def test_a_running_total_says_more_than_several(code: Code) -> None:
    events = code("Several dockers died of their wounds after the shelling, raising the death toll to 61.")
    assert [Count(61, 61)] == [one.toll.killed for one in events.values() if one.toll.killed is not None]


def test_each_attack_of_a_sentence_has_its_own_victims(code: Code) -> None:
    events = code("Russian air strikes on Monday killed nine dockers and artillery fire killed two nurses.")
    assert [Count(9, 9), Count(2, 2)] == [events[word].toll.killed for word in ("strikes", "fire")]


def test_a_large_number_is_no_number(code: Code) -> None:
    events = code("A large number of dockers were killed in the shelling.")
    assert all(one.toll.killed is None for one in events.values())


def test_who_is_sentenced_to_death_is_not_dead(code: Code) -> None:
    events = code("The court sentenced six men to death for their part in the attack.")
    assert all(one.toll.killed is None for one in events.values())


def test_a_family_is_not_one_person(parse_text: Callable[..., tuple[Document, Parse]], lexicon: Lexicon) -> None:
    _, parse = parse_text("The blast killed a family.")
    assert how_many(next(one for one in parse.tokens if one.text == "family"), parse, lexicon.marks) is None


@pytest.mark.parametrize(
    "text",
    [
        "Police foiled an assassination attempt on Mayor Omar Haddad.",
        "The nation's first executions in decades were condemned by Norway.",
        "Rebels shelled the port, and the mayor was among the dead.",
    ],
)
def test_of_attempts_states_and_one_among_the_dead_no_number_is_told(code: Code, text: str) -> None:
    assert all(one.toll.killed is None for one in code(text).values())


def test_those_of_the_dead_who_are_told_apart_are_counted(code: Code) -> None:
    events = code("Rebels shelled the port on Monday. Five of the dead were children.")
    assert Count(5, 5) in [one.toll.killed for one in events.values()]


def test_bombs_are_not_among_whom_they_kill(code: Code) -> None:
    told = code("Two car bombs killed at least 25 people in the northern town of Varna on Sunday.")
    assert [one.toll.killed for one in told.values()] == [Count(25, None)]


@pytest.mark.parametrize(
    ("victims", "whom"),
    [
        ("10 children of suspected rebels", "children"),
        ("four members of the guard", "members"),
        ("dozens of dockers", "dockers"),
        ("tens of thousands of villagers", "villagers"),
        ("a number of nurses", "nurses"),
        ("two of the miners", "miners"),
        ("two of them", None),
    ],
)
def test_of_whom_a_toll_is_stands_behind_words_of_number_alone(code: Code, victims: str, whom: str | None) -> None:
    assert code(f"The raid on Marwan killed {victims}.")["raid"].toll.of == whom


@pytest.mark.parametrize(
    ("text", "trigger", "killed"),
    [
        ("A woman and child were killed after rebels shelled the port of Marwan.", "shelled", Count(2, 2)),
        ("The raid on Marwan killed three dockers, two men and a woman.", "raid", Count(3, 3)),
        ("The militia killed and hanged nine miners in Marwan.", "killed", Count(9, 9)),
        ("A gunman shot and killed two dockers in Marwan.", "shot", Count(2, 2)),
        ("Two pilots were killed after rebels shot down their helicopter.", "shot", Count(2, 2)),
        ("The rebels shot the mayor of Marwan, killing her.", "shot", Count(1, 1)),
        ("The air strike on Marwan claimed the lives of nine dockers.", "strike", Count(9, 9)),
        ("The air strike was told to the mayor, who prayed for the lives of nine dockers.", "strike", None),
        ("Hundreds of dockers were killed or injured in the shelling of Marwan.", "shelling", None),
        ("A nurse killed 30 injured in the shelling of Marwan.", "killed", Count(1, 1)),
        ("A nurse killed, 30 hurt in the shelling of Marwan.", "shelling", Count(1, 1)),
        ("Those killed in the shelling included six women and three guards.", "shelling", Count(9, None)),
        ("The death toll from the attack on Marwan has risen to 86, 30 of them children.", "attack", Count(86, 86)),
    ],
)
def test_victims_are_counted_once_and_for_the_deed_that_killed_them(
    code: Code, text: str, trigger: str, killed: Count | None
) -> None:
    assert code(text)[trigger].toll.killed == killed


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("A docker had minor injuries after the bombing of Marwan.", Count(1, 1)),
        ("At least 12 dockers suffered symptoms of choking in the bombing of Marwan.", Count(12, None)),
        ("The victims of the bombing had no outward injuries.", None),
        ("The bombing of Marwan caused no injuries.", Count(0, 0)),
    ],
)
def test_who_has_wounds_or_symptoms_is_injured(code: Code, text: str, injured: Count | None) -> None:
    assert code(text)["bombing"].toll.injured == injured


def test_a_town_that_somebody_holds_detains_nobody(code: Code) -> None:
    assert code("Troops shelled the rebel-held town of Marwan.")["shelled"].toll.detained is None


@pytest.mark.parametrize("what", ["car bombs", "raids", "air strikes", "blasts"])
def test_what_killed_is_not_among_the_dead(code: Code, what: str) -> None:
    tolls = [one.toll for one in code(f"Two {what} killed nine dockers in Marwan.").values()]
    assert [one.killed for one in tolls if one.killed is not None] == [Count(9, 9)]


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Three dockers were killed and many more injured in the bombing of Marwan.", None),
        ("A docker succumbed to his injuries after the bombing of Marwan.", None),
        ("The bombing of Marwan injured 20 dockers, and three children were among the injured.", Count(20, 20)),
        ("Three children were among those injured in the bombing of Marwan.", Count(3, None)),
    ],
)
def test_a_part_of_the_injured_is_not_added_nor_is_who_is_not_counted(
    code: Code, text: str, injured: Count | None
) -> None:
    assert code(text)["bombing"].toll.injured == injured


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("The raid led to the killing of 12 people and wounding of many others.", None),
        ("The raid led to the killing of 12 people and wounding of 30 others.", Count(30, 30)),
    ],
)
def test_a_gerund_harms_whom_it_is_told_of(
    parse_text: Callable[..., tuple[Document, Parse]], lexicon: Lexicon, text: str, injured: Count | None
) -> None:
    _, parse = parse_text(text)
    told = {one.harm: one.count for one in losses(parse.sentences[0], parse, lexicon)}
    assert (told["killed"], told.get("injured")) == (Count(12, 12), injured)
