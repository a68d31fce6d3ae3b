"""Features of a phrase as participant of an event: the way to it, the words, their classes, what it is to other events."""

from collections.abc import Iterator, Sequence

from sayso.coding.candidates import Candidate
from sayso.coding.frames import Frame
from sayso.coding.prospects import Prospect
from sayso.model import EventType, Parse, Token
from sayso.resources.codebook import Lexicon

LONG_WAY = 5
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "csubj", "parataxis"})


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
