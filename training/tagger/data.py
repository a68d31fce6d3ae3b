"""Gold files turned into labelled words, and words into windows for training."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.tagging.labels import EVENTS, FACTS, LINKS, NAME_TAGS, ROLE_TAGS
from sayso.tagging.windows import windows
from sayso.tagging.words import Words, read_words
from training.gold import ANNOTATIONS, SETS, annotated, as_spans, kept_apart, read_lines

Ints = NDArray[np.int64]
UNKNOWN: Final = -100
NOTHING: Final = -1
"""Target of a link that leads nowhere: the cue of a sourceless attribution points here."""

FEWEST: Final = 6
LONGEST: Final = 254
"""Words and pieces of a content that is read by itself, as in the tagger."""
NESTED: Final = Path(__file__).parent.parent / "nested"

HEADS: Final = ("roles", "inner", "names", "events", "facts")
OPENING: Final = '"\u201c'
AFTER_QUOTED: Final = re.compile(r"[,.!?]?[\"\u201d]")


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its words and what is known of them.

    tags: per head, the label number of each word, UNKNOWN where nobody annotated it.
    links: per kind of link, the word pointed to, NOTHING, or UNKNOWN.
    sentence_type: label numbers in EVENTS one of which some word of the text must trigger; empty where not known.
    spot: the words (first, end) that are read by themselves, where that is not the whole text.
    """

    doc: str
    text: str
    words: Words
    tags: dict[str, Ints]
    links: dict[str, Ints] = field(default_factory=dict)
    sentence_type: tuple[int, ...] = ()
    spot: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of an example's words, half-open."""

    example: Example
    start: int
    end: int

    @property
    def pieces(self) -> int:
        """Number of word pieces, the two special ones included."""
        first = self.example.words.first
        return int(first[self.end] - first[self.start]) + 2


def words_in(words: Words, start: int, end: int) -> tuple[int, int]:
    """The words (first, end) that a stretch of characters touches."""
    return int(np.searchsorted(words.end, start, side="right")), int(np.searchsorted(words.start, end, side="left"))


def paint(tags: Ints, words: Words, span: tuple[int, int], begin: int) -> None:
    """Write a BIO label over the words of a span, anew at each line; begin is the number of its "B-" tag."""
    first, end = words_in(words, *span)
    for index in range(first, end):
        tags[index] = begin if index == first or words.line[index] else begin + 1


def with_marks(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A quoted content with the quotation marks around it."""
    start, end = span
    if start > 0 and text[start - 1] in OPENING:
        start -= 1
        after = AFTER_QUOTED.match(text, end)
        if after is not None:
            end = after.end()
    elif '"' in text[start:end] or "\u201c" in text[start:end]:
        after = AFTER_QUOTED.match(text, end)
        if after is not None:
            end = after.end()
    return start, end


def _roles(words: Words, attributions: Sequence[dict[str, Any]]) -> Ints:
    """Role tags; contents first, so that a source or cue inside of one stays visible."""
    tags = np.zeros(len(words), dtype=np.int64)
    for role in ("content", "source", "cue"):
        for attribution in attributions:
            for span in as_spans(attribution[role]):
                paint(tags, words, span, ROLE_TAGS.index(f"B-{role}"))
    return begun(tags)


def begun(tags: Ints) -> Ints:
    """BIO tags in which every stretch has its "B-", also one that lost it to what was painted over it, or to a cut.

    "B-" tags have odd numbers, the "I-" tag of the same label is the next one.
    """
    before = np.concatenate(([0], tags[:-1]))
    lost = (tags > 0) & (tags % 2 == 0) & (before != tags) & (before != tags - 1)
    return np.where(lost, tags - 1, tags)


def _link(words: Words, attributions: Sequence[dict[str, Any]], content_cue: Ints, cue_source: Ints) -> None:
    """Point the words of each content at its cue, those of each cue at its source."""
    for attribution in attributions:
        cue, source = as_spans(attribution["cue"]), as_spans(attribution["source"])
        to_cue = words_in(words, *cue[0])[0] if cue else NOTHING
        to_source = words_in(words, *source[0])[0] if source else NOTHING
        for span in as_spans(attribution["content"]):
            content_cue[slice(*words_in(words, *span))] = to_cue
        for span in cue:
            cue_source[slice(*words_in(words, *span))] = to_source


def _blank(words: Words, names: Sequence[str]) -> dict[str, Ints]:
    return {name: np.full(len(words), UNKNOWN, dtype=np.int64) for name in names}


def attribution_example(record: dict[str, Any], tokenizer: Tokenizer) -> Example:
    """An article of a corpus that has outermost attributions only."""
    words = read_words(record["text"], tokenizer)
    tags, links = _blank(words, HEADS), _blank(words, LINKS)
    tags["roles"] = _roles(words, record["attributions"])
    _link(words, record["attributions"], links["content-cue"], links["cue-source"])
    return Example(record["doc"], record["text"], words, tags, links)


def names_example(record: dict[str, Any], tokenizer: Tokenizer) -> Example:
    """An article with names."""
    words = read_words(record["text"], tokenizer)
    tags = _blank(words, HEADS)
    tags["names"] = np.zeros(len(words), dtype=np.int64)
    for item in record["entities"]:
        paint(tags["names"], words, (item["start"], item["end"]), NAME_TAGS.index(f"B-{item['label']}"))
    return Example(record["doc"], record["text"], words, tags, _blank(words, LINKS))


def ledger_example(record: dict[str, Any], tokenizer: Tokenizer) -> Example:
    """An article with a whole ledger: outer and inner attributions, events, factuality."""
    text = record["text"]
    words = read_words(text, tokenizer)
    tags, links = _blank(words, HEADS), _blank(words, LINKS)
    attributions = [
        {**item, "content": [with_marks(text, span) for span in as_spans(item["content"])]}
        for item in record["attributions"]
    ]
    outer = [item for item in attributions if item["parent"] is None]
    inner = [item for item in attributions if item["parent"] is not None]
    tags["roles"], tags["inner"] = _roles(words, outer), _roles(words, inner)
    _link(words, inner, links["inner-content-cue"], links["cue-source"])
    _link(words, outer, links["content-cue"], links["cue-source"])
    tags["events"] = np.zeros(len(words), dtype=np.int64)
    for event in record["events"]:
        first, end = words_in(words, *event["trigger"])
        tags["events"][first:end] = EVENTS.index(event["type"])
        tags["facts"][first:end] = FACTS.index(event["factuality"])
    return Example(record["doc"], text, words, tags, links)


def inside_examples(record: dict[str, Any], tokenizer: Tokenizer) -> Iterator[Example]:
    """The contents of an article's attributions, each by itself, as the tagger reads them for what is nested inside."""
    text = record["text"]
    words = read_words(text, tokenizer)
    for outer in record["attributions"]:
        inner = [item for item in record["attributions"] if item["parent"] == outer["id"]]
        for span in as_spans(outer["content"]):
            first, end = words_in(words, *with_marks(text, span))
            if end - first < FEWEST or words.first[end] - words.first[first] > LONGEST:
                continue
            tags, links = _blank(words, HEADS), _blank(words, LINKS)
            here = [item for item in inner if span[0] <= as_spans(item["cue"] or item["content"])[0][0] < span[1]]
            tags["roles"] = _roles(words, here)
            _link(words, here, links["content-cue"], links["cue-source"])
            yield Example(f"{record['doc']} {outer['id']}", text, words, tags, links, spot=(first, end))


def nested_example(record: dict[str, Any], tokenizer: Tokenizer) -> Example:
    """A short passage with nested attributions and nothing else annotated."""
    whole = ledger_example({**record, "events": []}, tokenizer)
    unknown = _blank(whole.words, ("events", "facts"))
    return replace(whole, tags={**whole.tags, **unknown})


def sentence_example(record: dict[str, Any], tokenizer: Tokenizer) -> Example:
    """A sentence that reports an event of a known type by an unknown word."""
    words = read_words(record["text"], tokenizer)
    types = ("CONCEDE", "RETREAT") if record["type"] == "YIELD" else (record["type"],)
    known = tuple(EVENTS.index(kind) for kind in types if kind in EVENTS)
    return Example(record["id"], record["text"], words, _blank(words, HEADS), _blank(words, LINKS), known)


def cut(examples: Sequence[Example], limit: int, rng: random.Random | None = None) -> Iterator[Window]:
    """Windows of all examples, of at most limit pieces; with rng, of varying size and beginning."""
    for example in examples:
        if not len(example.words):
            continue
        if example.spot is not None:
            yield Window(example, *example.spot)
            continue
        most = limit - 2 if rng is None else rng.randint(limit // 2, limit) - 2
        first = None if rng is None else rng.randint(most // 4, most)
        for start, end in windows(example.words, example.text, most, first):
            yield Window(example, start, end)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Examples of one source, and the share of training windows to take from it."""

    name: str
    examples: list[Example]
    share: float


def read_corpora(gold: Path, tokenizer: Tokenizer) -> list[Corpus]:
    """All that the tagger learns from; nothing here is used to evaluate it.

    gold: the folder of gold sets; the articles that are annotated in this repository stand in ../input beside it.
    """
    ledgers = read_lines(gold / "ledger/train.jsonl")
    every = [one for name in SETS for one in annotated(ANNOTATIONS / name, gold.parent / f"input/{name}.jsonl")]
    apart = kept_apart()
    own = [one for one in every if one["doc"] not in apart]
    nested = [record for path in sorted(NESTED.glob("train*.jsonl")) for record in read_lines(path)]

    def each(path: str, reader: Callable[[dict[str, Any], Tokenizer], Example]) -> list[Example]:
        return [reader(record, tokenizer) for record in read_lines(gold / path)]

    inside = [example for record in (*ledgers, *own, *nested) for example in inside_examples(record, tokenizer)]
    corpora = [
        Corpus("roles of news", each("attribution/polnear-train.jsonl", attribution_example), 0.46),
        Corpus("names", each("entities/worldwide-train.jsonl", names_example), 0.14),
        Corpus("ledgers", [ledger_example(record, tokenizer) for record in (*ledgers, *own)], 0.32),
        Corpus("types of sentences", each("events/plv-train.jsonl", sentence_example), 0.03),
        Corpus("inside of contents", inside, 0.05),
    ]
    if nested:
        corpora.append(Corpus("nested passages", [nested_example(record, tokenizer) for record in nested], 0.02))
    return corpora
