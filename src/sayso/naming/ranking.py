"""Ranking: how likely a third-person pronoun means each of those whom it may go back to, by weights learned from annotated articles."""

import math
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from sayso.model import Parse, Token
from sayso.naming.drafts import Casting, Draft
from sayso.naming.phrases import SAYING
from sayso.naming.sighting import Sighting
from sayso.naming.wordlists import words
from sayso.resources.attachment import load_weights

# Dependencies that are told apart; all others are "other".
ROLES = {
    "nsubj": "subj", "csubj": "subj", "nsubjpass": "passive", "dobj": "obj", "dative": "obj", "pobj": "prep", "poss": "poss",
    "agent": "agent", "conj": "conj", "appos": "appos", "compound": "inner", "amod": "inner", "nmod": "inner", "attr": "attr",
}  # fmt: skip
DOING = {"subj": "does", "agent": "does", "obj": "suffers", "passive": "suffers"}
# What is done to others and seldom by those to whom it was done before.
HARMING = words(
    """
    kill arrest detain attack shoot target bomb strike injure wound kidnap abduct capture seize hit beat torture execute
    murder charge accuse blame jail sentence imprison deport expel evict ban threaten force fire raid assault rape abuse
    displace
    """
)
STEPS = (0, 1, 2, 3, 5, 8, 13)
MANY = 6  # mentions
LATELY = 2  # sentences
NEAREST = 40  # sightings
UPWARD = frozenset({"ccomp", "advcl", "xcomp", "relcl", "conj", "pcomp"})
STEPS_UP = 4


class Candidate(Struct, frozen=True, eq=False):
    """Whom a pronoun may go back to: the sighting that it would repeat, and the drafts that are then meant.

    Several are meant where the sighting is the first of a list ("Prado and Brandt ... they"); last: the last of it.
    """

    seen: Sighting
    meant: tuple[Draft, ...]
    last: Sighting


class Ranked(Struct, frozen=True):
    """The likeliest of several, and how likely that is among them."""

    candidate: Candidate
    share: float


def likeliest(casting: Casting, sighting: Sighting, candidates: Sequence[Candidate]) -> Ranked | None:
    """The candidate whose drafts are the likeliest, all sightings of theirs taken together; None without any."""
    if not candidates:
        return None
    get = weights().get
    scores = [sum(get(one, 0.0) for one in features) for features in features_of(casting, sighting, candidates)]
    top = max(scores)
    shares: dict[tuple[int, ...], float] = {}
    first: dict[tuple[int, ...], Candidate] = {}
    for candidate, score in zip(candidates, scores, strict=True):
        key = tuple(id(draft) for draft in candidate.meant)
        shares[key] = shares.get(key, 0.0) + math.exp(score - top)
        first.setdefault(key, candidate)
    best = max(shares, key=shares.__getitem__)
    return Ranked(first[best], shares[best] / sum(shares.values()))


@cache
def weights() -> dict[str, float]:
    """The weights of the features."""
    return load_weights("pronoun").weights


def features_of(casting: Casting, sighting: Sighting, candidates: Sequence[Candidate]) -> list[list[str]]:
    """What speaks for each candidate, the nearest of them first, as binary features."""
    place = _Place(casting, sighting)
    order: dict[int, int] = {}
    found = []
    for one in candidates:
        before = order.setdefault(id(one.meant[0]), len(order))
        found.append([*place.nearness(one, before), *place.standing(one), *place.shape(one), *place.speech(one)])
    return found


class _Place:
    """Where a pronoun stands.

    key: "P" for he and she, else the pronoun. role: what it is to its verb, "says" for who says something. part: does it do
    harm or suffer it? told: the attribution before the one that it is the source of. inside: the one in whose words it stands.
    """

    def __init__(self, casting: Casting, sighting: Sighting) -> None:
        self._casting, self._sighting, self._parse = casting, sighting, casting.parse
        self._token = token = casting.parse.tokens[sighting.head]
        self._verb = governing(casting.parse, token)
        role = ROLES.get(token.dep, "other")
        self.key = "P" if sighting.key in ("he", "she") else sighting.key
        self.part = part(role, self._verb)
        self.role = "says" if role == "subj" and self._verb.lemma in SAYING else role
        words = casting.speech.by(token) if role in ("subj", "passive") else None
        self._source = words is not None
        self._told = casting.speech.before(words) if words is not None else None
        self._inside = casting.speech.around(token)
        self._opening: dict[int, int] = {}
        for seen, _ in casting.recent[-NEAREST:]:
            self._opening.setdefault(seen.sentence, seen.head)

    def nearness(self, one: Candidate, before: int) -> Iterator[str]:
        """Features of how far back a candidate stands, and how often it was named."""
        k, r, seen, draft = self.key, self.role, one.seen, one.meant[0]
        back = self._sighting.sentence - seen.sentence
        near = max(step for step in STEPS if step <= before)
        yield from (f"{k},back={back}", f"{k},{r},back={back}", f"{k},near={near}", f"{k},near={near},same={back == 0}")
        lately = sum(self._sighting.sentence - other.sentence <= LATELY for other in draft.sightings[-STEPS_UP:])
        yield f"{k},lately={lately}"
        yield f"{k},mentions={min(draft.mentions, MANY)}"
        yield f"{k},again={seen.kind == 'pronoun' and seen.key == self._sighting.key}"

    def standing(self, one: Candidate) -> Iterator[str]:
        """Features of what a candidate is to its verb, and the pronoun to its own."""
        k, r, seen = self.key, self.role, one.seen
        other = self._parse.tokens[seen.head]
        verb, role = governing(self._parse, other), ROLES.get(other.dep, "other")
        same = seen.sentence == self._sighting.sentence
        yield from (f"{k},role={role},same={same}", f"{k},{r},role={role},same={same}")
        yield f"{k},main={seen.subject and self._parse.head(other).dep == 'ROOT'},same={same}"
        yield f"{k},first={self._opening.get(seen.sentence) == seen.head},same={same}"
        if self._above(seen):
            yield f"{k},above"
        if verb.lemma == self._verb.lemma and verb.i != self._verb.i:
            yield from ("same verb", f"same verb,{r}={role}")
        theirs = part(role, verb)
        if self.part or theirs:
            yield from (f"part={self.part},{theirs}", f"{k},part={self.part},{theirs},same={same}")

    def shape(self, one: Candidate) -> Iterator[str]:
        """Features of who the candidate is."""
        k, r, seen, draft = self.key, self.role, one.seen, one.meant[0]
        if len(one.meant) > 1:
            same = seen.sentence == self._sighting.sentence
            yield from (
                "joined",
                f"joined,kind={draft.kind}",
                f"joined,same={same}",
                f"joined,{r}",
                f"joined,{seen.subject}",
            )
            yield f"joined,many={draft.number == 'many'}"
            return
        yield from (
            f"{k},kind={draft.kind}",
            f"{r},kind={draft.kind}",
            f"{k},number={draft.number}",
            f"{k},seen={seen.kind}",
        )
        yield from (f"{k},named={draft.named}", f"{k},known={draft.entry is not None}")
        yield f"{k},tag={self._parse.tokens[seen.head].tag}"
        yield f"{k},{r},verb={self._verb.lemma},kind={draft.kind}"
        if seen.kind == "nominal":
            yield from (f"{k},definite={seen.definite}", f"{k},counted={seen.counted},other={seen.other}")
        if k == "P":
            yield f"gender={draft.gender == self._sighting.key}"
        if self.part:
            yield f"part={self.part},kind={draft.kind}"

    def speech(self, one: Candidate) -> Iterator[str]:
        """Features of who speaks, and of whom."""
        k, r, seen, speech = self.key, self.role, one.seen, self._casting.speech
        other = self._parse.tokens[seen.head]
        says = ROLES.get(other.dep) == "subj" and governing(self._parse, other).lemma in SAYING
        if r == "says" and says:
            yield f"{k},speaks again"
        if self._source:
            yield f"{k},source,said={says}"
        if self._told is not None:
            if speech.speaks_in(self._told, seen):
                yield f"{k},spoke"
            elif speech.spoken_of(self._told, seen):
                yield f"{k},spoken of"
        if self._inside is None:
            if speech.around(other) is not None:
                yield f"{k},out of words"
        elif speech.speaks_in(self._inside, seen):
            yield from (f"{k},{self._inside.kind},speaker", f"{k},{self._inside.kind},speaker,{r}")
        else:
            yield f"{k},{self._inside.kind},within={speech.spoken_of(self._inside, seen)}"

    def _above(self, seen: Sighting) -> bool:
        """Is a candidate the subject of a clause above the pronoun's own ("the agency did not tell whether it knew")?"""
        if seen.sentence != self._token.sentence or not seen.subject:
            return False
        clause = self._verb
        for _ in range(STEPS_UP):
            if clause.dep not in UPWARD:
                return False
            if self._parse.tokens[seen.head].head == clause.head:
                return True
            clause = self._parse.head(clause)
        return False


def governing(parse: Parse, token: Token) -> Token:
    """The verb or noun that a token depends on, through prepositions and lists."""
    head = parse.head(token)
    for _ in range(STEPS_UP):
        if head.pos == "ADP" or (token.dep == "conj" and head.pos in ("NOUN", "PROPN", "PRON")):
            token, head = head, parse.head(head)
    return head


def part(role: str, verb: Token) -> str:
    """Does someone in a role of a verb do harm or suffer it? "" for neither."""
    return DOING.get(role, "") if verb.lemma in HARMING else ""
