"""Denials of several together.

"Both sides denied using gas" is each one's denial of its own share: it does not say that nobody used it, and it does not answer
the charge that one of the deniers makes against another.
"""

from typing import Final

from sayso.comparing.differing import RULERS
from sayso.comparing.view import View

# Words for several who deny, as lemmas or stems ("both sides", "the warring parties").
SIDES: Final = frozenset({"side", "sid", "party", "parti"})


def denies_jointly(denier: View) -> bool:
    """Do several deny what each is said to have done itself?"""
    several = len(denier.own_agents) > 1 or bool(denier.source & SIDES)
    own = denier.denies_doing or bool(denier.agents & denier.speaker) or bool(denier.agent_words & denier.source)
    return several and (own or not denier.agents)


def is_among(accuser: View, denier: View) -> bool:
    """Is who accuses one of those who deny? "The government" is whoever speaks for one, where it denies beside others."""
    if accuser.speaker & denier.agents:
        return True
    words = denier.agent_words | denier.source
    return len(denier.own_agents) > 1 and bool(words & RULERS) and bool(accuser.source & RULERS)
