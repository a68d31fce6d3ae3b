"""Stems: what a verb and the nouns made from it have in common ("explode", "explosion"; "die", "death")."""

from functools import lru_cache
from typing import Final

# Nouns whose kinship with their verb no ending tells.
IRREGULAR: Final = {
    "death": "die", "dead": "die", "loss": "lose", "sale": "sell", "flight": "fly", "speech": "speak", "choice": "choose",
    "birth": "bear", "born": "bear", "growth": "grow", "thought": "think", "proof": "prove", "belief": "believe",
    "theft": "steal", "thief": "steal", "gift": "give", "success": "succeed", "advice": "advise", "decision": "decide",
    "explosion": "explode", "invasion": "invade", "collision": "collide", "division": "divide", "defence": "defend",
    "defense": "defend", "offence": "offend", "offense": "offend", "response": "respond", "pursuit": "pursue",
    "seizure": "seize", "departure": "depart", "failure": "fail", "closure": "close", "release": "release",
    "reduction": "reduce", "production": "produce", "description": "describe", "permission": "permit",
    "admission": "admit", "submission": "submit", "expulsion": "expel", "suspicion": "suspect", "suspension": "suspend",
    "extension": "extend", "intention": "intend", "retention": "retain", "detention": "detain", "wedding": "wed",
    "marriage": "marry", "burial": "bury", "trial": "try", "denial": "deny", "arrival": "arrive", "survivor": "survive",
    "entry": "enter", "delivery": "deliver", "recovery": "recover", "discovery": "discover", "injury": "injure",
    "applause": "applaud", "conquest": "conquer", "complaint": "complain", "heat": "heat", "shooter": "shoot",
    "shot": "shoot", "strike": "strike", "stricken": "strike", "conviction": "convict", "resignation": "resign",
}  # fmt: skip
# Endings of nouns, and of forms that a parser leaves as they are; longer ones first.
ENDINGS: Final = (
    "izations", "ization", "ations", "ation", "ments", "ment", "ances", "ance", "ences", "ence", "ings", "ing", "ions",
    "ion", "eries", "ery", "ures", "ure", "ate", "ers", "er", "ors", "or", "ies", "ied", "als", "al", "ed", "es", "s",
)  # fmt: skip
SHORTEST: Final = 3


# Words of the news whose stems are kept at hand: a text has the same ones again and again.
KEPT: Final = 100_000


@lru_cache(maxsize=KEPT)
def stem(word: str) -> str:
    """The stem of a word in lower case: irregular nouns by the table, others without one ending and its traces."""
    word = IRREGULAR.get(word, word)
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word[: -len(ending)]
            break
    if word.endswith(("e", "y", "i")) and len(word) > SHORTEST:
        word = word[:-1]
    if len(word) > SHORTEST and word[-1] == word[-2]:
        word = word[:-1]
    return word
