"""Participants: who is said to do it, to whom.

Every phrase of the trigger's sentence that could take part is put forward with the syntactic way that leads to it;
trained weights over the way, the words and their classes say agent, patient or neither.
"""

from collections.abc import Iterator

from msgspec import Struct

from sayso.coding.frames import Frame
from sayso.coding.phrases import phrase
from sayso.coding.prospects import Prospect, prospects
from sayso.model import EventType, Parse, Span, Token
from sayso.resources.codebook import Lexicon

LONG_WAY = 5


class Roles(Struct, frozen=True):
    """Heads of the agents and patients of one event, in the order of the text."""

    agents: tuple[Token, ...]
    patients: tuple[Token, ...]


def role_features(one: Prospect, frame: Frame, word: str, type: EventType, parse: Parse, lexicon: Lexicon) -> list[str]:  # noqa: A002
    """Names of the features of a phrase as participant of an event, for the weights of roles."""
    head, trigger = one.head, frame.token
    voice = "p" if frame.passive else ""
    kind = frame.kind + voice
    side = "<" if head.i < trigger.i else ">"
    way = one.way if one.steps <= LONG_WAY else "long"
    gap = min(abs(head.i - trigger.i) // 3, 6)
    found = [
        f"r={one.route}", f"r={one.route}&{kind}", f"r={one.route}&{type}", f"r={one.route}&{word}",
        f"way={way}", f"way={way}&{kind}", f"way={way}&{type}", f"side={side}&{kind}", f"side={side}&{type}",
        f"gap={gap}&{side}", f"steps={min(one.steps, 7)}", f"pos={head.pos}&{kind}", f"name={head.name}&{kind}&{side}",
        f"head={head.lemma}", f"head={head.lemma}&{type}",
    ]  # fmt: skip
    for name in _classes(head, lexicon):
        found += [f"@{name}", f"@{name}&{type}&{side}", f"@{name}&{one.route}", f"@{name}&{way}&{frame.kind}"]
    if frame.governor is not None:
        found.append(f"gov={frame.governor.lemma}&{way}")
        found.append(f"gov={_carrying(frame, lexicon)}&{way}&{frame.after}")
    found.extend(f"{name}&{side}" for name in _standing(one, frame, parse))
    return found


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


def find_roles(frame: Frame, word: str, type: EventType, parse: Parse, lexicon: Lexicon) -> Roles:  # noqa: A002
    """The agents and patients of an event."""
    agents, patients = [], []
    weights = lexicon.roles
    agent_at, patient_at = weights.labels.index("agent"), weights.labels.index("patient")
    for one in prospects(frame, parse):
        shares = weights.shares(role_features(one, frame, word, type, parse, lexicon))
        if shares[agent_at] >= AGENT_BAR and shares[agent_at] >= shares[patient_at]:
            agents.append(one.head)
        elif shares[patient_at] >= PATIENT_BAR:
            patients.append(one.head)
    return Roles(tuple(agents), tuple(patients))


AGENT_BAR = 0.4
PATIENT_BAR = 0.4


def spans_of(heads: tuple[Token, ...], parse: Parse) -> tuple[Span, ...]:
    """The phrases of the heads, none twice and none inside another."""
    spans: list[Span] = []
    for span in sorted({phrase(head, parse) for head in heads}):
        if not spans or not spans[-1].overlaps(span):
            spans.append(span)
    return tuple(spans)
