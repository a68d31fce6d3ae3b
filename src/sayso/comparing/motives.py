"""What does a claim's holder say a deed was meant for: to answer or ward off something, or to do harm; or that nobody meant it?

"Fired in self-defence", "shelled the town in response to an attack", "hit the clinic by mistake"; "a deliberate attack", "the raid was
an act of aggression", "arrested him to silence his critics". Only what the same holder says in the same sentence, beside the
event's own words and not beyond another stop, is read as said of it.
"""

import re
from typing import Final, Literal

from sayso.model import Span

Motive = Literal["", "defended", "unmeant", "hostile"]

DEFENDED: Final = re.compile(
    r"\bin (?:legitimate |legal )?self.?defen[cs]e\b|\bself.?defen[cs]e\b|\bin (?:direct )?(?:response|retaliation|reply|answer|reaction) (?:to|for)\b"
    r"|\bin retaliation\b|\b(?:retaliatory|defensive|pre-?emptive|preventive|precautionary)\b"
    r"|\b(?:aimed at|aims? at|in order to|so as to|intended to|meant to|designed to|to) (?:\w+ly )?"
    r"(?:protect|defend|prevent|deter|stop|halt|secure|safeguard|restore|ensure|avert|rescue|repel|neutrali[sz]e|fight terror\w*|combat)\b"
    r"|\bfor (?:\w+ )?(?:security|safety) reasons\b|\bfor (?:his|her|its|their|our) own (?:safety|protection)\b",
    re.IGNORECASE,
)
UNMEANT: Final = re.compile(
    r"\bby (?:mistake|accident|error)\b|\b(?:mistaken(?:ly)?|accidental(?:ly)?|inadvertent(?:ly)?|unintentional(?:ly)?|unintended|in error)\b"
    r"|\b(?:stray|misfired)\b|\b(?:did not|didn't|never) (?:mean|intend|target|aim)\b",
    re.IGNORECASE,
)
HOSTILE: Final = re.compile(
    r"\b(?:deliberate(?:ly)?|intentional(?:ly)?|premeditated|unprovoked|on purpose|in cold blood|cold-blooded|vindictive|punitive)\b"
    r"|\bacts? of (?:\w+ )?(?:aggression|revenge|vengeance|provocation|terror(?:ism)?|war|piracy|intimidation)\b|\b(?:aggression|provocation)s? (?:against|on|by)\b"
    r"|\bcollective punishment\b|\b(?:politically|racially|ethnically|religiously) motivated\b|\bpretext\b|\bimproper purpose\b"
    r"|\babus\w+ (?:of |(?:his|her|its|their) )(?:\w+ )?(?:powers?|authority|office)\b"
    r"|\bsupport (?:for|to|of) (?:the )?(?:\w+ ){0,2}terroris\w+|\bgoals? of (?:the )?(?:\w+ )?terroris\w+"
    r"|\b(?:aimed at|aims? at|in order to|so as to|intended to|meant to|designed to|attempt to|bid to|to) (?:\w+ly )?"
    r"(?:silence|intimidate|punish|weaken|undermine|stymie|destabili[sz]e|humiliate|terrori[sz]e|crush|muzzle|gag|persecute|harass|provoke|cripple"
    r"|erase|exterminate|annihilate|starve|oppress|discredit|sabotage|derail)\w*\b"
    r"|\b(?:silencing|intimidating|punishing|weakening|undermining|stymieing|stymying|destabili[sz]ing|terrori[sz]ing|crushing|provoking|persecuting)\b",
    re.IGNORECASE,
)
NOT: Final = re.compile(
    r"(?:\b(?:not|never|nor|no|without|deny|denied|denies|hardly)|n't)\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)
STOP: Final = re.compile(r"[;!?\n]|\.(?:\s|$)")
# Characters before and behind an event's word in which its purpose is told.
BEFORE: Final = 60
BEHIND: Final = 160
WORDS: Final[tuple[tuple[Motive, re.Pattern[str]], ...]] = (
    ("defended", DEFENDED),
    ("unmeant", UNMEANT),
    ("hostile", HOSTILE),
)


def motive_of(trigger: Span, text: str, told: Span | None = None) -> Motive:
    """What an event is said to be meant for. text: the document's; told: where its holder's words of it stand, if the text tells."""
    first, last = (0, len(text)) if told is None else (min(told.start, trigger.start), max(told.end, trigger.end))
    before = STOP.split(text[max(first, trigger.start - BEFORE) : trigger.start])[-1]
    behind = STOP.split(text[trigger.end : min(last, trigger.end + BEHIND)])[0]
    near = _called(before)
    if near:
        return near
    found = {
        motive: match.start()
        for motive, words in WORDS
        for match in [words.search(behind)]
        if match is not None and not NOT.search(behind[: match.start()])
    }
    return min(found, key=lambda one: found[one], default="")


def _called(before: str) -> Motive:
    """What a word right before an event's own calls it."""
    words = before.split()[-3:]
    for word in reversed(words):
        for motive, known in WORDS:
            if known.fullmatch(word.strip("\"'\u201c\u201d,")) is not None:
                return "" if NOT.search(before[: before.rindex(word)]) else motive
    return ""
