"""Peoples: is a nation meant by the name of its people, or some of them ("the Ghanaians shelled", "two Ghanaians")?"""

from sayso.model import Parse, Token
from sayso.naming.phrases import DIRECTED, RELATED, partitive
from sayso.naming.wordlists import words

# What of a people only its state does.
STATELY = words(
    """
    bomb strike attack invade shell deploy launch sign arm withdraw occupy annex negotiate veto retreat advance capture
    supply ratify broker sanction besiege bombard evacuate intervene
    """
)
# Determiners of some or all of a people.
ANY_OF_THEM = frozenset({"all", "some", "many", "most", "every", "any", "no", "both", "half", "other"})


def numbered(parse: Parse, head: Token) -> bool:
    """Are single people counted ("two Israelis", "dozens of Palestinians") and not the nation?"""
    return any(parse.dependents(head, "nummod")) or (
        head.dep == "pobj" and partitive(parse, parse.head(parse.head(head))) is head
    )


def bare(parse: Parse, head: Token) -> bool:
    """Are people of a nation meant, and not the nation ("all Ghanaians", "Ghanaians' savings"; but "the Ghanaians attacked")?"""
    if head.dep in ("amod", "compound", "nmod"):
        return False
    described = any(parse.dependents(head, "relcl"))  # "the Ghanaians who fled"
    return described or all(child.lemma in ANY_OF_THEM for child in parse.dependents(head, "det"))


def acts_as_state(parse: Parse, head: Token) -> bool:
    """Do a people do what only their state does ("the Ghanaians shelled", "talks with the Ghanaians", "the Ghanaian navy")?"""
    above = parse.head(head)
    if head.dep in ("amod", "compound", "nmod"):
        return True
    if head.dep == "conj":
        return acts_as_state(parse, above)
    if head.dep == "pobj":
        noun = parse.head(above)
        return (above.dep == "agent" and noun.lemma in STATELY) or (above.lemma in DIRECTED and noun.lemma in RELATED)
    return head.dep in ("nsubj", "nsubjpass") and above.lemma in STATELY


def one_of_a_people(parse: Parse, head: Token) -> bool:
    """Is one person of a nation meant ("a Ghanaian who had worked abroad")?"""
    return head.dep not in ("amod", "compound", "nmod") and any(
        child.lemma in ("a", "an", "another") and child.i < head.i for child in parse.dependents(head, "det")
    )
