"""Disputes: two holders who cannot both be right on a field, or tell it apart, or of whom one denies.

The rules, in the order of RULES, each for two claims of different holders:

| field          | rule                                                                              | how         |
| -------------- | --------------------------------------------------------------------------------- | ----------- |
| responsibility | one denies a deed of its own side that the other reports                            | denies      |
| responsibility | one's dismissal of an accusation follows or precedes the other's report of the deed | denies      |
| responsibility | one reports the deed of a side that blames another for it, or the one who reports it   | contradicts |
| responsibility | both report the deed, by doers who are not of one side                              | contradicts |
| occurrence     | one denies what the other reports                                                   | denies      |
| toll           | their numbers of killed or injured, of all the victims, cannot both hold              | contradicts |
| toll           | one is said to be lower or higher than the other, told right before, or both to conflict | contradicts |
| time           | the days, three at most, or first days that two speakers tell differ                | differs     |
| time           | one side's campaign begins on different days, a week apart at most                  | differs     |
| place          | two speakers tell one toll, of towns more than 50 km apart                          | differs     |
| intent         | a side's own goal names one target, another holder's account of its deeds another   | differs     |
| intent         | ... or denies that the target was the goal's                                         | denies      |
| other          | one calls it lawful, the other unlawful                                              | contradicts |

Silence is no dispute: a rule needs a value on both sides. Nobody is made to deny what they did not address: who tells that
something failed, was prevented or will not happen denies nothing (`sayso.comparing.denials`). A doer known by kind alone
("gunmen") is no other doer than one with a name, and a town that one side takes and another retakes was taken twice. That two
claims contradict or differ takes more certainty that they are about one happening than that they were gathered.

What several deny together is each one's own share (`sayso.comparing.joint`); a doer of whom the words leave open whether it is he or
another, or who is named by somebody else's charge, is nobody's doer (`sayso.comparing.loose`); a number that somebody is told to give is
not the article's own, and the unnamed sources of a monitor are the monitor.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sayso.comparing.again import Likeness
from sayso.comparing.aiming import goal_against_effect
from sayso.comparing.blaming import blamed_in_turn
from sayso.comparing.denying import (
    denied_nearby,
    denied_occurrence,
    denied_responsibility,
)
from sayso.comparing.differing import (
    other_beginning,
    other_doer,
    other_place,
    other_time,
    other_toll,
    toll_told_again,
)
from sayso.comparing.dismissing import Dismissals
from sayso.comparing.footing import different_holders
from sayso.comparing.held_against import toll_held_against, tolls_held_against
from sayso.comparing.judged import other_standing
from sayso.comparing.pointed import Pointed
from sayso.comparing.sides import Pairs
from sayso.comparing.view import Finding, View
from sayso.model import Dispute
from sayso.resources.attachment import Weights

# Log odds of being about one happening above which two claims can contradict each other or differ, and one can tell the toll of
# the other again.
SURE: Final = 2.0
LIKELY: Final = 0.3
# Each claim is held against this many before it, so that the work grows with the length of the text.
FURTHEST: Final = 200

Rule = Callable[[View, View], Finding | None]

DENIALS: Final[tuple[Rule, ...]] = (denied_responsibility, denied_occurrence)
DIFFERENCES: Final[tuple[Rule, ...]] = (other_doer, other_toll, other_time, other_place)


def disputes_of(views: Sequence[View], weights: Weights) -> Iterator[Dispute]:
    """Disputes between the claims of one article, at most one for each field and pair of sides of an incident.

    weights: those by which the claims were gathered into incidents.
    """
    return disputes_among(views, Likeness(views, weights))


def disputes_among(
    views: Sequence[View],
    likeness: Callable[[View, View], float],
    stands: Callable[[View, View, Finding], bool] = lambda _one, _other, _finding: True,
    tolls: float = SURE,
) -> Iterator[Dispute]:
    """The same for claims of any documents.

    likeness: log odds that two claims of an incident are about one happening. stands: does what was found between two claims hold?
    tolls: the likeness from which two numbers can contradict each other, if stands says so.
    """
    pairs, pointed = Pairs(), Pointed(views)
    dismissals, against = Dismissals(views), tolls_held_against(views)
    for number, later in enumerate(views):
        for earlier in views[max(0, number - FURTHEST) : number]:
            found = _dispute(earlier, later, dismissals, likeness, tolls)
            if found is None and against.get(later.claim.id) == earlier.claim.id:
                found = toll_held_against(later, earlier)
            if found is None or pointed.are_apart(earlier, later) or not stands(earlier, later, found):
                continue
            if pairs.add(found[0], earlier, later):
                incident = earlier.claim.incident or later.claim.incident or ""
                yield Dispute(incident, found[0], earlier.claim.id, later.claim.id, found[1], found[2])


def _dispute(
    one: View, other: View, dismissals: Dismissals, likeness: Callable[[View, View], float], tolls: float
) -> Finding | None:
    # both may be told in the article's own voice: one side is said to accuse, the other to deny
    charge = dismissals.denied_charge(one, other) or dismissals.denied_charge(other, one)
    charge = charge or blamed_in_turn(one, other) or blamed_in_turn(other, one)
    if charge is not None:
        return charge
    if not different_holders(one, other):
        return dismissals.dismissed_beside(one, other) or dismissals.dismissed_beside(other, one)
    for rule, least in _rules(one, other, dismissals, tolls):
        found = rule(one, other) or rule(other, one)
        if found is not None and (least is None or likeness(one, other) >= least):
            return found
    return None


def _rules(one: View, other: View, dismissals: Dismissals, tolls: float) -> Iterator[tuple[Rule, float | None]]:
    """The rules that may hold between two claims of different holders, and how surely the two must be about one happening."""
    together = one.claim.incident is not None and one.claim.incident == other.claim.incident
    if not (one.no_denial or other.no_denial):
        for rule in (
            (*DENIALS, dismissals.dismissed_accusation)
            if together
            else (denied_nearby, dismissals.dismissed_accusation)
        ):
            yield rule, None
        yield goal_against_effect, None
    if together:
        yield other_standing, None
    if one.nameless or other.nameless:
        return
    if together:
        for rule in DIFFERENCES:
            yield rule, tolls if rule is other_toll else SURE
        yield toll_told_again, LIKELY
    yield other_beginning, None


__all__ = ["disputes_among", "disputes_of"]
