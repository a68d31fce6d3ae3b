"""Another part: words that name someone, a state above all, who has another part in the sentence than the one they were read in.

Who condemns an attack, or fires back after it, has not made it; who asks who made it does not tell it; a country that
something happens in, or is compared with, is no side of it. What is put down to a wrong state is the worst error: better
nobody than another.
"""

from collections.abc import Iterator
from typing import Final

import msgspec

from sayso.model import Cast, Event, Parse, Span, Token
from sayso.naming.participants import BELONGINGS, mention_at
from sayso.resources.people import People

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
DESCRIBING: Final = frozenset({"amod", "compound", "nmod", "poss", "conj", "appos"})
# Verbs and nouns that tell of what another does, or does to their subject.
TELLING_OF: Final = frozenset(
    {"condemn", "denounce", "decry", "deplore", "lament", "mourn", "criticise", "criticize", "slam", "describe", "regard",
     "consider", "view", "see", "blame", "accuse", "investigate", "probe", "witness", "suffer", "face", "fear", "repress",
     "suppress", "quell", "prevent", "avert", "thwart", "foil", "repel", "repulse", "survive", "escape", "oppose", "welcome",
     "hail", "praise", "applaud", "discuss", "commemorate", "avenge", "outlaw", "prosecute", "protest", "dispute", "tolerate",
     "free", "rescue", "liberate", "condemnation", "denunciation", "criticism", "investigation", "repression"}
)  # fmt: skip
OBJECTS: Final = frozenset({"dobj", "oprd", "ccomp", "xcomp", "dative"})
OF_WHAT: Final = frozenset({"as", "of", "against", "about", "from", "over", "for", "to", "at"})
# What is done because of what another did.
ANSWERING: Final = frozenset(
    {
        "retaliation",
        "retaliate",
        "response",
        "respond",
        "revenge",
        "reprisal",
        "retribution",
        "reaction",
        "react",
        "avenge",
    }
)
FOR: Final = frozenset({"for", "to", "against", "of", "after"})
WITHIN: Final = frozenset({"in", "inside", "across", "throughout", "within", "outside", "around", "near"})
COMPARING: Final = frozenset({"like", "unlike", "than"})
# What is done to a country by being in it.
MEDDLING: Final = frozenset(
    {"intervene", "intervention", "interfere", "interference", "meddle", "meddling", "invest", "investment", "succeed"}
)
OF_STATES: Final = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
STEPS: Final = 12


def is_told_of(parse: Parse, trigger: Token, doer: Token) -> bool:
    """Is someone, read as the doer of a deed's noun, only who tells of it or suffers it ("Peru condemned the attack")?"""
    above = parse.head(doer)
    if doer.dep not in SUBJECTS | {"poss"} or above.lemma not in TELLING_OF or trigger.i == above.i:
        return False
    if any(parse.dependents(trigger, "poss")) or trigger.i == doer.i or trigger.dep in ("xcomp", "advcl"):
        return False
    below = trigger
    for token in _up(parse, trigger):
        if token.i == above.i:
            return below.dep in OBJECTS or (below.dep == "prep" and below.lemma in OF_WHAT)
        if token.pos in ("VERB", "AUX") and any(parse.dependents(token, "nsubj", "nsubjpass", "agent")):
            return False
        below = token
    return False


def is_asked(parse: Parse, trigger: Token) -> bool:
    """Is it just what is asked, or left open, who did a thing ("about who fired the shots", "whoever staged the attack")?"""
    verbs = [trigger] if trigger.pos == "VERB" else []
    above = parse.head(trigger)
    if trigger.dep in ("dobj", "pobj", "xcomp", "ccomp") and above.i != trigger.i:
        verbs.append(parse.head(above) if trigger.dep == "pobj" else above)
    return any(
        subject.lemma in ("who", "whoever", "whichever") and verb.dep != "relcl"
        for verb in verbs
        for subject in parse.dependents(verb, "nsubj")
    )


def is_answered(parse: Parse, trigger: Token, doer: Token) -> bool:
    """Is someone only who answers the deed by another ("Peru struck in retaliation for the shelling")?"""
    if any(parse.dependents(trigger, "poss")):
        return False
    below = {token.i for token in parse.subtree(trigger)}
    if doer.i in below:
        return False
    above = parse.head(trigger)
    noun = parse.head(above)
    return trigger.dep in ("pobj", "pcomp") and above.lemma in FOR and noun.lemma in ANSWERING


def is_where(parse: Parse, trigger: Token, country: Token) -> bool:
    """Is a country only where something is or comes from, or what something is compared with ("second only to Peru")?"""
    while country.dep == "conj" and country.head != country.i:
        country = parse.head(country)
    above = parse.head(country)
    if country.dep != "pobj" or above.i == country.i:
        return False
    over = parse.head(above)
    if above.lemma in WITHIN:
        return not (over.i == trigger.i and trigger.lemma in MEDDLING)
    if above.lemma in COMPARING:
        return True
    if above.lemma == "from":
        return over.i != trigger.i and over.pos in ("NOUN", "PROPN")
    return above.lemma == "to" and over.i != trigger.i and (over.pos in ("ADJ", "ADV") or over.dep == "advmod")


def _up(parse: Parse, token: Token) -> Iterator[Token]:
    for n, above in enumerate(parse.ancestors(token)):
        if n >= STEPS:
            return
        yield above


def is_of_something_else(parse: Parse, event: Event, adjective: Token) -> bool:
    """Does a state's adjective describe what is neither the deed nor anything that acts for a state ("Peruvian writers signed")?"""
    if adjective.dep not in DESCRIBING - {"conj", "appos"}:
        return False
    noun = parse.head(adjective)
    while noun.dep == "compound" and noun.head != noun.i:
        noun = parse.head(noun)
    if event.trigger.overlaps(noun.span) or noun.lemma.lower() in BELONGINGS:
        return False
    known = People.open().noun(noun.lemma.lower())
    return known is None or known.sector not in OF_STATES


def told_plainly(event: Event, parse: Parse, cast: Cast) -> Event:
    """The event without the words that were read as its doer, or as whom it is done to, and have another part in the sentence."""
    trigger = parse.root_of(event.trigger)
    if trigger is None:
        return event
    agents = (
        ()
        if is_asked(parse, trigger)
        else tuple(one for one in event.agent if not _is_no_doer(event, parse, cast, one))
    )
    patients = tuple(one for one in event.patient if not _is_elsewhere(event, parse, cast, one))
    if (agents, patients) == (event.agent, event.patient):
        return event
    return msgspec.structs.replace(event, agent=agents, patient=patients)


def _is_no_doer(event: Event, parse: Parse, cast: Cast, span: Span) -> bool:
    trigger, head = parse.root_of(event.trigger), parse.root_of(span)
    if trigger is None or head is None:
        return False
    if is_told_of(parse, trigger, head) or is_answered(parse, trigger, head):
        return True
    return _is_elsewhere(event, parse, cast, span)


def _is_elsewhere(event: Event, parse: Parse, cast: Cast, span: Span) -> bool:
    trigger, head = parse.root_of(event.trigger), parse.root_of(span)
    if trigger is None or head is None:
        return False
    mention = mention_at(cast, head)
    if mention is None:  # a place here, and someone elsewhere
        return is_where(parse, trigger, head) and any(
            actor.kind == "state" and span.words(parse.text) in actor.names for actor in cast.actors
        )
    actor = cast.actor(mention.actor)
    if actor is None or actor.kind != "state":
        return False
    if mention.kind == "demonym":
        return is_of_something_else(parse, event, head)
    return mention.kind == "name" and is_where(parse, trigger, head)
