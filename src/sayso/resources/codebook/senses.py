"""The words of events: lemmas with the type, mode and context they may mean, and what the sentence must show for it.

One file a type, tab-separated: words, part of speech (v, n, a), mode, weight, when, unless, contexts. "words" lists lemmas
that share the row; "call for" is the lemma "call" with a dependent "for". weight is the share of such mentions in the news
that are an event of the type, as far as the row's conditions tell. when: conditions that must all hold; unless: any one
of them rules the row out; both are separated by ";".

    subj:LIST, obj:LIST   a subject (agent), an object (patient) whose lemma or class is in LIST
    mod:LIST, head:LIST   a modifier (adjective, compound, possessor); the governing verb's or noun's lemma
    adv:LIST              a particle, adverb or predicate word
    comp, comp:LIST       a clause or infinitive as complement, its verb in LIST
    after:LIST            the preposition that governs the word
    P|Q:LIST, P:          a prepositional phrase with P or Q, whose noun is in LIST
    pass, noobj, obj, oprd   the verb is passive; has no object; has one; has a naming complement ("called it a crime")

LIST holds lemmas, @classes of classes.toml and @LABELS of names, separated by "|".
"""

from collections import defaultdict
from collections.abc import Sequence
from importlib.resources.abc import Traversable

from msgspec import Struct

from sayso.errors import BadResource
from sayso.model import EVENT_TYPES, EventType
from sayso.resources.codebook.book import text_of

FLAGS = ("pass", "noobj", "obj", "oprd", "comp", "subj")
# Labels of names, which conditions name as @GPE, @PERSON, ...
LABELS = frozenset({"GPE", "LOC", "FAC", "ORG", "NORP", "PERSON", "MONEY", "PERCENT"})
SLOTS = ("subj", "obj", "mod", "head", "adv", "comp", "after")


class Condition(Struct, frozen=True):
    """One thing that a word's surroundings show.

    slot: one of SLOTS, "prep", or a flag; preps: the prepositions, for "prep"; values: lemmas, "@class" and "@LABEL"
    names; empty values ask only that the slot be filled.
    """

    slot: str
    preps: tuple[str, ...] = ()
    values: frozenset[str] = frozenset()


class Sense(Struct, frozen=True):
    """One thing that a word may mean: a row of the lexicon for one of its words.

    second: the dependent that the word must have ("for" of "call for"), None for a single word.
    weight: share of such mentions that are an event of the type, 0 to 1.
    """

    word: str
    second: str | None
    pos: str
    type: EventType
    mode: str | None
    weight: float
    when: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    contexts: tuple[str, ...] = ()


def load_senses(folder: Traversable) -> dict[tuple[str, str], tuple[Sense, ...]]:
    """Senses by (lemma, part of speech), from one file a type in folder.

    Raises BadResource naming file and line.
    """
    found: defaultdict[tuple[str, str], list[Sense]] = defaultdict(list)
    for name in EVENT_TYPES:
        file = folder.joinpath(f"{name.lower()}.tsv")
        for number, line in enumerate(text_of(file).splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                try:
                    for sense in _row(name, line):
                        found[sense.word, sense.pos].append(sense)
                except ValueError as error:
                    raise BadResource(f"{file}:{number}", str(error)) from error
    return {key: tuple(senses) for key, senses in found.items()}


def _row(type: EventType, line: str) -> list[Sense]:  # noqa: A002  # the noun's own field name
    fields = [field.strip() for field in line.split("\t")]
    if not 4 <= len(fields) <= 7:
        raise ValueError(f"{len(fields)} columns, not 4 to 7")
    words, pos, mode, weight, when, unless, contexts = fields + [""] * (7 - len(fields))
    if pos not in ("v", "n", "a"):
        raise ValueError(f"part of speech {pos!r} is none of v, n, a")
    if not 0 <= float(weight) <= 1:
        raise ValueError(f"weight {weight} is not between 0 and 1")
    told = (conditions_of(when.split(";")), conditions_of(unless.split(";")), tuple(contexts.split()))
    return senses_of(words.split(","), pos, type, mode or None, float(weight), *told)


def senses_of(
    words: Sequence[str],
    pos: str,
    type: EventType,  # noqa: A002  # the noun's own field name
    mode: str | None,
    weight: float,
    when: tuple[Condition, ...] = (),
    unless: tuple[Condition, ...] = (),
    contexts: tuple[str, ...] = (),
) -> list[Sense]:
    """One sense for each of the words that share a row; raises ValueError for one that is not one or two words."""
    senses = []
    for word in words:
        parts = word.split()
        if not 1 <= len(parts) <= 2:
            raise ValueError(f"{word.strip()!r} is not one word or two")
        second = parts[1] if len(parts) == 2 else None
        senses.append(Sense(parts[0], second, pos, type, mode, weight, when, unless, contexts))
    return senses


def conditions_of(texts: Sequence[str]) -> tuple[Condition, ...]:
    """Conditions as they are written; raises ValueError for one that is none."""
    return tuple(_condition(text.strip()) for text in texts if text.strip())


def _condition(text: str) -> Condition:
    slot, colon, values = text.partition(":")
    chosen = frozenset(value.strip() for value in values.split("|") if value.strip())
    if not colon:
        if slot not in FLAGS:
            raise ValueError(f"{slot!r} is not a condition")
        return Condition(slot)
    if slot in SLOTS:
        return Condition(slot, (), chosen)
    return Condition("prep", tuple(slot.split("|")), chosen)
