"""Where two reports of one happening contradict each other or differ: the rules on doer, toll, time and place.

A doer known by kind alone ("gunmen") is no other doer than one with a name, and a town that one side takes and another retakes was
taken twice.
"""

from typing import Final

from sayso.comparing.counted import EVERYBODY, NUMBERS, of_the_weak, of_whom
from sayso.comparing.counts import at_least, counts_meet
from sayso.comparing.footing import (
    APART_KM,
    NEAR_SENTENCES,
    TROOPS,
    by_one_word,
    factuality,
    guessed,
    may_be_of_one_time_and_place,
    quoted,
)
from sayso.comparing.view import Finding, View, kilometres
from sayso.model import Count, Toll

# Beginnings further apart are of different campaigns.
SAME_CAMPAIGN_DAYS: Final = 7
# Days told as more than these are told roughly.
FEW_DAYS: Final = 3
# A number told alone ("15 deaths") tells a toll again at most this many sentences away; with a deed, fewer.
TOLD_AGAIN: Final = 5
# Characters between an event's word and a place that it surely has.
NEAR_CHARACTERS: Final = 100
ONE: Final = Count(1, 1)
NONE: Final = Count(0, 0)
# Words for the side of a government, though no state is named.
RULERS: Final = frozenset({"regime", "regim", "government", "govern", "pro-government", "loyalist"})
# Words for those who fight a government.
FIGHTING: Final = frozenset({"rebel", "terrorist", "insurgent", "opposition", "jihadist", "islamist", "takfiri"})
# Words for a state's forces, and for people who are none.
FORCES: Final = frozenset({"police", "polic", "army", "military", "soldier", "troop"})
PEOPLE: Final = frozenset(
    """
    villager resident local civilian protester demonstrator student worker farmer settler mob crowd shopkeeper driver
    """.split()  # noqa: SIM905  # words are read more easily than a list of strings
)
# Words for who did it that may be of any group ("a suicide bomber", "extremists"), as lemmas or stems.
PERPETRATORS: Final = frozenset(
    {"bomber", "attacker", "assailant", "assail", "gunman", "gunmen", "extremist", "militant", "milit"}
)
# Beginnings of words for things, as lemmas or stems.
CRAFT: Final = (
    "helicop",
    "plane",
    "airpl",
    "aircr",
    "jet",
    "warpl",
    "drone",
    "bomb",
    "rocket",
    "shell",
    "missil",
    "car",
)
# "Dozens", "scores", "hundreds", "thousands".
ROUGHLY: Final = frozenset(Count(low, None) for low in (24, 40, 200, 2_000, 20_000))
ROUND: Final = 10
NEARLY: Final = 0.05
# Words that tell of deaths alone, and not of one deed or several.
DYING: Final = frozenset({"death", "dead", "die", "kill", "killing", "casualty", "fatality", "injury", "wound"})
REPORTED: Final = frozenset({"happened", "ongoing", "possible"})
FORCE: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})


def other_doer(one: View, other: View) -> Finding | None:
    """Both report the deed, by doers who are not of one side."""
    if factuality(one) not in REPORTED or factuality(other) not in REPORTED:
        return None
    if one.claim.event.type != other.claim.event.type or one.claim.event.type not in FORCE:
        return None
    if guessed(one) or guessed(other):
        return None
    vague = any(view.vague or view.agent_words & PERPETRATORS for view in (one, other))
    known = not vague or _of_opposed_kinds(one, other)
    if not known or _is_craft(one) or _is_craft(other) or "capture" in (one.claim.event.mode, other.claim.event.mode):
        return None
    # the article's own voice tells of many events
    if not (quoted(one) and quoted(other) and by_one_word(one, other)) or not one.agents or not other.agents:
        return None
    # the president and his air force are of one side, and so may be two that share a word
    sides = one.agents & other.agents or one.states & other.states or (one.agent_words & other.agent_words) - TROOPS
    if sides or _clash(one, other):
        return None
    return "responsibility", "contradicts", "the two name different doers"


def _is_craft(view: View) -> bool:
    """Is its doer a thing ("killed when their helicopter crashed")?"""
    return not view.states and bool(view.agent_words) and all(word.startswith(CRAFT) for word in view.agent_words)


def _of_opposed_kinds(one: View, other: View) -> bool:
    """Is one told as of a government, and the other as of those who fight it, or as forces and people ("the police", "the villagers")?"""
    return any(
        (_of_rulers(a) and b.agent_words & FIGHTING and not _of_rulers(b))
        or (a.agent_words & FORCES and b.agent_words & PEOPLE and not b.agent_words & FORCES)
        for a, b in ((one, other), (other, one))
    )


def _of_rulers(view: View) -> bool:
    return bool(view.states or view.agent_words & RULERS) and not view.agent_words & (FIGHTING | {"anti"})


def _clash(one: View, other: View) -> bool:
    """Do the two tell one fight from its two sides?"""
    return bool(one.agents & other.patients or one.patients & other.agents)


def other_toll(one: View, other: View) -> Finding | None:
    """The numbers of killed or injured cannot both hold, and both are of all the victims."""
    a, b = one.claim.event.toll, other.claim.event.toll
    if one.given or other.given:  # it is not told whose number it is
        return None
    if any(quoted(view) and "agent" in view.claim.inferred for view in (one, other)):  # its holder names no doer
        return None
    if one.of_some or other.of_some or one.another or other.another or of_the_weak(one) != of_the_weak(other):
        return None
    if not may_be_of_one_time_and_place(one, other) or _by_two_sides(one, other):
        return None
    for field, left, right in (("killed", a.killed, b.killed), ("injured", _hurt(a), _hurt(b))):
        if left is None or right is None or counts_meet(left, right) or _of_one_round_number(left, right):
            continue
        if ONE in (left, right) or ROUGHLY & {
            left,
            right,
        }:  # one person beside many is one of them; "dozens" is no number
            continue
        if _may_be_a_part(one, left, other, right):
            continue
        return "toll", "contradicts", f"the numbers of {field} cannot both hold"
    return None


def _by_two_sides(one: View, other: View) -> bool:
    """Do both tell who did it, and tell two? Then they tell of two deeds, or of two shares in one."""
    told = all(
        view.agents and not guessed(view) and (not view.vague or view.agent_words & RULERS) for view in (one, other)
    )
    return told and not (one.agents & other.agents or one.states & other.states)


def _may_be_a_part(one: View, left: Count, other: View, right: Count) -> bool:
    """May one number, of two that cannot both be of all, be that of some of the victims, or of one of several deeds?"""
    told = [view.claim.event.toll.of for view in (one, other)]
    # who is counted is told of one alone: what the other's words name may be a thing ("hit a bus")
    alone = (told[0] is None) != (told[1] is None)
    kinds = tuple(EVERYBODY if alone and view.claim.event.toll.of is None else of_whom(view) for view in (one, other))
    less, more = ((one, other), (other, one))[at_least(left) > at_least(right)]
    if (more.spread and not less.spread) or (more.several and not less.several and more.lemma not in DYING):
        return True
    if NONE in (left, right):  # "no servicemen died" beside five dead
        return one.claim.event.toll.of is None or one.claim.event.toll.of != other.claim.event.toll.of
    if kinds[0] == kinds[1] or (not alone and one.patient_words & other.patient_words - NUMBERS):
        return False
    if EVERYBODY not in kinds:
        return True  # fighters beside civilians
    fewer = kinds[0] if less is one else kinds[1]
    return fewer != EVERYBODY


def _hurt(toll: Toll) -> Count | None:
    """The number of injured; None where it is that of the dead, and may be read from the same words."""
    return None if toll.injured == toll.killed else toll.injured


def _of_one_round_number(one: Count, other: Count) -> bool:
    """Are the two "more than a hundred" and "a hundred", or thirty and thirty-one?"""
    exact = [one.low for one in (one, other) if one.low is not None and one.low == one.high]
    if (
        len(exact) == 2
        and any(not number % ROUND for number in exact)
        and abs(exact[0] - exact[1]) <= NEARLY * max(exact)
    ):
        return True
    return any(
        more.high is None and more.low is not None and exact.high == more.low - 1 and not exact.high % ROUND
        for more, exact in ((one, other), (other, one))
    )


def toll_told_again(one: View, other: View) -> Finding | None:
    """The same, of two claims close by of which one tells its number alone ("the observatory put the toll at six").

    Less certainty that they are about one happening will do.
    """
    apart = abs(one.sentence - other.sentence)
    if apart > TOLD_AGAIN or not any("place" in view.claim.inferred for view in (one, other)):
        return None
    if apart > NEAR_SENTENCES and not any(view.lemma in DYING for view in (one, other)):
        return None
    towns = [view.place.name for view in (one, other) if view.place is not None and view.place.kind == "city"]
    if len(set(towns)) > 1:
        return None
    if one.days is not None and other.days is not None and one.days != other.days:
        return None
    modes = one.claim.event.mode, other.claim.event.mode
    return other_toll(one, other) if None in modes or modes[0] == modes[1] else None


def other_time(one: View, other: View) -> Finding | None:
    """Their days, told as few, or the days on which it began, differ."""
    if one.days is None or other.days is None or one.claim.time is None or other.claim.time is None:
        return None
    if one.claim.time.span is None or other.claim.time.span is None or not (one.speaker and other.speaker):
        return None
    begun = (
        one.days.last is None
        and other.days.last is None
        and one.days.first is not None
        and other.days.first is not None
        and 0 < abs(one.days.first - other.days.first) <= SAME_CAMPAIGN_DAYS
    )
    few = (
        one.named_day
        and other.named_day
        and all(days.length is not None and days.length <= FEW_DAYS for days in (one.days, other.days))
    )
    if begun or (few and not one.days.meets(other.days)):
        return "time", "differs", "the two put it on different days"
    return None


def other_beginning(one: View, other: View) -> Finding | None:
    """One side's campaign is said to have begun on different days, close together."""
    a, b = one.days, other.days
    if a is None or b is None or a.first is None or b.first is None or a.last is not None or b.last is not None:
        return None
    if one.claim.event.type != other.claim.event.type or not one.agents & other.agents:
        return None
    if 0 < abs(a.first - b.first) <= SAME_CAMPAIGN_DAYS:
        return "time", "differs", "the two have it begin on different days"
    return None


def other_place(one: View, other: View) -> Finding | None:
    """Their towns lie far apart."""
    if one.place is None or other.place is None or {one.place.kind, other.place.kind} != {"city"}:
        return None
    if not _beside(one) or not _beside(other) or not (one.speaker and other.speaker):
        return None
    # two events of one kind lie in two towns; one event that is put in two has the same victims
    killed = one.claim.event.toll.killed
    if killed is None or killed != other.claim.event.toll.killed:
        return None
    listed = {where.place for where in (*one.claim.places, *other.claim.places)}
    if any(where is not None and where.place in listed for where in (one.claim.place, other.claim.place)):
        return None
    apart = kilometres(one.place, other.place)
    if apart is not None and apart > APART_KM:
        return "place", "differs", f"the two places lie {apart:.0f} km apart"
    return None


def _beside(view: View) -> bool:
    """Does the place stand near the event's own word?"""
    place = view.claim.place
    return (
        place is not None
        and place.span is not None
        and place.span.distance(view.claim.event.trigger) <= NEAR_CHARACTERS
    )
