"""The trained tagger: one encoder with several heads, and the linker of roles."""

from sayso.tagging.sentences import PairScorer
from sayso.tagging.tagger import Reading, Tagger

__all__ = ["PairScorer", "Reading", "Tagger"]
