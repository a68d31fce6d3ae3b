"""Another part: words that name someone, a state above all, who has another part in the sentence than the one they were read in.

Who condemns an attack, or fires back after it, has not made it; who asks who made it does not tell it; a country that
something happens in, or is compared with, is no side of it. What is put down to a wrong state is the worst error: better
nobody than another.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from sayso.model import Event, Parse, Token
from sayso.naming.participants import BELONGINGS
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
GOING_OFF: Final = frozenset({"detonate", "explode", "erupt"})
# Nouns for what is told of a deed, or looked into.
STUDIES: Final = frozenset(
    {"investigation", "inquiry", "enquiry", "probe", "report", "debate", "discussion", "evidence", "condemnation"}
)
HAVING: Final = frozenset({"hold", "control", "run", "own", "govern", "administer", "rule"})
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
BORDERS: Final = frozenset({"border", "frontier", "boundary"})
COMPARING: Final = frozenset({"like", "unlike", "than"})
# What is done to a country by being in it.
MEDDLING: Final = frozenset(
    {"intervene", "intervention", "interfere", "interference", "meddle", "meddling", "invest", "investment", "succeed"}
)
OF_STATES: Final = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
# Told of what someone does: to praise "the reforms made by Peru" is to praise Peru.
OF_DEEDS: Final = frozenset({"SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "PROTEST"})
STEPS: Final = 12


def is_told_of(parse: Parse, trigger: Token, doer: Token) -> bool:
    """Is someone, read as the doer of a deed's noun, only who tells of it or suffers it ("Peru condemned the attack")?"""
    above = parse.head(doer)
    if doer.dep not in SUBJECTS | {"poss"} or trigger.i in (above.i, doer.i) or trigger.dep in ("xcomp", "advcl"):
        return False
    if above.lemma not in TELLING_OF or any(parse.dependents(trigger, "poss")):
        return _is_studied(parse, trigger, doer)
    below = trigger
    for token in _up(parse, trigger):
        if token.i == above.i:
            return below.dep in OBJECTS or (below.dep == "prep" and below.lemma in OF_WHAT)
        if token.pos in ("VERB", "AUX") and any(parse.dependents(token, "nsubj", "nsubjpass", "agent")):
            return False
        below = token
    return False


def _is_studied(parse: Parse, trigger: Token, doer: Token) -> bool:
    """Is a deed only what somebody has looked into ("must ensure an inquiry into his murder")?"""
    above = parse.head(trigger)
    noun = parse.head(above)
    studied = trigger.dep == "pobj" and above.dep == "prep" and noun.lemma in STUDIES
    return studied and doer.i not in {one.i for one in parse.subtree(noun)}


def is_had_by(parse: Parse, trigger: Token, doer: Token) -> bool:
    """Is someone only who holds a place that the deed is about ("a town held by Peru is under siege")?"""
    by = parse.head(doer)
    verb = parse.head(by)
    return doer.dep == "pobj" and by.dep == "agent" and verb.lemma in HAVING and verb.i != trigger.i


def is_whom_it_is_done_to(parse: Parse, trigger: Token, doer: Token) -> bool:
    """Is it the noun of a passive participle ("the government backed by Peru")?"""
    if trigger.tag in ("VBN", "VBD") and doer.i == trigger.i - 1 and parse.tokens[trigger.i + 1 : trigger.i + 2]:
        return parse.tokens[trigger.i + 1].lemma == "by"
    return trigger.tag == "VBN" and trigger.dep == "acl" and parse.head(trigger).i == doer.i < trigger.i


def is_beside_what_goes_off(parse: Parse, trigger: Token, doer: Token) -> bool:
    """Is someone told beside a bomb that goes off by itself ("the army fired, and two bombs detonated")?"""
    things = [one for one in parse.dependents(trigger, "nsubj") if one.pos != "PRON"]
    return trigger.lemma in GOING_OFF and bool(things) and doer.i not in {one.i for one in parse.subtree(trigger)}


def is_in_clause_of_place(parse: Parse, trigger: Token, doer: Token) -> bool:
    """Is someone the subject of a clause that tells where ("were killed at a town where Peru fights rebels")?"""
    verb = parse.head(doer)
    if doer.dep not in SUBJECTS or verb.dep != "relcl" or verb.i == trigger.i:
        return False
    below = {one.i for one in parse.subtree(trigger)}
    return verb.i in below and any(one.lemma == "where" for one in parse.dependents(verb))


def is_of_the_wish(parse: Parse, trigger: Token, doer: Token) -> bool:
    """Is someone the subject of an infinitive, and the deed told after it of another ("wants Peru to yield, and has fired")?"""
    verb = parse.head(doer)
    wished = verb.tag == "VB" and any(one.lemma == "to" for one in parse.dependents(verb, "aux"))
    finite = trigger.tag in ("VBD", "VBZ") or any(
        one.tag in ("VBZ", "VBD", "VBP") for one in parse.dependents(trigger, "aux")
    )
    apart = trigger.i not in {one.i for one in parse.subtree(verb)} or (
        trigger.dep == "conj" and trigger.head == verb.i
    )
    return doer.dep == "nsubj" and wished and finite and apart


def is_settled_by(parse: Parse, trigger: Token, doer: Token) -> bool:
    """Is someone only who brokered or condemned what the deed's noun is told with ("a freeze on fighting brokered by Peru")?"""
    doer = parse.first_joined(doer)
    by = parse.head(doer)
    verb = parse.head(by)
    if doer.dep != "pobj" or by.lemma != "by" or verb.dep not in ("acl", "relcl"):
        return False
    return parse.head(verb).i == trigger.i and verb.lemma in SETTLING | TELLING_OF


def is_described(parse: Parse, _trigger: Token, doer: Token) -> bool:
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
    subjects = [one for verb in verbs if verb.dep != "relcl" for one in parse.dependents(verb, "nsubj")]
    return any(
        one.lemma in ("who", "whoever", "whichever") or (one.i and parse.tokens[one.i - 1].lemma == "which")
        for one in subjects
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
    country = parse.first_joined(country)
    above = parse.head(country)
    if country.dep != "pobj" or above.i == country.i:
        return False
    over = parse.head(above)
    if above.lemma in WITHIN:
        return not (over.i == trigger.i and trigger.lemma in MEDDLING)
    if above.lemma in COMPARING:
        return True
    if over.lemma in BORDERS:
        return True  # "a town near the border with Peru"
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
