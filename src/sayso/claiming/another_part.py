"""Another part: words that name someone, a state above all, who has another part in the sentence than the one they were read in.

Who condemns an attack, or fires back after it, has not made it; who asks who made it does not tell it; a country that
something happens in, or is compared with, is no side of it. What is put down to a wrong state is the worst error: better
nobody than another.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
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
SETTLING: Final = frozenset({"broker", "mediate", "negotiate", "sponsor", "facilitate", "announce", "report"})
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


def is_settled_by(parse: Parse, trigger: Token, doer: Token) -> bool:
    """Is someone only who brokered or condemned what the deed's noun is told with ("a freeze on fighting brokered by Peru")?"""
    by = parse.head(doer)
    while doer.dep == "conj":
        doer = parse.head(doer)
        by = parse.head(doer)
    verb = parse.head(by)
    if doer.dep != "pobj" or by.lemma != "by" or verb.dep not in ("acl", "relcl"):
        return False
    return parse.head(verb).i == trigger.i and verb.lemma in SETTLING | TELLING_OF


def is_described(parse: Parse, doer: Token) -> bool:
    """Is a country only said to be something ("Peru was the most dangerous place")?"""
    verb = parse.head(doer)
    return doer.dep == "nsubj" and verb.lemma == "be" and any(parse.dependents(verb, "attr"))


def is_of_an_attack(parse: Parse, trigger: Token, harmed: Token, attacks: AbstractSet[int]) -> bool:
    """Is a country whom an attack is made on that another event is about ("Peru condemned the invasion of Ghana")?

    attacks: the tokens that tell of the attacks of the text.
    """
    above = parse.head(harmed)
    if harmed.dep != "pobj" or above.lemma not in ("of", "on", "against", "in"):
        return False
    noun = parse.head(above)
    return noun.i in attacks and noun.i != trigger.i and noun.pos in ("NOUN", "PROPN")


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
    if adjective.dep == "poss" and parse.head(adjective).pos != "PROPN":
        return False
    noun = parse.head(adjective)
    while noun.dep == "compound" and noun.head != noun.i:
        noun = parse.head(noun)
    if event.trigger.overlaps(noun.span) or noun.lemma.lower() in BELONGINGS:
        return False
    known = People.open().noun(noun.lemma.lower())
    return known is None or known.sector not in OF_STATES


def attacks_of(events: Iterable[Event], parse: Parse) -> frozenset[int]:
    """The tokens that tell of attacks."""
    heads = (parse.root_of(event.trigger) for event in events if event.type == "ASSAULT")
    return frozenset(head.i for head in heads if head is not None)


def told_plainly(event: Event, parse: Parse, cast: Cast, attacks: AbstractSet[int] = frozenset()) -> Event:
    """The event without the words that were read as its doer, or as whom it is done to, and have another part in the sentence.

    attacks: the tokens that tell of attacks.
    """
    trigger = parse.root_of(event.trigger)
    if trigger is None:
        return event
    agents, patients = [], []
    for span in event.agent:
        head = parse.root_of(span)
        if head is not None and not (
            _is_no_doer(event, parse, trigger, head) or _is_elsewhere(event, parse, cast, span)
        ):
            agents.append(span)
    for span in event.patient:
        head = parse.root_of(span)
        other = event.type != "ASSAULT" and head is not None and is_of_an_attack(parse, trigger, head, attacks)
        if not (_is_elsewhere(event, parse, cast, span) or (other and _is_state(cast, head))):
            patients.append(span)
    if is_asked(parse, trigger):
        agents = []
    if (tuple(agents), tuple(patients)) == (event.agent, event.patient):
        return event
    return msgspec.structs.replace(event, agent=tuple(agents), patient=tuple(patients))


def _is_no_doer(event: Event, parse: Parse, trigger: Token, head: Token) -> bool:
    if event.type == "ASSAULT" and is_settled_by(parse, trigger, head):
        return True
    return is_told_of(parse, trigger, head) or is_answered(parse, trigger, head)


def _is_elsewhere(event: Event, parse: Parse, cast: Cast, span: Span) -> bool:
    trigger, head = parse.root_of(event.trigger), parse.root_of(span)
    if trigger is None or head is None:
        return False
    mention = mention_at(cast, head)
    if mention is None or not _is_state(cast, head):
        return False
    if is_of_something_else(parse, event, head):
        return True
    return mention.kind == "name" and is_where(parse, trigger, head)


def _is_state(cast: Cast, head: Token | None) -> bool:
    mention = mention_at(cast, head) if head is not None else None
    actor = cast.actor(mention.actor) if mention is not None else None
    return actor is not None and actor.kind == "state"
