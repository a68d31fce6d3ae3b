"""Frames: what a sentence's syntax ties to one word, with voice, control, sharing and relative clauses undone."""

from msgspec import Struct

from sayso.model import Parse, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
RELATIVES = ("who", "which", "that", "whom", "where", "when", "whose")
MODIFIERS = ("amod", "compound", "poss", "nmod", "nummod", "det", "npadvmod")
ADVERBS = ("prt", "advmod", "acomp", "oprd", "prep", "dobj", "npadvmod", "attr", "dative")
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "agree", "pledge", "offer"})
MAX_STEPS = 8
MAX_CONJUNCTS = 20


class Frame(Struct):
    """What stands around one word.

    kind: "v", "n" or "a", how the lexicon is to be asked.
    passive: a verb in the passive or a past participle that describes its noun.
    agents, patients: heads of the phrases that the syntax makes subject and object in the active sense.
    preps: preposition to the heads of the phrases that it brings. modifiers: adjectives, compounds, possessors.
    complement: the verb of a clause or infinitive that depends on the word.
    after: the preposition that governs the word; governor: the verb or noun that governs it, through the preposition.
    route: how subject and object were found ("own", "relative", "shared", "controlled", "participle").
    """

    token: Token
    kind: str
    passive: bool
    agents: list[Token]
    patients: list[Token]
    preps: dict[str, list[Token]]
    modifiers: list[Token]
    complement: Token | None
    after: str
    governor: Token | None
    route: str


def frame_of(token: Token, kind: str, parse: Parse) -> Frame:
    """The frame of a token, read as a verb, noun or adjective."""
    frame = Frame(token, kind, False, [], [], {}, [], None, "", None, "own")
    for child in parse.dependents(token):
        if child.dep in ("prep", "agent", "dative") and child.pos in ("ADP", "SCONJ", "PART"):
            frame.preps.setdefault(child.lemma, []).extend(objects_of(child, parse))
        elif child.dep in MODIFIERS:
            frame.modifiers.append(child)
        elif child.dep in ("xcomp", "ccomp", "pcomp") or (child.dep == "acl" and child.tag == "VB"):
            frame.complement = frame.complement or child
    for maker in list(frame.preps.get("by", ())):
        for preposition in parse.dependents(maker, "prep"):
            if preposition.lemma in ("on", "against"):
                frame.preps.setdefault(preposition.lemma, []).extend(objects_of(preposition, parse))
    _govern(frame, parse)
    if kind == "v":
        frame.passive = is_passive(token, parse)
        _verbal(frame, parse)
    return frame


def objects_of(preposition: Token, parse: Parse, steps: int = 0) -> list[Token]:
    """Heads of the phrases that a preposition brings, coordinated ones included."""
    found = []
    for child in parse.dependents(preposition, "pobj", "pcomp"):
        found.extend(with_conjuncts(child, parse))
    for child in parse.dependents(preposition, "prep") if steps < MAX_STEPS else ():
        found.extend(objects_of(child, parse, steps + 1))
    return found


def with_conjuncts(token: Token, parse: Parse) -> list[Token]:
    """The token and the words coordinated with it, in the order of the text."""
    found: list[Token] = []
    waiting = [token]
    while waiting and len(found) < MAX_CONJUNCTS:
        one = waiting.pop()
        found.append(one)
        waiting.extend(parse.dependents(one, "conj"))
    return sorted(found, key=lambda one: one.i)


def is_passive(token: Token, parse: Parse, steps: int = 0) -> bool:
    """Is the verb passive: "was hit", "the town hit by", "hit by shells, it"?"""
    deps = {child.dep for child in parse.dependents(token)}
    if deps & {"auxpass", "nsubjpass", "csubjpass"}:
        return True
    if token.tag != "VBN" and not (token.tag == "VBD" and token.dep in ("acl", "amod")):
        return False
    if "agent" in deps and "dobj" not in deps:
        return True
    if token.dep == "xcomp" and token.tag == "VBN" and not deps & {"aux", "dobj"}:  # "were reported killed"
        return True
    if (
        token.tag == "VBD" and "dobj" in deps
    ):  # "raids by the army killed nine", where a parser ties the verb to the army
        return False
    if token.dep in ("acl", "amod"):
        return True
    if token.dep in ("conj", "advcl") and not deps & {"nsubj", "dobj"} and not _has_perfect(token, parse):
        return token.dep == "advcl" or (steps < MAX_STEPS and is_passive(parse.head(token), parse, steps + 1))
    return False


def _has_perfect(token: Token, parse: Parse) -> bool:
    return any(child.lemma == "have" for child in parse.dependents(token, "aux"))


def _verbal(frame: Frame, parse: Parse) -> None:
    token = frame.token
    subjects, frame.route = subjects_of(token, parse)
    objects = [one for child in parse.dependents(token, "dobj") for one in with_conjuncts(child, parse)]
    if not objects and not frame.passive:
        objects = [one for one in frame.preps.get("between", ()) if any(parse.dependents(one, "nummod"))]
    objects = [parse.head(token) if one.lemma in RELATIVES and token.dep == "relcl" else one for one in objects]
    if token.dep == "amod":
        head = parse.head(token)
        frame.route = "participle"
        if token.tag == "VBG":
            frame.agents, frame.patients = [head], objects
        else:
            frame.patients = [head]
        return
    if frame.passive:
        frame.agents = list(frame.preps.get("by", []))
        frame.patients = subjects + objects
    else:
        frame.agents = subjects
        frame.patients = objects
        if not objects and token.dep == "relcl" and token.tag != "VB":
            head = parse.head(token)
            own = [one for one in subjects if one.i != head.i]
            if own and len(own) == len(subjects) and not any(t.lemma in RELATIVES for t in parse.dependents(token)):
                frame.patients = [head]


def subjects_of(token: Token, parse: Parse, steps: int = 0) -> tuple[list[Token], str]:
    """Heads of the grammatical subject of a verb, and the route by which they were found."""
    own = [one for child in parse.dependents(token, *SUBJECTS) for one in with_conjuncts(child, parse)]
    if own:
        return _antecedent(token, own, parse) or (own, "inherited" if steps else "own")
    if steps >= MAX_STEPS or token.head == token.i:
        return [], "none"
    head = parse.head(token)
    if token.dep == "conj":
        return _shared(head, parse, steps)
    if token.dep == "acl":
        return _of_noun_or_verb(head, parse, steps) if token.tag == "VB" else ([head], "participle")
    if token.dep in ("xcomp", "advcl", "pcomp", "ccomp"):
        return _controlled(token, head, parse, steps)
    if token.dep == "relcl":
        return [head], "relative"
    return [], "none"


def _antecedent(token: Token, own: list[Token], parse: Parse) -> tuple[list[Token], str] | None:
    """The noun that a relative pronoun as subject stands for."""
    if not any(one.lemma in RELATIVES and one.tag in ("WDT", "WP", "IN", "DT") for one in own):
        return None
    clause = token
    for _ in range(MAX_CONJUNCTS):
        if clause.dep != "conj" or clause.head == clause.i:
            break
        clause = parse.head(clause)
    return ([parse.head(clause)], "relative") if clause.dep in ("relcl", "acl") else None


def _shared(head: Token, parse: Parse, steps: int) -> tuple[list[Token], str]:
    """The subject that a coordinated verb shares with the first."""
    found, route = subjects_of(head, parse, steps + 1)
    if not found and head.dep in ("acl", "amod"):
        return [parse.head(head)], "participle"
    return found, "shared" if route == "own" else route


def _controlled(token: Token, head: Token, parse: Parse, steps: int) -> tuple[list[Token], str]:
    if token.dep == "pcomp":
        if head.head == head.i:
            return [], "none"
        head = parse.head(head)
    if head.pos not in ("VERB", "AUX"):
        if head.pos in ("NOUN", "PROPN"):
            return _of_noun_or_verb(head, parse, steps)
        return subjects_of(head, parse, steps + 1)[0], "controlled"
    passive = is_passive(head, parse)
    if token.dep in ("xcomp", "ccomp", "pcomp") and not passive and head.lemma not in SUBJECT_CONTROL:
        objects = [
            one for child in parse.dependents(head, "dobj", "dative") for one in with_conjuncts(child, parse)
            if child.pos in ("NOUN", "PROPN", "PRON")
        ]  # fmt: skip
        if objects:
            return objects, "controlled"
        called = [one for prep in parse.dependents(head, "prep") if prep.lemma in ("on", "upon", "for", "to")
                  for one in objects_of(prep, parse)]  # fmt: skip
        if called and token.dep == "xcomp" and head.lemma in ("call", "appeal", "order"):
            return called, "controlled"
    if token.dep == "ccomp" and token.tag not in ("VBG", "VB"):
        return [], "none"
    found, _ = subjects_of(head, parse, steps + 1)
    return found, "controlled"


def _of_noun_or_verb(noun: Token, parse: Parse, steps: int) -> tuple[list[Token], str]:
    """The subject of an infinitive under a noun: "the army's attempt to besiege", "they made an effort to besiege"."""
    owners = [child for child in parse.dependents(noun, "poss") if child.lemma not in ("its", "their")]
    if owners:
        return owners, "controlled"
    by = [one for prep in parse.dependents(noun, "prep") if prep.lemma == "by" for one in objects_of(prep, parse)]
    if by:
        return by, "controlled"
    demonyms = [child for child in parse.dependents(noun, "amod", "compound") if child.name in ("NORP", "GPE", "ORG")]
    if demonyms:
        return demonyms[:1], "controlled"
    verb = noun
    while verb.head != verb.i and verb.pos not in ("VERB", "AUX"):
        verb = parse.head(verb)
    if verb.pos in ("VERB", "AUX") and verb.i != noun.i:
        found, _ = subjects_of(verb, parse, steps + 1)
        return [one for one in found if one.i != noun.i], "controlled"
    return [], "none"


def _govern(frame: Frame, parse: Parse) -> None:
    token = frame.token
    for _ in range(MAX_CONJUNCTS):
        if token.dep != "conj" or token.head == token.i:
            break
        token = parse.head(token)
    if token.head == token.i:
        return
    head = parse.head(token)
    if token.dep in ("pobj", "pcomp") and head.dep in ("prep", "agent", "dative", "prt", "advmod"):
        frame.after = head.lemma
        frame.governor = parse.head(head) if head.head != head.i else None
    else:
        frame.governor = head
