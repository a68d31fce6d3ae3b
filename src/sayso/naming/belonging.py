"""Belonging: whose a nominal is by its own words: Peru's in "Peruvian troops" and "the mayor of Lima"."""

from sayso.model import Parse, Token
from sayso.naming.phrases import partitive
from sayso.naming.sighting import Sighting
from sayso.naming.wordlists import words

# A word for many kinds of bodies, whose name stands before it.
GENERIC = words("group organisation organization movement militia faction network alliance outfit union party company")


def owner_of(parse: Parse, token: Token, inner: Token | None, by_head: dict[int, Sighting]) -> Sighting | None:
    """The sighting that the nominal of a head belongs to. inner: the noun that it counts; by_head: sightings by head."""
    return _stated(parse, token, inner, by_head) or _before_it(parse, token, by_head)


def of_pronoun(parse: Parse, head: int, by_head: dict[int, Sighting]) -> Sighting | None:
    """The pronoun that tells whose the counted are ("many of its leaders", "13 of their fighters")."""
    inner = partitive(parse, parse.tokens[head])
    owners = parse.dependents(inner, "poss") if inner is not None else ()
    found = (by_head[one.i] for one in owners if one.i in by_head)
    return next((one for one in found if one.kind == "pronoun"), None)


def of_the_group(parse: Parse, sighting: Sighting, by_head: dict[int, Sighting]) -> Sighting | None:
    """The word for a group named before that tells whose fighters are meant ("19 fighters from the group")."""
    if sighting.kind != "nominal" or sighting.number != "many" or sighting.actor_kind not in ("armed_group", "other"):
        return None
    head = parse.tokens[sighting.head]
    inner = partitive(parse, head)
    preps = [prep for one in (head, inner) if one is not None for prep in parse.dependents(one, "prep")]
    nouns = (noun.i for prep in preps if prep.lemma in ("of", "from") for noun in parse.dependents(prep, "pobj"))
    known = (
        i for i in nouns if not any(parse.dependents(parse.tokens[i], "acl", "relcl", "poss"))
    )  # not "my group", "the group that ..."
    found = (by_head[i] for i in known if i in by_head and by_head[i].kind == "nominal")
    return next((one for one in found if one.key in GENERIC and one.definite and one.number == "body"), None)


def of_a_state(owner: Sighting) -> bool:
    """Do those who belong to someone belong to his state too? Officials named after a newspaper or the UN do not."""
    return owner.actor_kind not in ("media", "company", "igo", "ngo", "coalition") and owner.sector != "IGO"


def _before_it(parse: Parse, token: Token, by_head: dict[int, Sighting]) -> Sighting | None:
    """The name right before a word that describes the same noun: the Guard of "a Guard military operation"."""
    before = by_head.get(token.i - 1)
    beside = token.dep in ("amod", "compound", "nmod") and before is not None and before.kind in ("name", "demonym")
    return before if beside and parse.tokens[token.i - 1].head == token.head else None


def opposed(parse: Parse, token: Token) -> bool:
    """Is the noun only what others are for or against ("anti-government protests", "pro-rebel towns")?"""
    before = [one.text.lower() for one in parse.tokens[max(0, token.i - 2) : token.i]]
    return len(before) == 2 and before[1] in ("-", "‑") and before[0] in ("anti", "pro", "non")


def _stated(parse: Parse, token: Token, inner: Token | None, by_head: dict[int, Sighting]) -> Sighting | None:
    """The sighting that the nominal belongs to: a modifier before it, else an "of" or "from" phrase or whom it is loyal to."""
    for head in (token, inner) if inner is not None else (token,):
        owner = _before(parse, head, by_head)
        if owner is not None:
            return owner
        for prep in parse.dependents(head, "prep"):
            if prep.lemma in ("of", "from", "for", "with", "to", "at") and prep.i > head.i:
                for noun in parse.dependents(prep, "pobj"):
                    if noun.i in by_head and noun is not inner:
                        return by_head[noun.i]
                    named = _before(parse, noun, by_head) if noun.lemma.lower() in GENERIC else None
                    if named is not None and named.kind == "name" and named.actor_kind not in ("state", "person"):
                        return named  # "fighters of the Northern Front group"
        loyal = _loyal_to(parse, head, by_head)
        if loyal is not None:
            return loyal
    return None


def _loyal_to(parse: Parse, head: Token, by_head: dict[int, Sighting]) -> Sighting | None:
    """To whom those of a noun are said to be loyal ("forces loyal to the president")."""
    for loyal in parse.dependents(head, "amod", "acl", "relcl", "advcl", "appos"):
        if loyal.lemma == "loyal" and loyal.i > head.i:
            for to in parse.dependents(loyal, "prep"):
                for noun in parse.dependents(to, "pobj"):
                    if noun.i in by_head:
                        return by_head[noun.i]
    return None


def _before(parse: Parse, head: Token, by_head: dict[int, Sighting]) -> Sighting | None:
    """The sighting before a noun that it belongs to; "their counterparts" are not theirs."""
    for i in reversed([i for i in parse.children[head.i] if i < head.i]):
        child = parse.tokens[i]
        if opposed(parse, child) or (child.dep == "poss" and head.lemma.lower() == "counterpart"):
            continue
        if i in by_head and child.dep in ("amod", "compound", "nmod", "poss") and by_head[i].kind != "nominal":
            return by_head[i]
        for inside in reversed(parse.children[i]):
            if child.dep in ("compound", "poss") and inside in by_head and by_head[inside].kind != "nominal":
                return by_head[inside]
    return None
