"""Mentions given: events that somebody has marked in several documents, linked by what happened."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from msgspec import Struct

from sayso.linking.chances import story_chances
from sayso.linking.clustering import clusters
from sayso.linking.mentions import Mention, mention_at
from sayso.linking.pairs import Floats, Story
from sayso.linking.stories import Collection, collection, joined, likeness, stories, words_of
from sayso.model import Parse, Span
from sayso.parsing import Parser
from sayso.reading import document_of
from sayso.resources.linking import MentionWeights


class Marked(Struct, frozen=True, order=True):
    """A document and the events that are marked in it."""

    doc: str
    text: str
    events: tuple[Span, ...] = ()


class Seen(Struct, frozen=True):
    """What is kept of a marked document once it has been parsed: its words, and its mentions with their meanings."""

    marked: Marked
    words: Counter[str]
    mentions: tuple[Mention, ...]
    vectors: Floats


def see(marked: Marked, parser: Parser, limit: int | None = None) -> Seen:
    """Parse a document; raises TextTooLong. Equal spans are one mention."""
    return seen_in(parser.parse(document_of(marked.text, doc=marked.doc, limit=limit)), marked, parser)


def seen_in(parse: Parse, marked: Marked, parser: Parser) -> Seen:
    """What a parse shows of a marked document."""
    mentions = tuple(mention_at(parse, span) for span in sorted(set(marked.events)))
    return Seen(marked, words_of(parse), mentions, _vectors(mentions, parser))


def _vectors(mentions: Sequence[Mention], parser: Parser) -> Floats:
    """The direction of the mean of the vectors of each mention's words; zeros where no word has one."""
    found = np.zeros((len(mentions), parser.dimensions), np.float32)
    for row, mention in enumerate(mentions):
        known = [vector for word in mention.words.split() if (vector := parser.vector(word)) is not None]
        if known:
            mean = np.mean(known, axis=0)
            found[row] = mean / max(float(np.linalg.norm(mean)), 1e-6)
    return found


def link(seen: Iterable[Seen], weights: MentionWeights) -> list[dict[Span, str]]:
    """For each document, in order, the name of the event of each marked span; equal names are one event.

    The names and what they join do not depend on the order of the documents. A document that is given twice (same name,
    same text) is one.
    """
    given = list(seen)
    documents = sorted(_merged(given), key=lambda one: one.marked)
    found: dict[tuple[str, str, Span], str] = {}
    words = collection([one.words for one in documents])
    for members in stories(words, weights.story):
        story = story_of(documents, members, words)
        keys = [
            (documents[i].marked.doc, documents[i].marked.text, one.span)
            for i in members
            for one in documents[i].mentions
        ]
        if not keys:
            continue
        names: dict[int, str] = {}
        for key, number in zip(keys, clusters(story_chances(story, weights), weights.event), strict=True):
            found[key] = names.setdefault(number, name_of(*key))
    return [{span: found[one.marked.doc, one.marked.text, span] for span in one.marked.events} for one in given]


def _merged(given: Sequence[Seen]) -> list[Seen]:
    """One document for all that have the same name and text."""
    alike: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    for one in given:
        alike[one.marked.doc, one.marked.text].append(one)
    return [group[0] if len(group) == 1 else _together(group) for group in alike.values()]


def _together(group: Sequence[Seen]) -> Seen:
    rows = {
        mention.span: (mention, vector)
        for one in group
        for mention, vector in zip(one.mentions, one.vectors, strict=True)
    }
    spans = sorted(rows)
    marked = Marked(group[0].marked.doc, group[0].marked.text, tuple(spans))
    vectors = np.array([rows[span][1] for span in spans], np.float32).reshape(len(spans), group[0].vectors.shape[1])
    return Seen(marked, group[0].words, tuple(rows[span][0] for span in spans), vectors)


def story_of(documents: Sequence[Seen], members: Sequence[int], words: Collection) -> Story:
    """The mentions of some documents (by number) side by side."""
    alike = likeness(words, members)
    return Story(
        mentions=[mention for member in members for mention in documents[member].mentions],
        document=np.array(
            [place for place, member in enumerate(members) for _ in documents[member].mentions], np.int64
        ),
        alike=alike,
        joined=joined(alike),
        vectors=np.concatenate([documents[member].vectors for member in members]),
        tells=words.tells,
    )


def name_of(doc: str, text: str, span: Span) -> str:
    """A name for the event whose first mention stands there, the same wherever that mention is first."""
    key = hashlib.sha256(f"{doc}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"{key[:12]}:{span.start}-{span.end}"
