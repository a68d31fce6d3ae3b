"""The codebook and the words of events: what ships as data, and its loaders."""

from sayso.resources.codebook.book import Codebook, ModeEntry, Party, Side, TypeEntry, load_codebook
from sayso.resources.codebook.lexicon import PARTS, Lexicon
from sayso.resources.codebook.marks import Marks, load_marks
from sayso.resources.codebook.senses import Condition, Sense, load_senses
from sayso.resources.codebook.subject import Subject, load_subject
from sayso.resources.codebook.trees import Trees, load_trees
from sayso.resources.codebook.weights import Weights, load_weights

__all__ = [
    "PARTS", "Codebook", "Condition", "Lexicon", "Marks", "ModeEntry", "Party", "Sense", "Side", "Subject", "Trees", "TypeEntry",
    "Weights", "load_codebook", "load_marks", "load_senses", "load_subject", "load_trees", "load_weights",
]  # fmt: skip
