"""The cue lexicon: words that report, what class of speech they are, and in which constructions."""

from sayso.resources.cues.lexicon import Cue, CueClass, CueLexicon

__all__ = ["Cue", "CueClass", "CueLexicon"]
