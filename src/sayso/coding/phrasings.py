"""Phrasings: turns of phrase each of which settles by itself how an event is presented."""

from collections.abc import Iterator, Sequence

from sayso.coding.frames import Frame
from sayso.coding.scopes import finite
from sayso.model import Attribution, Parse, Token
from sayso.resources.codebook import Lexicon

# "are going to strike": a stated future, whatever stands around it.
GOING = "own.going-to"
# "evidence suggests that planes raided the camp": possible, unless more is said of it.
POINTED = "pointed-at"
POINTING = frozenset({"suggest", "indicate", "imply"})
# "denied any role in the attack": as far as its holder goes, it did not do it.
DISOWNED = "disowned"
DISOWNING = frozenset({"deny", "reject", "dismiss", "disavow", "disclaim"})
SHARES = frozenset({"involvement", "role", "responsibility", "part", "complicity", "participation", "hand", "link"})
SHARING = frozenset({"responsible", "involve", "involved", "complicit", "guilty"})
# "denied the attack": what is done is denied, what is said ("denied the accusations") was said.
DENIED = "denied-itself"
DENYING = frozenset({"deny", "disclaim", "refute"})
# "rejected claims that its forces shelled the town", "dismissed reports of an attack": what they claim is denied.
DENIED_CLAIM = "denied-claim"
DISCLAIMING = frozenset({"deny", "reject", "dismiss", "refute", "rebut"})
CLAIMS = frozenset(
    {"claim", "report", "allegation", "accusation", "suggestion", "assertion", "rumor", "rumour", "speculation"}
)
OF_CLAIMS = frozenset({"of", "about"})
# "is preparing an attack on the town": to come.
PREPARED = "prepared"
# "described the reports that it shelled the town as untrue".
UNTRUTH = "untruth"
CALLING = frozenset({"describe", "call", "brand", "label", "reject", "dismiss", "denounce", "deny", "term", "slam"})
UNTRUE = frozenset(
    "untrue false baseless unfounded groundless fabricated fabrication lie nonsense bogus fake propaganda invention".split()  # noqa: SIM905
)
# "has yet to sign": not done so far.
YET = "own.yet-to"
# "the talks will begin on Monday": the verb tells that the noun's event is to come.
DUE = "due"
TO_COME = frozenset({"will", "shall", "wo", "'ll", "ll"})
OCCUR = frozenset(
    {
        "begin",
        "start",
        "kick",
        "open",
        "resume",
        "convene",
        "happen",
        "occur",
        "take",
        "hold",
        "follow",
        "proceed",
        "commence",
    }
)
ROUNDS = frozenset({"round", "series", "session", "phase", "stage", "wave"})
# "We wish to condemn the raid": who says so does it.
PERFORMED = "performed"
WISHING = frozenset({"wish", "like"})
# "claims to have captured the port": told as done by who did it.
ACHIEVED = "claims-to-have"
# "did not deny that the army had shelled the town".
AFFIRMED = "affirmed"
DISPUTING = frozenset({"deny", "dispute", "doubt", "refute"})
# "it is unclear whether the army shelled the town", "has not said whether it will sign": possible.
WHETHER = "own.whether"
IN_QUESTION = frozenset({"whether", "if"})
OPEN = frozenset({"clear", "unclear", "known", "unknown", "certain", "uncertain", "sure", "unsure", "doubtful"})
ASKING = frozenset(
    {"ask", "know", "say", "tell", "investigate", "determine", "establish", "see", "verify", "probe", "wonder", "decide",
     "examine", "check", "learn", "doubt", "confirm", "consider", "question"}
)  # fmt: skip
CLAUSES = 3
# Whose words are numbers suggest nothing that they do not tell.
NUMBERS = frozenset({"estimate", "figure", "count", "statistic", "poll"})


def phrasings(frame: Frame, attributions: Sequence[Attribution], parse: Parse, lexicon: Lexicon) -> Iterator[str]:
    """Names of the turns of phrase in which a trigger stands. attributions: those that hold it, innermost first."""
    token = frame.token
    looked = {
        GOING: _is_going_to(token, parse),
        YET: _is_yet_to_be(token, parse),
        DUE: frame.kind == "n" and _is_due(token, parse),
        PERFORMED: _is_performed(token, parse),
        ACHIEVED: _is_achieved(token, parse),
        AFFIRMED: frame.kind == "v" and _is_affirmed(token, parse),
        WHETHER: frame.kind == "v" and _is_in_question(token, parse),
        POINTED: _is_pointed_at(token, attributions, parse, lexicon),
        UNTRUTH: _is_called_untrue(token, attributions, parse),
        DENIED: _is_denied(frame, parse),
        DENIED_CLAIM: _is_of_denied_claim(token, parse, lexicon),
        PREPARED: _is_prepared(token, parse),
        DISOWNED: _is_disowned(token, parse),
    }
    yield from (name for name, found in looked.items() if found)


def _is_going_to(verb: Token, parse: Parse) -> bool:
    above = parse.head(verb)
    if verb.dep != "xcomp" or verb.tag != "VB" or above.text.lower() != "going":
        return False
    now = any(one.lemma == "be" and one.tag in ("VBP", "VBZ") for one in parse.dependents(above, "aux"))
    return now and not any(parse.dependents(above, "neg"))


def _is_yet_to_be(verb: Token, parse: Parse) -> bool:
    to = next((one for one in parse.dependents(verb, "aux") if one.tag == "TO"), None)
    return to is not None and to.i > 1 and parse.tokens[to.i - 1].text.lower() == "yet"


def _is_due(noun: Token, parse: Parse) -> bool:
    """Is the noun, or the round of it, what will begin or be held?"""
    of = parse.head(noun)
    if noun.dep == "pobj" and of.lemma == "of" and parse.head(of).lemma in ROUNDS:
        noun = parse.head(of)
    verb = parse.head(noun)
    if noun.dep not in ("nsubj", "nsubjpass") or verb.lemma not in OCCUR or any(parse.dependents(verb, "neg")):
        return False
    return any(one.text.lower() in TO_COME for one in parse.dependents(verb, "aux"))


def _is_performed(verb: Token, parse: Parse) -> bool:
    above = parse.head(verb)
    if verb.dep != "xcomp" or verb.tag != "VB" or any(parse.dependents(above, "neg")):
        return False
    first = any(one.text.lower() in ("i", "we") for one in parse.dependents(above, "nsubj"))
    now = above.tag in ("VBP", "VBZ") if above.lemma == "wish" else any(parse.dependents(above, "aux"))
    return (above.lemma in WISHING and now) or (above.lemma == "want" and first and above.tag == "VBP")


def _is_achieved(verb: Token, parse: Parse) -> bool:
    above = parse.head(verb)
    helpers = {one.lemma for one in parse.dependents(verb, "aux")}
    claimed = verb.dep == "xcomp" and {"to", "have"} <= helpers and above.lemma == "claim"
    return claimed and not any(parse.dependents(above, "neg"))


def _is_affirmed(verb: Token, parse: Parse) -> bool:
    above = parse.head(verb)
    disputed = verb.dep == "ccomp" and above.lemma in DISPUTING and any(parse.dependents(above, "neg"))
    return disputed and not any(parse.dependents(verb, "neg"))


def _is_in_question(verb: Token, parse: Parse) -> bool:
    """Does a verb stand in a clause with "whether" or "if" that tells what is not known or asked?"""
    verb = finite(verb, parse)
    for _ in range(CLAUSES):
        if any(one.text.lower() in IN_QUESTION for one in parse.dependents(verb, "mark")):
            return _leaves_open(verb, parse)
        if verb.dep not in ("xcomp", "ccomp", "conj") or verb.head == verb.i:
            return False
        verb = parse.head(verb)
    return False


def _leaves_open(clause: Token, parse: Parse) -> bool:
    above = parse.head(clause)
    is_open = above.lemma in OPEN or any(one.lemma in OPEN for one in parse.dependents(above, "acomp"))
    return is_open or (clause.dep in ("ccomp", "pcomp", "csubj", "acl") and above.lemma in ASKING)


def _is_disowned(token: Token, parse: Parse) -> bool:
    """Does somebody deny a share in the event: "denied any role in the attack", "was not behind it"?"""
    preposition = parse.head(token)
    share = parse.head(preposition)
    verb = parse.head(share)
    if token.dep != "pobj":
        return False
    if preposition.lemma == "behind" and share.pos in ("AUX", "VERB"):
        return any(parse.dependents(share, "neg"))
    if share.lemma in SHARING and preposition.lemma in ("for", "in", "of", "with"):
        return any(parse.dependents(share, "neg")) or (verb.lemma == "be" and any(parse.dependents(verb, "neg")))
    owned = share.lemma in SHARES and share.dep == "dobj"
    return owned and verb.lemma in DISOWNING and not any(parse.dependents(verb, "neg"))


def _is_denied(frame: Frame, parse: Parse) -> bool:
    """Is it what somebody denies, as in "denied the attack"?"""
    verb = parse.head(frame.token)
    denied = frame.kind == "n" and frame.token.dep == "dobj" and verb.lemma in DENYING
    return denied and not any(parse.dependents(verb, "neg"))


def _is_of_denied_claim(token: Token, parse: Parse, lexicon: Lexicon) -> bool:
    """Is it what a claim that somebody denies is of: "rejected claims that it carried out the attack", "reports of an attack"?"""
    if token.dep == "dobj" and parse.head(token).lemma in lexicon.marks.light["agent"]:
        token = parse.head(token)
    above = parse.head(token)
    if token.dep in ("pobj", "pcomp") and above.lemma in OF_CLAIMS:
        claim = parse.head(above)
    else:
        claim = above if token.dep in ("acl", "ccomp") else token
    verb = parse.head(claim)
    denied = claim is not token and claim.lemma in CLAIMS and claim.dep == "dobj" and verb.lemma in DISCLAIMING
    return denied and not any(parse.dependents(verb, "neg")) and not any(parse.dependents(token, "neg"))


def _is_prepared(token: Token, parse: Parse) -> bool:
    """Is it what somebody prepares: "is preparing an attack", "prepared for an attack"?"""
    above = parse.head(token)
    if token.dep == "pobj" and above.lemma == "for":
        above = parse.head(above)
    return token.pos == "NOUN" and token.dep in ("dobj", "pobj") and above.lemma == "prepare" and above.pos == "VERB"


def _is_called_untrue(token: Token, attributions: Sequence[Attribution], parse: Parse) -> bool:
    """Does its holder call the event untrue, as in "described reports that it shelled the town as wholly false"?"""
    cues = [word for one in attributions[:2] for span in one.cue for word in parse.within(span)]
    if not any(word.lemma in CALLING for word in cues):
        return False
    words = parse.of(parse.sentences[token.sentence])
    return any(
        word.lemma in UNTRUE
        and word.i > token.i
        and _stands_after_as(word, parse)
        and not any(parse.dependents(word, "neg"))
        for word in words
    )


def _stands_after_as(word: Token, parse: Parse) -> bool:
    """Is it what something is described as: "as false", "as a complete fabrication"?"""
    words = [one.text.lower() for one in parse.tokens[max(0, word.i - 3) : word.i]]
    return "as" in words


def _is_pointed_at(token: Token, attributions: Sequence[Attribution], parse: Parse, lexicon: Lexicon) -> bool:
    """Does a thing suggest the event, as in "evidence suggesting that planes raided the camp"?"""
    if not attributions or not _told_by_things(attributions[0], parse, lexicon):
        return False
    cue = {word.i for span in attributions[0].cue for word in parse.within(span) if word.lemma in POINTING}
    return bool(cue & {token.head, parse.head(token).head})


def _told_by_things(attribution: Attribution, parse: Parse, lexicon: Lexicon) -> bool:
    """Is the source no person? "Evidence suggests" points to something, "the envoy suggests" may propose it."""
    heads = [head for span in attribution.source if (head := parse.root_of(span)) is not None]
    people = {"people", "speaker", "troops", "police", "court", "crowd"}
    return bool(heads) and not any(
        head.lemma in NUMBERS
        or head.name
        or head.pos in ("PRON", "PROPN")
        or people & lexicon.class_of.get(head.lemma, frozenset())
        for head in heads
    )
