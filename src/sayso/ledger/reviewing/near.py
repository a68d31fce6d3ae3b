"""Near duplicates among actors: names that are spellings of one another. They are proposed, never merged by themselves."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

import sqlalchemy as sa
from msgspec import Struct
from rapidfuzz.fuzz import ratio
from sqlalchemy import Connection

from sayso.ledger.actor_nouns import ActorJudgement, ActorProposal
from sayso.ledger.asking.telling import actor_records
from sayso.ledger.filters import Page
from sayso.ledger.folding import fold
from sayso.ledger.keys import keys_of
from sayso.ledger.schema.claims import actor_names, actors
from sayso.ledger.writing.actor_judging import actor_judgements_of, keep_actor_judgement, together

RULE: Final = "near names 1"
LEAST: Final = 0.8
"""How alike two names must be, 0 to 1, to be proposed."""

SHORT: Final = 4
MANY: Final = 60
"""Names that share the same sounds with more than so many others tell nothing."""

KINDS: Final = frozenset({"person", "armed_group", "party", "ngo", "company", "media", "igo", "government_body", "military",
                          "police", "other"})  # fmt: skip
# Letters that transliterations of one name exchange.
SOUNDS: Final = (("ph", "f"), ("kh", "h"), ("gh", "g"), ("ck", "k"), ("q", "k"), ("c", "k"), ("dj", "j"), ("w", "v"),
                 ("y", "i"), ("z", "s"), ("sch", "sh"), ("ou", "u"), ("x", "ks"))  # fmt: skip
ARTICLES: Final = frozenset({"al", "el", "the", "bin", "ibn", "of", "and", "de"})


class Known(Struct, frozen=True):
    """An actor with one of its proper names in comparable form."""

    actor: int
    kind: str
    country: str | None
    registry: str | None
    name: str


class Near(Struct, frozen=True):
    """Two actors (keys) whose names are alike: score 0 to 1, and why in words."""

    a: int
    b: int
    score: float
    because: str


def sounds(name: str) -> str:
    """What spellings of a name have in common: consonants in order, doubled ones once, without articles.

    "Mohammed", "Muhammad" and "Mohamed" are "mhmd".
    """
    words = []
    for word in name.split():
        if word in ARTICLES:
            continue
        for letters, sound in SOUNDS:
            word = word.replace(letters, sound)  # noqa: PLW2901  # step by step
        bare = word[:1] + re.sub(r"[aeiou]", "", word[1:])
        words.append(re.sub(r"(.)\1+", r"\1", bare))
    return " ".join(sorted(words))


def near_actors(connection: Connection, least: float = LEAST) -> Iterator[Near]:
    """Pairs of actors whose proper names are spellings of one another, the likest first.

    Both are of one kind and of no two countries, not both of the registry, and not merged already.
    """
    blocks: dict[str, list[Known]] = defaultdict(list)
    for one in _known(connection):
        blocks[sounds(one.name)].append(one)
    groups = together(connection, {one.actor for listed in blocks.values() for one in listed})
    best: dict[tuple[int, int], Near] = {}
    for listed in blocks.values():
        for one, other in _pairs(listed):
            if groups[one.actor][0] == groups[other.actor][0]:
                continue
            score = round(ratio(one.name, other.name) / 100, 3)
            pair = (min(one.actor, other.actor), max(one.actor, other.actor))
            if score >= least and (pair not in best or best[pair].score < score):
                best[pair] = Near(*pair, score, _because(one, other))
    yield from sorted(best.values(), key=lambda near: (-near.score, near.a, near.b))


def _because(one: Known, other: Known) -> str:
    names = " and ".join(sorted({one.name, other.name}))
    return f"the same name, {names}" if one.name == other.name else f"spellings alike: {names}"


def _known(connection: Connection) -> Iterator[Known]:
    a, n = actors.c, actor_names.c
    rows = connection.execute(
        sa.select(a.key, a.kind, a.country, a.registry, n.name)
        .join(actor_names, n.actor == a.key)
        .where(a.documents > 0, n.uses > 0, a.kind.in_(KINDS))
        .order_by(a.key, n.name)
    )
    for row in rows:
        words = row.name.split()
        proper = all(word[:1].isupper() or word.casefold().partition("-")[0] in ARTICLES for word in words)
        folded = fold(row.name)
        if proper and len(folded) >= SHORT and (row.kind != "person" or len(words) > 1):
            yield Known(row.key, row.kind, row.country, row.registry, folded)


def _pairs(listed: list[Known]) -> Iterator[tuple[Known, Known]]:
    if len(listed) > MANY:
        return
    for one, other in itertools.combinations(listed, 2):
        alike = one.kind == other.kind and len({one.country, other.country} - {None}) < 2  # of two countries
        if one.actor != other.actor and alike and (one.registry is None or other.registry is None):
            yield one, other


def propose(connection: Connection, at: str, least: float = LEAST) -> tuple[str, ...]:
    """Keep a note of the rule for each pair that nothing was judged about; returns the ids of the actors' pairs as told."""
    judged = {frozenset((one.judgement.actor, one.judgement.other)) for one in actor_judgements_of(connection)}
    found = list(near_actors(connection, least))
    ids = _ids(connection, {key for near in found for key in (near.a, near.b)})
    made = []
    for near in found:
        pair = frozenset((ids[near.a], ids[near.b]))
        if pair in judged:
            continue
        judged.add(pair)
        note = ActorJudgement(
            action="note", by=RULE, at=at, actor=ids[near.a], other=ids[near.b], verdict="unsure", author="rule",
            score=near.score, reason=near.because,
        )  # fmt: skip
        if keep_actor_judgement(connection, note, at):
            made.append(f"{note.actor} {note.other}")
    return tuple(made)


def _ids(connection: Connection, keys: Iterable[int]) -> dict[int, str]:
    return {key: record.id for key, record in actor_records(connection, keys, whole=False).items()}


def proposed(connection: Connection, actor: str | None, by: str | None, page: Page) -> Iterator[ActorProposal]:
    """The proposals that nobody has decided on, the likest first. actor: only about it (whole id).

    by: an author; what this author has judged (even as unsure) is left out too.
    """
    records = [one for one in actor_judgements_of(connection) if not one.undone]
    settled = {
        frozenset((one.judgement.actor, one.judgement.other))
        for one in records
        if one.judgement.author == "person" and (one.judgement.verdict != "unsure" or one.judgement.by == by)
    }
    notes = [
        one
        for one in records
        if one.judgement.author != "person" and one.judgement.action == "note" and one.judgement.verdict == "unsure"
        and frozenset((one.judgement.actor, one.judgement.other)) not in settled
        and (actor is None or actor in (one.judgement.actor, one.judgement.other))
    ]  # fmt: skip
    notes.sort(key=lambda one: (-(one.judgement.score or 0.0), one.id))
    keys = keys_of(connection, actors, {id_ for one in notes for id_ in (one.judgement.actor, one.judgement.other)})
    groups = together(connection, keys.values())
    told = actor_records(connection, keys.values())
    found = []
    for one in notes:
        a, b = keys.get(one.judgement.actor), keys.get(one.judgement.other)
        if a is not None and b is not None and groups[a][0] != groups[b][0] and told[a].documents and told[b].documents:
            score, because = one.judgement.score or 0.0, one.judgement.reason
            found.append(ActorProposal(one.id, told[a], told[b], score, because))
    yield from found[page.offset : None if page.limit is None else page.offset + page.limit]
