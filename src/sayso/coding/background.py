"""Background: what a report tells beside its events. The toll of a whole war, a state that lasts, private life."""

from collections.abc import Iterator, Mapping

from sayso.coding.frames import RELATIVES
from sayso.coding.judging import Found
from sayso.model import Parse, Token
from sayso.resources.codebook import Lexicon
from sayso.resources.codebook.marks import Words

# Tokens after "since" in which the war and its beginning stand, and how far from the word that they may stand.
SINCE = 12
FAR = 30
# So many are killed by no single deed of which news tells.
VAST = 100_000
MILLION = frozenset({"million", "millions"})
SINCE_THEN = "since"
LASTING = ("in", "during", "by")


def of_whole_war(word: Token, parse: Parse, words: Mapping[str, Words]) -> bool:
    """Is a death, an injury or a flight of the toll of a war as a whole: "200,000 people have died since the war began"?"""
    return _since_it_began(word, parse, words) or _by_a_war(word, parse, words) or _vast(word, parse, words)


def _since_it_began(word: Token, parse: Parse, words: Mapping[str, Words]) -> bool:
    sentence = parse.sentences[word.sentence]
    for one in parse.tokens[max(sentence.first, word.i - FAR) : min(sentence.last, word.i + FAR)]:
        if one.lemma == SINCE_THEN:
            after = {other.lemma for other in parse.tokens[one.i + 1 : min(sentence.last, one.i + SINCE)]}
            if after & words["war"] and after & words["beginning"]:
                return True
    return False


def _by_a_war(word: Token, parse: Parse, words: Mapping[str, Words]) -> bool:
    """As in "the conflict has killed thousands", "have been killed in the uprising"; not "was killed in the war on Monday"."""
    if word.pos != "VERB" or not any(child.lemma == "have" for child in parse.dependents(word, "aux")):
        return False
    subjects = parse.dependents(word, "nsubj")
    # "a conflict that has killed thousands"
    causes = [parse.head(word) if word.dep == "relcl" and one.lemma in RELATIVES else one for one in subjects]
    causes += [
        one
        for child in parse.dependents(word, "prep", "agent")
        if child.lemma in LASTING
        for one in parse.dependents(child, "pobj")
    ]
    return any(one.lemma in words["war"] for one in causes)


def _vast(word: Token, parse: Parse, words: Mapping[str, Words]) -> bool:
    if word.lemma not in words["dying"] and word.lemma != "kill":
        return False
    return any(
        _number(one) >= VAST for head in _victims(word, parse) for one in parse.subtree(head) if one.pos == "NUM"
    )


def _victims(word: Token, parse: Parse) -> Iterator[Token]:
    yield from parse.dependents(word, "nsubj", "nsubjpass", "dobj")


def _number(token: Token) -> int:
    digits = token.text.replace(",", "")
    if token.lemma in MILLION:
        return VAST
    return int(digits) if digits.isdecimal() else 0


def is_background(one: Found, parse: Parse, lexicon: Lexicon) -> bool:
    """Is a mention of no event: a war's toll, a state, a civilian's flight, a family's meeting, "thanks to"?"""
    words, token = lexicon.ruled_out, one.candidate.token
    if one.type == "ASSAULT" and one.candidate.word in words["harm"] and of_whole_war(token, parse, words):
        return True
    return (
        _lasts(one, words)
        or _runs(one, lexicon)
        or _at_home(one, parse, words)
        or _leaves(one, words)
        or _thanks_to(token, parse)
    )


def _lasts(one: Found, words: Mapping[str, Words]) -> bool:
    """As in "forces control most of the coast", "the bridge connects two districts"."""
    return not one.candidate.listed and one.candidate.word in words["state"]


def _runs(one: Found, lexicon: Lexicon) -> bool:
    """Who runs for safety is neither a force that withdraws nor one that is sent: "residents scrambled over the rubble"."""
    if one.type not in ("RETREAT", "MOBILIZE") or one.candidate.word not in lexicon.ruled_out["running"]:
        return False
    kinds = [lexicon.class_of.get(head.lemma, frozenset()) for head in one.candidate.frame.agents]
    return bool(kinds) and all("people" in some and "troops" not in some for some in kinds)


def _at_home(one: Found, parse: Parse, words: Mapping[str, Words]) -> bool:
    """As in "came back to meet his wife"."""
    met = one.candidate.frame.patients
    if one.type != "CONSULT" or not met:
        return False
    return met[0].lemma in words["kin"] and any(parse.dependents(met[0], "poss"))


def _leaves(one: Found, words: Mapping[str, Words]) -> bool:
    """A state leaves a treaty; a family that leaves a country punishes nobody."""
    if one.type != "SANCTION" or one.candidate.word not in words["leaving"]:
        return False
    left = one.candidate.frame.patients
    return not any(head.name in ("ORG", "LAW") or head.lemma in words["league"] for head in left)


def _thanks_to(token: Token, parse: Parse) -> bool:
    """As in "thanks to a letter he got a visa", which thanks nobody."""
    if token.text.lower() != "thanks" or token.i + 1 >= len(parse.tokens) or parse.tokens[token.i + 1].text != "to":
        return False
    return token.dep != "dobj" and not any(parse.dependents(token, "amod", "compound", "det"))
