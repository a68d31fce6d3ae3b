"""Pronouns: the nearest plausible actor by number, gender, person or group, and salience."""

from sayso.model import Parse, Token
from sayso.naming.drafts import Casting, Draft
from sayso.naming.phrases import SAYING, located
from sayso.naming.sighting import Sighting

WINDOW = 40  # sightings
# How much likelier whoever spoke just before is meant by "he said", and how much less likely whom those words are about.
SPOKE, SPOKEN_OF = 2.0, 1.0
OF_THAT_GENDER = 0.5
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FARTHEST = 4  # sentences
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


def antecedent(casting: Casting, sighting: Sighting) -> Draft | None:
    """The draft that a pronoun stands for, None where nobody fits."""
    if sighting.key == "who":
        return relative(casting, sighting)
    token = casting.parse.tokens[sighting.head]
    if token.text.lower() in REFLEXIVE:
        return _own_subject(casting, token)
    best: tuple[float, Draft] | None = None
    heard = Heard(casting, sighting)
    for distance, (seen, draft) in enumerate(reversed(casting.recent[-WINDOW:])):
        if sighting.sentence - seen.sentence > FARTHEST:
            break
        if not matches(sighting, draft) or clash(casting.parse, token, seen):
            continue
        if _vague(casting.parse, sighting, seen, draft) or heard.spoken_of(seen):
            continue
        score = salience(sighting, seen, draft, distance) + speaks_again(casting.parse, token, seen) + heard.score(seen)
        score += TOLD_OF_SELF if of_clause_above(casting.parse, token, seen) else 0.0
        if best is None or score > best[0]:
            best = (score, draft)
    if best is None or (sighting.key in THINGS and rivalled(casting, sighting, best[0])):
        return None
    return best[1]


class Heard:
    """Who speaks where a pronoun stands, which tells of whoever goes on speaking and of whom the words are about.

    words: the attribution that the pronoun is the source of; spoke: the one before it; None for neither. After a subject of its own
    sentence that it may stand for, it need not be whoever spoke before.
    """

    def __init__(self, casting: Casting, sighting: Sighting) -> None:
        self._token = token = casting.parse.tokens[sighting.head]
        self._parse, self._speech = casting.parse, casting.speech
        self._speaks = speaks(casting.parse, token)
        self._words = casting.speech.by(token) if token.dep in SUBJECTS else None
        near = [(seen, draft) for seen, draft in casting.recent[-WINDOW:] if seen.sentence == sighting.sentence]
        doing = any(seen.subject and matches(sighting, draft) and not self.spoken_of(seen) for seen, draft in near)
        self._spoke = self._speech.before(self._words) if self._words is not None and not doing else None

    def spoken_of(self, seen: Sighting) -> bool:
        """Is somebody named in the very words that the pronoun is made to say?"""
        if self._speaks and seen.head in quoted(self._parse, seen.sentence):
            return True
        if self._words is None or self._speech.put_in(self._words, self._token):
            return False
        return self._speech.spoken_of(self._words, seen)

    def score(self, seen: Sighting) -> float:
        """How much likelier, or less, whoever spoke before is meant, or was spoken of."""
        if self._spoke is None:
            return 0.0
        told = SPOKE if self._speech.speaks_in(self._spoke, seen) else 0.0
        return told - (SPOKEN_OF if self._speech.spoken_of(self._spoke, seen) else 0.0)


# Pronouns that may stand for things, and how much less likely news means the thing, chosen on annotated articles.
THINGS = {"they": ("NNS", "NNPS"), "it": ("NN", "NNP")}
PENALTY = {"they": 0.8, "it": 0.8}
ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
COUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})


def rivalled(casting: Casting, sighting: Sighting, score: float) -> bool:
    """Is a thing named in this sentence or the one before likelier meant than an actor of that score ("frogs ... their")?"""
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


def quoted(parse: Parse, sentence: int) -> frozenset[int]:
    """The tokens of a sentence between quotation marks; of marks that do not close, what stands before or after them."""
    own = parse.sentences[sentence]
    found: set[int] = set()
    opened: int | None = None
    for i in range(own.first, own.last):
        mark = parse.tokens[i].text
        if mark in OPENING and opened is None and not _closes(parse, i):
            opened = i
        elif mark in CLOSING:
            found.update(range(own.first if opened is None else opened, i))
            opened = None
    if opened is not None:
        found.update(range(opened, own.last))
    return frozenset(found)


def _closes(parse: Parse, at: int) -> bool:
    """Does a mark that may open or close a quotation close it, since it stands right after a word or a stop?"""
    start = parse.tokens[at].start
    return start > 0 and not parse.text[start - 1].isspace() and parse.text[start - 1] not in "([—–-"


OPENING = frozenset({'"', "“", "``"})
CLOSING = frozenset({'"', "”", "''"})


def salience(sighting: Sighting, seen: Sighting, draft: Draft, distance: int) -> float:
    """How likely a pronoun goes back to a sighting: recent ones, subjects, names and the often named before others."""
    score = -1.0 * (sighting.sentence - seen.sentence) - 0.05 * distance
    score += 1.2 if seen.subject else 0.0
    score += 0.4 if seen.kind == "pronoun" and seen.key == sighting.key else 0.0
    score += 0.1 * min(draft.mentions, 5)
    if sighting.key == "they":
        score += {"many": 1.5, "body": 0.0, "one": -1.5}[draft.number]
        score -= 1.0 if draft.kind == "state" else 0.0
    if sighting.key in ("he", "she"):
        score += 0.5 if draft.named else 0.0
        score += OF_THAT_GENDER if draft.gender == sighting.key else 0.0
    if seen.kind == "demonym":
        score -= 1.0
    return score


TOLD_OF_SELF = 0.6


def of_clause_above(parse: Parse, token: Token, seen: Sighting) -> bool:
    """Is a subject's antecedent the subject of the clause above its own ("the agency did not tell whether it knew")?"""
    if token.dep not in SUBJECTS or seen.sentence != token.sentence or not seen.subject:
        return False
    clause = parse.head(token)
    return clause.dep in ("ccomp", "advcl", "xcomp") and parse.tokens[seen.head].head == clause.head


def speaks_again(parse: Parse, token: Token, seen: Sighting) -> float:
    """Who spoke before is likely who speaks now ("Lavrov said ... He added")."""
    verb = parse.head(token)
    if token.dep != "nsubj" or verb.lemma not in SAYING:
        return 0.0
    other = parse.tokens[seen.head]
    return 0.8 if other.dep in ("nsubj", "pobj") and parse.head(other).lemma in SAYING | {"to"} else 0.0


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
            return casting.of.get(above.head)
    return None


def _own_subject(casting: Casting, token: Token) -> Draft | None:
    verb = casting.parse.head(token)
    for above in (verb, *casting.parse.ancestors(verb)):
        for subject in casting.parse.dependents(above, "nsubj", "nsubjpass"):
            return casting.of.get(subject.i)
    return None
