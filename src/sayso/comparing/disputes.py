"""Disputes: two holders who cannot both be right on a field, or tell it apart, or of whom one denies.

The rules, in the order of RULES, each for two claims of different holders:

| field          | rule                                                                              | how         |
| -------------- | --------------------------------------------------------------------------------- | ----------- |
| responsibility | one denies a deed of its own side that the other reports                            | denies      |
| responsibility | one's dismissal of an accusation follows or precedes the other's report of the deed | denies      |
| responsibility | both report the deed, by doers who are not of one side                              | contradicts |
| occurrence     | one denies what the other reports                                                   | denies      |
| toll           | their numbers of killed or injured, of all the victims, cannot both hold              | contradicts |
| time           | the days, three at most, or first days that two speakers tell differ                | differs     |
| time           | one side's campaign begins on different days, a week apart at most                  | differs     |
| place          | two speakers tell one toll, of towns more than 50 km apart                          | differs     |
| intent         | a side's own goal names one target, another holder's account of its deeds another   | differs     |
| intent         | ... or denies that the target was the goal's                                         | denies      |

Silence is no dispute: a rule needs a value on both sides. Nobody is made to deny what they did not address: who tells that
something failed, was prevented or will not happen denies nothing (`sayso.comparing.denials`). A doer known by kind alone
("gunmen") is no other doer than one with a name, and a town that one side takes and another retakes was taken twice. That two
claims contradict or differ takes more certainty that they are about one happening than that they were gathered.
"""

from collections.abc import Callable, Iterator, Sequence

from sayso.comparing.counts import counts_meet
from sayso.comparing.same import akin, score
from sayso.comparing.view import View, kilometres
from sayso.model import Count, Dispute, DisputeField, DisputeHow
from sayso.resources.attachment import Weights

APART_KM = 50.0
# Log odds of being about one happening above which two claims can contradict each other or differ.
SURE = 2.0
# A denial answers an accusation that is told at most this many sentences away.
NEAR_SENTENCES = 3
# Beginnings further apart are of different campaigns.
SAME_CAMPAIGN_DAYS = 7
# Days told as more than these are told roughly.
FEW_DAYS = 3
NEAR_CHARACTERS = 100
ONE = Count(1, 1)
# Words for victims that say nothing of the kind.
ANYBODY = dict.fromkeys(("persons", "person", "civilians", "residents", "victims", "locals", "others"), "people")
# Each claim is held against this many before it, so that the work grows with the length of the text.
FURTHEST = 200
REPORTED = frozenset({"happened", "ongoing", "possible"})
DONE = frozenset({"happened", "ongoing"})
# What a denial answers: a deed, not that something goes on.
ANSWERED = frozenset({"happened", "possible"})
# Whose denial is no denial that the words were said: "denied the allegations".
SAYING = frozenset({"ACCUSE", "REJECT"})
INTENDED = frozenset({"planned"})
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})

Finding = tuple[DisputeField, DisputeHow, str]
Rule = Callable[[View, View], Finding | None]


def disputes_of(views: Sequence[View], weights: Weights) -> Iterator[Dispute]:
    """Disputes between the claims of one article, at most one for each field and pair of holders of an incident.

    weights: those by which the claims were gathered into incidents.
    """
    return disputes_among(views, lambda one, other: score(one, other, weights) >= SURE)


def disputes_among(
    views: Sequence[View],
    sure: Callable[[View, View], bool],
    stands: Callable[[View, View, Finding], bool] = lambda _one, _other, _finding: True,
) -> Iterator[Dispute]:
    """The same for claims of any documents.

    sure: are two claims of an incident surely about one happening? stands: does what was found between two claims hold?
    """
    seen: set[tuple[str, str, frozenset[str | None]]] = set()
    spelled_out = _spelled_out(views)
    for number, later in enumerate(views):
        for earlier in views[max(0, number - FURTHEST) : number]:
            found = _dispute(earlier, later, spelled_out, sure)
            if found is None or not stands(earlier, later, found):
                continue
            incident = earlier.claim.incident or later.claim.incident or ""
            key = (incident, found[0], frozenset({earlier.claim.holder, later.claim.holder}))
            if key not in seen:
                seen.add(key)
                yield Dispute(incident, found[0], earlier.claim.id, later.claim.id, found[1], found[2])


def _spelled_out(views: Sequence[View]) -> frozenset[str]:
    """Ids of dismissals ("denied that its planes hit the market") whose denied deed has a claim of its own."""
    denied = [view for view in views if _factuality(view) == "denied"]
    return frozenset(
        view.claim.id
        for view in views
        if view.claim.event.type == "REJECT"
        and any(abs(one.sentence - view.sentence) <= 1 and one.speaker & view.agents for one in denied)
    )


def _dispute(one: View, other: View, spelled_out: frozenset[str], sure: Callable[[View, View], bool]) -> Finding | None:
    if not _different_holders(one, other):
        return None
    same = one.claim.incident is not None and one.claim.incident == other.claim.incident
    rules: tuple[Rule, ...] = ACROSS
    if same:
        rules = (*DENIALS, *(DIFFERENCES if sure(one, other) else ()), other_beginning)
    if one.no_denial or other.no_denial:
        rules = tuple(rule for rule in rules if rule not in DENIALS)
    for rule in rules:
        if rule is dismissed_accusation and not spelled_out.isdisjoint({one.claim.id, other.claim.id}):
            continue
        found = rule(one, other) or rule(other, one)
        if found is not None:
            return found
    return None


def _different_holders(one: View, other: View) -> bool:
    if one.claim.holder == other.claim.holder:
        return False
    return not (one.speaker & other.speaker)


def _factuality(view: View) -> str:
    return view.claim.event.factuality


def denied_responsibility(denier: View, reporter: View) -> Finding | None:
    """One side denies a deed that another holder reports of it."""
    if _factuality(denier) != "denied" or _factuality(reporter) not in ANSWERED or not _own_deed(denier):
        return None
    if _guessed(reporter) or not _one_time_and_place(denier, reporter):
        return None
    # who names no doer is denied by nobody, unless it is the article itself that tells the deed by the same word
    named = bool(denier.agents & reporter.agents)
    if not named and (_quoted(reporter) or not _by_one_word(denier, reporter)):
        return None
    same_type = denier.claim.event.type == reporter.claim.event.type
    if same_type and _compatible(denier.agents, reporter.agents) and _compatible(denier.patients, reporter.patients):
        return "responsibility", "denies", "the side that is said to have done it denies it"
    return None


def _guessed(view: View) -> bool:
    """Was its doer read from elsewhere? Then its holder's words name nobody whom another could deny or contradict."""
    return "agent" in view.claim.inferred


def _quoted(view: View) -> bool:
    """Does somebody other than the article say so?"""
    return view.claim.holder is not None and not view.claim.holder.startswith("voice:")


def _at_one_place_and_time(one: View, other: View) -> bool:
    """Do both tell the same place and the same days?"""
    placed = one.place is not None and other.place is not None and one.place.name == other.place.name
    return placed and one.days is not None and one.days == other.days


def _by_one_word(one: View, other: View) -> bool:
    return one.lemma == other.lemma or akin(one.lemma, other.lemma)


def _one_time_and_place(one: View, other: View) -> bool:
    """May the two be of one day and one place? What is not told may be."""
    if one.days is not None and other.days is not None and not one.days.meets(other.days):
        return False
    if one.place is None or other.place is None or {one.place.kind, other.place.kind} != {"city"}:
        return True
    apart = kilometres(one.place, other.place)
    return apart is None or apart <= APART_KM


def _own_deed(view: View) -> bool:
    return bool(view.speaker and view.agents and view.speaker & view.agents)


def denied_nearby(denier: View, reporter: View) -> Finding | None:
    """The same, of claims that were not judged to be one happening: only close by, and where both name the doer."""
    if abs(denier.sentence - reporter.sentence) <= NEAR_SENTENCES and denier.agents & reporter.agents:
        return denied_responsibility(denier, reporter)
    return None


def dismissed_accusation(denier: View, reporter: View) -> Finding | None:
    """A side is told to have denied or dismissed an accusation, close to another holder's report of its deed."""
    event = denier.claim.event
    if event.type != "REJECT" or event.mode != "deny" or event.factuality not in DONE:
        return None
    if _guessed(reporter) or reporter.claim.event.type != "ASSAULT" or _factuality(reporter) not in ANSWERED:
        return None
    near = abs(denier.sentence - reporter.sentence) <= NEAR_SENTENCES
    if near and denier.agents & reporter.agents and not denier.agents & reporter.speaker:
        return "responsibility", "denies", "the side that is said to have done it is told to deny it"
    return None


def other_doer(one: View, other: View) -> Finding | None:
    """Both report the deed, by doers who are not of one side."""
    if _factuality(one) not in REPORTED or _factuality(other) not in REPORTED:
        return None
    if one.claim.event.type != other.claim.event.type or one.claim.event.type not in FORCE:
        return None
    if _guessed(one) or _guessed(other):
        return None
    if one.vague or other.vague or "capture" in (one.claim.event.mode, other.claim.event.mode):
        return None
    if not (
        _quoted(one) and _quoted(other) and _by_one_word(one, other)
    ):  # the article's own voice tells of many events
        return None
    if one.agents and other.agents and not one.agents & other.agents and not _clash(one, other):
        return "responsibility", "contradicts", "the two name different doers"
    return None


def _clash(one: View, other: View) -> bool:
    """Do the two tell one fight from its two sides?"""
    return bool(one.agents & other.patients or one.patients & other.agents)


def denied_occurrence(denier: View, reporter: View) -> Finding | None:
    """One denies what the other reports."""
    if _factuality(denier) != "denied" or _factuality(reporter) != "happened" or not _share(denier, reporter):
        return None
    if denier.claim.event.type in SAYING or not _one_time_and_place(denier, reporter):
        return None
    if denier.agents and (not reporter.agents or (_own_deed(denier) and _guessed(reporter))):
        return None  # that these did not do it does not say that nobody did
    beside = abs(denier.sentence - reporter.sentence) <= 1
    if not beside and not _by_one_word(denier, reporter) and not _at_one_place_and_time(denier, reporter):
        return None
    if _compatible(denier.patients, reporter.patients) and _compatible(denier.agents, reporter.agents):
        return "occurrence", "denies", "one denies that it happened"
    return None


def _share(one: View, other: View) -> bool:
    """Have they a doer, a target or their very word in common? Being gathered with another is not enough to deny it."""
    return bool(one.agents & other.agents or one.patients & other.patients or one.lemma == other.lemma)


def _compatible(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def other_toll(one: View, other: View) -> Finding | None:
    """The numbers of killed or injured cannot both hold, and both are of all the victims."""
    a, b = one.claim.event.toll, other.claim.event.toll
    kinds = {ANYBODY.get(kind, kind) for kind in (a.of, b.of) if kind is not None}
    if one.of_some or other.of_some or len(kinds) > 1 or _of_the_weak(one) != _of_the_weak(other):
        return None
    for field, left, right in (("killed", a.killed, b.killed), ("injured", a.injured, b.injured)):
        if left is None or right is None or counts_meet(left, right):
            continue
        if ONE not in (left, right):  # one person beside many is one of them
            return "toll", "contradicts", f"the numbers of {field} cannot both hold"
    return None


def _of_the_weak(view: View) -> bool:
    """Does it count women or children, and not everybody?"""
    return any(word.startswith(("child", "wom", "girl", "boy")) for word in view.patient_words)


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
    few = all(days.length is not None and days.length <= FEW_DAYS for days in (one.days, other.days))
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


def goal_against_effect(goal: View, effect: View) -> Finding | None:
    """A side's own goal names one target; another holder says that its deeds hit, or did not mean, another."""
    if _factuality(goal) not in INTENDED or not _own_deed(goal) or goal.claim.event.type != "ASSAULT":
        return None
    if effect.claim.event.type != "ASSAULT" or not goal.agents & effect.agents or not goal.patients:
        return None
    if not _one_time_and_place(goal, effect):
        return None
    if _factuality(effect) == "denied" and goal.patients & effect.patients:
        return "intent", "denies", "the deeds are said not to have meant the stated target"
    # who was hit beside the target says nothing of what was meant
    if (
        _factuality(effect) == "happened"
        and effect.own_patients
        and not effect.bystanders
        and not goal.patients & effect.patients
        and not goal.patient_words & effect.patient_words
    ):
        return "intent", "differs", "the stated target is not the one said to have been hit"
    return None


DENIALS: tuple[Rule, ...] = (denied_responsibility, dismissed_accusation, denied_occurrence, goal_against_effect)
DIFFERENCES: tuple[Rule, ...] = (other_doer, other_toll, other_time, other_place)
ACROSS: tuple[Rule, ...] = (goal_against_effect, denied_nearby, dismissed_accusation, other_beginning)

__all__ = ["disputes_among", "disputes_of"]
