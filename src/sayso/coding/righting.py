"""Righting: participants of which the syntax is sure, whatever the weights of roles say.

The weights weigh ways through a sentence that are rare one by one; these few are told apart by a word.
"""

from collections.abc import Container
from functools import reduce

from sayso.coding.deeds import Deed, Rule, Sides, after, without
from sayso.coding.done_to import no_idiom, not_where, on_oneself, participle, suffers, whose
from sayso.coding.frames import is_passive, objects_of, subjects_of, with_conjuncts
from sayso.model import Parse, Token

# Who leaves an office does it; nobody is done by.
LEAVING = frozenset({"resign", "resignation", "abdicate", "abdication"})
# What is got from someone is given by that one.
GETTING = frozenset({"receive", "get", "obtain", "accept", "secure"})
# Whoever is accused of a deed, or asked for one, is to have done it, not who accuses or asks.
OF_ANOTHER = frozenset({"accuse", "suspect", "convict", "acquit", "blame", "charge"})
TWO = 2
# What one does about another's deed.
MEETING = frozenset(
    {"repel", "foil", "thwart", "repulse", "push", "stop", "fend", "beat", "prevent", "block", "avert", "crush",
     "disperse", "break", "quell", "suppress", "scatter", "survive", "resist", "escape", "withstand", "counter", "suffer", "face", "receive", "deserve",
     "deny", "reject", "dismiss", "welcome", "condemn", "denounce", "praise", "criticise", "criticize", "protest",
     "demand", "request", "seek", "recommend", "investigate", "probe", "discuss", "debate", "fear", "skip", "shun",
     "snub", "anticipate", "stem"}
)  # fmt: skip
# To what one refers or responds, one does not do.
REFERRING = frozenset({"refer", "respond", "react", "object", "point", "reply"})
# For what one asks, or waits, one does not do.
ASKING = frozenset(
    {"call", "ask", "wait", "appeal", "push", "press", "plead", "turn", "search", "request", "demand", "notice"}
)
# Types of what is said, or comes from someone like words.
SPOKEN = frozenset({"ACCUSE", "SUPPORT", "THREATEN", "REQUEST", "CONSULT", "REJECT", "AID"})


def righted(deed: Deed, agents: tuple[Token, ...], patients: tuple[Token, ...]) -> Sides:
    """The agents and patients of an event, where a rule is surer than the weights as the rule has them."""
    return reduce(lambda sides, rule: rule(deed, sides), RULES, (agents, patients))


def _leaver(deed: Deed, sides: Sides) -> Sides:
    """Who resigns or steps down is the doer: "the resignation of the mayor"."""
    agents, patients = sides
    down = deed.word.lemma == "step" and any(one.lemma == "down" for one in deed.parse.dependents(deed.word))
    if not down and deed.word.lemma not in LEAVING:
        return sides
    return agents or patients, ()


def _giver(deed: Deed, sides: Sides) -> Sides:
    """Who gives is the doer of what another gets: "the rebels received shells from Norway"."""
    if deed.type != "AID" or deed.word.lemma not in GETTING:
        return sides
    givers = after(deed, "from")
    if not givers:
        return sides
    getters = tuple(subjects_of(deed.word, deed.parse)[0])
    return givers, getters or tuple(one for one in sides[1] if one not in givers)


def _taker(deed: Deed, sides: Sides) -> Sides:
    """To whom a town falls has taken it: "the port, which fell to the rebels"."""
    if deed.type != "ASSAULT" or deed.word.lemma != "fall":
        return sides
    takers = tuple(one for one in after(deed, "to") if one.pos in ("NOUN", "PROPN", "PRON"))
    if not takers:
        return sides
    lost = subjects_of(deed.word, deed.parse)[0] if deed.word.pos == "VERB" else after(deed, "of")
    return takers, tuple(lost) or tuple(one for one in sides[1] if one not in takers)


def _own_subject(deed: Deed, sides: Sides) -> Sides:
    """A clause with a subject of its own keeps to it: "the minister left when the envoy came"."""
    parse, word = deed.parse, deed.word
    if word.pos != "VERB" or any(parse.dependents(word, "nsubjpass", "auxpass")):
        return sides
    own = {token.i for subject in parse.dependents(word, "nsubj") for token in parse.subtree(subject)}
    return _kept(sides[0], own), sides[1]


def _owner(deed: Deed, sides: Sides) -> Sides:
    """Whose visit or attack it is did it, and not also the sentence's subject: "he praised the army's attack"."""
    if deed.word.pos != "NOUN":
        return sides
    owners = {one.i for poss in deed.parse.dependents(deed.word, "poss") for one in with_conjuncts(poss, deed.parse)}
    return _kept(sides[0], owners), sides[1]


def _own_clause(deed: Deed, sides: Sides) -> Sides:
    """Who acts in a "when", "as" or "while" clause acts there alone, and who acts outside acts outside alone.

    "Two men were hurt in clashes as the army shelled the camp." Whom an attack in such a clause harms may be told outside.
    """
    agents, patients = (tuple(one for one in some if not _apart(one, deed)) for some in sides)
    if deed.type != "ASSAULT":
        return agents, patients or sides[1]
    # "were killed as the rebels advanced" leaves the killing to them
    return agents or (sides[0] if is_passive(deed.word, deed.parse) else ()), sides[1]


def _apart(phrase: Token, deed: Deed) -> bool:
    """Does a clause with a subject of its own hold one of the two and not the other?"""
    ups = [[one, *deed.parse.ancestors(one)] for one in (phrase, deed.word)]
    shared = {one.i for one in ups[0]} & {one.i for one in ups[1]}
    return any(
        one.dep == "advcl" and any(deed.parse.dependents(one, "nsubj", "nsubjpass"))
        for way in ups
        for one in way
        if one.i not in shared
    )


def _kept(heads: tuple[Token, ...], indices: Container[int]) -> tuple[Token, ...]:
    """Those among the heads; all where none is."""
    return tuple(one for one in heads if one.i in indices) or heads


def _both(deed: Deed, sides: Sides) -> Sides:
    """Between whom there are talks or clashes, both do: "fighting between the army and rebels"."""
    if deed.word.pos != "NOUN":
        return sides
    both = tuple(one for one in after(deed, "between") if one.pos in ("NOUN", "PROPN", "PRON"))
    if len(both) < TWO:
        return sides
    return both, tuple(one for one in sides[1] if one not in both)


def _accused(deed: Deed, sides: Sides) -> Sides:
    """Who is accused of a deed is its doer: "critics accused the mayor of taking bribes"."""
    parse = deed.parse
    of = parse.head(deed.word)
    if deed.word.dep != "pcomp" or of.lemma not in ("of", "for", "with"):
        return sides
    above = parse.head(of)
    verb = parse.head(above) if above.dep in ("dobj", "nsubjpass") else above
    if verb.lemma not in OF_ANOTHER:
        return sides
    accused = tuple(
        one for child in parse.dependents(verb, "dobj", "nsubjpass") for one in with_conjuncts(child, parse)
    )
    return accused or sides[0], tuple(one for one in sides[1] if one not in accused)


def _teller(deed: Deed, sides: Sides) -> Sides:
    """Who tells of a deed did not do it beside another, and it is not done to the teller: "the council asks the mayor to act"."""
    if not deed.holders:
        return sides
    told = {one.i for span in deed.holders[0].source for one in deed.parse.within(span)}
    others = tuple(one for one in sides[0] if one.i not in told)
    if deed.holders[0].cue_class == "denies":  # "the mayor denied the accusation" is said by whom it was made against
        return others or sides[0], sides[1]
    return others or sides[0], tuple(one for one in sides[1] if one.i not in told)


def _of_others(deed: Deed, sides: Sides) -> Sides:
    """Who repels, condemns or demands a deed did not do it: "the army repelled an attack by rebels"."""
    return without(sides[0], met_by(deed.word, deed.parse)), sides[1]


def met_by(word: Token, parse: Parse) -> frozenset[int]:
    """Indices of the heads of those who repel, condemn or demand the deed that a noun names, or act against it."""
    verb = parse.head(word)
    if word.dep == "pobj" and verb.lemma == "against":
        above = next((one for one in parse.ancestors(verb) if one.pos == "VERB"), None)
        return frozenset(one.i for one in subjects_of(above, parse)[0]) if above is not None else frozenset()
    if word.dep == "pobj" and parse.head(verb).lemma in {"for": ASKING, "to": REFERRING}.get(verb.lemma, ()):
        above = next((one for one in (parse.head(verb), *parse.ancestors(parse.head(verb))) if one.pos == "VERB"), None)
        return frozenset(one.i for one in subjects_of(above, parse)[0]) if above is not None else frozenset()
    if word.pos != "NOUN" or word.dep != "dobj" or verb.pos != "VERB" or verb.lemma not in MEETING:
        return frozenset()
    return frozenset(one.i for one in subjects_of(verb, parse)[0])


def _all_subjects(deed: Deed, sides: Sides) -> Sides:
    """Who stands beside a doer in the subject does it too: "Ghana and Norway agreed"."""
    parse, word = deed.parse, deed.word
    if word.pos != "VERB" or any(parse.dependents(word, "nsubjpass", "auxpass")):
        return sides
    beside = {
        one.i
        for subject in parse.dependents(word, "nsubj")
        for one in with_conjuncts(subject, parse)
        if one.i != subject.i
    }
    return _moved(sides, beside)


def _maker(deed: Deed, sides: Sides) -> Sides:
    """By whom a deed is made does it: "allegations made by the union"; from whom words come: "a call from the mayor"."""
    parse, word = deed.parse, deed.word
    if word.pos != "NOUN":
        return sides
    by = [agent for clause in parse.dependents(word, "acl") for agent in parse.dependents(clause, "agent")]
    makers = {one.i for preposition in by for one in objects_of(preposition, parse)}
    if deed.type in SPOKEN:
        makers |= {one.i for one in after(deed, "from")}
        makers |= {other.i for one in after(deed, "from") for other in parse.dependents(one, "appos")}
    return _moved(sides, makers)


def _moved(sides: Sides, indices: Container[int]) -> Sides:
    """The sides, those among the patients made agents."""
    agents, patients = sides
    moved = tuple(one for one in patients if one.i in indices and one not in agents)
    return (*agents, *moved), without(patients, indices)


RULES: tuple[Rule, ...] = (
    _leaver, _giver, _taker, _own_subject, _owner, _both, _accused, _teller, _of_others, on_oneself,
    not_where, _all_subjects, _maker, no_idiom, participle, suffers, _own_clause, whose,
)  # fmt: skip
