"""Participles of verbs, for words that a parser takes for adjectives or nouns ("the besieged town")."""

from collections.abc import Iterable

IRREGULAR = {
    "shoot": "shot", "strike": "struck", "hold": "held", "steal": "stolen", "take": "taken", "drive": "driven",
    "beat": "beaten", "withdraw": "withdrawn", "overthrow": "overthrown", "fight": "fought", "seek": "sought",
    "catch": "caught", "break": "broken", "overrun": "overrun", "hang": "hanged", "slay": "slain", "sink": "sunk",
    "forbid": "forbidden", "blow": "blown", "set": "set", "hit": "hit", "hurt": "hurt", "burn": "burnt", "meet": "met",
    "give": "given", "retake": "retaken", "swear": "sworn", "throw": "thrown", "bring": "brought", "send": "sent",
}  # fmt: skip
# Forms whose lemma parsers get wrong: "raped" is not a form of "rap".
LEMMAS = {
    "raped": "rape", "raping": "rape", "rapes": "rape", "felled": "fell", "mined": "mine", "bombed": "bomb", "fined": "fine",
    "fining": "fine", "fled": "flee", "unleashed": "unleash", "unleashing": "unleash", "complied": "comply",
}  # fmt: skip
VOWELS = "aeiou"


def participles(verbs: Iterable[str]) -> dict[str, str]:
    """Past and present participle to verb, for verbs in their base form. The first verb of a form keeps it."""
    found: dict[str, str] = {}
    for verb in verbs:
        for form in (IRREGULAR.get(verb, _add(verb, "ed")), _add(verb, "ing")):
            found.setdefault(form, verb)
    return found


def _add(verb: str, ending: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + ending
    if ending == "ed" and verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ied"
    if _doubles(verb):
        return verb + verb[-1] + ending
    return verb + ending


def _doubles(verb: str) -> bool:
    """Is the last consonant doubled? "stab", "kidnap"; not "arm", "attack", "order"."""
    return (
        len(verb) > 2
        and verb[-1] not in VOWELS + "wxyhkrn"
        and verb[-2] in VOWELS
        and verb[-3] not in VOWELS
        and (len(verb) <= 4 or verb.endswith(("pel", "cel", "nap", "mit", "fer", "bel")))
    )
