"""Lexicon: everything that coding looks words up in, opened once and passed in."""

from importlib.resources import files
from pathlib import Path

import msgspec
from msgspec import Struct

from sayso.resources.codebook.book import Codebook, load_codebook
from sayso.resources.codebook.inflection import participles
from sayso.resources.codebook.marks import Marks, Words, load_classes, load_marks
from sayso.resources.codebook.own import Senses, read_own_codebook
from sayso.resources.codebook.senses import load_senses
from sayso.resources.codebook.subject import Subject, load_subject
from sayso.resources.codebook.trees import Trees, load_trees
from sayso.resources.codebook.weights import Weights, load_weights

# What a phrase may be to an event, in the order in which participants have their shares.
PARTS = ("none", "agent", "patient")


class Lexicon(Struct, frozen=True):
    """The words of events, the noun classes, the small words, the codebook and the trained weights.

    senses: by (lemma, "v" | "n" | "a"). participles: "besieged", "fighting" to their verb, for words that the parser
    takes for adjectives or nouns. class_of: lemma to the classes that it belongs to.
    own: the same with the words of the user's own codebook instead of those that ship; None where there are none.
    """

    codebook: Codebook
    senses: Senses
    participles: dict[str, str]
    class_of: dict[str, Words]
    marks: Marks
    ruled_out: dict[str, Words]
    subject: Subject
    events: Weights
    pairs: Weights
    roles: Weights
    factuality: Weights
    second_look: Trees
    own: "Lexicon | None" = None

    @classmethod
    def open(cls, codebook: Path | None = None) -> "Lexicon":
        """The lexicon that ships with sayso, under the user's own codebook if given.

        Raises BadResource or MissingResource naming the file and line.
        """
        lexicon = cls._shipped()
        if codebook is None:
            return lexicon
        classes = frozenset(name for names in lexicon.class_of.values() for name in names)
        made = read_own_codebook(codebook, lexicon.codebook, classes)
        class_of = dict(lexicon.class_of)
        for name, words in made.classes.items():
            class_of.update({word: class_of.get(word, frozenset()) | {name} for word in words})
        verbs = participles(word for word, pos in made.senses if pos == "v")
        own = msgspec.structs.replace(lexicon, senses=made.senses, participles=verbs, class_of=class_of)
        return msgspec.structs.replace(lexicon, codebook=made.codebook, own=own if made.senses else None)

    @classmethod
    def _shipped(cls) -> "Lexicon":
        folder = files(__package__)
        senses = load_senses(folder.joinpath("events"))
        classes: dict[str, set[str]] = {}
        for name, words in load_classes(folder.joinpath("classes.toml")).items():
            for word in sorted(words):
                classes.setdefault(word, set()).add(name)
        return cls(
            codebook=load_codebook(folder.joinpath("codebook.toml")),
            senses=senses,
            participles=participles(word for word, pos in senses if pos == "v"),
            class_of={word: frozenset(names) for word, names in classes.items()},
            marks=load_marks(folder.joinpath("marks.toml")),
            ruled_out=load_classes(folder.joinpath("ruled_out.toml")),
            subject=load_subject(folder.joinpath("weights", "subject.json")),
            events=load_weights(folder.joinpath("weights", "events.json")),
            pairs=load_weights(folder.joinpath("weights", "pairs.json")),
            roles=load_weights(folder.joinpath("weights", "roles.json")),
            factuality=load_weights(folder.joinpath("weights", "factuality.json")),
            second_look=load_trees(folder.joinpath("weights", "second_look.npz"), PARTS),
        )
