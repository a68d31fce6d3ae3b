"""On what footing two claims stand to each other: the questions that the rules of dispute ask of them."""

from typing import Final

from sayso.comparing.same import akin
from sayso.comparing.view import View, kilometres

APART_KM: Final = 50.0
# A denial answers an accusation that is told at most this many sentences away.
NEAR_SENTENCES: Final = 3
# Where claims of several texts are compared, those of different texts are so many sentences apart, and more.
OTHER_TEXT: Final = 10_000
# Words for doers that are those of any side.
TROOPS: Final = frozenset(
    """
    force forc troop army fighter militant military soldier air plane warplane jet aircraft airplane helicopter group government police
    member official security unit
    """.split()  # noqa: SIM905  # words are read more easily than a list of strings
)
# Words for what a state has that acts in its name, and for those who fight it or no state in particular.
OF_SOMEBODY: Final = frozenset(
    """
    force forc troop army military soldier plane warplane jet aircraft airplane helicopter police security agent official officer regime
    regim government govern intelligence ministry minister president
    """.split()  # noqa: SIM905  # words are read more easily than a list of strings
)
AGAINST: Final = frozenset(
    {"rebel", "opposition", "opposit", "fighter", "militant", "group", "insurgent", "islamist", "activist"}
)
COALITIONS: Final = frozenset({"coalition", "coalit", "alliance", "allianc"})
# Conduct at large, which is no deed that one could deny or lay at another's door.
CONDUCT: Final = frozenset({"crime", "abuse", "violation", "atrocity", "violence", "brutality", "aggression"})


def factuality(view: View) -> str:
    """How its holder presents a claim."""
    return view.claim.event.factuality


def quoted(view: View) -> bool:
    """Does somebody other than the article say so?"""
    return view.claim.holder is not None and not view.claim.holder.startswith("voice:")


def different_holders(one: View, other: View) -> bool:
    """Do surely two sources tell the two claims? "Activists" may be of "state media and activists", and the sources of a monitor are the monitor."""
    if one.claim.holder == other.claim.holder or (one.speaker | one.relay) & (other.speaker | other.relay):
        return False
    return not (one.source and other.source and (one.source <= other.source or other.source <= one.source))


def guessed(view: View) -> bool:
    """Was its doer read from elsewhere? Then its holder's words name nobody whom another could deny or contradict."""
    return "agent" in view.claim.inferred or view.loose_doer


def hits_its_own_side(view: View) -> bool:
    """Is a party said to attack itself? Then its words were misread."""
    return bool(view.parties and view.agents & view.patients)


def own_deed(view: View) -> bool:
    """Does the holder tell a deed of its own side?"""
    return not view.doubtful_speaker and bool(view.speaker & doers(view))


def doers(view: View) -> frozenset[str]:
    """Whose deed a claim tells: of one denied without a doer ("denied carrying out the attack") who denies it."""
    return view.speaker if view.denies_doing and (not view.agents or "agent" in view.claim.inferred) else view.agents


def of_one_side(one: View, other: View) -> bool:
    """Are the doers of one side?

    "Government forces" are those of the state whose organs the other names, if it is told close by and of that state's land; and
    a possessive may have lost its mark ("Russias air force").
    """
    if doers(one) & doers(other) or _of_one_coalition(one, other):
        return True
    if abs(one.sentence - other.sentence) > NEAR_SENTENCES or (one.states and other.states):
        return False
    return any(_rules(a, b) or _belongs(a, b) for a, b in ((one, other), (other, one)))


def _of_one_coalition(one: View, other: View) -> bool:
    """Are both doers of one text a coalition, of which the two do not tell two leaders ("the US-led coalition", "the coalition")?"""
    if abs(one.sentence - other.sentence) >= OTHER_TEXT or not one.agent_words & other.agent_words & COALITIONS:
        return False
    return one.agent_words <= other.agent_words or other.agent_words <= one.agent_words


def _rules(forces: View, organ: View) -> bool:
    """May a government's forces be those of the state that the other's doer is an organ of?"""
    country = None if forces.place is None else forces.place.country
    return forces.ruling and bool(organ.states) and (country is None or country in organ.states)


def _belongs(forces: View, owner: View) -> bool:
    """Are forces told by the name of the other's doer ("Saudi agents", "Saudi Arabia"), which may only lack the s?"""
    names = forces.agent_words - OF_SOMEBODY
    named = any(word in owner.agent_words or (word.endswith("s") and word[:-1] in owner.agent_words) for word in names)
    return named and bool(owner.states) and bool(forces.agent_words & OF_SOMEBODY) and not forces.agent_words & AGAINST


def by_one_word(one: View, other: View) -> bool:
    """Are the two told by one word, or by two of one stem?"""
    return one.lemma == other.lemma or akin(one.lemma, other.lemma)


def at_large(view: View) -> bool:
    """Is it conduct ("war crimes") rather than a deed?"""
    return any(view.lemma.startswith(word[:-1]) for word in CONDUCT)


def compatible(one: frozenset[str], other: frozenset[str]) -> bool:
    """May the two be the same people? Who is not told may be."""
    return not one or not other or bool(one & other)


def may_be_of_one_time_and_place(one: View, other: View) -> bool:
    """May the two be of one day and one place? What is not told may be."""
    if one.days is not None and other.days is not None and not one.days.meets(other.days):
        return False
    if one.place is None or other.place is None or {one.place.kind, other.place.kind} != {"city"}:
        return True
    apart = kilometres(one.place, other.place)
    return apart is None or apart <= APART_KM


def surely_of_one_time_and_place(one: View, other: View) -> bool:
    """Do both tell, by words of their own, the same place and the same days?"""
    if any(field in view.claim.inferred for view in (one, other) for field in ("place", "time")):
        return False
    placed = one.place is not None and other.place is not None and one.place.name == other.place.name
    return placed and one.days is not None and one.days == other.days
