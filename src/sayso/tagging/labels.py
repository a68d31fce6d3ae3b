"""The labels of the tagger's heads, in the order of their outputs."""

from typing import Final

OUTSIDE: Final = "O"


def bio(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Tags of a head that marks stretches: "O", then "B-" and "I-" of each label."""
    return (OUTSIDE, *(f"{mark}-{label}" for label in labels for mark in "BI"))


ROLES: Final = ("source", "cue", "content")
NAMES: Final = (
    "Person", "Organization", "Location", "Facility", "NORP", "Date", "Money", "Product", "Misc",
)  # fmt: skip
EVENTS: Final = (
    "none", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT",
)  # fmt: skip
FACTS: Final = ("happened", "ongoing", "denied", "planned", "possible", "demanded", "hypothetical")

ROLE_TAGS: Final = bio(ROLES)
NAME_TAGS: Final = bio(NAMES)

LINKS: Final = ("content-cue", "inner-content-cue", "cue-source")
"""Which word points to which: a word of a content to the first word of its cue, and so on."""

LINK_WIDTH: Final = 48
"""Width of the vectors whose inner product says how well two words are linked."""
