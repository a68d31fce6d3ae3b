"""Judging: is a candidate an event here, and of which type?

The lexicon gives each word a prior; trained weights over the word, its frame, the company it keeps and the tagger's
scores decide.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sayso.coding.candidates import Candidate, strength
from sayso.coding.factuality import LEVELS, said_at
from sayso.coding.frames import Frame
from sayso.coding.marks import marks_of
from sayso.coding.subject import CONTENT, SHORT
from sayso.model import EventType, Parse, Token
from sayso.resources.codebook import Lexicon

CAUSES = ("in", "by", "during", "after", "from", "with", "of")
BUCKETS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
NEAR = 60
CROSSED = ("k", "tag", "dep", "subj", "obj", "mod", "gov", "after", "prep", "cause", "scene")
# What is told of the word itself, too: "held" is passive of a rally and of prisoners, and no other word is like it.
WITH_WORD = (
    "tag=", "dep=", "voice=", "aux=", "det=", "left=", "right=",
    "subj", "obj", "mod=", "prep=", "after=", "gov=", "govpos=", "comp=",
    "cause=", "others=", "stronger=", "scene=",
)  # fmt: skip
# The levels at which the words of a sentence say how they present an event; whose words it stands in is no matter.
WITHIN = {level: prefixes for level, prefixes in LEVELS.items() if level != "cue"}
# What makes a scene one of public life, of nature and mishaps, or of sport.
PUBLIC = frozenset({"troops", "police", "court", "speaker"})
PUBLIC_NAMES = frozenset({"GPE", "NORP", "ORG"})
MISHAPS = frozenset(
    {"crash", "accident", "collision", "collide", "capsize", "derail", "derailment", "drown", "wreck", "mishap"}
)
QUESTION = "?"


class Found(Struct, frozen=True):
    """A candidate, the likeliest type of event that it may be, and the chance that it is one."""

    candidate: Candidate
    type: EventType
    confidence: float


class Surroundings:
    """What a document's candidates tell together: which types its words lean to, and which words stand near.

    Only what the lexicon put forward counts: the tagger's guesses are many and mostly no events.
    """

    def __init__(self, put_forward: Sequence[Candidate], subject: int = SHORT) -> None:
        """subject: the class of the article, as `subject_class` gives it."""
        self.subject = subject
        found = [one for one in put_forward if one.listed]
        self.leaning: dict[str, float] = {}
        self.by_sentence: dict[int, list[Candidate]] = {}
        for one in found:
            best = next(iter(one.senses.values()))
            self.leaning[best.type] = self.leaning.get(best.type, 0.0) + best.weight
            self.by_sentence.setdefault(one.token.sentence, []).append(one)
        self.total = sum(self.leaning.values()) or 1.0
        self._places = {number: [one.token.i for one in some] for number, some in self.by_sentence.items()}
        self.by_token = {one.token.i: one for one in found}
        self.scenes: dict[int, tuple[str, ...]] = {}

    def near(self, one: Candidate) -> list[Candidate]:
        """The candidates of the same sentence that stand within NEAR tokens, itself included if it is listed."""
        places = self._places.get(one.token.sentence, [])
        first = bisect_left(places, one.token.i - NEAR)
        last = bisect_right(places, one.token.i + NEAR)
        return self.by_sentence.get(one.token.sentence, [])[first:last]


def event_features(one: Candidate, around: Surroundings, parse: Parse, lexicon: Lexicon) -> list[str]:
    """Names of the features of a candidate, for the weights of events."""
    best = next(iter(one.senses))
    found = [f"w={one.word}.{one.frame.kind}", f"best={best}"]
    if not one.listed:
        found.append("unlisted")
    for kind, sense in one.senses.items():
        bucket = sum(strength(sense) > edge for edge in BUCKETS)
        found.append(f"{'lex' if one.listed else 'tagger'}={kind}:{bucket}")
        if sense.when or sense.second:
            found.append(f"fits={kind}")
        if sense.second:
            found.append(f"w2={one.word} {sense.second}")
    plain = list(_shape(one, parse))
    plain.extend(_company(one, around, lexicon))
    plain.extend(_scene(one, around, parse, lexicon))
    found.extend(plain)
    found.extend(f"{best}&{name}" for name in plain if name.startswith(CROSSED))
    found.extend(f"w={one.word}&{name}" for name in plain if name.startswith(WITH_WORD))
    found.extend(_leaning(best, around))
    found.append(f"w={one.word}&subject={around.subject}")
    found.extend(_beside(one, parse))
    found.extend(_presented(one, best, parse, lexicon))
    return found


def _presented(one: Candidate, best: str, parse: Parse, lexicon: Lexicon) -> Iterator[str]:
    """How the sentence would present it as an event: demanded, denied, planned, ..."""
    marks = marks_of(one.frame, (), parse, lexicon)
    said = {level: values for level, prefixes in WITHIN.items() if (values := said_at(marks, prefixes))}
    for level, values in said.items():
        yield f"said:{level}={values}"
        yield f"{best}&said:{level}={values}"
        yield f"said:{one.frame.kind}&{level}={values}"
    for values in list(said.values())[:1]:
        yield f"said={values}"
        yield f"{best}&said={values}"


def _shape(one: Candidate, parse: Parse) -> Iterator[str]:
    """How the word stands: form, function, number, article, name."""
    frame, token = one.frame, one.token
    yield f"k={frame.kind}"
    yield f"tag={token.tag}"
    yield f"dep={token.dep}"
    if token.name:
        yield f"name={token.name}"
    if frame.kind == "n":
        articles = [child.lemma for child in frame.modifiers if child.dep in ("det", "poss")]
        yield f"det={articles[0] if articles and articles[0] in ('the', 'a', 'an', 'this', 'any', 'no', 'some') else bool(articles)}"
    else:
        yield f"voice={frame.passive}"
        for child in parse.dependents(token, "aux", "neg", "mark"):
            yield f"aux={child.lemma}"
    if frame.complement is not None:
        yield f"comp={frame.complement.dep}"
        yield f"compw={frame.complement.lemma}"
    if token.i > 0:
        yield f"left={parse.tokens[token.i - 1].lemma}"
    if token.i + 1 < len(parse.tokens):
        yield f"right={parse.tokens[token.i + 1].lemma}"
    if token.text[:1].isupper() and token.i > 0 and token.dep != "ROOT":
        yield "capital"


def _company(one: Candidate, around: Surroundings, lexicon: Lexicon) -> Iterator[str]:
    """Who and what stands around the word."""
    frame = one.frame
    yield from _kinds("subj", frame.agents, lexicon)
    yield from _kinds("obj", frame.patients, lexicon)
    for child in frame.modifiers:
        if child.dep not in ("det", "nummod"):
            yield f"mod={child.lemma}"
            if child.name:
                yield f"mod@{child.name}"
        elif child.dep == "nummod":
            yield "mod#"
    for preposition, heads in frame.preps.items():
        yield f"prep={preposition}"
        for name in _classes(heads[:1], lexicon):
            yield f"prep={preposition}@{name}"
    yield from _causes(frame, around)
    yield from _others(one, around)


def _causes(frame: Frame, around: Surroundings) -> Iterator[str]:
    """Other candidates that the syntax ties to the word: "killed in clashes", "an attack killed"."""
    for preposition, heads in frame.preps.items():
        if preposition in CAUSES and any(head.i in around.by_token for head in heads):
            yield f"cause={preposition}:{_type_of(heads, around)}"
    if any(head.i in around.by_token for head in frame.agents):
        yield f"cause=subj:{_type_of(frame.agents, around)}"
    if any(head.i in around.by_token for head in frame.patients):
        yield f"cause=obj:{_type_of(frame.patients, around)}"
    if frame.governor is not None:
        yield f"gov={frame.governor.lemma}"
        yield f"govpos={frame.governor.pos}"
        governing = around.by_token.get(frame.governor.i)
        if governing is not None:
            yield f"cause=gov:{frame.after}:{next(iter(governing.senses))}"
            yield f"cause=gov:{governing.word}"
    if frame.after:
        yield f"after={frame.after}"


def _others(one: Candidate, around: Surroundings) -> Iterator[str]:
    """How many other candidates the sentence has, of the same type, and stronger ones."""
    others = [other for other in around.near(one) if other is not one]
    best = next(iter(one.senses))
    same = [other for other in others if best in other.senses]
    stronger = [other for other in same if strength(other.senses[best]) > strength(one.senses[best])]
    yield f"others={min(len(others), 4)}"
    yield f"same={min(len(same), 3)}"
    yield f"stronger={min(len(stronger), 3)}"


def _type_of(heads: list[Token], around: Surroundings) -> str:
    return next(next(iter(around.by_token[head.i].senses)) for head in heads if head.i in around.by_token)


def _kinds(slot: str, heads: list[Token], lexicon: Lexicon) -> Iterator[str]:
    if not heads:
        yield f"{slot}=0"
        return
    yield f"{slot}={heads[0].lemma}"
    for name in _classes(heads[:1], lexicon):
        yield f"{slot}@{name}"


def _classes(heads: list[Token], lexicon: Lexicon) -> list[str]:
    found = []
    for head in heads:
        if head.name:
            found.append(head.name)
        if head.pos == "PRON":
            found.append("PRON")
        found.extend(sorted(lexicon.class_of.get(head.lemma, ())))
    return found or ["other"]


def _scene(one: Candidate, around: Surroundings, parse: Parse, lexicon: Lexicon) -> tuple[str, ...]:
    """What the sentence is about, and whether it asks; told once a sentence."""
    number = one.token.sentence
    if number not in around.scenes:
        around.scenes[number] = tuple(_scene_of(list(parse.of(parse.sentences[number])), lexicon))
    return around.scenes[number]


def _scene_of(tokens: list[Token], lexicon: Lexicon) -> Iterator[str]:
    if any(token.text == QUESTION for token in tokens[-2:]):
        yield "scene=question"
    kinds = {name for token in tokens for name in lexicon.class_of.get(token.lemma, ())}
    if not kinds & PUBLIC and not any(token.name in PUBLIC_NAMES for token in tokens):
        yield "scene=private"
    if "nature" in kinds or any(token.lemma in MISHAPS for token in tokens):
        yield "scene=mishap"
    if "sports" in kinds:
        yield "scene=sport"


def _leaning(best: str, around: Surroundings) -> Iterator[str]:
    share = around.leaning.get(best, 0.0) / around.total
    yield f"leans={best}:{min(int(share * 5), 4)}"
    war = around.leaning.get("ASSAULT", 0.0) / around.total
    yield f"war={min(int(war * 5), 4)}"
    yield f"{best}&war={min(int(war * 5), 4)}"
    yield f"long={min(int(around.total / 4), 4)}"
    yield f"subject={around.subject}"
    yield f"{best}&subject={around.subject}"


def _beside(one: Candidate, parse: Parse) -> list[str]:
    """The other nouns, verbs and adjectives of the sentence."""
    own = parse.of(parse.sentences[one.token.sentence])
    return sorted({f"in={token.lemma}" for token in own if token.pos in CONTENT and token.i != one.token.i})
