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
from sayso.coding.done_to import names_someone
from sayso.coding.frames import Frame
from sayso.coding.phrases import phrase
from sayso.coding.prospects import prospects
from sayso.coding.role_features import role_features
from sayso.coding.second_look import Look, Shares
from sayso.model import EventType, Parse, Span, Token
from sayso.resources.codebook import PARTS, Lexicon
from sayso.resources.codebook.weights import SURE

AIMS = frozenset({"goal", "aim", "objective", "purpose", "intention", "mission"})
# Labels of names of places: whom an attack harmed says more than where it fell.
PLACES = frozenset({"GPE", "LOC", "FAC"})
NAMING = ("NOUN", "PROPN")
# "attacks which led to civilian casualties": the verbs and the nouns of harm
LEADS_TO = frozenset({"lead", "cause", "result", "claim", "inflict", "produce"})
HARM = frozenset({"casualty", "death", "fatality", "injury", "victim", "loss", "toll"})


class Bars(Struct, frozen=True):
    """How likely a phrase must be to take part: the best agent, the best patient, and each further one.

    more: of further patients; more_agents: of further agents, of whom there are seldom several.
    joined: of those that "and" joins with one who takes part; 1 for as all others.
    named: how likely someone must be to be a patient where all other patients are things; 1 for never.
    agent_of, patient_of: the bars of types of events that have others. first: for shares of the first look, at which phrases are
    weighed one by one, not of the second.
    """

    agent: float
    patient: float
    more: float
    more_agents: float
    joined: float = 1.0
    named: float = 1.0
    agent_of: Mapping[EventType, float] = {}
    patient_of: Mapping[EventType, float] = {}
    first: bool = False

    def of(self, type: EventType) -> "Bars":  # noqa: A002  # the noun's own field name
        """The bars of a type of events; no further patient is taken below the bar of the best."""
        patient = self.patient_of.get(type, self.patient)
        return replace(self, agent=self.agent_of.get(type, self.agent), patient=patient, more=max(patient, self.more))


BARS: Final = Bars(agent=0.4, patient=0.4, more=0.5, more_agents=0.5, joined=0.2)
"""The best phrase for a role needs less than a further one; all chosen by five-fold cross-validation."""

FIRST_BARS: Final = Bars(
    agent=0.25,
    patient=0.25,
    more=0.4,
    more_agents=0.5,
    agent_of={"AID": 0.1, "REQUEST": 0.15, "REJECT": 0.15},
    patient_of={
        "CONSULT": 0.4, "MOBILIZE": 0.45, "PROTEST": 0.4, "RETREAT": 0.4,
        "REQUEST": 0.35, "CONCEDE": 0.35, "AGREE": 0.3,
    },
    first=True,
)  # fmt: skip
"""The same where there is no second look, which knows the type of the event by itself."""


Opinion = Callable[[int, Sequence[int]], Sequence[Sequence[float]]]
"""What a reader of the whole passage thinks, without parse or lexicon, of an event's word and the heads of phrases, each told by
its first character: for each head the logarithms of the probabilities of PARTS, or nothing where it has not read the passage."""
WEIGHED: Final = 0.45
READ: Final = 0.7
"""How much the logarithms of the shares of the weights count, and those of the reader, where both speak; chosen like the bars."""


class Roles(Struct, frozen=True):
    """Heads of the agents and patients of one event, in the order of the text."""

    agents: tuple[Token, ...]
    patients: tuple[Token, ...]


def find_roles(
    candidate: Candidate,
    type: EventType,  # noqa: A002  # the noun's own field name
    near: Sequence[Candidate],
    parse: Parse,
    lexicon: Lexicon,
    bars: Bars = FIRST_BARS,
    tellers: Container[int] = frozenset(),
    opinion: Opinion | None = None,
) -> Roles:
    """The agents and patients of an event at the first look. near: all candidates of its sentence.

    tellers: indices of the words that name who tells of it, who need be as likely to be its agent as in any article.
    opinion: the word of a reader who knows no syntax, to be weighed with that of the weights.
    """
    look = first_look(candidate, type, near, parse, lexicon, opinion)
    return roles_of(look, look.both, parse, lexicon, bars, tellers)


def roles_of(
    look: Look,
    shares: Sequence[Shares],
    parse: Parse,
    lexicon: Lexicon,
    bars: Bars,
    tellers: Container[int] = frozenset(),
) -> Roles:
    """The agents and patients of an event, by the shares of its phrases at a look. tellers: see `find_roles`."""
    usual, bars = (FIRST_BARS if bars.first else BARS).of(look.type), bars.of(look.type)
    agents: list[tuple[float, Token]] = []
    patients: list[tuple[float, Token]] = []
    for one, (_, agent, patient) in zip(look.prospects, shares, strict=True):
        if agent < patient:
            patients.append((patient, one.head))
        elif one.head.i not in tellers or agent >= usual.agent:
            agents.append((agent, one.head))
    deed = look.candidate.frame.token
    taken = _chosen(patients, bars.patient, bars.more, bars.joined, parse, lexicon)
    chosen = _with_someone(taken, patients, bars.named, lexicon)
    harmed = tuple(_harmed(deed, parse, lexicon)) if look.type == "ASSAULT" else ()
    if harmed:
        chosen = (*(one for one in chosen if one.name not in PLACES), *harmed)
    doers = tuple(_aiming(deed, parse)) or _chosen(agents, bars.agent, bars.more_agents, bars.joined, parse, lexicon)
    return Roles(doers, chosen)


def first_look(
    candidate: Candidate,
    type: EventType,  # noqa: A002  # the noun's own field name
    near: Sequence[Candidate],
    parse: Parse,
    lexicon: Lexicon,
    opinion: Opinion | None = None,
) -> Look:
    """The phrases that could take part in an event, with how likely each by itself is its agent, and its patient."""
    weights = lexicon.roles
    places = [weights.labels.index(part) for part in PARTS]
    some = tuple(prospects(candidate.frame, parse))
    weighed = []
    for one in some:
        row = weights.shares(role_features(one, candidate, type, near, parse, lexicon))
        weighed.append(tuple(row[place] for place in places))
    told = opinion(candidate.token.start, [one.head.start for one in some]) if opinion is not None else ()
    read = tuple(map(tuple, told)) if told else tuple(tuple(math.log(max(x, SURE)) for x in row) for row in weighed)
    both = tuple(_together(*rows) for rows in zip(weighed, read, strict=True)) if told else tuple(weighed)
    return Look(candidate, type, some, tuple(weighed), read, both)


def _together(shares: Shares, scores: Shares) -> tuple[float, ...]:
    """Shares in the light of a reader's scores."""
    sums = [WEIGHED * math.log(max(share, SURE)) + READ * score for share, score in zip(shares, scores, strict=True)]
    top = max(sums)
    powers = [math.exp(value - top) for value in sums]
    return tuple(power / sum(powers) for power in powers)


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


def _chosen(
    scored: Sequence[tuple[float, Token]], bar: float, more: float, joined: float, parse: Parse, lexicon: Lexicon
) -> tuple[Token, ...]:
    """The best phrase where it is good enough, and the further ones that are good by themselves or are people joined with such ones."""
    best = max((score for score, _ in scored), default=0.0)
    kept = [head for score, head in scored if score >= more or bar <= score == best]
    with_them = {parse.first_joined(head).i for head in kept}
    return tuple(
        head for score, head in scored
        if head in kept or (score >= joined and parse.first_joined(head).i in with_them and head.pos in NAMING and names_someone(head, lexicon.class_of))
    )  # fmt: skip


def _with_someone(
    chosen: tuple[Token, ...], scored: Sequence[tuple[float, Token]], bar: float, lexicon: Lexicon
) -> tuple[Token, ...]:
    """The phrases, and where all are things the likeliest one that names someone: "returned a painting to the museum"."""
    if any(names_someone(head, lexicon.class_of) for head in chosen):
        return chosen
    named = [(score, head) for score, head in scored if score >= bar and names_someone(head, lexicon.class_of)]
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
