"""Pronouns: whom they may go back to by number, gender and syntax, and the likeliest of those."""

from collections.abc import Iterator

from sayso.model import Parse, Token
from sayso.naming.drafts import Casting, Draft
from sayso.naming.phrases import SAYING, located
from sayso.naming.quotation import CLOSING, quoted
from sayso.naming.ranking import Candidate, likeliest
from sayso.naming.sighting import Sighting

WINDOW = 40  # sightings
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FARTHEST = 4  # sentences
# A list of several is gone back to from this far at most.
LISTED = 2
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
# A pronoun of which nobody is meant likelier than this is better tied to nobody, chosen over folds of annotated articles.
LEAST = {"he": 0.0, "she": 0.0, "it": 0.4, "they": 0.3}


def antecedent(casting: Casting, sighting: Sighting) -> Draft | None:
    """The draft that a pronoun stands for, None where nobody fits."""
    if sighting.key == "who":
        return relative(casting, sighting)
    token = casting.parse.tokens[sighting.head]
    if token.text.lower() in REFLEXIVE:
        return _own_subject(casting, token)
    found = likeliest(casting, sighting, candidates(casting, sighting))
    if found is None or found.share < LEAST[sighting.key]:
        return None
    if len(found.candidate.meant) > 1:
        return casting.joined(found.candidate.meant, found.candidate.seen, found.candidate.last)
    draft = found.candidate.meant[0]
    if sighting.key in THINGS and not speaks(casting.parse, token) and rivalled(casting, sighting, draft):
        return None
    return draft


def candidates(casting: Casting, sighting: Sighting) -> list[Candidate]:
    """Those of the latest sightings that a pronoun may go back to, the nearest first."""
    token = casting.parse.tokens[sighting.head]
    own = _Words(casting, sighting)
    found = []
    doers = _doers(casting, token)
    near = {seen.head: (seen, draft) for seen, draft in casting.recent[-WINDOW:]}
    for seen, draft in reversed(casting.recent[-WINDOW:]):
        if sighting.sentence - seen.sentence > FARTHEST:
            break
        if clash(casting.parse, token, seen) or draft in doers or own.spoken_of(seen):
            continue
        if matches(sighting, draft) and not _vague(casting.parse, sighting, seen, draft):
            found.append(Candidate(seen, (draft,), seen))
        if sighting.key == "they" and sighting.sentence - seen.sentence <= LISTED:
            listed = [near.get(head) for head in enumerated(casting.parse, seen.head)]
            found.extend(_together(casting.parse, token, [one for one in listed if one is not None], len(listed)))
    return found


def _together(parse: Parse, token: Token, listed: list[tuple[Sighting, Draft]], size: int) -> Iterator[Candidate]:
    """Those of a list as one candidate, where all of them are someone and none does to "them" what is done."""
    meant = tuple(dict.fromkeys(draft for _, draft in listed))
    if (
        len(listed) == size
        and len(meant) > 1
        and not any(seen.kind == "demonym" or clash(parse, token, seen) for seen, _ in listed)
    ):
        yield Candidate(listed[0][0], meant, max((seen for seen, _ in listed), key=lambda one: one.head))


def _doers(casting: Casting, token: Token) -> frozenset[Draft]:
    """Who does what is done to whom a pronoun means, and so is not meant, wherever else named ("Brandt spoke. She hit her")."""
    to = token.dep == "pobj" and casting.parse.head(token).lemma in DONE_TO
    if token.dep not in ("dobj", "dative") and not to:
        return frozenset()
    verb = casting.parse.tokens[governor(casting.parse, token)]
    subjects = list(casting.parse.dependents(verb, "nsubj"))
    if verb.dep == "conj" and not subjects:
        subjects = list(casting.parse.dependents(casting.parse.head(verb), "nsubj"))
    found = casting.of.get(subjects[0].i) if subjects else None
    return frozenset((found, *found.members)) if found is not None else frozenset()


DONE_TO = frozenset({"against", "to", "at"})


def enumerated(parse: Parse, head: int) -> list[int]:
    """The heads of a list that a token opens ("Prado, Brandt and Lund"), itself the first; [] where it opens none."""
    if parse.tokens[head].dep == "conj":
        return []
    found = [head]
    for at in found:
        found.extend(child.i for child in parse.dependents(parse.tokens[at], "conj"))
    return found if len(found) > 1 else []


class _Words:
    """The words that a pronoun is made to say, which are not about whoever it is."""

    def __init__(self, casting: Casting, sighting: Sighting) -> None:
        self._token = token = casting.parse.tokens[sighting.head]
        self._parse, self._speech = casting.parse, casting.speech
        self._speaks = speaks(casting.parse, token)
        self._words = casting.speech.by(token) if token.dep in SUBJECTS else None

    def spoken_of(self, seen: Sighting) -> bool:
        """Is somebody named in the very words that the pronoun is made to say?"""
        if self._speaks and seen.head in quoted(self._parse, seen.sentence):
            return True
        if self._words is None or self._speech.put_in(self._words, self._token):
            return False
        return self._speech.spoken_of(self._words, seen)


# Pronouns that may stand for things, and how much less likely news means the thing, chosen on annotated articles.
THINGS = {"they": ("NNS", "NNPS"), "it": ("NN", "NNP")}
PENALTY = {"they": 0.8, "it": 0.8}
ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
COUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})


def rivalled(casting: Casting, sighting: Sighting, draft: Draft) -> bool:
    """Is a thing named in this sentence or the one before likelier meant than an actor ("frogs ... their")?"""
    score = max(
        salience(sighting, seen, one, distance)
        for distance, (seen, one) in enumerate(reversed(casting.recent[-WINDOW:]))
        if one is draft
    )
    parse = casting.parse
    sentences = parse.sentences[max(0, sighting.sentence - 1) : sighting.sentence + 1]
    for token in reversed(parse.tokens[sentences[0].first : sighting.head]):
        if token.tag not in THINGS[sighting.key] or token.dep not in ROLES or token.i in casting.of:
            continue
        ship = sighting.key == "it" and token.pos == "PROPN" and token.dep == "nsubj"  # "the Aurora ... It sank"
        if (
            not (token.pos == "NOUN" or ship)
            or token.name in COUNTED
            or clash_of(parse, parse.tokens[sighting.head], token)
        ):
            continue
        own = -1.0 * (sighting.sentence - token.sentence) + (1.2 if token.dep in SUBJECTS else 0.0)
        own += 1.5 if sighting.key == "they" else 0.0
        if own - PENALTY[sighting.key] > score:
            return True
    return False


def clash_of(parse: Parse, token: Token, other: Token) -> bool:
    """Are pronoun and noun two arguments of one verb?"""
    return token.dep != "poss" and other.sentence == token.sentence and governor(parse, token) == governor(parse, other)


def matches(sighting: Sighting, draft: Draft) -> bool:
    """Do number, gender and sort of a draft fit the pronoun?"""
    if sighting.key in ("he", "she"):
        return draft.kind == "person" and draft.number == "one" and draft.gender in (None, sighting.key)
    if sighting.key == "it":
        return draft.number == "body" and draft.kind not in ("person", "civilians", "crowd")
    if draft.kind == "state" and draft.number == "body":
        return False  # "they" of whom nobody knows are no state
    return draft.number != "one" or draft.kind != "person"


def _vague(parse: Parse, sighting: Sighting, seen: Sighting, draft: Draft) -> bool:
    """Is the sighting no one whom a pronoun goes back to: anybody at all, or a state only named in passing?"""
    if sighting.key in ("he", "she"):
        return anybody(parse, seen)
    return draft.kind == "state" and only_passing(parse, sighting, seen)


def anybody(parse: Parse, seen: Sighting) -> bool:
    """Is it nobody in particular ("every woman", "anyone", "even one person")?"""
    token = parse.tokens[seen.head]
    if seen.kind != "nominal":
        return False
    return token.lemma.lower() in NOBODY_KNOWN or any(
        child.lemma.lower() in ANY_OF for child in parse.dependents(token, "det", "nummod", "amod") if child.i < token.i
    )


NOBODY_KNOWN = frozenset({"anyone", "everyone", "someone", "anybody", "everybody", "somebody", "nobody"})
ANY_OF = frozenset({"every", "each", "any", "no", "one"})


def only_passing(parse: Parse, sighting: Sighting, seen: Sighting) -> bool:
    """Is a state named in another sentence, and only as a place or as whose something is ("Ghana's ship sank. It ...")?"""
    head = parse.tokens[seen.head]
    return seen.sentence != sighting.sentence and (head.dep == "poss" or located(parse, head))


def speaks(parse: Parse, token: Token) -> bool:
    """Is the pronoun who says something, so that it is not whom the words said speak of?"""
    return token.dep == "nsubj" and (parse.head(token).lemma in SAYING or _after_quotation(parse, token))


def _after_quotation(parse: Parse, token: Token) -> bool:
    """Does a pronoun stand right after a quotation, before the verb that tells who said it ("...," she recalls)?"""
    at = token.i - 1
    if at > 0 and parse.tokens[at].text == ",":
        at -= 1
    mark = parse.tokens[at] if at >= 0 else token
    return mark.sentence == token.sentence and mark.text in CLOSING and token.head == token.i + 1


def salience(sighting: Sighting, seen: Sighting, draft: Draft, distance: int) -> float:
    """How likely a pronoun goes back to a sighting rather than to a thing: to recent ones, subjects and the often named."""
    score = -1.0 * (sighting.sentence - seen.sentence) - 0.05 * distance
    score += 1.2 if seen.subject else 0.0
    score += 0.4 if seen.kind == "pronoun" and seen.key == sighting.key else 0.0
    score += 0.1 * min(draft.mentions, 5)
    if sighting.key == "they":
        score += {"many": 1.5, "body": 0.0, "one": -1.5}[draft.number]
        score -= 1.0 if draft.kind == "state" else 0.0
    if seen.kind == "demonym":
        score -= 1.0
    return score


def clash(parse: Parse, token: Token, seen: Sighting) -> bool:
    """Are pronoun and sighting two arguments of one verb ("Lavrov met him"), or is one inside the other's phrase?"""
    if seen.sentence != token.sentence:
        return False
    if seen.first <= token.i < seen.last:
        return True
    if token.dep == "poss":
        return False
    other = parse.tokens[seen.head]
    verb = governor(parse, token)
    return verb == governor(parse, other) or (token.dep != "nsubj" and doer_of(parse, parse.tokens[verb]) == other.i)


def doer_of(parse: Parse, verb: Token) -> int | None:
    """The subject that a verb without one shares with the verb above it ("Prado met her and praised her")."""
    for _ in range(STEPS_UP):
        subjects = list(parse.dependents(verb, "nsubj", "nsubjpass"))
        if subjects:
            return subjects[0].i
        if verb.dep not in SHARING:
            return None
        above = parse.head(verb)
        if verb.dep == "acl" and above.pos in ("NOUN", "PROPN"):
            return above.i
        verb = parse.head(above) if above.pos == "ADP" else above
    return None


STEPS_UP = 4
SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl"})


def governor(parse: Parse, token: Token) -> int:
    """The verb that a token is an argument of, through prepositions."""
    head = parse.head(token)
    for _ in range(4):
        if head.dep in ("prep", "agent", "pobj") and head.pos == "ADP":
            head = parse.head(head)
    return head.i


def relative(casting: Casting, sighting: Sighting) -> Draft | None:
    """The antecedent of "who", "which": the noun that its clause is attached to."""
    parse = casting.parse
    token = parse.tokens[sighting.head]
    for above in (token, *parse.ancestors(token)):
        if above.dep == "relcl":
            found = casting.of.get(above.head)
            return found if _may_be_counted(parse, token, found) else None
    return None


def _may_be_counted(parse: Parse, token: Token, draft: Draft | None) -> bool:
    """Can it be those of whom some are told ("four of whom"), which no single body or person is?"""
    of_whom = token.text.lower() == "whom" and parse.head(token).lemma == "of"
    return not of_whom or draft is None or draft.number == "many"


def _own_subject(casting: Casting, token: Token) -> Draft | None:
    verb = casting.parse.head(token)
    for above in (verb, *casting.parse.ancestors(verb)):
        for subject in casting.parse.dependents(above, "nsubj", "nsubjpass"):
            return casting.of.get(subject.i)
    return None
