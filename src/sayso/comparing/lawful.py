"""Does a claim's holder call what was done lawful or unlawful?

"The prorogation was unlawful", "called the accord null and void", "a breach of the ceasefire"; "the siege is legal and necessary",
"calling the accords legitimate". Only what stands right behind the event's own words, in its sentence, is read as said of it.
"""

import re
from collections.abc import Sequence
from typing import Final, Literal

from sayso.model import Span

Standing = Literal["", "lawful", "unlawful"]

# Words that may stand between an event's word and what it is called: "[the accord] with the north is", "[the raid] a".
COPULA: Final = r"[^.;!?\n]{0,60}?\b(?:is|are|was|were|be|being|as|thus|therefore|both)\b\W*"
QUOTED: Final = r"(?:\s+(?:of|on|between|with)\s+(?:[\w-]+\s+){1,4}(?=[\"\u201c]))?\W*"
MODIFIERS: Final = r"(?:(?:an?|the|its|not|new|war|\w+ly|\w+an|\w+ish|israeli)\W+){0,3}"
BETWEEN: Final = f"(?:{COPULA}|{QUOTED}){MODIFIERS}"
UNLAWFUL: Final = re.compile(
    BETWEEN
    + r"(?:unlawful|illegal|illegitimate|unconstitutional|null and void|void\b|unjustified|unwarranted|crimes?\b(?! scene)"
    r"|violation of|breach of|against (?:the |international )?(?:law|constitution))"
    # "the pact on the border goes against a resolution of the council"
    r"|[^.;!?\n]{0,60}?\b(?:(?:goes|go|went|going|runs?|ran) (?:squarely |clearly )?against|(?:contraven|infring|violat|breach)(?:es|e|s|ed|ing)(?: on| upon)?)"
    r"\W(?:\W|\w+\W+){0,3}(?:laws?|constitution|rights?|resolutions?|treat(?:y|ies)|conventions?|charter|sovereign\w*|norms?|accords?|agreements?)\b",
    re.IGNORECASE,
)
LAWFUL: Final = re.compile(
    BETWEEN + r"(?:lawful|legal\b|legitimate|constitutional|justified|warranted|compatible with|proportionate"
    r"|(?:in (?:line|accordance|keeping|conformity) with|within|consistent with) (?:\w+ ){0,2}(?:laws?|constitution|rights?|mandate|powers)"
    r"|in self.?defen[cs]e)",
    re.IGNORECASE,
)
NOT: Final = re.compile(r"\b(?:not|never|no longer|hardly|n't)\W+(?:\w+\W+)?\w+(?: and void)?$", re.IGNORECASE)
# "He suspended her, and that the suspension was unlawful": what is called so is named anew.
OTHER_SUBJECT: Final = re.compile(
    r"\b(?:and|but|while)\s+(?:that\s+)?(?:the|this|these|his|her|its|their)\b", re.IGNORECASE
)
REACH: Final = 120


def standing_of(trigger: Span, text: str, said: Sequence[Span] = ()) -> Standing:
    """What an event is called by the words behind its own. text: the document's; said: what its holder says, where that is known."""
    after = text[trigger.end : trigger.end + REACH]
    found: dict[Standing, int] = {}
    for standing, words in (("lawful", LAWFUL), ("unlawful", UNLAWFUL)):
        match = words.match(after)
        if match is not None and _is_said(trigger.end + match.end(), said) and not OTHER_SUBJECT.search(match[0]):
            turned = NOT.search(match[0]) is not None
            found[_turned(standing) if turned else standing] = match.end()  # type: ignore[index]  # of the two literals above
    return min(found, key=lambda one: found[one], default="")


def _is_said(end: int, said: Sequence[Span]) -> bool:
    return not said or any(piece.start < end <= piece.end for piece in said)


def _turned(standing: str) -> Standing:
    return "unlawful" if standing == "lawful" else "lawful"
