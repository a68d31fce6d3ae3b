"""Acting for: whom someone says or does something on behalf of ("Ana Brandt, speaking for the union, said")."""

from sayso.model import Parse, Token
from sayso.naming.drafts import Casting
from sayso.naming.sighting import Sighting

FOR_NOUNS = frozenset({"behalf", "name"})
SPEAK = frozenset({"speak", "act", "negotiate", "sign", "appear"})


def act_for(casting: Casting, sightings: list[Sighting]) -> None:
    """Make whoever acts on behalf of another part of that one, where nothing else is known of whom it belongs to."""
    parse = casting.parse
    for sighting in sightings:
        draft = casting.of.get(sighting.head)
        doer = _doer(parse, parse.tokens[sighting.head])
        acting = casting.of.get(doer.i) if doer is not None else None
        if draft is None or acting is None or acting is draft or acting.owner is not None or draft.owner is acting:
            continue
        acting.owner = draft


def _doer(parse: Parse, token: Token) -> Token | None:
    """Who acts for the one that a token names: the subject of "on behalf of", "in the name of", "speaking for"."""
    preposition = parse.head(token)
    if token.dep != "pobj" or preposition.dep != "prep":
        return None
    above = parse.head(preposition)
    if preposition.lemma == "of" and above.lemma in FOR_NOUNS and parse.head(above).lemma in ("on", "in"):
        return _subject(parse, parse.head(parse.head(above)))
    if preposition.lemma == "for" and above.lemma in SPEAK and above.pos == "VERB":
        return _subject(parse, above)
    return None


def _subject(parse: Parse, verb: Token) -> Token | None:
    """The subject of a verb, or what a participle describes, or the subject of the clause that it stands beside."""
    if verb.pos in ("NOUN", "PROPN"):
        return verb
    for _ in range(3):
        for subject in parse.dependents(verb, "nsubj", "nsubjpass"):
            return subject
        if verb.dep in ("acl", "relcl"):
            return parse.head(verb)
        if verb.dep not in ("advcl", "xcomp", "conj", "pcomp"):
            return None
        verb = parse.head(verb)
    return None
