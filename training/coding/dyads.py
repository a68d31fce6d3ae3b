"""Sentences with a marked source and target: the type of what passes between is told, the word that names it is not.

The word is the candidate that the weights at hand find likeliest: an event of the type that the source does to the
target (hard expectation maximisation; training/coding/together.py). From it the judge of events learns, and from the two
phrases beside it the weights of participants. What else the same two phrases seem to take part in, under another type,
is what the coders passed over: the ban in "lifted its ban", the talks in "refused talks".
"""

import math
import random
from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec import Struct

from sayso.coding.candidates import Candidate
from sayso.coding.hints import Hints
from sayso.coding.judging import Surroundings, event_features
from sayso.coding.participants import find_roles
from sayso.coding.prospects import Prospect, prospects
from sayso.coding.role_features import role_features
from sayso.coding.subject import SHORT
from sayso.model import EventType, Parse, Span, Token
from sayso.resources.codebook import Lexicon
from training.coding.cases import EVENT_LABELS, Reader, document_in, put_forward
from training.coding.fit import Case
from training.coding.flattered import told_of
from training.gold import records

FOLDS: Final = 5
# What PLV has in place of two of our types.
YIELD: Final = "YIELD"
YIELD_MEANS: Final[tuple[EventType, ...]] = ("CONCEDE", "RETREAT")
SEED: Final = 0
# A share that is smaller counts as so much, since a phrase may be out of the reach of the syntax.
LEAST: Final = 0.01
# A sentence whose likeliest word has a smaller share for the type is left out: the border is drawn elsewhere than ours.
LIKELY: Final = 0.005
# So is one whose word is so likely of another type: "imposed sanctions" is COERCE to some of PLV's coders.
SURELY: Final = 0.5
# A word that the lexicon lacks must be likelier: any word of a sentence that tells of a type looks a little like it.
UNLISTED_LIKELY: Final = 0.2
# So is one whose word names what the codebook counts as no event: an investigation, plain speech.
NO_EVENTS: Final = frozenset({"investigation", "investigate", "probe", "inquiry", "audit", "say", "tell"})
# Features of a whole article, of which a sentence alone must teach nothing: that little is said besides makes no event.
OF_ARTICLE: Final = ("leans=", "war=", "long=")
AND_WAR: Final = "&war="
# How much its two marked phrases count beside those of an annotated event, and its other phrases.
MARKED: Final = 1.2
UNMARKED: Final = 0.6
# How much the word counts beside an annotated event, and a word that was passed over, if its sentence's own is so likely.
NAMED: Final = 1.0
PASSED: Final = 0.5
AGREED: Final = 0.5
# A candidate may be one that was passed over if some type is so likely.
RIVAL: Final = 0.3
# An unmarked phrase that has a part with so much certainty is no example of one that has none.
DOUBTED: Final = 0.4


class Sides(Struct, frozen=True):
    """The marked phrases of a sentence, and the tokens that govern them; None where one was not marked."""

    spans: dict[str, Span]
    roots: dict[str, Token]

    def part(self, head: Token, parse: Parse) -> str | None:
        """What the phrase of a head is: "agent", "patient", "none"; None inside a marked phrase, where it is not told."""
        for role, span in self.spans.items():
            if span.covers(head.span):
                root = self.roots.get(role)
                return role if root is not None and _belongs(head, root, parse) else None
        return "none"


class Dyad(Struct, frozen=True):
    """A sentence, the candidate that is likeliest to name what passes between its two marked phrases, and the type.

    fold: which of FOLDS the sentence is in; the same text is always in the same. share: the judge's, of the type; other:
    of the likeliest other type.
    found: all candidates of the sentence.
    """

    fold: int
    parse: Parse
    hints: Hints
    around: Surroundings
    candidate: Candidate
    type: EventType
    share: float
    other: float
    sides: Sides
    found: tuple[Candidate, ...]


def dyads(reader: Reader) -> list[Dyad]:
    """The sentences of PLV that have a likely word."""
    found = records("events/plv-train.jsonl")
    folds = folds_of(found)
    made = (dyad_of(record, folds[record["text"]], reader) for record in found)
    return [one for one in made if one is not None and _usable(one)]


def _usable(one: Dyad) -> bool:
    """Does its likeliest word name an event within our borders?"""
    least = LIKELY if one.candidate.listed else UNLISTED_LIKELY
    return one.share >= least and one.other < SURELY and one.candidate.word not in NO_EVENTS


def _other(shares: dict[str, float], types: Sequence[EventType]) -> float:
    return max(share for name, share in shares.items() if name != "none" and name not in types)


def folds_of(found: Sequence[dict[str, Any]]) -> dict[str, int]:
    """The fold of every text."""
    texts = sorted({record["text"] for record in found})
    random.Random(SEED).shuffle(texts)  # which sentences are held apart together is no secret
    return {text: n % FOLDS for n, text in enumerate(texts)}


def dyad_of(record: dict[str, Any], fold: int, reader: Reader) -> Dyad | None:
    """A sentence with its likeliest word; None where there is no candidate. record: as in the gold file."""
    parse, hints = reader.read(document_in(record))
    found = put_forward(parse, reader.lexicon, hints)
    around, sides = Surroundings(found, SHORT), _sides(record, parse)
    types: tuple[EventType, ...] = YIELD_MEANS if record["type"] == YIELD else (record["type"],)
    best: tuple[float, Dyad] | None = None
    for one in found:
        shares = _shares(one, around, hints, parse, reader.lexicon)
        for name in types:
            told = math.log(max(shares[name], LEAST**2)) + _taking_part(one, name, around, sides, parse, reader.lexicon)
            if best is None or told > best[0]:
                best = (
                    told,
                    Dyad(
                        fold, parse, hints, around, one, name, shares[name], _other(shares, types), sides, tuple(found)
                    ),
                )
    return best[1] if best is not None else None


def _sides(record: dict[str, Any], parse: Parse) -> Sides:
    marked = (("agent", record["source"]), ("patient", record["target"]))
    spans = {role: Span(*span) for role, span in marked if span}
    roots = {role: root for role, span in spans.items() if (root := parse.root_of(span)) is not None}
    return Sides(spans, roots)


def _shares(one: Candidate, around: Surroundings, hints: Hints, parse: Parse, lexicon: Lexicon) -> dict[str, float]:
    weights = lexicon.events
    scores = hints.scores(one.token.span, weights.labels)
    told = told_of(hints, one.token.span, weights.labels)
    features = [*event_features(one, around, parse, lexicon), *told]
    return dict(zip(weights.labels, weights.shares(features, scores), strict=True))


def _taking_part(
    one: Candidate,
    type: EventType,  # noqa: A002  # the noun's own field name
    around: Surroundings,
    sides: Sides,
    parse: Parse,
    lexicon: Lexicon,
) -> float:
    """How likely (logarithm) the marked phrases are the agent and the patient of a candidate."""
    shares = {
        prospect.head.i: dict(zip(lexicon.roles.labels, lexicon.roles.shares(features), strict=True))
        for prospect, features in _phrases(one, type, around, parse, lexicon)
    }
    return sum(math.log(max(shares.get(root.i, {}).get(role, 0.0), LEAST)) for role, root in sides.roots.items())


def _phrases(
    one: Candidate,
    type: EventType,  # noqa: A002  # the noun's own field name
    around: Surroundings,
    parse: Parse,
    lexicon: Lexicon,
) -> Iterator[tuple[Prospect, list[str]]]:
    near = around.near(one)
    for prospect in prospects(one.frame, parse):
        yield prospect, role_features(prospect, one, type, near, parse, lexicon)


def _belongs(head: Token, root: Token, parse: Parse) -> bool:
    """Is the head the root of the phrase, or joined to it by "and" or as another name?"""
    while head.i != root.i and head.dep in ("conj", "appos") and head.head != head.i:
        head = parse.head(head)
    return head.i == root.i


def rivals(one: Dyad, lexicon: Lexicon) -> Iterator[tuple[Candidate, EventType]]:
    """What was passed over: nouns of another type whose doer and whom they are done to are the marked phrases too.

    Not verbs: who "threatened to shell the harbour" is the doer of a shelling that is planned, though PLV has the threat alone.
    """
    if one.share < AGREED:
        return
    for other in one.found:
        if other.frame.kind != "n":
            continue
        shares = _shares(other, one.around, one.hints, one.parse, lexicon)
        best = max((name for name in lexicon.events.labels if name != "none"), key=lambda name: (shares[name], name))
        kind: EventType = best
        if shares[kind] < RIVAL or _merged(kind) == _merged(one.type) or other.token.i == one.candidate.token.i:
            continue
        roles = find_roles(other, kind, one.around.near(other), one.parse, lexicon)
        filled = {"agent": roles.agents, "patient": roles.patients}
        if all(any(one.sides.part(head, one.parse) == role for head in filled[role]) for role in one.sides.roots):
            yield other, kind


def _merged(type: EventType) -> str:  # noqa: A002  # the noun's own field name
    return YIELD if type in YIELD_MEANS else type


def event_cases(one: Dyad, lexicon: Lexicon) -> Iterator[Case]:
    """The word of a sentence as an event of its type, and those that were passed over as none, for the judge."""
    yield _event_case(one, one.candidate, one.type, NAMED, lexicon)
    for other, _ in rivals(one, lexicon):
        yield _event_case(one, other, "none", PASSED, lexicon)


def _event_case(one: Dyad, candidate: Candidate, label: str, weight: float, lexicon: Lexicon) -> Case:
    features = event_features(candidate, one.around, one.parse, lexicon)
    own = [name for name in features if not name.startswith(OF_ARTICLE) and AND_WAR not in name]
    own.extend(told_of(one.hints, candidate.token.span, EVENT_LABELS))
    return Case(-1, own, label, weight, one.hints.scores(candidate.token.span, EVENT_LABELS))


class Phrase(Struct, frozen=True):
    """A phrase beside a word of a sentence: what it is to it, and how much that counts beside those of an annotated event."""

    word: Candidate
    head: Token
    features: list[str]
    part: str
    weight: float


def phrases(one: Dyad, lexicon: Lexicon) -> Iterator[Phrase]:
    """The sentence's phrases, beside its likeliest word and beside those that were passed over.

    Who else takes part is not marked: a phrase that likely does is left out.
    """
    labels = lexicon.roles.labels
    for prospect, features in _phrases(one.candidate, one.type, one.around, one.parse, lexicon):
        part = one.sides.part(prospect.head, one.parse)
        if part is None:
            continue
        shares = dict(zip(labels, lexicon.roles.shares(features), strict=True))
        if part == "none" and 1 - shares["none"] > DOUBTED:
            continue
        yield Phrase(one.candidate, prospect.head, features, part, UNMARKED if part == "none" else MARKED)
    for other, kind in rivals(one, lexicon):
        for prospect, features in _phrases(other, kind, one.around, one.parse, lexicon):
            if one.sides.part(prospect.head, one.parse) in one.sides.roots:
                yield Phrase(other, prospect.head, features, "none", UNMARKED)


def role_cases(one: Dyad, lexicon: Lexicon) -> Iterator[Case]:
    """The sentence's phrases as cases for the weights of participants."""
    for phrase in phrases(one, lexicon):
        yield Case(-1, phrase.features, phrase.part, phrase.weight)
