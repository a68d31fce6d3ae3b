"""Participants: who is said to do it, to whom.

Every phrase of the trigger's sentence that could take part is put forward with the syntactic way that leads to it;
trained weights over the way, the words and their classes say agent, patient or neither.
"""

import math
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from sayso.coding.candidates import Candidate
from sayso.coding.done_to import someone
from sayso.coding.frames import Frame
from sayso.coding.phrases import phrase
from sayso.coding.prospects import Prospect, prospects
from sayso.model import EventType, Parse, Span, Token
from sayso.resources.codebook import Lexicon
from sayso.resources.codebook.weights import SURE
from sayso.resources.people import People

LONG_WAY = 5
AIMS = frozenset({"goal", "aim", "objective", "purpose", "intention", "mission"})
# Labels of names of places: whom an attack harmed says more than where it fell.
PLACES = frozenset({"GPE", "LOC", "FAC"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "csubj", "parataxis"})
# "attacks which led to civilian casualties": the verbs and the nouns of harm
LEADS_TO = frozenset({"lead", "cause", "result", "claim", "inflict", "produce"})
HARM = frozenset({"casualty", "death", "fatality", "injury", "victim", "loss", "toll"})


class Bars(Struct, frozen=True):
    """How likely a phrase must be to take part: the best agent, the best patient, and each further one.

    more: of further patients; more_agents: of further agents, of whom there are seldom several.
    named: how likely someone must be to be a patient where all other patients are things; 1 for never.
    agent_of, patient_of: the bars of types of events that have others.
    """

    agent: float
    patient: float
    more: float
    more_agents: float
    named: float = 1.0
    agent_of: Mapping[EventType, float] = {}
    patient_of: Mapping[EventType, float] = {}

    def of(self, type: EventType) -> "Bars":  # noqa: A002  # the noun's own field name
        """The bars of a type of events; no further patient is taken below the bar of the best."""
        patient = self.patient_of.get(type, self.patient)
        return replace(self, agent=self.agent_of.get(type, self.agent), patient=patient, more=max(patient, self.more))


BARS: Final = Bars(
    agent=0.25,
    patient=0.25,
    more=0.4,
    more_agents=0.5,
    agent_of={"AID": 0.1, "REQUEST": 0.15, "REJECT": 0.15},
    patient_of={
        "CONSULT": 0.4, "MOBILIZE": 0.45, "PROTEST": 0.4, "RETREAT": 0.4,
        "REQUEST": 0.35, "CONCEDE": 0.35, "AGREE": 0.3,
    },
)  # fmt: skip
"""The best phrase for a role needs less than a further one; all chosen by five-fold cross-validation.

Who asks or helps is told beside nearly every request and help; most talks, protests and movements are done to nobody.
"""


Opinion = Callable[[int, Sequence[int]], Sequence[Sequence[float]]]
"""What a reader of the whole passage thinks, without parse or lexicon, of an event's word and the heads of phrases, each told by
its first character: for each head the logarithms of the probabilities of PARTS, or nothing where it has not read the passage."""
PARTS: Final = ("none", "agent", "patient")
WEIGHED: Final = 0.45
READ: Final = 0.7
"""How much the logarithms of the shares of the weights count, and those of the reader, where both speak; chosen like the bars."""


class Roles(Struct, frozen=True):
    """Heads of the agents and patients of one event, in the order of the text."""

    agents: tuple[Token, ...]
    patients: tuple[Token, ...]


def role_features(
    one: Prospect,
    candidate: Candidate,
    type: EventType,  # noqa: A002  # the noun's own field name
    near: Sequence[Candidate],
    parse: Parse,
    lexicon: Lexicon,
) -> list[str]:
    """Names of the features of a phrase as participant of an event, for the weights of roles.

    near: all candidates of the sentence; what takes part in one of them often takes part in the next.
    """
    frame = candidate.frame
    kinds = list(_classes(one.head, lexicon))
    found = _plain(one, candidate, type, kinds)
    if frame.governor is not None:
        way = _short(one)
        found.append(f"gov={frame.governor.lemma}&{way}")
        found.append(f"gov={_carrying(frame, lexicon)}&{way}&{frame.after}")
    side = "<" if one.head.i < frame.token.i else ">"
    found.extend(f"{name}&{side}" for name in _standing(one, frame, parse))
    found.extend(_coarse(one, frame, type, kinds))
    found.extend(dict.fromkeys(_elsewhere(one.head, frame, type, near)))
    return found


def _short(one: Prospect) -> str:
    return one.way if one.steps <= LONG_WAY else "long"


def _plain(one: Prospect, candidate: Candidate, type: EventType, kinds: Sequence[str]) -> list[str]:  # noqa: A002  # the noun's own field name
    """Route, way, side and words."""
    frame, head = candidate.frame, one.head
    kind = frame.kind + ("p" if frame.passive else "")
    side = "<" if head.i < frame.token.i else ">"
    way = _short(one)
    gap = min(abs(head.i - frame.token.i) // 3, 6)
    found = [
        f"r={one.route}", f"r={one.route}&{kind}", f"r={one.route}&{type}", f"r={one.route}&{candidate.word}",
        f"way={way}", f"way={way}&{kind}", f"way={way}&{type}", f"side={side}&{kind}", f"side={side}&{type}",
        f"gap={gap}&{side}", f"steps={min(one.steps, 7)}", f"pos={head.pos}&{kind}", f"name={head.name}&{kind}&{side}",
        f"head={head.lemma}", f"head={head.lemma}&{type}",
    ]  # fmt: skip
    for name in kinds:
        found += [f"@{name}", f"@{name}&{type}&{side}", f"@{name}&{one.route}", f"@{name}&{way}&{frame.kind}"]
    return found


def _coarse(one: Prospect, frame: Frame, type: EventType, kinds: Sequence[str]) -> Iterator[str]:  # noqa: A002  # the noun's own field name
    """The way in outline: how many clauses up, and in which function the phrase then stands."""
    up, _, down = one.way.partition("/")
    ups = [label.partition("_")[0] for label in up.split("^") if label]
    downs = [label for label in down.split(".") if label]
    clauses = min(sum(label in CLAUSES for label in ups), 3)
    last = downs[-1] if downs else "above"
    first = ups[0] if ups else "none"
    kind = frame.kind + ("p" if frame.passive else "")
    yield f"fin={last}&{kind}"
    yield f"fin={last}&cl{clauses}&{kind}"
    yield f"fin={last}&first={first}&{kind}"
    yield f"fin={last}&{type}&{kind}"
    yield f"fin={last}&len{len(downs)}&{kind}"
    yield f"cl={clauses}&first={first}&fin={last}&{len(downs)}"
    for name in kinds:
        yield f"fin={last}&@{name}&{type}"


def _elsewhere(head: Token, frame: Frame, type: EventType, near: Sequence[Candidate]) -> Iterator[str]:  # noqa: A002  # the noun's own field name
    """What the phrase is to the other candidates of the sentence."""
    for other in near:
        token = other.frame.token
        if token.i == frame.token.i:
            continue
        place = _relation(frame, other.frame)
        best = next(iter(other.senses))
        if token.i == head.i:
            yield f"inh={place}:self"
            yield f"inh={place}:self&{best}"
        for role, heads in (("ag", other.frame.agents), ("pa", other.frame.patients)):
            if any(one.i == head.i for one in heads):
                yield f"inh={place}:{role}"
                yield f"inh={place}:{role}&{type}"
                yield f"inh={place}:{role}&{best}={type}"


def _relation(frame: Frame, other: Frame) -> str:
    if frame.governor is not None and frame.governor.i == other.token.i:
        return "gov"
    if other.governor is not None and other.governor.i == frame.token.i:
        return "dep"
    return "before" if other.token.i < frame.token.i else "after"


def _classes(head: Token, lexicon: Lexicon) -> Iterator[str]:
    if head.name:
        yield head.name
    if head.pos == "PRON":
        yield "PRON"
    yield from sorted(lexicon.class_of.get(head.lemma, ("other",)))
    if (head.lemma, "n") in lexicon.senses and head.pos == "NOUN":
        yield "event"


def _carrying(frame: Frame, lexicon: Lexicon) -> str:
    lemma = frame.governor.lemma if frame.governor is not None else ""
    light = lexicon.marks.light
    return "".join(
        letter for letter, name in (("a", "agent"), ("p", "patient"), ("n", "nominal_patient")) if lemma in light[name]
    )


def _standing(one: Prospect, frame: Frame, parse: Parse) -> Iterator[str]:
    yield f"filled={bool(frame.agents)}{bool(frame.patients)}&{one.route}"
    yield f"filled={bool(frame.agents)}{bool(frame.patients)}&{frame.kind}"
    head = parse.head(one.head)
    yield f"under={one.head.dep}:{head.lemma if head.pos == 'ADP' else head.pos}"
    if frame.token.dep == "ROOT":
        yield "root"


def find_roles(
    candidate: Candidate,
    type: EventType,  # noqa: A002  # the noun's own field name
    near: Sequence[Candidate],
    parse: Parse,
    lexicon: Lexicon,
    bars: Bars = BARS,
    tellers: Container[int] = frozenset(),
    opinion: Opinion | None = None,
) -> Roles:
    """The agents and patients of an event. near: all candidates of its sentence.

    tellers: indices of the words that name who tells of it, who need be as likely to be its agent as in any article.
    opinion: the word of a reader who knows no syntax, to be weighed with that of the weights.
    """
    bars = bars.of(type)
    agents: list[tuple[float, Token]] = []
    patients: list[tuple[float, Token]] = []
    for head, agent, patient in part_shares(candidate, type, near, parse, lexicon, opinion):
        if agent >= patient:
            if head.i not in tellers or agent >= BARS.of(type).agent:
                agents.append((agent, head))
        else:
            patients.append((patient, head))
    chosen = _with_someone(_chosen(patients, bars.patient, bars.more), patients, bars.named, lexicon)
    harmed = tuple(_harmed(candidate.frame.token, parse, lexicon)) if type == "ASSAULT" else ()
    if harmed:
        chosen = (*(one for one in chosen if one.name not in PLACES), *harmed)
    doers = tuple(_aiming(candidate.frame.token, parse)) or _chosen(agents, bars.agent, bars.more_agents)
    return Roles(doers, chosen)


def part_shares(
    candidate: Candidate,
    type: EventType,  # noqa: A002  # the noun's own field name
    near: Sequence[Candidate],
    parse: Parse,
    lexicon: Lexicon,
    opinion: Opinion | None = None,
) -> list[tuple[Token, float, float]]:
    """The heads of the phrases that could take part in an event, with how likely each is its agent, and its patient."""
    weights = lexicon.roles
    places = [weights.labels.index(part) for part in PARTS]
    some = list(prospects(candidate.frame, parse))
    shares = [weights.shares(role_features(one, candidate, type, near, parse, lexicon)) for one in some]
    told = opinion(candidate.token.start, [one.head.start for one in some]) if opinion is not None else ()
    rows = [[row[place] for place in places] for row in shares]
    if told:
        rows = [_together(row, scores) for row, scores in zip(rows, told, strict=True)]
    return [(one.head, agent, patient) for one, (_, agent, patient) in zip(some, rows, strict=True)]


def _together(shares: Sequence[float], scores: Sequence[float]) -> list[float]:
    """Shares in the light of a reader's scores."""
    sums = [WEIGHED * math.log(max(share, SURE)) + READ * score for share, score in zip(shares, scores, strict=True)]
    top = max(sums)
    powers = [math.exp(value - top) for value in sums]
    return [power / sum(powers) for power in powers]


def _names_someone(head: Token, lexicon: Lexicon) -> bool:
    return someone(head, lexicon.class_of) or People.open().noun(head.lemma.lower()) is not None


def _aiming(deed: Token, parse: Parse) -> Iterator[Token]:
    """Whose aim a deed is told to be: "the army's stated goal is the defeat of the rebels"."""
    be = parse.head(deed)
    if deed.dep not in ("attr", "xcomp") or be.lemma != "be":
        return
    for aim in parse.dependents(be, "nsubj"):
        if aim.lemma in AIMS:
            yield from parse.dependents(aim, "poss")


def _harmed(deed: Token, parse: Parse, lexicon: Lexicon) -> Iterator[Token]:
    """Whom a deed is told to have harmed: "attacks which led to civilian casualties", "raids that caused deaths of ..."."""
    for clause in parse.dependents(deed, "relcl", "acl"):
        if clause.lemma not in LEADS_TO or any(parse.dependents(clause, "neg")):
            continue
        objects = list(parse.dependents(clause, "dobj"))
        objects += [one for prep in parse.dependents(clause, "prep") for one in parse.dependents(prep, "pobj")]
        for harm in objects:
            if harm.lemma not in HARM:
                continue
            modifiers = list(parse.dependents(harm, "amod", "compound", "poss"))
            modifiers += [one for prep in parse.dependents(harm, "prep") for one in parse.dependents(prep, "pobj")]
            yield from (one for one in modifiers if "people" in lexicon.class_of.get(one.lemma, ()))


def _chosen(scored: Sequence[tuple[float, Token]], bar: float, more: float) -> tuple[Token, ...]:
    """The best phrase where it is good enough, and the further ones that are good by themselves."""
    best = max((score for score, _ in scored), default=0.0)
    kept = [head for score, head in scored if score >= more or bar <= score == best]
    return tuple(kept)


def _with_someone(
    chosen: tuple[Token, ...], scored: Sequence[tuple[float, Token]], bar: float, lexicon: Lexicon
) -> tuple[Token, ...]:
    """The phrases, and where all are things the likeliest one that names someone: "returned a painting to the museum"."""
    if any(_names_someone(head, lexicon) for head in chosen):
        return chosen
    named = [(score, head) for score, head in scored if score >= bar and _names_someone(head, lexicon)]
    return (*chosen, max(named, key=lambda item: item[0])[1]) if named else chosen


def spans_of(heads: tuple[Token, ...], trigger: range, parse: Parse) -> tuple[Span, ...]:
    """The phrases of the heads, none twice, none inside another, none over the trigger. trigger: indices of its tokens."""
    spans: list[Span] = []
    found = (phrase(head, parse, trigger) for head in heads if head.i not in trigger)
    for span in sorted(set(found)):
        if not spans or not spans[-1].overlaps(span):
            spans.append(span)
    return tuple(spans)


def instruments(frame: Frame, lexicon: Lexicon) -> tuple[Token, ...]:
    """The weapons and means that the syntax ties to an event: "hit with rockets", "a mortar attack", "fired shells"."""
    heads = [*frame.preps.get("with", ()), *(one for one in frame.modifiers if one.dep == "compound")]
    if frame.kind == "v":
        heads.extend(frame.patients)
    found = {one.i: one for one in heads if "weapon" in lexicon.class_of.get(one.lemma, ())}
    return tuple(found[i] for i in sorted(found))
