"""Are two claims about one happening? A log-linear score over what they share and where they differ."""

from collections.abc import Iterator

from sayso.comparing.view import View, kilometres
from sayso.resources.attachment import Weights

NEAR_KM = 25.0
STEM = 4  # letters
TOWN = frozenset({"city", "facility"})


def features(one: View, other: View) -> list[str]:
    """Binary features of a pair, the earlier claim first."""
    return [
        "bias",
        *_kinds(one, other),
        *_participants(one, other),
        *_tolls(one, other),
        *_places(one, other),
        *_times(one, other),
        *_form(one, other),
    ]


def score(one: View, other: View, weights: Weights) -> float:
    """Log odds that the two claims are about the same happening."""
    return weights.score(features(one, other))


def _kinds(one: View, other: View) -> Iterator[str]:
    a, b = one.claim.event, other.claim.event
    same = a.type == b.type
    yield f"type={'same' if same else 'other'}"
    if same:
        yield f"type={a.type}"
    if one.lemma == other.lemma:
        yield "lemma"
        if same:
            yield f"lemma,{a.type}"
    elif akin(one.lemma, other.lemma):
        yield "akin"
        yield f"akin,type={same}"
    if same and a.mode and b.mode:
        yield f"mode={'same' if a.mode == b.mode else 'other'}"
    if "planned" in (a.factuality, b.factuality) or "demanded" in (a.factuality, b.factuality):
        yield f"future={'both' if a.factuality == b.factuality else 'one'}"
    if "denied" in (a.factuality, b.factuality):
        yield "denied"


def akin(one: str, other: str) -> bool:
    """Are two words built on one stem: "bomb" and "bombing", "strike" and "airstrike"?"""
    if len(one) < STEM or len(other) < STEM:
        return False
    return one[:STEM] == other[:STEM] or one.endswith(other) or other.endswith(one)


def _participants(one: View, other: View) -> Iterator[str]:
    doers = _doers(one, other), _doers(other, one)
    agent, patient = _meeting(*doers), _meeting(one.patients, other.patients)
    yield f"agent={agent}"
    yield f"patient={patient}"
    yield f"agent={agent},patient={patient}"
    if one.agents & other.agents and one.patients & other.patients:
        yield "both-participants"
    if one.agents & other.patients and one.patients & other.agents:
        yield "mirrored"
    if one.patient_words and other.patient_words:
        yield f"patient-words={bool(one.patient_words & other.patient_words)}"
    if one.agent_words and other.agent_words and all(doers):
        yield f"agent-words={bool(one.agent_words & other.agent_words)}"
    if _names(one, other) or _names(other, one):
        yield "names-the-other"  # "the attack killed ten"


def _doers(one: View, other: View) -> frozenset[str]:
    """The doers of one claim; nobody where they were only inferred and the other claim does not have them too."""
    return frozenset() if "agent" in one.claim.inferred and not one.agents & other.agents else one.agents


def _names(one: View, other: View) -> bool:
    """Do the participants of one event name the other, as in "the attack killed ten", "condemned the killing"?"""
    trigger = other.claim.event.trigger
    return any(span.covers(trigger) for span in (*one.claim.event.agent, *one.claim.event.patient))


def _tolls(one: View, other: View) -> Iterator[str]:
    """Do they tell the same numbers of victims?"""
    a, b = one.claim.event.toll, other.claim.event.toll
    for harm, told, again in (("killed", a.killed, b.killed), ("injured", a.injured, b.injured)):
        if told is not None and again is not None:
            yield f"{harm}={'same' if told == again else 'other'}"
        elif told is not None or again is not None:
            yield f"{harm}=one"


def _meeting(one: frozenset[str], other: frozenset[str]) -> str:
    if not one and not other:
        return "none"
    if not one or not other:
        return "one"
    return "same" if one & other else "other"


def _places(one: View, other: View) -> Iterator[str]:
    if one.place is None or other.place is None:
        yield f"place={'one' if one.place or other.place else 'none'}"
    elif one.place.name == other.place.name:
        yield "place=same"
    else:
        apart = kilometres(one.place, other.place)
        towns = one.place.kind in TOWN and other.place.kind in TOWN
        if apart is not None and apart <= NEAR_KM:
            yield "place=near"
        elif towns or one.place.country != other.place.country:
            yield "place=other"
        else:
            yield "place=wider"


def _times(one: View, other: View) -> Iterator[str]:
    if one.days is None or other.days is None:
        yield f"time={'one' if one.days or other.days else 'none'}"
    elif one.days == other.days:
        yield "time=same"
    elif one.days.last is None and other.days.last is None:
        yield "time=begun"  # "since yesterday" and "beginning Wednesday" may be one campaign
    else:
        yield f"time={'compatible' if one.days.meets(other.days) else 'other'}"


def _form(one: View, other: View) -> Iterator[str]:
    gap = other.sentence - one.sentence
    near = next((str(edge) for edge in (0, 1, 2, 4, 8) if gap <= edge), "+")
    yield f"gap={near}"
    alike = one.claim.event.type == other.claim.event.type
    yield f"gap={near},type={alike}"
    if one.lemma == other.lemma:
        yield f"gap={near},lemma"
    if other.definite:
        yield f"definite,type={alike}"
        yield f"definite,lemma={one.lemma == other.lemma or akin(one.lemma, other.lemma)}"
    yield f"kinds={one.kind}>{other.kind},type={alike}"
    if one.sentence <= 1:
        yield f"lead,type={alike}"
    if one.claim.holder != other.claim.holder:
        yield "other-holder"
    if gap == 0 and one.claim.holder == other.claim.holder:
        yield "same-sentence-and-holder"
